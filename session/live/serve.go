package live

import (
	"context"
	"errors"
	"slices"
	"time"

	"verbindend/session"
)

// collect takes what waits beside the first request: the append in flight was the time in which it gathered.
func (r *room) collect(first any) []any {
	requests := []any{first}
	for len(requests) < maxBatch {
		select {
		case next := <-r.inbox:
			requests = append(requests, next)
		default:
			return requests
		}
	}
	return requests
}

// serve does a batch of requests: decide all, append once, then answer all.
func (r *room) serve(ctx context.Context, requests []any) Closing {
	for range maxConflicts {
		answers, records := r.decide(requests)
		if len(records) == 0 && submitted(requests) { // no append tells us whether we decided on all that there is
			before := r.state.Seq()
			if why := r.confirm(ctx); why != StillOpen {
				r.fail(requests)
				return why
			}
			if r.state.Seq() != before {
				continue
			}
		}
		err := r.append(ctx, records)
		if errors.Is(err, session.ErrConflict) { // another server was first: take its records in and decide anew
			if why := r.reload(ctx); why != StillOpen {
				r.fail(requests)
				return why
			}
			continue
		}
		if errors.Is(err, errErased) {
			r.fail(requests)
			return Vanished
		}
		if err != nil {
			r.logger.Error("append", "error", err)
			r.fail(requests)
			return StoreDown
		}
		r.refresh()
		for _, answer := range answers {
			answer(nil)
		}
		for _, request := range requests {
			if e, evicted := request.(eviction); evicted {
				e.done <- true
				return e.why
			}
		}
		return StillOpen
	}
	r.logger.Error("append", "error", "too many conflicts")
	r.fail(requests)
	return StoreDown
}

// submitted tells whether commands are among the requests.
func submitted(requests []any) bool {
	return slices.ContainsFunc(requests, func(request any) bool { _, is := request.(submission); return is })
}

// decide decides the requests in order, applying what each brings, so that the next is decided on top of it. Nobody is
// answered yet: what was decided is not durable.
func (r *room) decide(requests []any) (answers []func(error), records []session.Record) {
	now := time.Now()
	do := func(c session.Command, by session.Actor) error {
		decided, err := r.state.Decide(c, by, now)
		for _, record := range decided {
			r.state.Apply(record)
		}
		records = append(records, decided...)
		return err
	}
	for _, request := range requests {
		switch q := request.(type) {
		case submission:
			err := do(q.command, q.by)
			answers = append(answers, func(error) { q.reply(err) })
		case arrival:
			m := q.member
			m.LastN = r.state.LastN(m.Viewer.Person, m.Client)
			var err error
			if m.Viewer.Role == session.Participant {
				m.Known = r.state.Me(m.Viewer.Person) != nil
				if !m.Known && r.state.Status() != session.Over {
					err = do(session.Join{}, session.Actor{Role: session.Participant, Person: m.Viewer.Person})
				}
			}
			answers = append(answers, func(error) {
				if err == nil {
					r.enter(m)
				}
				q.answer <- err
			})
		case departure:
			answers = append(answers, func(error) { r.leave(q.member) })
		case question:
			answers = append(answers, func(error) {
				sum := r.state.Summary()
				q.told <- &sum
			})
		}
	}
	return answers, records
}

// fail answers every request of a batch with "unavailable".
func (r *room) fail(requests []any) {
	for _, request := range requests {
		switch q := request.(type) {
		case submission:
			q.reply(unavailable())
		case arrival:
			q.answer <- unavailable()
		case departure:
			r.leave(q.member)
		case question:
			q.told <- nil
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
			if q, ok := request.(submission); ok && q.member != nil {
				q.reply(unavailable())
			}
		default:
			return
		}
	}
}
