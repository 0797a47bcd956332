package simulate

import (
	"fmt"
	"maps"
	"slices"

	"verbindend/session"
)

// checkTalks compares what came of the talks and of making the ballot clear.
func checkTalks(want promise, got session.Summary, add report) {
	for _, c := range []struct {
		what      string
		want, got int
	}{
		{"cards from talks", want.talked, got.Counts.Talked},
		{"cards made stronger", want.stronger, got.Counts.Stronger},
		{"cards that were proposed", want.proposed, got.Counts.Proposed},
	} {
		add(c.want-c.got, c.got-c.want, "%s: %d, and the results say %d", c.what, c.want, c.got)
	}
}

// backing is how many people are for a value, by the last round that says so.
func (p promise) backing(value string) session.Backing {
	for _, held := range slices.Backward(p.votes) {
		if n, says := held.supporters(value); says {
			return session.Backing{Voters: n, Ballots: len(held.ballots)}
		}
	}
	return session.Backing{}
}

// checkFinals compares the final texts, with how many people gave each value a dot.
func checkFinals(want promise, got session.Summary, add report) {
	texts := map[string]session.Formulation{}
	for _, f := range got.Formulations {
		if _, twice := texts[f.Value]; twice {
			add(0, 1, "the final text of %q is there twice", f.Name)
		}
		texts[f.Value] = f
	}
	for _, final := range want.finals {
		f, there := texts[final.Value]
		delete(texts, final.Value)
		backing := want.backing(final.Value)
		switch {
		case !there:
			add(1, 0, "the final text of %q is not there", final.Name)
		case f.Name != final.Name || f.Table != final.Table || !samePhrasing(f.Phrasing, final.Phrasing):
			add(1, 0, "the final text of %q is %+v of table %d, and the results say %+v of %d as %q",
				final.Name, final.Phrasing, final.Table, f.Phrasing, f.Table, f.Name)
		case f.Support == nil || *f.Support != backing:
			add(1, 0, "the support of %q is not %d of %d", final.Name, backing.Voters, backing.Ballots)
		case len(f.Lacks) > 0:
			add(1, 0, "the final text of %q is said to lack %v", final.Name, f.Lacks)
		}
	}
	for _, f := range texts {
		add(0, 1, "a final text of %q, which nobody settled on", f.Name)
	}
}

// checkSteps compares the steps that the room may know, and the personal ones. Their order tells nothing.
func checkSteps(want promise, got session.Summary, add report) {
	compare(want.steps, got.Steps, "a step", add)
	compare(want.shared, got.Shared, "a personal step", add)
}

// compare compares two lists, whatever their order.
func compare[T comparable](want, got []T, what string, add report) {
	counts := map[T]int{}
	for _, one := range want {
		counts[one]++
	}
	for _, one := range got {
		counts[one]--
	}
	ordered := slices.SortedFunc(maps.Keys(counts), func(a, b T) int { return slices.Compare([]byte(fmt.Sprint(a)), []byte(fmt.Sprint(b))) })
	for _, one := range ordered {
		n := counts[one]
		add(n, -n, "%s %+v: %d too few in the results", what, one, n)
	}
}

// checkShifts compares how the answers of those who answered twice have moved.
func checkShifts(earlier, later asked, got session.Outcome, add report) {
	add(len(later.form.Questions)-len(got.Shifts), len(got.Shifts)-len(later.form.Questions), "shifts: %d questions were asked again, and the results have %d",
		len(later.form.Questions), len(got.Shifts))
	for _, shift := range got.Shifts {
		n, sum := 0, 0
		for phone, sheet := range later.by {
			if from, to := earlier.by[phone].Numbers[shift.From], sheet.Numbers[shift.To]; from != 0 && to != 0 {
				n++
				sum += to - from
			}
		}
		if !isGap(shift, n, sum) {
			add(1, 0, "%q has not moved by %g of %d people", shift.From, meanOf(n, sum), n)
		}
	}
}
