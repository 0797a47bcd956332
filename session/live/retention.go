package live

import (
	"context"
	"fmt"
	"time"

	"verbindend/session"
)

// How long things are kept. The notice on every phone says so; docs and notice must change with these.
const (
	EndAfter        = 7 * 24 * time.Hour   // from the start: a session that nobody ended is ended, which cuts its links to people
	ForgetCardAfter = 30 * 24 * time.Hour  // from the end: what people wrote on their cards
	PulseFor        = 14 * 24 * time.Hour  // from its opening: a pulse that nobody closed
	EraseAfter      = 365 * 24 * time.Hour // from the end, or from the import: the results
	RehearsedFor    = 4 * time.Hour        // from the start: a rehearsal that nobody ended is erased
	retentionEvery  = time.Hour
	clockTrust      = 10 * time.Minute // how far the clock may be set between two rounds and be believed
)

// keepRetention keeps what the notice promises, from the start of the server and every hour. It also completes what a server
// that stopped has left half done.
func (rs *Rooms) keepRetention() {
	every := time.NewTicker(retentionEvery)
	defer every.Stop()
	told, measured := rs.now().Round(0), time.Now() // without its monotonic part, a time says what the clock says
	for {
		// Nothing is erased because somebody has set the clock, perhaps by mistake: it has an hour to be set right.
		now := rs.now().Round(0)
		set := now.Sub(told) - time.Since(measured)
		told, measured = now, time.Now()
		if set.Abs() < clockTrust {
			rs.retainAll(now)
		} else {
			rs.logger.Warn("the clock was set, or the machine has slept; retention is looked after in an hour", "by", set)
		}
		select {
		case <-every.C:
		case <-rs.ctx.Done():
			return
		}
	}
}

// retainAll does what is due for every session.
func (rs *Rooms) retainAll(now time.Time) {
	for _, e := range rs.directory.all() {
		if rs.ctx.Err() != nil {
			return
		}
		ctx, cancel := context.WithTimeout(rs.ctx, appendWait)
		if err := rs.retain(ctx, e, now); err != nil && rs.ctx.Err() == nil {
			rs.logger.Warn("keep to the retention of a session; tried again in an hour", "session", e.ID, "error", err)
		}
		cancel()
	}
}

// retain does what is due for one session.
func (rs *Rooms) retain(ctx context.Context, e Entry, now time.Time) error {
	switch {
	case e.Withdrawn:
		return rs.Erase(ctx, e.ID)
	case e.isPulse():
		return rs.retainPulse(ctx, e, now)
	case e.Rehearsal && (!e.EndedAt.IsZero() || now.Sub(e.StartedAt) >= RehearsedFor):
		return rs.Erase(ctx, e.ID)
	case e.EndedAt.IsZero():
		if now.Sub(e.StartedAt) < EndAfter {
			return nil
		}
		return rs.endForgotten(ctx, e.ID)
	case now.Sub(e.EndedAt) >= EraseAfter && now.Sub(e.Imported) >= EraseAfter:
		return rs.Erase(ctx, e.ID)
	case !e.Sealed:
		_, err := rs.room(ctx, e.ID) // which seals it
		if p := session.AsProblem(err); p != nil && p.Code == session.NotFound && !e.Imported.IsZero() && now.Sub(e.Imported) > retentionEvery {
			return rs.Erase(ctx, e.ID) // its import got no further than its entry
		}
		return err
	case len(e.Marks) == 0:
		return rs.mark(ctx, e)
	case now.Sub(e.EndedAt) >= ForgetCardAfter && !e.Forgot:
		return rs.forgetCards(ctx, e)
	}
	return nil
}

// endForgotten ends a session that nobody has ended.
func (rs *Rooms) endForgotten(ctx context.Context, id string) error {
	err := rs.Do(ctx, id, session.Actor{Role: session.Host, Person: session.HostID}, session.EndSession{})
	switch p := session.AsProblem(err); {
	case p == nil:
		return err
	case p.Code == session.NotFound: // its start got no further than its pin
		return rs.Erase(ctx, id)
	case p.Reason == session.Ended: // without the directory knowing; now that its room is open, it is told
		return nil
	}
	return err
}

// mark keeps the fingerprints of a session that was sealed before the directory had them.
func (rs *Rooms) mark(ctx context.Context, e Entry) error {
	s, _, err := load(ctx, rs.log, e.ID)
	switch {
	case err != nil:
		return err
	case !s.Sealed():
		return notFound()
	}
	return rs.directory.end(ctx, e.ID, e.EndedAt, s.Summary().Marks())
}

// forgetCards replaces the results of a session by the same without the words on people's cards.
func (rs *Rooms) forgetCards(ctx context.Context, e Entry) error {
	s, held, err := load(ctx, rs.log, e.ID)
	switch {
	case err != nil:
		return err
	case s.Seq() == 0:
		return notFound()
	}
	if record, ready := s.ForgetCards(); ready {
		encoded, err := session.EncodeBatch([]session.Record{record})
		if err != nil {
			return err
		}
		if err := rs.log.Replace(ctx, e.ID, held[len(held)-1].Mark(), encoded); err != nil {
			return fmt.Errorf("forget cards: %w", err)
		}
		rs.expel(ctx, e.ID, Reload)
		s.Apply(session.Record{Seq: s.Seq() + 1, At: record.At, Event: record.Event})
	}
	return rs.directory.forgot(ctx, e.ID, s.Summary().Marks())
}
