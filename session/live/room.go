package live

import (
	"context"
	"crypto/rand"
	"encoding/json"
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
	onOver func(id string, sealed bool) // is told that the session has ended, and that it has been sealed; must not block

	snaps map[session.Role]*atomic.Pointer[Snapshot]
	ready chan struct{} // closed when the state is loaded, or loadErr says why not
	done  chan struct{} // closed when run has returned
	poked chan struct{} // the log has something that the room may not have

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

// Requests to a room.
type (
	submission struct {
		command session.Command
		by      session.Actor
		member  *Member     // gets the Reply, or
		answer  func(error) // is told on the room's goroutine; must not block
	}
	arrival struct {
		member *Member
		answer chan error // capacity 1
	}
	departure struct{ member *Member }
	question  struct {
		ask  func(*session.Session)
		done chan bool // capacity 1; false: not now
	}
	erasure struct{ done chan bool } // capacity 1
)

func newRoom(id string, log session.Log, logger *slog.Logger, onOver func(string, bool)) *room {
	r := &room{
		id: id, log: log, logger: logger.With("session", id), onOver: onOver,
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

var errRoomClosed = errors.New("the room is closed")

// send puts a request into the inbox.
func (r *room) send(ctx context.Context, request any) error {
	select {
	case r.inbox <- request:
		return nil
	case <-r.done:
		return errRoomClosed
	case <-ctx.Done():
		return ctx.Err()
	}
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

	r.state = session.New()
	loadCtx, cancel := context.WithTimeout(ctx, appendWait)
	held, err := catchUp(loadCtx, r.log, r.id, r.state)
	cancel()
	if err == nil && r.state.Seq() == 0 {
		err = notFound()
	}
	r.held = held
	if err == nil {
		r.touchEverything()
		err = r.publish(time.Now())
	}
	r.loadErr = err
	close(r.ready)
	if err != nil {
		return
	}
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
			if why := r.catchUp(ctx); why != StillOpen {
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

// look tells the room that the log may have something new.
func (r *room) look() {
	select {
	case r.poked <- struct{}{}:
	default:
	}
}

// collect takes what waits beside the first request: the append in flight was the time in which it gathered.
func (r *room) collect(first any) []any {
	requests := []any{first}
	for len(requests) < maxBatch {
		select {
		case next := <-r.inbox:
			requests = append(requests, next)
		default:
			return requests
		}
	}
	return requests
}

// serve does a batch of requests: decide all, append once, then answer all.
func (r *room) serve(ctx context.Context, requests []any) Closing {
	for range maxConflicts {
		answers, records := r.decide(requests)
		err := r.append(ctx, records)
		if errors.Is(err, session.ErrConflict) { // another server was first: take its records in and decide anew
			if why := r.reload(ctx); why != StillOpen {
				r.fail(requests)
				return why
			}
			continue
		}
		if err != nil {
			r.logger.Error("append", "error", err)
			r.fail(requests)
			return StoreDown
		}
		r.refresh()
		for _, answer := range answers {
			answer(nil)
		}
		for _, request := range requests {
			if e, erased := request.(erasure); erased {
				e.done <- true
				return Vanished
			}
		}
		return StillOpen
	}
	r.logger.Error("append", "error", "too many conflicts")
	r.fail(requests)
	return StoreDown
}

// decide decides the requests in order, applying what each brings, so that the next is decided on top of it. Nobody is
// answered yet: what was decided is not durable.
func (r *room) decide(requests []any) (answers []func(error), records []session.Record) {
	now := time.Now()
	do := func(c session.Command, by session.Actor) error {
		decided, err := r.state.Decide(c, by, now)
		for _, record := range decided {
			r.state.Apply(record)
		}
		records = append(records, decided...)
		return err
	}
	for _, request := range requests {
		switch q := request.(type) {
		case submission:
			err := do(q.command, q.by)
			answers = append(answers, func(error) { q.reply(err) })
		case arrival:
			m := q.member
			m.LastN = r.state.LastN(m.Viewer.Person, m.Client)
			var err error
			if m.Viewer.Role == session.Participant {
				m.Known = r.state.Me(m.Viewer.Person) != nil
				if !m.Known && r.state.Status() != session.Over {
					err = do(session.Join{}, session.Actor{Role: session.Participant, Person: m.Viewer.Person})
				}
			}
			answers = append(answers, func(error) {
				if err == nil {
					r.enter(m)
				}
				q.answer <- err
			})
		case departure:
			answers = append(answers, func(error) { r.leave(q.member) })
		case question:
			answers = append(answers, func(error) { q.ask(r.state); q.done <- true })
		}
	}
	return answers, records
}

// append makes records durable. It heals a log that came back with less than it had acknowledged.
func (r *room) append(ctx context.Context, records []session.Record) error {
	if len(records) == 0 {
		return nil
	}
	encoded, err := session.EncodeBatch(records)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	batch := session.Batch{First: records[0].Seq, Last: records[len(records)-1].Seq, Bytes: encoded}
	err = r.log.Append(ctx, r.id, batch.First, batch.Last, batch.Bytes)
	if errors.Is(err, session.ErrLost) {
		r.logger.Error("the log came back with less than it had acknowledged; appending again what this room holds")
		if err = r.restore(ctx); err == nil {
			err = r.log.Append(ctx, r.id, batch.First, batch.Last, batch.Bytes)
		}
	}
	if err == nil {
		r.held = append(r.held, batch)
	}
	return err
}

// restore appends again those held batches that the log has lost.
func (r *room) restore(ctx context.Context) error {
	var last uint64
	for batch, err := range r.log.Read(ctx, r.id, 1) {
		if err != nil {
			return err
		}
		last = batch.Last
	}
	for _, batch := range r.held {
		if batch.First <= last {
			continue
		}
		if err := r.log.Append(ctx, r.id, batch.First, batch.Last, batch.Bytes); err != nil {
			return err
		}
	}
	return nil
}

// reload forgets the state, which holds what could not be appended, and reads the log anew.
func (r *room) reload(ctx context.Context) Closing {
	fresh := session.New()
	ctx, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	held, err := catchUp(ctx, r.log, r.id, fresh)
	switch {
	case err != nil:
		r.logger.Error("reload", "error", err)
		return StoreDown
	case fresh.Seq() == 0:
		return Vanished
	}
	r.state, r.held = fresh, held
	r.touchEverything()
	return StillOpen
}

// catchUp takes in what other servers have appended.
func (r *room) catchUp(ctx context.Context) Closing {
	ctx, cancel := context.WithTimeout(ctx, appendWait)
	defer cancel()
	read, err := catchUp(ctx, r.log, r.id, r.state)
	if err != nil {
		r.logger.Error("catch up", "error", err)
		return StoreDown
	}
	r.held = append(r.held, read...)
	r.refresh()
	return StillOpen
}

// fail answers every request of a batch with "unavailable".
func (r *room) fail(requests []any) {
	for _, request := range requests {
		switch q := request.(type) {
		case submission:
			q.reply(unavailable())
		case arrival:
			q.answer <- unavailable()
		case departure:
			r.leave(q.member)
		case question:
			q.done <- false
		case erasure:
			q.done <- false
		}
	}
}

// drainClosed answers what is still in the inbox of a room that has closed.
func (r *room) drainClosed() {
	for {
		select {
		case request := <-r.inbox:
			r.fail([]any{request})
		default:
			return
		}
	}
}

func (q submission) reply(err error) {
	if q.member != nil {
		q.member.reply(Reply{q.by.N, err})
		q.member.poke()
	}
	if q.answer != nil {
		q.answer(err)
	}
}

func (r *room) enter(m *Member) {
	m.room, m.snap = r, r.snaps[m.Viewer.Role]
	r.members[m] = struct{}{}
	if m.Viewer.Role != session.Participant {
		return
	}
	r.byPerson[m.Viewer.Person] = append(r.byPerson[m.Viewer.Person], m)
	r.touchPresence()
	m.setMe(r.meOf(m.Viewer.Person))
}

func (r *room) leave(m *Member) {
	if _, here := r.members[m]; !here {
		return
	}
	delete(r.members, m)
	if m.Viewer.Role != session.Participant {
		return
	}
	person := m.Viewer.Person
	rest := r.byPerson[person]
	for i, other := range rest {
		if other == m {
			rest = append(rest[:i:i], rest[i+1:]...)
			break
		}
	}
	if len(rest) == 0 {
		delete(r.byPerson, person)
		delete(r.lastMe, person)
	} else {
		r.byPerson[person] = rest
	}
	r.touchPresence()
}

func (r *room) meOf(person session.PersonID) []byte {
	encoded, err := json.Marshal(r.state.Me(person))
	if err != nil { // strings and numbers always encode
		r.logger.Error("encode own part", "error", err)
		return nil
	}
	r.lastMe[person] = string(encoded)
	return encoded
}
