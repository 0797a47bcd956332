package boltlog

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"verbindend/session/logtest"
)

// The places in a compaction where a process may die, and what then lies beside the data file and the lock.
var crashes = map[string]int{"before it began": 0, "half copied": 1, "copied": 1, "renamed": 0}

func TestCrash(t *testing.T) {
	for point, beside := range crashes {
		t.Run("a process that dies at the point \""+point+"\" of a compaction loses nothing and leaves nothing", func(t *testing.T) {
			dir := t.TempDir()
			c := child(t, "crash "+point, dir)
			secret := c.line(t)
			if strings.HasPrefix(secret, "failed") {
				t.Fatal(secret)
			}
			for c.lines.Scan() {
				t.Fatalf("it did not die: %s", c.lines.Text())
			}
			if entries, _ := os.ReadDir(dir); len(entries) != 2+beside {
				t.Fatalf("the crash left %v", entries)
			}
			if point != "renamed" && !inDir(t, dir, []byte(secret)) {
				t.Fatal("the crash itself took the bytes away: this test would prove nothing")
			}
			l := mustOpen(t, dir)
			intact(t, l)
			if inFiles(t, l, []byte(secret)) {
				t.Fatal("the old bytes are still in a file")
			}
			if entries, _ := os.ReadDir(dir); len(entries) != 2 {
				t.Fatalf("the directory holds %v", entries)
			}
			must(t, logtest.Append(t.Context(), l, "gone", 41, 41, []byte("on")))
			shut(t, l)
		})
	}
}

// dieAt is the role of a process that erases a history and dies while the file is compacted.
func dieAt(point string) func(dir string) error {
	return func(dir string) error {
		tuning := usual()
		tuning.crash = func(at string) {
			if at == point {
				die()
			}
		}
		l, err := open(dir, tuning)
		if err != nil {
			return err
		}
		secret, err := fill(l)
		if err != nil {
			return err
		}
		fmt.Println(secret)
		if err := logtest.Replace(context.Background(), l, "gone", 40, []byte("results")); err != nil {
			return err
		}
		if point == "before it began" {
			die()
		}
		return errors.Join(l.Close(), errors.New("it survived"))
	}
}

// die ends this process as kill -9 does.
func die() {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Kill()
	}
	if err != nil {
		panic(err)
	}
	select {}
}
