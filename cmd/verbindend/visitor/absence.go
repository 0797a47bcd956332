package visitor

import (
	"time"

	"verbindend/session"
	"verbindend/web/wire"
)

// absence measures how long a visitor who lost its line was without the full state.
type absence struct {
	since  time.Time // the line broke; zero while connected
	framed bool      // has a frame that the server may build on, or got one since
	owned  bool      // phones: its own part has come
	back   []time.Duration
}

// lost notes that a line broke, at the first of several failed tries.
func (a *absence) lost(now time.Time) {
	if a.since.IsZero() {
		a.since = now
	}
}

// begins notes that a new line begins with what the visitor still has.
func (a *absence) begins(hasFrame bool) { a.framed, a.owned = hasFrame, false }

// heard notes what came. Back is who was welcomed, has the view and, as a phone, its own part.
func (a *absence) heard(role session.Role, l *line, m Message) {
	a.framed = a.framed || m.T == wire.TFrame
	a.owned = a.owned || m.Me != nil
	if a.since.IsZero() || !l.ready || !a.framed || role == session.Participant && !a.owned {
		return
	}
	a.back = append(a.back, m.Now.Sub(a.since))
	a.since = time.Time{}
}
