package session

import (
	"cmp"
	"slices"
	"time"
)

// MaxProposals is how many values one person may propose while the ballot is made clear.
const MaxProposals = 3

// An Objection is what somebody has against an option of the ballot to be.
type Objection string

// The objections.
const (
	NoObjection Objection = ""          // or no more
	Unclear     Objection = "unclear"   // I do not understand it
	Misplaced   Objection = "misplaced" // it does not belong here
)

// clarifying is what people say of the ballot before it is frozen.
type clarifying struct {
	objections map[PersonID]map[string]Objection // by option; replaced as a whole
	proposals  []*proposal                       // in the order they came
}

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

func newClarifying() clarifying { return clarifying{objections: map[PersonID]map[string]Objection{}} }

func (k clarifying) clone() clarifying {
	c := clarifying{objections: make(map[PersonID]map[string]Objection, len(k.objections)), proposals: make([]*proposal, len(k.proposals))}
	for id, own := range k.objections {
		c.objections[id] = own
	}
	for i, p := range k.proposals {
		copied := *p
		c.proposals[i] = &copied
	}
	return c
}

func (k clarifying) find(id string) *proposal {
	i := slices.IndexFunc(k.proposals, func(p *proposal) bool { return p.id == id })
	if i < 0 {
		return nil
	}
	return k.proposals[i]
}

// ObjectToOption says what one has against an option; "" takes it back. The last word on an option holds.
type ObjectToOption struct {
	Option    string    `json:"option"` // the cluster's id
	Objection Objection `json:"objection"`
}

// OptionObjected is what Record.By has against an option.
type OptionObjected struct {
	Option    string    `json:"option"`
	Objection Objection `json:"objection,omitempty"`
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

// clarifies checks that a participant may say something of the ballot to be.
func (s *Session) clarifies(by Actor) error {
	if _, err := s.member(by); err != nil {
		return err
	}
	if !s.isOpen(Clarify) {
		return refuse(Closed, "", NotOpen)
	}
	return nil
}

func (c ObjectToOption) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.clarifies(by); err != nil {
		return nil, err
	}
	if c.Objection != NoObjection && c.Objection != Unclear && c.Objection != Misplaced {
		return nil, refuse(Invalid, "objection", Unknown)
	}
	if !slices.ContainsFunc(s.options(), func(o Option) bool { return o.ID == c.Option }) {
		return nil, refuse(NotFound, "option", Unknown)
	}
	if s.clarifying.objections[by.Person][c.Option] == c.Objection {
		return nil, nil
	}
	return []Event{OptionObjected(c)}, nil
}

func (e OptionObjected) apply(s *Session, r Record) {
	own := make(map[string]Objection, len(s.clarifying.objections[r.By])+1) // whoever keeps an own part may keep the map
	for id, o := range s.clarifying.objections[r.By] {
		own[id] = o
	}
	if own[e.Option] = e.Objection; e.Objection == NoObjection {
		delete(own, e.Option)
	}
	if s.clarifying.objections[r.By] = own; len(own) == 0 {
		delete(s.clarifying.objections, r.By)
	}
	s.touch("clarify")
	s.touchMe(r.By)
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

// ClarifyItem is the view's item "clarify": the ballot to be, as it would be frozen now. What people have against it and propose
// is for the host alone.
type ClarifyItem struct {
	Activity  string         `json:"activity"`
	Open      bool           `json:"open"`
	Options   []ClearOption  `json:"options"`             // by name
	Proposals []ProposedCard `json:"proposals,omitempty"` // that wait or were declined, in the order they came
}

// ClearOption is an option of the ballot to be.
type ClearOption struct {
	Option
	Unclear   int `json:"unclear,omitempty"`   // people who do not understand it
	Misplaced int `json:"misplaced,omitempty"` // people who find that it does not belong here
}

// ProposedCard is a proposal without its writer.
type ProposedCard struct {
	ID     string         `json:"id"`
	Text   string         `json:"text"`
	Status ProposalStatus `json:"status"`
}

func (s *Session) clarifyItem(role Role) any {
	act, ok := s.agenda.current()
	if !ok || act.Kind != Clarify || s.status == Over {
		return nil
	}
	item := ClarifyItem{Activity: act.ID, Open: s.isOpen(Clarify), Options: []ClearOption{}}
	if role != Host && !s.cardsPublic() {
		return item
	}
	type objected struct {
		option    string
		objection Objection
	}
	against := map[objected]int{}
	if role == Host {
		for _, own := range s.clarifying.objections {
			for id, objection := range own {
				against[objected{id, objection}]++
			}
		}
	}
	for _, o := range s.options() {
		item.Options = append(item.Options, ClearOption{Option: o, Unclear: against[objected{o.ID, Unclear}], Misplaced: against[objected{o.ID, Misplaced}]})
	}
	if role == Host {
		for _, p := range s.clarifying.proposals {
			if p.status == Waiting || p.status == Declined {
				item.Proposals = append(item.Proposals, ProposedCard{p.id, p.text, p.status})
			}
		}
	}
	return item
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

// options gives what would be on a ballot that were frozen now, by name. The list is shared: do not change it.
func (s *Session) options() []Option {
	if s.clusters.options != nil {
		return s.clusters.options
	}
	var on []*shape
	for _, k := range s.clusters.order {
		if looks := s.shapeOf(k); !k.parked && looks.size > 0 {
			on = append(on, looks)
		}
	}
	slices.SortFunc(on, func(a, b *shape) int { return cmp.Or(cmp.Compare(a.norm, b.norm), cmp.Compare(a.order, b.order)) })
	options := slices.Grow([]Option(nil), len(on))
	for _, k := range on {
		o := Option{ID: k.id, Name: k.name, Words: []string{}}
		for i, w := range k.words {
			if len(o.Words) < 3 && k.norms[i] != k.norm {
				o.Words = append(o.Words, w.Text)
			}
		}
		options = append(options, o)
	}
	s.clusters.options = options
	return options
}
