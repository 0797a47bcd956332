package live_test

import (
	"context"
	"errors"
	"iter"
	"sync/atomic"

	"verbindend/session"
	"verbindend/session/logtest"
)

// deaf is the log of a server to which messages about only one log get through, or none.
type deaf struct {
	*logtest.Memory
	hears string
}

func (l deaf) Watch(ctx context.Context) (<-chan session.Notice, error) {
	all, err := l.Memory.Watch(ctx)
	if err != nil {
		return nil, err
	}
	heard := make(chan session.Notice, 1)
	go func() {
		defer close(heard)
		for n := range all {
			if n.ID == l.hears && l.hears != "" {
				select {
				case heard <- n:
				case <-ctx.Done():
				}
			}
		}
	}()
	return heard, nil
}

// halfway is a log that fails in what the test names, while the rest goes on.
type halfway struct {
	*logtest.Memory
	replace, remove atomic.Bool
}

var errHalfway = errors.New("the server dies in the middle")

func (l *halfway) Replace(ctx context.Context, id string, at session.Mark, batch []byte) error {
	if l.replace.Load() {
		return errHalfway
	}
	return l.Memory.Replace(ctx, id, at, batch)
}

func (l *halfway) Delete(ctx context.Context, id string) error {
	if l.remove.Load() {
		return errHalfway
	}
	return l.Memory.Delete(ctx, id)
}

// unread is a log of which one history cannot be read while it is broken.
type unread struct {
	*logtest.Memory
	id     string
	broken bool
}

func (l *unread) Read(ctx context.Context, id string, from uint64) iter.Seq2[session.Batch, error] {
	if l.broken && id == l.id {
		return func(yield func(session.Batch, error) bool) { yield(session.Batch{}, errHalfway) }
	}
	return l.Memory.Read(ctx, id, from)
}
