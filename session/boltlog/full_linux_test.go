package boltlog

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"
	"golang.org/x/sys/unix"

	"verbindend/session"
	"verbindend/session/logtest"
)

func init() { roles["full disk"] = fillDisk }

func TestFullDisk(t *testing.T) {
	t.Run("a file that may not grow: errors, nothing acknowledged, nothing broken, and it goes on when it may", func(t *testing.T) {
		c := child(t, "full disk", t.TempDir())
		if said := c.line(t); said != "ok" {
			t.Fatal(said)
		}
	})
	t.Run("a file system that is full", func(t *testing.T) {
		dir := mount(t, "size=512k")
		if err := keepsItsWord(dir, func() (func() error, error) { return fillUp(dir) }); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("a file system that turns read-only after a failure: what is there is read, and it goes on when it may", func(t *testing.T) {
		dir := mount(t, "size=512k")
		if err := keepsItsWord(dir, func() (func() error, error) {
			empty, err := fillUp(dir) // the failure: what is open already may still be written
			if err != nil {
				return nil, err
			}
			err = errors.Join(unix.Mount(dir, dir, "", unix.MS_BIND, ""), unix.Mount("", dir, "", unix.MS_REMOUNT|unix.MS_BIND|unix.MS_RDONLY, ""))
			return func() error { return errors.Join(unix.Unmount(dir, unix.MNT_DETACH), empty()) }, err
		}); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("a file that this user may not write gives an error on opening that says so, and stays as it is", func(t *testing.T) {
		dir := t.TempDir()
		mustOpen(t, dir).Close()
		path := filepath.Join(dir, dataFile)
		before, err := os.ReadFile(path)
		must(t, err)
		must(t, os.Chmod(path, 0o444))
		must(t, os.Chmod(filepath.Dir(dir), 0o755)) // the testing package makes it for its owner alone
		must(t, os.Chmod(filepath.Join(dir, lockFile), 0o666))
		asNobody(t, func() {
			if _, err := Open(dir); !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), path) {
				t.Fatalf("opened: %v", err)
			}
		})
		after, err := os.ReadFile(path)
		must(t, err)
		if !bytes.Equal(before, after) {
			t.Fatal("the file changed")
		}
	})
	t.Run("a file system that is read-only gives an error on opening", func(t *testing.T) {
		dir := mount(t, "size=512k")
		mustOpen(t, dir).Close()
		if err := unix.Mount("", filepath.Dir(dir), "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); err == nil || errors.Is(err, ErrLocked) {
			t.Fatalf("opened: %v", err)
		}
	})
}

// fillUp fills the file system that a directory is on, which is a small one.
func fillUp(dir string) (empty func() error, err error) {
	ballast := filepath.Join(filepath.Dir(dir), "ballast")
	f, err := os.Create(ballast)
	if err != nil {
		return nil, err
	}
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	if !errors.Is(err, unix.ENOSPC) {
		return nil, err
	}
	return func() error { return errors.Join(f.Close(), os.Remove(ballast)) }, nil
}

// mount gives a directory on a small file system of its own. Only root may make one; elsewhere the limit on the size of a
// file, which everybody may set, stands for it.
func mount(t *testing.T, options string) string {
	t.Helper()
	at := t.TempDir()
	if err := unix.Mount("tmpfs", at, "tmpfs", 0, options); err != nil {
		t.Skipf("no file system of our own: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(at, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return filepath.Join(at, "data")
}

// fillDisk is the role of a process whose files may not grow for a while.
func fillDisk(dir string) error {
	signal.Ignore(unix.SIGXFSZ)
	for _, limit := range []func(size uint64) uint64{
		func(size uint64) uint64 { return size },        // it cannot grow
		func(size uint64) uint64 { return size - 4096 }, // nor be written everywhere, so that a transaction breaks off half-way
		func(uint64) uint64 { return 8192 },             // nor anywhere but in the first two pages
		func(uint64) uint64 { return 0 },
	} {
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
		err := keepsItsWord(dir, func() (func() error, error) {
			info, err := os.Stat(filepath.Join(dir, "verbindend.db"))
			if err != nil {
				return nil, err
			}
			return limitFiles(limit(uint64(info.Size())))
		})
		if err != nil {
			return err
		}
	}
	fmt.Println("ok")
	return nil
}

func limitFiles(size uint64) (undo func() error, err error) {
	var before unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &before); err != nil {
		return nil, err
	}
	less := before
	less.Cur = size
	return func() error { return unix.Setrlimit(unix.RLIMIT_FSIZE, &before) }, unix.Setrlimit(unix.RLIMIT_FSIZE, &less)
}

// keepsItsWord writes before, during and after a shortage and checks that exactly what was acknowledged is there.
func keepsItsWord(dir string, shortage func() (undo func() error, err error)) error {
	l, err := Open(dir)
	if err != nil {
		return err
	}
	ctx, next := context.Background(), uint64(1)
	var acked []string
	try := func(size int) error {
		text := fmt.Sprint(next, strings.Repeat("x", size))
		err := logtest.Append(ctx, l, "a", next, next, []byte(text))
		if err == nil {
			acked = append(acked, text)
			next++
		}
		return err
	}
	check := func(when string) error {
		n := 0
		for b, err := range l.Read(ctx, "a", 1) {
			if err != nil {
				return fmt.Errorf("%s: %w", when, err)
			}
			if n >= len(acked) || string(b.Bytes) != acked[n] {
				return fmt.Errorf("%s: batch %d is not what was acknowledged", when, n+1)
			}
			n++
		}
		if n != len(acked) {
			return fmt.Errorf("%s: %d acknowledged, %d there", when, len(acked), n)
		}
		return nil
	}
	for range 20 {
		if err := try(1000); err != nil {
			return err
		}
	}
	undo, err := shortage()
	if err != nil {
		return err
	}
	refused := 0
	for i := range 40 {
		err := try(200 * i * i) // up to 300 KB
		switch {
		case errors.Is(err, session.ErrConflict), errors.Is(err, session.ErrLost):
			return fmt.Errorf("what was refused before was stored, or something got lost: %w", err)
		case err != nil:
			refused++
		}
		if err := check("in the shortage"); err != nil {
			return err
		}
	}
	// Erasing needs room too; whether it finds it or not, all is there or all is replaced.
	replaced := logtest.Replace(ctx, l, "a", next-1, []byte(strings.Repeat("y", 400_000)))
	if err := undo(); err != nil {
		return err
	}
	if refused == 0 {
		return errors.New("there was no shortage: no append was refused")
	}
	if replaced == nil {
		return errors.New("there was no shortage: replacing succeeded")
	}
	if err := check("after the shortage"); err != nil {
		return err
	}
	if err := l.Ping(ctx); err != nil {
		return err
	}
	for range 20 {
		if err := try(1000); err != nil {
			return err
		}
	}
	if err := l.Close(); err != nil {
		return err
	}
	if l, err = Open(dir); err != nil {
		return err
	}
	if err := check("opened again"); err != nil {
		return err
	}
	return errors.Join(l.Close(), sound(dir))
}

// sound lets bbolt check each page of the file.
func sound(dir string) error {
	db, err := bbolt.Open(filepath.Join(dir, "verbindend.db"), 0o600, nil)
	if err != nil {
		return err
	}
	defer db.Close()
	return db.View(func(tx *bbolt.Tx) error {
		var all error
		for err := range tx.Check() {
			all = errors.Join(all, err)
		}
		return all
	})
}
