package web

import (
	"net"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// lines are a server's connections, each of which can be filled: whatever is written to it from then on waits, as it does
// when nobody reads at the other end.
type lines struct {
	mu     sync.Mutex
	byPeer map[string]*line
	stuck  chan struct{} // receives when a write begins to wait
}

func newLines() *lines { return &lines{byPeer: map[string]*line{}, stuck: make(chan struct{}, 100)} }

func (l *lines) over(listener net.Listener) net.Listener { return lineListener{listener, l} }

// fill makes the line to a guest full.
func (l *lines) fill(g *guest) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.byPeer[g.conn.LocalAddr().String()].full.Store(true)
}

type lineListener struct {
	net.Listener
	lines *lines
}

func (l lineListener) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	made := &line{Conn: conn, stuck: l.lines.stuck, closed: make(chan struct{})}
	l.lines.mu.Lock()
	defer l.lines.mu.Unlock()
	l.lines.byPeer[conn.RemoteAddr().String()] = made
	return made, nil
}

type line struct {
	net.Conn
	full     atomic.Bool
	deadline atomic.Pointer[time.Time]
	stuck    chan struct{}
	once     sync.Once
	closed   chan struct{}
}

func (l *line) SetWriteDeadline(t time.Time) error {
	l.deadline.Store(&t)
	return l.Conn.SetWriteDeadline(t)
}

func (l *line) Write(p []byte) (int, error) {
	if !l.full.Load() {
		return l.Conn.Write(p)
	}
	l.stuck <- struct{}{}
	var late <-chan time.Time // never, without a deadline
	if t := l.deadline.Load(); t != nil && !t.IsZero() {
		late = time.After(time.Until(*t))
	}
	select {
	case <-late:
		return 0, os.ErrDeadlineExceeded
	case <-l.closed:
		return 0, net.ErrClosed
	}
}

func (l *line) Close() error {
	l.once.Do(func() { close(l.closed) })
	return l.Conn.Close()
}
