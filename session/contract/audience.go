package contract

import (
	"context"
	"sync"
)

// An audience is the receivers of something that is told while it happens. The zero value has none and is ready for use.
// All methods are safe for concurrent use; none of them waits for a receiver.
type audience[T any] struct {
	mu     sync.Mutex
	closed bool
	all    map[chan T]func() bool // the channel → what ends it on its context
}

// add gives a new receiver its channel, which is closed when ctx ends or the audience is dismissed.
func (a *audience[T]) add(ctx context.Context, backlog int) (<-chan T, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.closed {
		return nil, ErrClosed
	}
	if a.all == nil {
		a.all = make(map[chan T]func() bool)
	}
	ch := make(chan T, backlog)
	// If ctx ends right now, leave waits for our lock and finds the channel in the map.
	a.all[ch] = context.AfterFunc(ctx, func() { a.leave(ch) })
	return ch, nil
}

func (a *audience[T]) leave(ch chan T) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, ok := a.all[ch]; ok {
		delete(a.all, ch)
		close(ch)
	}
}

// tell gives x to every receiver. behind makes room for one who has none, and says what that one gets.
func (a *audience[T]) tell(x T, behind func(chan T) T) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for ch := range a.all {
		select {
		case ch <- x:
		default:
			ch <- behind(ch) // there is room: only the holder of the lock sends
		}
	}
}

// dismiss closes every channel; add answers ErrClosed from now on.
func (a *audience[T]) dismiss() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.closed = true
	for ch, stop := range a.all {
		stop()
		close(ch)
	}
	a.all = nil
}
