package live

import (
	"context"
	"errors"
	"log/slog"
	"runtime/debug"
	"sync/atomic"
	"time"

	"verbindend/session"
)

// Times of a room.
const (
	tick         = 100 * time.Millisecond // between two publications
	appendWait   = 5 * time.Second        // for the log to take a batch
	idleWait     = 2 * time.Minute        // an empty room keeps its state in memory this long
	inboxSize    = 1024
	maxBatch     = 512 // requests that share one append
	maxConflicts = 20  // times the directory is written anew because somebody else was first
)

// room is one running session. Its goroutine (run) owns everything below `inbox`.
type room struct {
	id      string
	log     session.Log
	logger  *slog.Logger
	meter   Meter
	metered bool                                               // somebody counts
	now     func() time.Time                                   // what the clock says; nothing is measured with it
	spawn   func(func())                                       // starts a goroutine that the server waits for when it stops
	onOver  func(id string, at time.Time, marks []string)      // is told that the session has ended, with its marks when it is sealed; must not block
	listed  func(ctx context.Context, id string) (bool, error) // whether the session is in the directory as it is now
	leaves  func(*room)                                        // is given what it knows when the log does not answer
	greets  func(*crowd)                                       // asks other servers who is connected there
	parts   func(*crowd)                                       // tells them that nobody is connected here any more

	snaps map[session.Role]*atomic.Pointer[Snapshot]
	crowd *crowd
	count atomic.Int64  // members
	ready chan struct{} // closed when the state is loaded, or loadErr says why not
	done  chan struct{} // closed when run has returned
	poked chan struct{} // the log has something that the room may not have …
	heard atomic.Uint64 // … up to this record

	inbox chan any

	loadErr error
	state   *session.Session
	past                     // what this room knows to be durable
	base    *session.Session // the state without what is being decided, while other servers write too; nil otherwise
	rivals  time.Time        // when another server last wrote
	rested  time.Time        // while others write: when the next append may begin

	members   map[session.Role]map[*Member]struct{}
	present   map[session.PersonID]*present
	leading   map[string]int // connections of each host's page, by the name of its tab
	everybody bool           // all own parts wait to be told

	life      uint64                               // how many histories this room has had
	dirty     map[session.Role]map[string]struct{} // keys to publish
	later     map[session.Role][]string            // keys that were looked at and are as they were: strangers are told with the next snapshot
	awaited   uint64                               // the highest revision with which somebody came
	allDirty  map[session.Role]bool
	published time.Time // when anything was last published
	lastSlow  time.Time // when phones last got counts
	calcBusy  bool
	told      struct{ over, sealed bool }
}

func (rs *Rooms) newRoom(id string) *room {
	r := &room{
		id: id, log: rs.log, logger: rs.logger.With("session", id), meter: rs.meter, metered: rs.metered, now: rs.now, spawn: rs.wg.Go,
		onOver: rs.over, listed: rs.directory.listed, leaves: rs.remember,
		greets: rs.greet, parts: rs.farewell, past: rs.recall(id), crowd: newCrowd(id),
		snaps: map[session.Role]*atomic.Pointer[Snapshot]{}, ready: make(chan struct{}), done: make(chan struct{}), poked: make(chan struct{}, 1),
		inbox: make(chan any, inboxSize), members: map[session.Role]map[*Member]struct{}{}, present: map[session.PersonID]*present{}, leading: map[string]int{},
		dirty: map[session.Role]map[string]struct{}{}, later: map[session.Role][]string{}, allDirty: map[session.Role]bool{},
	}
	for _, role := range roles {
		r.snaps[role] = &atomic.Pointer[Snapshot]{}
		r.members[role] = map[*Member]struct{}{}
		r.dirty[role] = map[string]struct{}{}
	}
	return r
}

// run is the room's life, from the first load to the last member's leaving; it says why it ended.
func (r *room) run(ctx context.Context) (closing Closing) {
	defer func() {
		p := recover()
		if p != nil { // a mistake of ours ends this life of this room, not the server
			r.logger.Error("room failed", "panic", p, "stack", string(debug.Stack()))
			closing = Reload
		}
		if p != nil || closing == StoreDown { // the next life looks whether all is in the log
			r.leaves(r)
		}
		select {
		case <-r.ready:
		default:
			r.loadErr = unavailable()
			close(r.ready)
		}
		r.everyone(func(m *Member) { m.close(closing) })
		close(r.done) // whoever sends from now on sees this and comes back; what waits already is refused
		r.drainClosed()
	}()

	begun := time.Now()
	working := context.WithoutCancel(ctx) // what has begun is finished: it has limits of its own
	err := r.open(ctx)
	if err == nil {
		err = r.beginAnew()
	}
	r.loadErr = err
	close(r.ready)
	if err != nil {
		if p := session.AsProblem(err); p != nil && p.Code == session.NotFound {
			return Vanished
		}
		return StoreDown
	}
	r.meter.RoomOpened(time.Since(begun), int(r.state.Seq())) //nolint:gosec // no session has so many records
	defer r.meter.RoomClosed()
	r.spawn(func() { r.greets(r.crowd) })
	defer r.spawn(func() { r.parts(r.crowd) })
	if why := r.makeGood(working); why != StillOpen {
		return why
	}
	return r.loop(ctx.Done(), working)
}

// open loads the session. When an earlier life of this room ended because the log did not answer, what that knows to be durable is
// compared with what the log holds now.
func (r *room) open(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	if len(r.held) > 0 {
		switch err := r.reconcile(ctx); {
		case errors.Is(err, errErased):
			return notFound()
		case err != nil:
			return err
		}
		r.down = time.Time{}
		return nil
	}
	state, held, err := load(ctx, r.log, r.id)
	switch {
	case err != nil:
		return err
	case state.Seq() == 0:
		return notFound()
	}
	r.adopt(state, held)
	return nil
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
		now := time.Now()
		if wait, due := r.due(now); due {
			if at := now.Add(wait); armed.IsZero() || at.Before(armed) {
				publication.Reset(wait)
				armed = at
			}
		}
		select {
		case <-stop:
			return Reload
		case first := <-r.inbox:
			r.rest()
			if why := r.serve(ctx, r.collect(first)); why != StillOpen {
				return why
			}
			idle.Reset(idleWait)
		case <-r.poked:
			if why := r.follow(ctx); why != StillOpen {
				return why
			}
		case <-r.crowd.stirred:
		case <-publication.C:
			armed = time.Time{}
			if err := r.publish(time.Now()); err != nil {
				r.logger.Error("publish", "error", err)
				return Reload
			}
		case <-idle.C:
			if r.count.Load() == 0 && len(r.inbox) == 0 {
				return r.part(ctx)
			}
			idle.Reset(idleWait)
		}
	}
}

// part ends a room in which nobody is left. It looks a last time whether the log holds what it acknowledged: who else would.
func (r *room) part(ctx context.Context) Closing {
	if err := r.confirm(ctx); err != nil {
		return r.closingFor("look into the log before closing", err)
	}
	if why := r.makeGood(ctx); why != StillOpen {
		return why
	}
	return Reload
}

// closingFor is how a room ends that cannot go on because of an error.
func (r *room) closingFor(doing string, err error) Closing {
	if errors.Is(err, errErased) {
		return Vanished
	}
	r.logger.Error(doing, "error", err)
	return StoreDown
}
