package history

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"verbindend/session"
)

// bounds count registers of a family: those that must end in a value of which something is so, and those that may.
func bounds(all map[string]register, family string, is func(value string) bool) (must, may int) {
	for name, r := range all {
		if !strings.HasPrefix(name, family) {
			continue
		}
		some, every := false, true
		for value := range r.ends("") {
			if is(value) {
				some = true
			} else {
				every = false
			}
		}
		if some {
			may++
			if every {
				must++
			}
		}
	}
	return must, may
}

// within compares a count with its bounds.
func within(f *findings, what string, n, must, may int) {
	if n < must {
		f.add(Lost, "%s: %d at least, and the results say %d", what, must, n)
	} else if n > may {
		f.add(Doubled, "%s: %d at most, and the results say %d", what, may, n)
	}
}

// answered checks what was answered to forms: how many gave each number, and each text that the room may read.
func answered(f *findings, all map[string]register, got session.Summary) {
	told := map[string]bool{}
	for _, o := range got.Outcomes {
		family := "sheet/" + o.Activity + "/"
		if told[o.Activity] {
			f.add(Doubled, "the answers to %s are there twice", o.Activity)
		}
		told[o.Activity] = true
		must, may := bounds(all, family, func(value string) bool { return value != "" })
		within(f, "sheets of "+o.Activity, o.Sheets, must, may)
		for _, q := range o.Questions {
			for i, n := range q.Counts {
				answer := fmt.Sprintf("%s:%d", q.Key, q.Min+i)
				must, may := bounds(all, family, func(value string) bool { return slices.Contains(strings.Split(value, "|"), answer) })
				within(f, o.Activity+", "+answer, n, must, may)
			}
			if q.Max == 0 && o.Shown {
				texts(f, all, family, q)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if activity, is := strings.CutPrefix(name, "sheet/"); is {
			activity, _, _ = strings.Cut(activity, "/")
			if _, none := all[name].ends("")[""]; !none && !told[activity] {
				f.add(Lost, "%s, and the results have no answers to %s", name, activity)
			}
		}
	}
}

// texts checks the words on sheets. All that were ever sent differ, so that each tells of one.
func texts(f *findings, all map[string]register, family string, q session.Answered) {
	there := map[string]int{}
	for _, t := range q.Texts {
		there[t.Text] += t.Count
	}
	exactly(f, all, family, there, func(value string) string {
		for _, part := range strings.Split(value, "|") {
			if text, is := strings.CutPrefix(part, q.Key+"="); is {
				return text
			}
		}
		return ""
	})
}

// exactly compares texts, and how often each is there, with what registers of a family may say in the end.
func exactly(f *findings, all map[string]register, family string, there map[string]int, text func(value string) string) {
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !strings.HasPrefix(name, family) {
			continue
		}
		may := map[string]*Call{}
		for value, call := range all[name].ends("") {
			may[text(value)] = call
		}
		found := ""
		for _, c := range all[name] {
			if words := text(c.Effect.Value); words != "" && there[words] > 0 {
				if found != "" && found != words {
					f.add(Doubled, "%s is there as %q and as %q", name, found, words)
				}
				if there[words] > 1 {
					f.add(Doubled, "%s is there %d times", name, there[words])
				}
				found = words
			}
		}
		if _, fine := may[found]; !fine {
			class := Lost
			if found != "" {
				class = Disorder
			}
			f.add(class, "%s is %q; %s", name, found, wanted(may))
		}
		for _, c := range all[name] {
			delete(there, text(c.Effect.Value))
		}
	}
	for _, words := range slices.Sorted(maps.Keys(there)) {
		f.add(Nowhere, "%s: %q, which nobody wrote", family, words)
	}
}

func same(value string) string { return value }

// committed checks the steps, when they were shown to the room, and the personal ones.
func (h *History) committed(f *findings, all map[string]register, got session.Summary) {
	steps, shared := map[string]int{}, map[string]int{}
	for _, one := range got.Steps {
		steps[one.What]++
	}
	for _, one := range got.Shared {
		shared[one.Then]++
	}
	if h.did(func(c session.Command) bool { show, is := c.(session.ShowSteps); return is && show.Shown }) {
		exactly(f, all, "step/", steps, same)
	}
	if h.did(func(c session.Command) bool { show, is := c.(session.ShowIntentions); return is && show.Shown }) {
		exactly(f, all, "intention/", shared, same)
	} else if len(shared) > 0 {
		f.add(Disclosed, "%d personal steps are in the results that were never shown", len(shared))
	}
}

// did tells whether a call of a kind was done.
func (h *History) did(is func(session.Command) bool) bool {
	return slices.ContainsFunc(h.calls, func(c *Call) bool { return c.Outcome == Done && is(c.Command) })
}

// settled checks the final texts, and what the room chose between drafts: of each table how many, in the round about its value.
func settled(f *findings, all map[string]register, got session.Summary) {
	seen := map[string]bool{}
	for _, one := range got.Formulations {
		name := "final/" + one.Value
		if seen[name] {
			f.add(Doubled, "%s is there twice", name)
		}
		seen[name] = true
		if r := all[name]; r == nil {
			f.add(Nowhere, "%s, which nobody settled on", name)
		} else {
			judge(f, name, one.Whole(), r.ends(""), r)
		}
		if one.Room != nil {
			chosen(f, all, *one.Room)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if strings.HasPrefix(name, "final/") && !seen[name] {
			judge(f, name, "", all[name].ends(""), all[name])
		}
	}
}

// chosen checks a choice of the room; there is one round of it in the sessions that are played.
func chosen(f *findings, all map[string]register, room session.RoomChoice) {
	for _, draft := range append([]session.DraftCount{{Table: 0, N: room.None}}, room.Drafts...) {
		table := strconv.Itoa(draft.Table)
		must, may := bounds(all, "choice/1/", func(value string) bool { return value == table })
		within(f, "the draft of table "+table, draft.N, must, may)
	}
	must, may := bounds(all, "choice/1/", func(value string) bool { return value != "" })
	within(f, "people who chose a draft", room.Chosen, must, may)
}
