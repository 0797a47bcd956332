package live

import (
	"fmt"
	"slices"
	"testing"

	"verbindend/session"
)

func TestSnapshot(t *testing.T) {
	items := map[string]any{}
	build := func(key string) any { return items[key] }
	var history []session.Mark
	for seq := range uint64(1000) {
		history = append(history, session.Batch{First: seq + 1, Last: seq + 1, Bytes: []byte("x")}.Mark())
	}
	mark := func(rev uint64) string { return history[rev-1].Sum.String() }
	step := func(s *Snapshot, rev uint64, keys ...string) *Snapshot {
		t.Helper()
		after, _, err := s.next(history[:rev], keys, build)
		if err != nil {
			t.Fatal(err)
		}
		return after
	}
	empty := newSnapshot(1, 1)
	items["a"], items["b"] = 1, 1
	first := step(empty, 1, "a", "b")
	items["a"] = 2
	second := step(first, 2, "a", "b")
	delete(items, "b")
	third := step(second, 3, "a", "b")

	t.Run("whoever comes first gets everything, and nothing to drop", func(t *testing.T) {
		f := third.Since("", 0)
		if f.Since != 0 || len(f.Set) != 1 || f.Set["a"] == nil || f.Drop != nil {
			t.Errorf("got %+v", f)
		}
	})
	t.Run("a revision brings only what changed since", func(t *testing.T) {
		f := second.Since(mark(1), 1)
		if len(f.Set) != 1 || string(f.Set["a"]) != "2" {
			t.Errorf("got %+v", f)
		}
	})
	t.Run("a slow client skips revisions and still ends with the same", func(t *testing.T) {
		f := third.Since(mark(1), 1)
		if string(f.Set["a"]) != "2" || !slices.Equal(f.Drop, []string{"b"}) {
			t.Errorf("got %+v", f)
		}
	})
	t.Run("who saw something on another server that is otherwise again is told so, and nobody else is", func(t *testing.T) {
		items := map[string]any{"a": 1}
		build := func(key string) any { return items[key] }
		before, _, err := newSnapshot(1, 1).next(history[:1], []string{"a", "c"}, build)
		if err != nil {
			t.Fatal(err)
		}
		// The other server has published record 2, after which a was 2, and c was there.
		after, _, err := before.next(history[:3], []string{"a", "c"}, build)
		if err != nil {
			t.Fatal(err)
		}
		f := after.Since(mark(2), 2)
		if f == nil || f.Since != 2 || f.Rev != 3 || f.Mark != mark(3) || string(f.Set["a"]) != "1" || !slices.Equal(f.Drop, []string{"c"}) {
			t.Errorf("who comes from there is sent %+v", f)
		}
		if f := after.Since(mark(1), 1); f != nil {
			t.Errorf("who was here is sent %+v", f)
		}
		if f := after.Since(mark(3), 3); f != nil {
			t.Errorf("who has everything is sent %+v", f)
		}
	})
	t.Run("who comes from another server is sent everything when too much was touched to remember", func(t *testing.T) {
		var keys []string
		for i := range maxMoved + 1 {
			keys = append(keys, fmt.Sprint("a", i))
		}
		build := func(string) any { return 1 }
		before, _, err := newSnapshot(1, 1).next(history[:1], keys, build)
		if err != nil {
			t.Fatal(err)
		}
		after, _, err := before.next(history[:3], keys, build)
		if err != nil {
			t.Fatal(err)
		}
		if f := after.Since(mark(2), 2); f == nil || f.Since != 0 || len(f.Set) != len(keys) {
			t.Errorf("who comes from there is sent %+v", f)
		}
		if f := after.Since(mark(1), 1); f != nil {
			t.Errorf("who was here is sent %+v", f)
		}
	})
	t.Run("whoever is up to date gets no frame", func(t *testing.T) {
		if f := third.Since(mark(3), 3); f != nil {
			t.Errorf("got %+v", f)
		}
	})
	t.Run("another history, or a revision of the future, means everything", func(t *testing.T) {
		for _, f := range []*Frame{third.Since(mark(1), 2), third.Since(mark(9), 9)} {
			if f == nil || f.Since != 0 {
				t.Errorf("got %+v", f)
			}
		}
	})
	t.Run("nothing new makes no revision", func(t *testing.T) {
		again := step(third, 4, "a", "b")
		if again.Rev != 3 || again.Mark != mark(3) || again.Upto != 4 {
			t.Errorf("revision %d was made for nothing, up to %d", again.Rev, again.Upto)
		}
	})
	t.Run("what was dropped and comes back is not dropped any more", func(t *testing.T) {
		items["b"] = 7
		f := step(third, 4, "b").Since(mark(2), 2)
		if len(f.Drop) != 0 || string(f.Set["b"]) != "7" {
			t.Errorf("got %+v", f)
		}
	})
	t.Run("a frame is encoded once", func(t *testing.T) {
		times := 0
		encode := func(*Frame) any { times++; return times }
		for range 3 {
			third.Since(mark(1), 1).Encoded(encode)
		}
		if times != 1 {
			t.Errorf("encoded %d times", times)
		}
	})
	t.Run("who asks from every revision there was does not fill the memory", func(t *testing.T) {
		far := step(empty, 1000, "a")
		for rev := range far.Rev - 1 {
			if f := far.Since(mark(rev+1), rev+1); f == nil || f.Set["a"] == nil {
				t.Fatalf("from %d: %+v", rev, f)
			}
		}
		if got := len(far.frames); got > maxFrames {
			t.Errorf("%d frames are kept", got)
		}
	})
}
