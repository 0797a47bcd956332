package logtest

import (
	"sync"
	"testing"

	"verbindend/session"
)

func (s *suite) close(t *testing.T) {
	t.Run("a log can be pinged until it is closed", func(t *testing.T) {
		ctx, h := s.start(t)
		if err := h.log.Ping(ctx); err != nil {
			t.Fatal(err)
		}
		h.holds() // pinging leaves no trace in a log
		h.closes()
		if h.log.Ping(ctx) == nil {
			t.Fatal("a closed log says that it can be written to")
		}
	})
	t.Run("calls after close fail", func(t *testing.T) {
		ctx, h := s.start(t)
		h.append(1, 1, "a")
		h.closes()
		for name, call := range calls(h.log, h.id, markOf(1, 1, "a")) {
			if call(ctx) == nil {
				t.Errorf("%s succeeded", name)
			}
		}
	})
	t.Run("closing ends the watches", func(t *testing.T) {
		ctx, h := s.start(t)
		ch, err := h.log.Watch(ctx)
		if err != nil {
			t.Fatal(err)
		}
		h.closes()
		h.ends(ch)
	})
	t.Run("closing twice is harmless", func(t *testing.T) {
		_, h := s.start(t)
		h.closes()
		_ = h.log.Close()
	})
	t.Run("appends and readings that are under way when the log closes get an answer", func(t *testing.T) {
		ctx, h := s.start(t)
		h.append(1, 1, "a")
		var started, all sync.WaitGroup
		for range 8 {
			id := newID()
			started.Add(1)
			all.Go(func() {
				after := session.Mark{}
				for seq := uint64(1); ; seq++ {
					err := h.log.Append(ctx, id, after, seq, []byte("x"))
					after = markOf(seq, seq, "x")
					if seq == 1 {
						started.Done()
					}
					for range h.log.Read(ctx, h.id, 1) {
						continue
					}
					if err != nil {
						return
					}
				}
			})
		}
		started.Wait()
		h.closes()
		all.Wait()
		if ctx.Err() != nil {
			t.Fatal("somebody waited for ever")
		}
	})
}

func (h handle) closes() {
	h.Helper()
	if err := h.log.Close(); err != nil {
		h.Fatalf("close: %v", err)
	}
}
