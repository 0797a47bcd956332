package library

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"verbindend/session"
)

// Match says why two names are held to be the same value. It is always told with the pair: nothing is equated in silence.
type Match string

// The ways in which names match, the surest first.
const (
	SameName Match = "name" // written the same, but for case, accents and signs
	SameDeck Match = "deck" // names of one value of the deck, perhaps in two languages
	SameStem Match = "stem" // the same stems, in Dutch or in English, and no other name has them
)

// Move says what became of a value.
type Move string

// What became of a value between two sessions.
const (
	Stayed Move = "stayed" // in the same place, or without places to compare
	Rose   Move = "rose"
	Fell   Move = "fell"
	Came   Move = "came"
	Went   Move = "went"
)

// Compared is two sessions beside each other. The people in them may be others: it says what two rooms said, and not how anybody changed.
type Compared struct {
	Then, Now Side
	Values    []ComparedValue // by their place now; those that went come last
	Tensions  []ComparedTension
}

// A Side is one of the two sessions.
type Side struct {
	Title           string
	StartedAt       time.Time
	Fictional       bool
	Joined, Ballots int
}

// ComparedValue is one value in both sessions, or in one of them.
type ComparedValue struct {
	Then, Now *ValueAt
	Match     Match // "" for one that came or went
	Move      Move
	Sure      bool // of Rose and Fell: the intervals of the two ranks have nothing in common
}

// Name is what the value is called, by its newest name.
func (v ComparedValue) Name() string {
	if v.Now != nil {
		return v.Now.Name
	}
	return v.Then.Name
}

// ValueAt is a value as one session left it.
type ValueAt struct {
	Name            string
	Rank            int // 0: it was not voted on
	Voters, Ballots int
	Band            session.Band
	low, high       int  // the interval of the rank; 0 when it is not known
	InTop, Worded   bool // chosen; put into words
	Importance      Mean
	Presence        Mean
}

// A Mean of numbers that people gave; fewer than five are not told.
type Mean struct {
	N    int
	Mean float64
}

// Told tells whether there are enough numbers to say something.
func (m Mean) Told() bool { return m.N >= session.GroupThreshold }

// ComparedTension is one pair of poles in both sessions.
type ComparedTension struct {
	Left, Right         string
	NowThen, WantedThen Mean // 1–7
	NowNow, WantedNow   Mean
}

// Compare lays an earlier session beside a later one.
func Compare(then, now session.Summary) Compared {
	c := Compared{Then: sideOf(then), Now: sideOf(now), Tensions: tensions(then, now)}
	before, after := valuesOf(then), valuesOf(now)
	pairs := match(before, after)
	matched := map[*ValueAt]bool{}
	for _, p := range pairs {
		matched[p.Then], matched[p.Now] = true, true
		p.Move, p.Sure = moved(p.Then, p.Now)
		c.Values = append(c.Values, p)
	}
	for _, v := range after {
		if !matched[v] && v.counts() {
			c.Values = append(c.Values, ComparedValue{Now: v, Move: Came})
		}
	}
	slices.SortStableFunc(c.Values, func(a, b ComparedValue) int { return cmp.Compare(a.Now.order(), b.Now.order()) })
	for _, v := range before {
		if !matched[v] && v.counts() {
			c.Values = append(c.Values, ComparedValue{Then: v, Move: Went})
		}
	}
	return c
}

// counts tells whether a value that is in one session alone is worth a line: it was chosen, or put into words.
func (v *ValueAt) counts() bool { return v.InTop || v.Worded || v.Rank == 0 }

// order is a value's place among others; what was not voted on comes last.
func (v *ValueAt) order() int { return cmp.Or(v.Rank, 1000) }

func sideOf(sum session.Summary) Side {
	s := Side{Title: sum.Title, StartedAt: sum.StartedAt, Fictional: sum.Fictional, Joined: sum.Counts.Joined}
	if sum.Vote != nil {
		s.Ballots = sum.Vote.Ballots
	}
	return s
}

// valuesOf lists what a session left: what was voted on and put into words, or else its clusters.
func valuesOf(sum session.Summary) []*ValueAt {
	var list []*ValueAt
	byID := map[string]*ValueAt{}
	add := func(id, name string) *ValueAt {
		if byID[id] == nil {
			byID[id] = &ValueAt{Name: name}
			list = append(list, byID[id])
		}
		return byID[id]
	}
	for _, o := range sum.Standings() {
		v := add(o.ID, o.Name)
		v.Rank, v.Voters, v.Ballots, v.Band, v.InTop = o.Place, o.Voters, o.In.Ballots, o.Band, o.InTop
		if o.RankLow > 0 {
			v.low, v.high = o.RankLow+len(o.In.Through), o.RankHigh+len(o.In.Through)
		}
	}
	for _, f := range sum.Formulations {
		v := add(f.Value, f.Name)
		v.Name, v.Worded = f.Name, true
	}
	if len(list) == 0 {
		for _, k := range sum.Clusters {
			if !k.Parked {
				add(k.ID, k.Name)
			}
		}
	}
	for _, o := range slices.Backward(sum.Outcomes) {
		if o.Rating == nil {
			continue
		}
		for _, r := range o.Rating.Values {
			if v := byID[r.ID]; v != nil {
				v.Importance, v.Presence = Mean{r.N, r.Importance}, Mean{r.N, r.Presence}
			}
		}
		break
	}
	return list
}

// match pairs values, each at most once, the surest ways first. A way in which a name fits more than one other is no way.
func match(before, after []*ValueAt) []ComparedValue {
	var pairs []ComparedValue
	taken := map[*ValueAt]bool{}
	for _, way := range []struct {
		match Match
		keys  func(norm string) []string
	}{
		{SameName, func(norm string) []string { return []string{norm} }},
		{SameDeck, func(norm string) []string { return []string{session.DeckKey(norm)} }},
		{SameStem, func(norm string) []string {
			s := session.Stems(norm)
			return []string{prefixed("nl ", s[0]), prefixed("en ", s[1])}
		}},
	} {
		then, now := keyed(before, taken, way.keys), keyed(after, taken, way.keys)
		for _, v := range after {
			for _, key := range way.keys(session.Normalise(v.Name)) {
				if key == "" || taken[v] || len(now[key]) != 1 || len(then[key]) != 1 || taken[then[key][0]] {
					continue
				}
				taken[v], taken[then[key][0]] = true, true
				pairs = append(pairs, ComparedValue{Then: then[key][0], Now: v, Match: way.match})
			}
		}
	}
	return pairs
}

func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

func keyed(values []*ValueAt, taken map[*ValueAt]bool, keys func(string) []string) map[string][]*ValueAt {
	by := map[string][]*ValueAt{}
	for _, v := range values {
		if taken[v] {
			continue
		}
		for _, key := range keys(session.Normalise(v.Name)) {
			by[key] = append(by[key], v)
		}
	}
	return by
}

// moved compares two ranks. That they differ says little while the intervals in which they may lie have a place in common.
func moved(then, now *ValueAt) (Move, bool) {
	if then.Rank == 0 || now.Rank == 0 || then.Rank == now.Rank {
		return Stayed, false
	}
	known := then.low > 0 && now.low > 0
	if now.Rank < then.Rank {
		return Rose, known && now.high < then.low
	}
	return Fell, known && now.low > then.high
}

type tension struct {
	left, right string
	now, wanted Mean
}

// tensions pairs those that both sessions were asked, the standard ones in both languages.
func tensions(then, now session.Summary) []ComparedTension {
	_, before := tensionsOf(then)
	order, after := tensionsOf(now)
	var list []ComparedTension
	for _, key := range order {
		if b, both := before[key]; both {
			a := after[key]
			list = append(list, ComparedTension{a.left, a.right, b.now, b.wanted, a.now, a.wanted})
		}
	}
	return list
}

func tensionsOf(sum session.Summary) (order []string, all map[string]*tension) {
	all = map[string]*tension{}
	for _, o := range slices.Backward(sum.Outcomes) {
		if o.Kind != session.Tensions {
			continue
		}
		for _, q := range o.Questions {
			key := poles(q.Low, q.High)
			if all[key] == nil {
				all[key] = &tension{left: q.Low, right: q.High}
				order = append(order, key)
			}
			if strings.HasSuffix(q.Key, "/now") {
				all[key].now = Mean{q.N, q.Mean}
			} else {
				all[key].wanted = Mean{q.N, q.Mean}
			}
		}
		break // the last time it was asked
	}
	return order, all
}

// poles names a pair of poles; a standard one in either language by its Dutch name.
func poles(left, right string) string {
	for i, p := range session.StandardPoles(session.English) {
		if session.Normalise(p.Left) == session.Normalise(left) && session.Normalise(p.Right) == session.Normalise(right) {
			dutch := session.StandardPoles(session.Dutch)[i]
			left, right = dutch.Left, dutch.Right
		}
	}
	return session.Normalise(left) + "|" + session.Normalise(right)
}
