package logtest

import (
	"bytes"
	"context"
	"sync"

	"verbindend/session"
	"verbindend/session/contract"
)

// Neighbours lets the servers of one test hear each other: give the same one to all of them. It keeps the contract of
// session.Neighbours until it is told to misbehave (see Lose, Hold and Repeat). It starts no goroutine.
type Neighbours struct {
	hearers contract.Hearers

	mu     sync.Mutex // also keeps the order
	lose   bool
	repeat bool
	held   [][]byte
	holds  int
}

var _ session.Neighbours = (*Neighbours)(nil)

// NewNeighbours gives neighbours who tell and hear nothing yet. In a testing/synctest bubble, call it inside the bubble.
func NewNeighbours() *Neighbours { return &Neighbours{} }

// Tell implements session.Neighbours.
func (n *Neighbours) Tell(ctx context.Context, message []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.lose {
		return nil
	}
	copies := 1
	if n.repeat {
		copies = 2
	}
	for range copies {
		if n.holds > 0 {
			n.held = append(n.held, bytes.Clone(message))
		} else {
			n.hearers.Tell(bytes.Clone(message))
		}
	}
	return nil
}

// Hear implements session.Neighbours.
func (n *Neighbours) Hear(ctx context.Context) (<-chan []byte, error) { return n.hearers.Add(ctx) }

// Lose makes every message that is told get lost, until Lose(false).
func (n *Neighbours) Lose(lose bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.lose = lose
}

// Repeat makes every message arrive twice, which no implementation may do but any receiver should survive, until Repeat(false).
func (n *Neighbours) Repeat(repeat bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.repeat = repeat
}

// Hold keeps messages under way until the release is called; then they arrive in their order. Releasing twice is harmless.
func (n *Neighbours) Hold() (release func()) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.holds++
	return sync.OnceFunc(func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		if n.holds--; n.holds > 0 {
			return
		}
		for _, message := range n.held {
			n.hearers.Tell(message)
		}
		n.held = nil
	})
}

// Close ends every hearing, as closing the store does.
func (n *Neighbours) Close() { n.hearers.Close() }
