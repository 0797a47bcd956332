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
		return err
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

func openFile(path string) (*bbolt.DB, error) {
	// The lock of the directory is ours already; bbolt's own keeps out those who know only the file, such as its command line tool.
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: lockPatience, FreelistType: bbolt.FreelistMapType})
	if errors.Is(err, bbolterrors.ErrTimeout) {
		return nil, ErrLocked
	}
	return db, err
}

// reopen closes the file, if it is open, and opens it. Nothing that bbolt held in memory survives.
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
	if _, err := os.Stat(l.path); err != nil {
		return err
	}
	db, err := openFile(l.path)
	if err != nil {
		return err
	}
	err = db.View(func(tx *bbolt.Tx) error {
		if tx.Bucket(metaBucket) == nil || tx.Bucket(logsBucket) == nil {
			return fmt.Errorf("%s is a database of something else", l.path)
		}
		return nil
	})
	if err != nil {
		return errors.Join(err, db.Close())
	}
	l.db = db
	return nil
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
		return l.db.View(do)
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
