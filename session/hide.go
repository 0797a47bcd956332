package session

import "time"

// HideCard keeps a card from every screen and phone but the host's; RestoreCard shows it again.
type HideCard struct {
	ID string `json:"id"`
}

// RestoreCard shows a hidden card again.
type RestoreCard struct {
	ID string `json:"id"`
}

// CardHidden says whether the facilitator has hidden a card.
type CardHidden struct {
	ID     string `json:"id"`
	Hidden bool   `json:"hidden"`
}

func (c HideCard) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	return s.hiding(c.ID, true, by)
}

func (c RestoreCard) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	return s.hiding(c.ID, false, by)
}

func (s *Session) hiding(id string, hidden bool, by Actor) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	c := s.cards.byID[id]
	if c == nil || c.removed {
		return nil, refuse(NotFound, "id", Unknown)
	}
	if c.hidden == hidden {
		return nil, nil
	}
	return []Event{CardHidden{id, hidden}}, nil
}

func (e CardHidden) apply(s *Session, _ Record) {
	c := s.cards.byID[e.ID]
	c.hidden = e.Hidden
	s.touchCard(c)
	s.touch("ballot")
}
