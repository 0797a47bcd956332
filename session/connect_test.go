package session

import (
	"testing"
)

func TestChosenTogether(t *testing.T) {
	ids := []string{"a", "b", "c", "d"}
	rows := func(ballots ...[]string) [][]int {
		var list [][]int
		for _, some := range ballots {
			for _, ballot := range some {
				row := make([]int, len(ids))
				for _, name := range ballot {
					row[name-'a'] = 1
				}
				list = append(list, row)
			}
		}
		return list
	}
	t.Run("lift is how many times as many as independence would give", func(t *testing.T) {
		// a: 10, b: 10, both 8, of 20: 8·20/(10·10) = 1.6; Fisher one-sided .0115, of six pairs .069.
		got := ChosenTogether(ids, rows(of(8, "ab"), of(2, "ac"), of(2, "bd"), of(8, "cd")), GroupThreshold)
		equal(t, got[0], Pair{A: "a", B: "b", Both: 8, Lift: 1.6, Firm: false})
		near(t, "Fisher", FisherMore(8, 10, 2, 10), .0115, .00005)
	})
	t.Run("a pair that chance could hardly give is firm, also among all pairs there are", func(t *testing.T) {
		got := ChosenTogether(ids, rows(of(18, "ab"), of(2, "ac"), of(2, "bd"), of(18, "cd")), GroupThreshold)
		equal(t, got[0], Pair{A: "a", B: "b", Both: 18, Lift: 1.8, Firm: true})
	})
	t.Run("what goes together as chance would have it is no pair", func(t *testing.T) {
		equal(t, ChosenTogether(ids, rows(of(10, "ab"), of(10, "a"), of(10, "b"), of(10, "c")), GroupThreshold), []Pair{})
	})
	t.Run("under eight ballots, and without any, there are no pairs", func(t *testing.T) {
		equal(t, ChosenTogether(ids, rows(of(7, "ab")), 3), []Pair{})
		equal(t, ChosenTogether(ids, nil, 3), []Pair{})
		equal(t, ChosenTogether(nil, make([][]int, 20), 3), []Pair{})
	})
	t.Run("a pair of four people is not told", func(t *testing.T) {
		ballots := rows(of(4, "ab"), of(1, "a"), of(1, "b"), of(30, "cd"), of(9, "d"))
		for _, p := range ChosenTogether(ids, ballots, GroupThreshold) {
			if p.A == "a" || p.B == "b" {
				t.Errorf("%+v", p)
			}
		}
	})
	t.Run("when all of a few who chose one chose the other, to know the one would be to know the other", func(t *testing.T) {
		equal(t, ChosenTogether(ids, rows(of(6, "ab"), of(3, "b"), of(14, "c")), GroupThreshold), []Pair{})
		if got := ChosenTogether(ids, rows(of(6, "ab"), of(1, "a"), of(3, "b"), of(14, "c")), GroupThreshold); len(got) != 1 {
			t.Errorf("%+v", got)
		}
		if got := ChosenTogether(ids, rows(of(12, "ab"), of(3, "b"), of(14, "c")), GroupThreshold); len(got) != 1 {
			t.Errorf("%+v", got)
		}
	})
	t.Run("a unanimous room went together with nothing in particular", func(t *testing.T) {
		equal(t, ChosenTogether(ids, rows(of(30, "abcd")), GroupThreshold), []Pair{})
	})
}

func TestBridge(t *testing.T) {
	revealed := func(t *testing.T) *room {
		t.Helper()
		r, crowd := ballotOf(t, 3, "a", "b")
		r.cast(crowd[0], map[string]int{"a": 1}).done()
		return r.opened(Reveal)
	}
	t.Run("the host lets the screen show the bridge, and the ranking again", func(t *testing.T) {
		r := revealed(t).do(host, ShowBridge{true}).brought("BridgeShown").do(host, ShowBridge{true}).changesNothing()
		if !must[VoteItem](r, Screen, "vote").Bridge || must[VoteItem](r.do(host, ShowBridge{false}).done(), Screen, "vote").Bridge {
			t.Fatal("not shown, or shown for ever")
		}
	})
	t.Run("before the reveal there is nothing to show, and nobody else decides", func(t *testing.T) {
		r, _ := ballotOf(t, 3, "a", "b")
		r.do(host, ShowBridge{true}).refused(Closed, NotOpen).do(host, CloseActivity{}).done()
		r.do(host, ShowBridge{true}).refused(Closed, NotOpen).do(screen, ShowBridge{true}).refused(Denied, "")
		r.do(PersonID("person-0001"), ShowBridge{true}).refused(Denied, "")
	})
	t.Run("a new round begins with its ranking", func(t *testing.T) {
		r := revealed(t).do(host, ShowBridge{true}).done().opened(Vote)
		if must[VoteItem](r, Screen, "vote").Bridge {
			t.Fatal("still shown")
		}
	})
}
