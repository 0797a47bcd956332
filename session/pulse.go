package session

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// A pulse looks back on a session some time after it: how present is each value today, and has everybody taken their step? It is
// a small session of its own, with one activity and a form that is frozen from the start: so it is as blind while it is open, and as
// empty of people when it is sealed, as any other one. The session it looks back on stays sealed.

// Pulse is the one activity of a pulse. It is in nobody's agenda and on none of the pages of a session, so that it is no kind among
// the others.
const Pulse = Kind("pulse")

// MinPulse is how many answers a question of a pulse needs before more than their number is told.
const MinPulse = GroupThreshold

// MaxPulseDay is how many days after its end a session may be looked back on.
const MaxPulseDay = 365

// PulseActivity is the id of a pulse's activity.
const PulseActivity = "pulse"

// The keys of a pulse's form: presence stands behind the id of each value.
const (
	pulsePresence = "/presence"
	pulseStep     = "step"
)

// Answers to "have you taken your step?".
const (
	StepNotYet = 1
	StepPartly = 2
	StepTaken  = 3
)

// PulseOf says on what a pulse looks back.
type PulseOf struct {
	Session string `json:"session"`
	Day     int    `json:"day"` // days after its end that it was meant for
}

// A PulseValue is a value that a pulse asks about.
type PulseValue struct {
	ID   string // of the option, which is that of the cluster
	Name string
	Text string // its final sentence; "" when there is none
}

// PulseValues lists the values that a session left to be looked back on: those with a final sentence, or else those that
// go on by the vote.
func (s Summary) PulseValues() []PulseValue {
	var values []PulseValue
	for _, f := range s.Formulations {
		if f.Sentence != "" {
			values = append(values, PulseValue{f.Value, f.Name, f.Sentence})
		}
	}
	if len(values) == 0 && s.Vote != nil {
		for _, one := range s.Vote.Chosen() {
			values = append(values, PulseValue{one.ID, one.Name, ""})
		}
	}
	return values
}

// StartPulse begins a pulse: it is the first command of a log and comes from the server, which has picked the id.
type StartPulse struct {
	ID  string
	Day int
	Of  Summary // the session that is looked back on, sealed
}

func (c StartPulse) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if s.seq != 0 {
		return nil, refuse(Taken, "id", "")
	}
	if !c.Of.Final {
		return nil, refuse(Closed, "session", "") // it has not ended
	}
	if c.Day < 1 || c.Day > MaxPulseDay {
		return nil, &Problem{Code: Invalid, Field: "day", Reason: OutOfRange, Limit: MaxPulseDay}
	}
	var form Form
	for _, v := range c.Of.PulseValues() {
		form.Questions = append(form.Questions, Question{Key: v.ID + pulsePresence, Label: v.Name, Text: v.Text, Min: 1, Max: 10, Unsure: true})
	}
	if len(form.Questions) == 0 {
		return nil, refuse(Closed, "session", NothingToRate)
	}
	form.Questions = append(form.Questions, Question{Key: pulseStep, Min: StepNotYet, Max: StepTaken})
	started := SessionStarted{
		ID: c.ID, Title: c.Of.Title, Lang: c.Of.Lang, Fictional: c.Of.Fictional, Pulse: &PulseOf{c.Of.ID, c.Day},
		Agenda: []Activity{{ID: PulseActivity, Kind: Pulse}},
	}
	return []Event{started, FormFrozen{PulseActivity, form}, ActivityOpened{PulseActivity}}, nil
}

// PulseForm gives the questions of a pulse; none when it is no pulse, or is sealed.
func (s *Session) PulseForm() Form {
	if sh := s.sheets[PulseActivity]; sh != nil && s.started.Pulse != nil {
		return sh.form
	}
	return Form{}
}

// discreet keeps the answers to a pulse to what cannot show anybody: of a question that fewer than MinPulse people answered nothing
// is told but how many they were.
func (o Outcome) discreet() Outcome {
	o.Questions = slices.Clone(o.Questions)
	for i, q := range o.Questions {
		if q.N < MinPulse {
			o.Questions[i] = Answered{Question: q.Question, N: q.N}
		}
	}
	if o.Sheets < MinPulse {
		o.Questions = []Answered{}
	}
	return o
}

// A Lookback is what a pulse came to.
type Lookback struct {
	Day      int
	ClosedAt time.Time
	Answered int                 // people who answered anything
	Presence map[string]Presence // by value; those that fewer than MinPulse people gave a number have no mean
	Steps    *StepsTaken         // nil when fewer than MinPulse people said so
}

// Presence is how present people found a value, 1–10.
type Presence struct {
	N    int
	Mean float64 // 0: not told
}

// StepsTaken counts what people said of the step they had chosen.
type StepsTaken struct {
	Taken  int `json:"taken"`
	Partly int `json:"partly"`
	NotYet int `json:"notYet"`
}

// Lookback reads the results of a pulse that has closed; false for any other session.
func (s Summary) Lookback() (Lookback, bool) {
	if s.Pulse == nil || !s.Final {
		return Lookback{}, false
	}
	l := Lookback{Day: s.Pulse.Day, ClosedAt: s.EndedAt, Presence: map[string]Presence{}}
	for _, o := range s.Outcomes {
		if o.Kind != Pulse {
			continue
		}
		l.Answered = o.Sheets
		for _, q := range o.Questions {
			if q.Key == pulseStep && len(q.Counts) == StepTaken {
				l.Steps = &StepsTaken{q.Counts[StepTaken-1], q.Counts[StepPartly-1], q.Counts[StepNotYet-1]}
			} else if id, is := strings.CutSuffix(q.Key, pulsePresence); is {
				l.Presence[id] = Presence{q.N, q.Mean}
			}
		}
	}
	return l, true
}

// Lookbacks reads the pulses of one session, in the order of their days.
func Lookbacks(pulses []Summary) []Lookback {
	var list []Lookback
	for _, sum := range pulses {
		if l, closed := sum.Lookback(); closed {
			list = append(list, l)
		}
	}
	slices.SortStableFunc(list, func(a, b Lookback) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), a.ClosedAt.Compare(b.ClosedAt))
	})
	return list
}
