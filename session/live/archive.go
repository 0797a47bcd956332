package live

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"time"

	"verbindend/session"
)

// Import keeps results that came from a file as a session that has ended, under an id of its own, and answers with its entry. The
// problems say what is wrong with them; then nothing has been kept. Words on cards are kept as long after the end of their session as
// people were told, wherever they come from: when that is over, they are not taken in.
func (rs *Rooms) Import(ctx context.Context, sum session.Summary) (Entry, []session.Problem, error) {
	now := rs.now()
	id := strings.ToLower(rand.Text()[:20])
	record, found := sum.Archive(id, now)
	if len(found) > 0 {
		return Entry{}, found, nil
	}
	s := session.New()
	s.Apply(record)
	if now.Sub(sum.EndedAt) >= ForgetCardAfter {
		if forgotten, ready := s.ForgetCards(); ready {
			record.Event = forgotten.Event
			s = session.New()
			s.Apply(record)
		}
	}
	encoded, err := session.EncodeBatch([]session.Record{record})
	if err != nil {
		return Entry{}, nil, err
	}
	kept := s.Summary()
	e := Entry{
		ID: id, Title: kept.Title, Lang: kept.Lang, Fictional: kept.Fictional, StartedAt: kept.StartedAt, EndedAt: kept.EndedAt,
		Forgot: kept.Forgot, Imported: now, Marks: kept.Marks(),
		Links: []Link{newLink("", true, now, time.Time{})},
	}
	if err := rs.directory.take(ctx, e); err != nil {
		return Entry{}, nil, err
	}
	if err := rs.log.Append(ctx, id, session.Mark{}, 1, encoded); err != nil {
		return Entry{}, nil, fmt.Errorf("import results: %w", err)
	}
	return e, nil, rs.directory.end(ctx, id, e.EndedAt, e.Marks) // sealed: until then retention knows that it may be half an import
}

// take lists results that are being imported, unless a session here has them already.
func (d *Directory) take(ctx context.Context, e Entry) error {
	if err := d.catchUp(ctx); err != nil {
		return err
	}
	return d.keep(ctx, func() (entryKept, bool, error) {
		for _, other := range d.byID {
			if !other.Withdrawn && slices.ContainsFunc(e.Marks, func(mark string) bool { return slices.Contains(other.Marks, mark) }) {
				return entryKept{}, false, &session.Problem{Code: session.Taken, Field: "id", Reason: session.AlreadyThere}
			}
		}
		return entryKept{Entry: e}, true, nil
	})
}
