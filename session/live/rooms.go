package live

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"verbindend/session"
	"verbindend/session/library"
)

// Options of Rooms; the zero value will do.
type Options struct {
	Logger *slog.Logger // slog.Default() when nil
	Meter  Meter        // nobody counts when nil
	// Neighbours tells the servers that share the log who is connected where; nil when this server is alone.
	Neighbours session.Neighbours
	// Now is the clock that records and retention go by; time.Now when nil. What a room measures, it measures without.
	Now func() time.Time
}

// Rooms are all running sessions of this server, opened when somebody comes and closed when nobody is left.
type Rooms struct {
	log        session.Log
	logger     *slog.Logger
	meter      Meter
	metered    bool
	neighbours session.Neighbours
	now        func() time.Time
	directory  *Directory
	library    *Library
	shelf      publicShelf

	ctx    context.Context // ends every room
	cancel context.CancelFunc
	wg     sync.WaitGroup

	mu         sync.Mutex
	whenSealed func(ctx context.Context, id string) // may be nil
	open       map[string]*room
	remembered map[string]past // by session: what rooms left that closed because the log did not answer
	stopped    bool
}

// Open reads the directory and begins to listen for what other servers append. Close must be called.
func Open(ctx context.Context, log session.Log, o Options) (*Rooms, error) {
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	directory, err := openDirectory(ctx, log)
	if err != nil {
		return nil, err
	}
	rs := &Rooms{
		log: log, logger: o.Logger, meter: o.Meter, metered: o.Meter != nil, neighbours: o.Neighbours, now: o.Now, directory: directory,
		open: map[string]*room{}, remembered: map[string]past{},
	}
	if !rs.metered {
		rs.meter = unmetered{}
	}
	rs.library = newLibrary(rs)
	rs.shelf.index, rs.shelf.known = library.New(), map[string]published{}
	rs.ctx, rs.cancel = context.WithCancel(context.WithoutCancel(ctx))
	notices, err := log.Watch(rs.ctx)
	if err != nil {
		rs.cancel()
		return nil, fmt.Errorf("watch the log: %w", err)
	}
	if rs.neighbours != nil {
		heard, err := rs.neighbours.Hear(rs.ctx)
		if err != nil {
			rs.cancel()
			return nil, fmt.Errorf("hear other servers: %w", err)
		}
		rs.wg.Go(func() { rs.share(heard) })
	}
	rs.wg.Go(func() { rs.watch(notices) })
	rs.wg.Go(rs.keepRetention)
	return rs, nil
}

// Close ends every room, after the append it is busy with. The log stays open.
func (rs *Rooms) Close(ctx context.Context) error {
	rs.mu.Lock()
	rs.stopped = true
	rs.mu.Unlock()
	rs.cancel()
	ended := make(chan struct{})
	go func() { rs.wg.Wait(); close(ended) }()
	select {
	case <-ended:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("close rooms: %w", ctx.Err())
	}
}

// Now is what the clock says that records and retention go by.
func (rs *Rooms) Now() time.Time { return rs.now() }

// Directory finds sessions by id and pin.
func (rs *Rooms) Directory() *Directory { return rs.directory }

// Ping tells whether sessions can be written to.
func (rs *Rooms) Ping(ctx context.Context) error { return rs.log.Ping(ctx) }

// Start begins a session. Its id and pin are drawn here, whatever c says.
func (rs *Rooms) Start(ctx context.Context, c session.StartSession) (Entry, error) {
	now := rs.now()
	c.ID, c.Pin = strings.ToLower(rand.Text()[:20]), ""
	host := session.Actor{Role: session.Host, Person: session.HostID}
	if _, err := session.New().Decide(c, host, now); err != nil { // refuse before a pin is taken
		return Entry{}, err
	}
	e, err := rs.directory.open(ctx, Entry{ID: c.ID, Title: session.Clean(c.Title), Lang: c.Lang, Fictional: c.Fictional || c.Rehearsal, Rehearsal: c.Rehearsal, StartedAt: now})
	if err != nil {
		return Entry{}, err
	}
	c.Pin = e.Pin
	records, err := session.New().Decide(c, host, now)
	if err != nil {
		return Entry{}, err
	}
	encoded, err := session.EncodeBatch(records)
	if err != nil {
		return Entry{}, err
	}
	if err := rs.log.Append(ctx, c.ID, session.Mark{}, uint64(len(records)), encoded); err != nil {
		return Entry{}, fmt.Errorf("start session: %w", err)
	}
	return e, nil
}

// with does something with the room of a session, opening it when needed; when that room closes at that very moment, with
// its next life.
func (rs *Rooms) with(ctx context.Context, id string, do func(*room) error) error {
	for range 3 {
		r, err := rs.room(ctx, id)
		if err != nil {
			return err
		}
		if err = do(r); !errors.Is(err, errRoomClosed) {
			return err
		}
		rs.forget(r) // its goroutine may not have got to that yet
	}
	return unavailable()
}

// room gives the open room of a session, or opens it.
func (rs *Rooms) room(ctx context.Context, id string) (*room, error) {
	if err := rs.Known(ctx, id); err != nil {
		return nil, err
	}
	rs.mu.Lock()
	if rs.stopped {
		rs.mu.Unlock()
		return nil, &session.Problem{Code: session.Unavailable, Reason: session.ServerStopping, Retry: true}
	}
	r := rs.open[id]
	if r == nil {
		r = rs.newRoom(id)
		rs.open[id] = r
		rs.wg.Go(func() {
			r.run(rs.ctx)
			rs.forget(r)
		})
	}
	rs.mu.Unlock()
	select {
	case <-r.ready:
		return r, r.loadErr
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Known answers nil for a session that there is, and a *session.Problem when there is none. Another server may have begun it a moment
// ago, so the log has the last word.
func (rs *Rooms) Known(ctx context.Context, id string) error {
	if _, known := rs.directory.Get(id); known {
		return nil
	}
	switch known, err := rs.directory.listed(ctx, id); {
	case err != nil:
		return fmt.Errorf("look for session %s: %w", id, err)
	case !known:
		return notFound()
	}
	return nil
}

func (rs *Rooms) forget(r *room) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	if rs.open[r.id] == r {
		delete(rs.open, r.id)
	}
}

// WhenSealed lets f be told, from now on, of each session that has been replaced by its results in a room of this server. f runs
// in a goroutine of its own, which Close waits for; its context ends with the rooms.
func (rs *Rooms) WhenSealed(f func(ctx context.Context, id string)) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	rs.whenSealed = f
}

// over keeps in the directory that a session has ended. Of a rehearsal nothing is kept.
func (rs *Rooms) over(id string, at time.Time, marks []string) {
	rs.wg.Go(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(rs.ctx), appendWait)
		defer cancel()
		if e, known := rs.directory.Get(id); known && e.Rehearsal {
			err := rs.Erase(ctx, id)
			if err == nil || session.AsProblem(err) != nil { // another server has been first
				return
			}
			rs.logger.Error("erase a rehearsal; tried again within the hour", "session", id, "error", err)
		}
		if err := rs.directory.end(ctx, id, at, marks); err != nil {
			rs.logger.Error("mark session as ended", "session", id, "error", err)
		}
		rs.mu.Lock()
		tell := rs.whenSealed
		rs.mu.Unlock()
		if len(marks) > 0 && tell != nil {
			tell(rs.ctx, id)
		}
	})
}
