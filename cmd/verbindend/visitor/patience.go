package visitor

import (
	"context"
	"math/rand/v2"
	"time"
)

// The waits between two tries to connect.
const (
	firstWait = 250 * time.Millisecond
	longWait  = 10 * time.Second
)

// backoff doubles from try to try and draws anywhere in the upper half, so that a room that lost its server does not come
// back in one instant.
func backoff(attempt int) time.Duration {
	d := longWait
	if attempt < 6 {
		d = min(firstWait<<attempt, longWait)
	}
	return d/2 + rand.N(d/2)
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
