package live

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
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

	history []session.Mark    // of the batches up to Upto, as this room holds them
	life    uint64            // of the room's histories: a room that finds another history in its log begins anew
	made    []uint64          // the records after which this room has made a snapshot, in order; shared, and it only grows
	moved   map[string]uint64 // key → the record up to which it may have been another thing for a while, between two snapshots
	lately  uint64            // what was so before this record is not in moved any more
	*view

	strange sync.Mutex
	answers map[uint64]*Frame // to who has a revision that this room has not made; at most maxFrames
}

// view is what several snapshots share when nothing changes for a role. Its items lie in two layers, so that the next view
// copies what has changed lately and not the thousands of cards that have not.
type view struct {
	floor uint64               // the record after which the room was loaded: what was dropped before is not known
	below map[string]versioned // shared with earlier views …
	depth uint64               // … and what is in it is of this revision at most
	above map[string]versioned // what has changed since: it hides what lies below

	mu     sync.Mutex
	frames map[uint64]*Frame // by since: encoded once, shared by everybody who has that revision; at most maxFrames
}

// maxFrames bounds what a snapshot keeps for clients that say they have a revision that nobody else has.
const maxFrames = 64

// versioned is an item as it has been since revision rev; without bytes, that it was dropped then.
type versioned struct {
	rev  uint64
	json []byte
}

// get gives an item; false when it is not there (any more).
func (v *view) get(key string) (versioned, bool) {
	item, found := v.above[key]
	if !found {
		item = v.below[key]
	}
	return item, item.json != nil
}

// all yields every item, and every key that was dropped.
func (v *view) all(yield func(key string, item versioned) bool) {
	for key, item := range v.above {
		if !yield(key, item) {
			return
		}
	}
	for key, item := range v.below {
		if _, hidden := v.above[key]; !hidden && !yield(key, item) {
			return
		}
	}
}

// since yields what has changed after a revision.
func (v *view) since(rev uint64) iter.Seq2[string, versioned] {
	from := v.all
	if rev >= v.depth {
		from = maps.All(v.above)
	}
	return func(yield func(string, versioned) bool) {
		for key, item := range from {
			if item.rev > rev && !yield(key, item) {
				return
			}
		}
	}
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
	return &Snapshot{life: life, view: &view{floor: floor}}
}

// Since gives the frame for somebody who has revision rev of the history with this mark, or nil when they have everything. When
// this room does not hold that history, or no more knows what was dropped since, the frame is whole.
func (s *Snapshot) Since(mark string, rev uint64) *Frame {
	switch {
	case rev == s.Rev && mark == s.Mark && rev != 0:
		return nil
	case rev < s.floor || !holds(s.history, mark, rev), rev < s.lately && !s.own(rev):
		rev = 0
	case !s.own(rev):
		return s.toStranger(rev)
	case rev >= s.Rev:
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.frames[rev]; f != nil {
		return f
	}
	f := s.changes(rev)
	f.Mark, f.Rev = s.Mark, s.Rev
	if s.frames == nil {
		s.frames = map[uint64]*Frame{}
	}
	if len(s.frames) < maxFrames {
		s.frames[rev] = f
	}
	return f
}

// changes gathers what this room has seen change after a revision that it has made itself; with 0 all that there is.
func (v *view) changes(rev uint64) *Frame {
	f := &Frame{Since: rev, Set: map[string]json.RawMessage{}}
	for key, item := range v.since(rev) {
		switch {
		case item.json != nil:
			f.Set[key] = item.json
		case rev > 0:
			f.Drop = append(f.Drop, key)
		}
	}
	slices.Sort(f.Drop)
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
	after := &Snapshot{Mark: s.Mark, Rev: s.Rev, Upto: end.Seq, history: history, life: s.life, view: s.view, moved: s.moved, lately: s.lately}
	if after.made = s.made; !s.own(end.Seq) {
		after.made = append(after.made, end.Seq)
	}
	changed := map[string][]byte{} // nil: dropped
	var same []string
	size := 0
	for _, key := range keys {
		old, had := s.get(key)
		item := build(key)
		if item == nil {
			if had {
				changed[key] = nil
			} else {
				same = append(same, key)
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
		} else {
			same = append(same, key)
		}
	}
	after.note(same, end.Seq)
	if len(changed) == 0 {
		return after, 0, nil
	}
	after.Mark, after.Rev, after.view = end.Sum.String(), end.Seq, s.with(changed, end.Seq)
	return after, size, nil
}

// A layer of changes is worth keeping apart while it is small beside what lies below.
const (
	layerLeast = 64
	layerShare = 8
)

// with gives the view in which some items are others from revision rev on.
func (v *view) with(changed map[string][]byte, rev uint64) *view {
	after := &view{floor: v.floor, below: v.below, depth: v.depth}
	if size := len(v.above) + len(changed); size <= max(layerLeast, len(v.below)/layerShare) {
		after.above = make(map[string]versioned, size)
		maps.Copy(after.above, v.above)
	} else {
		after.below = make(map[string]versioned, len(v.below)+len(v.above))
		for key, item := range v.all {
			after.below[key] = item
			after.depth = max(after.depth, item.rev)
		}
		after.above = make(map[string]versioned, len(changed))
	}
	for key, encoded := range changed {
		after.above[key] = versioned{rev, encoded}
	}
	return after
}

// keysWith gives the snapshot's keys together with some more, each once.
func (s *Snapshot) keysWith(more []string) []string {
	all := make(map[string]struct{}, len(s.below)+len(s.above)+len(more))
	for key, item := range s.all {
		if item.json != nil {
			all[key] = struct{}{}
		}
	}
	for _, key := range more {
		all[key] = struct{}{}
	}
	return slices.Collect(maps.Keys(all))
}

// roles are those that have a view of their own.
var roles = []session.Role{session.Host, session.Participant, session.Screen}
