package visitor

import (
	"context"
	"sync"
	"time"

	"verbindend/web/wire"
)

// A line is one connection. Who has something to say writes it: a phone has one goroutine, which reads.
type line struct {
	say   func(message []byte) error // one at a time
	cut   func()                     // without a goodbye
	ready bool                       // welcomed: commands may go; guarded by the visitor's mu
	mu    sync.Mutex
}

// send writes one message. A line on which that fails is broken: its reader will see it.
func (l *line) send(message []byte) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	err := l.say(message)
	if err != nil {
		l.cut()
	}
	return err
}

// visit connects and stays until the line breaks. It tells whether the server said welcome.
func (v *Visitor) visit(ctx context.Context) (welcomed bool, err error) {
	connect := v.openSocket
	if v.o.Poll {
		connect = v.openPoll
	}
	l, read, err := connect(ctx)
	if err != nil {
		return false, err
	}
	err = read()
	v.mu.Lock()
	defer v.mu.Unlock()
	v.line, v.outbox.underWay = nil, false
	v.absence.lost(time.Now())
	return l.ready, err
}

// begins makes a line the visitor's, and gives what it says first: what the visitor still has.
func (v *Visitor) begins(l *line) wire.Hello {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.line, v.outbox.underWay = l, false
	v.absence.begins(v.view.Mark != "")
	return wire.Hello{T: wire.THello, Role: v.o.Role, Key: v.o.Key, Client: v.o.Client, Mark: v.view.Mark, Rev: v.view.Rev}
}

// next takes what can be sent now, or nil. v.mu is held.
func (v *Visitor) next(l *line) []byte {
	if l == nil || !l.ready {
		return nil
	}
	return v.outbox.next()
}

// push sends what waits, if it can be sent now.
func (v *Visitor) push() {
	v.mu.Lock()
	l := v.line
	message := v.next(l)
	v.mu.Unlock()
	if message != nil {
		_ = l.send(message) // what fails is repeated on the next line
	}
}
