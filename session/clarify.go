package session

import (
	"cmp"
	"slices"
	"time"
)

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
