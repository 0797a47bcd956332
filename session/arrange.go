package session

import (
	"slices"
	"time"
)

// MaxClusterName is the length of a cluster's name in characters: as much as a card can hold, which may become the name.
const MaxClusterName = MaxCard

// MergeClusters puts all cards of some clusters into another.
type MergeClusters struct {
	Into string   `json:"into"`
	From []string `json:"from"`
}

// MoveCards puts cards into a cluster, or, when To is an id not used yet, apart into a new one.
type MoveCards struct {
	Cards []string `json:"cards"`
	To    string   `json:"to"`
	From  []string `json:"from,omitempty"` // where the sender sees them lie; a card that lies elsewhere refuses the move
}

// SplitCluster lays the different wordings of a cluster apart again. The most frequent one stays, and keeps the name.
type SplitCluster struct {
	Cluster string `json:"cluster"`
}

// RenameCluster names a cluster; "" gives it back the words of its cards.
type RenameCluster struct {
	Cluster string `json:"cluster"`
	Name    string `json:"name"`
}

// ParkCluster sets a cluster aside, off the ballot, or takes it back.
type ParkCluster struct {
	Cluster string `json:"cluster"`
	Parked  bool   `json:"parked"`
}

// arranging checks that the clusters may change now; some changes may be made in other activities also.
func (s *Session) arranging(by Actor, also ...Kind) error {
	if err := only(Host, by); err != nil {
		return err
	}
	if now, _ := s.agenda.current(); !s.isOpen(Cluster) && (!slices.Contains(also, now.Kind) || !s.isOpen(now.Kind)) {
		return refuse(Closed, "", NotOpen)
	}
	return nil
}

func (s *Session) filled(field, id string) (*cluster, error) {
	c := s.clusters.byID[id]
	if c == nil || len(c.cards) == 0 {
		return nil, refuse(NotFound, field, Unknown)
	}
	return c, nil
}

func (c MergeClusters) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by); err != nil {
		return nil, err
	}
	into, err := s.filled("into", c.Into)
	if err != nil {
		return nil, err
	}
	e := ClustersArranged{Verb: "merge"}
	inherited := ""
	seen := map[string]bool{c.Into: true}
	for _, id := range c.From {
		if seen[id] {
			continue
		}
		seen[id] = true
		from, err := s.filled("from", id)
		if err != nil {
			return nil, err
		}
		for _, cardID := range from.cards {
			e.Moves = append(e.Moves, CardMove{cardID, id, c.Into})
		}
		if inherited == "" {
			inherited = from.name
		}
	}
	if len(e.Moves) == 0 {
		return nil, nil
	}
	if into.name == "" && inherited != "" {
		e.Names = append(e.Names, NameChange{c.Into, "", inherited})
	}
	return []Event{e}, nil
}

func (c MoveCards) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by); err != nil {
		return nil, err
	}
	if s.clusters.byID[c.To] == nil {
		if err := checkID("to", c.To); err != nil {
			return nil, err
		}
	}
	e := ClustersArranged{Verb: "move"}
	seen := map[string]bool{}
	for _, id := range c.Cards {
		card := s.cards.byID[id]
		if card == nil || card.removed {
			return nil, refuse(NotFound, "cards", Unknown)
		}
		if len(c.From) > 0 && !slices.Contains(c.From, card.cluster) {
			return nil, refuse(Taken, "cards", Moved)
		}
		if card.cluster != c.To && !seen[id] {
			e.Moves = append(e.Moves, CardMove{id, card.cluster, c.To})
		}
		seen[id] = true
	}
	if len(e.Moves) == 0 {
		return nil, nil
	}
	return []Event{e}, nil
}

func (c SplitCluster) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by); err != nil {
		return nil, err
	}
	from, err := s.filled("cluster", c.Cluster)
	if err != nil {
		return nil, err
	}
	e := ClustersArranged{Verb: "split"}
	stays := s.cards.byID[from.cards[0]].norm
	if looks := s.shapeOf(from); looks.size > 0 {
		stays = looks.norms[0]
	}
	homes := map[string]string{stays: c.Cluster}
	for _, id := range from.cards {
		card := s.cards.byID[id]
		home, known := homes[card.norm]
		if !known {
			home = s.clusters.freeHome(card)
			homes[card.norm] = home
		}
		if home != c.Cluster {
			e.Moves = append(e.Moves, CardMove{id, c.Cluster, home})
		}
	}
	if len(e.Moves) == 0 {
		return nil, nil
	}
	return []Event{e}, nil
}

func (c RenameCluster) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by, Clarify); err != nil {
		return nil, err
	}
	target, err := s.filled("cluster", c.Cluster)
	if err != nil {
		return nil, err
	}
	name := ""
	if Clean(c.Name) != "" {
		if name, err = line("name", c.Name, MaxClusterName); err != nil {
			return nil, err
		}
	}
	if name == target.name {
		return nil, nil
	}
	return []Event{ClustersArranged{Verb: "rename", Names: []NameChange{{c.Cluster, target.name, name}}}}, nil
}

func (c ParkCluster) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by, Clarify); err != nil {
		return nil, err
	}
	target, err := s.filled("cluster", c.Cluster)
	if err != nil || target.parked == c.Parked {
		return nil, err
	}
	return []Event{ClustersArranged{Verb: "park", Parked: []ParkChange{{c.Cluster, c.Parked}}}}, nil
}
