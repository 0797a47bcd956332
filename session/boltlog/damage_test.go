package boltlog

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbindend/session"
)

func init() { roles["several"] = appendToSeveral }

// several are logs of small, large and mixed batches.
var several = map[string]int{"small": 30, "large": 12_000, "mixed": 1500}

// appendToSeveral appends to several logs, one transaction for each batch, prints a line for each and waits to be killed.
func appendToSeveral(dir string) error {
	l, err := Open(dir)
	if err != nil {
		return err
	}
	end := map[string]session.Mark{}
	for n := 0; ; n++ {
		id := slices.Sorted(maps.Keys(several))[n%len(several)]
		b := session.Batch{First: end[id].Seq + 1, Last: end[id].Seq + 3, Bytes: []byte(strings.Repeat(fmt.Sprint(id, n, " "), several[id]/10+1))}
		if err := l.Append(context.Background(), id, end[id], b.Last, b.Bytes); err != nil {
			return err
		}
		end[id] = b.Mark()
		fmt.Println(n)
	}
}

func TestDamage(t *testing.T) {
	dir := t.TempDir()
	c := child(t, "several", dir)
	for range 20 {
		c.line(t)
	}
	c.kill(t)
	file, err := os.ReadFile(filepath.Join(dir, dataFile))
	must(t, err)
	good := contentsOf(t, file)
	if len(good["large"]) < 5 {
		t.Fatalf("the process stored %d large batches", len(good["large"]))
	}
	head0, err := readHead(bytes.NewReader(file), 0)
	must(t, err)
	head1, err := readHead(bytes.NewReader(file), int64(os.Getpagesize()))
	must(t, err)
	used := int(max(head0.size, head1.size)) // the rest is room for what comes
	pageSize, chance := os.Getpagesize(), rand.NewChaCha8([32]byte{7})
	for name, damage := range map[string]func(file []byte, at int) []byte{
		"is all zeros": func(file []byte, at int) []byte { clear(file[at : at+pageSize]); return file },
		"is noise":     func(file []byte, at int) []byte { _, _ = chance.Read(file[at : at+pageSize]); return file },
		"is half written": func(file []byte, at int) []byte {
			_, _ = chance.Read(file[at+pageSize/2 : at+pageSize])
			return file
		},
		"has another bit":         func(file []byte, at int) []byte { file[at+pageSize/3] ^= 4; return file },
		"and all after it is cut": func(file []byte, at int) []byte { return file[:at] },
		"is where the file ends":  func(file []byte, at int) []byte { return file[:at+pageSize/2] },
	} {
		t.Run("a page that "+name+": an error, or what was acknowledged; never something else, never nothing", func(t *testing.T) {
			refused, unread := 0, 0
			for at := 0; at+pageSize <= used; at += pageSize {
				r, u := survives(t, damage(slices.Clone(file), at), good, at/pageSize)
				refused, unread = refused+r, unread+u
			}
			t.Logf("of %d files %d were refused; in the others %d logs could not be read", used/pageSize, refused, unread)
			if refused+unread == 0 {
				t.Fatal("none was noticed: this test would prove nothing")
			}
		})
	}
	t.Run("an empty file is not taken for an empty history", func(t *testing.T) {
		if refused, _ := survives(t, nil, good, 0); refused != 1 {
			t.Fatal("opened")
		}
	})
	t.Run("a log that is damaged holds up no other", func(t *testing.T) {
		l := mustOpen(t, unpacked(t, bytes.ReplaceAll(file, []byte("small2 "), []byte("small3 "))))
		defer l.Close()
		if _, err := read(t, l, "small"); !errors.Is(err, ErrDamaged) {
			t.Fatal(err)
		}
		batches := good["mixed"]
		must(t, l.Append(t.Context(), "mixed", batches[len(batches)-1].Mark(), 1000, []byte("on")))
	})
}

// survives opens a damaged file and tells how often it was refused: as a whole, or one log of it.
func survives(t *testing.T, file []byte, good map[string][]session.Batch, page int) (refused, unread int) {
	t.Helper()
	l, err := Open(unpacked(t, file))
	if err != nil {
		if errors.Is(err, ErrLocked) {
			t.Fatalf("page %d: %v", page, err)
		}
		return 1, 0
	}
	defer l.Close()
	missing := 0
	for id, want := range good {
		got, err := read(t, l, id)
		if err != nil {
			unread++
			continue
		}
		for i, b := range got {
			if i >= len(want) || b.Mark() != want[i].Mark() {
				t.Fatalf("page %d: %s has %d–%d, which nobody wrote", page, id, b.First, b.Last)
			}
		}
		missing += len(want) - len(got)
		after := session.Mark{}
		if len(got) > 0 {
			after = got[len(got)-1].Mark()
		}
		if id == "mixed" {
			must(t, l.Append(t.Context(), id, after, after.Seq+1, []byte("on")))
		}
	}
	// Where the newest of the two heads is damaged, the state before the last transaction is the last good one.
	if missing > 1 || missing == 1 && page > 1 {
		t.Fatalf("page %d: %d batches are missing, and nobody says so", page, missing)
	}
	return 0, unread
}

// unpacked gives a directory with a data file.
func unpacked(t *testing.T, file []byte) (dir string) {
	t.Helper()
	dir = t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, dataFile), file, 0o600))
	return dir
}

func contentsOf(t *testing.T, file []byte) map[string][]session.Batch {
	t.Helper()
	l := mustOpen(t, unpacked(t, file))
	defer l.Close()
	all := map[string][]session.Batch{}
	for id := range several {
		batches, err := read(t, l, id)
		must(t, err)
		all[id] = batches
	}
	return all
}

func read(t *testing.T, l *Log, id string) (all []session.Batch, err error) {
	t.Helper()
	for b, err := range l.Read(t.Context(), id, 1) {
		if err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	return all, nil
}
