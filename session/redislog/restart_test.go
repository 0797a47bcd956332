package redislog

import (
	"errors"
	"fmt"
	"testing"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/session/redislog/redistest"
)

func TestRestart(t *testing.T) {
	t.Run("with the append-only file a killed redis comes back with all it acknowledged, and the same log goes on", func(t *testing.T) {
		addr, srv := redistest.Start(t, "--appendonly", "yes", "--appendfsync", "always")
		l, ctx, want := mustOpen(t, addr), t.Context(), ""
		for seq := uint64(1); seq <= 30; seq++ {
			if seq%10 == 0 {
				srv.Kill()
				if err := logtest.Append(ctx, l, "a", seq, seq, []byte("x")); err == nil || errors.Is(err, session.ErrConflict) || errors.Is(err, session.ErrLost) {
					t.Fatalf("a dead redis answered %v", err)
				}
				srv.Restart()
			}
			must(t, logtest.Append(ctx, l, "a", seq, seq, fmt.Append(nil, "record ", seq)))
			want += fmt.Sprintf("%d-%d record %d\n", seq, seq, seq)
		}
		if got := contents(t, l, "a"); got != want {
			t.Fatal(got)
		}
	})
	t.Run("a redis that came back empty answers lost, and takes again what the writer still holds", func(t *testing.T) {
		addr, srv := redistest.Start(t)
		l, ctx := mustOpen(t, addr), t.Context()
		must(t, logtest.Append(ctx, l, "a", 1, 2, []byte("one")))
		must(t, logtest.Append(ctx, l, "a", 3, 3, []byte("two")))
		srv.Restart()
		if err := logtest.Append(ctx, l, "a", 4, 4, []byte("three")); !errors.Is(err, session.ErrLost) {
			t.Fatal(err)
		}
		must(t, logtest.Append(ctx, l, "a", 1, 3, []byte("again")))
		must(t, logtest.Append(ctx, l, "a", 4, 4, []byte("three")))
		if got := contents(t, l, "a"); got != "1-3 again\n4-4 three\n" {
			t.Fatal(got)
		}
	})
	t.Run("a redis whose newest entries were removed answers lost, though its own counter went on", func(t *testing.T) {
		addr, _ := redistest.Start(t)
		l, ctx := mustOpen(t, addr), t.Context()
		must(t, logtest.Append(ctx, l, "a", 1, 1, []byte("one")))
		must(t, logtest.Append(ctx, l, "a", 2, 2, []byte("two")))
		must(t, l.client.XDel(ctx, logKey("a"), "2-0").Err())
		if err := logtest.Append(ctx, l, "a", 3, 3, []byte("three")); !errors.Is(err, session.ErrLost) {
			t.Fatal(err)
		}
		// Redis takes no id twice in one life of a stream, so this one must be replaced before it goes on.
		if logtest.Append(ctx, l, "a", 2, 2, []byte("two")) == nil {
			t.Fatal("Redis took an id twice")
		}
		must(t, logtest.Replace(ctx, l, "a", 1, []byte("sum")))
		must(t, logtest.Append(ctx, l, "a", 2, 2, []byte("two")))
		if got := contents(t, l, "a"); got != "1-1 sum\n2-2 two\n" {
			t.Fatal(got)
		}
	})
}
