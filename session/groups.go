package session

import (
	"cmp"
	"slices"
)

// GroupThreshold is the number of people under which a group is not shown by itself.
const GroupThreshold = 5

// groupCounts lists the groups that may be shown, in the order of the session. A group under the threshold is hidden, and
// the next smallest with it: otherwise the total would give it away. With fewer than two groups left none is shown.
func (s *Session) groupCounts() []GroupCount {
	sizes := map[string]int{}
	for _, p := range s.people.byID {
		sizes[p.group]++ // "" for who skipped: a part of the total like any other
	}
	type part struct {
		id string
		n  int
	}
	var parts []part
	for id, n := range sizes {
		parts = append(parts, part{id, n})
	}
	slices.SortFunc(parts, func(a, b part) int { return cmp.Or(cmp.Compare(a.n, b.n), cmp.Compare(a.id, b.id)) })
	hidden := map[string]bool{}
	for i, p := range parts {
		if p.n < GroupThreshold {
			hidden[p.id] = true
			if i+1 < len(parts) {
				hidden[parts[i+1].id] = true
			}
		}
	}
	shown := []GroupCount{}
	for _, g := range s.started.Groups {
		if sizes[g.ID] >= GroupThreshold && !hidden[g.ID] {
			shown = append(shown, GroupCount{g.Name, sizes[g.ID]})
		}
	}
	if len(shown) < 2 {
		return []GroupCount{}
	}
	return shown
}
