package boltlog

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// copyBytes bounds the memory of a compaction.
const copyBytes = 4 << 20

var dueKey = []byte("compaction-due")

// due tells whether something was erased since the last compaction.
func (l *Log) due() (due bool) {
	if l.db == nil {
		return false
	}
	_ = l.db.View(func(tx *bbolt.Tx) error {
		due = tx.Bucket(metaBucket).Get(dueKey) != nil
		return nil
	})
	return due
}

func (l *Log) fileSize() int64 {
	info, err := os.Stat(l.path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// compact copies what lives into a new file and gives that the name of the old one. Only the writer calls it, so nothing
// changes meanwhile; readers go on, and wait only while the names change. Until the rename the old file is whole, and after it the
// new one; the mark that a compaction is due is in the old and not in the new.
func (l *Log) compact() error {
	if l.db == nil {
		return errShut
	}
	if err := l.copyTo(l.path + newSuffix); err != nil {
		_ = os.Remove(l.path + newSuffix) // what went wrong is in err already
		return fmt.Errorf("compact: %w", err)
	}
	l.tuning.crash("copied")
	if err := l.swap(); err != nil {
		return fmt.Errorf("compact: %w", err)
	}
	return nil
}

func (l *Log) copyTo(path string) (err error) {
	dst, err := openFile(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dst.Close()) }()
	dst.NoSync = true // one Sync at the end is enough for a file that nobody uses yet
	if err := bbolt.Compact(dst, l.db, copyBytes); err != nil {
		return err
	}
	l.tuning.crash("half copied")
	if err := dst.Update(func(tx *bbolt.Tx) error { return tx.Bucket(metaBucket).Delete(dueKey) }); err != nil {
		return err
	}
	return dst.Sync()
}

// swap puts the copy in the place of the file. The old file is closed first, as some systems do not rename over an open one.
func (l *Log) swap() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	err := l.shutLocked()
	if err == nil {
		err = os.Rename(l.path+newSuffix, l.path)
	}
	if err == nil {
		l.tuning.crash("renamed")
		err = syncDir(filepath.Dir(l.path))
	}
	// Whatever went wrong, one of the two files has the name, and it is whole.
	return errors.Join(err, l.reopenLocked())
}
