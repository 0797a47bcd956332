package redislog

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/session/redislog/redistest"
)

func TestLog(t *testing.T) {
	for name, args := range map[string][]string{
		"in memory":                nil,
		"with each answer on disk": {"--appendonly", "yes", "--appendfsync", "always"},
	} {
		t.Run(name, func(t *testing.T) {
			addr, _ := redistest.Start(t, args...)
			log := func(t *testing.T) session.Log { return mustOpen(t, addr) }
			logtest.Run(t, log,
				logtest.Beside(func(t *testing.T, _ session.Log) session.Log { return log(t) }),
				logtest.Reopen(func(t *testing.T, old session.Log) session.Log {
					must(t, old.Close())
					return log(t)
				}))
		})
	}
}

func TestOpen(t *testing.T) {
	t.Run("a redis that is not there is an error within three seconds, which names it and not its password", func(t *testing.T) {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		must(t, err)
		addr := l.Addr().String()
		must(t, l.Close())
		start := time.Now()
		_, err = Open(t.Context(), "redis://someone:hush@"+addr)
		if err == nil || time.Since(start) > openPatience+time.Second {
			t.Fatalf("after %v: %v", time.Since(start), err)
		}
		if !strings.Contains(err.Error(), addr) || strings.Contains(err.Error(), "hush") {
			t.Fatal(err)
		}
	})
	t.Run("a redis that does not answer is an error within three seconds", func(t *testing.T) {
		addr, srv := redistest.Start(t)
		srv.Freeze()
		start := time.Now()
		if _, err := Open(t.Context(), "redis://"+addr); err == nil || time.Since(start) > openPatience+time.Second {
			t.Fatalf("after %v: %v", time.Since(start), err)
		}
	})
	t.Run("a redis that takes no writes is an error", func(t *testing.T) {
		addr, _ := redistest.Start(t, "--replicaof", "127.0.0.1 1")
		if _, err := Open(t.Context(), "redis://"+addr); err == nil || !strings.Contains(err.Error(), "READONLY") {
			t.Fatal(err)
		}
	})
	t.Run("the parameters of go-redis may be given", func(t *testing.T) {
		addr, _ := redistest.Start(t)
		l, err := Open(t.Context(), "redis://"+addr+"/2?pool_size=3&dial_timeout=1s")
		must(t, err)
		must(t, l.Close())
	})
}

func TestURL(t *testing.T) {
	for raw, want := range map[string]string{
		"redis://h:1":                        "*redis.Client",
		"rediss://u:p@h/3":                   "*redis.Client",
		"unix:///run/redis.sock":             "*redis.Client",
		"redis://h:1?master_name=m&addr=g:2": "*redis.Client", // Sentinel's client
		"redis://h:1?addr=g:2":               "*redis.ClusterClient",
		"rediss://h:1?cluster=true":          "*redis.ClusterClient",
	} {
		t.Run(raw+" makes a "+want, func(t *testing.T) {
			c, _, err := connect(raw)
			must(t, err)
			defer c.Close()
			if got := typeName(c); got != want {
				t.Fatal(got)
			}
			switch c := c.(type) {
			case *redis.Client:
				if o := c.Options(); o.MaxRetries > 0 || o.DialerRetries != 1 && !strings.Contains(raw, "master_name") {
					t.Fatalf("retries %d, dials %d", o.MaxRetries, o.DialerRetries)
				}
			case *redis.ClusterClient:
				if o := c.Options(); o.DialerRetries != 1 {
					t.Fatalf("dials %d", o.DialerRetries)
				}
			}
		})
	}
	for _, raw := range []string{"", "localhost:6379", "http://h", "redis://h/x", "redis://h?colour=red", "redis://u:hush@h:port",
		"redis://:hush/1@h:6379", "redis://u:hush#1@h", "redis://u:12/hush@h:6379", "redis://u:12?hush@h:6379", "redis://u:12#hush@h:6379",
	} {
		t.Run("refused, with the password kept: "+raw, func(t *testing.T) {
			if _, err := Open(t.Context(), raw); err == nil || strings.Contains(err.Error(), "hush") {
				t.Fatal(err)
			}
		})
	}
}

func TestPing(t *testing.T) {
	addr, srv := redistest.Start(t)
	l := mustOpen(t, addr)
	srv.Kill()
	if l.Ping(t.Context()) == nil {
		t.Fatal("a dead redis can be written to")
	}
	srv.Restart()
	must(t, l.Ping(t.Context()))
	must(t, l.client.ConfigSet(t.Context(), "maxmemory", "1").Err())
	if err := l.Ping(t.Context()); err == nil || !strings.Contains(err.Error(), "OOM") {
		t.Fatalf("a full redis: %v", err)
	}
}

func TestFull(t *testing.T) {
	t.Run("a redis without memory takes no append; it may still replace, which frees memory, and does so whole or not at all", func(t *testing.T) {
		addr, _ := redistest.Start(t)
		l, ctx := mustOpen(t, addr), t.Context()
		must(t, logtest.Append(ctx, l, "a", 1, 3, []byte("before")))
		must(t, l.client.ConfigSet(ctx, "maxmemory", "1").Err())
		if err := logtest.Append(ctx, l, "a", 4, 4, []byte("x")); err == nil || !strings.Contains(err.Error(), "OOM") {
			t.Fatal(err)
		}
		want := "1-3 before\n"
		if got := contents(t, l, "a"); got != want {
			t.Fatal(got)
		}
		if logtest.Replace(ctx, l, "a", 3, []byte("sum")) == nil {
			want = "1-3 sum\n"
		}
		if got := contents(t, l, "a"); got != want {
			t.Fatal(got)
		}
		must(t, l.client.ConfigSet(ctx, "maxmemory", "0").Err())
		must(t, logtest.Append(ctx, l, "a", 4, 4, []byte("after")))
	})
}

func TestHang(t *testing.T) {
	t.Run("a frozen redis costs seconds, and what was in its ears is stored once or not at all", func(t *testing.T) {
		addr, srv := redistest.Start(t)
		l, ctx := mustOpen(t, addr), t.Context()
		must(t, logtest.Append(ctx, l, "a", 1, 1, []byte("one")))
		one := session.Batch{First: 1, Last: 1, Bytes: []byte("one")}.Mark()
		srv.Freeze()
		start := time.Now()
		err := l.Append(ctx, "a", one, 2, []byte("two"))
		if err == nil || errors.Is(err, session.ErrConflict) || time.Since(start) > 2*callPatience+time.Second {
			t.Fatalf("after %v: %v", time.Since(start), err)
		}
		short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
		defer cancel()
		start = time.Now()
		if err := l.Append(short, "a", one, 2, []byte("two too")); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > callPatience {
			t.Fatalf("after %v: %v", time.Since(start), err)
		}
		srv.Thaw()
		must(t, l.Ping(ctx))
		// As the contract says: read, and write again.
		switch got := contents(t, l, "a"); got {
		case "1-1 one\n":
			must(t, logtest.Append(ctx, l, "a", 2, 2, []byte("two")))
		case "1-1 one\n2-2 two\n", "1-1 one\n2-2 two too\n":
		default:
			t.Fatal(got)
		}
	})
}
