package live

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"sync"
	"time"

	"verbindend/session"
)

// directoryID is the log that says which sessions there are. Being a log like any other it needs no second store, and
// several servers agree on it by the same rule: who appends first has the pin.
const directoryID = "directory"

// Directory finds sessions by id and pin. It is safe for concurrent use; reads never wait for the log.
type Directory struct {
	log session.Log

	write sync.Mutex // one append at a time
	mu    sync.RWMutex
	known session.Mark // the last batch taken in
	index
}

// An index is what a directory holds, by what people come with.
type index struct {
	byID   map[string]Entry
	byPin  map[string]string // id of a session that has not ended
	byLink map[string]string // id of a session, by the token of a link to its report
}

func newIndex() index { return index{map[string]Entry{}, map[string]string{}, map[string]string{}} }

func openDirectory(ctx context.Context, log session.Log) (*Directory, error) {
	d := &Directory{log: log, index: newIndex()}
	return d, d.catchUp(ctx)
}

// keep appends what `change` makes of the directory as it is then; change answers false when there is nothing to do.
func (d *Directory) keep(ctx context.Context, change func() (entryKept, bool, error)) error {
	d.write.Lock()
	defer d.write.Unlock()
	for range maxConflicts {
		d.mu.RLock()
		kept, wanted, err := change()
		after := d.known
		d.mu.RUnlock()
		if err != nil || !wanted {
			return err
		}
		kept.Version = session.FormatVersion
		encoded, err := json.Marshal(kept)
		if err != nil {
			return err
		}
		err = d.log.Append(ctx, directoryID, after, after.Seq+1, encoded)
		if errors.Is(err, session.ErrConflict) || errors.Is(err, session.ErrLost) {
			if err := d.catchUp(ctx); err != nil {
				return err
			}
			continue
		}
		if err != nil {
			return fmt.Errorf("write the directory: %w", err)
		}
		return d.catchUp(ctx)
	}
	return errors.New("write the directory: too many conflicts")
}

// open lists a new session under a free pin and answers with the entry.
func (d *Directory) open(ctx context.Context, e Entry) (Entry, error) {
	err := d.keep(ctx, func() (entryKept, bool, error) {
		for range 100 {
			pin, err := randomPin()
			if err != nil {
				return entryKept{}, false, err
			}
			if _, taken := d.byPin[pin]; !taken {
				e.Pin = pin
				return entryKept{Entry: e}, true, nil
			}
		}
		return entryKept{}, false, &session.Problem{Code: session.Busy, Field: "pin", Reason: session.TooMuchAtOnce, Retry: true}
	})
	return e, err
}

// end marks a session as ended, which sets its pin free and gives its readers a link, and, when it has marks, as sealed.
func (d *Directory) end(ctx context.Context, id string, at time.Time, marks []string) error {
	return d.keep(ctx, func() (entryKept, bool, error) {
		e, known := d.byID[id]
		if !known || e.Withdrawn || !e.EndedAt.IsZero() && (e.Sealed || len(marks) == 0) && len(e.Marks) >= len(marks) {
			return entryKept{}, false, nil
		}
		if e.EndedAt.IsZero() {
			e.EndedAt = at
			if _, has := e.RoomLink(); !has {
				e.Links = append(slices.Clone(e.Links), newLink("", true, at, time.Time{}))
			}
		}
		e.Sealed = e.Sealed || len(marks) > 0
		if len(e.Marks) < len(marks) {
			e.Marks = marks
		}
		return entryKept{Entry: e}, true, nil
	})
}

// forgot marks that the words on a session's cards are no more.
func (d *Directory) forgot(ctx context.Context, id string, marks []string) error {
	return d.keep(ctx, func() (entryKept, bool, error) {
		e, known := d.byID[id]
		if !known || e.Withdrawn || e.Forgot {
			return entryKept{}, false, nil
		}
		for _, mark := range e.Marks { // files that were kept before are still known
			if !slices.Contains(marks, mark) {
				marks = slices.Insert(marks, 0, mark)
			}
		}
		e.Forgot, e.Marks = true, marks
		return entryKept{Entry: e}, true, nil
	})
}

// withdraw takes a session off the list, but for the mark that it is being erased; it tells whether there is such a session.
func (d *Directory) withdraw(ctx context.Context, id string) (known bool, err error) {
	err = d.keep(ctx, func() (entryKept, bool, error) {
		var e Entry
		e, known = d.byID[id]
		return entryKept{Entry: Entry{ID: id, Withdrawn: true}}, known && !e.Withdrawn, nil
	})
	return known, err
}

// drop forgets a session that was withdrawn, and takes its title out of the log: the log becomes the list as it is. When another
// server writes at that moment, that is tried anew.
func (d *Directory) drop(ctx context.Context, id string) error {
	d.write.Lock()
	defer d.write.Unlock()
	for range maxConflicts {
		d.mu.RLock()
		end, list := d.known, maps.Clone(d.byID) // of one moment: what came after must not be lost
		d.mu.RUnlock()
		delete(list, id)
		encoded, err := whole(list)
		if err != nil {
			return err
		}
		err = d.log.Replace(ctx, directoryID, end, encoded)
		switch {
		case err == nil:
			d.mu.Lock()
			if d.known == end {
				d.known = session.Batch{First: 1, Last: end.Seq, Bytes: encoded}.Mark()
			}
			d.lose(id)
			d.mu.Unlock()
			return nil
		case !errors.Is(err, session.ErrConflict) && !errors.Is(err, session.ErrLost):
			return fmt.Errorf("compact the directory: %w", err)
		}
		if err := d.catchUp(ctx); err != nil {
			return err
		}
	}
	return errors.New("compact the directory: too many conflicts")
}

// Find gives the entry of a session that has not ended, by pin.
func (d *Directory) Find(pin string) (Entry, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	e, ok := d.byID[d.byPin[pin]]
	return e, ok
}

// Seek is Find that looks into the log before it says that there is none: another server may have given the pin out just now.
func (d *Directory) Seek(ctx context.Context, pin string) (Entry, bool, error) {
	e, found := d.Find(pin)
	if found || len(pin) != pinLength {
		return e, found, nil
	}
	if err := d.catchUp(ctx); err != nil {
		return Entry{}, false, err
	}
	e, found = d.Find(pin)
	return e, found, nil
}

// Get gives an entry by id.
func (d *Directory) Get(id string) (Entry, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	e, ok := d.byID[id]
	return e, ok && !e.Withdrawn
}

// Marked gives the entry of which one of the fingerprints is mark.
func (d *Directory) Marked(mark string) (Entry, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, e := range d.byID {
		if !e.Withdrawn && slices.Contains(e.Marks, mark) {
			return e, true
		}
	}
	return Entry{}, false
}

// List gives all sessions, the newest first; pulses belong to one of them, and are not among them.
func (d *Directory) List() []Entry {
	return slices.DeleteFunc(d.all(), func(e Entry) bool { return e.Withdrawn || e.isPulse() })
}

// all gives all entries, those too that are being erased.
func (d *Directory) all() []Entry {
	d.mu.RLock()
	defer d.mu.RUnlock()
	list := slices.Collect(maps.Values(d.byID))
	slices.SortFunc(list, func(a, b Entry) int { return b.StartedAt.Compare(a.StartedAt) })
	return list
}

// listed tells whether a session is in the directory as it is now, and not only as this server has heard.
func (d *Directory) listed(ctx context.Context, id string) (bool, error) {
	if err := d.catchUp(ctx); err != nil {
		return false, err
	}
	_, known := d.Get(id)
	return known, nil
}

// pinLength is how many digits a pin has.
const pinLength = 6

func randomPin() (string, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(900_000))
	if err != nil {
		return "", fmt.Errorf("draw a pin: %w", err)
	}
	return fmt.Sprintf("%06d", 100_000+n.Int64()), nil
}
