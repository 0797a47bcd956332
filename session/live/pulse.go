package live

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"time"

	"verbindend/session"
)

// maxPulses is how often one session can be looked back on.
const maxPulses = 12

// A PulseEntry is what the directory knows of a pulse: it stands in the list as a session of its own, without a pin.
type PulseEntry struct {
	Of     string    `json:"of"`     // the session it looks back on
	Day    int       `json:"day"`    // days after the end of that one that it is meant for
	Closes time.Time `json:"closes"` // when it is closed, if nobody has done so
}

// isPulse tells whether an entry is a pulse, and no session that anybody goes to.
func (e Entry) isPulse() bool { return e.Pulse.Of != "" }

// pulses lists the pulses of a session that are not being erased, the oldest first. The caller holds the lock.
func (d *Directory) pulses(of string) []Entry {
	var list []Entry
	for _, e := range d.byID {
		if e.Pulse.Of == of && !e.Withdrawn {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(a, b Entry) int { return cmp.Or(a.StartedAt.Compare(b.StartedAt), cmp.Compare(a.ID, b.ID)) })
	return list
}

// Pulses lists the pulses of a session, the oldest first, as the log has them now.
func (d *Directory) Pulses(ctx context.Context, of string) ([]Entry, error) {
	if err := d.catchUp(ctx); err != nil {
		return nil, err
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.pulses(of), nil
}

// OpenPulse begins to look back on a session that has ended. One can be open at a time.
func (rs *Rooms) OpenPulse(ctx context.Context, of string, day int) (Entry, error) {
	sum, err := rs.Summary(ctx, of)
	if err != nil {
		return Entry{}, err
	}
	sum.ID = of // results that came from a file name another session
	now := rs.now()
	c := session.StartPulse{ID: strings.ToLower(rand.Text()[:20]), Day: day, Of: sum}
	records, err := session.New().Decide(c, session.Actor{Role: session.Host, Person: session.HostID}, now)
	if err != nil {
		return Entry{}, err
	}
	encoded, err := session.EncodeBatch(records)
	if err != nil {
		return Entry{}, err
	}
	e := Entry{
		ID: c.ID, Title: sum.Title, Lang: sum.Lang, Fictional: sum.Fictional, StartedAt: now,
		Pulse: PulseEntry{Of: of, Day: day, Closes: now.Add(PulseFor)},
	}
	d := rs.directory
	err = d.keep(ctx, func() (entryKept, bool, error) {
		before := d.pulses(of)
		switch looked, listed := d.byID[of]; {
		case !listed || looked.Withdrawn || looked.isPulse():
			return entryKept{}, false, notFound()
		case slices.ContainsFunc(before, func(e Entry) bool { return e.EndedAt.IsZero() }):
			return entryKept{}, false, &session.Problem{Code: session.Taken, Field: "pulse"}
		case len(before) >= maxPulses:
			return entryKept{}, false, &session.Problem{Code: session.Invalid, Field: "pulse", Reason: session.TooMany, Limit: maxPulses}
		}
		return entryKept{Entry: e}, true, nil
	})
	if err != nil {
		return Entry{}, err
	}
	if err := rs.log.Append(ctx, e.ID, session.Mark{}, uint64(len(records)), encoded); err != nil {
		return Entry{}, fmt.Errorf("open a pulse: %w", err)
	}
	return e, nil
}

// OpenPulseOf gives the pulse of a session that takes answers now; false when there is none.
func (rs *Rooms) OpenPulseOf(ctx context.Context, of string) (Entry, bool, error) {
	list, err := rs.directory.Pulses(ctx, of)
	if err != nil {
		return Entry{}, false, err
	}
	if i := slices.IndexFunc(list, func(e Entry) bool { return e.EndedAt.IsZero() && rs.now().Before(e.Pulse.Closes) }); i >= 0 {
		return list[i], true, nil
	}
	return Entry{}, false, nil
}

// PulseForm gives the questions of a pulse.
func (rs *Rooms) PulseForm(ctx context.Context, pulse string) (session.Form, error) {
	return ask(ctx, rs, pulse, false, (*session.Session).PulseForm)
}

// AnswerPulse gives somebody's answers to a pulse, in the place of those they gave before.
func (rs *Rooms) AnswerPulse(ctx context.Context, pulse string, person session.PersonID, sheet session.Sheet) error {
	by := session.Actor{Role: session.Participant, Person: person}
	if err := rs.Do(ctx, pulse, by, session.Join{}); err != nil {
		return err
	}
	return rs.Do(ctx, pulse, by, session.FillSheet{Activity: session.PulseActivity, Sheet: sheet})
}

// ClosePulse closes the pulse of a session that is open. That none is, is no error.
func (rs *Rooms) ClosePulse(ctx context.Context, of string) error {
	list, err := rs.directory.Pulses(ctx, of)
	if err != nil {
		return err
	}
	for _, e := range list {
		if e.EndedAt.IsZero() {
			if err := rs.endForgotten(ctx, e.ID); err != nil {
				return err
			}
			// The room tells the directory a moment later; whoever closes a pulse and opens the next one shall not wait for that.
			if err := rs.directory.end(ctx, e.ID, rs.now(), nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// A PulseNow is a pulse with what may be known of it: its results once it has closed, and until then how many have answered.
type PulseNow struct {
	Entry
	Summary session.Summary
}

// Pulses gives the pulses of a session, the oldest first.
func (rs *Rooms) Pulses(ctx context.Context, of string) ([]PulseNow, error) {
	entries, err := rs.directory.Pulses(ctx, of)
	if err != nil {
		return nil, err
	}
	var list []PulseNow
	for _, e := range entries {
		sum, err := rs.glance(ctx, e.ID)
		if p := session.AsProblem(err); p != nil && p.Code == session.NotFound { // its start got no further than the list
			continue
		}
		if err != nil {
			return nil, err
		}
		list = append(list, PulseNow{e, sum})
	}
	return list, nil
}

// retainPulse does what is due for a pulse: it goes with the session it looks back on.
func (rs *Rooms) retainPulse(ctx context.Context, e Entry, now time.Time) error {
	if _, listed := rs.directory.Get(e.Pulse.Of); !listed {
		return rs.Erase(ctx, e.ID)
	}
	switch {
	case e.EndedAt.IsZero() && !now.Before(e.Pulse.Closes):
		return rs.endForgotten(ctx, e.ID)
	case !e.EndedAt.IsZero() && !e.Sealed:
		_, err := rs.room(ctx, e.ID) // which seals it
		return err
	}
	return nil
}

// erasePulses takes away all pulses of a session.
func (rs *Rooms) erasePulses(ctx context.Context, of string) error {
	list, err := rs.directory.Pulses(ctx, of)
	if err != nil {
		return err
	}
	for _, e := range list {
		if err := rs.Erase(ctx, e.ID); err != nil && session.AsProblem(err) == nil {
			return err
		}
	}
	return nil
}
