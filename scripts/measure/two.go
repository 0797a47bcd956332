package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"

	"verbindend/cmd/verbindend/simulate"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// A throughput is what closed loops got done: each phone votes again as soon as its vote is acknowledged.
type throughput struct {
	perSecond  float64
	perCommand float64 // CPU seconds of servers and store per 1,000 votes
}

// two compares one server with two on one Redis: one session that both serve, and many.
func two(ctx context.Context, b *bench) error {
	one, many := b.thousand/2, b.thousand/20
	for _, c := range []struct {
		name             string
		sessions, phones int
		target           float64
	}{{"one session", 1, one, 0.8}, {"many sessions", many, 10, 1.5}} {
		var got [2]throughput
		for servers := 1; servers <= 2; servers++ {
			b.say("%s of %d phones, %d on %d servers", c.name, c.phones, c.sessions, servers)
			var err error
			if got[servers-1], err = b.saturate(ctx, servers, c.sessions, c.phones); err != nil {
				return err
			}
		}
		b.atLeast(c.target, ratio(got[1].perSecond, got[0].perSecond), "×", "two servers on one Redis: throughput of "+c.name,
			"%.0f votes/s ÷ %.0f votes/s; CPU of servers and Redis per 1,000 votes %.3f and %.3f s; servers, Redis and phones share %d cores",
			got[1].perSecond, got[0].perSecond, got[1].perCommand, got[0].perCommand, runtime.NumCPU())
	}
	return nil
}

func (b *bench) saturate(ctx context.Context, servers, sessions, phones int) (t throughput, err error) {
	redis, err := b.redis(ctx)
	if err != nil {
		return t, err
	}
	defer redis.end(syscall.SIGTERM)
	var running []*child
	var sites []*visitor.Site
	for range servers {
		server, err := b.serve(ctx, "--redis", redis.redisURL())
		if err != nil {
			return t, err
		}
		defer server.end(syscall.SIGTERM)
		site, err := visitor.NewSite(server.address(), key)
		if err != nil {
			return t, err
		}
		defer site.Close()
		running, sites = append(running, server), append(sites, site)
	}
	halls := make([]*gathering, sessions)
	ballots := make([]session.BallotItem, sessions)
	opening, openCtx := errgroup.WithContext(ctx)
	opening.SetLimit(8)
	for i := range halls {
		opening.Go(func() (err error) {
			mine := sites
			if sessions > 1 { // many sessions: each on one server, as people of one room often are
				mine = sites[i%servers : i%servers+1]
			}
			if halls[i], err = meet(ctx, mine, phones, nil); err != nil {
				return err
			}
			ballots[i], err = halls[i].openVote(openCtx)
			return err
		})
	}
	if err = opening.Wait(); err == nil {
		t, err = b.flood(ctx, gauge(running, redis), halls, ballots)
	}
	for _, g := range halls {
		if g != nil {
			err = errors.Join(err, g.over())
		}
	}
	return t, err
}

// flood lets everybody vote for a while.
func (b *bench) flood(ctx context.Context, read simulate.Gauge, halls []*gathering, ballots []session.BallotItem) (throughput, error) {
	before, err := read(ctx)
	if err != nil {
		return throughput{}, err
	}
	began := time.Now()
	until := began.Add(b.saturated)
	var done atomic.Int64
	voting, voteCtx := errgroup.WithContext(ctx)
	for i, g := range halls {
		for p, v := range g.phones {
			voting.Go(func() error {
				for n := p; time.Now().Before(until); n++ {
					option := ballots[i].Options[n%len(ballots[i].Options)].ID
					if err := v.Do(voteCtx, session.CastBallot{Round: ballots[i].Round, Dots: map[string]int{option: 1}}); err != nil {
						return fmt.Errorf("vote %d: %w", n, err)
					}
					done.Add(1)
				}
				return nil
			})
		}
	}
	if err := voting.Wait(); err != nil {
		return throughput{}, err
	}
	took := time.Since(began)
	after, err := read(ctx)
	votes := float64(done.Load())
	cpu := (after.ServerCPU - before.ServerCPU + after.StoreCPU - before.StoreCPU).Seconds()
	return throughput{perSecond: votes / took.Seconds(), perCommand: ratio(cpu, votes/1000)}, err
}
