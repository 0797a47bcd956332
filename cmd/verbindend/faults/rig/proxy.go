package rig

import (
	"bytes"
	"context"
	"net"
	"sync"
	"testing"
	"time"
)

// A Proxy is a line between those who come to its address and one or more servers behind it. Newcomers are spread over the
// servers in turn.
//
// What goes wrong on a line is what TCP makes of it: nothing is ever lost in the middle of a connection. What is held up
// arrives later, however late, also when whoever sent it has given up.
type Proxy struct {
	t        testing.TB
	listener net.Listener
	all      sync.WaitGroup

	mu      sync.Mutex
	changed chan struct{} // closed at every change of what may pass
	to      []string
	turn    int
	refuse  bool
	hold    [2]bool // by way
	delay   time.Duration
	cut     struct {
		after []byte
		times int
	}
	lines map[*passage]struct{}
}

// Way is one of the two ways through a line.
type Way int

// The two ways.
const (
	Requests Way = iota // towards the server
	Replies
)

// NewProxy opens a line to servers.
func NewProxy(t testing.TB, to ...string) *Proxy {
	t.Helper()
	var listen net.ListenConfig
	l, err := listen.Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{t: t, listener: l, to: to, changed: make(chan struct{}), lines: map[*passage]struct{}{}}
	p.all.Go(p.accept)
	t.Cleanup(func() {
		_ = l.Close()
		p.change(func() { p.hold, p.refuse = [2]bool{}, true })
		p.HangUp()
		p.all.Wait()
	})
	return p
}

// Addr is host:port.
func (p *Proxy) Addr() string { return p.listener.Addr().String() }

// URL is where a web server behind the line answers.
func (p *Proxy) URL() string { return "http://" + p.Addr() }

// To moves the line to other servers; who is connected stays where they are.
func (p *Proxy) To(addrs ...string) { p.change(func() { p.to, p.turn = addrs, 0 }) }

// HangUp resets all connections.
func (p *Proxy) HangUp() {
	for _, l := range p.open() {
		l.reset()
	}
}

// Refuse resets all connections, and everybody who comes until Heal.
func (p *Proxy) Refuse() {
	p.change(func() { p.refuse = true })
	p.HangUp()
}

// Hold holds up everything on these ways until Heal: a black hole when both, half a line when one. Who comes is let in, and
// hears nothing.
func (p *Proxy) Hold(ways ...Way) {
	p.change(func() {
		for _, w := range ways {
			p.hold[w] = true
		}
	})
}

// Delay lets everything take that much longer on each way, until Heal.
func (p *Proxy) Delay(d time.Duration) { p.change(func() { p.delay = d }) }

// Abandon ends the server's side of all connections without a word to the other side: a host that was switched off, a
// router that forgot. Who comes anew is let through.
func (p *Proxy) Abandon() {
	for _, l := range p.open() {
		l.abandon()
	}
}

// CutAfter resets the connection of a request that holds these bytes: after the server has got it, before its reply is
// passed on. That happens so many times.
func (p *Proxy) CutAfter(request string, times int) {
	p.change(func() { p.cut.after, p.cut.times = []byte(request), times })
}

// Cuts tells how many of the cuts that were asked for are still to come.
func (p *Proxy) Cuts() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cut.times
}

// Heal lets everything pass again; what was held up arrives now.
func (p *Proxy) Heal() {
	p.change(func() { p.refuse, p.hold, p.delay = false, [2]bool{}, 0 })
}

func (p *Proxy) change(what func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	what()
	close(p.changed)
	p.changed = make(chan struct{})
}

func (p *Proxy) open() []*passage {
	p.mu.Lock()
	defer p.mu.Unlock()
	var all []*passage
	for l := range p.lines {
		all = append(all, l)
	}
	return all
}

func (p *Proxy) accept() {
	for {
		in, err := p.listener.Accept()
		if err != nil {
			return
		}
		p.all.Go(func() { p.carry(in) })
	}
}

// next gives the server whose turn it is.
func (p *Proxy) next() (string, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.refuse || len(p.to) == 0 {
		return "", false
	}
	p.turn++
	return p.to[(p.turn-1)%len(p.to)], true
}

// carry takes somebody who comes to a server: the one whose turn it is, or the next that is there.
func (p *Proxy) carry(in net.Conn) {
	p.mu.Lock()
	tries := len(p.to)
	p.mu.Unlock()
	var out net.Conn
	for range tries {
		addr, open := p.next()
		if !open {
			break
		}
		dial := net.Dialer{Timeout: time.Second}
		var err error
		if out, err = dial.DialContext(context.Background(), "tcp", addr); err == nil {
			break
		}
	}
	if out == nil {
		reset(in)
		return
	}
	l := &passage{proxy: p, in: in, out: out, done: make(chan struct{})}
	p.mu.Lock()
	p.lines[l] = struct{}{}
	refused := p.refuse // meanwhile
	p.mu.Unlock()
	if refused {
		l.reset()
	}
	l.run()
	p.mu.Lock()
	delete(p.lines, l)
	p.mu.Unlock()
}

// pass waits until what came at a moment may go on this way; false when the passage has ended before.
func (p *Proxy) pass(l *passage, way Way, came time.Time) bool {
	for {
		p.mu.Lock()
		held, wait, changed := p.hold[way], time.Until(came.Add(p.delay)), p.changed
		p.mu.Unlock()
		if !held && wait <= 0 {
			return true
		}
		if held {
			wait = time.Hour
		}
		timer := time.NewTimer(wait)
		select {
		case <-timer.C:
		case <-changed:
		case <-l.done:
		}
		timer.Stop()
		select {
		case <-l.done:
			return false
		default:
		}
	}
}

// doomed tells whether the reply to this request is not to be heard.
func (p *Proxy) doomed(request []byte) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cut.times == 0 || !bytes.Contains(request, p.cut.after) {
		return false
	}
	p.cut.times--
	return true
}
