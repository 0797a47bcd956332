package main

import (
	"context"
	"errors"
	"fmt"
	"syscall"
	"time"

	"verbindend/cmd/verbindend/visitor"
)

// idle takes the memory of a connection that waits.
func idle(ctx context.Context, b *bench) error {
	b.say("%d idle connections", b.idle)
	bare, err := b.bareIdle(ctx)
	if err != nil {
		return err
	}
	return b.stage(ctx, inFile, func(server, _ *child) error {
		site, err := visitor.NewSite(server.address(), key)
		if err != nil {
			return err
		}
		defer site.Close()
		_, empty, err := server.used()
		if err != nil {
			return err
		}
		g, err := meet(ctx, []*visitor.Site{site}, b.idle, nil)
		if err != nil {
			return err
		}
		each, err := b.perConnection(ctx, server, empty)
		if err != nil {
			return errors.Join(err, g.over())
		}
		b.atMost(1.3, ratio(each, bare), "×", fmt.Sprintf("memory of an idle connection, %d", b.idle), "%.1f kB ÷ bare %.1f kB, of the process in RAM", each/1000, bare/1000)
		return g.over()
	})
}

// perConnection waits until those who came have been still for a while.
func (b *bench) perConnection(ctx context.Context, server *child, empty int64) (float64, error) {
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case <-time.After(b.rest):
	}
	_, rss, err := server.used()
	return float64(rss-empty) / float64(b.idle), err
}

func (b *bench) bareIdle(ctx context.Context) (float64, error) {
	server, err := b.broadcaster(ctx, b.coalesce)
	if err != nil {
		return 0, err
	}
	defer server.end(syscall.SIGKILL)
	site, err := visitor.NewSite(server.address(), "")
	if err != nil {
		return 0, err
	}
	defer site.Close()
	_, empty, err := server.used()
	if err != nil {
		return 0, err
	}
	g := newGathering(ctx)
	err = g.fill(ctx, b.idle, func(int) (visitor.Options, error) { return visitor.Options{Site: site, Session: "room"}, nil })
	if err != nil {
		return 0, errors.Join(err, g.over())
	}
	each, err := b.perConnection(ctx, server, empty)
	return each, errors.Join(err, g.over())
}
