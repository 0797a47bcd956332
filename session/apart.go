package session

import "slices"

// A separation is wordings that somebody decided to keep apart: those of one side are not suggested with those of another.
type separation struct {
	sides [][]string // replaced as a whole, never changed
	after int        // the arrangement it came from, counted from 1, which takes it along when it is undone; 0: a refusal
}

// side is where a wording stands in a separation.
type side struct{ separation, side int }

// separate keeps wordings apart.
func (k *clusters) separate(list ...separation) {
	for _, one := range list {
		if k.apart = append(k.apart, one); k.sides != nil {
			k.side(len(k.apart) - 1)
		}
	}
}

// rejoin forgets what an arrangement laid apart.
func (k *clusters) rejoin(after int) {
	k.apart = slices.DeleteFunc(k.apart, func(one separation) bool { return one.after == after })
	k.sides = nil
}

func (k *clusters) side(i int) {
	for j, norms := range k.apart[i].sides {
		for _, norm := range norms {
			k.sides[norm] = append(k.sides[norm], side{i, j})
		}
	}
}

// standing gives where each wording stands in what is kept apart.
func (k *clusters) standing() map[string][]side {
	if k.sides == nil {
		k.sides = map[string][]side{}
		for i := range k.apart {
			k.side(i)
		}
	}
	return k.sides
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
