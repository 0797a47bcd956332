package session

import (
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
func CompetitionRanks(scores []int) []int {
	sorted := slices.Clone(scores)
	slices.SortFunc(sorted, func(a, b int) int { return b - a })
	first := make(map[int]int, len(sorted))
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

// Bootstrap resamples people: it draws as many ballots as there are, with replacement, Resamples times, and ranks anew each
// time (the percentile bootstrap, Efron 1979). ballots[i][j] is the number of dots of person i on option j. The same seed
// gives the same answer. It returns nil under MinBallots ballots.
func Bootstrap(ballots [][]int, top int, seed uint64) *Certainty {
	if len(ballots) < MinBallots || len(ballots[0]) == 0 {
		return nil
	}
	n, options := len(ballots), len(ballots[0])
	type dot struct{ option, dots int }
	sparse := make([][]dot, n)
	for i, b := range ballots {
		for j, dots := range b {
			if dots > 0 {
				sparse[i] = append(sparse[i], dot{j, dots})
			}
		}
	}
	random := rand.New(rand.NewPCG(seed, uint64(n))) //nolint:gosec // a seed that can be repeated is the point
	counts := make([][]int, options)                 // counts[j][r]: how often option j came r-th
	for j := range counts {
		counts[j] = make([]int, options+1)
	}
	inTop := make([]int, options)
	scores := make([]int, options)
	for range Resamples {
		clear(scores)
		for range n {
			for _, d := range sparse[random.IntN(n)] {
				scores[d.option] += d.dots
			}
		}
		for j, rank := range CompetitionRanks(scores) {
			counts[j][rank]++
			if rank <= top && scores[j] > 0 {
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
