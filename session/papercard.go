package session

import "time"

// MaxPaperCards is how many cards on paper a session takes.
const MaxPaperCards = 500

// AddPaperCard lays down a card that somebody wrote on paper: the facilitator types it in, changes it and takes it away. It counts as a
// card and is marked as paper wherever cards are shown; who wrote it is not known, so it counts nobody as a writer. The id is the client's.
type AddPaperCard struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Why  string `json:"why,omitempty"` // why it matters to its writer
}

// PaperCardAdded is a new card that was written on paper.
type PaperCardAdded struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Why  string `json:"why,omitempty"`
}

// papers checks that cards on paper may change now: from writing on, until the ballot is frozen.
func (s *Session) papers(by Actor) error {
	if err := only(Host, by); err != nil {
		return err
	}
	if now, _ := s.agenda.current(); !now.Kind.shapesBallot() || s.status != Running {
		return refuse(Closed, "", NotOpen)
	}
	return nil
}

// paperCard finds a card that the host typed in; a removed one is found too.
func (s *Session) paperCard(id string, by Actor) (*card, error) {
	c := s.cards.byID[id]
	if c != nil && !c.paper {
		return nil, refuse(Denied, "", "") // the words of people are their own
	}
	if err := s.papers(by); err != nil {
		return nil, err
	}
	if c == nil {
		return nil, refuse(NotFound, "id", Unknown)
	}
	return c, nil
}

func (c AddPaperCard) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.papers(by); err != nil {
		return nil, err
	}
	if err := checkID("id", c.ID); err != nil {
		return nil, err
	}
	if known := s.cards.byID[c.ID]; known != nil && known.paper {
		return nil, nil
	} else if known != nil || s.clarifying.find(c.ID) != nil {
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
	if s.onPaper() >= MaxPaperCards {
		return nil, &Problem{Code: Invalid, Field: "id", Reason: TooMany, Limit: MaxPaperCards}
	}
	return []Event{PaperCardAdded{c.ID, text, why}}, nil
}

func (e PaperCardAdded) apply(s *Session, r Record) {
	norm := Normalise(e.Text)
	s.addCard(&card{id: e.ID, by: HostID, paper: true, text: e.Text, norm: norm, why: e.Why, order: r.Seq, glimpse: glimpseOf(norm)})
}

// onPaper counts the cards on paper, hidden ones too.
func (s *Session) onPaper() int {
	n := 0
	for _, c := range s.cards.order {
		if c.paper && !c.removed {
			n++
		}
	}
	return n
}
