package contract

import (
	"context"
	"sync"

	"verbindend/session"
)

// backlog is how many notices a receiver may be behind before they become one empty Notice.
const backlog = 64

// Watchers are those who asked to hear what happens. The zero value has none and is ready for use.
// All methods are safe for concurrent use; none of them waits for a receiver.
type Watchers struct {
	mu     sync.Mutex
	closed bool
	all    map[chan session.Notice]func() bool // the channel → what ends the watch on its context
}

// Add gives a new watcher its channel, which is closed when ctx ends or the log is closed.
func (w *Watchers) Add(ctx context.Context) (<-chan session.Notice, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return nil, ErrClosed
	}
	if w.all == nil {
		w.all = make(map[chan session.Notice]func() bool)
	}
	ch := make(chan session.Notice, backlog)
	// If ctx ends right now, leave waits for our lock and finds the channel in the map.
	w.all[ch] = context.AfterFunc(ctx, func() { w.leave(ch) })
	return ch, nil
}

func (w *Watchers) leave(ch chan session.Notice) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, ok := w.all[ch]; ok {
		delete(w.all, ch)
		close(ch)
	}
}

// Tell gives n to every watcher. For one who is too far behind, all that waits becomes the empty Notice.
func (w *Watchers) Tell(n session.Notice) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for ch := range w.all {
		select {
		case ch <- n:
		default:
			drain(ch)
			ch <- session.Notice{} // there is room: only the holder of the lock sends
		}
	}
}

// Close ends every watch; Add answers ErrClosed from now on.
func (w *Watchers) Close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.closed = true
	for ch, stop := range w.all {
		stop()
		close(ch)
	}
	w.all = nil
}

func drain(ch chan session.Notice) {
	for {
		select {
		case <-ch:
		default:
			return
		}
	}
}
