package redislog

import (
	"bytes"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/redislog/redistest"
)

func TestSecret(t *testing.T) {
	addr, _ := redistest.Start(t)
	t.Run("all servers get the same one, however they race for it", func(t *testing.T) {
		secrets := make(chan []byte)
		for range 8 {
			l := mustOpen(t, addr)
			go func() {
				s, err := l.Secret(t.Context())
				must(t, err)
				secrets <- s
			}()
		}
		one := <-secrets
		for range 7 {
			if s := <-secrets; !bytes.Equal(s, one) || len(s) != 32 {
				t.Errorf("%x is not %x", s, one)
			}
		}
	})
	t.Run("another redis has another one", func(t *testing.T) {
		other, _ := redistest.Start(t)
		if bytes.Equal(secretOf(t, mustOpen(t, addr)), secretOf(t, mustOpen(t, other))) {
			t.Fatal("they are equal")
		}
	})
	t.Run("what the caller does to its bytes changes nothing", func(t *testing.T) {
		l := mustOpen(t, addr)
		clear(secretOf(t, l))
		if bytes.Equal(secretOf(t, l), make([]byte, secretSize)) {
			t.Fatal("it is gone")
		}
	})
}

func TestLostSecret(t *testing.T) {
	for name, sign := range map[string]func(*testing.T, *Log, *redistest.Server){
		"with the next append": func(t *testing.T, l *Log, _ *redistest.Server) {
			must(t, l.client.FlushAll(t.Context()).Err())
			if l.Append(t.Context(), "a", session.Mark{Seq: 1, Sum: session.Sum{1}}, 2, []byte("x")) == nil {
				t.Fatal("appended to nothing")
			}
		},
		"with the next round": func(t *testing.T, l *Log, _ *redistest.Server) {
			must(t, l.client.FlushAll(t.Context()).Err())
		},
		"when a redis that keeps nothing comes back": func(_ *testing.T, _ *Log, srv *redistest.Server) {
			srv.Restart()
		},
	} {
		t.Run("a server puts its secret back "+name, func(t *testing.T) {
			addr, srv := redistest.Start(t)
			tuning := usual()
			if name == "with the next round" {
				tuning.pollEvery = 20 * time.Millisecond
			}
			client, _, err := connect("redis://" + addr)
			must(t, err)
			l := start(client, tuning)
			defer l.Close()
			secret := secretOf(t, l)
			_, err = l.Watch(t.Context())
			must(t, err)
			sign(t, l, srv)
			if got := kept(t, l); !bytes.Equal(got, secret) {
				t.Fatalf("redis keeps %x", got)
			}
			if !bytes.Equal(secretOf(t, mustOpen(t, addr)), secret) {
				t.Fatal("a new server got another one")
			}
		})
	}
	t.Run("a server that started meanwhile was first: both keep to their own, and the older one says so once", func(t *testing.T) {
		said := listen(t)
		addr, _ := redistest.Start(t)
		older := mustOpen(t, addr)
		before := secretOf(t, older)
		must(t, older.client.FlushAll(t.Context()).Err())
		newer := mustOpen(t, addr)
		after := secretOf(t, newer)
		if bytes.Equal(before, after) {
			t.Fatal("it knows what it cannot know")
		}
		for range 3 {
			if older.Append(t.Context(), "a", session.Mark{Seq: 1, Sum: session.Sum{1}}, 2, []byte("x")) == nil {
				t.Fatal("appended to nothing")
			}
			older.running.Wait()
		}
		if !bytes.Equal(secretOf(t, older), before) || !bytes.Equal(kept(t, older), after) {
			t.Fatal("one of them took over what the other had")
		}
		if n := strings.Count(said(), "another server made a new secret"); n != 1 {
			t.Fatalf("it was said %d times", n)
		}
	})
}

func secretOf(t *testing.T, l *Log) []byte {
	t.Helper()
	secret, err := l.Secret(t.Context())
	must(t, err)
	return secret
}

// kept waits until redis holds a secret, and gives it.
func kept(t *testing.T, l *Log) []byte {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		secret, err := l.client.Get(t.Context(), secretKey).Bytes()
		if err == nil {
			return secret
		}
		if time.Now().After(end) {
			t.Fatal(err)
		}
	}
}

// listen gives what is written to the program's own log during this test.
func listen(t *testing.T) (said func() string) {
	var mu sync.Mutex
	var all bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(writer(func(p []byte) (int, error) {
		mu.Lock()
		defer mu.Unlock()
		return all.Write(p)
	}), nil)))
	t.Cleanup(func() { slog.SetDefault(before) })
	return func() string {
		mu.Lock()
		defer mu.Unlock()
		return all.String()
	}
}

type writer func([]byte) (int, error)

func (w writer) Write(p []byte) (int, error) { return w(p) }
