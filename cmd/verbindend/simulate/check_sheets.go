package simulate

import (
	"maps"
	"math"
	"slices"

	"verbindend/session"
)

// checkSheets compares what was answered to forms with what the results say of it.
func checkSheets(want promise, got session.Summary, add report) {
	outcomes := map[string]session.Outcome{}
	for _, o := range got.Outcomes {
		if _, twice := outcomes[o.Activity]; twice {
			add(0, 1, "the answers to %s are there twice", o.Activity)
		}
		outcomes[o.Activity] = o
	}
	for _, a := range want.asked {
		o, there := outcomes[a.ID]
		delete(outcomes, a.ID)
		if !there {
			add(max(len(a.sheets), 1), 0, "the answers to %s: the results have none", a.ID)
			continue
		}
		of := func(lost, doubled int, what string, args ...any) { add(lost, doubled, a.ID+": "+what, args...) }
		a.check(o, want.phones, of)
		a.checkApart(want.groupOf, o, of)
		if i := slices.IndexFunc(want.asked, func(earlier asked) bool { return earlier.ID == a.Of }); i >= 0 {
			checkShifts(want.asked[i], a, o, of)
		}
	}
	for id := range outcomes {
		add(0, 1, "answers to %s, which nobody asked", id)
	}
}

func (a asked) check(o session.Outcome, joined int, add report) {
	add(len(a.sheets)-o.Sheets, o.Sheets-len(a.sheets), "sheets: %d are kept, and the results say %d", len(a.sheets), o.Sheets)
	add(joined-o.Joined, o.Joined-joined, "people who could answer: %d, and the results say %d", joined, o.Joined)
	if a.shown != o.Shown {
		add(1, 0, "a decision: texts shown: %t, and the results say %t", a.shown, o.Shown)
	}
	add(len(a.form.Questions)-len(o.Questions), len(o.Questions)-len(a.form.Questions), "questions: %d were asked, and the results have %d",
		len(a.form.Questions), len(o.Questions))
	for _, q := range a.form.Questions {
		i := slices.IndexFunc(o.Questions, func(answered session.Answered) bool { return answered.Question == q })
		switch {
		case i < 0:
			add(1, 0, "question %q is not in the results as it was asked", q.Key)
		case q.Max == 0:
			a.checkTexts(o.Questions[i], add)
		default:
			a.checkNumbers(o.Questions[i], add)
		}
	}
	for _, pair := range a.form.Pairs {
		a.checkGap(pair, o.Gaps, add)
	}
}

func (a asked) checkNumbers(got session.Answered, add report) {
	counts, dontKnow, n, sum := make([]int, got.Max-got.Min+1), 0, 0, 0
	for _, sheet := range a.sheets {
		switch number, given := sheet.Numbers[got.Key]; {
		case !given:
		case number == 0:
			dontKnow++
		default:
			counts[number-got.Min]++
			n++
			sum += number
		}
	}
	if len(got.Counts) != len(counts) {
		add(max(n, 1), 0, "%q: the counts are of %d numbers, not of %d", got.Key, len(got.Counts), len(counts))
		return
	}
	for i, c := range counts {
		add(c-got.Counts[i], got.Counts[i]-c, "%q: %d gave %d, and the results say %d", got.Key, c, got.Min+i, got.Counts[i])
	}
	add(dontKnow-got.DontKnow, got.DontKnow-dontKnow, "%q: %d did not know, and the results say %d", got.Key, dontKnow, got.DontKnow)
	add(n-got.N, got.N-n, "%q: %d gave a number, and the results say %d", got.Key, n, got.N)
	if mean := meanOf(n, sum); math.Abs(mean-got.Mean) > 1e-9 {
		add(1, 0, "%q: the mean is %g, and the results say %g", got.Key, mean, got.Mean)
	}
}

func (a asked) checkTexts(got session.Answered, add report) {
	written, n := map[string][]string{}, 0 // by norm
	for _, sheet := range a.sheets {
		if text := sheet.Texts[got.Key]; text != "" {
			n++
			if norm := session.Normalise(text); a.shown && norm != a.hidden {
				written[norm] = append(written[norm], text)
			}
		}
	}
	add(n-got.N, got.N-n, "%q: %d wrote something, and the results say %d", got.Key, n, got.N)
	counts := map[string]int{}
	for _, r := range got.Texts {
		norm := session.Normalise(r.Text)
		counts[norm] += r.Count
		if texts := written[norm]; len(texts) > 0 && !slices.Contains(texts, r.Text) {
			add(0, 1, "%q: nobody wrote %q like that", got.Key, r.Text)
		}
	}
	norms := maps.Clone(counts)
	for norm := range written {
		norms[norm] = 0
	}
	for _, norm := range slices.Sorted(maps.Keys(norms)) {
		add(len(written[norm])-counts[norm], counts[norm]-len(written[norm]), "%q: the room may read %q of %d, and the results have %d",
			got.Key, norm, len(written[norm]), counts[norm])
	}
}

func (a asked) checkGap(pair session.KeyPair, gaps []session.Gap, add report) {
	n, sum := 0, 0
	for _, sheet := range a.sheets {
		if from, to := sheet.Numbers[pair.From], sheet.Numbers[pair.To]; from != 0 && to != 0 {
			n++
			sum += to - from
		}
	}
	i := slices.IndexFunc(gaps, func(g session.Gap) bool { return g.From == pair.From && g.To == pair.To })
	if i < 0 || !isGap(gaps[i], n, sum) {
		add(1, 0, "the difference between %q and %q is not %g of %d people", pair.From, pair.To, meanOf(n, sum), n)
	}
}

// isGap tells whether a gap is that of n people whose differences add up to sum.
func isGap(g session.Gap, n, sum int) bool {
	return g.N == n && math.Abs(g.Mean-meanOf(n, sum)) <= 1e-9
}

func meanOf(n, sum int) float64 { return float64(sum) / math.Max(float64(n), 1) }
