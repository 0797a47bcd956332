package session

import (
	"fmt"
	"slices"
)

// MaxLength bounds how many minutes a session may be planned to take: a day.
const MaxLength = 24 * 60

// A Blueprint is an agenda to start a session from that somebody made: a template of their own, or what a session went by.
type Blueprint struct {
	Name    string        `json:"name"`
	Minutes int           `json:"minutes"` // how long a session by it may take; 0: as long as its steps
	Steps   []PlannedStep `json:"steps"`
}

// PlannedStep is one activity of a Blueprint. Its id is needed where another step asks the same again; "" gets one.
type PlannedStep struct {
	Activity
	Note string `json:"note,omitempty"` // for the facilitator
}

// Checked cleans a blueprint and checks it as plan_activity checks. A Problem's field names the step by its place, from 0:
// "steps/2/minutes".
func (b Blueprint) Checked() (Blueprint, error) {
	var err error
	if b.Name, err = line("name", b.Name, MaxTitle); err != nil {
		return b, err
	}
	b.Steps, err = checkedSteps(b.Minutes, b.Steps)
	return b, err
}

func checkedSteps(minutes int, steps []PlannedStep) ([]PlannedStep, error) {
	switch {
	case minutes < 0 || minutes > MaxLength:
		return nil, &Problem{Code: Invalid, Field: "minutes", Reason: OutOfRange, Limit: MaxLength}
	case len(steps) == 0:
		return nil, refuse(Invalid, "steps", Empty)
	case len(steps) > MaxActivities:
		return nil, &Problem{Code: Invalid, Field: "steps", Reason: TooMany, Limit: MaxActivities}
	}
	checked := slices.Clone(steps)
	var before []Activity
	for i, step := range checked {
		if step.ID == "" {
			step.ID = fmt.Sprintf("a%d", i+1)
		}
		act, err := step.checked(before)
		if err == nil && slices.ContainsFunc(before, func(b Activity) bool { return b.ID == act.ID }) {
			err = refuse(Taken, "id", "")
		}
		if err == nil {
			step.Note, err = optional("note", step.Note, MaxNote)
		}
		if p := AsProblem(err); p != nil {
			at := *p
			at.Field = fmt.Sprintf("steps/%d/%s", i, p.Field)
			return nil, &at
		}
		if err != nil {
			return nil, err
		}
		checked[i] = PlannedStep{act, step.Note}
		before = append(before, act)
	}
	return checked, nil
}

// Blueprint gives the agenda as it is now, to start another session from, with what the facilitator noted beside it.
func (s *Session) Blueprint() Blueprint {
	b := Blueprint{Name: s.started.Title, Minutes: s.agenda.length, Steps: []PlannedStep{}}
	for i, act := range s.agenda.list {
		asked := func(earlier Activity) bool { return earlier.ID == act.Of && earlier.Kind == Tensions }
		if !slices.ContainsFunc(s.agenda.list[:i], asked) {
			act.Of = "" // what it asked again has gone, or was moved behind it
		}
		b.Steps = append(b.Steps, PlannedStep{act, s.agenda.notes[act.ID]})
	}
	return b
}

// total adds up the minutes of activities.
func total(list []Activity) int {
	sum := 0
	for _, act := range list {
		sum += act.Minutes
	}
	return sum
}
