package plain

import (
	"strconv"
	"time"

	"verbindend/session"
)

// PulseState says what somebody meets who comes to look back.
type PulseState string

// What somebody meets who comes to look back.
const (
	PulseUnknown PulseState = "unknown" // there is no such session, or no more
	PulseRunning PulseState = "running" // the session has not ended
	PulseWaits   PulseState = "waits"   // none is open now; Opens says when the next one is meant to be
	PulseOver    PulseState = "over"    // the last one is over
	PulseAsks    PulseState = "asks"
	PulseThanks  PulseState = "thanks" // the answers are kept; they may still be changed
)

// A Pulse is the page on which somebody looks back on a session.
type Pulse struct {
	State     PulseState
	Session   string // its title
	Fictional bool
	HeldOn    time.Time
	Day       int             // days after the session that this pulse is meant for
	Opens     time.Time       // PulseWaits
	Closes    time.Time       // PulseAsks, PulseThanks
	Form      session.Form    // PulseAsks
	Given     map[string]int  // the own answers that count now
	Wrong     session.Problem // why the answers were not kept; the zero value: nothing is wrong
}

// Write gives the page.
func (v Pulse) Write(f Frame) ([]byte, error) {
	t := &dutch
	if f.Lang == session.English {
		t = &english
	}
	title := t.LookBack
	if v.Session != "" {
		title += " · " + v.Session
	}
	return f.write("pulse", title, v)
}

// An Asked is one question of the form, with the answer that was given to it.
type Asked struct {
	session.Question
	Step    bool // have you taken your step?
	Answers []Choice
	Unsure  *Choice
}

// A Choice is one answer to a question.
type Choice struct {
	Number int
	Label  string
	Chosen bool
}

// Asked gives the questions in their order.
func (v Pulse) Asked(t *texts) []Asked {
	var list []Asked
	for _, q := range v.Form.Questions {
		given, answered := v.Given[q.Key]
		a := Asked{Question: q, Step: q.Label == ""}
		for n := q.Min; n <= q.Max; n++ {
			c := Choice{Number: n, Label: strconv.Itoa(n), Chosen: answered && given == n}
			if a.Step {
				c.Label = t.Steps[n-1]
			}
			a.Answers = append(a.Answers, c)
		}
		if q.Unsure {
			a.Unsure = &Choice{Label: t.DontKnow, Chosen: answered && given == 0}
		}
		list = append(list, a)
	}
	return list
}
