package reports

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"verbindend/session"
)

// A told number is a block, and the text in it that a number of the results makes.
func saysAll(t *testing.T, what string, in string, all ...string) {
	t.Helper()
	for _, one := range all {
		if !strings.Contains(in, one) {
			t.Errorf("%s does not say %q: %s", what, one, in)
		}
	}
}

// The sums, the way back from a sentence, and what a few meant: of any room.
func TestEverySumIsThatOfTheResults(t *testing.T) {
	random := rand.New(rand.NewPCG(16, 23))
	minorities := 0
	for range 60 {
		people := 20 + random.IntN(60)
		r := room{people: people, clusters: 7 + random.IntN(10), voters: 12 + random.IntN(people-12), title: "Sommen", final: true, vote: true, seed: random.Uint64()}
		sum := inWords(r.summary(), 4)
		sum.Vote.Paper = random.IntN(5)
		v, c := sum.Vote, sum.Counts
		d := Outline(sum, options(session.Dutch))

		cards, parked := 0, 0
		for _, k := range sum.Clusters {
			if cards += k.Cards; k.Parked {
				parked += k.Cards
			}
		}
		dots := 0
		for _, row := range sum.Ballots {
			for _, n := range row {
				dots += n
			}
		}
		want := [][]int{{c.Joined, c.Wrote, c.Joined - c.Wrote}, {cards + c.Hidden, cards, c.Hidden}}
		if parked > 0 {
			want = append(want, []int{cards, cards - parked, parked})
		}
		want = append(want, []int{people, len(sum.Ballots), people - len(sum.Ballots)})
		if v.Paper > 0 {
			want = append(want, []int{len(sum.Ballots), len(sum.Ballots) - v.Paper, v.Paper})
		}
		want = append(want, []int{len(sum.Ballots) * v.Dots, dots, len(sum.Ballots)*v.Dots - dots})
		var got [][]int
		for _, row := range blocksOf[Addition](d)[0].Rows {
			line, total := []int{row.Total.N}, 0
			for _, p := range row.Parts {
				line, total = append(line, p.N), total+p.N
				if p.N < 10_000 {
					saysAll(t, "a part", p.Text, fmt.Sprint(p.N))
				}
			}
			if got = append(got, line); total != row.Total.N {
				t.Errorf("%v does not add up", row)
			}
		}
		if !slices.EqualFunc(got, want, slices.Equal[[]int]) {
			t.Errorf("the sums are %v, want %v", got, want)
		}

		of := func(id string) (session.OptionResult, session.ClusterSummary) {
			i := slices.IndexFunc(v.Options, func(o session.OptionResult) bool { return o.ID == id })
			j := slices.IndexFunc(sum.Clusters, func(k session.ClusterSummary) bool { return k.ID == id })
			return v.Options[i], sum.Clusters[j]
		}
		for i, row := range blocksOf[Trace](d)[0].Rows {
			o, k := of(sum.Formulations[i].Value)
			saysAll(t, "the way back", row.Cards, fmt.Sprint(k.Cards))
			saysAll(t, "the way back", row.Vote, fmt.Sprintf("plaats %d", o.Rank), fmt.Sprintf("%d van ", o.Voters), fmt.Sprint(len(sum.Ballots)))
			for j, w := range k.Words[:min(len(k.Words), maxTraced)] {
				saysAll(t, "the way back", row.Words[j], fmt.Sprintf("%d×", w.Count))
			}
		}
		for _, b := range blocksOf[Minority](d) {
			for i, row := range b.Rows {
				minorities++
				o := v.Minority()[i]
				saysAll(t, "a minority", row.Text, fmt.Sprintf("%d stippen", o.Dots), fmt.Sprintf("%d mensen", o.Voters), fmt.Sprintf("plaats %d", o.Rank))
			}
		}
		if t.Failed() {
			t.Fatal("of", r)
		}
	}
	if minorities == 0 {
		t.Error("no room had a minority: the test proves less than it says")
	}
}

// The rounds of the golden log: dots, a run-off, scores.
func TestEveryNumberOfARoundIsThatOfTheResults(t *testing.T) {
	for _, sum := range []session.Summary{afterRounds(), afterRunoff()} {
		b := outliner{sum: sum, t: &dutch}
		d := Outline(sum, options(session.Dutch))
		bars := blocksOf[Bar](d)
		if len(bars) != len(sum.Vote.Options) {
			t.Fatalf("%d bars", len(bars))
		}
		for i, bar := range bars {
			o := sum.Vote.Options[i]
			saysAll(t, "a bar", bar.Place, fmt.Sprint(o.Rank))
			if sum.Vote.Method == session.ByScore {
				saysAll(t, "a bar", bar.Label, b.decimal(o.Mean), fmt.Sprint(o.Voters))
			}
			if sum.Vote.Method == session.ByRank && len(o.Beats) > 0 {
				saysAll(t, "a bar", bar.Label, fmt.Sprintf("%d tegen %d", o.Beats[0].For, o.Beats[0].Against))
			}
		}
		lines := ""
		for _, list := range blocksOf[List](d) {
			lines += strings.Join(list.Items, "\n")
		}
		for _, held := range sum.Rounds {
			saysAll(t, "the rounds", lines, fmt.Sprintf("Ronde %d", held.Vote.Round), b.t.count(held.Vote.Ballots, b.t.ballots))
		}
		saysAll(t, "the rounds", lines, fmt.Sprintf("Ronde %d", sum.Vote.Round))
		for _, c := range sum.Cancelled {
			saysAll(t, "the rounds", lines, fmt.Sprintf("Ronde %d", c.Round), b.t.count(c.Ballots, b.t.ballots))
		}
	}
}

// What groups said of a value, and what the room said of it later.
func TestEveryNumberBesideAValueIsThatOfTheResults(t *testing.T) {
	random := rand.New(rand.NewPCG(42, 4))
	mean := func() *float64 { m := 1 + 9*random.Float64(); return &m }
	sum := inAnswers(inspiration.summary(), 38)
	at := slices.IndexFunc(sum.Outcomes, func(o session.Outcome) bool { return o.Rating != nil })
	rated := sum.Outcomes[at].Rating
	for i := range rated.Values {
		apart := session.RatedApart{}
		for _, name := range []string{"Ondernemers", "HR"} {
			n := 5 + random.IntN(20)
			apart.Importance.Groups = append(apart.Importance.Groups, session.AnsweredGroup{Names: []string{name}, N: n, Mean: mean()})
			apart.Presence.Groups = append(apart.Presence.Groups, session.AnsweredGroup{Names: []string{name}, N: n + 1, Mean: mean()})
		}
		rated.Values[i].Apart = &apart
	}
	b := outliner{sum: sum, t: &dutch}
	for i, row := range blocksOf[Gaps](Outline(sum, options(session.Dutch)))[0].Rows {
		for g, group := range rated.Values[i].Apart.Importance.Groups {
			present := rated.Values[i].Apart.Presence.Groups[g]
			saysAll(t, "a group", row.Groups, fmt.Sprintf("%s %s → %s (%d · %d)", group.Names[0], b.decimal(*present.Mean), b.decimal(*group.Mean), present.N, group.N))
		}
	}
	back := lookedBackOn()
	for range 20 {
		n, means := 5+random.IntN(30), []float64{1 + 9*random.Float64(), 1 + 9*random.Float64(), 1 + 9*random.Float64()}
		o := options(session.Dutch)
		o.Pulses = []session.Summary{pulseAfter(back, 30, n, means...)}
		d := Outline(back, o)
		for i, row := range blocksOf[Lines](d)[0].Rows {
			last := row.Points[len(row.Points)-1]
			if last.Mean != b.decimal(means[i]) || last.People != fmt.Sprint(n) {
				t.Errorf("%+v is %v of %d", last, means[i], n)
			}
		}
		facts := blocksOf[Facts](d)
		at := slices.IndexFunc(facts, func(f Facts) bool { return f.Column == 36 })
		saysAll(t, "the steps", facts[at].Rows[0].Text, fmt.Sprint(n-5), "3", "2")
	}
}
