package session

import (
	"cmp"
	"slices"
)

// GroupThreshold is the number of people under which a group is not shown by itself, unless the session was started with
// another one. It is fixed from the start: nobody lowers it once people have come.
const (
	GroupThreshold    = 5
	MinGroupThreshold = 3
	MaxGroupThreshold = 20
)

// threshold is the session's own.
func (s *Session) threshold() int { return cmp.Or(s.started.Threshold, GroupThreshold) }

// A part is one group, or several that are told as one because a small one was put with its partner.
type part struct {
	groups []int // places in SessionStarted.Groups, ascending; none for who skipped the question
	n      int
	paper  int // of them, on paper: whoever typed those in knows them
}

// unknown is how many people of it nobody knows the ballot of.
func (p part) unknown() int { return p.n - p.paper }

// name joins the names of the groups that are told as one.
func (p part) names(groups []Group) []string {
	names := make([]string, len(p.groups))
	for i, at := range p.groups {
		names[i] = groups[at].Name
	}
	return names
}

// parts divides people into what may be told apart, in the order of the session. sizes counts them per group id, "" for who
// skipped. A group under the threshold is put with its partner first. If it is still under it, it is hidden, and the next
// smallest part with it: otherwise the total would give it away. Who skipped are a part of the total like any other. Whatever
// is hidden is so at least as many people together as the threshold. Fewer than two parts are no comparison: then it says why.
// Ballots on paper, counted in sizes as well, lift no group over the threshold: to who knows them the others would be too few.
func (s *Session) parts(sizes, paper map[string]int) ([]part, NoComparison) {
	if len(s.started.Groups) < 2 {
		return nil, NoGroups
	}
	all := s.partnered(sizes, paper)
	if n := sizes[""]; n > 0 {
		all = append(all, part{n: n, paper: paper[""]})
	}
	slices.SortStableFunc(all, func(a, b part) int { return cmp.Compare(a.unknown(), b.unknown()) })
	var shown []part
	large := 0
	for i, p := range all {
		if len(p.groups) == 0 || p.unknown() < s.threshold() {
			continue
		}
		large++
		if i == 0 || all[i-1].unknown() >= s.threshold() {
			shown = append(shown, p)
		}
	}
	switch {
	case len(shown) >= 2:
		slices.SortFunc(shown, func(a, b part) int { return cmp.Compare(a.groups[0], b.groups[0]) })
		return shown, ""
	case large >= 2:
		return nil, SmallRest
	}
	return nil, SmallGroups
}

// partnered gives the groups that somebody chose, the small ones put with their partners, the smallest first.
func (s *Session) partnered(sizes, paper map[string]int) []part {
	var all []part
	for i, g := range s.started.Groups {
		all = append(all, part{[]int{i}, sizes[g.ID], paper[g.ID]})
	}
	for {
		from, to := -1, -1
		for i, p := range all {
			if p.n > 0 && p.unknown() < s.threshold() && (from < 0 || p.unknown() < all[from].unknown()) {
				if at := s.partnerOf(p, all); at >= 0 {
					from, to = i, at
				}
			}
		}
		if from < 0 {
			break
		}
		all[to].groups = slices.Sorted(slices.Values(slices.Concat(all[to].groups, all[from].groups)))
		all[to].n += all[from].n
		all[to].paper += all[from].paper
		all = slices.Delete(all, from, from+1)
	}
	return slices.DeleteFunc(all, func(p part) bool { return p.n == 0 })
}

// partnerOf finds the part that holds a partner of one of p's groups; -1 when there is none.
func (s *Session) partnerOf(p part, all []part) int {
	for _, g := range p.groups {
		partner := s.started.Groups[g].Partner
		for i, other := range all {
			with := func(at int) bool { return s.started.Groups[at].ID == partner }
			if slices.ContainsFunc(other.groups, with) && !slices.ContainsFunc(p.groups, with) {
				return i
			}
		}
	}
	return -1
}

// groupCounts lists the groups that may be shown, in the order of the session; none when that would be fewer than two. Once
// a round is closed they stay as they were then: asked before and after, they would tell which group somebody goes to.
func (s *Session) groupCounts() []GroupCount {
	sizes := s.vote.joinedOf
	if s.vote.status != RoundIsClosed {
		sizes = s.people.sizes()
	}
	shown, _ := s.parts(sizes, nil)
	counts := make([]GroupCount, len(shown))
	for i, p := range shown {
		counts[i] = GroupCount{together(p.names(s.started.Groups)), p.n}
	}
	return counts
}

// sizes counts people per group id, "" for who skipped or has not answered yet.
func (p people) sizes() map[string]int {
	sizes := map[string]int{}
	for _, one := range p.byID {
		sizes[one.group] += one.heads()
	}
	return sizes
}
