package session

import (
	"slices"
	"strconv"
	"time"
	"unicode/utf8"
)

// MaxCard is the length of a card in characters: a value, not a story.
const MaxCard = 100

// MaxWhy is the length of the why on a card, in characters.
const MaxWhy = 200

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
	why     string // why it matters to its writer
	order   uint64 // the seq it was added with
	hidden  bool   // by the facilitator
	paper   bool   // on paper, and typed in by the facilitator
	removed bool   // by its writer; kept as a tombstone, so that a late repeat does not bring it back
	cluster string // where it lies; "" when removed

	arranged int // how many standing arrangements have put it where it lies

	company  Company // in which it was laid down
	stronger Company // in which it was made stronger

	sight   Sight // who sees it while people write
	glimpse int   // the item in which others see it then
}

// shown tells whether the card counts: written and not taken away by anybody.
func (c *card) shown() bool { return !c.removed && !c.hidden }

func newCards() cards { return cards{byID: map[string]*card{}} }

// AddCard lays a card down. The id is the client's, so that sending it twice adds it once.
type AddCard struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Why  string `json:"why,omitempty"` // why it matters; for the facilitator
	// Who sees these words while people write, as their writer was told before sending them.
	Sight Sight `json:"sight,omitempty"`
}

// CardAdded is a new card of Record.By.
type CardAdded struct {
	ID   string  `json:"id"`
	Text string  `json:"text"`
	Why  string  `json:"why,omitempty"`
	With Company `json:"with,omitempty"`
	// Who sees it while people write.
	Sight Sight `json:"sight,omitempty"`
}

// EditCard changes the words on a card of one's own; all of them, the why too.
type EditCard struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Why  string `json:"why,omitempty"`
	// Who sees these words while people write, as their writer was told before sending them.
	Sight Sight `json:"sight,omitempty"`
}

// CardEdited gives a card new words.
type CardEdited struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Why  string `json:"why,omitempty"`
	// Who sees it while people write.
	Sight Sight `json:"sight,omitempty"`
}

// RemoveCard takes a card of one's own away.
type RemoveCard struct {
	ID string `json:"id"`
}

// CardRemoved says that its writer took a card away.
type CardRemoved struct {
	ID string `json:"id"`
}

// writing checks that cards may change now and gives the writer, and the activity in which they do.
func (s *Session) writing(by Actor) (*person, Activity, error) {
	p, err := s.member(by)
	if err != nil {
		return nil, Activity{}, err
	}
	if !s.isOpen(Write) && !s.isOpen(Rounds) {
		return nil, Activity{}, refuse(Closed, "", NotOpen)
	}
	act, _ := s.agenda.current()
	return p, act, nil
}

// laid counts the cards that a limit is for: what people bring in from talking has a limit of its own.
func (s *Session) laid(p *person, talking bool) int {
	n := 0
	for _, id := range p.cards {
		if c := s.cards.byID[id]; c.company != Late && c.inTalk() == talking {
			n++
		}
	}
	return n
}

func (c AddCard) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	p, act, err := s.writing(by)
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
	why, err := optional("why", c.Why, MaxWhy)
	if err != nil {
		return nil, err
	}
	if !c.Sight.valid() {
		return nil, refuse(Invalid, "sight", Unknown)
	}
	if limit := act.cardLimit() * p.heads(); s.laid(p, act.Kind == Rounds) >= limit {
		return nil, &Problem{Code: Invalid, Field: "id", Reason: TooMany, Limit: limit}
	}
	added := CardAdded{ID: c.ID, Text: text, Why: why, Sight: act.sight(c.Sight)}
	if act.Kind == Rounds {
		turn, _ := s.turn(act)
		added.With = turn.With
	}
	return []Event{added}, nil
}

// own finds a card that is the sender's, for the host one on paper; a removed one is found too.
func (s *Session) own(id string, by Actor) (*card, error) {
	if by.Role == Host {
		return s.paperCard(id, by)
	}
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
	why, err := optional("why", c.Why, MaxWhy)
	if err != nil {
		return nil, err
	}
	if !c.Sight.valid() {
		return nil, refuse(Invalid, "sight", Unknown)
	}
	act, _ := s.agenda.current()
	sight := act.sight(c.Sight)
	if text == card.text && sight == Held && card.sight == Seen {
		sight = Seen // these words have been read
	}
	if text == card.text && why == card.why && sight == card.sight {
		return nil, nil
	}
	return []Event{CardEdited{ID: c.ID, Text: text, Why: why, Sight: sight}}, nil
}

func (c RemoveCard) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	card, err := s.own(c.ID, by)
	if err != nil || card.removed {
		return nil, err
	}
	return []Event{CardRemoved(c)}, nil
}

func (e CardAdded) apply(s *Session, r Record) {
	s.addCard(&card{id: e.ID, by: r.By, text: e.Text, norm: Normalise(e.Text), why: e.Why, order: r.Seq, company: e.With, sight: e.Sight, glimpse: glimpseOf(Normalise(e.Text))})
}

func (s *Session) addCard(c *card) {
	s.cards.byID[c.id] = c
	s.cards.order = append(s.cards.order, c)
	if p := s.people.byID[c.by]; p != nil { // nobody's when it is on paper
		p.cards = append(p.cards, c.id)
	}
	s.clusters.place(c)
	s.touchCard(c)
}

func (e CardEdited) apply(s *Session, _ Record) {
	c, k := s.cards.byID[e.ID], &s.clusters
	s.touchCard(c)
	k.forget(c)
	c.text, c.norm, c.why, c.sight = e.Text, Normalise(e.Text), e.Why, e.Sight
	c.glimpse = glimpseOf(c.norm)
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
	if p := s.people.byID[c.by]; p != nil {
		p.cards = slices.DeleteFunc(slices.Clone(p.cards), func(id string) bool { return id == e.ID })
	}
	s.touchCard(c)
	s.clusters.forget(c)
	s.clusters.take(c)
	c.removed, c.text, c.norm, c.why = true, "", "", ""
}

func (s *Session) touchCard(c *card) {
	s.clusters.changed(s.clusters.byID[c.cluster])
	s.touch("card/"+c.id, "cluster/"+c.cluster, "progress", "suggestions", "arrangements", "rounds", "clarify")
	if c.sight == Seen {
		s.touch("glimpse/" + strconv.Itoa(c.glimpse))
	}
	s.touchMe(c.by)
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
