package boltlog

import (
	"fmt"
	"strconv"
	"testing"
)

func TestKill(t *testing.T) {
	t.Run("all that was acknowledged is there after kill -9, every time", func(t *testing.T) {
		for round := range 3 {
			dir := t.TempDir()
			c := child(t, "append", dir)
			last := c.line(t)
			for range 40 * (round + 1) {
				last = c.line(t)
			}
			if rest := c.kill(t); len(rest) > 0 {
				last = rest[len(rest)-1]
			}
			acked, err := strconv.Atoi(last)
			if err != nil {
				t.Fatalf("the child said %q", last)
			}
			l := mustOpen(t, dir)
			n := 0
			for b, err := range l.Read(t.Context(), "a", 1) {
				if err != nil {
					t.Fatal(err)
				}
				n++
				if want := fmt.Sprint("record ", n); string(b.Bytes) != want || b.First != uint64(n) {
					t.Fatalf("place %d holds %q", n, b.Bytes)
				}
			}
			// One more may have been on the disk when its writer died.
			if n < acked || n > acked+1 {
				t.Fatalf("%d acknowledged, %d there", acked, n)
			}
			l.Close()
		}
	})
}
