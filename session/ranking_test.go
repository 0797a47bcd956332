package session

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestBootstrap(t *testing.T) {
	same := func(n int, ballot ...int) [][]int {
		rows := make([][]int, n)
		for i := range rows {
			rows[i] = ballot
		}
		return rows
	}
	t.Run("under eight ballots nothing is said", func(t *testing.T) {
		if Bootstrap(same(7, 1, 0), 1, 1) != nil || Bootstrap(nil, 1, 1) != nil || Bootstrap(same(8, 1, 0), 1, 1) == nil {
			t.Fatal("the threshold is 8")
		}
	})
	t.Run("a ballot without options says nothing either", func(t *testing.T) {
		if Bootstrap(same(8), 3, 1) != nil {
			t.Fatal("sure of nothing")
		}
	})
	t.Run("a unanimous room is certain", func(t *testing.T) {
		c := Bootstrap(same(20, 2, 1, 0), 1, 42)
		equal(t, c.TopShare, []float64{1, 0, 0})
		equal(t, c.RankLow, []int{1, 2, 3})
		equal(t, c.RankHigh, []int{1, 2, 3})
		if c.Resamples != 2000 || c.Seed != 42 {
			t.Fatalf("%+v", c)
		}
	})
	t.Run("a value without a dot is never in the top, however many places there are", func(t *testing.T) {
		equal(t, Bootstrap(same(20, 1, 0), 2, 1).TopShare, []float64{1, 0})
	})
	t.Run("two values that a room is equally divided on are equally likely, and neither is sure", func(t *testing.T) {
		// 50 + 50 people: the chance that a resample is a tie is C(100,50)/2^100 = .0796, so each is first in .5398.
		c := Bootstrap(append(same(50, 1, 0), same(50, 0, 1)...), 1, 7)
		for j, share := range c.TopShare {
			if math.Abs(share-.5398) > .045 { // four standard errors of 2,000 draws
				t.Errorf("value %d is first in %.3f", j, share)
			}
		}
		if BandOf(c.TopShare[0]) != Doubtful {
			t.Error(c.TopShare)
		}
		equal(t, c.RankLow, []int{1, 1})
		equal(t, c.RankHigh, []int{2, 2})
	})
	t.Run("one voter of eight is missed by a resample with the chance that arithmetic says", func(t *testing.T) {
		// The value of one person in eight has no dot in (7/8)^8 = .3436 of the resamples; with two places it is in otherwise.
		c := Bootstrap(append(same(7, 1, 0), []int{0, 1}), 2, 3)
		if math.Abs(c.TopShare[1]-(1-.3436)) > .043 {
			t.Error(c.TopShare)
		}
	})
	t.Run("a clear majority of a large room is almost certain", func(t *testing.T) {
		c := Bootstrap(append(same(140, 1, 0), same(60, 0, 1)...), 1, 9)
		if BandOf(c.TopShare[0]) != AlmostCertain || BandOf(c.TopShare[1]) != Unlikely {
			t.Error(c.TopShare)
		}
	})
	t.Run("the same seed gives the same answer; another seed another one, nearly the same", func(t *testing.T) {
		rows := votes(60, 9, 5)
		a, b := Bootstrap(rows, 3, 11), Bootstrap(rows, 3, 11)
		equal(t, a, b)
		c := Bootstrap(rows, 3, 12)
		if slices.Equal(a.TopShare, c.TopShare) {
			t.Error("the seed makes no difference")
		}
		for j := range a.TopShare {
			if math.Abs(a.TopShare[j]-c.TopShare[j]) > .06 {
				t.Errorf("value %d: %.3f and %.3f", j, a.TopShare[j], c.TopShare[j])
			}
		}
	})
	t.Run("values are treated alike: what is swapped in the ballots is swapped in the answer", func(t *testing.T) {
		rows := votes(30, 8, 6)
		swapped := make([][]int, len(rows))
		for i, row := range rows {
			swapped[i] = slices.Clone(row)
			slices.Reverse(swapped[i])
		}
		a, b := Bootstrap(rows, 3, 1), Bootstrap(swapped, 3, 1)
		slices.Reverse(b.TopShare)
		slices.Reverse(b.RankLow)
		slices.Reverse(b.RankHigh)
		equal(t, a, b)
	})
	t.Run("the interval leaves out what comes in fewer than one resample of twenty, and no more", func(t *testing.T) {
		// 57 against 43 people: the first comes second in .065 of the resamples; 65 against 35: in .001.
		c := Bootstrap(append(same(57, 1, 0), same(43, 0, 1)...), 1, 1)
		equal(t, [][]int{c.RankLow, c.RankHigh}, [][]int{{1, 1}, {2, 2}})
		c = Bootstrap(append(same(65, 1, 0), same(35, 0, 1)...), 1, 1)
		equal(t, [][]int{c.RankLow, c.RankHigh}, [][]int{{1, 2}, {1, 2}})
	})
	t.Run("the interval holds at least nine in ten of the ranks, and the rank that was counted", func(t *testing.T) {
		rows := votes(40, 10, 8)
		c := Bootstrap(rows, 3, 2)
		scores := make([]int, 10)
		for _, row := range rows {
			for j, n := range row {
				scores[j] += n
			}
		}
		for j, rank := range CompetitionRanks(scores) {
			if c.RankLow[j] > c.RankHigh[j] || rank < c.RankLow[j] || rank > c.RankHigh[j] {
				t.Errorf("value %d ranks %d, which is not in %d–%d", j, rank, c.RankLow[j], c.RankHigh[j])
			}
		}
	})
}

func TestQuantile(t *testing.T) {
	t.Run("ninety in a hundred lie between the fifth and the ninety-fifth", func(t *testing.T) {
		counts := []int{0, 4, 1, 90, 0, 5} // rank 1: 4 of 100, rank 2: 1 …
		equal(t, quantile(counts, 5), 2)
		equal(t, quantile(counts, 95), 3)
		equal(t, quantile([]int{0, 0, 100}, 5), 2)
	})
}

func TestBands(t *testing.T) {
	t.Run("a band begins at its lower bound", func(t *testing.T) {
		for share, want := range map[float64]Band{
			1: AlmostCertain, .9: AlmostCertain, .8999: Likely, .7: Likely, .6999: Doubtful, .3: Doubtful, .2999: Unlikely, 0: Unlikely,
		} {
			if got := BandOf(share); got != want {
				t.Errorf("%v is %s", share, got)
			}
		}
	})
}

func TestCertainty(t *testing.T) {
	closed := func(t *testing.T, voters int) *room {
		t.Helper()
		r, crowd := ballotOf(t, voters, "a", "b", "c")
		for i, who := range crowd {
			r.cast(who, map[string]int{[]string{"a", "a", "b"}[i%3]: 1}).done()
		}
		return r.do(host, CloseActivity{}).done()
	}
	t.Run("it is due when a round with eight ballots is closed, and recorded once", func(t *testing.T) {
		if closed(t, 7).s.Calculation() != nil {
			t.Fatal("due with seven")
		}
		r := closed(t, 8)
		calculate := r.s.Calculation()
		if got := must[Result](r, Host, "result"); got.Certainty != nil || got.Options[0].Band != "" {
			t.Fatalf("%+v", got)
		}
		r.do(host, calculate()).brought("CertaintyRecorded", "ComparisonRecorded").do(host, calculate()).changesNothing()
		got := must[Result](r, Host, "result")
		if got.Certainty == nil || got.Certainty.Resamples != 2000 || got.Options[0].Band == "" || got.Options[0].RankLow != 1 {
			t.Fatalf("%+v", got)
		}
		if r.s.Calculation() != nil {
			t.Fatal("due again")
		}
	})
	t.Run("while a vote is open nothing is calculated", func(t *testing.T) {
		r, crowd := ballotOf(t, 9, "a", "b", "c")
		for _, who := range crowd {
			r.cast(who, map[string]int{"a": 1}).done()
		}
		if r.s.Calculation() != nil {
			t.Fatal("somebody is counting an open vote")
		}
	})
	t.Run("what was calculated for a round that was cancelled meanwhile is dropped", func(t *testing.T) {
		r := closed(t, 8)
		late := r.s.Calculation()()
		r.opened(Cluster)
		r.do(host, late).changesNothing()
		r.opened(Vote).do(host, late).changesNothing()
	})
	t.Run("it can be repeated by anybody from the results alone", func(t *testing.T) {
		r := closed(t, 12)
		r.do(host, r.s.Calculation()()).done().do(host, EndSession{}).done()
		sum := r.s.Summary()
		again := Bootstrap(sum.Ballots, sum.Vote.Top, sum.Vote.Certainty.Seed)
		for j, o := range sum.Ballot {
			at := slices.IndexFunc(sum.Vote.Options, func(r OptionResult) bool { return r.ID == o.ID })
			if sum.Vote.Options[at].TopShare != again.TopShare[j] {
				t.Errorf("%s: %v and %v", o.Name, sum.Vote.Options[at].TopShare, again.TopShare[j])
			}
		}
	})
	t.Run("it is the server's to record, not a phone's, and does not travel", func(t *testing.T) {
		r := closed(t, 8)
		c := r.s.Calculation()()
		r.do(PersonID("person-0001"), c).refused(Denied, "")
		if name := CommandType(c); name != "" {
			t.Fatal(name)
		}
	})
	t.Run("what is handed out may run elsewhere: it shares nothing with the session", func(t *testing.T) {
		r := closed(t, 8)
		calculate, done := r.s.Calculation(), make(chan Command)
		go func() { done <- calculate() }()
		r.opened(Reveal, Cluster, Vote)
		<-done
	})
}

// votes gives n ballots on so many options, three dots each, drawn with a lean towards the first ones.
func votes(n, options int, seed uint64) [][]int {
	random := rand.New(rand.NewPCG(seed, 1))
	rows := make([][]int, n)
	for i := range rows {
		rows[i] = make([]int, options)
		for range 3 {
			rows[i][min(random.IntN(options), random.IntN(options))]++
		}
	}
	return rows
}
