package session

import (
	"slices"
	"time"
)

// Limits on an agenda. Minutes need not add up to anything: a plan that is too long is shown as such, and allowed.
const (
	MaxActivities = 40
	MaxMinutes    = 240 // of one activity
	MaxCardLimit  = 20  // cards per person
	MaxPrompt     = 200 // characters of what people are asked
	MaxNote       = 600 // characters of a facilitator's note
	MaxName       = 60  // characters of an activity's own name
)

// Kinds lists the kinds of activity that an agenda may hold, in the order in which a session uses them.
func Kinds() []Kind {
	return []Kind{Welcome, CheckIn, Tensions, Write, Rounds, Cluster, Clarify, Vote, Reveal, Pause, Formulate, Consent, Rate, Commit, CheckOut}
}

// PlanActivity puts a new activity into the agenda, before or during the session. Its id is the client's.
type PlanActivity struct {
	Activity
	At int `json:"at"` // its place, from 0; beyond the end is the end
}

// EditActivity changes what an activity is called, asks and takes; its kind stays. What it is now is given whole.
type EditActivity struct {
	Activity
}

// MoveActivity gives an activity another place.
type MoveActivity struct {
	Activity string `json:"activity"`
	At       int    `json:"at"` // among the others, from 0
}

// RemoveActivity takes an activity out of the agenda. What people gave in it stays in the record; because of that it has to be
// sure when there is something.
type RemoveActivity struct {
	Activity string `json:"activity"`
	Sure     bool   `json:"sure"`
}

// AgendaChanged is the agenda from now on. What was opened before and is not in it any more stays in the record.
type AgendaChanged struct {
	Agenda []Activity `json:"agenda"`
}

// NoteActivity keeps a note for the facilitator beside an activity; "" takes it away. Nobody else ever sees it.
type NoteActivity struct {
	Activity string `json:"activity"`
	Note     string `json:"note"`
}

// ActivityNoted is the facilitator's note beside an activity.
type ActivityNoted struct {
	Activity string `json:"activity"`
	Note     string `json:"note"`
}

// checked cleans what a facilitator says of an activity, and checks it against the agenda it shall be in.
func (a Activity) checked(agenda []Activity) (Activity, error) {
	if !slices.Contains(Kinds(), a.Kind) {
		return a, refuse(Invalid, "kind", Unknown)
	}
	if err := checkID("id", a.ID); err != nil {
		return a, err
	}
	if a.Minutes < 0 || a.Minutes > MaxMinutes {
		return a, &Problem{Code: Invalid, Field: "minutes", Reason: OutOfRange, Limit: MaxMinutes}
	}
	var err error
	if a.Title, err = optional("title", a.Title, MaxName); err != nil {
		return a, err
	}
	if a.Prompt, err = optional("prompt", a.Prompt, MaxPrompt); err != nil {
		return a, err
	}
	switch {
	case (a.Kind == Write || a.Kind == Rounds) && (a.cardLimit() < 1 || a.Limit > MaxCardLimit):
		return a, &Problem{Code: Invalid, Field: "limit", Reason: OutOfRange, Limit: MaxCardLimit}
	case a.Kind != Write && a.Kind != Rounds:
		a.Limit = 0
	}
	if a, err = a.modeChecked(); err != nil {
		return a, err
	}
	if a.Kind != Rounds {
		a.Turns = nil
	} else if err := a.turnsChecked(); err != nil {
		return a, err
	}
	if a, err = a.ballotChecked(); err != nil {
		return a, err
	}
	if a.Kind != Tensions {
		a.Poles, a.Of = nil, ""
		return a, nil
	}
	return a.tensionChecked(agenda)
}

// optional is line for a text that may be left out.
func optional(field, text string, limit int) (string, error) {
	clean, err := line(field, text, limit)
	if p := AsProblem(err); p != nil && p.Reason == Empty {
		return "", nil
	}
	return clean, err
}

func (c PlanActivity) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if _, known := s.agenda.find(c.ID); known || s.agenda.status[c.ID] != "" {
		return nil, refuse(Taken, "id", "")
	}
	if len(s.agenda.list) >= MaxActivities {
		return nil, &Problem{Code: Invalid, Field: "id", Reason: TooMany, Limit: MaxActivities}
	}
	at := min(max(c.At, 0), len(s.agenda.list))
	act, err := c.checked(s.agenda.list[:at])
	if err != nil {
		return nil, err
	}
	return []Event{AgendaChanged{slices.Insert(slices.Clone(s.agenda.list), at, act)}}, nil
}

// place gives where an activity stands, for the host.
func (s *Session) place(id string, by Actor) (int, error) {
	if err := only(Host, by); err != nil {
		return 0, err
	}
	i := slices.IndexFunc(s.agenda.list, func(a Activity) bool { return a.ID == id })
	if i < 0 {
		return 0, refuse(NotFound, "activity", Unknown)
	}
	return i, nil
}

func (c EditActivity) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	i, err := s.place(c.ID, by)
	if err != nil {
		return nil, err
	}
	if c.Kind != s.agenda.list[i].Kind {
		return nil, refuse(Invalid, "kind", Unknown)
	}
	act, err := c.checked(s.agenda.list[:i])
	if err != nil || act.same(s.agenda.list[i]) {
		return nil, err
	}
	list := slices.Clone(s.agenda.list)
	list[i] = act
	return []Event{AgendaChanged{list}}, nil
}

func (c MoveActivity) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	i, err := s.place(c.Activity, by)
	if err != nil {
		return nil, err
	}
	act := s.agenda.list[i]
	list := slices.Delete(slices.Clone(s.agenda.list), i, i+1)
	at := min(max(c.At, 0), len(list))
	if at == i {
		return nil, nil
	}
	return []Event{AgendaChanged{slices.Insert(list, at, act)}}, nil
}

func (c RemoveActivity) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	i, err := s.place(c.Activity, by)
	if err != nil {
		return nil, err
	}
	if s.agenda.now == c.Activity && s.status == Running {
		return nil, refuse(Closed, "activity", IsCurrent)
	}
	if s.agenda.spans[c.Activity] != nil && !c.Sure {
		return nil, refuse(Taken, "activity", HasAnswers)
	}
	return []Event{AgendaChanged{slices.Delete(slices.Clone(s.agenda.list), i, i+1)}}, nil
}

func (e AgendaChanged) apply(s *Session, _ Record) {
	kept := map[string]bool{}
	for _, act := range e.Agenda {
		kept[act.ID] = true
	}
	for _, act := range s.agenda.list {
		if !kept[act.ID] && s.agenda.spans[act.ID] != nil {
			s.agenda.gone = append(s.agenda.gone, act)
		}
	}
	s.agenda.set(e.Agenda)
	s.noteMode()
	s.touchAll()
	s.touchEverybody() // what is public, and which answers there are, may hang on what was taken off the agenda
}

func (c NoteActivity) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if _, err := s.place(c.Activity, by); err != nil {
		return nil, err
	}
	note, err := optional("note", c.Note, MaxNote)
	if err != nil || note == s.agenda.notes[c.Activity] {
		return nil, err
	}
	return []Event{ActivityNoted{c.Activity, note}}, nil
}

func (e ActivityNoted) apply(s *Session, _ Record) {
	if e.Note == "" {
		delete(s.agenda.notes, e.Activity)
	} else {
		s.agenda.notes[e.Activity] = e.Note
	}
	s.touch("notes")
}

// NotesItem is the view's item "notes": what the facilitator wrote beside the activities. For the host alone.
type NotesItem struct {
	Notes map[string]string `json:"notes"` // by activity
}

func (s *Session) notesItem(role Role) any {
	if role != Host || len(s.agenda.notes) == 0 || s.sealed != nil {
		return nil
	}
	item := NotesItem{Notes: map[string]string{}}
	for id, note := range s.agenda.notes {
		item.Notes[id] = note
	}
	return item
}

// same tells whether two activities are told apart by nothing.
func (a Activity) same(b Activity) bool {
	return a.ID == b.ID && a.Kind == b.Kind && a.Minutes == b.Minutes && a.Limit == b.Limit &&
		a.Mode == b.Mode && a.Hold == b.Hold && a.Title == b.Title && a.Prompt == b.Prompt && a.Of == b.Of && a.Ballot == b.Ballot && a.Among == b.Among &&
		slices.Equal(a.Poles, b.Poles) && slices.Equal(a.Turns, b.Turns)
}
