package redislog

import (
	"errors"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/session/redislog/redistest"
)

func TestBrokenConnection(t *testing.T) {
	addr, _ := redistest.Start(t)
	one := session.Batch{First: 1, Last: 1, Bytes: []byte("one")}.Mark()
	for name, moment := range map[string]int32{
		"after the append and before the reply": beforeReply,
		"before the append":                     beforeRequest,
	} {
		t.Run("cut "+name+": success, stored once", func(t *testing.T) {
			p := newProxy(t, addr)
			l, ctx, id := mustOpen(t, p.addr()), t.Context(), "cut-"+string('a'+moment)
			must(t, logtest.Append(ctx, l, id, 1, 1, []byte("one")))
			p.cut.Store(moment)
			must(t, l.Append(ctx, id, one, 3, []byte("two")))
			if p.cut.Load() != never {
				t.Fatal("nothing was cut: this test would prove nothing")
			}
			must(t, logtest.Append(ctx, l, id, 4, 4, []byte("three")))
			if got := contents(t, l, id); got != "1-1 one\n2-3 two\n4-4 three\n" {
				t.Fatal(got)
			}
		})
		t.Run("cut in replacing "+name+": success, replaced once", func(t *testing.T) {
			p := newProxy(t, addr)
			l, ctx, id := mustOpen(t, p.addr()), t.Context(), "cut-r-"+string('a'+moment)
			must(t, logtest.Append(ctx, l, id, 1, 1, []byte("one")))
			must(t, logtest.Append(ctx, l, id, 2, 2, []byte("two")))
			p.cut.Store(moment)
			must(t, l.Replace(ctx, id, session.Batch{First: 2, Last: 2, Bytes: []byte("two")}.Mark(), []byte("sum")))
			must(t, logtest.Append(ctx, l, id, 3, 3, []byte("three")))
			if got := contents(t, l, id); got != "1-2 sum\n3-3 three\n" {
				t.Fatal(got)
			}
		})
	}
	t.Run("cut twice: a failure that is neither, stored once, and who reads can go on", func(t *testing.T) {
		p := newProxy(t, addr)
		l, ctx := mustOpen(t, p.addr()), t.Context()
		must(t, l.Append(ctx, "twice", session.Mark{}, 1, []byte("one")))
		p.again.Store(1)
		p.cut.Store(beforeReply)
		err := l.Append(ctx, "twice", one, 2, []byte("two"))
		if err == nil || errors.Is(err, session.ErrConflict) || errors.Is(err, session.ErrLost) || p.cut.Load() != never {
			t.Fatal(err)
		}
		if got := contents(t, l, "twice"); got != "1-1 one\n2-2 two\n" {
			t.Fatal(got)
		}
		must(t, logtest.Append(ctx, l, "twice", 3, 3, []byte("three")))
	})
	t.Run("an answer that never comes, over a connection that stays: success after two seconds, stored once", func(t *testing.T) {
		p := newProxy(t, addr)
		l, ctx := mustOpen(t, p.addr()), t.Context()
		must(t, l.Append(ctx, "hole", session.Mark{}, 1, []byte("one")))
		p.swallow.Store(true)
		start := time.Now()
		must(t, l.Append(ctx, "hole", one, 2, []byte("two")))
		if took := time.Since(start); p.swallow.Load() || took < callPatience || took > 2*callPatience {
			t.Fatalf("it took %v", took)
		}
		if got := contents(t, l, "hole"); got != "1-1 one\n2-2 two\n" {
			t.Fatal(got)
		}
	})
	t.Run("a batch that somebody replaced before the second try is a conflict: what stands in its place holds", func(t *testing.T) {
		l, ctx := mustOpen(t, addr), t.Context()
		must(t, l.append(ctx, "replaced", session.Mark{}, 1, "mine", []byte("one")))
		must(t, logtest.Replace(ctx, l, "replaced", 1, []byte("sum")))
		must(t, logtest.Append(ctx, l, "replaced", 2, 3, []byte("more")))
		if err := l.append(ctx, "replaced", session.Mark{}, 1, "mine", []byte("one")); !errors.Is(err, session.ErrConflict) {
			t.Fatal(err)
		}
	})
	t.Run("a client that retries by itself is told the truth as well", func(t *testing.T) {
		p := newProxy(t, addr)
		l, ctx := New(redis.NewClient(&redis.Options{Addr: p.addr(), MaxRetries: 3})), t.Context()
		defer l.Close()
		must(t, logtest.Append(ctx, l, "retries", 1, 1, []byte("one")))
		p.cut.Store(beforeReply)
		must(t, l.Append(ctx, "retries", one, 2, []byte("two")))
		if got := contents(t, l, "retries"); got != "1-1 one\n2-2 two\n" {
			t.Fatal(got)
		}
	})
	t.Run("a batch is known as the writer's own though others appended after it", func(t *testing.T) {
		l, ctx := mustOpen(t, addr), t.Context()
		must(t, l.append(ctx, "own", session.Mark{}, 1, "mine", []byte("one")))
		must(t, l.append(ctx, "own", one, 2, "theirs", []byte("two")))
		must(t, l.append(ctx, "own", session.Mark{}, 1, "mine", []byte("one")))
		if err := l.append(ctx, "own", session.Mark{}, 1, "other", []byte("one")); !errors.Is(err, session.ErrConflict) {
			t.Fatal(err)
		}
		if got := contents(t, l, "own"); got != "1-1 one\n2-2 two\n" {
			t.Fatal(got)
		}
	})
	t.Run("when only reading can tell, the answer is neither success nor conflict", func(t *testing.T) {
		p := newProxy(t, addr)
		l, ctx := mustOpen(t, p.addr()), t.Context()
		must(t, logtest.Append(ctx, l, "unclear", 1, 5, []byte("one")))
		p.cut.Store(beforeReply)
		// Place 3 lies within a batch, as it does after a replacement by somebody else.
		err := l.Append(ctx, "unclear", session.Mark{Seq: 2, Sum: session.Sum{1}}, 3, []byte("x"))
		if err == nil || errors.Is(err, session.ErrConflict) || errors.Is(err, session.ErrLost) {
			t.Fatal(err)
		}
	})
}
