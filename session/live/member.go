package live

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

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

// Seen is what somebody who comes has of a session: the revision of the last frame they got, of whatever server, and its mark.
// The zero Seen has nothing.
type Seen struct {
	Mark string
	Rev  uint64
}

// A Member is one live connection in a room. Its methods are for the connection's own goroutines; Take for one of them.
type Member struct {
	Viewer session.Viewer
	Client string // the tab's name, as in session.Actor
	Known  bool   // participant: took part before this connection
	LastN  uint64 // the last command of this client that was done when it came

	room *room
	wake chan struct{}
	snap *atomic.Pointer[Snapshot]
	told Presence // that it was told last; nobody: none yet

	mu      sync.Mutex
	replies []Reply
	own     *own // that was not taken yet
	ahead   Seen // what it came with, when the room holds that …
	life    uint64
	closing Closing
}

// Wake receives when there is something to Take. It may fire for nothing.
func (m *Member) Wake() <-chan struct{} { return m.wake }

// News is what a connection has to send.
type News struct {
	Me       []byte    // JSON of the member's own part, nil when unchanged; send it before the replies
	Replies  []Reply   // in the order of the commands
	Frame    *Frame    // nil when the view is as it was
	Presence *Presence // host and screen: nil when it is as it was
	Closing  Closing   // when not StillOpen: send the rest, then close
}

// Presence is who is there now, which nobody keeps.
type Presence struct {
	Connected int // participants with at least one live connection, to whatever server
	Hosts     int // pages from which the session is led; for hosts
}

// nobody is a Presence that no member has been told.
var nobody = Presence{-1, -1}

// Take gives what is new for somebody who has a revision of a history.
func (m *Member) Take(mark string, rev uint64) News {
	snap := m.snap.Load()
	m.mu.Lock()
	mine, n := m.own, News{Replies: m.replies, Closing: m.closing}
	m.own, m.replies = nil, nil
	// Somebody who was on a server that had published more waits for this one to do so, too; they are not sent back.
	wait := rev > snap.Upto && m.ahead == Seen{mark, rev} && m.life == snap.life
	m.mu.Unlock()
	if mine != nil {
		n.Me = mine.encoded()
	}
	if !wait {
		n.Frame = snap.Since(mark, rev)
	}
	if there, told := m.presence(); told && there != m.told {
		m.told, n.Presence = there, &there
	}
	return n
}

// presence is who is there now, as far as the member may know; false for those who are told nothing of it.
func (m *Member) presence() (there Presence, told bool) {
	there = m.room.crowd.there()
	switch m.Viewer.Role {
	case session.Host:
		return there, true
	case session.Screen:
		return Presence{Connected: there.Connected}, true
	}
	return Presence{}, false
}

// Submit hands a command to the room. It waits for a place in the inbox as long as ctx lasts; the answer comes as a Reply.
func (m *Member) Submit(ctx context.Context, n uint64, c session.Command) error {
	by := session.Actor{Role: m.Viewer.Role, Person: m.Viewer.Person, Client: m.Client, N: n}
	return m.room.send(ctx, &submission{command: c, by: by, member: m})
}

// Leave takes the member out of the room. It is safe to call twice.
func (m *Member) Leave() {
	// The room's own end takes every member out, so that this wait always has one.
	_ = m.room.send(context.Background(), departure{m})
}

// LeaveLater is Leave after a while, for who is expected to come back: until then they count as connected.
func (m *Member) LeaveLater(d time.Duration) {
	time.AfterFunc(d, m.Leave)
}

func (m *Member) reply(r Reply) {
	m.mu.Lock()
	m.replies = append(m.replies, r)
	m.mu.Unlock()
}

func (m *Member) setOwn(o *own) {
	m.mu.Lock()
	m.own = o
	m.mu.Unlock()
}

// came notes what it came with, once the room knows that it holds that.
func (m *Member) came(with Seen, life uint64) {
	m.mu.Lock()
	m.ahead, m.life = with, life
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
