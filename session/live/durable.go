package live

import (
	"context"
	"errors"

	"verbindend/session"
)

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
	err = r.log.Append(ctx, r.id, batch.First, batch.Last, batch.Bytes)
	if errors.Is(err, session.ErrLost) {
		r.logger.Error("the log came back with less than it had acknowledged; appending again what this room holds")
		if err = r.restore(ctx); err == nil {
			err = r.log.Append(ctx, r.id, batch.First, batch.Last, batch.Bytes)
		}
	}
	if err == nil {
		r.held = append(r.held, batch)
	}
	return err
}

// restore appends again those held batches that the log has lost.
func (r *room) restore(ctx context.Context) error {
	var last uint64
	for batch, err := range r.log.Read(ctx, r.id, 1) {
		if err != nil {
			return err
		}
		last = batch.Last
	}
	for _, batch := range r.held {
		if batch.First <= last {
			continue
		}
		if err := r.log.Append(ctx, r.id, batch.First, batch.Last, batch.Bytes); err != nil {
			return err
		}
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

// catchUp takes in what other servers have appended.
func (r *room) catchUp(ctx context.Context) Closing {
	waiting, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	read, err := catchUp(waiting, r.log, r.id, r.state)
	if errors.Is(err, session.ErrConflict) {
		return r.reload(ctx)
	}
	if err != nil {
		r.logger.Error("catch up", "error", err)
		return StoreDown
	}
	r.held = append(r.held, read...)
	r.refresh()
	return StillOpen
}
