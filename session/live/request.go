package live

import (
	"context"
	"errors"
	"time"

	"verbindend/session"
)

// Requests to a room. Who awaits an answer makes a new channel for each life of the room that is asked: what waits in the
// inbox of one that has closed may still be answered, and must find room for that.
type (
	submission struct {
		command session.Command
		by      session.Actor
		member  *Member     // gets the Reply, or
		answer  func(error) // is told on the room's goroutine; must not block

		sent time.Time // zero when nobody counts
		err  error     // why it was refused, when the room has decided
	}
	arrival struct {
		member *Member
		seen   Seen
		answer chan error // capacity 1

		err error
	}
	departure struct{ member *Member }
	question  struct {
		ask    func(*session.Session) // nil: not now
		latest bool                   // nothing that any server has acknowledged may be missing
	}
	eviction struct { // closes the room
		why  Closing
		done chan bool // capacity 1
	}
)

func (q *submission) reply(err error) {
	if q.member != nil {
		q.member.reply(Reply{q.by.N, err})
		q.member.poke()
	}
	if q.answer != nil {
		q.answer(err)
	}
}

var errRoomClosed = errors.New("the room is closed")

// send puts a request into the inbox.
func (r *room) send(ctx context.Context, request any) error {
	if q, is := request.(*submission); is && r.metered {
		q.sent = time.Now()
	}
	select {
	case <-r.done: // its inbox may have room all the same
		return errRoomClosed
	default:
	}
	select {
	case r.inbox <- request:
		return nil
	case <-r.done:
		return errRoomClosed
	case <-ctx.Done():
		return ctx.Err()
	}
}

// await waits for a room's answer. The room answers before it closes, or not at all.
func await[T any](ctx context.Context, r *room, answer <-chan T) (T, error) {
	var none T
	select {
	case a := <-answer:
		return a, nil
	case <-r.done:
		select {
		case a := <-answer:
			return a, nil
		default:
			return none, errRoomClosed
		}
	case <-ctx.Done():
		return none, ctx.Err()
	}
}
