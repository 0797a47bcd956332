package logtest

import (
	"strings"
	"testing"

	"verbindend/session"
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
			for name, call := range calls(h.log, id, session.Batch{First: 1, Last: 1}.Mark()) {
				if name == "Ping" || name == "Watch" {
					continue
				}
				if call(ctx) == nil {
					t.Errorf("%s took id %q", name, id)
				}
			}
			if h.log.Append(ctx, id, session.Mark{}, 1, []byte("x")) == nil {
				t.Errorf("the first record was stored under id %q", id)
			}
		}
	})
	t.Run("an empty batch is refused", func(t *testing.T) {
		ctx, h := s.start(t)
		for _, empty := range [][]byte{nil, {}} {
			if h.log.Append(ctx, h.id, session.Mark{}, 1, empty) == nil {
				t.Fatal("an empty batch was appended")
			}
		}
		h.append(1, 1, "a")
		if h.log.Replace(ctx, h.id, h.markAt(1), nil) == nil {
			t.Fatal("history was replaced by nothing")
		}
		h.holds(stored{1, 1, "a"})
	})
	t.Run("ranges without a record are refused", func(t *testing.T) {
		ctx, h := s.start(t)
		h.append(1, 5, "a")
		for _, last := range []uint64{0, 4, 5} {
			if h.log.Append(ctx, h.id, h.markAt(5), last, []byte("x")) == nil {
				t.Errorf("records 6–%d were stored", last)
			}
		}
		if h.log.Replace(ctx, h.id, session.Mark{}, []byte("x")) == nil {
			t.Error("a history of no records was stored")
		}
		h.holds(stored{1, 5, "a"})
	})
	t.Run("a mark that has a place and no sum, or a sum and no place, is refused", func(t *testing.T) {
		ctx, h := s.start(t)
		if h.log.Append(ctx, h.id, session.Mark{Sum: session.Sum{1}}, 5, []byte("x")) == nil {
			t.Error("an append after record 0 of something was stored")
		}
		h.append(1, 5, "a")
		if h.log.Append(ctx, h.id, session.Mark{Seq: 5}, 6, []byte("x")) == nil {
			t.Error("an append after any record 5 was stored")
		}
		if h.log.Replace(ctx, h.id, session.Mark{Seq: 5}, []byte("x")) == nil {
			t.Error("any five records were replaced")
		}
		h.holds(stored{1, 5, "a"})
	})
}
