package simulate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// Run plays all sessions side by side and adds up what came of them. An error means that some could not be played to the
// end; the outcome then holds what is known.
func Run(ctx context.Context, o Options) (Outcome, error) {
	if err := o.Check(); err != nil {
		return Outcome{}, err
	}
	site, err := visitor.NewSite(o.URL, o.Key)
	if err != nil {
		return Outcome{}, err
	}
	defer site.Close()
	ctx, cancel := context.WithTimeout(ctx, o.Timeout)
	defer cancel()

	started := time.Now()
	tell := teller{out: o.Progress, started: started}
	plays := make([]*play, o.Sessions)
	errs := make([]error, o.Sessions)
	var wg sync.WaitGroup
	for i := range plays {
		plays[i] = &play{o: o, number: i + 1, site: site, crowd: crowd.New(lang, o.Seed, 1), say: tell.of(i + 1)}
		wg.Go(func() { errs[i] = plays[i].run(ctx) })
	}
	wg.Wait()
	err = errors.Join(errs...)
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() != nil {
		err = fmt.Errorf("not done within %s: %w", o.Timeout, err)
	}
	return sum(o, plays, time.Since(started)), err
}

// A teller writes lines about the progress, one at a time, however many sessions have something to say.
type teller struct {
	mu      sync.Mutex
	out     io.Writer // nil: nobody listens
	started time.Time
}

func (t *teller) of(session int) func(string, ...any) {
	return func(format string, args ...any) {
		if t.out == nil {
			return
		}
		t.mu.Lock()
		defer t.mu.Unlock()
		fmt.Fprintf(t.out, "%6.1fs  session %d  %s\n", time.Since(t.started).Seconds(), session, fmt.Sprintf(format, args...))
	}
}

// sum adds up what all plays measured and found.
func sum(o Options, plays []*play, wall time.Duration) Outcome {
	out := Outcome{Participants: o.Participants, Wall: round(wall.Seconds()), Sessions: []Played{}}
	var ack, visible []time.Duration
	phones := 0
	for _, p := range plays {
		if p.created.ID != "" {
			out.Sessions = append(out.Sessions, Played{p.created.ID, p.created.Pin, p.report})
		}
		all := append([]*visitor.Sent(nil), p.host0...)
		var first []time.Time
		for _, ph := range p.phones {
			if ph == nil || ph.visitor == nil {
				continue
			}
			phones++
			all = append(all, ph.sent()...)
			if ph.counted() != nil {
				first = append(first, ph.ballots[0].At)
			}
			traffic := ph.visitor.Traffic()
			out.Phone.Messages += float64(traffic.Messages)
			out.Phone.Bytes += float64(traffic.Bytes)
			out.Reconnects += max(traffic.Lines-1, 0)
		}
		for _, s := range all {
			out.Sent++
			if !s.Acked.IsZero() {
				out.Acked++
				ack = append(ack, s.Acked.Sub(s.At))
			} else {
				out.Refused++
				out.Findings = append(out.Findings, unanswered(p, s))
			}
		}
		visible = append(visible, p.sight.delays(first)...)
		disclosures, notes := p.sentry.disclosures()
		out.Disclosures += disclosures
		out.Findings = append(out.Findings, notes...)
		for _, f := range p.findings {
			out.Lost += f.lost + f.doubled
			out.Findings = append(out.Findings, f.what)
		}
	}
	if phones > 0 {
		out.Phone.Messages = round(out.Phone.Messages / float64(phones))
		out.Phone.Bytes = round(out.Phone.Bytes / float64(phones))
	}
	out.Ack, out.Visible = spread(ack), spread(visible)
	return out
}

func unanswered(p *play, s *visitor.Sent) string {
	what := fmt.Sprintf("session %s: %s", p.created.ID, session.CommandType(s.Command))
	if s.Problem != nil {
		return what + " was refused: " + s.Problem.Error()
	}
	return what + " was not answered"
}
