package session

import (
	"cmp"
	"slices"
	"time"
)

// arrangement is a change that can be taken back, with how the cards lay in the clusters that lost some: the order of the
// cards decides which of two equally frequent words a cluster is called by.
type arrangement struct {
	done   ClustersArranged
	before map[string][]string
}

// UndoClustering takes back the last arrangement that stands; sent again, the one before it.
type UndoClustering struct{}

// ClustersArranged is one change in how the cards lie. It says where things came from, so that it can be turned round.
type ClustersArranged struct {
	Verb   string       `json:"verb"` // merge, move, split, rename, park, undo
	Moves  []CardMove   `json:"moves,omitempty"`
	Names  []NameChange `json:"names,omitempty"`
	Parked []ParkChange `json:"parked,omitempty"`
	// The suggestions that brought a merge about.
	Accepted []SuggestReason `json:"accepted,omitempty"`
}

// CardMove takes a card from one cluster to another.
type CardMove struct {
	Card string `json:"card"`
	From string `json:"from"`
	To   string `json:"to"`
}

// NameChange gives a cluster another name.
type NameChange struct {
	Cluster string `json:"cluster"`
	From    string `json:"from"`
	To      string `json:"to"`
}

// ParkChange sets a cluster aside or takes it back.
type ParkChange struct {
	Cluster string `json:"cluster"`
	To      bool   `json:"to"`
}

const undoVerb = "undo"

// inverse is the arrangement that takes e back.
func (e ClustersArranged) inverse() ClustersArranged {
	back := ClustersArranged{Verb: undoVerb}
	for _, m := range slices.Backward(e.Moves) {
		back.Moves = append(back.Moves, CardMove{m.Card, m.To, m.From})
	}
	for _, n := range slices.Backward(e.Names) {
		back.Names = append(back.Names, NameChange{n.Cluster, n.To, n.From})
	}
	for _, p := range slices.Backward(e.Parked) {
		back.Parked = append(back.Parked, ParkChange{p.Cluster, !p.To})
	}
	return back
}

func (UndoClustering) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by); err != nil {
		return nil, err
	}
	n := len(s.clusters.history)
	if n == 0 {
		return nil, refuse(Closed, "", NothingToUndo)
	}
	return []Event{s.clusters.history[n-1].done.inverse()}, nil
}

func (e ClustersArranged) apply(s *Session, r Record) {
	k, undo := &s.clusters, e.Verb == undoVerb
	before := map[string][]string{}
	for _, m := range e.Moves {
		if from := k.byID[m.From]; from != nil && before[m.From] == nil {
			before[m.From] = slices.Clone(from.cards)
		}
	}
	for _, m := range e.Moves {
		c := s.cards.byID[m.Card]
		if c == nil || c.removed || c.cluster != m.From {
			continue // taken away by its writer since; there is nothing to move
		}
		s.lay(c, m.To)
		if undo {
			c.arranged--
			s.follow(c, m.From)
		} else {
			c.arranged++
		}
	}
	for _, n := range e.Names {
		named := k.at(n.Cluster)
		named.name = n.To
		k.changed(named)
		s.undoubt(n.Cluster)
	}
	for _, p := range e.Parked {
		parked := k.at(p.Cluster)
		parked.parked = p.To
		k.changed(parked)
		s.touch("cluster/" + p.Cluster)
	}
	if undo {
		last := len(k.history) - 1
		for id, order := range k.history[last].before {
			lost := k.at(id)
			lost.restore(order)
			k.changed(lost)
		}
		k.history = k.history[:last]
		k.rejoin(last + 1)
	} else {
		k.history = append(k.history, arrangement{e, before})
		k.separate(s.laidApart(e, len(k.history))...)
	}
	s.note(e, r)
	s.touch("clustering", "suggestions", "arrangements", "clarify")
}

func (s *Session) lay(c *card, to string) {
	s.touch("card/"+c.id, "cluster/"+c.cluster, "cluster/"+to)
	s.touchMe(c.by)
	s.undoubt(c.cluster, to)
	s.clusters.put(c, to)
}

// follow takes along the cards that joined c by their wording while it lay where it does not lie any more.
func (s *Session) follow(c *card, from string) {
	for _, other := range s.clusters.byNorm[c.norm] {
		if other.cluster == from && other.arranged == 0 {
			s.lay(other, c.cluster)
		}
	}
}

// restore lays cards in the order they had; those that came since stay behind them.
func (c *cluster) restore(order []string) {
	at := make(map[string]int, len(order))
	for i, id := range order {
		at[id] = i + 1
	}
	slices.SortStableFunc(c.cards, func(a, b string) int {
		if at[a] == 0 || at[b] == 0 {
			return cmp.Compare(at[b], at[a])
		}
		return cmp.Compare(at[a], at[b])
	})
}

// ClusteringItem is the view's item "clustering", for the host while the cards are being arranged.
type ClusteringItem struct {
	Undo int `json:"undo"` // how many arrangements can be taken back
}

func (s *Session) clusteringItem(role Role) any {
	if role != Host || !s.isOpen(Cluster) {
		return nil
	}
	return ClusteringItem{Undo: len(s.clusters.history)}
}
