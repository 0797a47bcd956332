package boltlog

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"verbindend/session"
	"verbindend/session/logtest"
)

func TestLog(t *testing.T) {
	dirs := map[session.Log]string{}
	openIn := func(t *testing.T, dir string) session.Log {
		t.Helper()
		l, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { l.Close() })
		dirs[l] = dir
		return l
	}
	logtest.Run(t,
		func(t *testing.T) session.Log { return openIn(t, t.TempDir()) },
		logtest.Reopen(func(t *testing.T, old session.Log) session.Log {
			if err := old.Close(); err != nil {
				t.Fatal(err)
			}
			return openIn(t, dirs[old])
		}))
}

func TestOpen(t *testing.T) {
	t.Run("a directory that does not exist is made, for its owner alone", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "a", "b")
		l := mustOpen(t, dir)
		defer l.Close()
		for path, want := range map[string]os.FileMode{dir: 0o700, filepath.Join(dir, "verbindend.db"): 0o600} {
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			if got := info.Mode().Perm(); got != want {
				t.Errorf("%s has mode %o, want %o", path, got, want)
			}
		}
	})
	t.Run("a directory that is in use is refused, until it is free", func(t *testing.T) {
		dir := t.TempDir()
		first := mustOpen(t, dir)
		if _, err := Open(dir); !errors.Is(err, ErrLocked) {
			t.Fatalf("the second one got %v", err)
		}
		first.Close()
		mustOpen(t, dir).Close()
	})
	t.Run("another process that has it is noticed too", func(t *testing.T) {
		dir := t.TempDir()
		c := child(t, "hold", dir)
		c.line(t) // it is open
		if _, err := Open(dir); !errors.Is(err, ErrLocked) {
			t.Fatalf("the second process got %v", err)
		}
		c.kill(t)
		mustOpen(t, dir).Close()
	})
	t.Run("a path that cannot be a directory is an error", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(filepath.Join(file, "data")); err == nil {
			t.Fatal("opened")
		}
	})
	t.Run("a file that is no database is an error, and is left alone", func(t *testing.T) {
		dir := t.TempDir()
		path := filepath.Join(dir, "verbindend.db")
		letter := bytes.Repeat([]byte("Dear all, "), 10_000)
		if err := os.WriteFile(path, letter, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); err == nil {
			t.Fatal("opened")
		}
		if got, _ := os.ReadFile(path); !bytes.Equal(got, letter) {
			t.Fatal("the file was changed")
		}
	})
}

func TestSecret(t *testing.T) {
	t.Run("the secret of a directory is random and stays the same", func(t *testing.T) {
		dir := t.TempDir()
		first := mustOpen(t, dir)
		one := mustSecret(t, first)
		if again := mustSecret(t, first); !bytes.Equal(one, again) {
			t.Fatal("the second call gave another secret")
		}
		first.Close()
		second := mustOpen(t, dir)
		defer second.Close()
		if later := mustSecret(t, second); !bytes.Equal(one, later) {
			t.Fatal("opening again gave another secret")
		}
		other := mustOpen(t, t.TempDir())
		defer other.Close()
		if bytes.Equal(one, mustSecret(t, other)) || len(one) != 32 {
			t.Fatalf("%d bytes, equal to those of another directory or of a wrong size", len(one))
		}
	})
	t.Run("a closed log gives no secret", func(t *testing.T) {
		l := mustOpen(t, t.TempDir())
		l.Close()
		if _, err := l.Secret(); !errors.Is(err, ErrClosed) {
			t.Fatal(err)
		}
	})
}

func mustOpen(t testing.TB, dir string) *Log {
	t.Helper()
	l, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func mustSecret(t *testing.T, l *Log) []byte {
	t.Helper()
	secret, err := l.Secret()
	if err != nil {
		t.Fatal(err)
	}
	return secret
}

func TestRefusal(t *testing.T) {
	t.Run("a refusal writes nothing to the disk", func(t *testing.T) {
		l := mustOpen(t, t.TempDir())
		defer l.Close()
		must(t, logtest.Append(t.Context(), l, "a", 1, 1, []byte("x")))
		before, err := os.ReadFile(l.path)
		must(t, err)
		if err := logtest.Append(t.Context(), l, "a", 1, 1, []byte("y")); !errors.Is(err, session.ErrConflict) {
			t.Fatal(err)
		}
		if err := logtest.Append(t.Context(), l, "a", 3, 3, []byte("y")); !errors.Is(err, session.ErrLost) {
			t.Fatal(err)
		}
		after, err := os.ReadFile(l.path)
		must(t, err)
		if !bytes.Equal(before, after) {
			t.Fatal("the file changed")
		}
	})
}
