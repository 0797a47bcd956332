package logtest

import (
	"context"
	"testing"

	"verbindend/session"
)

func (s *suite) watch(t *testing.T) {
	t.Run("each append is told, with its record or a later one", func(t *testing.T) {
		ctx, h := s.start(t)
		ch, err := h.log.Watch(ctx)
		if err != nil {
			t.Fatal(err)
		}
		h.append(1, 3, "a")
		h.noticed(ch, 3)
		h.append(4, 4, "b")
		h.noticed(ch, 4)
	})
	t.Run("appends to all logs are told", func(t *testing.T) {
		ctx, h := s.start(t)
		other := h
		other.id = newID()
		ch, err := h.log.Watch(ctx)
		if err != nil {
			t.Fatal(err)
		}
		h.append(1, 1, "a")
		h.noticed(ch, 1)
		other.append(1, 1, "b")
		other.noticed(ch, 1)
	})
	t.Run("replacing and deleting are told", func(t *testing.T) {
		ctx, h := s.start(t)
		h.append(1, 5, "a")
		ch, err := h.log.Watch(ctx)
		if err != nil {
			t.Fatal(err)
		}
		h.replace(5, "sum")
		h.noticed(ch, 0)
		h.delete()
		h.noticed(ch, 0)
	})
	t.Run("every watcher is told", func(t *testing.T) {
		ctx, h := s.start(t)
		one, err := h.log.Watch(ctx)
		if err != nil {
			t.Fatal(err)
		}
		two, err := h.log.Watch(ctx)
		if err != nil {
			t.Fatal(err)
		}
		h.append(1, 1, "a")
		h.noticed(one, 1)
		h.noticed(two, 1)
	})
	t.Run("a receiver that sleeps does not hold up the store, and learns the end when it wakes", func(t *testing.T) {
		ctx, h := s.start(t)
		ch, err := h.log.Watch(ctx)
		if err != nil {
			t.Fatal(err)
		}
		const many = 300
		for seq := uint64(1); seq <= many; seq++ {
			h.append(seq, seq, "x")
		}
		h.noticed(ch, many)
	})
	t.Run("the channel is closed when its context ends, and the others stay", func(t *testing.T) {
		ctx, h := s.start(t)
		short, cancel := context.WithCancel(ctx)
		gone, err := h.log.Watch(short)
		if err != nil {
			t.Fatal(err)
		}
		stays, err := h.log.Watch(ctx)
		if err != nil {
			t.Fatal(err)
		}
		cancel()
		h.ends(gone)
		h.append(1, 1, "a")
		h.noticed(stays, 1)
	})
}

// ends waits until the channel of a watch is closed.
func (h handle) ends(ch <-chan session.Notice) {
	h.Helper()
	for {
		select {
		case _, open := <-ch:
			if !open {
				return
			}
		case <-h.ctx.Done():
			h.Fatal("the channel stays open")
		}
	}
}
