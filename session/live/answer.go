package live

import (
	"time"

	"verbindend/session"
)

// answer tells everybody of a batch what has become of their request, now that it is durable.
func (r *room) answer(requests []any) Closing {
	why, now := StillOpen, time.Now()
	for _, request := range requests {
		switch q := request.(type) {
		case *submission:
			if q.err == nil && q.by.Role == session.Host && q.by.N != 0 {
				r.remark(deed{q.command, q.by, now})
			}
			q.reply(q.err)
			if !q.sent.IsZero() {
				r.meter.Commanded(nameOf(q.command), codeOf(q.err), now.Sub(q.sent))
			}
		case *arrival:
			if q.err == nil {
				r.admit(q)
			}
			q.answer <- q.err
		case departure:
			r.leave(q.member)
		case question:
			q.ask(r.state)
		case eviction:
			q.done <- true
			why = q.why
		}
	}
	return why
}

// admit lets somebody in, and notes what they have seen when that belongs to this history.
func (r *room) admit(q *arrival) {
	if q.seen.Rev > 0 && holds(r.marks, q.seen.Mark, q.seen.Rev) {
		q.member.came(q.seen, r.life)
		r.awaited = max(r.awaited, q.seen.Rev)
	}
	r.enter(q.member)
}

// fail answers every request of a batch with "unavailable".
func (r *room) fail(requests []any) {
	for _, request := range requests {
		switch q := request.(type) {
		case *submission:
			q.reply(unavailable())
			if !q.sent.IsZero() {
				r.meter.Commanded(nameOf(q.command), string(session.Unavailable), time.Since(q.sent))
			}
		case *arrival:
			q.answer <- unavailable()
		case departure:
			r.leave(q.member)
		case question:
			q.ask(nil)
		case eviction:
			q.done <- false
		}
	}
}

// drainClosed refuses what the members of a room that has closed still wanted. Who awaits an answer sees that it has closed,
// and asks its next life.
func (r *room) drainClosed() {
	for {
		select {
		case request := <-r.inbox:
			if q, ok := request.(*submission); ok && q.member != nil {
				q.reply(unavailable())
			}
		default:
			return
		}
	}
}

// nameOf gives a command's name on the wire, and those that never travel one of their own.
func nameOf(c session.Command) string {
	switch c.(type) {
	case session.Join:
		return "join"
	case session.RecordFindings:
		return "record_findings"
	}
	return session.CommandType(c)
}

func codeOf(err error) string {
	if err == nil {
		return "done"
	}
	if p := session.AsProblem(err); p != nil {
		return string(p.Code)
	}
	return string(session.Unavailable)
}
