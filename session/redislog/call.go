package redislog

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"
)

// call asks the server something and waits for the answer, but not longer than ctx lasts or the log is open: the client itself
// notices the end of a context only between two reads. What runs on is stopped by its deadline, and Close waits for it.
func call[T any](ctx context.Context, l *Log, patience time.Duration, ask func(context.Context) (T, error)) (T, error) {
	var none T
	if err := ended(ctx); err != nil {
		return none, err
	}
	if !l.enter() {
		return none, ErrClosed
	}
	type result struct {
		value T
		err   error
	}
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	answer := make(chan result, 1)
	go func() {
		defer l.running.Done()
		value, err := ask(limited)
		answer <- result{value, err}
	}()
	select {
	case r := <-answer:
		switch {
		case r.err == nil:
			return r.value, nil
		case errors.Is(r.err, redis.ErrClosed):
			return none, ErrClosed
		case ended(ctx) != nil:
			return none, ended(ctx) // whatever the client made of it
		}
		return none, r.err
	case <-l.closing:
		return none, ErrClosed
	case <-limited.Done():
		if err := ctx.Err(); err != nil {
			return none, err
		}
		return none, fmt.Errorf("redis does not answer within %v: %w", patience, limited.Err())
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
