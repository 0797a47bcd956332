package logtest

import (
	"strings"
	"testing"
)

func (s *suite) arguments(t *testing.T) {
	t.Run("ids of 1 to 64 characters of [a-z0-9-] are taken", func(t *testing.T) {
		_, h := s.start(t)
		// Stores may be shared, so the one-character id is cleared first.
		for _, id := range []string{"q", "7", "-", "meta", "secret", newID() + strings.Repeat("z", 64-len(newID()))} {
			h.id = id
			h.delete()
			h.append(1, 1, id)
			h.holds(stored{1, 1, id})
			h.delete()
		}
	})
	t.Run("other ids are refused by every call", func(t *testing.T) {
		ctx, h := s.start(t)
		for _, id := range []string{"", "A", "a b", "a/b", "a:b", "a_b", "a.b", "{a}", "*", "é", "a\x00", "a\n", strings.Repeat("a", 65)} {
			for name, call := range calls(h.log, id, 1+1) {
				if name == "Ping" || name == "Watch" {
					continue
				}
				if call(ctx) == nil {
					t.Errorf("%s took id %q", name, id)
				}
			}
			if h.log.Append(ctx, id, 1, 1, []byte("x")) == nil {
				t.Errorf("the first record was stored under id %q", id)
			}
		}
	})
	t.Run("an empty batch is refused", func(t *testing.T) {
		ctx, h := s.start(t)
		for _, empty := range [][]byte{nil, {}} {
			if h.log.Append(ctx, h.id, 1, 1, empty) == nil {
				t.Fatal("an empty batch was appended")
			}
		}
		h.append(1, 1, "a")
		if h.log.Replace(ctx, h.id, 1, nil) == nil {
			t.Fatal("history was replaced by nothing")
		}
		h.holds(stored{1, 1, "a"})
	})
	t.Run("records before the first, and ranges that run backwards, are refused", func(t *testing.T) {
		ctx, h := s.start(t)
		h.append(1, 5, "a")
		for _, place := range [][2]uint64{{0, 0}, {0, 3}, {6, 5}, {6, 0}} {
			if h.log.Append(ctx, h.id, place[0], place[1], []byte("x")) == nil {
				t.Errorf("records %d–%d were stored", place[0], place[1])
			}
		}
		if h.log.Replace(ctx, h.id, 0, []byte("x")) == nil {
			t.Error("a history of no records was stored")
		}
		h.holds(stored{1, 5, "a"})
	})
}
