package live

import (
	"context"
	"errors"

	"verbindend/session"
)

// afterwards does what the last batch has made due: heavy calculations go to a goroutine of their own, a session that has
// ended is sealed.
func (r *room) afterwards(ctx context.Context) Closing {
	if !r.calcBusy {
		if calculate := r.state.Calculation(); calculate != nil {
			r.calcBusy = true
			r.spawn(func() { r.calculate(ctx, calculate) })
		}
	}
	if why := r.seal(ctx); why != StillOpen {
		return why
	}
	if r.state.Status() == session.Over && (!r.told.over || r.state.Sealed() != r.told.sealed) {
		r.told.over, r.told.sealed = true, r.state.Sealed()
		var marks []string
		if r.state.Sealed() {
			marks = r.state.Summary().Marks()
		}
		r.onOver(r.id, r.state.EndedAt(), marks)
	}
	return StillOpen
}

func (r *room) calculate(ctx context.Context, calculate func() session.Command) {
	defer func() {
		if p := recover(); p != nil {
			r.logger.Error("calculation failed", "panic", p)
		}
	}()
	command := calculate()
	server := session.Actor{Role: session.Host, Person: session.HostID}
	// When the room has closed meanwhile, its next life calculates anew.
	_ = r.send(ctx, &submission{command: command, by: server, answer: func(error) { r.calcBusy = false }})
}

// seal replaces the history of a session that has ended by its results, which cuts every link between people and what
// they wrote or chose. When the log does not take it now it is tried again, in this life of the room or the next.
func (r *room) seal(ctx context.Context) Closing {
	record, ready := r.state.Seal()
	if !ready {
		return StillOpen
	}
	encoded, err := session.EncodeBatch([]session.Record{record})
	if err != nil {
		r.logger.Error("seal", "error", err)
		return StillOpen
	}
	switch err := r.replace(ctx, encoded); {
	case errors.Is(err, session.ErrConflict), errors.Is(err, session.ErrLost):
		if err := r.confirm(ctx); err != nil {
			return r.closingFor("seal", err)
		}
		r.refreshEverybody()
		return r.makeGood(ctx)
	case err != nil:
		return r.closingFor("seal; the next life of this room will try again", err)
	}
	sealed := session.New()
	sealed.Apply(record)
	r.led, r.redo = nil, nil // nothing is left of who did what
	r.adopt(sealed, []session.Batch{{First: 1, Last: record.Seq, Bytes: encoded}})
	if err := r.beginAnew(); err != nil {
		return r.closingFor("publish", err)
	}
	r.refreshEverybody()
	return StillOpen
}

func (r *room) replace(ctx context.Context, encoded []byte) error {
	ctx, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	return r.log.Replace(ctx, r.id, r.end(), encoded)
}
