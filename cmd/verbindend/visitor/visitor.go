package visitor

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"verbindend/session"
)

// ErrSentAway says that the server wants this visitor no more: coming back would change nothing.
var ErrSentAway = errors.New("sent away by the server")

// Options say who a visitor is.
type Options struct {
	Site    *Site
	Others  []*Site      // servers of the same sessions, tried in turn when one does not answer
	Session string       // id
	Role    session.Role //
	Key     string       // host and screen: of their link
	Cookie  string       // participants: from Join
	Poll    bool         // by HTTP, as where sockets are blocked
	Client  string       // names the tab, 8–40 characters of [A-Za-z0-9_-]

	// Watch, when set, is shown every message as it came, in order, from the goroutine that reads.
	// It must not keep Raw, unless it is a frame's.
	Watch func(Message)
}

// A Visitor is one tab. Run keeps it connected; everything else may be called from any goroutine, connected or not.
type Visitor struct {
	o Options

	mu      sync.Mutex
	outbox  outbox
	view    View
	changed chan struct{} // closed and forgotten at the next change; nil while nobody waits
	line    *line         // the connection that lives; nil between two
	traffic Traffic
	absence absence
	at      int // which of its sites is tried
}

// Traffic counts what came over the socket, all connections of a visitor together.
type Traffic struct {
	Messages int
	Bytes    int
	Lines    int // connections that were welcomed
}

// New makes a visitor who has not come yet.
func New(o Options) *Visitor {
	return &Visitor{o: o}
}

// Run keeps the visitor connected until ctx ends, which is no error. It answers ErrSentAway when there is no coming back.
func (v *Visitor) Run(ctx context.Context) error {
	for attempt := 0; ctx.Err() == nil; attempt++ {
		welcomed, err := v.visit(ctx)
		if ctx.Err() == nil && errors.Is(err, ErrSentAway) {
			return fmt.Errorf("%s %s: %w", v.o.Role, v.o.Client, err)
		}
		if welcomed {
			attempt = 0
		} else {
			v.elsewhere()
		}
		_ = pause(ctx, waitAfter(err, attempt)) // the loop asks ctx itself
	}
	return nil
}

// Send puts a command into the outbox and returns at once. It will be repeated until it is answered.
func (v *Visitor) Send(c session.Command) *Sent { return v.SendAt(c, time.Now()) }

// SendAt is Send for a command that was planned for a moment: when whoever plans is late, that is part of what is measured
// (else a slow server would slow down the questions, and look fast).
func (v *Visitor) SendAt(c session.Command, due time.Time) *Sent {
	v.mu.Lock()
	s, err := v.outbox.put(c, due)
	v.mu.Unlock()
	if err != nil {
		panic("a command that JSON cannot hold: " + err.Error())
	}
	v.push()
	return s
}

// Do sends a command and waits for the answer.
func (v *Visitor) Do(ctx context.Context, c session.Command) error { return v.Send(c).Wait(ctx) }

// Look calls see with the view as it is. see must not keep it.
func (v *Visitor) Look(see func(*View)) {
	v.mu.Lock()
	defer v.mu.Unlock()
	see(&v.view)
}

// Await returns when the view is as asked, or when ctx ends.
func (v *Visitor) Await(ctx context.Context, what string, asked func(*View) bool) error {
	for {
		v.mu.Lock()
		if asked(&v.view) {
			v.mu.Unlock()
			return nil
		}
		if v.changed == nil {
			v.changed = make(chan struct{})
		}
		changed := v.changed
		v.mu.Unlock()
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("%s waited for %s: %w", v.o.Role, what, ctx.Err())
		}
	}
}

// Welcomed waits until the server has said hello.
func (v *Visitor) Welcomed(ctx context.Context) error {
	return v.Await(ctx, "a welcome", func(view *View) bool { return view.Welcome.T != "" && view.Mark != "" })
}

// Traffic tells what has come so far.
func (v *Visitor) Traffic() Traffic {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.traffic
}

// Absences tells, for each time the visitor lost its line and came back, how long it was without the full state.
func (v *Visitor) Absences() []time.Duration {
	v.mu.Lock()
	defer v.mu.Unlock()
	return slices.Clone(v.absence.back)
}

// Cut breaks the connection without a goodbye, as a tunnel does. The visitor will come back.
func (v *Visitor) Cut() {
	v.mu.Lock()
	l := v.line
	v.mu.Unlock()
	if l != nil {
		l.cut()
	}
}

// site is the server to try now.
func (v *Visitor) site() *Site {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.at == 0 {
		return v.o.Site
	}
	return v.o.Others[v.at-1]
}

func (v *Visitor) elsewhere() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.at = (v.at + 1) % (1 + len(v.o.Others))
}

// tell wakes who waits in Await. v.mu is held.
func (v *Visitor) tell() {
	if v.changed != nil {
		close(v.changed)
		v.changed = nil
	}
}
