package contract_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"

	"verbindend/session"
	"verbindend/session/contract"
)

func TestCheck(t *testing.T) {
	t.Run("ids of small letters, digits and hyphens are taken", func(t *testing.T) {
		for _, id := range []string{"a", "0", "-", "room-12", strings.Repeat("z", 64)} {
			if err := contract.CheckID(id); err != nil {
				t.Errorf("%q: %v", id, err)
			}
		}
	})
	t.Run("other ids are refused", func(t *testing.T) {
		for _, id := range []string{"", "A", "a_b", "a/b", "a{b}", "é", "a\x00", strings.Repeat("z", 65)} {
			if err := contract.CheckID(id); !errors.Is(err, contract.ErrInvalid) {
				t.Errorf("%q: %v", id, err)
			}
		}
	})
	here := session.Mark{Seq: 2, Sum: session.Sum{1}}
	t.Run("an append comes after a mark, forwards, and has bytes", func(t *testing.T) {
		for _, c := range []struct {
			after session.Mark
			last  uint64
			bytes string
			ok    bool
		}{
			{session.Mark{}, 1, "x", true}, {here, 9, "x", true}, {session.Mark{}, 0, "x", false}, {here, 2, "x", false}, {here, 3, "", false},
			{session.Mark{Seq: 2}, 3, "x", false}, {session.Mark{Sum: here.Sum}, 3, "x", false}, {session.Mark{Seq: 1<<64 - 1, Sum: here.Sum}, 0, "x", false},
		} {
			err := contract.CheckAppend("a", c.after, c.last, []byte(c.bytes))
			if (err == nil) != c.ok || err != nil && !errors.Is(err, contract.ErrInvalid) {
				t.Errorf("%+v: %v", c, err)
			}
		}
	})
	t.Run("what replaces a history says which, and has bytes", func(t *testing.T) {
		for _, c := range []struct {
			at    session.Mark
			bytes string
			ok    bool
		}{{here, "x", true}, {here, "", false}, {session.Mark{}, "x", false}, {session.Mark{Seq: 2}, "x", false}} {
			err := contract.CheckReplace("a", c.at, []byte(c.bytes))
			if (err == nil) != c.ok || err != nil && !errors.Is(err, contract.ErrInvalid) {
				t.Errorf("%+v: %v", c, err)
			}
		}
	})
	t.Run("who is behind or on another history gets conflict, who is ahead lost", func(t *testing.T) {
		for _, c := range []struct {
			end, expected session.Mark
			want          error
		}{
			{here, here, nil},
			{session.Mark{}, session.Mark{}, nil},
			{here, session.Mark{Seq: 2, Sum: session.Sum{2}}, session.ErrConflict},
			{here, session.Mark{Seq: 1, Sum: session.Sum{1}}, session.ErrConflict},
			{here, session.Mark{}, session.ErrConflict},
			{here, session.Mark{Seq: 3, Sum: session.Sum{1}}, session.ErrLost},
			{session.Mark{}, here, session.ErrLost},
		} {
			if err := contract.CheckEnd("a", c.end, c.expected); !errors.Is(err, c.want) {
				t.Errorf("%+v: %v", c, err)
			}
		}
	})
}

func TestWatchers(t *testing.T) {
	t.Run("a receiver that keeps up gets every notice in order", func(t *testing.T) {
		var w contract.Watchers
		ch, _ := w.Add(t.Context())
		for seq := uint64(1); seq <= 500; seq++ {
			w.Tell(session.Notice{ID: "a", Seq: seq})
			if n := <-ch; n != (session.Notice{ID: "a", Seq: seq}) {
				t.Fatalf("notice %d is %+v", seq, n)
			}
		}
	})
	t.Run("a receiver that is too far behind gets the empty notice, and what came after it", func(t *testing.T) {
		var w contract.Watchers
		ch, _ := w.Add(t.Context())
		seq := uint64(0)
		for len(ch) < cap(ch) {
			seq++
			w.Tell(session.Notice{ID: "a", Seq: seq})
		}
		w.Tell(session.Notice{ID: "a", Seq: seq + 1})
		w.Tell(session.Notice{ID: "a", Seq: seq + 2})
		if n := <-ch; n != (session.Notice{}) {
			t.Fatalf("first: %+v, want the empty notice", n)
		}
		if n := <-ch; n.Seq != seq+2 {
			t.Fatalf("then: %+v", n)
		}
	})
	t.Run("the channel is closed when its context ends, the others stay", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var w contract.Watchers
			ctx, cancel := context.WithCancel(t.Context())
			gone, _ := w.Add(ctx)
			stays, _ := w.Add(t.Context())
			cancel()
			synctest.Wait()
			if _, ok := <-gone; ok {
				t.Fatal("the channel is still open")
			}
			w.Tell(session.Notice{ID: "a", Seq: 1})
			if n := <-stays; n.Seq != 1 {
				t.Fatalf("%+v", n)
			}
		})
	})
	t.Run("closing ends every watch and refuses new ones", func(t *testing.T) {
		var w contract.Watchers
		ch, _ := w.Add(t.Context())
		w.Close()
		if _, ok := <-ch; ok {
			t.Fatal("the channel is still open")
		}
		if _, err := w.Add(t.Context()); !errors.Is(err, contract.ErrClosed) {
			t.Fatal(err)
		}
	})
}
