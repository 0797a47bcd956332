// Package session is one inspiration session as a pure, event-sourced state machine.
//
// A Command (AddCard) is checked by the state and answered with Events (CardAdded) or with a Problem; events change
// the state and nothing else does. A Record is an event with its number, time and sender, and the log of records is the
// truth: replaying it gives the same session. What a role may see is built key by key in View, as an allow-list.
//
// The package owns every rule of the method: who may do what and when, what is blind and until when, how dots are
// counted and how sure a ranking is. It never reads a clock, draws a random number, starts a goroutine or does I/O:
// time, identity and ids are passed in. A Session belongs to one goroutine (the room in session/live); nothing here is locked.
//
// Each concept has one file with its state, its commands with decide, its events with apply, and its share of the view.
package session
