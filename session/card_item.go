package session

// CardItem is the view's item "card/{id}". The host sees cards as they are written, to moderate; the screen sees them when
// the writing is closed; phones see only their own, in Me, and words of others in GlimpseItem.
type CardItem struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Cluster string `json:"cluster"`          // the cluster it lies in
	Hidden  bool   `json:"hidden,omitempty"` // only the host sees hidden cards at all
	Order   uint64 `json:"order"`            // ascending in order of arrival
	Paper   bool   `json:"paper,omitempty"`  // it was on paper

	Why      string  `json:"why,omitempty"`      // why it matters to its writer; for the host
	With     Company `json:"with,omitempty"`     // in which company it was laid down; for the host
	Stronger Company `json:"stronger,omitempty"` // in which company it was made stronger; for the host
	Sight    Sight   `json:"sight,omitempty"`    // who sees it while people write; for the host
}

func (s *Session) cardItem(role Role, id string) any {
	c := s.cards.byID[id]
	if c == nil || c.removed {
		return nil
	}
	switch {
	case role == Host:
	case role == Screen && s.cardsPublic() && !c.hidden:
	default:
		return nil
	}
	item := CardItem{ID: c.id, Text: c.text, Cluster: c.cluster, Hidden: c.hidden, Order: c.order, Paper: c.paper}
	if role == Host {
		item.Why, item.With, item.Stronger, item.Sight = c.why, c.company, c.stronger, c.sight
	}
	return item
}

// cardsPublic tells whether the room may see cards: some writing has been done, and none is going on.
func (s *Session) cardsPublic() bool {
	done := false
	for act := range s.agenda.held() {
		if act.Kind != Write && act.Kind != Rounds {
			continue
		}
		switch s.agenda.status[act.ID] {
		case Open:
			return s.status == Over
		case ClosedNow:
			done = true
		}
	}
	return done
}

// touchWhoSeesCards touches everybody's own part when cards have become public, or hidden, since it was so: it tells where
// one's cards lie.
func (s *Session) touchWhoSeesCards(public bool) {
	if s.cardsPublic() != public {
		s.touchEverybody()
	}
}
