package session

import (
	"iter"
	"time"
)

// Kind is what an activity lets people do.
type Kind string

// The kinds of activity.
const (
	Welcome   Kind = "welcome"   // join, choose a group, read the privacy notice
	CheckIn   Kind = "checkin"   // one word, and how much energy there is
	Tensions  Kind = "tensions"  // where the room stands between two poles, now and wanted
	Write     Kind = "write"     // one value per card, in silence
	Rounds    Kind = "rounds"    // talk about the cards alone, in pairs, in fours, all together
	Cluster   Kind = "cluster"   // put cards together and name them
	Clarify   Kind = "clarify"   // make the ballot clear before it is frozen
	Vote      Kind = "vote"      // blind, by dots, scores or places
	Reveal    Kind = "reveal"    // the result, and what it means
	Pause     Kind = "pause"     // a break
	Rate      Kind = "rate"      // importance of the chosen values, and presence today
	Commit    Kind = "commit"    // personal if-then, and steps for the organisation
	CheckOut  Kind = "checkout"  // one word, and how useful it was
	Formulate Kind = "formulate" // put values into words, at tables
	Consent   Kind = "consent"   // agree with the final texts, or not yet
)

// An Activity is one step of an agenda.
type Activity struct {
	ID      string  `json:"id"`
	Kind    Kind    `json:"kind"`
	Minutes int     `json:"minutes"`          // planned length
	Limit   int     `json:"limit,omitempty"`  // write, rounds: cards per person
	Title   string  `json:"title,omitempty"`  // a name of its own; "" for that of its kind
	Prompt  string  `json:"prompt,omitempty"` // what people are asked; "" for the question of its kind
	Poles   []Poles `json:"poles,omitempty"`  // tensions: other pairs than the standard ones
	Of      string  `json:"of,omitempty"`     // tensions: the earlier activity whose questions are asked again
	Turns   []Turn  `json:"turns,omitempty"`  // rounds: other rounds than the standard ones for its minutes
	Mode    Mode    `json:"mode,omitempty"`   // write: what people have beside their own cards; "": nothing
	Hold    bool    `json:"hold,omitempty"`   // write, in the open: the facilitator reads a card before others see it
	Ballot  Method  `json:"ballot,omitempty"` // vote: how it is voted; "" by dots
	Among   Among   `json:"among,omitempty"`  // vote: on which values; "" on all
}

// cardLimit gives how many cards a person may lay down; rounds of which nobody said it take as many as writing does by default.
func (a Activity) cardLimit() int {
	if a.Kind == Rounds && a.Limit == 0 {
		return DefaultCardLimit
	}
	return a.Limit
}

// ActivityStatus is where an activity stands.
type ActivityStatus string

// An activity is planned until it is opened; it takes input while open; closed, it can be opened again.
const (
	Planned   ActivityStatus = "planned"
	Open      ActivityStatus = "open"
	ClosedNow ActivityStatus = "closed"
)

type agendaState struct {
	list   []Activity
	status map[string]ActivityStatus
	spans  map[string]*span
	gone   []Activity        // opened once, and taken out of the agenda since
	notes  map[string]string // for the facilitator, by activity
	length int               // minutes the session was started for
	now    string            // id of the current activity; "" in the lobby
}

// span is when an activity really was open: first opened, last closed; and in which modes people wrote in it.
type span struct {
	opened, closed time.Time
	modes          []Mode
}

func newAgendaState() agendaState {
	return agendaState{status: map[string]ActivityStatus{}, spans: map[string]*span{}, notes: map[string]string{}}
}

func (a *agendaState) set(list []Activity) {
	a.list = list
	for _, act := range list {
		if _, known := a.status[act.ID]; !known {
			a.status[act.ID] = Planned
		}
	}
}

func (a *agendaState) find(id string) (Activity, bool) {
	for _, act := range a.list {
		if act.ID == id {
			return act, true
		}
	}
	return Activity{}, false
}

// held lists all activities that are planned or were ever opened, those last that were taken out of the agenda.
func (a *agendaState) held() iter.Seq[Activity] {
	return func(yield func(Activity) bool) {
		for _, list := range [][]Activity{a.list, a.gone} {
			for _, act := range list {
				if !yield(act) {
					return
				}
			}
		}
	}
}

func (a *agendaState) current() (Activity, bool) { return a.find(a.now) }

// isOpen tells whether an activity of this kind takes input now.
func (s *Session) isOpen(kind Kind) bool {
	act, ok := s.agenda.current()
	return ok && act.Kind == kind && s.agenda.status[act.ID] == Open && s.status == Running
}

// OpenActivity makes an activity the current one and lets it take input; the one that was open is closed first.
// Opening a vote freezes the ballot of a new round: the round before it stays in the record when the room has seen its outcome, and
// is cancelled when not. Opening what comes before a vote cancels its round, in plain sight.
type OpenActivity struct {
	Activity string `json:"activity"`
}

// ActivityOpened says that an activity is the current one and takes input.
type ActivityOpened struct {
	Activity string `json:"activity"`
}

// CloseActivity ends the input of the current activity; it stays in view.
type CloseActivity struct{}

// ActivityClosed says that an activity takes no input any more.
type ActivityClosed struct {
	Activity string `json:"activity"`
}

func (c OpenActivity) decide(s *Session, by Actor, at time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	next, ok := s.agenda.find(c.Activity)
	if !ok {
		return nil, refuse(NotFound, "activity", Unknown)
	}
	if s.agenda.now == next.ID && s.agenda.status[next.ID] == Open {
		return nil, nil
	}
	var events []Event
	if now, ok := s.agenda.current(); ok && s.agenda.status[now.ID] == Open {
		events = append(events, s.closing(now, next.Kind)...)
	}
	events = append(events, s.closingChoice()...)
	opening, err := s.opening(next)
	if err != nil {
		return nil, err
	}
	events = append(events, opening...)
	long := minutes(next.Minutes)
	if next.Kind == Rounds {
		turn, _ := s.turn(next)
		long = minutes(turn.Minutes)
	}
	events = append(events, ActivityOpened{next.ID}, TimerSet{Activity: next.ID, Running: true, Total: long, Deadline: at.Add(long)})
	return events, nil
}

// shapesBallot tells whether what people do in it changes what can be voted on.
func (k Kind) shapesBallot() bool { return k == Write || k == Rounds || k == Cluster || k == Clarify }

// closing is what has to happen when act stops taking input because `next` begins ("" when nothing does).
func (s *Session) closing(act Activity, next Kind) []Event {
	if act.Kind == Vote {
		if next.shapesBallot() || next == Vote {
			return []Event{RoundCancelled{s.vote.round}, ActivityClosed{act.ID}}
		}
		return []Event{RoundClosed{Round: s.vote.round}, ActivityClosed{act.ID}}
	}
	return []Event{ActivityClosed{act.ID}}
}

// opening is what has to happen before act can take input.
func (s *Session) opening(act Activity) ([]Event, error) {
	switch act.Kind {
	case Write, Rounds, Cluster, Clarify:
		if s.vote.status == RoundIsClosed {
			return []Event{RoundCancelled{s.vote.round}}, nil
		}
	case Vote:
		return s.freeze(act)
	case Formulate:
		return s.openTables()
	}
	return s.freezeForm(act)
}

func (CloseActivity) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	now, ok := s.agenda.current()
	if !ok || s.agenda.status[now.ID] != Open {
		return nil, nil
	}
	return s.closing(now, ""), nil
}

func (e ActivityOpened) apply(s *Session, r Record) {
	defer s.touchWhoSeesCards(s.cardsPublic())
	s.touchSeated() // a table is seen while the room is at it
	s.status = Running
	s.agenda.now = e.Activity
	s.agenda.status[e.Activity] = Open
	if s.agenda.spans[e.Activity] == nil {
		s.agenda.spans[e.Activity] = &span{opened: r.At}
	}
	s.noteMode()
	switch act, _ := s.agenda.current(); act.Kind {
	case Reveal:
		s.vote.revealed = s.vote.status == RoundIsClosed
	case Write: // what lies where changes with the words
		for id := range s.clusters.doubts {
			s.undoubt(id)
		}
	case Cluster:
		norms := make([]string, 0, len(s.cards.order))
		for _, c := range s.cards.order {
			if !c.removed {
				norms = append(norms, c.norm)
			}
		}
		s.clusters.learn(newLexicon(norms))
	case Formulate:
		s.tables.shown = ""
	}
	s.touchAll()
}

func (e ActivityClosed) apply(s *Session, r Record) {
	defer s.touchWhoSeesCards(s.cardsPublic())
	s.agenda.status[e.Activity] = ClosedNow
	if sp := s.agenda.spans[e.Activity]; sp != nil {
		sp.closed = later(r.At, sp.opened)
	}
	if sh := s.sheets[e.Activity]; sh != nil {
		sh.joined = len(s.people.order)
		sh.noteGroups(s.people)
	}
	s.timer = timer{}
	s.touchAll()
}

// AgendaItem is the view's item "agenda": the plan.
type AgendaItem struct {
	Activities []PlannedActivity `json:"activities"`
	Minutes    int               `json:"minutes"` // how long the session may take, as it was started
}

// PlannedActivity is one step of the plan as it stands.
type PlannedActivity struct {
	Activity
	Status ActivityStatus `json:"status"`
	Opened int64          `json:"opened,omitempty"` // for the host: when it was first opened, Unix milliseconds
	Closed int64          `json:"closed,omitempty"` // for the host: when it was last closed
}

func (s *Session) agendaItem(role Role) any {
	list := make([]PlannedActivity, len(s.agenda.list))
	for i, act := range s.agenda.list {
		list[i] = PlannedActivity{Activity: act, Status: s.agenda.status[act.ID]}
		if sp := s.agenda.spans[act.ID]; sp != nil && role == Host {
			list[i].Opened = sp.opened.UnixMilli()
			if !sp.closed.IsZero() {
				list[i].Closed = sp.closed.UnixMilli()
			}
		}
	}
	return AgendaItem{list, s.agenda.length}
}

// NowItem is the view's item "now": the current activity. There is none in the lobby.
type NowItem struct {
	Activity string `json:"activity"`
	Kind     Kind   `json:"kind"`
	Open     bool   `json:"open"`            // takes input
	Index    int    `json:"index"`           // 0 is the first of the agenda
	Limit    int    `json:"limit,omitempty"` // write, rounds: cards per person
	Mode     Mode   `json:"mode,omitempty"`  // write: what people have beside their own cards
	Hold     bool   `json:"hold,omitempty"`  // write, in the open: the facilitator reads a card before others see it
}

func (s *Session) nowItem(Role) any {
	for i, act := range s.agenda.list {
		if act.ID == s.agenda.now {
			return NowItem{
				Activity: act.ID, Kind: act.Kind, Open: s.agenda.status[act.ID] == Open && s.status == Running,
				Index: i, Limit: act.cardLimit(), Mode: act.Mode, Hold: act.Hold,
			}
		}
	}
	return nil
}
