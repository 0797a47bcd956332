package library

import (
	"fmt"
	"strings"
	"testing"

	"verbindend/session"
)

// voted adds a result: names in the order of their rank, the first three in the top, each with an interval of one place to either side.
func voted(sum session.Summary, spread int, names ...string) session.Summary {
	sum.Vote = &session.Result{Ballots: 20}
	for i, name := range names {
		o := session.OptionResult{Rank: i + 1, Voters: 20 - i, InTop: i < 3}
		o.ID, o.Name = fmt.Sprint(sum.ID, i), name
		if spread >= 0 {
			o.RankLow, o.RankHigh = max(1, i+1-spread), i+1+spread
		}
		sum.Vote.Options = append(sum.Vote.Options, o)
	}
	return sum
}

func lines(c Compared) string {
	var list []string
	for _, v := range c.Values {
		line := v.Name() + " " + string(v.Move)
		if v.Sure {
			line += " surely"
		}
		if v.Match != "" && v.Match != SameName {
			line += " by " + string(v.Match)
		}
		list = append(list, line)
	}
	return strings.Join(list, ", ")
}

func TestCompare(t *testing.T) {
	t.Run("values stay, rise, fall, come and go, in the order of now", func(t *testing.T) {
		then := voted(said("a", "Voor", 0), 0, "Lef", "Rust", "Moed en meer", "Plezier")
		now := voted(said("b", "Na", 90), 0, "rust!", "LEF", "Ruimte", "Plezier")
		if got := lines(Compare(then, now)); got != "rust! rose surely, LEF fell surely, Ruimte came, Plezier stayed, Moed en meer went" {
			t.Error(got)
		}
	})
	t.Run("after a run-off a value has its place over all rounds, here and in the public library", func(t *testing.T) {
		now := voted(said("b", "Na", 90), 0, "Lef", "Plezier", "Rust", "Ruimte")
		first := *now.Vote
		first.Round, first.Top = 1, 3
		runoff := session.Result{
			Round: 2, Of: 1, Among: session.AmongTied, Ballots: 18, Top: 1, Through: []session.Named{{ID: first.Options[0].ID, Name: "Lef"}, {ID: first.Options[1].ID, Name: "Plezier"}},
			Options: []session.OptionResult{{ID: first.Options[3].ID, Name: "Ruimte", Rank: 1, InTop: true, RankLow: 1, RankHigh: 2}, {ID: first.Options[2].ID, Name: "Rust", Rank: 2, RankLow: 1, RankHigh: 2}},
		}
		now.Vote, now.Rounds, now.Final = &runoff, []session.HeldRound{{Vote: first}}, true
		c := Compare(voted(said("a", "Voor", 0), 0, "Ruimte", "Lef", "Plezier", "Rust"), now)
		if got := lines(c); got != "Lef rose surely, Plezier rose surely, Ruimte fell surely, Rust stayed" {
			t.Error(got)
		}
		for _, o := range first.Options {
			now.Formulations = append(now.Formulations, session.Formulation{Value: o.ID, Name: o.Name, Phrasing: session.Phrasing{Sentence: "Zo doen wij."}})
		}
		p, _ := PublicOf(now, "Onze waarden")
		var told string
		for _, v := range p.Values {
			told += fmt.Sprint(v.Name, v.Rank, " ")
		}
		if told != "Lef1 Plezier2 Ruimte3 Rust4 " {
			t.Error(told)
		}
	})
	t.Run("a rank that moved within what it may have been is no sure move, and one of few ballots never is", func(t *testing.T) {
		for _, spread := range []int{1, -1} {
			got := lines(Compare(voted(said("a", "Voor", 0), spread, "Lef", "Rust"), voted(said("b", "Na", 9), spread, "Rust", "Lef")))
			if got != "Rust rose, Lef fell" {
				t.Error(got)
			}
		}
	})
	t.Run("a name matches its variant in the deck and its stem, and the match is told", func(t *testing.T) {
		then := voted(said("a", "Voor", 0), 0, "Vertrouwen", "Verhalen vertellen")
		now := voted(said("b", "Na", 9), 0, "Trust", "Verhaal vertellen")
		if got := lines(Compare(then, now)); got != "Trust stayed by deck, Verhaal vertellen stayed by stem" {
			t.Error(got)
		}
	})
	t.Run("a stem that fits two names matches neither", func(t *testing.T) {
		then := voted(said("a", "Voor", 0), 0, "Verhaal", "Rust")
		now := voted(said("b", "Na", 9), 0, "Verhalen", "De verhalen", "Rust")
		if got := lines(Compare(then, now)); got != "Verhalen came, De verhalen came, Rust fell surely, Verhaal went" {
			t.Error(got)
		}
	})
	t.Run("what was only on the ballot, and in one session alone, has no line", func(t *testing.T) {
		then := voted(said("a", "Voor", 0), 0, "A1", "B1", "C1", "Zomaar")
		if got := lines(Compare(then, voted(said("b", "Na", 9), 0, "A1", "B1", "C1"))); strings.Contains(got, "Zomaar") {
			t.Error(got)
		}
	})
	t.Run("importance, presence and tensions stand beside each other, the standard ones across languages, and few numbers are not told", func(t *testing.T) {
		then, now := voted(said("a", "Voor", 0), 0, "Lef"), voted(said("b", "After", 9), 0, "Lef")
		rate := func(id string, n int, presence float64) session.Outcome {
			return session.Outcome{Kind: session.Rate, Rating: &session.Rating{Values: []session.RatedValue{{ID: id, N: n, Importance: 8, Presence: presence}}}}
		}
		asked := func(p session.Poles, mean float64) session.Outcome {
			return session.Outcome{Kind: session.Tensions, Questions: []session.Answered{
				{Question: session.Question{Key: "p1/now", Low: p.Left, High: p.Right}, N: 9, Mean: mean},
				{Question: session.Question{Key: "p1/wanted", Low: p.Left, High: p.Right}, N: 4, Mean: 6},
			}}
		}
		then.Outcomes = []session.Outcome{rate("a0", 12, 4), asked(session.StandardPoles(session.Dutch)[1], 2)}
		now.Outcomes = []session.Outcome{rate("b0", 4, 7), asked(session.StandardPoles(session.English)[1], 5)}
		c := Compare(then, now)
		v := c.Values[0]
		if v.Then.Presence != (Mean{12, 4}) || !v.Then.Presence.Told() || v.Now.Presence.Told() || len(c.Tensions) != 1 {
			t.Fatalf("%+v %+v %+v", v.Then, v.Now, c.Tensions)
		}
		if tension := c.Tensions[0]; tension.Left != "Control" || tension.NowThen.Mean != 2 || tension.NowNow.Mean != 5 || tension.WantedNow.Told() {
			t.Errorf("%+v", tension)
		}
	})
	t.Run("two sessions without a vote are compared by their clusters", func(t *testing.T) {
		if got := lines(Compare(said("a", "Voor", 0, "Lef", "Rust"), said("b", "Na", 9, "Rust", "Ruimte"))); got != "Rust stayed, Ruimte came, Lef went" {
			t.Error(got)
		}
	})
}
