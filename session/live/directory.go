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

// An Entry is one session in the directory.
type Entry struct {
	ID        string       `json:"id"`
	Pin       string       `json:"pin"` // six digits, unique among the sessions that have not ended
	Title     string       `json:"title"`
	Lang      session.Lang `json:"lang"`
	Fictional bool         `json:"fictional,omitempty"`
	StartedAt time.Time    `json:"startedAt"`
	EndedAt   time.Time    `json:"endedAt,omitzero"`
	Sealed    bool         `json:"sealed,omitempty"` // its history has been replaced by its results
	Forgot    bool         `json:"forgot,omitempty"` // the words on its cards have been forgotten
}

// entryKept is the only event of the directory: an entry as it is from now on, or, when Gone, no more; or the whole list,
// when what was before has been compacted.
type entryKept struct {
	Version int     `json:"v"`
	Entry   Entry   `json:"entry,omitzero"`
	Gone    bool    `json:"gone,omitempty"`
	Whole   bool    `json:"whole,omitempty"`
	List    []Entry `json:"list,omitempty"`
}

// Directory finds sessions by id and pin. It is safe for concurrent use; reads never wait for the log.
type Directory struct {
	log session.Log

	write sync.Mutex // one append at a time
	mu    sync.RWMutex
	seq   uint64
	byID  map[string]Entry
	byPin map[string]string
}

func openDirectory(ctx context.Context, log session.Log) (*Directory, error) {
	d := &Directory{log: log, byID: map[string]Entry{}, byPin: map[string]string{}}
	return d, d.catchUp(ctx)
}

// catchUp takes in what the log has after the last record known; from the start again when it is compacted meanwhile.
func (d *Directory) catchUp(ctx context.Context) error {
	var err error
	for range maxConflicts {
		if err = d.readOn(ctx); !errors.Is(err, session.ErrConflict) {
			break
		}
	}
	return err
}

func (d *Directory) readOn(ctx context.Context) error {
	d.mu.RLock()
	from := d.seq + 1
	d.mu.RUnlock()
	for batch, err := range d.log.Read(ctx, directoryID, from) {
		if err != nil {
			return fmt.Errorf("read the directory: %w", err)
		}
		var kept entryKept
		if err := json.Unmarshal(batch.Bytes, &kept); err != nil {
			return fmt.Errorf("read the directory: record %d: %w", batch.Last, err)
		}
		d.mu.Lock()
		if batch.Last > d.seq {
			d.seq = batch.Last
			d.apply(kept)
		}
		d.mu.Unlock()
	}
	return nil
}

func (d *Directory) apply(kept entryKept) {
	if kept.Whole {
		clear(d.byID)
		clear(d.byPin)
		for _, e := range kept.List {
			d.apply(entryKept{Entry: e})
		}
		return
	}
	e := kept.Entry
	if old, known := d.byID[e.ID]; known && d.byPin[old.Pin] == e.ID {
		delete(d.byPin, old.Pin)
	}
	if kept.Gone {
		delete(d.byID, e.ID)
		return
	}
	d.byID[e.ID] = e
	if e.EndedAt.IsZero() {
		d.byPin[e.Pin] = e.ID
	}
}

// keep appends what `change` makes of the directory as it is then; change answers false when there is nothing to do.
func (d *Directory) keep(ctx context.Context, change func() (entryKept, bool, error)) error {
	d.write.Lock()
	defer d.write.Unlock()
	for range maxConflicts {
		d.mu.RLock()
		kept, wanted, err := change()
		next := d.seq + 1
		d.mu.RUnlock()
		if err != nil || !wanted {
			return err
		}
		kept.Version = session.FormatVersion
		encoded, err := json.Marshal(kept)
		if err != nil {
			return err
		}
		err = d.log.Append(ctx, directoryID, next, next, encoded)
		if errors.Is(err, session.ErrConflict) {
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

// end marks a session as ended, which sets its pin free, and as sealed.
func (d *Directory) end(ctx context.Context, id string, at time.Time, sealed bool) error {
	return d.keep(ctx, func() (entryKept, bool, error) {
		e, known := d.byID[id]
		if !known || !e.EndedAt.IsZero() && e.Sealed == sealed {
			return entryKept{}, false, nil
		}
		if e.EndedAt.IsZero() {
			e.EndedAt = at
		}
		e.Sealed = sealed
		return entryKept{Entry: e}, true, nil
	})
}

// forgot marks that the words on a session's cards are no more.
func (d *Directory) forgot(ctx context.Context, id string) error {
	return d.keep(ctx, func() (entryKept, bool, error) {
		e, known := d.byID[id]
		if !known || e.Forgot {
			return entryKept{}, false, nil
		}
		e.Forgot = true
		return entryKept{Entry: e}, true, nil
	})
}

// remove takes a session off the list, and its title out of the log.
func (d *Directory) remove(ctx context.Context, id string) error {
	err := d.keep(ctx, func() (entryKept, bool, error) {
		_, known := d.byID[id]
		return entryKept{Entry: Entry{ID: id}, Gone: true}, known, nil
	})
	if err != nil {
		return err
	}
	return d.compact(ctx)
}

// compact replaces the log by the list as it is. When another server writes at that moment, that is tried anew.
func (d *Directory) compact(ctx context.Context) error {
	d.write.Lock()
	defer d.write.Unlock()
	for range maxConflicts {
		d.mu.RLock()
		last, list := d.seq, slices.Collect(maps.Values(d.byID)) // of one moment: what came after must not be lost
		d.mu.RUnlock()
		encoded, err := json.Marshal(entryKept{Version: session.FormatVersion, Whole: true, List: list})
		if err != nil {
			return err
		}
		if err = d.log.Replace(ctx, directoryID, last, encoded); err == nil {
			return nil
		}
		if !errors.Is(err, session.ErrConflict) {
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

// Get gives an entry by id.
func (d *Directory) Get(id string) (Entry, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	e, ok := d.byID[id]
	return e, ok
}

// List gives all entries, the newest first.
func (d *Directory) List() []Entry {
	d.mu.RLock()
	defer d.mu.RUnlock()
	list := make([]Entry, 0, len(d.byID))
	for _, e := range d.byID {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b Entry) int { return b.StartedAt.Compare(a.StartedAt) })
	return list
}

func randomPin() (string, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(900_000))
	if err != nil {
		return "", fmt.Errorf("draw a pin: %w", err)
	}
	return fmt.Sprintf("%06d", 100_000+n.Int64()), nil
}
