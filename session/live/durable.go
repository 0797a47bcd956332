package live

import (
	"bytes"
	"context"
	"errors"
	"time"

	"verbindend/session"
)

// errErased ends a room whose session was erased elsewhere.
var errErased = errors.New("the session was erased")

// append makes records durable.
func (r *room) append(ctx context.Context, records []session.Record) error {
	if len(records) == 0 {
		return nil
	}
	encoded, err := session.EncodeBatch(records)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	begun := time.Now()
	batch := session.Batch{First: records[0].Seq, Last: records[len(records)-1].Seq, Bytes: encoded}
	err = r.log.Append(ctx, r.id, r.end(), batch.Last, batch.Bytes)
	r.meter.Appended(len(records), len(encoded), time.Since(begun), outcomeOf(err))
	if err == nil {
		r.keep(batch)
	}
	return err
}

func outcomeOf(err error) string {
	switch {
	case err == nil:
		return "done"
	case errors.Is(err, session.ErrConflict):
		return "conflict"
	case errors.Is(err, session.ErrLost):
		return "lost"
	}
	return "failed"
}

// reconcile compares all that this room knows to be durable with all that the log holds, and takes the state from there. When the
// log has less, it gets the rest again. When others have gone on from what was left, or a session that has ended was sealed or
// erased, what they made of it holds; what this room had acknowledged is then to be done again.
func (r *room) reconcile(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	for {
		state, held, err := load(ctx, r.log, r.id)
		if err != nil {
			return err
		}
		common := r.common(held)
		if common == len(held) && common < len(r.held) {
			switch err := r.restore(ctx, common); {
			case errors.Is(err, session.ErrConflict), errors.Is(err, session.ErrLost):
				continue // somebody else does the same, or has gone on
			case err != nil:
				return err
			}
			if state, err = replay(r.held); err != nil {
				return err
			}
			held, common = r.held, len(r.held)
		}
		another := common < min(len(held), len(r.held))
		if state.Seq() == 0 {
			return errErased
		}
		lost := r.held[common:]
		r.adopt(state, held)
		if !another {
			r.touchEverything()
			r.everybody = true
			return nil
		}
		if !state.Sealed() {
			r.logger.Error("the log came back with less than it had acknowledged, and others have gone on from there",
				"from", lost[0].First, "to", lost[len(lost)-1].Last)
		}
		r.forgo(lost, held[common:])
		return r.beginAnew()
	}
}

// restore appends again what the log has lost of what this room holds.
func (r *room) restore(ctx context.Context, from int) error {
	listed, err := r.listed(ctx, r.id)
	if err != nil {
		return err
	}
	if !listed {
		return errErased
	}
	r.logger.Error("the log came back with less than it had acknowledged; appending again what this room holds", "record", r.held[from].First)
	after := session.Mark{}
	if from > 0 {
		after = r.marks[from-1]
	}
	for i, batch := range r.held[from:] {
		if err := r.log.Append(ctx, r.id, after, batch.Last, batch.Bytes); err != nil {
			return err
		}
		after = r.marks[from+i]
	}
	r.meter.Recovered(commandsIn(recordsOf(r.held[from:])))
	return nil
}

// adopt makes a history the room's own.
func (r *room) adopt(state *session.Session, held []session.Batch) {
	state.Touched() // whoever calls says what has to be told
	r.state, r.base, r.held = state, nil, held
	r.marks = make([]session.Mark, len(held))
	for i, b := range held {
		r.marks[i] = b.Mark()
	}
}

func same(a, b session.Batch) bool {
	return a.First == b.First && a.Last == b.Last && bytes.Equal(a.Bytes, b.Bytes)
}
