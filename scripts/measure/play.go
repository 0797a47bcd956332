package main

import (
	"context"
	"fmt"
	"slices"
	"syscall"
	"time"

	"verbindend/cmd/verbindend/simulate"
)

// The names of acts, as simulate tells them.
const (
	writeAct = "write"
	voteAct  = "vote"
)

// A store is where a server keeps sessions while it is measured.
type store string

const (
	inFile  store = "bbolt"
	inRedis store = "redis"
)

// stage starts a server on a store, does something, and ends them.
func (b *bench) stage(ctx context.Context, on store, do func(server, redis *child) error) error {
	flags, redis := b.file("stage"), (*child)(nil)
	if on == inRedis {
		var err error
		if redis, err = b.redis(ctx); err != nil {
			return err
		}
		defer redis.end(syscall.SIGTERM)
		flags = []string{"--redis", redis.redisURL()}
	}
	server, err := b.serve(ctx, flags...)
	if err != nil {
		return err
	}
	defer server.end(syscall.SIGTERM)
	return do(server, redis)
}

// play plays whole sessions on a store, with 3 cards and 5 ballots of each phone.
func (b *bench) play(ctx context.Context, on store, sessions, phones int) (out simulate.Outcome, err error) {
	b.say("playing %d × %d phones on %s", sessions, phones, on)
	err = b.stage(ctx, on, func(server, redis *child) error {
		out, err = simulate.Run(ctx, simulate.Options{
			URL: server.address(), Key: key, Participants: phones, Sessions: sessions, Cards: 3, Votes: 5, Seed: 1, Window: b.window,
			Timeout: 5 * time.Minute, Gauge: gauge([]*child{server}, redis),
		})
		return err
	})
	if err == nil {
		b.atMost(0, float64(out.Lost+out.Disclosures+len(out.Findings)), nothing, fmt.Sprintf("%d × %d on %s: nothing lost", sessions, phones, on),
			"%d commands acknowledged of %d sent", out.Acked, out.Sent)
	}
	return out, err
}

// act finds an act that was measured.
func act(out simulate.Outcome, name string) (simulate.Act, error) {
	i := slices.IndexFunc(out.Acts, func(a simulate.Act) bool { return a.Name == name && a.Use != nil })
	if i < 0 {
		return simulate.Act{}, fmt.Errorf("the act %q was not measured", name)
	}
	return out.Acts[i], nil
}

// ratio avoids a division by what was too little to be seen.
func ratio(a, b float64) float64 {
	const least = 0.001
	return max(a, 0) / max(b, least)
}
