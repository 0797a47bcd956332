package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// tries is how often something short is measured; the best counts, because what disturbs only ever makes it longer.
const tries = 3

// arrivals waits until all phones have been sent something.
type arrivals struct {
	phones int
	is     func(visitor.Message) bool

	mu   sync.Mutex
	got  int
	size int // of the message, in bytes
	last time.Time
	all  chan struct{} // closed when everybody has it; nil while nobody waits
}

func (a *arrivals) watch(m visitor.Message) {
	if !a.is(m) {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.all == nil {
		return
	}
	a.size = len(m.Raw)
	if m.Now.After(a.last) {
		a.last = m.Now
	}
	if a.got++; a.got == a.phones {
		close(a.all)
	}
}

// after does something and tells how long it took from then until the last phone had it.
func (a *arrivals) after(ctx context.Context, do func() error) (time.Duration, error) {
	all := make(chan struct{})
	a.mu.Lock()
	a.got, a.last, a.all = 0, time.Time{}, all
	a.mu.Unlock()
	began := time.Now()
	if err := do(); err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	select {
	case <-all:
	case <-ctx.Done():
		return 0, fmt.Errorf("not all %d phones got it: %w", a.phones, ctx.Err())
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.all = nil
	return a.last.Sub(began), nil
}

// reveal takes the time from the host's press to the last phone of a full hall, beside one broadcast of the same bytes.
func reveal(ctx context.Context, b *bench) error {
	b.say("a reveal to %d phones", b.hall)
	return b.stage(ctx, inFile, func(server, _ *child) error {
		site, err := visitor.NewSite(server.address(), key)
		if err != nil {
			return err
		}
		defer site.Close()
		all := &arrivals{phones: b.hall, is: func(m visitor.Message) bool { return m.Frame != nil && m.Set["result"] != nil }}
		g, err := meet(ctx, []*visitor.Site{site}, b.hall, all.watch)
		if err != nil {
			return err
		}
		best, err := g.reveals(ctx, all)
		if err = errors.Join(err, g.over()); err != nil {
			return err
		}
		bare, err := b.bareBroadcast(ctx, b.hall, all.size)
		if err != nil {
			return err
		}
		b.atMost(1.5, ratio(best.Seconds(), bare.Seconds()), "×", fmt.Sprintf("reveal to %d phones: the last phone", b.hall),
			"%.0f ms from the host's press ÷ bare %.0f ms for the same %d bytes; the best of %d; the phones share the machine",
			best.Seconds()*1000, bare.Seconds()*1000, all.size, tries)
		return nil
	})
}

// reveals lets the host reveal a few times, with a vote before each.
func (g *gathering) reveals(ctx context.Context, all *arrivals) (best time.Duration, err error) {
	ballot, err := g.openVote(ctx)
	for try := 0; err == nil && try < tries; try++ {
		for i, v := range g.phones[:min(20, len(g.phones))] {
			dots := map[string]int{ballot.Options[i%len(ballot.Options)].ID: 1}
			err = errors.Join(err, v.Do(ctx, session.CastBallot{Round: ballot.Round + try, Dots: dots}))
		}
		if err = errors.Join(err, g.host.Do(ctx, session.CloseActivity{})); err != nil {
			break
		}
		if err = quiet(ctx); err != nil {
			break
		}
		var took time.Duration
		if took, err = all.after(ctx, func() error { return g.open(ctx, session.Reveal) }); err != nil {
			break
		}
		if best == 0 || took < best {
			best = took
		}
		err = errors.Join(quiet(ctx), g.open(ctx, session.Vote), quiet(ctx))
	}
	return best, err
}

// quiet lets everything be told that was to be told.
func quiet(ctx context.Context) error {
	select {
	case <-time.After(1500 * time.Millisecond):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
