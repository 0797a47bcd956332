package boltlog

import (
	"os"
	"path/filepath"
	"time"
)

const (
	lockFile     = "verbindend.lock"
	lockPatience = time.Second // a server that is just stopping may still hold the lock
	lockPause    = 50 * time.Millisecond
)

// lockDir takes the directory for this process, until the file that it gives is closed. The file stays empty and is never
// removed: a lock on a file that lost its name would protect nothing.
func lockDir(dir string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, lockFile), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	for end := time.Now().Add(lockPatience); ; time.Sleep(lockPause) {
		ok, err := tryLock(f)
		if ok {
			return f, nil
		}
		if err == nil && time.Now().Before(end) {
			continue
		}
		_ = f.Close() // nothing was written to it
		if err == nil {
			err = ErrLocked
		}
		return nil, err
	}
}
