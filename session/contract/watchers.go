package contract

import (
	"context"

	"verbindend/session"
)

// noticesBehind is how many notices a receiver may be behind before they become one empty Notice.
const noticesBehind = 64

// Watchers are those who asked to hear what happens to a log. The zero value has none and is ready for use.
// All methods are safe for concurrent use; none of them waits for a receiver.
type Watchers struct{ all audience[session.Notice] }

// Add gives a new watcher its channel, which is closed when ctx ends or the log is closed.
func (w *Watchers) Add(ctx context.Context) (<-chan session.Notice, error) {
	return w.all.add(ctx, noticesBehind)
}

// Tell gives n to every watcher. For one who is too far behind, all that waits becomes the empty Notice.
func (w *Watchers) Tell(n session.Notice) {
	w.all.tell(n, func(ch chan session.Notice) session.Notice {
		for {
			select {
			case <-ch:
			default:
				return session.Notice{}
			}
		}
	})
}

// Close ends every watch; Add answers ErrClosed from now on.
func (w *Watchers) Close() { w.all.dismiss() }
