package live

import (
	"fmt"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"verbindend/session"
)

// Items lie in layers, so that a change copies little; nobody who follows from any revision may notice.
func TestLayers(t *testing.T) {
	t.Run("whoever comes from whatever revision ends with what the server has", rapid.MakeCheck(func(t *rapid.T) {
		items := map[string]any{}
		for i := range rapid.IntRange(0, 300).Draw(t, "cards at the start") {
			items[fmt.Sprint("card/", i)] = 0
		}
		var history []session.Mark
		var had []map[string]string // by revision
		s := newSnapshot(1, 1)
		steps := rapid.IntRange(1, 60).Draw(t, "steps")
		for rev := 1; rev <= steps; rev++ {
			history = append(history, session.Batch{First: uint64(rev), Last: uint64(rev), Bytes: []byte("x")}.Mark())
			keys := keysOf(items)
			if rev > 1 {
				keys = nil
			}
			for range rapid.IntRange(0, 12).Draw(t, "changes") {
				key := fmt.Sprint("card/", rapid.IntRange(0, 320).Draw(t, "card"))
				keys = append(keys, key)
				if rapid.IntRange(0, 3).Draw(t, "away") == 0 {
					delete(items, key)
				} else {
					items[key] = rev
				}
			}
			after, _, err := s.next(history, keys, func(key string) any { return items[key] })
			if err != nil {
				t.Fatal(err)
			}
			s = after
			now := map[string]string{}
			for key, item := range items {
				now[key] = fmt.Sprint(item)
			}
			had = append(had, now)
		}
		for rev := range steps + 1 {
			have, mark := map[string]string{}, ""
			if rev > 0 {
				have, mark = maps.Clone(had[rev-1]), history[rev-1].Sum.String()
			}
			if f := s.Since(mark, uint64(rev)); f != nil {
				follow(have, f)
			}
			if want := had[steps-1]; !maps.Equal(have, want) {
				t.Fatalf("from revision %d of %d: %v, want %v", rev, steps, have, want)
			}
		}
	}))
}

func keysOf(items map[string]any) []string {
	keys := make([]string, 0, len(items))
	for key := range items {
		keys = append(keys, key)
	}
	return keys
}

// follow takes a frame in as a client does.
func follow(have map[string]string, f *Frame) {
	if f.Since == 0 {
		clear(have)
	}
	for key, item := range f.Set {
		have[key] = string(item)
	}
	for _, key := range f.Drop {
		delete(have, key)
	}
}
