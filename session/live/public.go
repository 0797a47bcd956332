package live

import (
	"context"
	"crypto/rand"
	"slices"
	"strings"
	"sync"
	"time"

	"verbindend/session"
	"verbindend/session/library"
)

// A PublicEntry says that a facilitator has published what a session came to. Nothing of it is copied: what the public reads is made of
// the results whenever it is asked for, so that it is gone with them, and at once when it is withdrawn.
type PublicEntry struct {
	Slug  string    `json:"slug,omitempty"`  // names it to the public; "": it is not published (any more)
	Title string    `json:"title,omitempty"` // in the facilitator's wording
	Since time.Time `json:"since,omitzero"`
	Rev   int       `json:"rev"` // grows with each change
}

// joined gives the later of two; of two that are as late, the one that publishes nothing.
func (p PublicEntry) joined(other PublicEntry) PublicEntry {
	if other.Rev > p.Rev || other.Rev == p.Rev && other.Slug == "" {
		return other
	}
	return p
}

// Publish lets the public read the values in words of a session that has ended, under a title.
func (rs *Rooms) Publish(ctx context.Context, id, title string) (Entry, error) {
	title = library.CleanTitle(title)
	switch n := len([]rune(title)); {
	case n == 0:
		return Entry{}, &session.Problem{Code: session.Invalid, Field: "title", Reason: session.Empty}
	case n > session.MaxTitle:
		return Entry{}, &session.Problem{Code: session.Invalid, Field: "title", Reason: session.TooLong, Limit: session.MaxTitle}
	}
	sum, err := rs.Summary(ctx, id)
	if err != nil {
		return Entry{}, err
	}
	if _, ready := library.PublicOf(sum, title); !ready {
		return Entry{}, &session.Problem{Code: session.Closed, Field: "session"}
	}
	return rs.changePublic(ctx, id, func(p *PublicEntry) {
		if p.Slug == "" {
			p.Slug, p.Since = strings.ToLower(rand.Text()[:16]), rs.now()
		}
		p.Title = title
	})
}

// Unpublish withdraws a session from the public, at once and on every server.
func (rs *Rooms) Unpublish(ctx context.Context, id string) (Entry, error) {
	return rs.changePublic(ctx, id, func(p *PublicEntry) { *p = PublicEntry{Rev: p.Rev} })
}

// CatchUp takes in what other servers have written to the directory.
func (rs *Rooms) CatchUp(ctx context.Context) error { return rs.directory.catchUp(ctx) }

func (rs *Rooms) changePublic(ctx context.Context, id string, change func(*PublicEntry)) (changed Entry, err error) {
	d := rs.directory
	if err := d.catchUp(ctx); err != nil {
		return Entry{}, err
	}
	err = d.keep(ctx, func() (entryKept, bool, error) {
		e, known := d.byID[id]
		if !known || e.Withdrawn || e.isPulse() {
			return entryKept{}, false, notFound()
		}
		change(&e.Public)
		e.Public.Rev++
		changed = e
		return entryKept{Entry: e}, true, nil
	})
	return changed, err
}

// publicShelf is the index of what is published, and what each of it is.
type publicShelf struct {
	mu    sync.Mutex
	index *library.Index
	known map[string]published // by slug
}

type published struct {
	rev  int
	what library.Public
}

// A FoundPublic is a publication that was found.
type FoundPublic struct {
	Slug string
	library.Public
	Places []library.Place
}

// SearchPublic gives the publications that a query finds, the best first and at most `limit`, and how many there are.
func (rs *Rooms) SearchPublic(ctx context.Context, q library.Query, limit int) (found []FoundPublic, total int, err error) {
	rs.shelf.mu.Lock()
	defer rs.shelf.mu.Unlock()
	if err := rs.arrange(ctx); err != nil {
		return nil, 0, err
	}
	hits, total := rs.shelf.index.Search(q, limit)
	for _, h := range hits {
		found = append(found, FoundPublic{h.ID, rs.shelf.known[h.ID].what, h.Places})
	}
	return found, total, nil
}

// PublicBy gives one publication; false when there is none (any more).
func (rs *Rooms) PublicBy(ctx context.Context, slug string) (library.Public, bool, error) {
	rs.shelf.mu.Lock()
	defer rs.shelf.mu.Unlock()
	if err := rs.arrange(ctx); err != nil {
		return library.Public{}, false, err
	}
	one, known := rs.shelf.known[slug]
	return one.what, known, nil
}

// arrange makes the shelf what the directory says now.
func (rs *Rooms) arrange(ctx context.Context) error {
	if err := rs.directory.catchUp(ctx); err != nil {
		return err
	}
	shelf, listed := &rs.shelf, map[string]bool{}
	for _, e := range rs.directory.List() {
		if e.Public.Slug == "" {
			continue
		}
		listed[e.Public.Slug] = true
		if one, known := shelf.known[e.Public.Slug]; known && one.rev == e.Public.Rev {
			continue
		}
		sum, err := rs.glance(ctx, e.ID)
		if p := session.AsProblem(err); p != nil && p.Code == session.NotFound {
			listed[e.Public.Slug] = false // erased just now
			continue
		}
		if err != nil {
			return err
		}
		if what, ready := library.PublicOf(sum, e.Public.Title); ready {
			shelf.index.Put(what.Book(e.Public.Slug))
			shelf.known[e.Public.Slug] = published{e.Public.Rev, what}
		}
	}
	for _, slug := range slices.Clone(shelf.index.IDs()) {
		if !listed[slug] {
			shelf.index.Drop(slug)
			delete(shelf.known, slug)
		}
	}
	return nil
}
