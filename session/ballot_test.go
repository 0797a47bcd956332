package session

import (
	"strings"
	"testing"
)

// byMethod gives a room of two people and a writer in which a vote by a method is open on these values.
func byMethod(t *testing.T, m Method, names string) *room {
	t.Helper()
	r, _ := ballotOf(t, 0, strings.Split(names, "")...)
	return r.with(anna, bert).again(Activity{ID: "v2", Ballot: m})
}

func TestScores(t *testing.T) {
	open := func(t *testing.T) *room { return byMethod(t, ByScore, "abc") }
	t.Run("the ballot says that it is by score, and has no dots", func(t *testing.T) {
		for _, role := range roles {
			ballot := must[BallotItem](open(t), role, "ballot")
			if ballot.Method != ByScore || ballot.Dots != 0 || ballot.PerOption != 0 || ballot.Top != 3 {
				t.Fatalf("%+v", ballot)
			}
		}
	})
	t.Run("one to five for each value that one has an opinion on; leaving the others out is valid", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 5, "b": 0}).brought("BallotCast").cast(anna, map[string]int{"a": 5}).changesNothing()
		equal(t, must[ProgressItem](r, Host, "progress"), ProgressItem{Done: 1, Of: 3})
	})
	t.Run("a six, and less than nothing, is refused whole, and the ballot before it counts", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 1}).done()
		r.cast(anna, map[string]int{"a": 2, "b": 6}).refused(Invalid, OutOfRange, 5)
		r.cast(anna, map[string]int{"a": -1}).refused(Invalid, OutOfRange, 5)
		r.cast(anna, map[string]int{"z": 1}).refused(NotFound, Unknown)
		equal(t, r.s.Me(anna).Ballot.Dots, map[string]int{r.option("a"): 1})
	})
	t.Run("the last ballot of a person counts; an empty one takes it back", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 1}).done().cast(anna, map[string]int{"b": 5}).done().cast(anna, nil).done()
		equal(t, must[ProgressItem](r, Host, "progress").Done, 0)
	})
	t.Run("the mean ranks, over those who gave a score, with how many gave which", func(t *testing.T) {
		r := open(t).with(carla)
		r.cast(anna, map[string]int{"a": 5, "b": 4}).done().cast(bert, map[string]int{"b": 3, "c": 5}).done().cast(carla, map[string]int{"b": 5}).done()
		result := must[Result](r.opened(Reveal), Screen, "result")
		equal(t, order(result), "a=cb")
		b := result.Options[2]
		if b.Mean != 4 || b.Voters != 3 || b.Rank != 3 || b.Dots != 0 {
			t.Fatalf("%+v", b)
		}
		equal(t, b.Counts, []int{0, 0, 1, 1, 1})
		equal(t, result.Method, ByScore)
	})
	t.Run("equal means of unequal numbers of people tie", func(t *testing.T) {
		r := open(t).with(carla)
		r.cast(anna, map[string]int{"a": 4, "b": 5}).done().cast(bert, map[string]int{"a": 4, "b": 3}).done().cast(carla, map[string]int{"a": 4}).done()
		equal(t, order(must[Result](r.opened(Reveal), Screen, "result")), "a=b|c")
	})
	t.Run("a value that nobody scored has no mean and does not go on", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 1}).done()
		result := must[Result](r.opened(Reveal), Screen, "result")
		equal(t, order(result), "a|b=c")
		equal(t, result.Options[1].Mean, 0)
	})
	t.Run("nobody voted: nothing goes on", func(t *testing.T) {
		equal(t, order(must[Result](open(t).opened(Reveal), Screen, "result")), "|a=b=c")
	})
	t.Run("eight values can be scored, nine cannot: the refusal says how many can", func(t *testing.T) {
		byMethod(t, ByScore, "abcdefgh")
		r, _ := ballotOf(t, 0, strings.Split("abcdefghi", "")...)
		r.planned(Activity{ID: "v2", Kind: Vote, Ballot: ByScore})
		r.do(host, OpenActivity{"v2"}).refused(Closed, TooManyOptions, 8)
	})
	t.Run("who gave a four or a five supports a value: that is what groups are compared by, and what backs a text", func(t *testing.T) {
		r, crowd := ballotOf(t, 12, "a", "b")
		r.again(Activity{ID: "v2", Ballot: ByScore})
		for i, who := range crowd {
			r.do(who, ChooseGroup{[]string{"g1", "g2"}[i%2]}).done()
			r.cast(who, map[string]int{"a": 3 + i%3, "b": 2}).done()
		}
		r.opened(Reveal).do(host, r.s.Calculation()()).brought("CertaintyRecorded", "ComparisonRecorded")
		c := must[Comparison](r, Screen, "comparison")
		equal(t, encoded(t, c.Values[0].Shares), `[{"voters":4,"says":"","percent":null,"weight":0.625},{"voters":4,"says":"","percent":null,"weight":0.625}]`)
		equal(t, c.Values[1].Shares[0].Says, HardlyAnybody)
		equal(t, r.s.support()[r.option("a")], &Backing{8, 12})
	})
}

func TestPlaces(t *testing.T) {
	open := func(t *testing.T) *room { return byMethod(t, ByRank, "abcd") }
	t.Run("a place for some of the values is a ballot, and two may share one", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 1}).done().cast(bert, map[string]int{"a": 2, "b": 2, "c": 1}).done()
		equal(t, must[BallotItem](r, Participant, "ballot").Method, ByRank)
	})
	t.Run("a place beyond the last one, and one before the first, is refused", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 5}).refused(Invalid, OutOfRange, 4)
		r.cast(anna, map[string]int{"a": -1}).refused(Invalid, OutOfRange, 4)
		r.cast(anna, map[string]int{"z": 1}).refused(NotFound, Unknown)
	})
	t.Run("who beats whom is counted: those that a ballot leaves out are below all that it places", func(t *testing.T) {
		r := open(t).with(carla)
		r.cast(anna, map[string]int{"a": 1, "b": 2}).done().cast(bert, map[string]int{"b": 1, "a": 1}).done().cast(carla, map[string]int{"b": 3}).done()
		result := must[Result](r.opened(Reveal), Screen, "result")
		equal(t, order(result), "b=a|c=d")
		over := func(o OptionResult, name string) Duel {
			for _, d := range o.Beats {
				if d.Over == r.option(name) {
					return d
				}
			}
			return Duel{}
		}
		b, a := result.Options[0], result.Options[1]
		equal(t, over(b, "c"), Duel{r.option("c"), 3, 0})
		equal(t, over(b, "a"), Duel{})
		equal(t, over(a, "d"), Duel{r.option("d"), 2, 0})
		if a.Voters != 2 || b.Voters != 3 || result.Options[2].InTop {
			t.Fatalf("%+v", result)
		}
	})
	t.Run("ties are kept, also at the cut", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 1, "b": 2, "c": 3, "d": 4}).done().cast(bert, map[string]int{"a": 1, "b": 2, "c": 4, "d": 3}).done()
		equal(t, order(must[Result](r.opened(Reveal), Screen, "result")), "abc=d")
	})
	t.Run("seven values can be ranked, eight cannot", func(t *testing.T) {
		byMethod(t, ByRank, "abcdefg")
		r, _ := ballotOf(t, 0, strings.Split("abcdefgh", "")...)
		r.planned(Activity{ID: "v2", Kind: Vote, Ballot: ByRank})
		r.do(host, OpenActivity{"v2"}).refused(Closed, TooManyOptions, 7)
	})
	t.Run("groups are not compared, and it says why", func(t *testing.T) {
		r, crowd := ballotOf(t, 12, "a", "b")
		r.again(Activity{ID: "v2", Ballot: ByRank})
		for i, who := range crowd {
			r.do(who, ChooseGroup{[]string{"g1", "g2"}[i%2]}).done()
			r.cast(who, map[string]int{"a": 1, "b": 2}).done()
		}
		r.opened(Reveal).do(host, r.s.Calculation()()).done()
		equal(t, must[Comparison](r, Screen, "comparison"), noComparison(RankedBallot))
		equal(t, must[Result](r, Screen, "result").Options[0].Band, AlmostCertain)
	})
}

func TestCertaintyByMethod(t *testing.T) {
	t.Run("a unanimous room is certain by score and by place", func(t *testing.T) {
		for m, row := range map[Method][]int{ByScore: {5, 3, 0}, ByRank: {1, 2, 0}} {
			rows := make([][]int, 20)
			for i := range rows {
				rows[i] = row
			}
			c := Counting{Method: m, Top: 1}.Bootstrap(rows, 42)
			equal(t, c.TopShare, []float64{1, 0, 0})
			equal(t, c.RankLow, []int{1, 2, 3})
			equal(t, c.RankHigh, []int{1, 2, 3})
			if (Counting{Method: m, Top: 1}).Bootstrap(rows[:7], 42) != nil {
				t.Error("seven ballots are too few")
			}
		}
	})
	t.Run("two values that a room is equally divided on are equally likely", func(t *testing.T) {
		// As by dots: a resample of 50 + 50 people is a tie in .0796, so each is first in .5398.
		for m, row := range map[Method][2]int{ByScore: {5, 1}, ByRank: {1, 2}} {
			var rows [][]int
			for i := range 100 {
				rows = append(rows, []int{row[i%2], row[1-i%2]})
			}
			for j, share := range (Counting{Method: m, Top: 1}.Bootstrap(rows, 7)).TopShare {
				near(t, string(m), share, .5398, .045)
				if BandOf(share) != Doubtful {
					t.Error(j, share)
				}
			}
		}
	})
	t.Run("in a run-off a value that nobody placed can still share the top", func(t *testing.T) {
		rows := make([][]int, 9)
		for i := range rows {
			rows[i] = []int{1, 0, 0}
		}
		equal(t, Counting{ByRank, 2, true}.Bootstrap(rows, 1).TopShare, []float64{1, 1, 1})
		equal(t, Counting{ByRank, 2, false}.Bootstrap(rows, 1).TopShare, []float64{1, 0, 0})
	})
}
