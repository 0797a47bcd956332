package history

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"verbindend/session"
)

// Results compares what remains of the session with what was acknowledged.
func (h *History) Results(got session.Summary) []Finding {
	h.mu.Lock()
	defer h.mu.Unlock()
	var f findings
	all := h.registers()
	if !got.Final {
		f.add(Lost, "the end of the session: the results are still provisional")
	}
	h.joined(&f, all, got)
	cardsIn(&f, all, got)
	arranged(&f, all, got)
	voted(&f, all, got)
	answered(&f, all, got)
	h.committed(&f, all, got)
	settled(&f, all, got)
	return f
}

// joined counts people: a phone is as many as its last call said, if anybody said it.
func (h *History) joined(f *findings, all map[string]register, got session.Summary) {
	came, welcomed := map[int]bool{}, map[int]bool{}
	for _, t := range h.tabs {
		if t.Role == session.Participant {
			came[t.Person] = true
			if t.joined {
				welcomed[t.Person] = true
			}
		}
	}
	least, most := 0, 0
	for person := range came {
		low, high := 0, 0
		for value := range all[fmt.Sprint("people/", person)].ends("") {
			n, _ := strconv.Atoi(value)
			n = max(n, 1)
			high = max(high, n)
			if low == 0 || n < low {
				low = n
			}
		}
		most += high
		if welcomed[person] {
			least += low
		}
	}
	if n := got.Counts.Joined; n < least {
		f.add(Lost, "people: %d were welcomed, and the results count %d", least, n)
	} else if n > most {
		f.add(Doubled, "people: %d came, and the results count %d", most, n)
	}
	if n := got.Counts.Phones; n > 0 && (n < len(welcomed) || n > len(came)) {
		f.add(Inexact, "phones: %d were welcomed of %d that came, and the results count %d", len(welcomed), len(came), n)
	}
}

// cardsIn checks every card. All words that were ever sent differ, so that each in the results tells of one call.
func cardsIn(f *findings, all map[string]register, got session.Summary) {
	wrote := map[string]string{} // words → register
	for name, r := range all {
		for _, c := range r {
			if strings.HasPrefix(name, "card/") && c.Effect.Value != "" {
				wrote[c.Effect.Value] = name
			}
		}
	}
	found := map[string]string{} // register → words
	for _, cluster := range got.Clusters {
		for _, w := range cluster.Words {
			card, known := wrote[w.Text]
			switch {
			case !known:
				f.add(Nowhere, "a card %q that nobody wrote", w.Text)
				continue
			case w.Count != 1:
				f.add(Doubled, "the card %q is there %d times", w.Text, w.Count)
			}
			if other, twice := found[card]; twice {
				f.add(Doubled, "%s is there as %q and as %q", card, other, w.Text)
			}
			found[card] = w.Text
		}
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !strings.HasPrefix(name, "card/") {
			continue
		}
		may := all[name].ends("")
		judge(f, name, found[name], may, all[name])
	}
}

// judge compares the value of a register in the results with those that it may have.
func judge(f *findings, name, value string, may map[string]*Call, r register) {
	if _, fine := may[value]; fine {
		return
	}
	for _, c := range r {
		if c.Effect.Value != value {
			continue
		}
		if c.Outcome == Refused {
			f.add(Nowhere, "%s is %q, as a call that was refused wanted it: %s", name, value, c)
			return
		}
		if value != "" {
			f.add(Disorder, "%s is %q; %s", name, value, wanted(may))
			return
		}
	}
	f.add(Lost, "%s is %q; %s", name, value, wanted(may))
}

func wanted(may map[string]*Call) string {
	var calls []string
	for value, c := range may {
		if c == nil {
			calls = append(calls, fmt.Sprintf("may be %q", value))
		} else {
			calls = append(calls, fmt.Sprintf("%s made it %q at %s", c, value, c.Answered.Format("05.000")))
		}
	}
	slices.Sort(calls)
	return strings.Join(calls, ", or ")
}

func arranged(f *findings, all map[string]register, got session.Summary) {
	for _, k := range got.Clusters {
		if r := all["name/"+k.ID]; r != nil {
			may := r.ends("")
			if _, untouched := may[""]; !untouched {
				judge(f, "name/"+k.ID, k.Name, may, r)
			}
		}
		if r := all["parked/"+k.ID]; r != nil {
			judge(f, "parked/"+k.ID, strconv.FormatBool(k.Parked), r.ends("false"), r)
		}
	}
}

// unmatched gives each of n a partner of its own among m, as far as that goes, and lists those who are left
// (augmenting paths; Kuhn 1955).
func unmatched(n, m int, fits func(i, j int) bool) []int {
	partner := make([]int, m) // of j: i+1
	var seek func(i int, asked []bool) bool
	seek = func(i int, asked []bool) bool {
		for j := range m {
			if asked[j] || !fits(i, j) {
				continue
			}
			asked[j] = true
			if partner[j] == 0 || seek(partner[j]-1, asked) {
				partner[j] = i + 1
				return true
			}
		}
		return false
	}
	var left []int
	for i := range n {
		if !seek(i, make([]bool, m)) {
			left = append(left, i)
		}
	}
	return left
}
