package web

import (
	"strconv"
	"sync"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
)

// Of what an address may do so much in a minute. A whole room may sit behind one address: it mistypes, looks back and searches together,
// so what it does is counted generously; a guesser does not get through all pins, and nobody keeps the server busy alone.
const (
	pinsAMinute    = 60  // wrong ones
	keysAMinute    = 20  // wrong ones
	linksAMinute   = 60  // wrong ones
	answersAMinute = 600 // to a pulse, of a hall that looks back together
	readingAMinute = 600 // pages of the public library
)

// A perMinute counts what addresses do. They are kept in memory for a minute and nowhere else.
type perMinute struct {
	limit int

	mu    sync.Mutex
	since time.Time      // when the minute began
	by    map[string]int // how often each address did it in that minute
}

func allowing(aMinute int) *perMinute {
	return &perMinute{limit: aMinute, by: map[string]int{}}
}

// tooMany tells whether an address has to wait.
func (p *perMinute) tooMany(address string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.turn()
	return p.by[address] >= p.limit
}

func (p *perMinute) add(address string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.turn()
	p.by[address]++
}

// turn begins a new minute when the last one is over.
func (p *perMinute) turn() {
	if now := time.Now(); now.Sub(p.since) >= time.Minute {
		p.since = now
		clear(p.by)
	}
}

// left is how many seconds of the minute are left: who comes back then is let in.
func (p *perMinute) left() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.turn()
	return max(1, int((time.Minute-time.Since(p.since)+time.Second-1)/time.Second))
}

// heldUp tells whether who asks has to wait, and tells them how long.
func (s *Server) heldUp(c *fiber.Ctx, p *perMinute, limit Limit) bool {
	if !p.tooMany(s.address(c)) {
		return false
	}
	s.meter.Limited(limit)
	c.Set(fiber.HeaderRetryAfter, strconv.Itoa(p.left()))
	return true
}

// guarded lets a route count what it refuses, and answers who was refused too often without asking it.
func (s *Server) guarded(wrong *perMinute, limit Limit, handle fiber.Handler) fiber.Handler {
	return func(c *fiber.Ctx) error {
		if s.heldUp(c, wrong, limit) {
			return tooMuch
		}
		err := handle(c)
		if p := session.AsProblem(err); p != nil && p.Code != session.Unavailable { // a store that does not answer is nobody's mistake
			wrong.add(s.address(c))
		}
		return err
	}
}

// paced answers who asks too often with `wait`, and counts everybody else.
func (s *Server) paced(p *perMinute, limit Limit, wait, handle fiber.Handler) fiber.Handler {
	return func(c *fiber.Ctx) error {
		if s.heldUp(c, p, limit) {
			return wait(c.Status(fiber.StatusTooManyRequests))
		}
		p.add(s.address(c))
		return handle(c)
	}
}
