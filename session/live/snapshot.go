package live

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"verbindend/session"
)

// A Snapshot is what one role may see at one revision of one run of a room. It is immutable.
type Snapshot struct {
	Run   string // names one life of the room
	Rev   uint64 // grows by at least one with each publication that changed something for this role
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
	Run   string
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

func newSnapshot(run string) *Snapshot {
	return &Snapshot{Run: run, items: map[string]versioned{}, gone: map[string]uint64{}}
}

// Since gives the frame for somebody who has revision rev of this run, or nil when they have everything. A rev that this
// snapshot cannot know of counts as 0.
func (s *Snapshot) Since(run string, rev uint64) *Frame {
	if run != s.Run || rev > s.Rev {
		rev = 0
	}
	if rev == s.Rev && rev != 0 {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.frames[rev]; f != nil {
		return f
	}
	f := &Frame{Run: s.Run, Rev: s.Rev, Since: rev, Set: map[string]json.RawMessage{}}
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

// next gives the snapshot after s in which the keys are as `build` says now; s itself when nothing changed.
func (s *Snapshot) next(rev uint64, keys []string, build func(key string) any) (*Snapshot, error) {
	changed := map[string][]byte{} // nil: dropped
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
			return nil, fmt.Errorf("encode item %s: %w", key, err)
		}
		if !had || !bytes.Equal(old.json, encoded) {
			changed[key] = encoded
		}
	}
	if len(changed) == 0 {
		return s, nil
	}
	after := &Snapshot{Run: s.Run, Rev: rev, items: make(map[string]versioned, len(s.items)+len(changed)), gone: make(map[string]uint64, len(s.gone))}
	for key, item := range s.items {
		after.items[key] = item
	}
	for key, at := range s.gone {
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
	return after, nil
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
