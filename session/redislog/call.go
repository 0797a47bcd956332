package redislog

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"
)

// call asks the server something and waits for the answer, but not longer than patience, ctx or the log lasts.
//
// The client notices a deadline under way, but the cancelling of a context only between two reads. As long as the server is well
// that is soon enough, and asking on the caller's own goroutine saves half of the processor time of an append. After a call that
// failed the next ones are asked apart, so that who gives up need not wait for a server that hangs.
func call[T any](ctx context.Context, l *Log, patience time.Duration, ask func(context.Context) (T, error)) (T, error) {
	var none T
	if err := ended(ctx); err != nil {
		return none, err
	}
	if !l.enter() {
		return none, ErrClosed
	}
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var value T
	var err error
	if l.unwell.Load() {
		value, err = apart(limited, l, ask)
	} else {
		value, err = ask(limited)
		l.running.Done()
	}
	switch {
	case err == nil, refused(err): // an answer, at any rate
		l.unwell.Store(false)
		return value, err
	case errors.Is(err, redis.ErrClosed), l.shut():
		return none, ErrClosed
	}
	l.unwell.Store(true)
	switch {
	case ended(ctx) != nil:
		return none, ended(ctx) // whatever the client made of it
	case ended(limited) != nil:
		return none, fmt.Errorf("redis does not answer within %v: %w", patience, err)
	}
	return none, err
}

// apart asks on a goroutine of its own. What runs on is stopped by its deadline, and Close waits for it.
func apart[T any](ctx context.Context, l *Log, ask func(context.Context) (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	answer := make(chan result, 1)
	go func() {
		defer l.running.Done()
		value, err := ask(ctx)
		answer <- result{value, err}
	}()
	var none T
	select {
	case r := <-answer:
		return r.value, r.err
	case <-l.closing:
		return none, ErrClosed
	case <-ctx.Done():
		return none, ctx.Err()
	}
}

// ended is ctx.Err that does not wait for the context's timer: the deadline of a connection, which is the same, may strike first.
func ended(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if deadline, ok := ctx.Deadline(); ok && !time.Now().Before(deadline) {
		return context.DeadlineExceeded
	}
	return nil
}

// refused tells an answer that the server gave from an answer that did not come: after the former nothing happened.
func refused(err error) bool {
	var said redis.Error
	return errors.As(err, &said)
}
