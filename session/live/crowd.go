package live

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"sync"
	"sync/atomic"
	"time"

	"verbindend/session"
)

// Times of what servers tell each other about who is connected.
const (
	tellEvery  = time.Second      // what has changed
	wholeEvery = 5 * time.Second  // everybody, because messages may be lost
	forgetWhom = 12 * time.Second // a server that has said nothing for so long is gone
)

// A ticket stands for a connected participant, or for a host's page, in messages and in memory and nowhere else. It says who is the
// same in two messages about one session; in those about another they have another. Its first bit tells which of the two it is.
type ticket [8]byte

const ofHost = 1 << 7

func (t ticket) leads() bool { return t[0]&ofHost != 0 }

// crowd is who is connected to one session: to this room and, as far as is heard, to those of other servers. It is safe for
// concurrent use.
type crowd struct {
	id      string // of the session
	sender  string // names this crowd among those of other servers, and of earlier lives of this room
	stirred chan struct{}
	shown   Presence // what members know of; the room's goroutine has it
	people  atomic.Int64
	hosts   atomic.Int64

	mu        sync.Mutex
	here      map[ticket]struct{}
	came      map[ticket]struct{} // since others were told
	went      map[ticket]struct{}
	others    map[string]*elsewhen
	places    map[ticket]int // in how many crowds somebody is
	due       bool           // somebody asked
	wholeTold time.Time
}

// elsewhen is what another server said last of its room of this session.
type elsewhen struct {
	tickets map[ticket]struct{}
	heard   time.Time
}

func newCrowd(id string) *crowd {
	return &crowd{
		id: id, sender: rand.Text()[:12], stirred: make(chan struct{}, 1), here: map[ticket]struct{}{}, came: map[ticket]struct{}{},
		went: map[ticket]struct{}{}, others: map[string]*elsewhen{}, places: map[ticket]int{},
	}
}

// ticket is that of a participant; leader that of a host's page, by the name of its tab.
func (c *crowd) ticket(person session.PersonID) ticket {
	t := c.drawn(string(person))
	t[0] &^= ofHost
	return t
}

func (c *crowd) leader(client string) ticket {
	t := c.drawn("host/" + client)
	t[0] |= ofHost
	return t
}

func (c *crowd) drawn(of string) (t ticket) {
	h := hmac.New(sha256.New, []byte(c.id))
	h.Write([]byte(of)) // a hash takes everything
	copy(t[:], h.Sum(nil))
	return t
}

// there is who is connected. Somebody with two phones' worth of tabs, or on two servers, is one.
func (c *crowd) there() Presence { return Presence{int(c.people.Load()), int(c.hosts.Load())} }

// moved tells whether somebody is there of whom the members do not know, or the other way round.
func (c *crowd) moved() bool { return c.there() != c.shown }

// told is moved, for who tells the members now.
func (c *crowd) told() bool {
	there := c.there()
	moved := there != c.shown
	c.shown = there
	return moved
}

// enter and leave are for the first and the last connection of somebody to this room.
func (c *crowd) enter(t ticket) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.here[t] = struct{}{}
	c.came[t] = struct{}{}
	delete(c.went, t)
	c.add(t)
}

func (c *crowd) leave(t ticket) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.here, t)
	delete(c.came, t)
	c.went[t] = struct{}{}
	c.remove(t)
}

// add and remove count somebody in one more place, or one less. The caller holds the lock.
func (c *crowd) add(t ticket) {
	if c.places[t]++; c.places[t] == 1 {
		c.counter(t).Add(1)
	}
}

func (c *crowd) remove(t ticket) {
	if c.places[t]--; c.places[t] <= 0 {
		delete(c.places, t)
		c.counter(t).Add(-1)
	}
}

func (c *crowd) counter(t ticket) *atomic.Int64 {
	if t.leads() {
		return &c.hosts
	}
	return &c.people
}

// stir tells the room that the size may be another.
func (c *crowd) stir() {
	select {
	case c.stirred <- struct{}{}:
	default:
	}
}
