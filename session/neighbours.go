package session

import "context"

// Neighbours lets the servers that share a log tell each other what is not worth keeping, such as who is connected.
// A message may be lost, late by seconds, or cut off from its answer (then Tell gives an error though it was heard); it is never
// heard twice, and messages of one sender are heard in the order in which they were told. Whoever relies on them says everything
// anew from time to time. All methods are safe for concurrent use.
type Neighbours interface {
	// Tell gives a message to all who hear, on all servers, the sender's own too. It keeps message no longer than it runs.
	Tell(ctx context.Context, message []byte) error
	// Hear gives the messages that are told from now on, until ctx ends or the store is closed; then the channel is closed. It
	// holds up nobody: a slow receiver loses the oldest of what waits. The bytes are shared with other receivers: read only.
	Hear(ctx context.Context) (<-chan []byte, error)
}
