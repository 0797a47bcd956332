package visitor

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"verbindend/session"
	"verbindend/web/wire"
)

// A Sent is a command on its way. What became of it may be read when it is done.
type Sent struct {
	N       uint64
	Command session.Command
	At      time.Time        // when it should have gone: given to Send, connected or not, or planned for
	Acked   time.Time        // when the server's yes came; zero when it never did
	Problem *session.Problem // why it was refused
	frame   []byte
	done    chan struct{}
}

// Done is closed when the server has said yes or no.
func (s *Sent) Done() <-chan struct{} { return s.done }

// Answered tells whether the server has said yes or no.
func (s *Sent) Answered() bool {
	select {
	case <-s.done:
		return true
	default:
		return false
	}
}

// Wait gives the answer: nil for yes, the Problem for no.
func (s *Sent) Wait(ctx context.Context) error {
	select {
	case <-s.done:
		if s.Problem != nil {
			return fmt.Errorf("%s: %w", session.CommandType(s.Command), s.Problem)
		}
		return nil
	case <-ctx.Done():
		return fmt.Errorf("%s was not answered: %w", session.CommandType(s.Command), ctx.Err())
	}
}

// outbox holds what was not answered, in order. One command is under way at a time: a number that is answered late can
// then never be taken for one that was done.
type outbox struct {
	n        uint64 // the last number given
	waiting  []*Sent
	underWay bool // the first of waiting is on this connection, or is held back for a moment
}

func (o *outbox) put(c session.Command, at time.Time) (*Sent, error) {
	data, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	o.n++
	frame, err := json.Marshal(wire.Do{T: wire.TDo, N: o.n, Type: session.CommandType(c), Data: data})
	if err != nil {
		return nil, err
	}
	s := &Sent{N: o.n, Command: c, At: at, frame: frame, done: make(chan struct{})}
	o.waiting = append(o.waiting, s)
	return s, nil
}

// next gives what can be sent now, or nil.
func (o *outbox) next() []byte {
	if o.underWay || len(o.waiting) == 0 {
		return nil
	}
	o.underWay = true
	return o.waiting[0].frame
}

// done takes everything up to n as done: the server says so.
func (o *outbox) done(n uint64, at time.Time) {
	for len(o.waiting) > 0 && o.waiting[0].N <= n {
		o.waiting[0].Acked = at
		o.settle()
	}
}

// refused takes the answer no to command n.
func (o *outbox) refused(n uint64, p session.Problem) {
	if len(o.waiting) > 0 && o.waiting[0].N == n {
		o.waiting[0].Problem = &p
		o.settle()
	}
}

func (o *outbox) settle() {
	close(o.waiting[0].done)
	o.waiting[0].frame = nil
	o.waiting, o.underWay = o.waiting[1:], false
}
