package redislog

import (
	"errors"
	"testing"

	"verbindend/session"
	"verbindend/session/redislog/redistest"
)

// What released versions stored must be read for ever.
func TestGolden(t *testing.T) {
	addr, _ := redistest.Start(t)
	l, ctx := mustOpen(t, addr), t.Context()
	// v1 writes an entry as it was before there were sums.
	v1 := func(t *testing.T, id, place, last, bytes string) {
		t.Helper()
		must(t, l.client.Do(ctx, "XADD", "vb:{"+id+"}:log", place, "last", last, "nonce", "XK4VVOO2OVLKJ5R5E5GZJB4ZQI", "bytes", bytes).Err())
	}
	opened := session.Batch{First: 1, Last: 3, Bytes: []byte("opened")}

	t.Run("an entry without a sum is read, known by its number, and followed by one with a sum", func(t *testing.T) {
		v1(t, "old", "1-0", "3", "opened")
		must(t, l.Append(ctx, "old", session.Mark{Seq: 3, Sum: session.Sum{1}}, 4, []byte("voted")))
		if got := contents(t, l, "old"); got != "1-3 opened\n4-4 voted\n" {
			t.Fatal(got)
		}
		if err := l.Append(ctx, "old", session.Mark{Seq: 4, Sum: session.Sum{1}}, 5, []byte("x")); !errors.Is(err, session.ErrConflict) {
			t.Fatal(err)
		}
	})
	t.Run("a history of entries without a sum can be replaced", func(t *testing.T) {
		v1(t, "sealed", "1-0", "3", "opened")
		must(t, l.Replace(ctx, "sealed", opened.Mark(), []byte("results")))
		if err := l.Replace(ctx, "sealed", opened.Mark(), []byte("x")); !errors.Is(err, session.ErrConflict) {
			t.Fatal(err)
		}
		if got := contents(t, l, "sealed"); got != "1-3 results\n" {
			t.Fatal(got)
		}
	})
	t.Run("an entry of this version has its sum as text", func(t *testing.T) {
		must(t, l.Append(ctx, "new", session.Mark{}, 3, []byte("opened")))
		entry, err := l.client.XRange(ctx, logKey("new"), "-", "+").Result()
		must(t, err)
		if len(entry) != 1 || entry[0].Values["sum"] != opened.Mark().Sum.String() {
			t.Fatal(entry)
		}
	})
}
