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
	t.Run("a batch has records from 1 on, forwards, and bytes", func(t *testing.T) {
		for _, c := range []struct {
			first, last uint64
			bytes       string
			ok          bool
		}{{1, 1, "x", true}, {3, 9, "x", true}, {0, 1, "x", false}, {2, 1, "x", false}, {1, 1, "", false}} {
			err := contract.CheckBatch("a", c.first, c.last, []byte(c.bytes))
			if (err == nil) != c.ok {
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
