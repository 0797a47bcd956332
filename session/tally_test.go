package session

import "testing"

func TestResult(t *testing.T) {
	// reveal gives the result of these ballots.
	reveal := func(t *testing.T, names []string, ballots ...map[string]int) Result {
		t.Helper()
		r, crowd := ballotOf(t, len(ballots), names...)
		for i, dots := range ballots {
			r.cast(crowd[i], dots)
		}
		return must[Result](r.opened(Reveal), Screen, "result")
	}
	ranks := func(r Result) (names []string, ranks []int, top int) {
		for _, o := range r.Options {
			names, ranks = append(names, o.Name), append(ranks, o.Rank)
			if o.InTop {
				top++
			}
		}
		return names, ranks, top
	}
	t.Run("dots and voters are counted per value", func(t *testing.T) {
		got := reveal(t, []string{"a", "b", "c", "d", "e", "f", "g"},
			map[string]int{"a": 2, "b": 1}, map[string]int{"a": 1, "b": 2}, map[string]int{"b": 1}, nil)
		if got.Ballots != 3 || got.Joined != 6 || got.DotsPlaced != 7 || got.Dots != 3 || got.PerOption != 2 || got.Top != 3 {
			t.Fatalf("%+v", got)
		}
		for i, want := range []OptionResult{{Name: "b", Rank: 1, Dots: 4, Voters: 3}, {Name: "a", Rank: 2, Dots: 3, Voters: 2}} {
			if o := got.Options[i]; o.Name != want.Name || o.Rank != want.Rank || o.Dots != want.Dots || o.Voters != want.Voters || !o.InTop {
				t.Errorf("%+v", o)
			}
		}
	})
	t.Run("ties at the cut are both in, also when that makes four of three", func(t *testing.T) {
		names, r, top := ranks(reveal(t, []string{"a", "b", "c", "d", "e"},
			map[string]int{"a": 1, "b": 1, "c": 1}, map[string]int{"a": 1, "b": 1, "d": 1}, map[string]int{"a": 1}))
		equal(t, names, []string{"a", "b", "c", "d", "e"})
		equal(t, r, []int{1, 2, 3, 3, 5})
		equal(t, top, 4)
	})
	t.Run("a tie before the cut takes its places", func(t *testing.T) {
		_, r, top := ranks(reveal(t, []string{"a", "b", "c", "d"},
			map[string]int{"a": 1, "b": 1, "c": 1}, map[string]int{"a": 1, "b": 1, "d": 1}, map[string]int{"d": 1}))
		equal(t, r, []int{1, 1, 1, 4})
		equal(t, top, 3)
	})
	t.Run("a value without a dot is never in the top", func(t *testing.T) {
		_, r, top := ranks(reveal(t, []string{"a", "b", "c", "d"}, map[string]int{"a": 1}))
		equal(t, r, []int{1, 2, 2, 2})
		equal(t, top, 1)
	})
	t.Run("of equal ranks, the value that more people carry is told first, then by name", func(t *testing.T) {
		names, r, _ := ranks(reveal(t, []string{"z", "a", "m", "d", "e", "f", "g"},
			map[string]int{"a": 2}, map[string]int{"z": 1, "m": 1}, map[string]int{"z": 1, "m": 1}))
		equal(t, names[:3], []string{"m", "z", "a"})
		equal(t, r[:4], []int{1, 1, 1, 4})
	})
}

func TestCompetitionRanking(t *testing.T) {
	for _, c := range []struct {
		sentence     string
		scores, want []int
	}{
		{"1-2-3-4-5-5-7", []int{90, 80, 70, 60, 50, 50, 40}, []int{1, 2, 3, 4, 5, 5, 7}},
		{"in any order", []int{40, 50, 90, 50, 60, 80, 70}, []int{7, 5, 1, 5, 4, 2, 3}},
		{"all alike are all first", []int{3, 3, 3}, []int{1, 1, 1}},
		{"two firsts leave no second", []int{5, 5, 1}, []int{1, 1, 3}},
		{"nothing at all", []int{0, 0}, []int{1, 1}},
		{"one", []int{7}, []int{1}},
		{"none", []int{}, []int{}},
	} {
		t.Run(c.sentence, func(t *testing.T) { equal(t, CompetitionRanks(c.scores), c.want) })
	}
}
