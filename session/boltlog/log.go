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

	"verbindend/session"
	"verbindend/session/contract"
)

// Errors of this log, to be compared with errors.Is.
var (
	// ErrLocked answers Open when another process has this directory open.
	ErrLocked = errors.New("boltlog: another process uses this directory")
	// ErrClosed answers calls after Close.
	ErrClosed = contract.ErrClosed
)

// A Log keeps logs in one bbolt file. All methods are safe for concurrent use.
type Log struct {
	path     string
	lock     *os.File // keeps other processes out of the directory
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
	lock, err := lockDir(dir)
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
		return nil, fmt.Errorf("open log in %s: %w", dir, errors.Join(err, lock.Close()))
	}
	go l.write()
	return l, nil
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
