package session

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// Resamples is how often the ballots are drawn anew to see how sure a ranking is; MinBallots is below what number of
// ballots nothing is said about it.
const (
	Resamples  = 2000
	MinBallots = 8
)

// Band says in words how sure it is that a value belongs to the top.
type Band string

// The bands, by the share of resamples that have the value in the top.
const (
	AlmostCertain Band = "almost_certain" // .90 and more
	Likely        Band = "likely"         // .70 to .90
	Doubtful      Band = "doubtful"       // .30 to .70
	Unlikely      Band = "unlikely"       // under .30
)

// BandOf gives the band of a share between 0 and 1.
func BandOf(share float64) Band {
	switch {
	case share >= .90:
		return AlmostCertain
	case share >= .70:
		return Likely
	case share >= .30:
		return Doubtful
	}
	return Unlikely
}

// CompetitionRanks ranks scores from high to low by standard competition ranking ("1-2-2-4"): one more than the number of
// scores that are higher.
func CompetitionRanks[T cmp.Ordered](scores []T) []int {
	sorted := slices.Clone(scores)
	slices.SortFunc(sorted, func(a, b T) int { return cmp.Compare(b, a) })
	first := make(map[T]int, len(sorted))
	for i, score := range sorted {
		if _, known := first[score]; !known {
			first[score] = i + 1
		}
	}
	ranks := make([]int, len(scores))
	for i, score := range scores {
		ranks[i] = first[score]
	}
	return ranks
}

// Certainty is how sure the ranking of a round is, per option of its ballot.
type Certainty struct {
	Seed      uint64    `json:"seed,string"`
	Resamples int       `json:"resamples"`
	TopShare  []float64 `json:"topShare"` // share of resamples with the option in the top, 0–1
	RankLow   []int     `json:"rankLow"`  // 90 % of the ranks lie from RankLow …
	RankHigh  []int     `json:"rankHigh"` // … to RankHigh, both included
}

// A Counting is how the ballots of a round become a ranking.
type Counting struct {
	Method Method
	Top    int  // how many values go on
	Earned bool // whoever is in the ballot has earned a place before: a value that nobody chose here can still be in the top
}

// Bootstrap is Counting.Bootstrap for a round by dots.
func Bootstrap(ballots [][]int, top int, seed uint64) *Certainty {
	return Counting{Method: ByDots, Top: top}.Bootstrap(ballots, seed)
}

// A counter adds up ballots by their place in a list, and ranks the options.
type counter interface {
	clear()
	add(ballot int)
	ranks() []int
	chosen(option int) bool // somebody gave it a dot, a score or a place
}

func (m Method) counter(ballots [][]int) counter {
	options := len(ballots[0])
	switch m {
	case ByScore:
		return &scoreCounter{ballots, make([]int, options), make([]int, options)}
	case ByRank:
		return newPlaceCounter(ballots, options)
	}
	return newDotCounter(ballots, options)
}

// Bootstrap resamples people: it draws as many ballots as there are, with replacement, Resamples times, and ranks anew each
// time (the percentile bootstrap, Efron 1979). ballots[i][j] is what person i gave option j: dots, a score or a place. The same seed
// gives the same answer. It returns nil under MinBallots ballots.
func (k Counting) Bootstrap(ballots [][]int, seed uint64) *Certainty {
	if len(ballots) < MinBallots || len(ballots[0]) == 0 {
		return nil
	}
	n, options := len(ballots), len(ballots[0])
	random := rand.New(rand.NewPCG(seed, uint64(n))) //nolint:gosec // a seed that can be repeated is the point
	counts := make([][]int, options)                 // counts[j][r]: how often option j came r-th
	for j := range counts {
		counts[j] = make([]int, options+1)
	}
	inTop := make([]int, options)
	drawn := k.Method.counter(ballots)
	for range Resamples {
		drawn.clear()
		for range n {
			drawn.add(random.IntN(n))
		}
		for j, rank := range drawn.ranks() {
			counts[j][rank]++
			if rank <= k.Top && (k.Earned || drawn.chosen(j)) {
				inTop[j]++
			}
		}
	}
	c := Certainty{Seed: seed, Resamples: Resamples}
	for j := range options {
		c.TopShare = append(c.TopShare, float64(inTop[j])/Resamples)
		c.RankLow = append(c.RankLow, quantile(counts[j], Resamples*5/100))
		c.RankHigh = append(c.RankHigh, quantile(counts[j], Resamples*95/100))
	}
	return &c
}

// dotCounter adds up dots. A ballot has a few, while there may be a thousand options.
type dotCounter struct {
	ballots [][]dot
	scores  []int
}

type dot struct{ option, dots int }

func newDotCounter(ballots [][]int, options int) *dotCounter {
	c := dotCounter{make([][]dot, len(ballots)), make([]int, options)}
	for i, b := range ballots {
		for j, dots := range b {
			if dots > 0 {
				c.ballots[i] = append(c.ballots[i], dot{j, dots})
			}
		}
	}
	return &c
}

func (c *dotCounter) clear() { clear(c.scores) }

func (c *dotCounter) add(ballot int) {
	for _, d := range c.ballots[ballot] {
		c.scores[d.option] += d.dots
	}
}

func (c *dotCounter) ranks() []int { return CompetitionRanks(c.scores) }

func (c *dotCounter) chosen(j int) bool { return c.scores[j] > 0 }

// quantile gives the smallest rank at which more than `below` draws have been passed, or exactly all of them.
func quantile(counts []int, below int) int {
	sum := 0
	for rank, n := range counts {
		sum += n
		if sum >= below && sum > 0 {
			return rank
		}
	}
	return len(counts) - 1
}
