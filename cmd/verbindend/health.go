package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

type healthCmd struct {
	URL     string        `name:"url" env:"VERBINDEND_HEALTH_URL" placeholder:"URL" help:"The server to ask. Default: the port of VERBINDEND_ADDR on this machine, or http://127.0.0.1:8080."`
	Timeout time.Duration `default:"3s" help:"How long to wait. Default 3s."`
}

// Validate refuses what is no address.
func (c *healthCmd) Validate() error {
	if c.URL == "" {
		c.URL = "http://127.0.0.1:8080"
		if _, port, err := net.SplitHostPort(os.Getenv("VERBINDEND_ADDR")); err == nil && port != "" {
			c.URL = "http://127.0.0.1:" + port
		}
	}
	if u, err := url.Parse(c.URL); err != nil || u.Host == "" {
		return fmt.Errorf("--url: %q is not an address like http://127.0.0.1:8080", c.URL)
	}
	return nil
}

// Run asks /readyz.
func (c *healthCmd) Run(ctx context.Context, t *terminal) error {
	ctx, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimRight(c.URL, "/")+"/readyz", nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return &plight{fmt.Sprintf(t.words.noAnswer, c.URL, reason(err)), err}
	}
	defer res.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(res.Body, 64<<10))
	if res.StatusCode != http.StatusOK {
		return &plight{words: fmt.Sprintf(t.words.notReady, c.URL, res.Status)}
	}
	t.say("%s", "ok")
	return nil
}
