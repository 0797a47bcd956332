package live

import (
	"context"
	"slices"
	"sync"
	"time"

	"verbindend/session"
	"verbindend/session/library"
)

// How the library is kept.
const (
	readingsAtOnce = 8                // sessions that are read from the log at the same moment
	freshFor       = 15 * time.Second // what is known of a session that has not ended
)

// Library searches the sessions of the directory. Nothing is read before somebody searches; then whatever has changed since is read
// anew, so that what was erased or forgotten, here or by another server, is found no more. It is safe for concurrent use.
type Library struct {
	rooms *Rooms
	mu    sync.Mutex
	index *library.Index
	known map[string]reading
}

// A reading says what a book was made from.
type reading struct {
	sealed, forgot bool // as the directory said then
	at             time.Time
	failed         bool
}

// due tells whether a session has to be read (again).
func (r reading) due(e Entry, now time.Time) bool {
	return r.failed || r.sealed != e.Sealed || r.forgot != e.Forgot || !e.Sealed && now.Sub(r.at) >= freshFor
}

// A Found is a session that was found, as the directory has it.
type Found struct {
	Entry
	library.Hit
}

// Library gives the library of all sessions.
func (rs *Rooms) Library() *Library { return rs.library }

func newLibrary(rs *Rooms) *Library {
	return &Library{rooms: rs, index: library.New(), known: map[string]reading{}}
}

// Search gives the sessions that a query finds, the best first and at most `limit`, how many there are, and the groups that can be asked
// for. An ended session is found by its results; of any other one by no more than its room may know.
func (l *Library) Search(ctx context.Context, q library.Query, limit int) (found []Found, total int, groups []string, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.read(ctx); err != nil {
		return nil, 0, nil, err
	}
	hits, total := l.index.Search(q, limit)
	for _, hit := range hits {
		if e, listed := l.rooms.directory.Get(hit.ID); listed {
			found = append(found, Found{e, hit})
		}
	}
	return found, total, l.index.Groups(), nil
}

// read makes the index what the directory is now.
func (l *Library) read(ctx context.Context) error {
	d := l.rooms.directory
	if err := d.catchUp(ctx); err != nil {
		return err
	}
	now, listed := l.rooms.now(), map[string]bool{}
	var due []Entry
	for _, e := range d.List() {
		if e.Rehearsal {
			continue // nothing of it is kept
		}
		listed[e.ID] = true
		if last, known := l.known[e.ID]; !known || last.due(e, now) {
			due = append(due, e)
		}
	}
	for _, id := range l.index.IDs() {
		if !listed[id] {
			l.forget(id)
		}
	}
	return l.readAnew(ctx, due, now)
}

func (l *Library) forget(id string) {
	l.index.Drop(id)
	delete(l.known, id)
}

// readAnew reads some sessions at once. One that cannot be read is found by its title, and is tried again at the next search: a library
// does not close for one book.
func (l *Library) readAnew(ctx context.Context, due []Entry, now time.Time) error {
	for part := range slices.Chunk(due, readingsAtOnce) {
		sums, errs := make([]session.Summary, len(part)), make([]error, len(part))
		var all sync.WaitGroup
		for i, e := range part {
			all.Go(func() { sums[i], errs[i] = l.rooms.glance(ctx, e.ID) })
		}
		all.Wait()
		if err := ctx.Err(); err != nil {
			return err
		}
		for i, e := range part {
			book, err := library.Of(sums[i]), errs[i]
			if err != nil {
				// A start that got no further than its pin, or a session that was erased just now, is no failure.
				if p := session.AsProblem(err); p == nil || p.Code != session.NotFound {
					l.rooms.logger.Warn("read a session for the library", "session", e.ID, "error", err)
				}
				book = library.Of(session.Summary{Title: e.Title})
			}
			book.ID, book.StartedAt = e.ID, e.StartedAt
			l.index.Put(book)
			l.known[e.ID] = reading{e.Sealed, e.Forgot, now, err != nil}
		}
	}
	return nil
}

// glance gives the summary of a session without opening its room: one that is open here is asked, any other one is read from the log.
func (rs *Rooms) glance(ctx context.Context, id string) (session.Summary, error) {
	rs.mu.Lock()
	open := rs.open[id] != nil
	rs.mu.Unlock()
	if open {
		return ask(ctx, rs, id, false, (*session.Session).Summary)
	}
	s, err := Load(ctx, rs.log, id)
	if err != nil {
		return session.Summary{}, err
	}
	return s.Summary(), nil
}
