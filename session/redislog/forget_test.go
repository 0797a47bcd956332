package redislog

import (
	"bytes"
	"crypto/rand"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"verbindend/session/logtest"
	"verbindend/session/redislog/redistest"
)

func TestForget(t *testing.T) {
	for name, erase := range map[string]func(*testing.T, *Log){
		"replaced": func(t *testing.T, l *Log) { must(t, logtest.Replace(t.Context(), l, "a", 1, []byte("sum"))) },
		"deleted":  func(t *testing.T, l *Log) { must(t, l.Delete(t.Context(), "a")) },
		"replaced by a log that is closed at once": func(t *testing.T, l *Log) {
			must(t, logtest.Replace(t.Context(), l, "a", 1, []byte("sum")))
			must(t, l.Close())
		},
	} {
		t.Run("what was "+name+" leaves the append-only file", func(t *testing.T) {
			addr, srv := redistest.Start(t, "--appendonly", "yes", "--appendfsync", "always")
			tuning := usual()
			tuning.forgetAfter, tuning.forgetAgain = 50*time.Millisecond, 50*time.Millisecond
			l := start(redis.NewClient(&redis.Options{Addr: addr}), tuning)
			defer l.Close()
			secret := []byte("device 7 chose " + rand.Text())
			must(t, logtest.Append(t.Context(), l, "a", 1, 1, secret))
			must(t, logtest.Append(t.Context(), l, "b", 1, 1, []byte("stays")))
			if !inFiles(t, srv.Dir(), secret) {
				t.Fatal("the words are not in a file: this test would prove nothing")
			}
			erase(t, l)
			for end := time.Now().Add(20 * time.Second); inFiles(t, srv.Dir(), secret); time.Sleep(20 * time.Millisecond) {
				if time.Now().After(end) {
					t.Fatal("the words are still in a file")
				}
			}
			srv.Restart()
			if got := contents(t, mustOpen(t, addr), "b"); got != "1-1 stays\n" {
				t.Fatal(got)
			}
		})
	}
	t.Run("a redis without an append-only file does not get one", func(t *testing.T) {
		addr, srv := redistest.Start(t)
		l := mustOpen(t, addr)
		must(t, logtest.Append(t.Context(), l, "a", 1, 1, []byte("x")))
		must(t, logtest.Replace(t.Context(), l, "a", 1, []byte("y")))
		must(t, l.Close())
		if entries, err := os.ReadDir(srv.Dir()); err != nil || len(entries) > 0 {
			t.Fatalf("%v %v", entries, err)
		}
	})
}

// inFiles looks for words in every file of a directory. Files that go while it looks are gone.
func inFiles(t *testing.T, dir string, words []byte) (found bool) {
	t.Helper()
	_ = filepath.WalkDir(dir, func(path string, _ fs.DirEntry, _ error) error {
		if content, err := os.ReadFile(path); err == nil && bytes.Contains(content, words) {
			found = true
		}
		return nil
	})
	return found
}
