package logtest

import (
	"fmt"
	"strings"
	"testing"

	"verbindend/session"
)

// Short names for the two refusals where a line has many.
var errTaken, errBeyond = session.ErrConflict, session.ErrLost

func (s *suite) replace(t *testing.T) {
	t.Run("a history becomes one batch", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 3, "secret a")
		h.append(4, 7, "secret b")
		h.replace(7, "results")
		h.holds(stored{1, 7, "results"})
		h.holdsFrom(5, stored{1, 7, "results"})
		h.holdsFrom(8)
	})
	t.Run("the next append begins after the last record", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 3, "a")
		h.append(4, 7, "b")
		h.replace(7, "sum")
		h.appendFails(1, 1, session.ErrConflict)
		h.appendFails(2, 2, session.ErrConflict)
		h.appendFails(4, 7, session.ErrConflict)
		h.appendFails(7, 7, session.ErrConflict)
		h.appendFails(9, 9, session.ErrLost)
		h.append(8, 9, "c")
		h.append(10, 10, "d")
		h.holds(stored{1, 7, "sum"}, stored{8, 9, "c"}, stored{10, 10, "d"})
	})
	t.Run("a history may be replaced again, and one batch by another", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 2, "a")
		h.replace(2, "first sum")
		h.append(3, 3, "b")
		h.replace(3, "second sum")
		h.replace(3, "third sum")
		h.holds(stored{1, 3, "third sum"})
		h.append(4, 4, "c")
		h.holds(stored{1, 3, "third sum"}, stored{4, 4, "c"})
	})
	t.Run("when the log is further it answers conflict and nothing changes", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 3, "a")
		h.append(4, 5, "b")
		for _, last := range []uint64{1, 3, 4} {
			if err := Replace(h.ctx, h.log, h.id, last, []byte("sum")); !isConflict(err) {
				t.Fatalf("replace 1–%d: %v", last, err)
			}
		}
		h.holds(stored{1, 3, "a"}, stored{4, 5, "b"})
	})
	t.Run("when the log is not that far it answers lost and nothing changes", func(t *testing.T) {
		_, h := s.start(t)
		if err := Replace(h.ctx, h.log, h.id, 1, []byte("sum")); !isLost(err) {
			t.Fatalf("on an unknown log: %v", err)
		}
		h.holds()
		h.append(1, 3, "a")
		if err := Replace(h.ctx, h.log, h.id, 4, []byte("sum")); !isLost(err) {
			t.Fatalf("on a shorter log: %v", err)
		}
		h.holds(stored{1, 3, "a"})
		h.append(4, 4, "b")
	})
	t.Run("the new batch may be large, and so may the old history", func(t *testing.T) {
		_, h := s.start(t)
		large, larger := strings.Repeat("old ", 1<<18), strings.Repeat("new ", 1<<18)
		for i := range uint64(5) {
			h.append(i+1, i+1, large)
		}
		h.replace(5, larger)
		h.holds(stored{1, 5, larger})
	})
	t.Run("other logs keep theirs", func(t *testing.T) {
		_, h := s.start(t)
		other := h
		other.id = newID()
		h.append(1, 1, "a")
		other.append(1, 1, "other")
		h.replace(1, "sum")
		other.holds(stored{1, 1, "other"})
	})
	t.Run("one who is reading meanwhile gets no mixture: no gap, nothing twice, or an error at the end", func(t *testing.T) {
		_, h := s.start(t)
		text := strings.Repeat("x", 40_000) // more than any log reads ahead
		for i := range uint64(60) {
			h.append(i+1, i+1, fmt.Sprint(i, text))
		}
		h.readsNoMixture(func() { h.replace(60, "sum") })
	})
}

// readsNoMixture reads the log, lets something happen after the first batch, and reads on.
func (h handle) readsNoMixture(happens func()) {
	h.Helper()
	last := uint64(0)
	for b, err := range h.log.Read(h.ctx, h.id, 1) {
		if err != nil {
			last = 0
			continue
		}
		if b.First != last+1 {
			h.Fatalf("batch %d–%d comes after record %d", b.First, b.Last, last)
		}
		if last == 0 {
			happens()
		}
		last = b.Last
	}
	if last != 0 && last != 60 {
		h.Fatalf("reading ended at record %d as if that were the end", last)
	}
}
