package main

import (
	"context"
	"errors"
	"runtime"
)

type serveCmd struct {
	Addr string `default:":8080" env:"VERBINDEND_ADDR" placeholder:"HOST:PORT" help:"Where to listen. Default :8080, on every network of this computer."`
	storeFlags
	serverFlags
	watchFlags
}

// Validate asks each set of flags; kong would find none of theirs.
func (c *serveCmd) Validate() error {
	if err := c.serverFlags.Validate(); err != nil {
		return err
	}
	return c.watchFlags.Validate()
}

// Run serves until ctx ends.
func (c *serveCmd) Run(ctx context.Context, t *terminal) error {
	if !c.profiles() {
		runtime.MemProfileRate = 0 // samples for a memory profile that nobody can ask for cost a twentieth of the processor time
	}
	listener, err := listen(ctx, t, c.Addr) // first: a busy port should not touch the store
	if err != nil {
		return err
	}
	kept, err := c.open(ctx, t)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	s, err := assemble(ctx, t, c.serverFlags, c.watchFlags, listener, kept)
	if err != nil {
		return err
	}
	if s.lookout != nil {
		s.logger.Info("figures", "addr", s.lookout.listener.Addr().String(), "profiles", c.profiles())
	}
	s.warn(ctx, t)
	if c.Quiet || c.Log == "json" {
		s.logger.Info("listening", "addr", listener.Addr().String(), "public", s.ways.public, "store", kept.where, "version", versionText())
	} else {
		t.welcome(s, c.Key != "")
	}
	return s.run(ctx)
}
