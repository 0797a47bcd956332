package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

const (
	bursts  = 8 // in one vote: moments at which all reports are asked for
	windows = 3 // votes, so that enough ballots are cast beside reports to tell their p95
)

// An ack is a ballot that was to be cast at a moment, and how long after it was acknowledged.
type ack struct {
	due  time.Time
	took time.Duration
}

// A span is the time in which the reports of one burst were made.
type span struct{ from, to time.Time }

// votesBesideBursts lets everybody vote at a steady pace while reports on other sessions, each another one, are asked for at one
// moment, again and again; ballots that were cast while they were made are held against those cast before and after.
func (b *bench) votesBesideBursts(ctx context.Context, g *gathering, site *visitor.Site, ballot session.BallotItem, address string) (err error) {
	var others []*gathering
	defer func() {
		for _, other := range others {
			err = errors.Join(err, other.over())
		}
	}()
	for range readers {
		other, err := voted(ctx, site, 5)
		if err != nil {
			return err
		}
		others = append(others, other)
		if err := other.host.Do(ctx, session.PlanActivity{Activity: pauseOf(1), At: 99}); err != nil {
			return err
		}
	}
	b.say("%d phones vote %d times, and beside that %d reports are asked for at one moment, %d times", len(g.phones), windows, readers, windows*bursts)
	var beside, apart []time.Duration
	var spent time.Duration
	for w := range windows {
		acks, spans, err := g.voteInBursts(ctx, ballot, b.window, others, address, w*bursts)
		if err != nil {
			return err
		}
		for _, one := range spans {
			spent += one.to.Sub(one.from)
		}
		for _, a := range acks {
			if slices.ContainsFunc(spans, func(s span) bool { return a.due.After(s.from) && a.due.Before(s.to) }) {
				beside = append(beside, a.took)
			} else {
				apart = append(apart, a.took)
			}
		}
	}
	busy, calm := openloop.SpreadOf(beside), openloop.SpreadOf(apart)
	b.atMost(1.5, ratio(busy.P95, calm.P95), "×", fmt.Sprintf("vote, %d, while %d reports asked for at one moment are made: acknowledgement p95", len(g.phones), readers),
		"%.1f ms (%d ballots) ÷ %.1f ms before and after (%d); %.0f ms for %d reports", busy.P95, len(beside), calm.P95, len(apart),
		float64(spent.Milliseconds())/windows/bursts, readers)
	return nil
}

// voteInBursts is vote while all of the others' reports are asked for at the same moment, at each of some moments.
func (g *gathering) voteInBursts(ctx context.Context, ballot session.BallotItem, window time.Duration, others []*gathering, address string, before int) ([]ack, []span, error) {
	var spans []span
	asking, askCtx := errgroup.WithContext(ctx)
	began := time.Now()
	asking.Go(func() error {
		for n := range bursts {
			for _, other := range others { // which makes each of them another report
				if err := other.host.Do(askCtx, session.EditActivity{Activity: pauseOf(before + n + 2)}); err != nil {
					return err
				}
			}
			select {
			case <-askCtx.Done():
				return askCtx.Err()
			case <-time.After(time.Until(began.Add(window * time.Duration(2*n+1) / (2 * bursts)))):
			}
			one := span{from: time.Now()}
			reading, readCtx := errgroup.WithContext(askCtx)
			for _, other := range others {
				reading.Go(func() error { return download(readCtx, address, other.created.ID, session.Dutch) })
			}
			if err := reading.Wait(); err != nil {
				return err
			}
			one.to = time.Now()
			spans = append(spans, one)
		}
		return nil
	})
	acks, err := g.cast(ctx, ballot, window)
	return acks, spans, errors.Join(err, asking.Wait())
}
