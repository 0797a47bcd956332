package session

import (
	"maps"
	"slices"
)

// Clone gives a session that is the same and goes its own way from here on: whoever writes to a log that others write to as
// well decides on a clone of what is certain, and throws it away when somebody was first.
//
// What is only ever replaced as a whole is shared by both, because nobody changes it in place: ballots, those on paper, what was cast in rounds before, objections, stories, the frozen ballot,
// certainty, the comparison of groups and who was in which, the sealed results, the agenda, what an arrangement did, what it laid
// apart, the lexicon, how the tables are arranged, what they wrote, the texts that the room chooses between, and the modes an
// activity was held in.
func (s *Session) Clone() *Session {
	c := *s
	c.seen = maps.Clone(s.seen)
	c.people = s.people.clone()
	c.agenda = s.agenda.clone()
	c.cards = s.cards.clone()
	c.clusters = s.clusters.clone(c.cards)
	c.vote.ballots = maps.Clone(s.vote.ballots)
	c.vote.cancelled, c.vote.earlier = slices.Clone(s.vote.cancelled), slices.Clone(s.vote.earlier)
	c.sheets = cloneSheets(s.sheets)
	c.turns = maps.Clone(s.turns)
	c.clarifying = s.clarifying.clone()
	c.steps = s.steps.clone()
	c.intentions = s.intentions.clone()
	c.tables = s.tables.clone()
	c.choices = s.choices.clone()
	c.touched.keys = maps.Clone(s.touched.keys)
	c.touched.me = maps.Clone(s.touched.me)
	return &c
}

func (p people) clone() people {
	c := people{byID: make(map[PersonID]*person, len(p.byID)), order: slices.Clone(p.order), guests: p.guests}
	all := make([]person, len(p.order))
	n := 0
	for _, one := range p.byID {
		n += len(one.cards)
	}
	ids := make([]string, 0, n)
	for i, id := range p.order {
		all[i] = *p.byID[id]
		ids, all[i].cards = share(ids, all[i].cards)
		c.byID[id] = &all[i]
	}
	return c
}

func (a agendaState) clone() agendaState {
	c := a
	c.status, c.notes, c.gone = maps.Clone(a.status), maps.Clone(a.notes), slices.Clone(a.gone)
	c.spans = make(map[string]*span, len(a.spans))
	for id, s := range a.spans {
		copied := *s
		c.spans[id] = &copied
	}
	return c
}

func (k cards) clone() cards {
	c := cards{byID: make(map[string]*card, len(k.byID)), order: make([]*card, len(k.order))}
	all := make([]card, len(k.order))
	for i, one := range k.order {
		all[i] = *one
		c.order[i], c.byID[one.id] = &all[i], &all[i]
	}
	return c
}

// clone copies how the cards lie, over the clone of the cards.
func (k clusters) clone(cards cards) clusters {
	c := clusters{
		byID: make(map[string]*cluster, len(k.byID)), order: make([]*cluster, len(k.order)),
		history: slices.Clone(k.history), lexicon: k.lexicon, apart: slices.Clone(k.apart), deeds: slices.Clone(k.deeds), tabs: slices.Clone(k.tabs),
		doubts: make(map[string]map[PersonID]bool, len(k.doubts)), byNorm: make(map[string][]*card, len(k.byNorm)),
	}
	for id, who := range k.doubts {
		c.doubts[id] = maps.Clone(who)
	}
	all := make([]cluster, len(k.order))
	ids := make([]string, 0, len(cards.order)) // a card lies in one cluster at most
	for i, one := range k.order {
		all[i] = *one
		ids, all[i].cards = share(ids, one.cards)
		all[i].shape = nil // like where wordings stand apart, it is made anew by whoever looks
		c.order[i], c.byID[one.id] = &all[i], &all[i]
	}
	same := make([]*card, 0, len(cards.order)) // and has one wording
	for norm, list := range k.byNorm {
		from := len(same)
		for _, one := range list {
			same = append(same, cards.byID[one.id])
		}
		c.byNorm[norm] = slices.Clip(same[from:])
	}
	return c
}

// share puts a list at the end of a longer one, which saves making thousands of short ones, and gives that part: it has no room to
// grow into its neighbour.
func share(all, list []string) (longer, part []string) {
	if list == nil {
		return all, nil
	}
	from := len(all)
	all = append(all, list...)
	return all, slices.Clip(all[from:])
}

func (k steps) clone() steps {
	c := steps{byID: make(map[string]*step, len(k.byID)), order: make([]*step, len(k.order)), shown: k.shown}
	all := make([]step, len(k.order))
	for i, one := range k.order {
		all[i] = *one
		c.order[i], c.byID[one.id] = &all[i], &all[i]
	}
	return c
}

func (k intentions) clone() intentions {
	return intentions{
		by: maps.Clone(k.by), count: maps.Clone(k.count), text: maps.Clone(k.text), hidden: maps.Clone(k.hidden), shown: k.shown,
	}
}
