package boltlog

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
)

func TestErasure(t *testing.T) {
	erasures := map[string]func(*testing.T, *Log, string){
		"replaced": func(t *testing.T, l *Log, id string) {
			if err := logtest.Replace(t.Context(), l, id, 40, []byte("results")); err != nil {
				t.Fatal(err)
			}
		},
		"deleted": func(t *testing.T, l *Log, id string) {
			if err := l.Delete(t.Context(), id); err != nil {
				t.Fatal(err)
			}
		},
	}
	for done, erase := range erasures {
		t.Run("two seconds after a history was "+done+" its bytes are not in any file, and the rest is", func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l, secret := filled(t, t.TempDir(), usual())
				erase(t, l, "gone")
				if !inFiles(t, l, secret) {
					t.Fatal("the bytes left by themselves: this test would prove nothing")
				}
				time.Sleep(usual().compactAfter)
				synctest.Wait()
				if inFiles(t, l, secret) {
					t.Fatal("the old bytes are still in a file")
				}
				intact(t, l)
				if l.due() {
					t.Fatal("the compaction is still due")
				}
				shut(t, l)
			})
		})
		t.Run("closing at once forgets what was "+done+" too", func(t *testing.T) {
			l, secret := filled(t, t.TempDir(), usual())
			erase(t, l, "gone")
			if !inFiles(t, l, secret) {
				t.Fatal("the bytes left by themselves: this test would prove nothing")
			}
			shut(t, l)
			if inFiles(t, l, secret) {
				t.Fatal("the old bytes are still in a file")
			}
		})
	}
	t.Run("histories that end together share one compaction", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			tuning, compactions := usual(), 0
			tuning.crash = func(at string) {
				if at == "renamed" {
					compactions++
				}
			}
			l, _ := filled(t, t.TempDir(), tuning)
			for i := range 10 {
				id := fmt.Sprint("s", i)
				must(t, logtest.Append(t.Context(), l, id, 1, 1, []byte("x")))
				must(t, logtest.Replace(t.Context(), l, id, 1, []byte("y")))
			}
			time.Sleep(time.Minute)
			synctest.Wait()
			if compactions != 1 {
				t.Fatalf("%d compactions", compactions)
			}
			shut(t, l)
		})
	})
	t.Run("a large file is left as it is until it is closed", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			tuning := usual()
			tuning.smallFile = 1
			l, secret := filled(t, t.TempDir(), tuning)
			erasures["deleted"](t, l, "gone")
			time.Sleep(time.Hour)
			synctest.Wait()
			if !inFiles(t, l, secret) {
				t.Fatal("it was compacted in mid-session")
			}
			shut(t, l)
			if inFiles(t, l, secret) {
				t.Fatal("the old bytes are still in a file")
			}
		})
	})
	t.Run("a compaction that fails leaves all as it was, and is tried again", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			tuning, compactions := usual(), 0
			tuning.crash = func(at string) {
				if at == "renamed" {
					compactions++
				}
			}
			l, secret := filled(t, t.TempDir(), tuning)
			obstacle := l.path + newSuffix
			must(t, os.MkdirAll(filepath.Join(obstacle, "x"), 0o700))
			erasures["replaced"](t, l, "gone")
			time.Sleep(10 * time.Second)
			synctest.Wait()
			if compactions != 0 || !l.due() || !inFiles(t, l, secret) {
				t.Fatalf("%d compactions in spite of the obstacle", compactions)
			}
			intact(t, l)
			must(t, os.RemoveAll(obstacle))
			time.Sleep(usual().retryAfter)
			synctest.Wait()
			if compactions != 1 || l.due() || inFiles(t, l, secret) {
				t.Fatalf("%d compactions when it was to be tried again", compactions)
			}
			intact(t, l)
			shut(t, l)
		})
	})
	t.Run("readers and writers go on while the file is compacted again and again", func(t *testing.T) {
		tuning := usual()
		tuning.compactAfter = 0
		l, _ := filled(t, t.TempDir(), tuning)
		var all sync.WaitGroup
		for w := range 4 {
			id := fmt.Sprint("w", w)
			all.Go(func() {
				for seq := uint64(1); seq <= 25; seq++ {
					must(t, logtest.Append(t.Context(), l, id, seq, seq, fmt.Append(nil, seq)))
					must(t, logtest.Replace(t.Context(), l, id, seq, fmt.Append(nil, "sum ", seq)))
					for b, err := range l.Read(t.Context(), id, 1) {
						if must(t, err); b.Last != seq {
							t.Errorf("%s ends at %d, want %d", id, b.Last, seq)
						}
					}
				}
			})
		}
		all.Wait()
		intact(t, l)
		shut(t, l)
	})
}

// filled opens a log and fills it; see fill.
func filled(t *testing.T, dir string, tuning tuning) (*Log, []byte) {
	t.Helper()
	l, err := open(dir, tuning)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := fill(l)
	if err != nil {
		t.Fatal(err)
	}
	return l, []byte(secret)
}

// fill writes 40 records to the logs "stays" and "gone", each of the latter with the words that it gives. They fill many pages:
// bbolt writes over freed pages as it likes, and a few of them would go by themselves.
func fill(l *Log) (secret string, err error) {
	ctx := context.Background()
	secret = "device 7 chose " + rand.Text()
	gone := []byte(strings.Repeat(secret+" ", 100))
	for seq := uint64(1); seq <= 40 && err == nil; seq++ {
		err = errors.Join(logtest.Append(ctx, l, "gone", seq, seq, gone), logtest.Append(ctx, l, "stays", seq, seq, stays(seq)))
	}
	return secret, err
}

func stays(seq uint64) []byte { return fmt.Append(nil, strings.Repeat("kept ", 300), seq) }

func intact(t *testing.T, l *Log) {
	t.Helper()
	next := uint64(1)
	for b, err := range l.Read(t.Context(), "stays", 1) {
		must(t, err)
		if b.First != next || !bytes.Equal(b.Bytes, stays(next)) {
			t.Fatalf("record %d is not what it was", next)
		}
		next++
	}
	if next != 41 {
		t.Fatalf("%d records are left of 40", next-1)
	}
	if err := logtest.Append(t.Context(), l, "stays", 40, 40, []byte("x")); err == nil {
		t.Fatal("record 40 was stored twice")
	}
}

// inFiles looks for bytes in every file of the log's directory.
func inFiles(t *testing.T, l *Log, words []byte) bool {
	t.Helper()
	return inDir(t, filepath.Dir(l.path), words)
}

func inDir(t *testing.T, dir string, words []byte) bool {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		must(t, err)
		if bytes.Contains(content, words) {
			return true
		}
	}
	return false
}

func shut(t *testing.T, l session.Log) {
	t.Helper()
	must(t, l.Close())
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
}
