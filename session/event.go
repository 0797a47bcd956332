package session

import "time"

// An Event is a fact. apply cannot fail: whatever could be wrong was refused when the command was decided.
type Event interface {
	apply(s *Session, r Record)
}

// A Record is an event with its place in the log: Seq is 1, 2, 3 … without gaps. Client and N repeat the actor's, so that a
// command sent twice is recognised even after a restart; the records of one command share them.
type Record struct {
	Seq    uint64
	At     time.Time
	By     PersonID
	Client string
	N      uint64
	Event  Event
}
