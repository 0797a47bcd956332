package visitor

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"
)

// The waits between two tries to connect.
const (
	firstWait = 250 * time.Millisecond
	longWait  = 10 * time.Second
)

// asked is the end of a line at which the server said when to come back.
type asked struct {
	wait  time.Duration
	cause error
}

func (a *asked) Error() string { return a.cause.Error() }
func (a *asked) Unwrap() error { return a.cause }

// backoff doubles from try to try and draws anywhere in the upper half, so that a room that lost its server does not come
// back in one instant.
func backoff(attempt int) time.Duration {
	d := longWait
	if attempt < 6 {
		d = min(firstWait<<attempt, longWait)
	}
	return d/2 + rand.N(d/2)
}

// waitAfter is how long to wait after a line that ended: as long as the server asked, else by one's own patience.
func waitAfter(err error, attempt int) time.Duration {
	var a *asked
	if errors.As(err, &a) {
		return a.wait
	}
	return backoff(attempt)
}

// pause waits, or gives up when ctx ends.
func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
