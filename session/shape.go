package session

import (
	"cmp"
	"slices"
)

// shape is how a cluster looks: what it is called, and the words on the cards that are shown. It is made when somebody looks and never
// changed, so that whoever looks next need not read thousands of cards again; what changes the cluster throws it away.
type shape struct {
	id    string
	order int    // of the cluster
	name  string // what it is called: its name, or else its most frequent wording
	norm  string // that, normalised
	named bool   // somebody gave the name
	size  int    // cards shown
	words []Wording
	norms []string   // of each of the words
	known []*wording // those that the lexicon knows, in the order in which they were laid here
}

// Wording is one way in which people wrote a value, and how many cards say it so.
type Wording struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
	Paper int    `json:"paper,omitempty"` // of them: on paper
}

// changed throws away how a cluster looked, and what was made of that.
func (k *clusters) changed(one *cluster) {
	if one != nil {
		one.shape = nil
	}
	k.options = nil
}

// learn takes a lexicon; what clusters have of another is thrown away.
func (k *clusters) learn(l *lexicon) {
	k.lexicon = l
	for _, one := range k.order {
		one.shape = nil
	}
}

func (s *Session) shapeOf(k *cluster) *shape {
	if k.shape == nil {
		k.shape = s.look(k)
	}
	return k.shape
}

// look lists a cluster's shown cards by wording, the most frequent first, each with how often it was written.
func (s *Session) look(k *cluster) *shape {
	looks := &shape{id: k.id, order: k.order, name: k.name, named: k.name != ""}
	index := map[string]int{}
	for _, id := range k.cards {
		c := s.cards.byID[id]
		if !c.shown() {
			continue
		}
		at, found := index[c.norm]
		if !found {
			at = len(looks.words)
			index[c.norm] = at
			looks.words, looks.norms = append(looks.words, Wording{Text: c.text}), append(looks.norms, c.norm)
			if l := s.clusters.lexicon; l != nil && l.words[c.norm] != nil {
				looks.known = append(looks.known, l.words[c.norm])
			}
		}
		looks.size++
		looks.words[at].Count++
		if c.paper {
			looks.words[at].Paper++
		}
	}
	byCount := func(a, b Wording) int { return cmp.Compare(b.Count, a.Count) }
	if !slices.IsSortedFunc(looks.words, byCount) {
		slices.SortStableFunc(looks.norms, func(a, b string) int { return byCount(looks.words[index[a]], looks.words[index[b]]) })
		slices.SortStableFunc(looks.words, byCount)
	}
	switch {
	case looks.named:
		looks.norm = Normalise(looks.name)
	case looks.size > 0:
		looks.name, looks.norm = looks.words[0].Text, looks.norms[0]
	}
	return looks
}

func (k *shape) named01() int {
	if k.named {
		return 1
	}
	return 0
}

// values lists the deck's values that a cluster's words mean.
func (k *shape) values(l *lexicon) (keys []string) {
	for _, w := range k.known {
		if key := l.keys[byValue][w.keys[byValue]]; key != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// shapes is how the cards lie, with what stands in the way of laying them otherwise.
type shapes struct {
	lexicon *lexicon
	list    []*shape
	sides   map[string][]side // by wording: where it stands in each separation
}

// shapes gives the clusters that may take part in suggestions: with cards that are shown, and not parked.
func (s *Session) shapes() *shapes {
	b := &shapes{lexicon: s.clusters.lexicon, list: make([]*shape, 0, len(s.clusters.order)), sides: s.clusters.standing()}
	for _, k := range s.clusters.order {
		if k.parked || len(k.cards) == 0 {
			continue
		}
		if looks := s.shapeOf(k); looks.size > 0 {
			b.list = append(b.list, looks)
		}
	}
	return b
}

// each gathers the clusters whose words share something of a sort, and hands out the groups that may be laid together, in the order in
// which the first of each was written.
func (b *shapes) each(sort int, group func(key string, of []*shape)) {
	keys := b.lexicon.keys[sort]
	first, shared := make([]*shape, len(keys)), make([]bool, len(keys)) // most are the only one
	for _, k := range b.list {
		for _, w := range k.known {
			switch key := w.keys[sort]; first[key] {
			case nil:
				first[key] = k
			case k:
			default:
				shared[key] = true
			}
		}
	}
	type member struct {
		shape   *shape
		wording *wording
	}
	var order []int
	members := map[int][]member{}
	for _, k := range b.list {
		for _, w := range k.known {
			key := w.keys[sort]
			if key == 0 || !shared[key] {
				continue
			}
			list := members[key]
			if len(list) == 0 {
				order = append(order, key)
			} else if list[len(list)-1].shape == k {
				continue
			}
			members[key] = append(list, member{k, w})
		}
	}
	for _, key := range order {
		rest := members[key]
		for len(rest) > 1 {
			of, said, later := []*shape{rest[0].shape}, []*wording{rest[0].wording}, []member(nil)
			for _, m := range rest[1:] {
				fits := !slices.ContainsFunc(of, func(k *shape) bool { return !b.may(k, m.shape) }) && !slices.ContainsFunc(said, m.wording.differs)
				if fits {
					of, said = append(of, m.shape), append(said, m.wording)
				} else {
					later = append(later, m)
				}
			}
			if len(of) > 1 {
				group(keys[key], of)
			}
			rest = later
		}
	}
}

// saying gives the clusters in which each of the wordings lies that are spelled almost like another.
func (b *shapes) saying() map[*wording][]*shape {
	list := map[*wording][]*shape{}
	for _, k := range b.list {
		for _, w := range k.known {
			if w.near {
				list[w] = append(list[w], k)
			}
		}
	}
	return list
}
