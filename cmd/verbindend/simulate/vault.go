package simulate

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// A vault knows which answers to forms may be known already, and by whom. It is told just before the host asks for it.
type vault struct {
	mu     sync.Mutex
	guards map[string]*guarded // by activity
}

// guarded is what people answer to one activity.
type guarded struct {
	place  int         // which marks its texts carry
	closed bool        // the counts may be known by all, the texts by the host
	shown  bool        // the texts may be known by all …
	hidden map[int]int // … but not those with these marks
}

// guard begins to keep the answers to an activity.
func (v *vault) guard(activity string, place int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.guards == nil {
		v.guards = map[string]*guarded{}
	}
	v.guards[activity] = &guarded{place: place, hidden: map[int]int{}}
}

// closed says that an activity is being closed.
func (v *vault) closed(activity string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.guards[activity].closed = true
}

// shown says that the texts of an activity are being shown to the room, except those with some marks.
func (v *vault) shown(activity string, hidden []int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.guards[activity].shown = true
	for _, mark := range hidden {
		v.guards[activity].hidden[mark]++
	}
}

// countFields are field names that only the answers to a form have, once they are told; scores given to values are counted too.
var countFields = [][]byte{[]byte(`"dontKnow"`), []byte(`"counts"`), []byte(`"median"`)}

const outcomePrefix = "outcome/"

// answers is what a frame holds of the answers to forms.
type answers struct {
	outcomes []string         // activities whose outcome it holds
	loose    []byte           // a field of an outcome in another item
	marks    map[string][]int // of texts on sheets, by key of the item
}

func answersIn(f *visitor.Frame) answers {
	var a answers
	if bytes.Contains(f.Raw, []byte(sheetSign)) {
		a.marks = map[string][]int{}
		for key, item := range f.Set {
			if marks := marksIn(item, sheetSign); len(marks) > 0 {
				a.marks[key] = marks
			}
		}
	}
	for key := range f.Set {
		if activity, is := strings.CutPrefix(key, outcomePrefix); is {
			a.outcomes = append(a.outcomes, activity)
		}
	}
	for _, field := range countFields {
		if !bytes.Contains(f.Raw, field) {
			continue
		}
		for key, item := range f.Set {
			if !strings.HasPrefix(key, outcomePrefix) && !isIn(scored, key) && bytes.Contains(item, field) {
				a.loose = field
			}
		}
	}
	return a
}

// faults lists what of it a role may not know.
func (v *vault) faults(role session.Role, a answers) []string {
	if len(a.outcomes) == 0 && len(a.marks) == 0 && a.loose == nil {
		return nil
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	var faults []string
	if a.loose != nil {
		faults = append(faults, fmt.Sprintf("%s of answers to a form, outside of their outcome", a.loose))
	}
	for _, activity := range a.outcomes {
		if g := v.guards[activity]; g == nil || !g.closed {
			faults = append(faults, fmt.Sprintf("the answers to %q before it is closed", activity))
		}
	}
	for key, marks := range a.marks {
		activity, _ := strings.CutPrefix(key, outcomePrefix)
		if fault := v.guards[activity].texts(role, marks); fault != "" {
			faults = append(faults, fmt.Sprintf("%s, in %q", fault, key))
		}
	}
	return faults
}

// texts tells what is wrong with it that a role reads texts with marks in the outcome of this activity; "" when nothing is.
func (g *guarded) texts(role session.Role, marks []int) string {
	switch host := role == session.Host; {
	case g == nil || slices.ContainsFunc(marks, func(mark int) bool { return placeOf(mark) != g.place }):
		return "words of a sheet where they do not belong"
	case !g.closed:
		return "words of a sheet while people answer"
	case !host && !g.shown:
		return "words of a sheet that only the host may read"
	case !host && slices.ContainsFunc(marks, func(mark int) bool { return g.hidden[mark] > 0 }):
		return "words of a sheet that the host has hidden"
	}
	return ""
}

// reads lists what is wrong with results as anybody may read them before the end.
func (v *vault) reads(sum session.Summary) []string {
	a := answers{marks: map[string][]int{}}
	for _, o := range sum.Outcomes {
		a.outcomes = append(a.outcomes, o.Activity)
		for _, q := range o.Questions {
			for _, text := range q.Texts {
				key := outcomePrefix + o.Activity
				a.marks[key] = append(a.marks[key], marksIn([]byte(text.Text), sheetSign)...)
			}
		}
	}
	return v.faults(session.Screen, a)
}
