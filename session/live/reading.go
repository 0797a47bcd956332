package live

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"verbindend/session"
)

// catchUp takes in what the log has after the last record known; anew when it is compacted meanwhile. A log that came back
// with less than this server has read gets that again.
func (d *Directory) catchUp(ctx context.Context) error {
	var err error
	for range maxConflicts {
		if err = d.readOn(ctx); errors.Is(err, session.ErrLost) {
			if err = d.restore(ctx); err == nil {
				continue // what others wrote meanwhile is in the log, too
			}
		}
		if !errors.Is(err, session.ErrConflict) {
			return err
		}
	}
	return err
}

// readOn begins at the last record known: when that is not there (any more), the log was lost.
func (d *Directory) readOn(ctx context.Context) error {
	d.mu.RLock()
	known := d.known
	d.mu.RUnlock()
	lost := known.Seq > 0
	for batch, err := range d.log.Read(ctx, directoryID, max(known.Seq, 1)) {
		if err != nil {
			return fmt.Errorf("read the directory: %w", err)
		}
		mark := batch.Mark()
		if mark == known { // which may be a list of all sessions: who reads on at each request need not take it in again
			lost = false
			continue
		}
		var kept entryKept
		if err := json.Unmarshal(batch.Bytes, &kept); err != nil {
			return fmt.Errorf("read the directory: record %d: %w", batch.Last, err)
		}
		if stands := kept.Whole && (spans(batch, known) || d.within(kept.List)); lost && !stands {
			continue // the record known was lost, and others have gone on from before it, until one listed all that is known here
		}
		lost = false
		d.mu.Lock()
		// A list that stands in the place of the last record is the same without what was erased.
		if batch.Last > d.known.Seq || batch.Last == d.known.Seq && mark != d.known {
			d.known = mark
			d.apply(kept)
		}
		d.mu.Unlock()
	}
	if lost {
		return session.ErrLost
	}
	return nil
}

// spans tells whether a batch holds a record and later ones: then a list in it is the log, compacted since that record.
func spans(b session.Batch, known session.Mark) bool {
	return b.First <= known.Seq && known.Seq < b.Last
}

// within tells whether a list holds all that is known here, but for what was being erased. One that was restored by a server which
// knew a record less does not.
func (d *Directory) within(list []Entry) bool {
	listed := make(map[string]Entry, len(list))
	for _, e := range list {
		listed[e.ID] = e
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	for id, known := range d.byID {
		there, found := listed[id]
		if !found && !known.Withdrawn || found && there.behind(known) {
			return false
		}
	}
	return true
}

// restore appends to a log that was lost, in whole or in part, one list of all that is in it and all that this server knows. It ends
// behind everything that any server may have read, unless that knew more: then it will do the same.
func (d *Directory) restore(ctx context.Context) error {
	left := &Directory{log: d.log, index: newIndex()}
	if err := left.readOn(ctx); err != nil {
		return err
	}
	d.mu.RLock()
	last, list := max(d.known.Seq, left.known.Seq)+1, maps.Clone(d.byID)
	d.mu.RUnlock()
	for id, e := range left.byID {
		if known, both := list[id]; both {
			e = known.joined(e)
		}
		list[id] = e
	}
	encoded, err := whole(list)
	if err != nil {
		return err
	}
	if err := d.log.Append(ctx, directoryID, left.known, last, encoded); err != nil {
		return fmt.Errorf("restore the directory: %w", err)
	}
	return nil
}

func (d *Directory) apply(kept entryKept) {
	if kept.Whole {
		d.index = newIndex()
		for _, e := range kept.List {
			d.apply(entryKept{Entry: e})
		}
		return
	}
	e := kept.Entry
	d.lose(e.ID)
	if kept.Gone {
		return
	}
	d.byID[e.ID] = e
	if e.EndedAt.IsZero() && !e.Withdrawn && e.Pin != "" {
		d.byPin[e.Pin] = e.ID
	}
	for _, l := range e.Links {
		d.byLink[l.Token] = e.ID
	}
}

// lose takes a session out of the index, with all that leads to it.
func (x index) lose(id string) {
	e, known := x.byID[id]
	if known && x.byPin[e.Pin] == id {
		delete(x.byPin, e.Pin)
	}
	for _, l := range e.Links {
		delete(x.byLink, l.Token)
	}
	delete(x.byID, id)
}

// whole encodes a list of entries that stands for all that was before.
func whole(list map[string]Entry) ([]byte, error) {
	return json.Marshal(entryKept{Version: session.FormatVersion, Whole: true, List: slices.Collect(maps.Values(list))})
}
