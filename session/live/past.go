package live

import (
	"time"

	"verbindend/session"
)

// How long a room remembers.
const (
	redoFor     = time.Minute      // the commands it has acknowledged, in case the log loses them while others go on
	rememberFor = 10 * time.Minute // all of this, after it closed because the log did not answer
)

// past is what a room knows to be durable, in case its log comes back with less, or with another history.
type past struct {
	held  []session.Batch
	marks []session.Mark  // of the held batches; snapshots share it, and it only grows
	acked []*acknowledged // in the order in which they were done
	redo  []*acknowledged // those of them that the log has lost and that others have gone on without, still to be done again
}

// acknowledged is a command that somebody was told is done.
type acknowledged struct {
	at      time.Time
	mark    session.Mark // where the log ended then
	command session.Command
	by      session.Actor
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

// acknowledge notes a command that is done, and forgets those that were long ago.
func (p *past) acknowledge(now time.Time, command session.Command, by session.Actor) {
	old := 0
	for old < len(p.acked) && now.Sub(p.acked[old].at) > redoFor {
		p.acked[old] = nil
		old++
	}
	p.acked = append(p.acked[old:], &acknowledged{now, p.end(), command, by})
}

// common counts the batches that two histories begin with.
func (p *past) common(with []session.Batch) int {
	n := 0
	for n < len(p.held) && n < len(with) && same(p.held[n], with[n]) {
		n++
	}
	return n
}

// remembered is what a room that has closed leaves to its next life.
type remembered struct {
	past
	until time.Time
}

// remember keeps what a room knows that closed because its log did not answer: the log may come back with less.
func (rs *Rooms) remember(r *room) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	now := time.Now()
	for id, old := range rs.remembered {
		if now.After(old.until) {
			delete(rs.remembered, id)
		}
	}
	if len(r.held) > 0 {
		rs.remembered[r.id] = remembered{r.past, now.Add(rememberFor)}
	}
}

// recall takes up what an earlier life of a room has left. The caller holds the lock.
func (rs *Rooms) recall(id string) past {
	left, known := rs.remembered[id]
	delete(rs.remembered, id)
	if !known || time.Now().After(left.until) {
		return past{}
	}
	return left.past
}
