package live

import (
	"context"
	"errors"
	"math"

	"verbindend/session"
)

// look tells the room that its log has something up to seq; 0 when that is not known, or nothing is left.
func (r *room) look(seq uint64) {
	if seq == 0 {
		seq = math.MaxUint64
	}
	for {
		before := r.heard.Load()
		if before >= seq || r.heard.CompareAndSwap(before, seq) {
			break
		}
	}
	select {
	case r.poked <- struct{}{}:
	default:
	}
}

// follow takes in what a notice told of.
func (r *room) follow(ctx context.Context) Closing {
	// Most notices tell of our own appends. Only a session that has ended is replaced without getting longer.
	if r.heard.Swap(0) <= r.state.Seq() && r.state.Status() != session.Over {
		return StillOpen
	}
	if err := r.confirm(ctx); err != nil {
		return r.closingFor("follow the log", err)
	}
	r.refreshEverybody()
	return r.makeGood(ctx)
}

// confirm takes in what other servers have appended. It begins at the batch that this room knows as the last: when the log has
// another in its place, or none, the log as a whole is looked at. The state must be certain.
func (r *room) confirm(ctx context.Context) error {
	waiting, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	known, found, added := r.held[len(r.held)-1], false, 0
	for batch, err := range r.log.Read(waiting, r.id, known.Last) {
		switch {
		case errors.Is(err, session.ErrConflict):
			return r.reconcile(ctx)
		case err != nil:
			return err
		case found:
			if err := r.takeIn(batch); err != nil {
				return err
			}
			added += int(batch.Last - batch.First + 1) //nolint:gosec // no batch is so large
		case same(known, batch):
			found = true
		default:
			return r.reconcile(ctx)
		}
	}
	if !found {
		return r.reconcile(ctx)
	}
	if added > 0 {
		r.rivalled(added)
		r.note()
	}
	return nil
}

// takeIn adds a batch of the log to the state.
func (r *room) takeIn(batch session.Batch) error {
	records, err := session.DecodeBatch(batch.Bytes)
	if err != nil {
		return err
	}
	for _, record := range records {
		r.state.Apply(record)
		if r.base != nil {
			r.base.Apply(record)
		}
	}
	if r.base != nil {
		r.base.Touched()
	}
	r.keep(batch)
	r.sift(records)
	return nil
}
