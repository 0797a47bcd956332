package session

import (
	"slices"
	"time"
)

// MaxDeeds is how many of the last arrangements the host can look back at.
const MaxDeeds = 30

// deedCards is how many of the cards of a deed are named; the others are counted.
const deedCards = 3

// deed is who laid what where, and when. It outlives what it tells of: an undo is a deed of its own.
type deed struct {
	at       time.Time
	verb     string
	tab      int
	cards    []string // those named, each of another wording; replaced as a whole
	count    int
	to       string // the cluster it was about
	accepted []SuggestReason
}

// DoneItem is one line of who laid what where.
type DoneItem struct {
	At       time.Time       `json:"at"`
	Verb     string          `json:"verb"`               // merge, move, split, rename, park, undo
	Tab      int             `json:"tab"`                // which of the facilitators' tabs: 1, 2, 3 in the order in which they began to arrange
	Words    []string        `json:"words"`              // some of the wordings that were laid elsewhere
	Cards    int             `json:"cards"`              // how many cards that were, in all
	Into     string          `json:"into,omitempty"`     // what the cluster is called now; "" when nothing shown lies there any more
	Accepted []SuggestReason `json:"accepted,omitempty"` // the suggestions that brought it about
}

// ArrangementsItem is the view's item "arrangements", for the host while clustering is open: the last arrangements, the newest first.
type ArrangementsItem struct {
	List  []DoneItem `json:"list"`
	Tabs  int        `json:"tabs"`  // how many of the facilitators' tabs have arranged something
	Alike int        `json:"alike"` // cards that lie with others by themselves, because they say the same
}

// note keeps who did an arrangement; the last MaxDeeds of them.
func (s *Session) note(e ClustersArranged, r Record) {
	k := &s.clusters
	d := deed{at: r.At, verb: e.Verb, count: len(e.Moves), accepted: e.Accepted, tab: 1 + slices.Index(k.tabs, r.Client)}
	if d.tab == 0 {
		k.tabs = append(k.tabs, r.Client)
		d.tab = len(k.tabs)
	}
	seen := map[string]bool{}
	for _, m := range e.Moves {
		d.to = m.To
		if c := s.cards.byID[m.Card]; c != nil && len(d.cards) < deedCards && !seen[c.norm] {
			seen[c.norm] = true
			d.cards = append(d.cards, c.id)
		}
	}
	for _, n := range e.Names {
		d.to = n.Cluster
	}
	for _, p := range e.Parked {
		d.to = p.Cluster
	}
	if k.deeds = append(k.deeds, d); len(k.deeds) > MaxDeeds {
		k.deeds = slices.Clone(k.deeds[1:])
	}
}

func (s *Session) arrangementsItem(role Role) any {
	if role != Host || !s.isOpen(Cluster) {
		return nil
	}
	k := &s.clusters
	item := ArrangementsItem{List: []DoneItem{}, Tabs: len(k.tabs)}
	for _, d := range slices.Backward(k.deeds) {
		one := DoneItem{At: d.at, Verb: d.verb, Tab: d.tab, Words: []string{}, Cards: d.count, Accepted: d.accepted}
		for _, id := range d.cards {
			if c := s.cards.byID[id]; !c.removed {
				one.Words = append(one.Words, c.text)
			}
		}
		if to := k.byID[d.to]; to != nil {
			if looks := s.shapeOf(to); looks.size > 0 {
				one.Into = looks.name
			}
		}
		item.List = append(item.List, one)
	}
	for _, same := range k.byNorm {
		shown := 0
		for _, c := range same {
			if c.shown() && c.arranged == 0 {
				shown++
			}
		}
		if shown > 1 {
			item.Alike += shown
		}
	}
	return item
}
