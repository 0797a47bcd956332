package logtest

import (
	"testing"

	"verbindend/session"
)

func (s *suite) beside(t *testing.T) {
	t.Run("what one handle stores the other reads, and its place is taken", func(t *testing.T) {
		_, h := s.start(t)
		other := h
		other.log = s.second(t, h.log)
		h.append(1, 2, "a")
		other.holds(stored{1, 2, "a"})
		other.appendFails(2, 2, session.ErrConflict)
		other.append(3, 3, "b")
		h.appendFails(3, 3, session.ErrConflict)
		h.replace(3, "sum")
		other.holds(stored{1, 3, "sum"})
		other.delete()
		h.holds()
	})
	t.Run("of many who append through both exactly one wins", func(t *testing.T) {
		_, h := s.start(t)
		h.race(h.log, s.second(t, h.log))
	})
	t.Run("appenders on both get in, once, without a gap", func(t *testing.T) {
		_, h := s.start(t)
		h.everybodyGetsIn(h.log, s.second(t, h.log))
	})
	t.Run("what the other does is told: appends, replacements, deletions", func(t *testing.T) {
		ctx, h := s.start(t)
		ch, err := h.log.Watch(ctx)
		if err != nil {
			t.Fatal(err)
		}
		other := h
		other.log = s.second(t, h.log)
		other.append(1, 1, "a")
		h.noticed(ch, 1)
		other.append(2, 7, "b")
		h.noticed(ch, 7)
		other.replace(7, "sum")
		h.noticed(ch, 0)
		other.delete()
		h.noticed(ch, 0)
	})
}
