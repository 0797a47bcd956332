package rig

import (
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// A passage is one connection through a proxy.
type passage struct {
	proxy   *Proxy
	in, out net.Conn
	deaf    atomic.Bool // the next reply is not passed on: the connection is reset instead
	left    atomic.Bool // the server's side is gone, and the other side is not told
	once    sync.Once
	done    chan struct{}
}

// parcel is what was read at once.
type parcel struct {
	bytes []byte
	came  time.Time
}

// run carries both ways until one ends, and closes both.
func (l *passage) run() {
	var both sync.WaitGroup
	both.Go(func() { l.carry(Requests, l.in, l.out) })
	both.Go(func() { l.carry(Replies, l.out, l.in) })
	both.Wait()
	_ = l.in.Close()
	_ = l.out.Close()
}

// carry reads ahead, so that a delay does not make the line narrower than it is.
func (l *passage) carry(way Way, from, to net.Conn) {
	ahead := make(chan parcel, 256)
	go func() {
		defer close(ahead)
		for {
			buffer := make([]byte, 16<<10)
			n, err := from.Read(buffer)
			if n > 0 {
				select {
				case ahead <- parcel{buffer[:n], time.Now()}:
				case <-l.done:
					return
				}
			}
			if err != nil {
				return
			}
		}
	}()
	for p := range ahead {
		if !l.proxy.pass(l, way, p.came) {
			break
		}
		if way == Replies && l.deaf.Load() {
			l.reset()
			break
		}
		if way == Requests && l.proxy.doomed(p.bytes) {
			l.deaf.Store(true)
		}
		if l.left.Load() {
			continue // into the void
		}
		if _, err := to.Write(p.bytes); err != nil {
			break
		}
	}
	if way == Replies && l.left.Load() {
		<-l.done // nobody says goodbye
		return
	}
	// The end travels the same way, and no faster.
	if l.proxy.pass(l, way, time.Now()) {
		l.close()
	}
}

// close ends both ways.
func (l *passage) close() {
	l.once.Do(func() { close(l.done) })
	_ = l.in.SetReadDeadline(time.Unix(1, 0))
	_ = l.out.SetReadDeadline(time.Unix(1, 0))
}

func (l *passage) reset() {
	reset(l.in)
	reset(l.out)
	l.close()
}

func (l *passage) abandon() {
	l.left.Store(true)
	_ = l.out.Close()
}

// reset closes a connection so that the other side gets an error and not an end.
func reset(c net.Conn) {
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = c.Close()
}
