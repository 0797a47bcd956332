package session

import (
	"slices"
	"time"
)

// Limits on steps: how many one phone and the host may write, and the length of their parts in characters.
const (
	MaxSteps     = 5  // of one participant
	MaxHostSteps = 30 // that the host writes down for the room
	MaxStep      = 160
	MaxOwner     = 60
)

// Benefit is whom a step is for in the first place.
type Benefit string

// Whom a step is for: the organisation, the people in it, or the society around it.
const (
	ForOrganisation Benefit = "organisation"
	ForPeople       Benefit = "people"
	ForSociety      Benefit = "society"
	ForNobodySaid   Benefit = "" // it was left open
)

// A Step is what an organisation is going to do. What is always there, the rest may be left open.
type Step struct {
	What     string  `json:"what"`
	First    string  `json:"first,omitempty"`    // what is done first
	Owner    string  `json:"owner,omitempty"`    // a role, never somebody's name
	Date     string  `json:"date,omitempty"`     // when it is done, as 2026-12-31
	Measure  string  `json:"measure,omitempty"`  // by what one sees that it works
	Benefits Benefit `json:"benefits,omitempty"` // whom it is for in the first place
	Obstacle string  `json:"obstacle,omitempty"` // what may come in between
}

// steps is what people wrote down for their organisation.
type steps struct {
	byID  map[string]*step
	order []*step
	shown bool // the wall shows them
}

type step struct {
	id      string
	by      PersonID
	text    Step // replaced as a whole
	order   uint64
	hidden  bool // by the facilitator
	agreed  bool // the room has agreed on it
	removed bool // by its writer; kept as a tombstone, so that a late repeat does not bring it back
}

func newSteps() steps { return steps{byID: map[string]*step{}} }

// WriteStep writes a step, whole: a new one, or other words for one of one's own. The host may correct everybody's, and write
// down what the room says.
type WriteStep struct {
	ID string `json:"id"`
	Step
}

// StepWritten is a new step of Record.By, or new words for one there is.
type StepWritten struct {
	ID string `json:"id"`
	Step
}

// RemoveStep takes a step of one's own away.
type RemoveStep struct {
	ID string `json:"id"`
}

// StepRemoved says that its writer took a step away.
type StepRemoved struct {
	ID string `json:"id"`
}

// HideStep keeps a step from everybody but the host, or gives it back.
type HideStep struct {
	ID     string `json:"id"`
	Hidden bool   `json:"hidden"`
}

// StepHidden says whether the facilitator keeps a step from the room.
type StepHidden struct {
	ID     string `json:"id"`
	Hidden bool   `json:"hidden"`
}

// AgreeStep marks a step as one that the room has agreed on, or not after all.
type AgreeStep struct {
	ID     string `json:"id"`
	Agreed bool   `json:"agreed"`
}

// StepAgreed says whether the room has agreed on a step.
type StepAgreed struct {
	ID     string `json:"id"`
	Agreed bool   `json:"agreed"`
}

// ShowSteps puts the steps on the wall, or takes them off.
type ShowSteps struct {
	Shown bool `json:"shown"`
}

// StepsShown says whether the wall shows the steps.
type StepsShown struct {
	Shown bool `json:"shown"`
}

// committing checks that somebody may write steps now: the host may as long as the session runs.
func (s *Session) committing(by Actor) error {
	if by.Role == Host {
		return nil
	}
	if _, err := s.member(by); err != nil {
		return err
	}
	if !s.isOpen(Commit) {
		return refuse(Closed, "", NotOpen)
	}
	return nil
}

// checked cleans the parts of a step.
func (t Step) checked() (Step, error) {
	var err error
	if t.What, err = line("what", t.What, MaxStep); err != nil {
		return t, err
	}
	for _, part := range []struct {
		field string
		text  *string
		limit int
	}{{"first", &t.First, MaxStep}, {"owner", &t.Owner, MaxOwner}, {"measure", &t.Measure, MaxStep}, {"obstacle", &t.Obstacle, MaxStep}} {
		if *part.text, err = optional(part.field, *part.text, part.limit); err != nil {
			return t, err
		}
	}
	if _, err := time.Parse(time.DateOnly, t.Date); err != nil && t.Date != "" {
		return t, refuse(Invalid, "date", Malformed)
	}
	if !slices.Contains([]Benefit{ForNobodySaid, ForOrganisation, ForPeople, ForSociety}, t.Benefits) {
		return t, refuse(Invalid, "benefits", Unknown)
	}
	return t, nil
}

func (c WriteStep) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.committing(by); err != nil {
		return nil, err
	}
	if err := checkID("id", c.ID); err != nil {
		return nil, err
	}
	known := s.steps.byID[c.ID]
	switch {
	case known == nil:
		if limit := s.stepLimit(by); s.stepsOf(by.Person) >= limit {
			return nil, &Problem{Code: Invalid, Field: "id", Reason: TooMany, Limit: limit}
		}
	case known.by != by.Person && by.Role != Host:
		return nil, refuse(Taken, "id", "")
	case known.removed:
		return nil, refuse(NotFound, "id", Unknown)
	}
	text, err := c.checked()
	if err != nil || known != nil && known.text == text {
		return nil, err
	}
	return []Event{StepWritten{c.ID, text}}, nil
}

func (s *Session) stepLimit(by Actor) int {
	if by.Role == Host {
		return MaxHostSteps
	}
	return MaxSteps
}

func (c RemoveStep) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.committing(by); err != nil {
		return nil, err
	}
	known := s.steps.byID[c.ID]
	switch {
	case known == nil:
		return nil, refuse(NotFound, "id", Unknown)
	case known.by != by.Person:
		return nil, refuse(Denied, "id", NotYours)
	case known.removed:
		return nil, nil
	}
	return []Event{StepRemoved(c)}, nil
}

// stepFor finds a step for the host.
func (s *Session) stepFor(by Actor, id string) (*step, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if known := s.steps.byID[id]; known != nil && !known.removed {
		return known, nil
	}
	return nil, refuse(NotFound, "id", Unknown)
}

func (c HideStep) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	known, err := s.stepFor(by, c.ID)
	if err != nil || known.hidden == c.Hidden {
		return nil, err
	}
	return []Event{StepHidden(c)}, nil
}

func (c AgreeStep) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	known, err := s.stepFor(by, c.ID)
	if err != nil || known.agreed == c.Agreed {
		return nil, err
	}
	return []Event{StepAgreed(c)}, nil
}

func (c ShowSteps) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil || s.steps.shown == c.Shown {
		return nil, err
	}
	return []Event{StepsShown(c)}, nil
}

func (e StepWritten) apply(s *Session, r Record) {
	known := s.steps.byID[e.ID]
	if known == nil {
		known = &step{id: e.ID, by: r.By, order: r.Seq}
		s.steps.byID[e.ID] = known
		s.steps.order = append(s.steps.order, known)
	}
	known.text = e.Step
	s.touchStep(known)
}

func (e StepRemoved) apply(s *Session, _ Record) {
	known := s.steps.byID[e.ID]
	known.removed, known.text = true, Step{}
	s.touchStep(known)
}

func (e StepHidden) apply(s *Session, _ Record) {
	s.steps.byID[e.ID].hidden = e.Hidden
	s.touch("step/" + e.ID)
}

func (e StepAgreed) apply(s *Session, _ Record) {
	s.steps.byID[e.ID].agreed = e.Agreed
	s.touch("step/" + e.ID)
}

func (e StepsShown) apply(s *Session, _ Record) {
	s.steps.shown = e.Shown
	s.touchAll() // there may be many
}

func (s *Session) touchStep(t *step) {
	s.touch("step/"+t.id, "progress")
	if t.by != HostID {
		s.touchMe(t.by)
	}
}
