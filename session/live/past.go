package live

import (
	"slices"
	"time"

	"verbindend/session"
)

// How long a room remembers.
const (
	redoFor     = time.Minute      // what hosts have had done, in case the log loses it while others go on
	rememberFor = 10 * time.Minute // all of this, after it closed because the log did not answer
	revisitWait = 2 * time.Second  // between two looks whether the log answers again
)

// past is what a room knows to be durable, in case its log comes back with less, or with another history.
type past struct {
	held  []session.Batch
	marks []session.Mark // of the held batches; snapshots share it, and it only grows
	led   []deed         // what hosts have had done of late, in order
	redo  []deed         // what the log has lost and others have gone on without: still to be done again, in order
	down  time.Time      // since when the log does not answer; zero: it does
}

// deed is a command that is done, and that somebody may have been told of.
type deed struct {
	command session.Command
	by      session.Actor
	at      time.Time
}

// end is where the log ends as far as this room knows.
func (p *past) end() session.Mark {
	if len(p.marks) == 0 {
		return session.Mark{}
	}
	return p.marks[len(p.marks)-1]
}

// keep adds a batch that is durable.
func (p *past) keep(b session.Batch) {
	p.held = append(p.held, b)
	p.marks = append(p.marks, b.Mark())
}

// remark notes a host's command that is done, and forgets those that were long ago. Of what everybody else does, the records tell.
func (p *past) remark(d deed) {
	old := 0
	for old < len(p.led) && d.at.Sub(p.led[old].at) > redoFor {
		old++
	}
	p.led = append(slices.Delete(p.led, 0, old), d)
}

// common counts the batches that two histories begin with.
func (p *past) common(with []session.Batch) int {
	n := 0
	for n < len(p.held) && n < len(with) && same(p.held[n], with[n]) {
		n++
	}
	return n
}

// remember keeps what a room knows that closed because its log did not answer, and opens it again by and by: the log may come
// back with less, and the people may have gone to another server.
func (rs *Rooms) remember(r *room) {
	if len(r.held) == 0 {
		return
	}
	if r.down.IsZero() {
		r.down = time.Now()
	}
	if time.Since(r.down) > rememberFor {
		r.logger.Error("the log has not answered for too long: what it loses now, nobody holds", "records", r.end().Seq)
		return
	}
	rs.mu.Lock()
	rs.remembered[r.id] = r.past
	rs.mu.Unlock()
	rs.wg.Go(func() {
		select {
		case <-time.After(revisitWait):
			if _, err := rs.room(rs.ctx, r.id); err != nil { // then it is remembered again, but for a session that is no more
				r.logger.Warn("the log does not answer yet", "error", err)
			}
		case <-rs.ctx.Done():
		}
	})
}

// recall takes up what an earlier life of a room has left. The caller holds the lock.
func (rs *Rooms) recall(id string) past {
	left := rs.remembered[id]
	delete(rs.remembered, id)
	return left
}
