package logtest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"verbindend/session"
)

func isConflict(err error) bool { return errors.Is(err, session.ErrConflict) }
func isLost(err error) bool     { return errors.Is(err, session.ErrLost) }

func (s *suite) delete(t *testing.T) {
	t.Run("a deleted log is empty and begins at 1", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 3, "a")
		h.append(4, 4, "b")
		h.delete()
		h.holds()
		h.holdsFrom(4)
		h.appendFails(5, 5, session.ErrLost)
		h.append(1, 2, "anew")
		h.appendFails(1, 1, session.ErrConflict)
		h.holds(stored{1, 2, "anew"})
	})
	t.Run("deleting an unknown log is no error", func(t *testing.T) {
		_, h := s.start(t)
		h.delete()
		h.append(1, 1, "a")
		h.delete()
		h.delete()
		h.holds()
	})
	t.Run("a replaced log can be deleted", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 9, "a")
		h.replace(9, "sum")
		h.delete()
		h.holds()
		h.append(1, 1, "anew")
	})
	t.Run("other logs keep theirs", func(t *testing.T) {
		_, h := s.start(t)
		other := h
		other.id = newID()
		h.append(1, 1, "a")
		other.append(1, 1, "other")
		h.delete()
		other.holds(stored{1, 1, "other"})
		other.append(2, 2, "more")
	})
	t.Run("one who is reading meanwhile gets all of it, or an error at the end", func(t *testing.T) {
		_, h := s.start(t)
		text := strings.Repeat("x", 40_000)
		for i := range uint64(60) {
			h.append(i+1, i+1, fmt.Sprint(i, text))
		}
		h.readsNoMixture(h.delete)
	})
	t.Run("one who is reading does not get the log that came in its place", func(t *testing.T) {
		_, h := s.start(t)
		text := strings.Repeat("x", 40_000)
		for i := range uint64(60) {
			h.append(i+1, i+1, fmt.Sprint("old", i, text))
		}
		first := true
		for b, err := range h.log.Read(h.ctx, h.id, 1) {
			if err != nil {
				return
			}
			if !strings.HasPrefix(string(b.Bytes), "old") {
				t.Fatalf("batch %d–%d is of another life of the log", b.First, b.Last)
			}
			if first {
				first = false
				h.delete()
				for i := range uint64(60) {
					h.append(i+1, i+1, fmt.Sprint("new", i, text))
				}
			}
		}
	})
}
