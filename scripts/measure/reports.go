package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"strconv"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

const (
	readers  = 20  // who ask for reports while others vote, and how many reports that is in a vote
	together = 100 // who ask for the same report
)

// reportScene measures what a report costs, and whom it costs it.
func reportScene(ctx context.Context, b *bench) error {
	return errors.Join(b.oneReport(ctx), b.stage(ctx, inFile, func(server, _ *child) error {
		site, err := visitor.NewSite(server.address(), key)
		if err != nil {
			return err
		}
		defer site.Close()
		g, err := meet(ctx, []*visitor.Site{site}, b.thousand, nil)
		if err != nil {
			return err
		}
		other, err := voted(ctx, site, 12)
		if err != nil {
			return errors.Join(err, g.over())
		}
		return errors.Join(b.votesBesideReports(ctx, g, other, site, server.address()), b.manyReaders(ctx, g, server.address()), other.over(), g.over())
	}))
}

var reportLine = regexp.MustCompile(`(?m)^BenchmarkPDF\S*\s.*$`)

// oneReport takes the benchmark of the report with all charts.
func (b *bench) oneReport(ctx context.Context) error {
	times := "10x"
	if b.quick {
		times = "1x"
	}
	out, err := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", "^BenchmarkPDF$", "-benchmem", "-benchtime", times, "verbindend/reports").CombinedOutput() //nolint:gosec // our own words
	if err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	line := reportLine.Find(out)
	number := func(unit string) float64 {
		found := regexp.MustCompile(`([0-9.]+) ` + unit + `(?:\s|$)`).FindSubmatch(line)
		if found == nil {
			err = errors.Join(err, fmt.Errorf("the benchmark tells no %s: %s", unit, line))
			return 0
		}
		n, wrong := strconv.ParseFloat(string(found[1]), 64)
		err = errors.Join(err, wrong)
		return n
	}
	pages, hashes := number("pages"), number("hashes")
	b.atMost(250, number("ns/op")/1e6, "ms", "a report with all charts", "%.0f pages; %.2f × one SHA-256 over 50 MB on this machine", pages, hashes)
	b.atMost(50, number("B/op")/1e6, "MB", "a report with all charts: allocated", "in all, for one")
	b.atMost(500, number("KB"), "KB", "a report with all charts: its file", "as it is downloaded")
	return err
}

// voted is a small session with something to report.
func voted(ctx context.Context, site *visitor.Site, people int) (*gathering, error) {
	g, err := meet(ctx, []*visitor.Site{site}, people, nil)
	if err != nil {
		return nil, err
	}
	ballot, err := g.openVote(ctx)
	if err == nil {
		_, err = g.vote(ctx, ballot, 0)
	}
	if err == nil {
		err = errors.Join(g.host.Do(ctx, session.CloseActivity{}), g.open(ctx, session.Reveal))
	}
	if err != nil {
		return nil, errors.Join(err, g.over())
	}
	return g, nil
}

// votesBesideReports lets everybody vote: while many reports are asked for at one moment, alone, while reports on another session are
// asked for one by one, and while they are asked for all the time.
func (b *bench) votesBesideReports(ctx context.Context, g, other *gathering, site *visitor.Site, address string) error {
	ballot, err := g.openVote(ctx)
	if err != nil {
		return err
	}
	if err := b.votesBesideBursts(ctx, g, site, ballot, address); err != nil {
		return err
	}
	b.say("%d phones vote, then beside %d reports, then beside as many as can be made", len(g.phones), readers)
	quiet, err := g.vote(ctx, ballot, b.window)
	if err != nil {
		return err
	}
	if err := other.host.Do(ctx, session.PlanActivity{Activity: pauseOf(1), At: 99}); err != nil {
		return err
	}
	for _, pace := range []time.Duration{b.window / readers, 0} {
		made, busy, err := g.voteBeside(ctx, ballot, b.window, other, address, pace)
		if err != nil {
			return err
		}
		name := fmt.Sprintf("vote, %d, while reports are made: acknowledgement p95", len(g.phones))
		of := fmt.Sprintf("%.1f ms ÷ %.1f ms without; %d different reports in %v", busy.P95, quiet.P95, made, b.window)
		if pace > 0 {
			b.atMost(1.5, ratio(busy.P95, quiet.P95), "×", name, "%s", of)
		} else {
			b.told(ratio(busy.P95, quiet.P95), "×", name+", without a pause", "%s", of)
		}
	}
	return nil
}

// pauseOf is an activity that makes a report another one.
func pauseOf(n int) session.Activity {
	return session.Activity{ID: "pause", Kind: session.Pause, Minutes: 1 + n%session.MaxMinutes, Title: fmt.Sprint("Pauze ", n)}
}

// voteBeside is vote while readers ask for reports on another session, each of them a different report: all together one at each
// pace, or without a pause when it is 0. It tells how many came.
func (g *gathering) voteBeside(ctx context.Context, ballot session.BallotItem, window time.Duration, other *gathering, address string, pace time.Duration) (int64, openloop.Spread, error) {
	asking, stop := context.WithCancel(ctx)
	var made, asked atomic.Int64
	reading, readCtx := errgroup.WithContext(asking)
	began := time.Now()
	for i := range readers {
		reading.Go(func() error {
			for readCtx.Err() == nil {
				n := asked.Add(1)
				select {
				case <-readCtx.Done():
					return nil
				case <-time.After(time.Until(began.Add(time.Duration(n-1) * pace))):
				}
				err := other.host.Do(readCtx, session.EditActivity{Activity: pauseOf(int(n) + 1)})
				if err == nil {
					err = download(readCtx, address, other.created.ID, []session.Lang{session.Dutch, session.English}[i%2])
				}
				if err != nil && readCtx.Err() == nil {
					return err
				}
				made.Add(1)
			}
			return nil
		})
	}
	times, err := g.vote(ctx, ballot, window)
	stop()
	if err = errors.Join(err, reading.Wait()); err != nil {
		return 0, times, err
	}
	// What readers asked for is made although they left. Whoever asks last waits for all of it, so that no later figure does.
	err = other.host.Do(ctx, session.EditActivity{Activity: pauseOf(int(asked.Add(1)) + 1)})
	return made.Load(), times, errors.Join(err, download(ctx, address, other.created.ID, session.Dutch))
}

// manyReaders ends a session, waits for its report as the first reader does, and lets many people have it at once.
func (b *bench) manyReaders(ctx context.Context, g *gathering, address string) error {
	began := time.Now()
	if err := g.host.Do(ctx, session.EndSession{}); err != nil {
		return err
	}
	if err := download(ctx, address, g.created.ID, session.Dutch); err != nil {
		return err
	}
	b.atMost(1000, float64(time.Since(began).Milliseconds()), "ms", fmt.Sprintf("report of %d people", len(g.phones)),
		"from the end of the session until the first reader has all of it")
	began = time.Now()
	crowd, crowdCtx := errgroup.WithContext(ctx)
	for range together {
		crowd.Go(func() error {
			return download(crowdCtx, address, g.created.ID, session.Dutch)
		})
	}
	err := crowd.Wait()
	b.atMost(1000, float64(time.Since(began).Milliseconds()), "ms", fmt.Sprintf("%d downloads of one report at once", together), "until the last has all of it")
	return err
}

// vote lets every phone cast a ballot once in the window, each at a moment of its own, and times the acknowledgements from then.
func (g *gathering) vote(ctx context.Context, ballot session.BallotItem, window time.Duration) (openloop.Spread, error) {
	acks, err := g.cast(ctx, ballot, window)
	times := make([]time.Duration, len(acks))
	for i, a := range acks {
		times[i] = a.took
	}
	return openloop.SpreadOf(times), err
}

// cast does so, and gives each ballot's acknowledgement.
func (g *gathering) cast(ctx context.Context, ballot session.BallotItem, window time.Duration) ([]ack, error) {
	acks := make([]ack, len(g.phones))
	began := time.Now()
	voting, voteCtx := errgroup.WithContext(ctx)
	for i, v := range g.phones {
		due := began.Add(window * time.Duration(i) / time.Duration(len(g.phones)))
		voting.Go(func() error {
			select {
			case <-voteCtx.Done():
				return voteCtx.Err()
			case <-time.After(time.Until(due)):
			}
			option := ballot.Options[(i+int(began.UnixNano()%7))%len(ballot.Options)].ID
			err := v.Do(voteCtx, session.CastBallot{Round: ballot.Round, Dots: map[string]int{option: 1}})
			acks[i] = ack{due, time.Since(due)}
			return err
		})
	}
	return acks, voting.Wait()
}

// download reads a whole report.
func download(ctx context.Context, address, id string, lang session.Lang) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/api/sessions/%s/report.pdf?lang=%s", address, id, lang), nil)
	if err != nil {
		return err
	}
	reply, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer reply.Body.Close()
	_, err = io.Copy(io.Discard, reply.Body)
	if err == nil && reply.StatusCode != http.StatusOK {
		err = errors.New(reply.Status)
	}
	return err
}
