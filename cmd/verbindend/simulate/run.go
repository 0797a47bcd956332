package simulate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// run is one simulation: all its plays, and what was measured between their acts.
type run struct {
	o        Options
	plays    []*play
	moments  []moment
	gaugeErr error // the first, when the gauge could not be read
}

// Run plays all sessions side by side and adds up what came of them. An error means that some could not be played to the
// end; the outcome then holds what is known.
func Run(ctx context.Context, o Options) (Outcome, error) {
	if err := o.Check(); err != nil {
		return Outcome{}, err
	}
	var sites []*visitor.Site
	for _, address := range o.urls() {
		site, err := visitor.NewSite(address, o.Key)
		if err != nil {
			return Outcome{}, err
		}
		defer site.Close()
		sites = append(sites, site)
	}
	ctx, cancel := context.WithTimeout(ctx, o.Timeout)
	defer cancel()

	started := time.Now()
	tell := teller{out: o.Progress, started: started}
	r := &run{o: o, plays: make([]*play, o.Sessions)}
	all := newStage(o.Sessions, r.note)
	errs := make([]error, o.Sessions)
	var wg sync.WaitGroup
	for i := range r.plays {
		r.plays[i] = &play{o: o, number: i + 1, sites: sites, stage: all, crowd: crowd.New(lang, o.Seed, 1), say: tell.of(i + 1)}
	}
	r.note(betweenActs)
	for i, p := range r.plays {
		wg.Go(func() { errs[i] = p.run(ctx) })
	}
	wg.Wait()
	err := errors.Join(errs...)
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() != nil {
		err = fmt.Errorf("not done within %s: %w", o.Timeout, err)
	}
	return r.sum(time.Since(started)), err
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

// timed is one acknowledged command.
type timed struct {
	due  time.Time
	took time.Duration
}

// sum adds up what all plays measured and found.
func (r *run) sum(wall time.Duration) Outcome {
	out := Outcome{Participants: r.o.Participants, Wall: round(wall.Seconds()), Sessions: []Played{}}
	var m measured
	phones := 0
	for _, p := range r.plays {
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
			first = append(first, ph.firsts()...)
			m.phone(p, ph)
			traffic := ph.visitor.Traffic()
			out.Phone.Messages += float64(traffic.Messages)
			out.Phone.Bytes += float64(traffic.Bytes)
			out.Reconnects += max(traffic.Lines-1, 0)
		}
		for _, s := range all {
			out.Sent++
			if !s.Acked.IsZero() {
				out.Acked++
				m.ack = append(m.ack, timed{s.At, s.Acked.Sub(s.At)})
			} else {
				out.Refused++
				out.Findings = append(out.Findings, unanswered(p, s))
			}
		}
		m.visible = append(m.visible, p.sight.delays(first)...)
		m.hostVisible = append(m.hostVisible, p.hostSees.delays(first)...)
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
	m.into(&out)
	out.Acts = r.acts(phones, m.ack)
	return out
}

// measured collects times of all plays.
type measured struct {
	ack                                        []timed
	visible, hostVisible, join, reveal, absent []time.Duration
}

func (m *measured) phone(p *play, ph *phone) {
	if !ph.joined.IsZero() {
		m.join = append(m.join, ph.joined.Sub(ph.due))
	}
	if !ph.revealed.IsZero() {
		m.reveal = append(m.reveal, ph.revealed.Sub(p.revealed))
	}
	m.absent = append(m.absent, ph.visitor.Absences()...)
}

func (m *measured) into(out *Outcome) {
	ack := make([]time.Duration, len(m.ack))
	for i, s := range m.ack {
		ack[i] = s.took
	}
	out.Ack, out.Visible, out.HostVisible = openloop.SpreadOf(ack), openloop.SpreadOf(m.visible), openloop.SpreadOf(m.hostVisible)
	out.Join, out.Reveal, out.Back = openloop.SpreadOf(m.join), openloop.SpreadOf(m.reveal), openloop.SpreadOf(m.absent)
}

func unanswered(p *play, s *visitor.Sent) string {
	what := fmt.Sprintf("session %s: %s", p.created.ID, session.CommandType(s.Command))
	if s.Problem != nil {
		return what + " was refused: " + s.Problem.Error()
	}
	return what + " was not answered"
}
