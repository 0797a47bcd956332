package main

import (
	"context"
	"errors"
)

type serveCmd struct {
	Addr string `default:":8080" env:"VERBINDEND_ADDR" placeholder:"HOST:PORT" help:"Where to listen. Default :8080, on every network of this computer."`
	storeFlags
	serverFlags
}

// Run serves until ctx ends.
func (c *serveCmd) Run(ctx context.Context, t *terminal) error {
	listener, err := listen(ctx, t, c.Addr) // first: a busy port should not touch the store
	if err != nil {
		return err
	}
	kept, err := c.open(ctx, t)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	s, err := assemble(ctx, t, c.serverFlags, listener, kept)
	if err != nil {
		return err
	}
	warnOfFewFiles(t, s.logger)
	if c.Quiet || c.Log == "json" {
		s.logger.Info("listening", "addr", listener.Addr().String(), "public", s.ways.public, "store", kept.where, "version", versionText())
	} else {
		t.welcome(s, c.Key != "")
	}
	return s.run(ctx)
}
