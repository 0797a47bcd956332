package live

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"sync"

	"verbindend/session"
)

// A Snapshot is what one role may see after one record of a session. It is immutable.
//
// Its revisions are numbers of records, so that they mean the same in every room that holds the same history: a mark and a
// revision of one server are good on another.
type Snapshot struct {
	Mark string // of the batch that ends at Rev
	Rev  uint64 // the record after which this role's view was last another than before
	Upto uint64 // the view is the same after this record, too; at least Rev

	history []session.Mark // of the batches up to Upto, as this room holds them
	life    uint64         // of the room's histories: a room that finds another history in its log begins anew
	*view
}

// view is what several snapshots share when nothing changes for a role.
type view struct {
	floor uint64 // the record after which the room was loaded: what was dropped before is not known
	items map[string]versioned
	gone  map[string]uint64 // key → the revision that dropped it

	mu     sync.Mutex
	frames map[uint64]*Frame // by since: encoded once, shared by everybody who has that revision; at most maxFrames
}

// maxFrames bounds what a snapshot keeps for clients that say they have a revision that nobody else has.
const maxFrames = 64

type versioned struct {
	rev  uint64
	json []byte
}

// A Frame brings a role's view from revision Since to Rev. Since = 0 means that it is whole.
type Frame struct {
	Mark  string // of the history that Rev belongs to
	Rev   uint64
	Since uint64
	Set   map[string]json.RawMessage
	Drop  []string

	once    sync.Once
	encoded any
}

// Encoded gives what encode makes of the frame, made once and shared by all callers.
func (f *Frame) Encoded(encode func(*Frame) any) any {
	f.once.Do(func() { f.encoded = encode(f) })
	return f.encoded
}

func newSnapshot(life, floor uint64) *Snapshot {
	return &Snapshot{life: life, view: &view{floor: floor, items: map[string]versioned{}, gone: map[string]uint64{}}}
}

// Since gives the frame for somebody who has revision rev of the history with this mark, or nil when they have everything. When
// this room does not hold that history, or no more knows what was dropped since, the frame is whole.
func (s *Snapshot) Since(mark string, rev uint64) *Frame {
	switch {
	case rev == s.Rev && mark == s.Mark && rev != 0:
		return nil
	case rev < s.floor || !holds(s.history, mark, rev):
		rev = 0
	case rev >= s.Rev:
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.frames[rev]; f != nil {
		return f
	}
	f := &Frame{Mark: s.Mark, Rev: s.Rev, Since: rev, Set: map[string]json.RawMessage{}}
	for key, item := range s.items {
		if item.rev > rev {
			f.Set[key] = item.json
		}
	}
	if rev > 0 {
		for key, at := range s.gone {
			if at > rev {
				f.Drop = append(f.Drop, key)
			}
		}
		slices.Sort(f.Drop)
	}
	if s.frames == nil {
		s.frames = map[uint64]*Frame{}
	}
	if len(s.frames) < maxFrames {
		s.frames[rev] = f
	}
	return f
}

// holds tells whether a history has a batch that ends at rev and has that mark.
func holds(history []session.Mark, mark string, rev uint64) bool {
	i := sort.Search(len(history), func(i int) bool { return history[i].Seq >= rev })
	return i < len(history) && history[i].Seq == rev && history[i].Sum.String() == mark
}

// next gives the snapshot after s, at the end of a history, in which the keys are as `build` says now, with the bytes of what
// changed. When nothing did, it shares its view with s.
func (s *Snapshot) next(history []session.Mark, keys []string, build func(key string) any) (*Snapshot, int, error) {
	end := history[len(history)-1]
	after := &Snapshot{Mark: s.Mark, Rev: s.Rev, Upto: end.Seq, history: history, life: s.life, view: s.view}
	changed := map[string][]byte{} // nil: dropped
	size := 0
	for _, key := range keys {
		old, had := s.items[key]
		item := build(key)
		if item == nil {
			if had {
				changed[key] = nil
			}
			continue
		}
		encoded, err := json.Marshal(item)
		if err != nil {
			return nil, 0, fmt.Errorf("encode item %s: %w", key, err)
		}
		if !had || !bytes.Equal(old.json, encoded) {
			changed[key] = encoded
			size += len(encoded)
		}
	}
	if len(changed) == 0 {
		return after, 0, nil
	}
	after.Mark, after.Rev, after.view = end.Sum.String(), end.Seq, s.with(changed, end.Seq)
	return after, size, nil
}

// with gives the view in which some items are others from revision rev on.
func (v *view) with(changed map[string][]byte, rev uint64) *view {
	after := &view{floor: v.floor, items: make(map[string]versioned, len(v.items)+len(changed)), gone: make(map[string]uint64, len(v.gone))}
	for key, item := range v.items {
		after.items[key] = item
	}
	for key, at := range v.gone {
		after.gone[key] = at
	}
	for key, encoded := range changed {
		if encoded == nil {
			delete(after.items, key)
			after.gone[key] = rev
		} else {
			after.items[key] = versioned{rev, encoded}
			delete(after.gone, key)
		}
	}
	return after
}

// keysWith gives the snapshot's keys together with some more, each once.
func (s *Snapshot) keysWith(more []string) []string {
	all := make(map[string]struct{}, len(s.items)+len(more))
	for key := range s.items {
		all[key] = struct{}{}
	}
	for _, key := range more {
		all[key] = struct{}{}
	}
	keys := make([]string, 0, len(all))
	for key := range all {
		keys = append(keys, key)
	}
	return keys
}

// roles are those that have a view of their own.
var roles = []session.Role{session.Host, session.Participant, session.Screen}
