package logtest

import (
	"crypto/rand"
	"testing"

	"verbindend/session"
)

func (s *suite) append(t *testing.T) {
	t.Run("what was appended is read back in order", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 1, "one")
		h.append(2, 5, "two to five")
		h.append(6, 6, "six")
		h.holds(stored{1, 1, "one"}, stored{2, 5, "two to five"}, stored{6, 6, "six"})
	})
	t.Run("a place that is taken answers conflict and stores nothing", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 3, "first")
		h.append(4, 4, "second")
		for _, place := range [][2]uint64{{1, 1}, {1, 3}, {2, 9}, {3, 3}, {4, 4}, {4, 5}} {
			h.appendFails(place[0], place[1], session.ErrConflict)
		}
		h.holds(stored{1, 3, "first"}, stored{4, 4, "second"})
	})
	t.Run("the same bytes at a place that is taken are a conflict too", func(t *testing.T) {
		// Two servers may well write the same bytes; only the log's own repetition of one call is stored once.
		ctx, h := s.start(t)
		h.append(1, 1, "same")
		if err := h.log.Append(ctx, h.id, session.Mark{}, 1, []byte("same")); err == nil {
			t.Fatal("the second writer was told that its batch is stored")
		}
		h.holds(stored{1, 1, "same"})
	})
	t.Run("a place beyond the end answers lost and stores nothing", func(t *testing.T) {
		_, h := s.start(t)
		h.appendFails(2, 2, session.ErrLost)
		h.holds()
		h.append(1, 3, "first")
		h.appendFails(5, 5, session.ErrLost)
		h.appendFails(900, 1000, session.ErrLost)
		h.holds(stored{1, 3, "first"})
		h.append(4, 4, "second")
	})
	t.Run("after a refusal the right place is still free", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 2, "a")
		h.appendFails(2, 3, session.ErrConflict)
		h.appendFails(4, 4, session.ErrLost)
		h.append(3, 4, "b")
		h.holds(stored{1, 2, "a"}, stored{3, 4, "b"})
	})
	t.Run("logs do not disturb each other", func(t *testing.T) {
		_, h := s.start(t)
		other := h
		other.id = newID()
		h.append(1, 4, "mine")
		other.append(1, 1, "other")
		h.append(5, 5, "mine again")
		h.holds(stored{1, 4, "mine"}, stored{5, 5, "mine again"})
		other.holds(stored{1, 1, "other"})
	})
	t.Run("an id that begins like another is another log", func(t *testing.T) {
		_, h := s.start(t)
		longer := h
		longer.id = h.id + "-2"
		longer.append(1, 1, "longer")
		h.holds()
		h.append(1, 1, "shorter")
		longer.holds(stored{1, 1, "longer"})
	})
	t.Run("a batch of one megabyte is kept byte for byte", func(t *testing.T) {
		_, h := s.start(t)
		big := make([]byte, 1<<20)
		rand.Read(big)
		h.append(1, 1, "small")
		h.append(2, 90_000, string(big))
		h.append(90_001, 90_001, "small again")
		h.holds(stored{1, 1, "small"}, stored{2, 90_000, string(big)}, stored{90_001, 90_001, "small again"})
	})
	t.Run("every byte value is kept", func(t *testing.T) {
		_, h := s.start(t)
		all := make([]byte, 256)
		for i := range all {
			all[i] = byte(i)
		}
		h.append(1, 1, string(all))
		h.append(2, 2, "\x00")
		h.holds(stored{1, 1, string(all)}, stored{2, 2, "\x00"})
	})
	t.Run("the caller may use its bytes again once append has answered", func(t *testing.T) {
		ctx, h := s.start(t)
		buffer := []byte("before")
		if err := h.log.Append(ctx, h.id, session.Mark{}, 1, buffer); err != nil {
			t.Fatal(err)
		}
		copy(buffer, "after!")
		h.holds(stored{1, 1, "before"})
	})
}
