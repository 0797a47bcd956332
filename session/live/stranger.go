package live

import (
	"maps"
	"slices"
	"strings"
)

// Somebody who comes from another server may have a revision that this room has never made: there, something may have been
// published that was otherwise again before this room looked (a ballot cast, taken back and cast again). To this room nothing
// has changed; to them it has.

// own tells whether the room has made a snapshot after this record. A view is exact, so whoever made it, it is the same.
func (s *Snapshot) own(rev uint64) bool {
	_, found := slices.BinarySearch(s.made, rev)
	return found || rev == 0
}

// maxMoved bounds what a snapshot keeps for strangers; when it is more they are sent everything.
const maxMoved = 256

// note takes down keys that were touched and are as they were.
func (s *Snapshot) note(same []string, upto uint64) {
	if len(same) == 0 {
		return
	}
	if len(s.moved)+len(same) > maxMoved {
		s.moved, s.lately = nil, upto
		return
	}
	moved := maps.Clone(s.moved)
	if moved == nil {
		moved = map[string]uint64{}
	}
	families := s.families(same)
	for _, key := range same {
		if family, _, one := strings.Cut(key, "/"); !one || families[family] {
			moved[key] = upto
		}
	}
	s.moved = moved
}

// families tells of which kinds of many things this role has been shown some. What it is never shown it is not told the end of.
func (s *Snapshot) families(of []string) map[string]bool {
	shown := map[string]bool{}
	if !slices.ContainsFunc(of, func(key string) bool { return strings.Contains(key, "/") }) {
		return shown
	}
	for key := range s.all {
		if family, _, one := strings.Cut(key, "/"); one {
			shown[family] = true
		}
	}
	return shown
}

// toStranger gives the frame for somebody who has a revision that another server made; nil when they have everything.
func (s *Snapshot) toStranger(rev uint64) *Frame {
	if rev >= s.Upto {
		return nil
	}
	s.strange.Lock()
	defer s.strange.Unlock()
	if f := s.answers[rev]; f != nil {
		return f
	}
	f := s.changes(rev)
	f.Mark, f.Rev = s.history[len(s.history)-1].Sum.String(), s.Upto
	for key, upto := range s.moved {
		if upto <= rev {
			continue
		}
		if item, there := s.get(key); there {
			f.Set[key] = item.json
		} else if !slices.Contains(f.Drop, key) {
			f.Drop = append(f.Drop, key)
		}
	}
	slices.Sort(f.Drop)
	if len(f.Set)+len(f.Drop) == 0 {
		return nil
	}
	if s.answers == nil {
		s.answers = map[uint64]*Frame{}
	}
	if len(s.answers) < maxFrames {
		s.answers[rev] = f
	}
	return f
}
