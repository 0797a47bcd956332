package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"syscall"
	"time"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// bareRun is what the broadcaster needed for a crowd.
type bareRun struct {
	perCommand float64 // CPU seconds per 1,000 commands
	cpu        float64 // seconds
	ack        openloop.Spread
	messages   float64 // received by a phone
}

// bareCrowd lets rooms full of phones talk to the broadcaster: so many commands each, at moments spread over the window.
func (b *bench) bareCrowd(ctx context.Context, rooms, phones, commands int, coalesce time.Duration) (*bareRun, error) {
	server, err := b.broadcaster(ctx, coalesce)
	if err != nil {
		return nil, err
	}
	defer server.end(syscall.SIGKILL)
	site, err := visitor.NewSite(server.address(), "")
	if err != nil {
		return nil, err
	}
	defer site.Close()
	g := newGathering(ctx)
	run, err := b.converse(ctx, server, site, g, rooms, phones, commands)
	return run, errors.Join(err, g.over())
}

func (b *bench) converse(ctx context.Context, server *child, site *visitor.Site, g *gathering, rooms, phones, commands int) (*bareRun, error) {
	err := g.fill(ctx, rooms*phones, func(i int) (visitor.Options, error) {
		return visitor.Options{Site: site, Session: fmt.Sprint("room", i/phones)}, nil
	})
	if err != nil {
		return nil, err
	}
	chance := rand.New(rand.NewPCG(1, 1)) //nolint:gosec // the same crowd each time is the point
	var deeds []openloop.Deed
	var sent []*visitor.Sent
	for _, v := range g.phones {
		for range commands {
			at := time.Duration(chance.Float64() * float64(b.window))
			ballot := session.CastBallot{Round: 1, Dots: map[string]int{"c1": 2, "c5": 1, "c11": 1, "c14": 1}}
			deeds = append(deeds, openloop.Deed{At: at, Do: func(due time.Time) { sent = append(sent, v.SendAt(ballot, due)) }})
		}
	}
	before, _, err := server.used()
	if err != nil {
		return nil, err
	}
	received := g.received()
	if err := openloop.Perform(ctx, time.Now(), deeds); err != nil {
		return nil, err
	}
	var took []time.Duration
	for _, s := range sent {
		if err := s.Wait(ctx); err != nil {
			return nil, err
		}
		took = append(took, s.Acked.Sub(s.At))
	}
	after, _, err := server.used()
	if err != nil {
		return nil, err
	}
	cpu := (after - before).Seconds()
	return &bareRun{
		cpu: cpu, perCommand: cpu / float64(len(sent)) * 1000, ack: openloop.SpreadOf(took),
		messages: float64(g.received()-received) / float64(len(g.phones)),
	}, nil
}

func (g *gathering) received() int {
	n := 0
	for _, v := range g.phones {
		n += v.Traffic().Messages
	}
	return n
}

// bareBroadcast sends so many bytes to so many phones, once, and tells how long it took until the last one had them: the
// best of a few times.
func (b *bench) bareBroadcast(ctx context.Context, phones, size int) (time.Duration, error) {
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
	g := newGathering(ctx)
	all := &arrivals{phones: phones, is: func(m visitor.Message) bool { return m.Frame != nil && len(m.Raw) >= size }}
	err = g.fill(ctx, phones, func(int) (visitor.Options, error) {
		return visitor.Options{Site: site, Session: "room", Watch: all.watch}, nil
	})
	best := time.Duration(0)
	for try := 0; err == nil && try < tries; try++ {
		var took time.Duration
		took, err = all.after(ctx, func() error { return post(ctx, server.address()+"/broadcast/room", `"`+strings.Repeat("x", size)+`"`) })
		if best == 0 || took < best {
			best = took
		}
	}
	return best, errors.Join(err, g.over())
}

func post(ctx context.Context, address, body string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(body))
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return errors.New(res.Status)
	}
	return nil
}
