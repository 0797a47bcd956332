package live

import (
	"context"
	"crypto/rand"
	"log/slog"
	"runtime/debug"
	"sync/atomic"
	"time"

	"verbindend/session"
)

// Times of a room.
const (
	tick         = 100 * time.Millisecond // between two publications
	slowTick     = time.Second            // between two that bring phones nothing but counts
	appendWait   = 5 * time.Second        // for the log to take a batch
	idleWait     = 2 * time.Minute        // an empty room keeps its state in memory this long
	inboxSize    = 1024
	maxBatch     = 512 // requests that share one append
	maxConflicts = 20  // times a batch is decided anew because somebody else was first
)

// room is one running session. Its goroutine (run) owns everything below `inbox`.
type room struct {
	id     string
	log    session.Log
	logger *slog.Logger
	meter  Meter
	onOver func(id string, at time.Time, sealed bool)         // is told that the session has ended, and that it has been sealed; must not block
	listed func(ctx context.Context, id string) (bool, error) // whether the session is in the directory as it is now

	snaps map[session.Role]*atomic.Pointer[Snapshot]
	ready chan struct{} // closed when the state is loaded, or loadErr says why not
	done  chan struct{} // closed when run has returned
	poked chan struct{} // the log has something that the room may not have …
	heard atomic.Uint64 // … up to this record

	inbox chan any

	loadErr  error
	state    *session.Session
	held     []session.Batch // all that the log should hold, in case it comes back with less
	members  map[*Member]struct{}
	byPerson map[session.PersonID][]*Member
	lastMe   map[session.PersonID]string
	rev      uint64
	dirty    map[session.Role]map[string]struct{} // keys to publish
	allDirty map[session.Role]bool
	lastSlow time.Time // when phones last got something
	calcBusy bool
	told     struct{ over, sealed bool }
}

func (rs *Rooms) newRoom(id string) *room {
	r := &room{
		id: id, log: rs.log, logger: rs.logger.With("session", id), meter: rs.meter, onOver: rs.over, listed: rs.directory.listed,
		snaps: map[session.Role]*atomic.Pointer[Snapshot]{}, ready: make(chan struct{}), done: make(chan struct{}), poked: make(chan struct{}, 1),
		inbox: make(chan any, inboxSize), members: map[*Member]struct{}{}, byPerson: map[session.PersonID][]*Member{},
		lastMe: map[session.PersonID]string{}, dirty: map[session.Role]map[string]struct{}{}, allDirty: map[session.Role]bool{},
	}
	run := rand.Text()[:10]
	for _, role := range roles {
		r.snaps[role] = &atomic.Pointer[Snapshot]{}
		r.snaps[role].Store(newSnapshot(run))
		r.dirty[role] = map[string]struct{}{}
	}
	return r
}

// run is the room's life, from the first load to the last member's leaving.
func (r *room) run(ctx context.Context) {
	closing := Reload
	defer func() {
		if p := recover(); p != nil { // a mistake of ours ends this life of this room, not the server
			r.logger.Error("room failed", "panic", p, "stack", string(debug.Stack()))
		}
		select {
		case <-r.ready:
		default:
			r.loadErr = unavailable()
			close(r.ready)
		}
		for m := range r.members {
			m.close(closing)
		}
		close(r.done) // whoever sends from now on sees this and comes back; what waits already is refused
		r.drainClosed()
	}()

	begun := time.Now()
	loadCtx, cancel := context.WithTimeout(ctx, appendWait)
	state, held, err := load(loadCtx, r.log, r.id)
	cancel()
	if err == nil && state.Seq() == 0 {
		err = notFound()
	}
	r.state, r.held = state, held
	if err == nil {
		r.touchEverything()
		err = r.publish(time.Now())
	}
	r.loadErr = err
	close(r.ready)
	if err != nil {
		return
	}
	r.meter.RoomOpened(time.Since(begun), int(state.Seq())) //nolint:gosec // no session has so many records
	defer r.meter.RoomClosed()
	closing = r.loop(ctx.Done(), context.WithoutCancel(ctx)) // what has begun is finished: it has limits of its own
}

// loop serves requests until the room has to close, and says why.
func (r *room) loop(stop <-chan struct{}, ctx context.Context) Closing { //nolint:revive // the context is for the work, stop for the loop
	publication := time.NewTimer(time.Hour)
	idle := time.NewTimer(idleWait)
	defer publication.Stop()
	defer idle.Stop()
	var armed time.Time // when the next publication is set to happen; zero: not at all
	for {
		if why := r.afterwards(ctx); why != StillOpen {
			return why
		}
		if wait, due := r.due(time.Now()); due {
			if at := time.Now().Add(wait); armed.IsZero() || at.Before(armed) {
				publication.Reset(wait)
				armed = at
			}
		}
		select {
		case <-stop:
			return Reload
		case first := <-r.inbox:
			if why := r.serve(ctx, r.collect(first)); why != StillOpen {
				return why
			}
			idle.Reset(idleWait)
		case <-r.poked:
			if why := r.follow(ctx); why != StillOpen {
				return why
			}
		case <-publication.C:
			armed = time.Time{}
			if err := r.publish(time.Now()); err != nil {
				r.logger.Error("publish", "error", err)
				return Reload
			}
		case <-idle.C:
			if len(r.members) == 0 && len(r.inbox) == 0 {
				return Reload
			}
			idle.Reset(idleWait)
		}
	}
}
