package session

import "slices"

// A separation is wordings that somebody decided to keep apart: those of one side are not suggested with those of another.
type separation struct {
	sides [][]string // replaced as a whole, never changed
	after int        // the arrangement it came from, counted from 1, which takes it along when it is undone; 0: a refusal
}

// shape is a cluster as suggestions see it.
type shape struct {
	id    string
	norms []string // of the cards that are shown
	size  int
	named bool
}

func (k *shape) named01() int {
	if k.named {
		return 1
	}
	return 0
}

// values lists the deck's values that a cluster's words mean.
func (k *shape) values(l *lexicon) (keys []string) {
	for _, norm := range k.norms {
		if w := l.words[norm]; w != nil && w.value != "" && !slices.Contains(keys, w.value) {
			keys = append(keys, w.value)
		}
	}
	return keys
}

// shapes is how the cards lie, with what stands in the way of laying them otherwise.
type shapes struct {
	lexicon *lexicon
	list    []*shape
	byID    map[string]*shape
	saying  map[string][]*shape // by wording
	sides   map[string][]side   // by wording: where it stands in each separation
}

type side struct{ separation, side int }

// shapes gives the clusters that may take part in suggestions: with cards that are shown, and not parked.
func (s *Session) shapes() *shapes {
	b := &shapes{lexicon: s.clusters.lexicon, byID: map[string]*shape{}, saying: map[string][]*shape{}, sides: map[string][]side{}}
	for _, k := range s.clusters.order {
		if k.parked || len(k.cards) == 0 {
			continue
		}
		one := &shape{id: k.id, named: k.name != ""}
		for _, id := range k.cards {
			c := s.cards.byID[id]
			if !c.shown() {
				continue
			}
			one.size++
			if said := b.saying[c.norm]; len(said) == 0 || said[len(said)-1] != one {
				b.saying[c.norm] = append(said, one)
				one.norms = append(one.norms, c.norm)
			}
		}
		if one.size > 0 {
			b.list = append(b.list, one)
			b.byID[one.id] = one
		}
	}
	for i, apart := range s.clusters.apart {
		for j, norms := range apart.sides {
			for _, norm := range norms {
				b.sides[norm] = append(b.sides[norm], side{i, j})
			}
		}
	}
	return b
}

// may tells whether two clusters may be suggested together.
func (b *shapes) may(x, y *shape) bool {
	if x.named && y.named {
		return false
	}
	if len(b.sides) == 0 {
		return true
	}
	taken := map[int][]int{}
	for _, norm := range x.norms {
		for _, at := range b.sides[norm] {
			taken[at.separation] = append(taken[at.separation], at.side)
		}
	}
	for _, norm := range y.norms {
		for _, at := range b.sides[norm] {
			if slices.ContainsFunc(taken[at.separation], func(other int) bool { return other != at.side }) {
				return false
			}
		}
	}
	return true
}

// each gathers the clusters that share something by what keyOf says of their words, and hands out the groups that may be laid together,
// in the order in which the first of each was written.
func (b *shapes) each(keyOf func(w *wording) string, group func(key string, of []*shape)) {
	type member struct {
		shape *shape
		norm  string
	}
	var keys []string
	members := map[string][]member{}
	for _, k := range b.list {
		for _, norm := range k.norms {
			w := b.lexicon.words[norm]
			if w == nil {
				continue
			}
			key := keyOf(w)
			list := members[key]
			if key == "" || len(list) > 0 && list[len(list)-1].shape == k {
				continue
			}
			if len(list) == 0 {
				keys = append(keys, key)
			}
			members[key] = append(list, member{k, norm})
		}
	}
	for _, key := range keys {
		rest := members[key]
		for len(rest) > 1 {
			of, norms, later := []*shape{rest[0].shape}, []string{rest[0].norm}, []member(nil)
			for _, m := range rest[1:] {
				fits := !slices.ContainsFunc(of, func(k *shape) bool { return !b.may(k, m.shape) }) &&
					!slices.ContainsFunc(norms, func(norm string) bool { return b.lexicon.differ(norm, m.norm) })
				if fits {
					of, norms = append(of, m.shape), append(norms, m.norm)
				} else {
					later = append(later, m)
				}
			}
			if len(of) > 1 {
				group(key, of)
			}
			rest = later
		}
	}
}

// normsOf lists the wordings of cards, each once.
func (s *Session) normsOf(cards []string) []string {
	var norms []string
	seen := map[string]bool{}
	for _, id := range cards {
		if c := s.cards.byID[id]; c != nil && !c.removed && !seen[c.norm] {
			seen[c.norm] = true
			norms = append(norms, c.norm)
		}
	}
	return norms
}

// laidApart gives what an arrangement by hand took out of clusters and what it left there.
func (s *Session) laidApart(e ClustersArranged, after int) (list []separation) {
	if e.Verb != "move" && e.Verb != "split" {
		return nil
	}
	var from []string
	went := map[string]map[string][]string{}
	to := map[string][]string{}
	for _, m := range e.Moves {
		if went[m.From] == nil {
			went[m.From] = map[string][]string{}
			from = append(from, m.From)
		}
		if went[m.From][m.To] == nil {
			to[m.From] = append(to[m.From], m.To)
		}
		went[m.From][m.To] = append(went[m.From][m.To], m.Card)
	}
	for _, id := range from {
		var sides [][]string
		if k := s.clusters.byID[id]; k != nil && len(k.cards) > 0 {
			sides = append(sides, s.normsOf(k.cards))
		}
		for _, target := range to[id] {
			sides = append(sides, s.normsOf(went[id][target]))
		}
		if len(sides) > 1 {
			list = append(list, separation{sides, after})
		}
	}
	return list
}
