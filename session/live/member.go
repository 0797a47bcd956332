package live

import (
	"context"
	"sync"
	"sync/atomic"

	"verbindend/session"
)

// Closing says why a room lets its members go.
type Closing int

// The reasons. After all but Vanished the same client may come back.
const (
	StillOpen Closing = iota
	Reload            // the room was closed; come back at once
	StoreDown         // the log does not answer
	Vanished          // the session was erased
)

// A Reply answers one command of a member: Err is nil when it is done and kept, a *session.Problem when it was refused.
type Reply struct {
	N   uint64
	Err error
}

// A Member is one live connection in a room. Its methods are for the connection's own goroutines.
type Member struct {
	Viewer session.Viewer
	Client string // the tab's name, as in session.Actor
	Known  bool   // participant: took part before this connection
	LastN  uint64 // the last command of this client that was done when it came

	room *room
	wake chan struct{}
	snap *atomic.Pointer[Snapshot]

	mu      sync.Mutex
	replies []Reply
	me      []byte // JSON of a *session.Me that was not taken yet
	closing Closing
}

// Wake receives when there is something to Take. It may fire for nothing.
func (m *Member) Wake() <-chan struct{} { return m.wake }

// News is what a connection has to send.
type News struct {
	Me      []byte  // JSON of the member's own part, nil when unchanged; send it before the replies
	Replies []Reply // in the order of the commands
	Frame   *Frame  // nil when the view is as it was
	Closing Closing // when not StillOpen: send the rest, then close
}

// Take gives what is new for somebody who has revision rev of a run.
func (m *Member) Take(run string, rev uint64) News {
	m.mu.Lock()
	n := News{Me: m.me, Replies: m.replies, Closing: m.closing}
	m.me, m.replies = nil, nil
	m.mu.Unlock()
	n.Frame = m.snap.Load().Since(run, rev)
	return n
}

// Submit hands a command to the room. It waits for a place in the inbox as long as ctx lasts; the answer comes as a Reply.
func (m *Member) Submit(ctx context.Context, n uint64, c session.Command) error {
	by := session.Actor{Role: m.Viewer.Role, Person: m.Viewer.Person, Client: m.Client, N: n}
	return m.room.send(ctx, submission{command: c, by: by, member: m})
}

// Leave takes the member out of the room. It is safe to call twice.
func (m *Member) Leave() {
	// The room's own end takes every member out, so that this wait always has one.
	_ = m.room.send(context.Background(), departure{m})
}

func (m *Member) reply(r Reply) {
	m.mu.Lock()
	m.replies = append(m.replies, r)
	m.mu.Unlock()
}

func (m *Member) setMe(me []byte) {
	m.mu.Lock()
	m.me = me
	m.mu.Unlock()
}

func (m *Member) close(why Closing) {
	m.mu.Lock()
	m.closing = why
	m.mu.Unlock()
	m.poke()
}

func (m *Member) poke() {
	select {
	case m.wake <- struct{}{}:
	default: // it will wake anyway, and take everything at once
	}
}
