//go:build linux

package faults

import (
	"os"
	"os/signal"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/faults/workshop"
	"verbindend/cmd/verbindend/history"
)

func TestDisk(t *testing.T) {
	t.Parallel()
	t.Run("full for a while: nothing is acknowledged, the server says that it is not ready, and it goes on when there is room", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		server := rig.Serve(t, "--data", dir)
		company := workshop.Gather(t, 2, workshop.Options{Sites: sites(t, server.URL()), Phones: 4, Seed: 12})
		company.Write()
		time.Sleep(300 * time.Millisecond)
		before := limit(t, server.Pid(), 0)
		eventually(t, "a server that is not ready", func() bool { return !server.Ready() })
		time.Sleep(2 * time.Second)
		restore(t, server.Pid(), before)
		eventually(t, "a server that is ready again", server.Ready)
		company.Cluster()
		company.Vote()
		time.Sleep(300 * time.Millisecond)
		info, err := os.Stat(filepath.Join(dir, "verbindend.db"))
		if err != nil {
			t.Fatal(err)
		}
		limit(t, server.Pid(), uint64(info.Size())/2) //nolint:gosec // no file has a negative size
		time.Sleep(2 * time.Second)
		restore(t, server.Pid(), before)
		time.Sleep(300 * time.Millisecond)
		company.Settle()
		company.Reveal()
		company.Judge(history.Rules{}, inDirectory(dir, server))
	})
}

// limit keeps the files of a process from growing beyond a size, or from being written behind it: a disk without room.
func limit(t *testing.T, pid int, size uint64) (before unix.Rlimit) {
	t.Helper()
	if err := unix.Prlimit(pid, unix.RLIMIT_FSIZE, nil, &before); err != nil {
		t.Fatal(err)
	}
	less := before
	less.Cur = size
	restore(t, pid, less)
	return before
}

func restore(t *testing.T, pid int, to unix.Rlimit) {
	t.Helper()
	if err := unix.Prlimit(pid, unix.RLIMIT_FSIZE, &to, nil); err != nil {
		t.Fatal(err)
	}
}

func init() { signal.Ignore(unix.SIGXFSZ) }
