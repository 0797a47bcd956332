package boltlog

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"
)

const dataFile = "verbindend.db"

// newSuffix names a file that is being made and shall take the place of the data file. Open removes one that a crash left.
const newSuffix = ".new"

// errShut answers while the file cannot be opened; the next write tries again.
var errShut = errors.New("the log's file cannot be opened now")

var (
	logsBucket = []byte("logs")
	metaBucket = []byte("meta")
)

// begin opens the file, makes it when there is none, and tidies up what a crash may have left.
func (l *Log) begin() error {
	if err := os.Remove(l.path + newSuffix); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if _, err := os.Stat(l.path); errors.Is(err, os.ErrNotExist) {
		if err := create(l.path); err != nil {
			return err
		}
	}
	if err := l.reopen(); err != nil {
		return errors.Join(err, l.shut())
	}
	if err := examine(l.db); err != nil {
		return errors.Join(err, l.shut())
	}
	if !l.due() {
		return nil
	}
	if err := l.compact(); err != nil {
		return errors.Join(err, l.shut())
	}
	return nil
}

// create makes an empty file under another name first, so that a crash or a full disk leaves no half of one.
func create(path string) error {
	db, err := openFile(path + newSuffix)
	if err != nil {
		return errors.Join(err, os.RemoveAll(path+newSuffix))
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		if _, err := tx.CreateBucket(metaBucket); err != nil {
			return err
		}
		_, err := tx.CreateBucket(logsBucket)
		return err
	})
	if err = errors.Join(err, db.Close()); err != nil {
		return errors.Join(err, os.Remove(path+newSuffix))
	}
	if err := os.Rename(path+newSuffix, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

func openFile(path string) (*bbolt.DB, error) { return openAs(path, bbolt.Options{}) }

func openAs(path string, o bbolt.Options) (*bbolt.DB, error) {
	o.Timeout, o.FreelistType = lockPatience, bbolt.FreelistMapType
	// The lock of the directory is ours already; bbolt's own keeps out those who know only the file, such as its command line tool.
	var db *bbolt.DB
	err := guarded(func() (err error) {
		db, err = bbolt.Open(path, 0o600, &o)
		return err
	})
	if errors.Is(err, bbolterrors.ErrTimeout) {
		return nil, ErrLocked
	}
	return db, err
}

// reopen closes the file, if it is open, and opens it. Nothing that bbolt held in memory survives. When it cannot be opened for
// writing, as a file system may turn read-only after a failure, it is opened for reading, and the error is answered.
func (l *Log) reopen() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.reopenLocked()
}

func (l *Log) reopenLocked() error {
	if err := l.shutLocked(); err != nil {
		return err
	}
	// bbolt would make an empty file where ours has gone, and history would look as if it never was.
	if err := whole(l.path); err != nil {
		return err
	}
	db, cannotWrite := openFile(l.path)
	if cannotWrite != nil {
		var err error
		if db, err = openAs(l.path, bbolt.Options{ReadOnly: true}); err != nil {
			return cannotWrite
		}
	}
	err := guarded(func() error {
		return db.View(func(tx *bbolt.Tx) error {
			if tx.Bucket(metaBucket) == nil || tx.Bucket(logsBucket) == nil {
				return fmt.Errorf("%s is a database of something else", l.path)
			}
			return nil
		})
	})
	if err != nil {
		return errors.Join(err, db.Close())
	}
	l.db = db
	return cannotWrite
}

func (l *Log) shut() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.shutLocked()
}

func (l *Log) shutLocked() error {
	if l.db == nil {
		return nil
	}
	db := l.db
	l.db = nil
	return db.Close()
}

// view reads while nobody puts another file in the place of this one.
func (l *Log) view(do func(*bbolt.Tx) error) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.db != nil {
		return guarded(func() error { return l.db.View(do) })
	}
	select {
	case <-l.closing:
		return ErrClosed
	default:
		return errShut
	}
}

// syncDir makes a rename last. Windows has no such call: its renames are in the file system's journal.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
