package redislog

import (
	"context"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/session/redislog/redistest"
)

func TestWatch(t *testing.T) {
	t.Run("after a broken connection comes the empty notice, and then the next ones", func(t *testing.T) {
		addr, _ := redistest.Start(t)
		p := newProxy(t, addr)
		watching, writing := mustOpen(t, p.addr()), mustOpen(t, addr)
		ch, err := watching.Watch(t.Context())
		must(t, err)
		must(t, logtest.Append(t.Context(), writing, "a", 1, 1, []byte("x")))
		expect(t, ch, session.Notice{ID: "a", Seq: 1})
		p.hangUp()
		must(t, logtest.Append(t.Context(), writing, "a", 2, 2, []byte("missed, perhaps")))
		expect(t, ch, session.Notice{})
		must(t, logtest.Append(t.Context(), writing, "a", 3, 3, []byte("x")))
		expect(t, ch, session.Notice{ID: "a", Seq: 3})
	})
	t.Run("a connection that stays and lets nothing through is noticed, and made anew", func(t *testing.T) {
		addr, _ := redistest.Start(t)
		p := newProxy(t, addr)
		client, _, err := connect("redis://" + p.addr())
		must(t, err)
		tuning := usual()
		tuning.pingEvery = 50 * time.Millisecond
		watching, writing := start(client, tuning), mustOpen(t, addr)
		defer watching.Close()
		ch, err := watching.Watch(t.Context())
		must(t, err)
		p.silence()
		expect(t, ch, session.Notice{})
		must(t, logtest.Append(t.Context(), writing, "a", 1, 1, []byte("x")))
		expect(t, ch, session.Notice{ID: "a", Seq: 1})
	})
	t.Run("after redis restarts too", func(t *testing.T) {
		addr, srv := redistest.Start(t)
		l := mustOpen(t, addr)
		ch, err := l.Watch(t.Context())
		must(t, err)
		srv.Restart()
		expect(t, ch, session.Notice{})
		must(t, logtest.Append(t.Context(), l, "a", 1, 1, []byte("x")))
		expect(t, ch, session.Notice{ID: "a", Seq: 1})
	})
	t.Run("the empty notice comes from time to time, in case a message was lost unseen", func(t *testing.T) {
		addr, _ := redistest.Start(t)
		tuning := usual()
		tuning.pollEvery = time.Millisecond
		l := start(redis.NewClient(&redis.Options{Addr: addr}), tuning)
		defer l.Close()
		ch, err := l.Watch(t.Context())
		must(t, err)
		expect(t, ch, session.Notice{})
		expect(t, ch, session.Notice{})
	})
	t.Run("a message that says nothing we know is the empty notice", func(t *testing.T) {
		addr, _ := redistest.Start(t)
		l := mustOpen(t, addr)
		ch, err := l.Watch(t.Context())
		must(t, err)
		must(t, l.client.Publish(t.Context(), channel, "hello").Err())
		expect(t, ch, session.Notice{})
	})
	t.Run("without redis there is no watch, and with it there is one after all", func(t *testing.T) {
		addr, srv := redistest.Start(t)
		l := mustOpen(t, addr)
		srv.Kill()
		if _, err := l.Watch(t.Context()); err == nil {
			t.Fatal("nobody is there to hear")
		}
		srv.Restart()
		ch, err := l.Watch(t.Context())
		must(t, err)
		must(t, logtest.Append(t.Context(), l, "a", 1, 1, []byte("x")))
		expect(t, ch, session.Notice{ID: "a", Seq: 1})
	})
}

// expect waits for one notice, whatever comes before it.
func expect(t *testing.T, ch <-chan session.Notice, want session.Notice) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	for {
		select {
		case n, open := <-ch:
			if !open {
				t.Fatal("the watch ended")
			}
			if n == want {
				return
			}
		case <-ctx.Done():
			t.Fatalf("%+v never came", want)
		}
	}
}
