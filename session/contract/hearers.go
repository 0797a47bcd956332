package contract

import "context"

// messagesBehind is how many messages a receiver may be behind before it loses the oldest.
const messagesBehind = 256

// Hearers are those who hear what neighbours tell. The zero value has none and is ready for use.
// All methods are safe for concurrent use; none of them waits for a receiver.
type Hearers struct{ all audience[[]byte] }

// Add gives a new hearer its channel, which is closed when ctx ends or the store is closed.
func (h *Hearers) Add(ctx context.Context) (<-chan []byte, error) {
	return h.all.add(ctx, messagesBehind)
}

// Tell gives a message to every hearer. One who is too far behind loses the oldest of what waits.
func (h *Hearers) Tell(message []byte) {
	h.all.tell(message, func(ch chan []byte) []byte {
		select {
		case <-ch:
		default: // taken meanwhile
		}
		return message
	})
}

// Close ends every hearing; Add answers ErrClosed from now on.
func (h *Hearers) Close() { h.all.dismiss() }
