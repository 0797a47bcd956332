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

// serve does a batch of requests: decide all, append once, then answer all. While other servers are first, it takes in what they
// wrote and decides anew, as long as the log may take for an append. Commands that the log has lost are done before.
func (r *room) serve(ctx context.Context, requests []any) Closing {
	if r.behind(requests) {
		if err := r.confirm(ctx); err != nil {
			r.fail(requests)
			return r.closingFor("follow the log", err)
		}
	}
	for begun := time.Now(); ; {
		redo, now := r.redo, requests
		if len(redo) > maxBatch {
			redo, now = redo[:maxBatch], nil
		}
		tried, err := r.attempt(ctx, redo, now)
		if err != nil {
			r.fail(requests)
			return r.closingFor("append", err)
		}
		if !tried {
			if time.Since(begun) < appendWait {
				continue
			}
			r.fail(requests)
			return r.closingFor("append", errors.New("others are first all the time"))
		}
		r.madeGood(len(redo))
		r.note()
		why := r.answer(now)
		r.refreshEverybody()
		if why != StillOpen {
			return why
		}
		if len(r.redo) == 0 && (now != nil || requests == nil) {
			return StillOpen
		}
		begun = time.Now() // it goes on
	}
}

// behind tells whether there is something in the log that should be known before these requests are decided: a notice said so, or
// somebody has seen it, or wants to be sure.
func (r *room) behind(requests []any) bool {
	if heard := r.heard.Load(); heard > r.state.Seq() && heard != ^uint64(0) {
		return true
	}
	return slices.ContainsFunc(requests, func(request any) bool {
		switch q := request.(type) {
		case *arrival:
			return q.seen.Rev > r.state.Seq()
		case question:
			return q.latest
		}
		return false
	})
}

// attempt decides and appends once; false: somebody else was first, and what they wrote has been taken in.
func (r *room) attempt(ctx context.Context, redo []deed, requests []any) (bool, error) {
	r.prepare()
	records := r.decide(redo, requests)
	if len(records) == 0 && submitted(requests) { // no append tells us whether we decided on all that there is
		before := r.end()
		if err := r.confirm(ctx); err != nil {
			return false, err
		}
		return r.end() == before, nil
	}
	switch err := r.append(ctx, records); {
	case err == nil:
		r.settle(records)
		return true, nil
	case errors.Is(err, session.ErrLost):
		return false, r.reconcile(ctx)
	case errors.Is(err, session.ErrConflict):
		if err := r.takeBack(); err != nil {
			return false, err
		}
		return false, r.confirm(ctx)
	default:
		return false, err
	}
}

// submitted tells whether commands are among the requests.
func submitted(requests []any) bool {
	return slices.ContainsFunc(requests, func(request any) bool { _, is := request.(*submission); return is })
}

// decide decides the requests in order, applying what each brings, so that the next is decided on top of it. Nobody is
// answered yet: what was decided is not durable.
func (r *room) decide(redo []deed, requests []any) (records []session.Record) {
	now := r.now()
	do := func(c session.Command, by session.Actor) error {
		decided, err := r.state.Decide(c, by, now)
		for _, record := range decided {
			r.state.Apply(record)
		}
		records = append(records, decided...)
		return err
	}
	r.again(redo, do)
	for _, request := range requests {
		switch q := request.(type) {
		case *submission:
			q.err = do(q.command, q.by)
		case *arrival:
			r.receive(q, do)
		}
	}
	return records
}

// receive decides about somebody who comes.
func (r *room) receive(q *arrival, do func(session.Command, session.Actor) error) {
	m := q.member
	m.LastN, m.Known, q.err = r.state.LastN(m.Viewer.Person, m.Client), false, nil
	if m.Viewer.Role != session.Participant {
		return
	}
	if m.Known = r.state.Me(m.Viewer.Person) != nil; !m.Known && r.state.Status() != session.Over {
		q.err = do(session.Join{}, session.Actor{Role: session.Participant, Person: m.Viewer.Person})
	}
}
