package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"syscall"
	"time"

	"verbindend/cmd/verbindend/rehearsal"
	"verbindend/session"
	"verbindend/session/live"
	"verbindend/web"
	"verbindend/web/metrics"
)

// A server is everything that serving needs, put together and not yet answering.
type server struct {
	listener net.Listener
	store    *store
	rooms    *live.Rooms
	troupe   *rehearsal.Troupe
	web      *web.Server
	logger   *slog.Logger
	meter    *metrics.Meter
	lookout  *lookout // nil when the figures have no address of their own
	capacity int
	key      string // the facilitator's
	ways     ways
}

// listen opens the port, or says in words why that cannot be.
func listen(ctx context.Context, t *terminal, addr string) (net.Listener, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", addr)
	switch {
	case err == nil:
		return listener, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, &plight{fmt.Sprintf(t.words.portBusy, addr), err}
	case errors.Is(err, syscall.EACCES):
		return nil, &plight{fmt.Sprintf(t.words.portDenied, addr), err}
	}
	return nil, &plight{fmt.Sprintf(t.words.portOther, addr, reason(err)), err}
}

// reason leaves out what the sentence around it says already.
func reason(err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err
	}
	return err
}

// assemble puts a server together on a port and a store, which it owns from now on, also when it fails.
func assemble(ctx context.Context, t *terminal, f serverFlags, w watchFlags, listener net.Listener, kept *store) (*server, error) {
	s := &server{listener: listener, store: kept, key: f.Key, logger: t.logger(f.Log), capacity: w.capacity()}
	s.meter = metrics.New(metrics.About{Version: versionText(), Store: kept.kind(), Capacity: s.capacity})
	if s.key == "" {
		s.key = web.Key(kept.secret)
	}
	s.ways = waysTo(listener.Addr(), f.PublicURL, networks())
	var err error
	if s.lookout, err = lookOut(ctx, t, w, s.meter); err != nil {
		return nil, errors.Join(err, s.release(ctx))
	}
	neighbours, _ := kept.Log.(session.Neighbours) // a file has none
	if s.rooms, err = live.Open(ctx, kept, live.Options{Logger: s.logger, Meter: s.meter, Neighbours: neighbours}); err != nil {
		return nil, errors.Join(err, s.release(ctx))
	}
	s.troupe = rehearsal.New(s.rooms, s.logger)
	config := web.Config{
		Secret: kept.secret, Key: f.Key, PublicURL: s.ways.public, TrustedProxies: f.TrustedProxy, Version: versionText(), Logger: s.logger,
		Capacity: s.capacity, Meter: s.meter, Indexed: f.IndexLibrary, Rehearsals: s.troupe,
	}
	if s.lookout == nil {
		config.Metrics = s.meter.Handler()
	}
	s.web, err = web.New(s.rooms, config) //nolint:contextcheck // nothing is waited for; sockets have contexts of their own
	if err != nil {
		return nil, errors.Join(err, s.release(ctx))
	}
	s.meter.Ask(s.web.Ready, func() int { return s.rooms.Figures().Members })
	return s, nil
}

// run serves until ctx ends, and lets go of everything.
func (s *server) run(ctx context.Context) error {
	return errors.Join(s.web.Serve(ctx, s.listener), s.release(ctx))
}

// closePatience bounds what the end may take; the web drains before, with a limit of its own.
const closePatience = 10 * time.Second

func (s *server) release(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), closePatience)
	defer cancel()
	var err error
	if s.troupe != nil {
		err = s.troupe.Close(ctx)
	}
	if s.rooms != nil {
		err = errors.Join(err, s.rooms.Close(ctx))
	}
	if closing := s.listener.Close(); closing != nil && !errors.Is(closing, net.ErrClosed) {
		err = errors.Join(err, closing)
	}
	return errors.Join(err, s.lookout.Close(), s.store.Close())
}
