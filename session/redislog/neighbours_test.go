package redislog

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/session/redislog/redistest"
)

func TestNeighbours(t *testing.T) {
	addr, _ := redistest.Start(t)
	logtest.RunNeighbours(t, func(t *testing.T) (one, other session.Neighbours) {
		return mustOpen(t, addr), mustOpen(t, addr)
	})
	t.Run("a restart of redis loses what is told meanwhile, and nothing afterwards", func(t *testing.T) {
		addr, srv := redistest.Start(t)
		one, other := mustOpen(t, addr), mustOpen(t, addr)
		ch, err := other.Hear(t.Context())
		must(t, err)
		must(t, one.Tell(t.Context(), []byte("before")))
		if got := <-ch; string(got) != "before" {
			t.Fatalf("%q", got)
		}
		srv.Kill()
		if one.Tell(t.Context(), []byte("lost")) == nil {
			t.Fatal("nobody was there to tell")
		}
		srv.Restart()
		if got := keepsTelling(t, one, ch, "after"); got != "after" {
			t.Fatalf("heard %q", got)
		}
	})
	t.Run("a message whose answer was cut off is heard once, though the client repeats it", func(t *testing.T) {
		addr, _ := redistest.Start(t)
		p := newProxy(t, addr)
		repeating := New(redis.NewClient(&redis.Options{Addr: p.addr(), MaxRetries: 3}))
		defer repeating.Close()
		ch, err := mustOpen(t, addr).Hear(t.Context())
		must(t, err)
		must(t, repeating.Tell(t.Context(), []byte("one")))
		p.cut.Store(beforeReply)
		must(t, repeating.Tell(t.Context(), []byte("two")))
		if p.cut.Load() != never {
			t.Fatal("nothing was cut: this test would prove nothing")
		}
		must(t, repeating.Tell(t.Context(), []byte("three")))
		for _, want := range []string{"one", "two", "three"} {
			if got := <-ch; string(got) != want {
				t.Fatalf("%q, want %q", got, want)
			}
		}
	})
	t.Run("what overtook an earlier message of its sender is heard, and that one is not", func(t *testing.T) {
		s := senders{}
		for _, m := range []struct {
			signed string
			fresh  bool
		}{{"a 1 x", true}, {"a 3 x", true}, {"a 2 x", false}, {"b 2 x", true}, {"a 3 x", false}, {"a 4 ", true}, {"a 5", false}, {"a", false}, {"", false}} {
			if _, fresh := s.take(m.signed); fresh != m.fresh {
				t.Errorf("%q: %v", m.signed, fresh)
			}
		}
	})
	t.Run("senders who came and went cost no more than so much memory", func(t *testing.T) {
		s := senders{}
		for i := range 3 * maxSenders {
			sender := sender{name: fmt.Sprint(i)}
			s.take(sender.sign(nil))
		}
		if len(s) > maxSenders {
			t.Fatalf("%d are remembered", len(s))
		}
	})
	t.Run("closing the log ends the hearing", func(t *testing.T) {
		l := mustOpen(t, addr)
		ch, err := l.Hear(context.Background())
		must(t, err)
		must(t, l.Close())
		if _, open := <-ch; open {
			t.Fatal("something was heard")
		}
	})
}

// keepsTelling tells something again and again until a message is heard, and gives that.
func keepsTelling(t *testing.T, n session.Neighbours, ch <-chan []byte, message string) string {
	t.Helper()
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	end := time.After(30 * time.Second)
	for {
		select {
		case m := <-ch:
			return string(m)
		case <-again.C:
			_ = n.Tell(t.Context(), []byte(message)) // the ear may not be back yet
		case <-end:
			t.Fatal("nothing was heard any more")
		}
	}
}
