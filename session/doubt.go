package session

import "time"

// DoubtMerge says that one's own words do not belong where they were laid, or takes that back. The host sees how many say so, and
// nobody sees who.
type DoubtMerge struct {
	Cluster string `json:"cluster"`
	Doubted bool   `json:"doubted"`
}

// MergeDoubted is what Record.By thinks of a cluster that holds a card of theirs, until the cluster changes.
type MergeDoubted struct {
	Cluster string `json:"cluster"`
	Doubted bool   `json:"doubted"`
}

func (c DoubtMerge) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	p, err := s.member(by)
	if err != nil {
		return nil, err
	}
	if !s.isOpen(Cluster) {
		return nil, refuse(Closed, "", NotOpen)
	}
	if s.clusters.doubts[c.Cluster][by.Person] == c.Doubted {
		return nil, nil
	}
	k := s.clusters.byID[c.Cluster]
	if k == nil || k.parked || s.shapeOf(k).size == 0 {
		return nil, refuse(NotFound, "cluster", Unknown)
	}
	mine := false
	for _, id := range p.cards {
		card := s.cards.byID[id]
		mine = mine || card.cluster == c.Cluster && card.shown()
	}
	switch {
	case !mine:
		return nil, refuse(Denied, "cluster", NotYours)
	case c.Doubted && len(s.shapeOf(k).words) < 2:
		return nil, refuse(Invalid, "cluster", NotMerged)
	}
	return []Event{MergeDoubted(c)}, nil
}

func (e MergeDoubted) apply(s *Session, r Record) {
	doubts := s.clusters.doubts
	if e.Doubted {
		if doubts[e.Cluster] == nil {
			doubts[e.Cluster] = map[PersonID]bool{}
		}
		doubts[e.Cluster][r.By] = true
	} else if delete(doubts[e.Cluster], r.By); len(doubts[e.Cluster]) == 0 {
		delete(doubts, e.Cluster)
	}
	s.touch("cluster/" + e.Cluster)
	s.touchMe(r.By)
}

// undoubt forgets what people said of clusters that are another now.
func (s *Session) undoubt(clusters ...string) {
	for _, id := range clusters {
		for person := range s.clusters.doubts[id] {
			s.touchMe(person)
		}
		delete(s.clusters.doubts, id)
		s.touch("cluster/" + id)
	}
}
