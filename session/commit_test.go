package session

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// commitment is what somebody does with steps and shared intentions, sensible or not.
func (w *world) commitment(t *rapid.T) (PersonID, Command) {
	return w.commits(t, rapid.SampledFrom([]string{"", "een stap", "nog een stap"}).Draw(t, "step"))
}

func (w *world) commits(t *rapid.T, text string) (PersonID, Command) {
	id := fmt.Sprintf("s%d", rapid.IntRange(1, 6).Draw(t, "id"))
	on := rapid.Bool().Draw(t, "on")
	who := rapid.SampledFrom([]PersonID{host, w.somebody(t), w.somebody(t)}).Draw(t, "committed")
	switch rapid.IntRange(0, 11).Draw(t, "commitment") {
	case 0, 1, 2:
		return who, WriteStep{id, Step{What: text, First: text}}
	case 3:
		return who, RemoveStep{id}
	case 4, 5, 6:
		return w.somebody(t), ShareIntention{Intention{When: text, Then: text, Horizon: InAWeek}}
	case 7:
		return w.somebody(t), WithdrawIntention{}
	case 8:
		return host, HideStep{id, on}
	case 9:
		return host, AgreeStep{id, on}
	case 10:
		return host, ShowSteps{on}
	}
	if rapid.Bool().Draw(t, "hide") {
		for _, key := range w.s.Keys() {
			if known, found := strings.CutPrefix(key, "intention/"); found {
				return host, HideIntention{known, on}
			}
		}
	}
	return host, ShowIntentions{on}
}

// Who may read what of the commitments, said once more: by following what was acknowledged.
type promises struct {
	steps              map[string]*promised
	shared             map[PersonID]string // marks
	hidden             map[string]bool     // marks of shared ones
	wall, report, open bool
	closed             bool
}

type promised struct {
	by                      PersonID
	mark                    string
	hidden, agreed, removed bool
}

func (p *promises) follow(r *room, who PersonID, a *answer) {
	if a.err != nil || len(a.records) == 0 {
		return
	}
	switch c := a.command.(type) {
	case WriteStep:
		if p.steps[c.ID] == nil {
			p.steps[c.ID] = &promised{by: who}
		}
		p.steps[c.ID].mark = c.What
	case RemoveStep:
		p.steps[c.ID].removed = true
	case HideStep:
		p.steps[c.ID].hidden = c.Hidden
	case AgreeStep:
		p.steps[c.ID].agreed = c.Agreed
	case ShowSteps:
		p.wall = c.Shown
	case ShareIntention:
		p.shared[who] = c.Then
	case WithdrawIntention:
		delete(p.shared, who)
	case HideIntention:
		if it, ok := r.s.Item(Host, "intention/"+c.ID).(IntentionItem); ok {
			p.hidden[it.Then] = c.Hidden
		}
	case ShowIntentions:
		p.report = c.Shown
	case OpenActivity:
		p.open, p.closed = c.Activity == "steps", p.closed || c.Activity == "steps"
	case CloseActivity:
		p.open = false
	}
}

// may lists the marks that somebody may read.
func (p *promises) may(v Viewer, summary bool) map[string]bool {
	marks := map[string]bool{}
	for _, s := range p.steps {
		public := !s.hidden && p.wall
		if !s.removed && (v.Role == Host && !summary || s.by == v.Person || public && (s.agreed || v.Role != Participant)) {
			marks[s.mark] = true
		}
	}
	for who, mark := range p.shared {
		over := p.closed && !p.open
		if who == v.Person || over && (v.Role == Host && !summary || v.Role != Participant && p.report && !p.hidden[mark]) {
			marks[mark] = true
		}
	}
	return marks
}

func TestCommitmentsAreSecret(t *testing.T) {
	t.Run("whatever happens, nobody reads a step or a shared intention that they may not, and everybody reads what they may", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			w := newWorld(t)
			w.lawless = true
			if len(w.crowd) == 0 {
				return
			}
			p := &promises{steps: map[string]*promised{}, shared: map[PersonID]string{}, hidden: map[string]bool{}}
			for range rapid.IntRange(1, 60).Draw(t, "steps") {
				w.marks++
				who, c := w.commits(t, mark(w.marks))
				switch rapid.IntRange(0, 9).Draw(t, "leads") {
				case 0, 1:
					who, c = host, OpenActivity{"steps"}
				case 2:
					who, c = host, OpenActivity{"a1"}
				case 3:
					who, c = host, CloseActivity{}
				}
				p.follow(w.room, who, w.do(who, c))
				for _, v := range []Viewer{{Role: Host}, {Role: Screen}, {Role: Participant, Person: w.crowd[0]}} {
					view := w.s.View(v)
					if found, allowed := marksIn(encoded(t, view)), p.may(v, false); !maps.Equal(found, allowed) {
						t.Fatalf("after %#v the %s reads %v, and may read %v", c, v.Role, found, allowed)
					}
				}
				if found, allowed := marksIn(encoded(t, w.s.Summary())), p.may(Viewer{Role: Screen}, true); !maps.Equal(found, allowed) {
					t.Fatalf("after %#v the summary has %v, and may have %v", c, found, allowed)
				}
			}
		})
	})
}
