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

// A ticket stands for a connected participant, in messages and in memory and nowhere else. It says who is the same in two
// messages about one session; in those about another they have another.
type ticket [8]byte

// crowd is who is connected to one session: to this room and, as far as is heard, to those of other servers. It is safe for
// concurrent use.
type crowd struct {
	id      string // of the session
	sender  string // names this crowd among those of other servers, and of earlier lives of this room
	stirred chan struct{}
	shown   int // the size that members know of; the room's goroutine has it
	all     atomic.Int64

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

func (c *crowd) ticket(person session.PersonID) (t ticket) {
	h := hmac.New(sha256.New, []byte(c.id))
	h.Write([]byte(person)) // a hash takes everything
	copy(t[:], h.Sum(nil))
	return t
}

// size is how many are connected. Somebody with two phones' worth of tabs, or on two servers, is one.
func (c *crowd) size() int { return int(c.all.Load()) }

// moved tells whether the size is another than the members know.
func (c *crowd) moved() bool { return c.size() != c.shown }

// told is moved, for who tells the members now.
func (c *crowd) told() bool {
	size := c.size()
	moved := size != c.shown
	c.shown = size
	return moved
}

// enter and leave are for the first and the last connection of somebody to this room.
func (c *crowd) enter(person session.PersonID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := c.ticket(person)
	c.here[t] = struct{}{}
	c.came[t] = struct{}{}
	delete(c.went, t)
	c.add(t)
}

func (c *crowd) leave(person session.PersonID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := c.ticket(person)
	delete(c.here, t)
	delete(c.came, t)
	c.went[t] = struct{}{}
	c.remove(t)
}

// add and remove count somebody in one more place, or one less. The caller holds the lock.
func (c *crowd) add(t ticket) {
	c.places[t]++
	c.all.Store(int64(len(c.places)))
}

func (c *crowd) remove(t ticket) {
	if c.places[t]--; c.places[t] <= 0 {
		delete(c.places, t)
	}
	c.all.Store(int64(len(c.places)))
}

// stir tells the room that the size may be another.
func (c *crowd) stir() {
	select {
	case c.stirred <- struct{}{}:
	default:
	}
}
