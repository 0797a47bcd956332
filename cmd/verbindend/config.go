package main

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"verbindend/session"
	"verbindend/session/boltlog"
	"verbindend/session/redislog"
)

// storeFlags choose where sessions are kept.
type storeFlags struct {
	Data  string `default:"./data" env:"VERBINDEND_DATA" placeholder:"DIR" help:"Directory in which sessions are kept when there is no Redis. Default ./data."`
	Redis string `env:"VERBINDEND_REDIS,REDIS_URL" placeholder:"URL" help:"Keep sessions in Redis instead, for example redis://localhost:6379."`
}

// serverFlags say how a server presents itself.
type serverFlags struct {
	PublicURL    string   `name:"public-url" env:"VERBINDEND_PUBLIC_URL" placeholder:"URL" help:"What phones open, for example https://sessie.example.org. Default: this computer's address on its network."`
	TrustedProxy []string `env:"VERBINDEND_TRUSTED_PROXY" placeholder:"ADDRESS" help:"Address or network of a proxy whose X-Forwarded headers are believed. May be repeated."`
	Key          string   `env:"VERBINDEND_KEY" placeholder:"TEXT" help:"The facilitator's key, at least 16 characters. Default: one that belongs to the store."`
	Log          string   `enum:"text,json" default:"text" env:"VERBINDEND_LOG" help:"How to log to stderr: text or json. With json nothing else is said."`
	IndexLibrary bool     `env:"VERBINDEND_INDEX_LIBRARY" help:"Let search engines read the public library (/kennisbank). Default: they are asked not to."`
	Quiet        bool     `short:"q" env:"VERBINDEND_QUIET" help:"Do not say hello: no links, no QR code."`
}

// minKey is the length under which a key could be guessed.
const minKey = 16

// Validate is called by kong: what it refuses is a misuse.
func (f *serverFlags) Validate() error {
	f.TrustedProxy = nonEmpty(f.TrustedProxy) // an environment variable that is set to nothing
	for _, p := range f.TrustedProxy {
		if _, err := netip.ParseAddr(p); err == nil {
			continue
		}
		if _, err := netip.ParsePrefix(p); err != nil {
			return fmt.Errorf("--trusted-proxy: %q is no address (10.0.0.1) or network (10.0.0.0/8)", p)
		}
	}
	if f.Key != "" && len(f.Key) < minKey {
		return fmt.Errorf("--key: %d characters can be guessed, use at least %d", len(f.Key), minKey)
	}
	if f.PublicURL != "" {
		u, err := url.Parse(f.PublicURL)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || strings.Trim(u.Path, "/")+u.RawQuery+u.Fragment != "" {
			return fmt.Errorf("--public-url: %q is not an address like https://sessie.example.org", f.PublicURL)
		}
	}
	return nil
}

func nonEmpty(list []string) []string {
	var kept []string
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

// A store is an open log, with what the program needs besides.
type store struct {
	session.Log
	secret []byte
	where  string // for people; holds no password
	redis  bool
}

// kind names the sort of store, for figures.
func (s *store) kind() string {
	if s.redis {
		return "redis"
	}
	return "file"
}

// open opens the store that the flags name.
func (f storeFlags) open(ctx context.Context, t *terminal) (*store, error) {
	if f.Redis != "" {
		return openRedis(ctx, t, f.Redis)
	}
	return openDirectory(t, f.Data) //nolint:contextcheck // a local file
}

func openRedis(ctx context.Context, t *terminal, address string) (*store, error) {
	log, err := redislog.Open(ctx, address)
	if err != nil {
		return nil, &plight{fmt.Sprintf(t.words.redisSilent, err), err}
	}
	secret, err := log.Secret(ctx)
	if err != nil {
		return nil, errors.Join(&plight{fmt.Sprintf(t.words.redisSilent, err), err}, log.Close())
	}
	where := "?"
	if u, err := url.Parse(address); err == nil {
		where = u.Host
	}
	return &store{log, secret, where, true}, nil
}

func openDirectory(t *terminal, dir string) (*store, error) {
	where, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	log, err := boltlog.Open(dir)
	if errors.Is(err, boltlog.ErrLocked) {
		return nil, &plight{fmt.Sprintf(t.words.lockedIn, where), err}
	}
	if err != nil {
		return nil, err
	}
	secret, err := log.Secret()
	if err != nil {
		return nil, errors.Join(err, log.Close())
	}
	return &store{log, secret, where, false}, nil
}

// exists tells whether there is something to read: opening a directory for reading should not make one.
func (f storeFlags) exists(t *terminal) error {
	if f.Redis != "" {
		return nil
	}
	where, err := filepath.Abs(f.Data)
	if err != nil {
		return err
	}
	if files, err := os.ReadDir(where); err != nil || len(files) == 0 {
		return &plight{words: fmt.Sprintf(t.words.noStore, where), cause: err}
	}
	return nil
}
