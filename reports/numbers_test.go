package reports

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbindend/session"
)

// Every number of the report is that of the results, whatever room it was.
func TestEveryNumberIsThatOfTheResults(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 15))
	for range len(some(make([]int, 25))) {
		people := 16 + random.IntN(60)
		voters := 10 + random.IntN(people-10)
		r := room{people: people, clusters: 3 + random.IntN(14), voters: voters, title: "Getallen", final: true, vote: true, seed: random.Uint64()}
		sum := inWords(inAnswers(inGroups(r.summary(), []string{"A"}, []string{"B"}), 4+random.IntN(people-4)), 3)
		b := outliner{sum: sum, t: &dutch}
		d := Outline(sum, options(session.Dutch))
		path := onDisk(t, mustPDF(t, sum, options(session.Dutch)))
		printed := squeezed(tool(t, "pdftotext", "-raw", path, "-"))
		stands := func(parts ...string) {
			t.Helper()
			for _, part := range parts {
				if !strings.Contains(printed, squeezed(part)) {
					t.Errorf("%q is not printed", part)
				}
			}
		}
		for i, bar := range blocksOf[Bar](d) {
			o := sum.Vote.Options[i]
			if bar.Dots != o.Dots || bar.Voters != o.Voters || bar.Place != strconv.Itoa(o.Rank) {
				t.Errorf("%+v is %+v", bar, o)
			}
			stands(bar.Name, bar.Label)
		}
		rated := sum.Outcomes[slices.IndexFunc(sum.Outcomes, func(o session.Outcome) bool { return o.Rating != nil })].Rating
		for i, row := range blocksOf[Gaps](d)[0].Rows {
			v := rated.Values[i]
			if row.To != b.decimal(v.Importance) || row.From != b.decimal(v.Presence) || row.Difference != b.signed(v.Gap) || !strings.HasPrefix(row.Count, strconv.Itoa(v.N)) {
				t.Errorf("%+v is %+v", row, v)
			}
			stands(row.To, row.From, row.Difference, row.Count)
		}
		again := sum.Outcomes[slices.IndexFunc(sum.Outcomes, func(o session.Outcome) bool { return o.Of != "" })]
		for i, p := range blocksOf[Poles](d) {
			if !slices.Equal(p.Now, again.Questions[2*i].Counts) || !slices.Equal(p.Wanted, again.Questions[2*i+1].Counts) {
				t.Errorf("%v is %v", p, again.Questions[2*i:2*i+2])
			}
			stands(p.NowMean, p.WantMean, p.People)
		}
		for i, row := range blocksOf[Sides](d) {
			for j, side := range row.Rows {
				for g, bar := range side.Bars {
					s := sum.Comparison.Values[j].Shares[g]
					if s.Voters != nil && !strings.HasPrefix(bar.Label, strconv.Itoa(*s.Voters)+" van ") {
						t.Errorf("%d: %q is %d", i, bar.Label, *s.Voters)
					}
					stands(bar.Label)
				}
			}
		}
		for i, f := range blocksOf[Formulated](d) {
			if s := sum.Formulations[i].Support; s != nil && !strings.Contains(f.Notes[0], strconv.Itoa(s.Voters)) {
				t.Errorf("%q is %d", f.Notes[0], s.Voters)
			}
			stands(f.Notes...)
		}
		for _, c := range blocksOf[Check](d) {
			for _, n := range c.Numbers.Counts {
				stands(strconv.Itoa(n))
			}
		}
		if t.Failed() {
			t.Fatal("of", r)
		}
	}
}

// squeezed is a text without the white that depends on where lines end.
func squeezed(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r <= ' ' || r == '\u00a0' }), "")
}
