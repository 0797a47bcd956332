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
)

// Options of Rooms; the zero value will do.
type Options struct {
	Logger *slog.Logger // slog.Default() when nil
	Meter  Meter        // nobody counts when nil
}

// Rooms are all running sessions of this server, opened when somebody comes and closed when nobody is left.
type Rooms struct {
	log       session.Log
	logger    *slog.Logger
	meter     Meter
	directory *Directory

	ctx    context.Context // ends every room
	cancel context.CancelFunc
	wg     sync.WaitGroup

	mu      sync.Mutex
	open    map[string]*room
	stopped bool
}

// Open reads the directory and begins to listen for what other servers append. Close must be called.
func Open(ctx context.Context, log session.Log, o Options) (*Rooms, error) {
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.Meter == nil {
		o.Meter = unmetered{}
	}
	directory, err := openDirectory(ctx, log)
	if err != nil {
		return nil, err
	}
	rs := &Rooms{log: log, logger: o.Logger, meter: o.Meter, directory: directory, open: map[string]*room{}}
	rs.ctx, rs.cancel = context.WithCancel(context.WithoutCancel(ctx))
	notices, err := log.Watch(rs.ctx)
	if err != nil {
		rs.cancel()
		return nil, fmt.Errorf("watch the log: %w", err)
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

// Directory finds sessions by id and pin.
func (rs *Rooms) Directory() *Directory { return rs.directory }

// Ping tells whether sessions can be written to.
func (rs *Rooms) Ping(ctx context.Context) error { return rs.log.Ping(ctx) }

// Start begins a session. Its id and pin are drawn here, whatever c says.
func (rs *Rooms) Start(ctx context.Context, c session.StartSession) (Entry, error) {
	now := time.Now()
	c.ID, c.Pin = strings.ToLower(rand.Text()[:20]), ""
	host := session.Actor{Role: session.Host, Person: session.HostID}
	if _, err := session.New().Decide(c, host, now); err != nil { // refuse before a pin is taken
		return Entry{}, err
	}
	e, err := rs.directory.open(ctx, Entry{ID: c.ID, Title: session.Clean(c.Title), Lang: c.Lang, Fictional: c.Fictional, StartedAt: now})
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

// Join brings a live connection into a room. A participant who comes for the first time takes part from then on.
func (rs *Rooms) Join(ctx context.Context, id string, v session.Viewer, client string) (*Member, error) {
	m := &Member{Viewer: v, Client: client, wake: make(chan struct{}, 1)}
	err := rs.with(ctx, id, func(r *room) error {
		answer := make(chan error, 1)
		if err := r.send(ctx, arrival{m, answer}); err != nil {
			return err
		}
		refused, err := await(ctx, r, answer)
		if err != nil {
			go func() { // it may still be let in: nobody is there any more
				if refused, err := await(context.WithoutCancel(ctx), r, answer); err == nil && refused == nil {
					m.Leave()
				}
			}()
			return err
		}
		return refused
	})
	if err != nil {
		return nil, err
	}
	return m, nil
}

// Do has a command done, and returns when it is kept or refused.
func (rs *Rooms) Do(ctx context.Context, id string, by session.Actor, c session.Command) error {
	return rs.with(ctx, id, func(r *room) error {
		answer := make(chan error, 1)
		if err := r.send(ctx, submission{command: c, by: by, answer: func(err error) { answer <- err }}); err != nil {
			return err
		}
		refused, err := await(ctx, r, answer)
		if err != nil {
			return err
		}
		return refused
	})
}

// Summary gives what the room of a session may know at this moment.
func (rs *Rooms) Summary(ctx context.Context, id string) (session.Summary, error) {
	var sum session.Summary
	err := rs.with(ctx, id, func(r *room) error {
		answer := make(chan *session.Summary, 1)
		if err := r.send(ctx, question{answer}); err != nil {
			return err
		}
		told, err := await(ctx, r, answer)
		switch {
		case err != nil:
			return err
		case told == nil:
			return unavailable()
		}
		sum = *told
		return nil
	})
	return sum, err
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
	if err := rs.known(ctx, id); err != nil {
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

// known answers nil for a session that is listed. Another server may have begun it a moment ago, so the log has the last word.
func (rs *Rooms) known(ctx context.Context, id string) error {
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

// over keeps in the directory that a session has ended.
func (rs *Rooms) over(id string, at time.Time, sealed bool) {
	rs.wg.Go(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(rs.ctx), appendWait)
		defer cancel()
		if err := rs.directory.end(ctx, id, at, sealed); err != nil {
			rs.logger.Error("mark session as ended", "session", id, "error", err)
		}
	})
}
