package boltlog

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"

	"verbindend/session"
	"verbindend/session/boltlog/contract"
)

// Errors of this log, to be compared with errors.Is.
var (
	// ErrLocked answers Open when another process has this directory open.
	ErrLocked = errors.New("boltlog: another process uses this directory")
	// ErrClosed answers calls after Close.
	ErrClosed = contract.ErrClosed
)

const (
	dataFile = "verbindend.db"
	lockFile = "verbindend.lock"

	lockPatience = time.Second // a server that is just stopping may still hold the lock
)

// A Log keeps logs in one bbolt file. All methods are safe for concurrent use.
type Log struct {
	path     string
	lock     *bbolt.DB // held open for its file lock alone
	watchers contract.Watchers
	tuning   tuning

	// db is nil while the file cannot be opened and after Close. Only the writer changes it, holding mu, when no reader has it.
	mu sync.RWMutex
	db *bbolt.DB

	jobs     chan *job     // unbuffered: a job that was taken is answered, one that was not never happened
	closing  chan struct{} // closed by Close: the writer shall end
	done     chan struct{} // closed by the writer when it has ended
	once     sync.Once
	closeErr error // what the writer's end came to; read after done
}

// tuning is what tests set otherwise.
type tuning struct {
	compactAfter time.Duration // after the first erasure, so that many share one compaction
	retryAfter   time.Duration // after a compaction that failed
	smallFile    int64         // bytes; larger files are compacted only by Open and Close
	crash        func(at string)
}

func usual() tuning {
	return tuning{compactAfter: 2 * time.Second, retryAfter: time.Minute, smallFile: 64 << 20, crash: func(string) {}}
}

var _ session.Log = (*Log)(nil)

// Open opens the log in a directory, which is made (for its owner alone) when it does not exist. It answers ErrLocked when
// another process has it open. A compaction that is still due is done first.
func Open(dir string) (*Log, error) { return open(dir, usual()) }

func open(dir string, tuning tuning) (*Log, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("open log: %w", err)
	}
	// The lock is a small bbolt file because bbolt knows how to lock a file on every system.
	lock, err := openFile(filepath.Join(dir, lockFile))
	if errors.Is(err, bbolterrors.ErrTimeout) {
		return nil, fmt.Errorf("%w: %s", ErrLocked, dir)
	}
	if err != nil {
		return nil, fmt.Errorf("open log in %s: %w", dir, err)
	}
	l := &Log{
		path:    filepath.Join(dir, dataFile),
		lock:    lock,
		tuning:  tuning,
		jobs:    make(chan *job),
		closing: make(chan struct{}),
		done:    make(chan struct{}),
	}
	if err := l.begin(); err != nil {
		lock.Close()
		return nil, fmt.Errorf("open log in %s: %w", dir, err)
	}
	go l.write()
	return l, nil
}

// begin opens the file and tidies up what a crash may have left.
func (l *Log) begin() error {
	if err := os.Remove(l.path + compactSuffix); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := l.reopen(); err != nil {
		return err
	}
	if !l.due() {
		return nil
	}
	if err := l.compact(); err != nil {
		l.shut()
		return err
	}
	return nil
}

func openFile(path string) (*bbolt.DB, error) {
	return bbolt.Open(path, 0o600, &bbolt.Options{Timeout: lockPatience, FreelistType: bbolt.FreelistMapType})
}

// reopen closes the file, if it is open, and opens it. Nothing that bbolt held in memory survives.
func (l *Log) reopen() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.shutLocked(); err != nil {
		return err
	}
	db, err := openFile(l.path)
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		if _, err := tx.CreateBucketIfNotExists(metaBucket); err != nil {
			return err
		}
		_, err := tx.CreateBucketIfNotExists(logsBucket)
		return err
	})
	if err != nil {
		db.Close()
		return err
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

// Watch implements session.Log. As one process has the directory to itself, what happens here is all that happens.
func (l *Log) Watch(ctx context.Context) (<-chan session.Notice, error) {
	return l.watchers.Add(ctx)
}

// Close answers what the writer has taken, compacts when that is due, and releases the directory.
// It may take some seconds for a large file. Closing again waits for the first and gives the same answer.
func (l *Log) Close() error {
	l.once.Do(func() { close(l.closing) })
	<-l.done
	return l.closeErr
}
