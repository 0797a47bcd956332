package live

import (
	"bytes"
	"context"
	"errors"

	"verbindend/session"
)

// errErased ends a room whose session was erased elsewhere.
var errErased = errors.New("the session was erased")

// append makes records durable. It heals a log that came back with less than it had acknowledged.
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
	batch := session.Batch{First: records[0].Seq, Last: records[len(records)-1].Seq, Bytes: encoded}
	err = r.log.Append(ctx, r.id, r.end(), batch.Last, batch.Bytes)
	if errors.Is(err, session.ErrLost) {
		if err = r.restore(ctx); err == nil {
			err = r.log.Append(ctx, r.id, r.end(), batch.Last, batch.Bytes)
		}
	}
	if err == nil {
		r.held = append(r.held, batch)
	}
	return err
}

// end is where the log ends as far as this room knows.
func (r *room) end() session.Mark {
	if len(r.held) == 0 {
		return session.Mark{}
	}
	return r.held[len(r.held)-1].Mark()
}

// restore appends again those held batches that the log has lost. It answers errErased when they were not lost but taken
// away, and ErrConflict when others have gone on from what was left: then what they made of it holds.
func (r *room) restore(ctx context.Context) error {
	listed, err := r.listed(ctx, r.id)
	if err != nil {
		return err
	}
	if !listed {
		return errErased
	}
	missing, after := r.held, session.Mark{}
	for batch, err := range r.log.Read(ctx, r.id, 1) {
		if err != nil {
			return err
		}
		if len(missing) == 0 || !same(missing[0], batch) {
			r.logger.Error("the log came back with less than it had acknowledged, and others have gone on from there", "record", batch.First)
			return session.ErrConflict
		}
		missing, after = missing[1:], batch.Mark()
	}
	if len(missing) > 0 {
		r.logger.Error("the log came back with less than it had acknowledged; appending again what this room holds", "record", missing[0].First)
	}
	for _, batch := range missing {
		if err := r.log.Append(ctx, r.id, after, batch.Last, batch.Bytes); err != nil {
			return err
		}
		after = batch.Mark()
	}
	return nil
}

// reload forgets the state, which holds what could not be appended, and reads the log anew.
func (r *room) reload(ctx context.Context) Closing {
	ctx, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	fresh, held, err := load(ctx, r.log, r.id)
	switch {
	case err != nil:
		r.logger.Error("reload", "error", err)
		return StoreDown
	case fresh.Seq() == 0:
		return Vanished
	}
	r.state, r.held = fresh, held
	r.touchEverything()
	return StillOpen
}

func same(a, b session.Batch) bool {
	return a.First == b.First && a.Last == b.Last && bytes.Equal(a.Bytes, b.Bytes)
}
