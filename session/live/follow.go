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
	return r.confirm(ctx)
}

// confirm takes in what other servers have appended. It begins at the batch that this room knows as the last: when the log has
// another in its place, history was replaced; when it has none, it was lost or erased.
func (r *room) confirm(ctx context.Context) Closing {
	waiting, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	known, found := r.held[len(r.held)-1], false
	for batch, err := range r.log.Read(waiting, r.id, known.Last) {
		switch {
		case err == nil && !found && same(known, batch):
			found = true
			continue
		case err == nil && !found, errors.Is(err, session.ErrConflict):
			return r.reread(ctx)
		case err == nil:
			err = apply(r.state, batch)
		}
		if err != nil {
			r.logger.Error("follow the log", "error", err)
			return StoreDown
		}
		r.held = append(r.held, batch)
	}
	if !found {
		return r.heal(ctx)
	}
	r.refresh()
	return StillOpen
}

// heal is for a log that has less than this room holds.
func (r *room) heal(ctx context.Context) Closing {
	waiting, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	switch err := r.restore(waiting); {
	case err == nil:
		return StillOpen
	case errors.Is(err, errErased):
		return Vanished
	case errors.Is(err, session.ErrConflict):
		return r.reread(ctx)
	default:
		r.logger.Error("restore the log", "error", err)
		return StoreDown
	}
}

// reread is reload for a room that has nothing to decide anew.
func (r *room) reread(ctx context.Context) Closing {
	why := r.reload(ctx)
	if why == StillOpen {
		r.refresh()
	}
	return why
}
