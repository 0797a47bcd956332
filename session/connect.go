package session

import (
	"cmp"
	"math"
	"slices"
)

// What is said of values that connect, and how many at most.
const (
	MaxConnecting = 3     // places; values that tie for the last one are all in
	MaxPairs      = 3     // values chosen together
	scoreSteps    = 10000 // a score is kept to this fraction: equal support in another order is equal
)

// smoothed is a share that is never quite nothing or all (Laplace's rule of succession): one silent group does not wipe out
// what all others carry, and a small group weighs a little less.
func smoothed(x, n int) float64 { return float64(x+1) / float64(n+2) }

func rounded(x float64) float64 { return math.Round(x*scoreSteps) / scoreSteps }

// connectingScore is the geometric mean over the groups of the smoothed shares of an option: a value that all groups carry
// beats one that one group adores.
func connectingScore(counts [][]int, groups []ComparedGroup, option int) float64 {
	sum := 0.0
	for g, group := range groups {
		sum += math.Log(smoothed(counts[g][option], group.Voters))
	}
	return rounded(math.Exp(sum / float64(len(groups))))
}

// connect marks the values that connect: the first places, ties included, among those that can.
func connect(values []ComparedValue, can func(j int) bool) {
	var able, scores []int
	for j, v := range values {
		if can(j) {
			able, scores = append(able, j), append(scores, int(math.Round(v.Score*scoreSteps)))
		}
	}
	for i, rank := range CompetitionRanks(scores) {
		values[able[i]].Connects = rank <= MaxConnecting
	}
}

// A Pair is two values that the same people chose more often than chance would have it.
type Pair struct {
	A    string  `json:"a"`    // ids of options, in the order of the ballot
	B    string  `json:"b"`    //
	Both int     `json:"both"` // people with at least one dot on each; at least the threshold
	Lift float64 `json:"lift"` // how many times as many as when the two had nothing to do with each other
	Firm bool    `json:"firm"` // survives Holm's correction over all pairs; else it can be chance
}

// ChosenTogether finds the values that went together: ballots[i][j] is the number of dots of person i on option j. Lift is
// "interest" of Brin, Motwani, Ullman and Tsur 1997: the pair's count over what independence would give, n(a)·n(b)/n. Somebody
// who has few dots and gives one to a has fewer left for b, so that chance alone stays under 1: a lift over 1 is told with care.
// A pair is kept when Fisher's one-sided test says that so many would be rare.
//
// A pair's count tells of so many people two of their choices, and of everybody whose one choice is known (people talk, and
// small rooms have ears) something about the other. Hence nothing under MinBallots ballots; no pair of fewer people than the
// threshold; and no pair in which everybody who chose one of the two, being fewer than PercentFrom, chose the other as well: to
// know the one would be to know the other. What is not told by name can in a large room still be counted in the ballots of the
// Summary, which belong to nobody.
func ChosenTogether(ids []string, ballots [][]int, threshold int) []Pair {
	list := []Pair{}
	n := len(ballots)
	if n < MinBallots {
		return list
	}
	single, both := make([]int, len(ids)), map[[2]int]int{}
	for _, row := range ballots {
		var chosen []int
		for j, dots := range row {
			if dots > 0 {
				for _, other := range chosen {
					both[[2]int{other, j}]++
				}
				chosen = append(chosen, j)
				single[j]++
			}
		}
	}
	type found struct {
		Pair
		at [2]int
	}
	var all []found
	for at, x := range both {
		a, b := single[at[0]], single[at[1]]
		telling := x == min(a, b) && x < PercentFrom
		if lift := math.Round(10*float64(x*n)/float64(a*b)) / 10; x >= threshold && !telling && lift > 1 {
			all = append(all, found{Pair{A: ids[at[0]], B: ids[at[1]], Both: x, Lift: lift}, at})
		}
	}
	slices.SortFunc(all, func(x, y found) int { return slices.Compare(x.at[:], y.at[:]) })
	ps := make([]float64, len(all))
	for i, f := range all {
		a, b := single[f.at[0]], single[f.at[1]]
		ps[i] = FisherMore(f.Both, a, b-f.Both, n-a)
	}
	// Pairs that are not kept were tested as well, by being left out.
	for i, corrected := range Holm(ps, len(ids)*(len(ids)-1)/2) {
		all[i].Firm = corrected < alarm
	}
	order := make([]int, 0, len(all))
	for i := range all {
		if ps[i] < alarm {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(ps[x], ps[y]) })
	for _, i := range order[:min(len(order), MaxPairs)] {
		list = append(list, all[i].Pair)
	}
	return list
}
