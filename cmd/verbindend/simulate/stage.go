package simulate

import (
	"context"
	"sync"
)

// A stage lets all plays begin each act together, so that two hundred sessions vote at the same time and what the server
// spends can be told apart by act.
type stage struct {
	turn func(act string) // called when everybody is there, before anybody goes on

	mu    sync.Mutex
	cast  int // plays that have not ended
	ready int // plays that wait for the others
	act   string
	next  chan struct{} // closed when the act begins
}

func newStage(cast int, turn func(string)) *stage {
	return &stage{turn: turn, cast: cast, next: make(chan struct{})}
}

// begin waits until all plays are ready for an act.
func (s *stage) begin(ctx context.Context, act string) error {
	s.mu.Lock()
	s.ready++
	s.act = act
	next := s.next
	s.raise()
	s.mu.Unlock()
	select {
	case <-next:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// leave is for a play that has ended, or cannot go on.
func (s *stage) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cast--
	s.raise()
}

// raise opens the act when nobody is missing. s.mu is held.
func (s *stage) raise() {
	if s.ready == 0 || s.ready < s.cast {
		return
	}
	s.turn(s.act)
	close(s.next)
	s.ready, s.next = 0, make(chan struct{})
}
