package history

import (
	"fmt"
	"sync"
	"time"

	"verbindend/session"
)

// A History is the record of one session. It is safe for concurrent use; the witnesses are heard when all is over.
type History struct {
	mu    sync.Mutex
	tabs  []*Tab
	calls []*Call
	told  map[Secret]time.Time
	read  []reading
}

// A Secret is something that becomes known at a moment that the host chooses.
type Secret string

// The secrets of a session.
const (
	Cards        Secret = "cards"              // what people wrote, to the room
	ResultToHost Secret = "result to the host" // of a vote
	ResultToAll  Secret = "result"             // of a vote, to everybody
	Answers      Secret = "answers"            // on sheets, to the host
	AnswersToAll Secret = "answers to the room"
	Steps        Secret = "steps"  // for the organisation, to the room
	Shared       Secret = "shared" // personal steps, to the host
	SharedToAll  Secret = "shared to the room"
	RoomsChoice  Secret = "choice" // what the room chose between drafts, to anybody
	End          Secret = "end"    // from then on nobody is known any more
)

// OfRound is the secret of a later round of voting; that of the first is the secret itself.
func (s Secret) OfRound(round int) Secret {
	if round <= 1 {
		return s
	}
	return Secret(fmt.Sprint(s, " of round ", round))
}

// RoundOpens is the moment at which a round begins: from then on nobody has a ballot of the one before.
func RoundOpens(round int) Secret { return Secret(fmt.Sprint("round ", round)) }

// New begins a history.
func New() *History { return &History{told: map[Secret]time.Time{}} }

// Tell says that the host is about to ask for a secret to be told: whoever gets it earlier got it too early.
func (h *History) Tell(s Secret) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, told := h.told[s]; !told {
		h.told[s] = time.Now()
	}
}

// toldBy tells whether a secret might be known at a moment.
func (h *History) toldBy(s Secret, at time.Time) bool {
	when, told := h.told[s]
	return told && !at.Before(when)
}

// reading is what the results said when somebody asked.
type reading struct {
	asked, answered time.Time
	sum             session.Summary
}

// Read writes down what the results said to somebody who asked for them before the end.
func (h *History) Read(asked time.Time, sum session.Summary) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.read = append(h.read, reading{asked, time.Now(), sum})
}

// A Tab is one visitor. Its methods are for one caller and one reader at a time.
type Tab struct {
	h      *History
	Role   session.Role
	Client string
	Person int // who it is; no number is used in two sessions

	calls    []*Call // calls[n-1] has number n
	answered int     // all calls up to this number have their answer
	sights   []sight
	joined   bool
}

// Tab adds a visitor. client is the name under which it numbers its commands.
func (h *History) Tab(role session.Role, client string, person int) *Tab {
	h.mu.Lock()
	defer h.mu.Unlock()
	t := &Tab{h: h, Role: role, Client: client, Person: person}
	h.tabs = append(h.tabs, t)
	return t
}

// Outcome is what became of a call.
type Outcome string

// The outcomes. A call without an answer may have happened or not.
const (
	Unknown Outcome = "unknown"
	Done    Outcome = "done"
	Refused Outcome = "refused"
)

// A Call is one command from asking to answer.
type Call struct {
	tab      *Tab
	N        uint64
	Command  session.Command
	Effect   Effect
	Invoked  time.Time
	Answered time.Time // zero without an answer
	Outcome  Outcome
	Problem  *session.Problem
}

func (c *Call) String() string {
	return fmt.Sprintf("%s %d of %s (%s)", session.CommandType(c.Command), c.N, c.tab.Client, c.Outcome)
}

// Invoke writes down that the tab is about to send its next command. The effect is that of the command, unless it is given:
// what an undo means only the one who asks for it knows.
func (t *Tab) Invoke(command session.Command, effect ...Effect) *Call {
	t.h.mu.Lock()
	defer t.h.mu.Unlock()
	c := &Call{tab: t, N: uint64(len(t.calls) + 1), Command: command, Invoked: time.Now(), Outcome: Unknown}
	if len(effect) > 0 {
		c.Effect = effect[0]
	} else {
		c.Effect = effectOf(command, t.Person)
	}
	t.calls = append(t.calls, c)
	t.h.calls = append(t.h.calls, c)
	return c
}

// OK writes down the answer yes.
func (c *Call) OK(at time.Time) { c.answer(Done, at, nil) }

// Refuse writes down the answer no.
func (c *Call) Refuse(at time.Time, problem *session.Problem) { c.answer(Refused, at, problem) }

func (c *Call) answer(outcome Outcome, at time.Time, problem *session.Problem) {
	c.tab.h.mu.Lock()
	defer c.tab.h.mu.Unlock()
	c.Outcome, c.Answered, c.Problem = outcome, at, problem
}

// Counts tells how many calls ended in which way.
func (h *History) Counts() map[Outcome]int {
	h.mu.Lock()
	defer h.mu.Unlock()
	counts := map[Outcome]int{}
	for _, c := range h.calls {
		counts[c.Outcome]++
	}
	return counts
}

// Answered tells how long each call that has an answer waited for it.
func (h *History) Answered() []time.Duration {
	h.mu.Lock()
	defer h.mu.Unlock()
	var waits []time.Duration
	for _, c := range h.calls {
		if c.Outcome != Unknown {
			waits = append(waits, c.Answered.Sub(c.Invoked))
		}
	}
	return waits
}
