package session

import (
	"time"
	"unicode/utf8"
)

// MaxCard is the length of a card in characters: a value, not a story.
const MaxCard = 100

// MaxID bounds the ids that clients mint, in characters of [A-Za-z0-9_-].
const MaxID = 40

// cards is what people wrote.
type cards struct {
	byID  map[string]*card
	order []*card
}

type card struct {
	id      string
	by      PersonID
	text    string
	norm    string
	order   uint64 // the seq it was added with
	hidden  bool   // by the facilitator
	removed bool   // by its writer; kept as a tombstone, so that a late repeat does not bring it back
	cluster string // where it lies; "" when removed
}

// shown tells whether the card counts: written and not taken away by anybody.
func (c *card) shown() bool { return !c.removed && !c.hidden }

func newCards() cards { return cards{byID: map[string]*card{}} }

// AddCard lays a card down. The id is the client's, so that sending it twice adds it once.
type AddCard struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// CardAdded is a new card of Record.By.
type CardAdded struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// EditCard changes the words on a card of one's own.
type EditCard struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// CardEdited gives a card new words.
type CardEdited struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// RemoveCard takes a card of one's own away.
type RemoveCard struct {
	ID string `json:"id"`
}

// CardRemoved says that its writer took a card away.
type CardRemoved struct {
	ID string `json:"id"`
}

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

// writing checks that cards may change now and gives the writer and the limit on cards.
func (s *Session) writing(by Actor) (*person, int, error) {
	p, err := s.member(by)
	if err != nil {
		return nil, 0, err
	}
	if !s.isOpen(Write) {
		return nil, 0, refuse(Closed, "", NotOpen)
	}
	act, _ := s.agenda.current()
	return p, act.Limit, nil
}

func (c AddCard) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	p, limit, err := s.writing(by)
	if err != nil {
		return nil, err
	}
	if err := checkID("id", c.ID); err != nil {
		return nil, err
	}
	if known := s.cards.byID[c.ID]; known != nil {
		if known.by == by.Person {
			return nil, nil
		}
		return nil, refuse(Taken, "id", "")
	}
	text, err := line("text", c.Text, MaxCard)
	if err != nil {
		return nil, err
	}
	if len(p.cards) >= limit {
		return nil, &Problem{Code: Invalid, Field: "id", Reason: TooMany, Limit: limit}
	}
	return []Event{CardAdded{c.ID, text}}, nil
}

// own finds a card that is the sender's; a removed one is found too.
func (s *Session) own(id string, by Actor) (*card, error) {
	if _, _, err := s.writing(by); err != nil {
		return nil, err
	}
	c := s.cards.byID[id]
	switch {
	case c == nil:
		return nil, refuse(NotFound, "id", Unknown)
	case c.by != by.Person:
		return nil, refuse(Denied, "id", NotYours)
	}
	return c, nil
}

func (c EditCard) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	card, err := s.own(c.ID, by)
	if err != nil {
		return nil, err
	}
	if card.removed {
		return nil, refuse(NotFound, "id", Unknown)
	}
	text, err := line("text", c.Text, MaxCard)
	if err != nil {
		return nil, err
	}
	if text == card.text {
		return nil, nil
	}
	return []Event{CardEdited{c.ID, text}}, nil
}

func (c RemoveCard) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	card, err := s.own(c.ID, by)
	if err != nil || card.removed {
		return nil, err
	}
	return []Event{CardRemoved(c)}, nil
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

func (e CardAdded) apply(s *Session, r Record) {
	c := &card{id: e.ID, by: r.By, text: e.Text, norm: Normalise(e.Text), order: r.Seq}
	s.cards.byID[e.ID] = c
	s.cards.order = append(s.cards.order, c)
	p := s.people.byID[r.By]
	p.cards = append(p.cards, e.ID)
	s.clusters.place(c)
	s.touchCard(c)
}

func (e CardEdited) apply(s *Session, _ Record) {
	c, k := s.cards.byID[e.ID], &s.clusters
	s.touchCard(c)
	k.forget(c)
	c.text, c.norm = e.Text, Normalise(e.Text)
	if k.stays(c) {
		k.byNorm[c.norm] = append(k.byNorm[c.norm], c)
	} else {
		k.take(c)
		k.place(c)
	}
	s.touchCard(c)
}

func (e CardRemoved) apply(s *Session, _ Record) {
	c := s.cards.byID[e.ID]
	p := s.people.byID[c.by]
	for i, id := range p.cards {
		if id == e.ID {
			p.cards = append(p.cards[:i:i], p.cards[i+1:]...)
			break
		}
	}
	s.touchCard(c)
	s.clusters.forget(c)
	s.clusters.take(c)
	c.removed, c.text, c.norm = true, "", ""
}

func (e CardHidden) apply(s *Session, _ Record) {
	c := s.cards.byID[e.ID]
	c.hidden = e.Hidden
	s.touchCard(c)
	s.touch("ballot")
}

func (s *Session) touchCard(c *card) {
	s.touch("card/"+c.id, "cluster/"+c.cluster, "progress", "suggestions", "arrangements")
	s.touchMe(c.by)
}

// CardItem is the view's item "card/{id}". The host sees cards as they are written, to moderate; the screen sees them when
// the writing is closed; phones see only their own, in Me.
type CardItem struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Cluster string `json:"cluster"`          // the cluster it lies in
	Hidden  bool   `json:"hidden,omitempty"` // only the host sees hidden cards at all
	Order   uint64 `json:"order"`            // ascending in order of arrival
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
	return CardItem{ID: c.id, Text: c.text, Cluster: c.cluster, Hidden: c.hidden, Order: c.order}
}

// cardsPublic tells whether the room may see cards: some writing has been done, and none is going on.
func (s *Session) cardsPublic() bool {
	done := false
	for _, act := range s.agenda.held() {
		if act.Kind != Write {
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

func checkID(field, id string) error {
	if id == "" {
		return refuse(Invalid, field, Empty)
	}
	if utf8.RuneCountInString(id) > MaxID {
		return &Problem{Code: Invalid, Field: field, Reason: TooLong, Limit: MaxID}
	}
	for _, r := range id {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_' {
			return refuse(Invalid, field, Malformed)
		}
	}
	return nil
}
