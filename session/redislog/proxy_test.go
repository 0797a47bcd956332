package redislog

import (
	"net"
	"sync"
	"sync/atomic"
	"testing"
)

// A proxy stands between the log and Redis and can cut a connection at a bad moment.
type proxy struct {
	to       string
	listener net.Listener
	cut      atomic.Int32 // a moment; taken by the connection that meets it
	again    atomic.Int32 // how many more connections shall meet it
	silenced atomic.Int32 // connections up to this number stay, and nothing gets through
	opened   atomic.Int32 // how many there have been
	asked    atomic.Int32 // how often a client said something
	swallow  atomic.Bool  // what the server says next gets lost, and the connection stays
	all      sync.WaitGroup

	mu    sync.Mutex
	conns map[net.Conn]bool
}

const (
	never         int32 = iota
	beforeRequest       // when the client says something, before the server has heard it
	beforeReply         // when the server has answered, before the client has heard it
)

func newProxy(t *testing.T, to string) *proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{to: to, listener: l, conns: map[net.Conn]bool{}}
	p.all.Go(p.accept)
	t.Cleanup(func() {
		l.Close()
		p.hangUp()
		p.all.Wait()
	})
	return p
}

func (p *proxy) addr() string { return p.listener.Addr().String() }

func (p *proxy) accept() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", p.to)
		if err != nil {
			client.Close()
			continue
		}
		p.mu.Lock()
		p.conns[client], p.conns[server] = true, true
		p.mu.Unlock()
		number := p.opened.Add(1)
		p.all.Go(func() { p.carry(number, server, client, beforeRequest) })
		p.all.Go(func() { p.carry(number, client, server, beforeReply) })
	}
}

func (p *proxy) carry(number int32, to, from net.Conn, moment int32) {
	defer to.Close()
	defer from.Close()
	buffer := make([]byte, 64<<10)
	for {
		n, err := from.Read(buffer)
		if n > 0 && p.cut.CompareAndSwap(moment, never) {
			if p.again.Add(-1) >= 0 {
				p.cut.Store(moment)
			}
			return
		}
		if n > 0 && moment == beforeRequest {
			p.asked.Add(1)
		}
		if n > 0 && number <= p.silenced.Load() {
			continue
		}
		if n > 0 && moment == beforeReply && p.swallow.CompareAndSwap(true, false) {
			continue
		}
		if n > 0 {
			if _, err := to.Write(buffer[:n]); err != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// silence keeps all connections open and lets nothing through any more; new ones are as they should be.
func (p *proxy) silence() { p.silenced.Store(p.opened.Load()) }

// hangUp cuts all connections.
func (p *proxy) hangUp() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for c := range p.conns {
		c.Close()
	}
	clear(p.conns)
}
