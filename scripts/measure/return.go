package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
)

// comeBack restarts a server under an open vote, once killed and once asked to stop, and waits for everybody.
func comeBack(ctx context.Context, b *bench) error {
	return b.stage(ctx, inFile, func(server, _ *child) error {
		site, err := visitor.NewSite(server.address(), key)
		if err != nil {
			return err
		}
		defer site.Close()
		g, err := meet(ctx, []*visitor.Site{site}, b.thousand, nil)
		if err != nil {
			return err
		}
		port := server.port
		defer func() { server.end(syscall.SIGTERM) }() // the last one
		if _, err := g.openVote(ctx); err != nil {
			return errors.Join(err, g.over())
		}
		for _, how := range []struct {
			name   string
			signal os.Signal
		}{{"killed", syscall.SIGKILL}, {"stopped in order", syscall.SIGTERM}} {
			b.say("%d phones, the server is %s and started anew", b.thousand, how.name)
			before := len(g.absences())
			server.end(how.signal)
			if server, err = b.serveAt(ctx, port, b.file("stage")...); err != nil {
				return errors.Join(err, g.over())
			}
			back, err := g.allBack(ctx, before)
			if err != nil {
				return errors.Join(err, g.over())
			}
			cpu, _, err := server.used()
			if err != nil {
				return errors.Join(err, g.over())
			}
			b.atMost(5000, back.P99, "ms", fmt.Sprintf("return, %d, server %s: 99 %% back with the full state", b.thousand, how.name),
				"from the broken line to the last of 99 %%; the median %.0f ms, the last %.0f ms", back.P50, back.Max)
			b.atMost(3, cpu.Seconds(), "CPU s", fmt.Sprintf("return, %d, server %s: CPU", b.thousand, how.name), "of the new server until all were back")
		}
		return g.over()
	})
}

func (g *gathering) absences() []time.Duration {
	var all []time.Duration
	for _, v := range g.phones {
		all = append(all, v.Absences()...)
	}
	return all
}

// allBack waits until everybody has come back once more.
func (g *gathering) allBack(ctx context.Context, before int) (openloop.Spread, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for {
		if all := g.absences(); len(all) >= before+len(g.phones) {
			var last []time.Duration
			for _, v := range g.phones {
				a := v.Absences()
				last = append(last, a[len(a)-1])
			}
			return openloop.SpreadOf(last), nil
		}
		select {
		case <-ctx.Done():
			return openloop.Spread{}, fmt.Errorf("not everybody came back: %w", ctx.Err())
		case <-time.After(50 * time.Millisecond):
		}
	}
}
