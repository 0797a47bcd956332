package logtest

import (
	"fmt"
	"strings"
	"testing"
)

func (s *suite) read(t *testing.T) {
	t.Run("an unknown log is an empty one", func(t *testing.T) {
		_, h := s.start(t)
		h.holds()
		h.holdsFrom(0)
		h.holdsFrom(77)
	})
	t.Run("reading from the middle of a batch yields that batch whole", func(t *testing.T) {
		_, h := s.start(t)
		a, b, c := stored{1, 3, "a"}, stored{4, 8, "b"}, stored{9, 9, "c"}
		h.append(1, 3, "a")
		h.append(4, 8, "b")
		h.append(9, 9, "c")
		h.holdsFrom(0, a, b, c)
		h.holdsFrom(1, a, b, c)
		h.holdsFrom(3, a, b, c)
		h.holdsFrom(4, b, c)
		h.holdsFrom(6, b, c)
		h.holdsFrom(8, b, c)
		h.holdsFrom(9, c)
	})
	t.Run("reading from beyond the end yields nothing", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 9, "a")
		h.holdsFrom(10)
		h.holdsFrom(1 << 50)
	})
	t.Run("a long log is read whole, from any place", func(t *testing.T) {
		_, h := s.start(t)
		var want []stored
		text := strings.Repeat("x", 5000)
		for i := range uint64(300) {
			want = append(want, stored{2*i + 1, 2*i + 2, fmt.Sprint(i, text)})
			h.append(2*i+1, 2*i+2, fmt.Sprint(i, text))
		}
		h.holds(want...)
		h.holdsFrom(251, want[125:]...)
		h.holdsFrom(252, want[125:]...)
		h.holdsFrom(600, want[299])
	})
	t.Run("numbers of records may be large", func(t *testing.T) {
		_, h := s.start(t)
		const far = 1 << 40
		h.append(1, far, "a")
		h.append(far+1, far+1, "b")
		h.appendFails(far+1, far+1, errTaken)
		h.appendFails(far+3, far+3, errBeyond)
		h.holdsFrom(far, stored{1, far, "a"}, stored{far + 1, far + 1, "b"})
	})
	t.Run("the receiver may keep and change the bytes", func(t *testing.T) {
		ctx, h := s.start(t)
		h.append(1, 1, "one")
		h.append(2, 2, "two")
		var kept [][]byte
		for b, err := range h.log.Read(ctx, h.id, 1) {
			if err != nil {
				t.Fatal(err)
			}
			kept = append(kept, b.Bytes)
		}
		h.append(3, 3, "three")
		if string(kept[0]) != "one" || string(kept[1]) != "two" {
			t.Fatalf("kept %q", kept)
		}
		copy(kept[0], "XXX")
		_ = append(kept[0], "YYY"...)
		h.holds(stored{1, 1, "one"}, stored{2, 2, "two"}, stored{3, 3, "three"})
	})
	t.Run("a reader may stop early", func(t *testing.T) {
		ctx, h := s.start(t)
		h.append(1, 1, "one")
		h.append(2, 2, "two")
		for b := range h.log.Read(ctx, h.id, 1) {
			if b.First != 1 {
				t.Fatalf("first comes %d", b.First)
			}
			break
		}
		h.append(3, 3, "three")
	})
	t.Run("one reading may be ranged over twice", func(t *testing.T) {
		ctx, h := s.start(t)
		h.append(1, 1, "one")
		reading, n := h.log.Read(ctx, h.id, 1), 0
		for range 2 {
			for _, err := range reading {
				if err != nil {
					t.Fatal(err)
				}
				n++
			}
		}
		if n != 2 {
			t.Fatalf("%d batches in two rounds", n)
		}
	})
	t.Run("a reader may write while it reads", func(t *testing.T) {
		ctx, h := s.start(t)
		big := strings.Repeat("x", 300_000) // makes stores grow under the reader
		h.append(1, 1, "one")
		h.append(2, 2, "two")
		next := uint64(3)
		for b, err := range h.log.Read(ctx, h.id, 1) {
			if err != nil {
				t.Fatal(err)
			}
			if b.First <= 2 {
				h.append(next, next, big)
				next++
			}
		}
		h.holds(stored{1, 1, "one"}, stored{2, 2, "two"}, stored{3, 3, big}, stored{4, 4, big})
	})
}
