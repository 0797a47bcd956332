package web

import (
	"context"
	"sync"
	"time"

	"github.com/fasthttp/websocket"
)

// sockets are all connections there are, so that a server that stops can let go of each. Its zero value is ready.
type sockets struct {
	mu        sync.Mutex
	open      map[*websocket.Conn]*connection // nil: has not said hello, so that no room will send it home
	greetings uint64                          // how many were ever let in
	stopping  bool
	atStop    int           // how many there were when the server began to stop
	gone      chan struct{} // closed when the last one has left; nil until the server stops
}

// enter lists a connection that has not said hello; false when the server is stopping. Its read deadline must be set before:
// stopping moves it.
func (s *sockets) enter(c *websocket.Conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopping {
		return false
	}
	if s.open == nil {
		s.open = map[*websocket.Conn]*connection{}
	}
	s.open[c] = nil
	return true
}

// greeted notes that a connection has been let into its room.
func (s *sockets) greeted(socket *websocket.Conn, c *connection) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open[socket] = c
	s.greetings++
	c.shard = s.greetings % sweeps
}

func (s *sockets) leave(c *websocket.Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, c)
	if s.gone != nil && len(s.open) == 0 {
		close(s.gone)
		s.gone = nil
	}
}

// refuse lets nobody in from now on, and wakes those that were still waited for. It tells how many there are.
func (s *sockets) refuse() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stopping = true
	for socket, c := range s.open {
		if c == nil {
			_ = socket.SetReadDeadline(time.Now())
		}
	}
	s.atStop = len(s.open)
	return s.atStop
}

// count tells how many there are; of a server that stops, how many there were.
func (s *sockets) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopping {
		return s.atStop
	}
	return len(s.open)
}

func (s *sockets) refused() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stopping
}

// empty waits until all have left; those that are still there when ctx ends are cut off.
func (s *sockets) empty(ctx context.Context) {
	s.mu.Lock()
	if len(s.open) == 0 {
		s.mu.Unlock()
		return
	}
	gone := make(chan struct{})
	s.gone = gone
	s.mu.Unlock()
	select {
	case <-gone:
		return
	case <-ctx.Done():
	}
	s.mu.Lock()
	for c := range s.open {
		_ = c.Close()
	}
	s.mu.Unlock()
	<-gone // a closed connection fails whatever still waits on it
}
