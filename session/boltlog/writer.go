package boltlog

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"go.etcd.io/bbolt"

	"verbindend/session"
)

// The limits of one transaction: enough for one fsync to serve many, little enough that nobody waits long.
const (
	groupJobs  = 1000
	groupBytes = 8 << 20
)

// errNothingDone ends a transaction in which everybody was refused, so that a refusal costs no fsync.
var errNothingDone = errors.New("nothing done")

// A job is one change that somebody waits for.
type job struct {
	do     func(tx *bbolt.Tx) error // checks first, changes last; ErrConflict, ErrLost and ErrDamaged mean that it changed nothing
	size   int                      // bytes it will store
	notice session.Notice           // told when it is stored; the empty one tells nothing
	answer chan error               // room for one: the writer never waits
}

// submit gives a job to the writer and waits for its answer.
func (l *Log) submit(ctx context.Context, j *job) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	j.answer = make(chan error, 1)
	select {
	case l.jobs <- j:
	case <-ctx.Done():
		return ctx.Err()
	case <-l.done:
		return ErrClosed
	}
	select {
	case err := <-j.answer:
		return err
	case <-ctx.Done():
		return ctx.Err() // the writer goes on with it
	}
}

// write is the writer: the only goroutine that changes the file, from Open to Close.
func (l *Log) write() {
	defer close(l.done)
	compaction := time.NewTimer(time.Hour)
	compaction.Stop()
	due := false
	for {
		select {
		case j := <-l.jobs:
			l.commit(l.gather(j))
			if !due && l.due() {
				due = true
				compaction.Reset(l.tuning.compactAfter)
			}
		case <-compaction.C:
			due = l.tidy()
			if due {
				compaction.Reset(l.tuning.retryAfter)
			}
		case <-l.closing:
			compaction.Stop()
			l.closeErr = l.end()
			return
		}
	}
}

// gather adds to a job all that waits now.
func (l *Log) gather(first *job) []*job {
	jobs, size := []*job{first}, first.size
	for len(jobs) < groupJobs && size < groupBytes {
		select {
		case j := <-l.jobs:
			jobs = append(jobs, j)
			size += j.size
		default:
			return jobs
		}
	}
	return jobs
}

// commit does the jobs in one transaction and answers each.
func (l *Log) commit(jobs []*job) {
	answers := make([]error, len(jobs))
	err := l.transact(jobs, answers)
	for i, j := range jobs {
		// A refusal counts only if what it was compared with is stored; so when the transaction failed, everybody failed.
		answer := answers[i]
		if err != nil {
			answer = err
		}
		if answer == nil && j.notice != (session.Notice{}) {
			l.watchers.Tell(j.notice)
		}
		j.answer <- answer
	}
}

func (l *Log) transact(jobs []*job, answers []error) error {
	if l.db == nil || l.db.IsReadOnly() {
		if err := l.reopen(); err != nil {
			return fmt.Errorf("open the log's file again: %w", err)
		}
	}
	err := guarded(func() error {
		return l.db.Update(func(tx *bbolt.Tx) error { return doAll(tx, jobs, answers) })
	})
	if err == nil || errors.Is(err, errNothingDone) {
		return nil
	}
	// If this fails too, the next transaction tries again.
	if again := l.reopen(); again != nil {
		return fmt.Errorf("write to the log's file: %w (and opening it again: %w)", err, again)
	}
	return fmt.Errorf("write to the log's file: %w", err)
}

// doAll does the jobs in one transaction. It ends that in an error when there is nothing to store, or a job may have changed
// half of something.
func doAll(tx *bbolt.Tx, jobs []*job, answers []error) error {
	done := 0
	for i, j := range jobs {
		err := j.do(tx)
		if err != nil && !errors.Is(err, session.ErrConflict) && !errors.Is(err, session.ErrLost) && !errors.Is(err, ErrDamaged) {
			return err
		}
		answers[i] = err
		if err == nil {
			done++
		}
	}
	if done == 0 {
		return errNothingDone
	}
	return nil
}

// tidy compacts if it should now, and tells whether it must be tried again.
func (l *Log) tidy() (again bool) {
	if l.fileSize() > l.tuning.smallFile {
		return false // Close and Open will do it
	}
	if err := l.compact(); err != nil {
		slog.Warn("erased history is still in the file; trying again", "file", l.path, "after", l.tuning.retryAfter, "error", err)
		return true
	}
	return false
}

// end is the writer's last act.
func (l *Log) end() error {
	l.watchers.Close()
	var err error
	if l.due() {
		if err = l.compact(); err != nil {
			err = fmt.Errorf("erased history is still in the file; the next opening tries again: %w", err)
		}
	}
	return errors.Join(err, l.shut(), l.lock.Close())
}
