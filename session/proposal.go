package session

import (
	"slices"
	"time"
)

// MaxProposals is how many values one person may propose while the ballot is made clear.
const MaxProposals = 3

type proposal struct {
	id     string // becomes the card's
	by     PersonID
	text   string
	status ProposalStatus
}

// ProposalStatus is what became of a proposal.
type ProposalStatus string

// A proposal waits for the facilitator, unless its writer takes it back.
const (
	Waiting   ProposalStatus = "waiting"
	Accepted  ProposalStatus = "accepted" // it is a card now
	Declined  ProposalStatus = "declined"
	Withdrawn ProposalStatus = "withdrawn"
)

func (k clarifying) find(id string) *proposal {
	i := slices.IndexFunc(k.proposals, func(p *proposal) bool { return p.id == id })
	if i < 0 {
		return nil
	}
	return k.proposals[i]
}

// ProposeValue asks for one more option. The id is the client's, and the card's when it is taken up.
type ProposeValue struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// ValueProposed is a proposal of Record.By.
type ValueProposed struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// WithdrawProposal takes back a proposal of one's own that still waits.
type WithdrawProposal struct {
	ID string `json:"id"`
}

// ProposalWithdrawn says that its writer took a proposal back.
type ProposalWithdrawn struct {
	ID string `json:"id"`
}

// SettleProposal takes a proposal up, which makes it a card of whoever proposed it, or declines it.
type SettleProposal struct {
	ID       string `json:"id"`
	Accepted bool   `json:"accepted"`
}

// ProposalSettled says what the facilitator did with a proposal.
type ProposalSettled struct {
	ID       string `json:"id"`
	Accepted bool   `json:"accepted"`
}

func (c ProposeValue) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.clarifies(by); err != nil {
		return nil, err
	}
	if err := checkID("id", c.ID); err != nil {
		return nil, err
	}
	if known := s.clarifying.find(c.ID); known != nil && known.by == by.Person {
		return nil, nil
	} else if known != nil || s.cards.byID[c.ID] != nil {
		return nil, refuse(Taken, "id", "")
	}
	text, err := line("text", c.Text, MaxCard)
	if err != nil {
		return nil, err
	}
	proposed := 0
	for _, p := range s.clarifying.proposals {
		if p.by == by.Person && p.status != Withdrawn {
			proposed++
		}
	}
	if proposed >= MaxProposals {
		return nil, &Problem{Code: Invalid, Field: "id", Reason: TooMany, Limit: MaxProposals}
	}
	return []Event{ValueProposed{c.ID, text}}, nil
}

func (e ValueProposed) apply(s *Session, r Record) {
	s.clarifying.proposals = append(s.clarifying.proposals, &proposal{id: e.ID, by: r.By, text: e.Text, status: Waiting})
	s.touch("clarify")
	s.touchMe(r.By)
}

func (c WithdrawProposal) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.clarifies(by); err != nil {
		return nil, err
	}
	p := s.clarifying.find(c.ID)
	switch {
	case p == nil:
		return nil, refuse(NotFound, "id", Unknown)
	case p.by != by.Person:
		return nil, refuse(Denied, "id", NotYours)
	case p.status != Waiting:
		return nil, nil
	}
	return []Event{ProposalWithdrawn(c)}, nil
}

func (c SettleProposal) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if now, _ := s.agenda.current(); now.Kind != Clarify {
		return nil, refuse(Closed, "", NotOpen)
	}
	p := s.clarifying.find(c.ID)
	if p == nil || p.status == Withdrawn {
		return nil, refuse(NotFound, "id", Unknown)
	}
	if p.status == Accepted || p.status == Declined && !c.Accepted {
		return nil, nil // what has become a card is hidden or parked like any other
	}
	if c.Accepted && s.cards.byID[c.ID] != nil {
		return nil, refuse(Taken, "id", "")
	}
	return []Event{ProposalSettled(c)}, nil
}

func (e ProposalWithdrawn) apply(s *Session, _ Record) {
	p := s.clarifying.find(e.ID)
	p.status = Withdrawn
	s.touch("clarify")
	s.touchMe(p.by)
}

func (e ProposalSettled) apply(s *Session, r Record) {
	p := s.clarifying.find(e.ID)
	if p.status = Declined; e.Accepted {
		p.status = Accepted
		s.addCard(&card{id: p.id, by: p.by, text: p.text, norm: Normalise(p.text), order: r.Seq, company: Late})
	}
	s.touch("clarify")
	s.touchMe(p.by)
}

// ProposedCard is a proposal without its writer.
type ProposedCard struct {
	ID     string         `json:"id"`
	Text   string         `json:"text"`
	Status ProposalStatus `json:"status"`
}

// ownProposals lists what a person has proposed.
func (s *Session) ownProposals(id PersonID) []ProposedCard {
	var own []ProposedCard
	for _, p := range s.clarifying.proposals {
		if p.by == id && p.status != Withdrawn {
			own = append(own, ProposedCard{p.id, p.text, p.status})
		}
	}
	return own
}
