package session

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// What is said of groups, and from when on.
const (
	PercentFrom    = 10  // people in a group, from which a share may be a percentage
	MaxDifferences = 3   // how many differences between groups are pointed out
	alarm          = .05 // the chance of a false alarm that "can be chance" rests on
)

// A Comparison lays the groups beside each other as they voted in a closed round, and says what connects them. It is made
// once, of the groups as they were at the closing: made again after somebody changed group it would tell their ballot.
//
// It tells counts of groups of at least the threshold and nothing else. Who reads the ballots of a Summary beside it might
// work out which of them lie in which group; each of them stays one of as many as the threshold, and has no person.
type Comparison struct {
	Reason      NoComparison    `json:"reason"`      // why groups are not compared; "" when they are
	Groups      []ComparedGroup `json:"groups"`      // in the order of the session; none without a comparison
	Values      []ComparedValue `json:"values"`      // every option, the most connecting first; none without a comparison
	Differences []Difference    `json:"differences"` // to talk about, the clearest first; at most MaxDifferences
	Pairs       []Pair          `json:"pairs"`       // values chosen together, the clearest first; at most MaxPairs
}

// NoComparison says why groups are not laid beside each other.
type NoComparison string

// The reasons why there is no comparison.
const (
	NoGroups      NoComparison = "no_groups"    // the session has fewer than two
	FewBallots    NoComparison = "few_ballots"  // under MinBallots people voted
	SmallGroups   NoComparison = "small_groups" // fewer than two groups have enough people who voted
	RankedBallot  NoComparison = "ranked"       // it was ranked: a place says what comes before what, and not who supports it
	AnsweredAgain NoComparison = "again"        // it was answered again after it had been closed: made again it would tell by whom
	SmallRest     NoComparison = "small_rest"   // a few people are in a small group or in none: what the others chose would tell what they did
)

// ComparedGroup is a group that is large enough, or several that are told as one.
type ComparedGroup struct {
	Names  []string `json:"names"`  // two and more: a small group and its partner
	Voters int      `json:"voters"` // people of it whose ballot counts; at least the threshold
}

// ComparedValue is one option with its support in each group.
type ComparedValue struct {
	ID       string    `json:"id"`
	Score    float64   `json:"score"`    // the connecting score, 0–1
	Rank     int       `json:"rank"`     // competition ranking by score
	Connects bool      `json:"connects"` // one of those that all groups carry most, and none differs firmly on
	Shares   []Support `json:"shares"`   // in the order of Comparison.Groups
}

// Support is how many of a group gave a value at least one dot, or a score of SupportScore or more.
type Support struct {
	Voters  *int    `json:"voters"`  // null when Says says it
	Says    Says    `json:"says"`    // "" when the number is told
	Percent *int    `json:"percent"` // null for groups under PercentFrom
	Weight  float64 `json:"weight"`  // the smoothed share, 0–1: to draw with, not to be told
}

// Says is how a count is told where a number would be a verdict on everybody in a small group. It is a manner of speaking
// and hides nothing: what protects people is the threshold.
type Says string

// Nobody or everybody in a group under PercentFrom.
const (
	HardlyAnybody   Says = "hardly_anybody"
	NearlyEverybody Says = "nearly_everybody"
)

// Difference is one between two groups that is worth talking about: its 95 % interval leaves out 0.
type Difference struct {
	ID    string    `json:"id"`   // of the option
	More  int       `json:"more"` // the place in Comparison.Groups of the group that carries it more …
	Less  int       `json:"less"` // … and of the one that carries it less
	Range *Interval `json:"range"`
	Firm  bool      `json:"firm"` // survives Holm's correction over all comparisons; else it can be chance
}

// Interval is in percentage points; there is none for groups under PercentFrom.
type Interval struct {
	Low  int `json:"low"`
	High int `json:"high"`
}

// together is how several groups that are told as one are called.
func together(names []string) string { return strings.Join(names, " + ") }

func noComparison(why NoComparison) Comparison {
	return Comparison{why, []ComparedGroup{}, []ComparedValue{}, []Difference{}, []Pair{}}
}

// votersIn counts, per part and option, the people with at least one dot.
func votersIn(parts [][][]int, options int) [][]int {
	counts := make([][]int, len(parts))
	for g, rows := range parts {
		counts[g] = make([]int, options)
		for _, row := range rows {
			for j, dots := range row {
				if dots > 0 {
					counts[g][j]++
				}
			}
		}
	}
	return counts
}

// Compare lays groups beside each other: ballots[g][i][j] is the number of dots of person i of group g on option j, or 1 for who supports it. ids names
// the options. No group may be empty.
func Compare(groups []ComparedGroup, ids []string, ballots [][][]int) Comparison {
	c := noComparison("")
	c.Groups = groups
	counts := votersIn(ballots, len(ids))
	scores := make([]int, len(ids))
	for j, id := range ids {
		v := ComparedValue{ID: id}
		for g, group := range groups {
			v.Shares = append(v.Shares, supportOf(counts[g][j], group.Voters))
		}
		v.Score = connectingScore(counts, groups, j)
		scores[j] = int(math.Round(v.Score * scoreSteps))
		c.Values = append(c.Values, v)
	}
	for j, rank := range CompetitionRanks(scores) {
		c.Values[j].Rank = rank
	}
	var apart []bool
	c.Differences, apart = differences(groups, ids, counts)
	connect(c.Values, func(j int) bool {
		return !apart[j] && !slices.ContainsFunc(counts, func(of []int) bool { return of[j] == 0 })
	})
	slices.SortStableFunc(c.Values, func(a, b ComparedValue) int { return cmp.Compare(a.Rank, b.Rank) })
	return c
}

func supportOf(x, n int) Support {
	s := Support{Voters: &x, Weight: rounded(smoothed(x, n))}
	switch {
	case n >= PercentFrom:
		percent := int(math.Round(100 * float64(x) / float64(n)))
		s.Percent = &percent
	case x == 0:
		s.Voters, s.Says = nil, HardlyAnybody
	case x == n:
		s.Voters, s.Says = nil, NearlyEverybody
	}
	return s
}

// differences compares every two groups on every option, and keeps of each option the clearest difference whose interval
// leaves out 0. All that was compared counts in Holm's correction, also what is not kept. apart tells of each option whether
// any two groups differ firmly on it.
func differences(groups []ComparedGroup, ids []string, counts [][]int) (list []Difference, apart []bool) {
	type found struct {
		Difference
		p  float64
		at int // among all comparisons
	}
	var kept []found
	var ps []float64
	for j, id := range ids {
		best := found{p: 2}
		for a := range groups {
			for b := a + 1; b < len(groups); b++ {
				more, less := a, b
				if counts[a][j]*groups[b].Voters < counts[b][j]*groups[a].Voters {
					more, less = b, a
				}
				x1, n1, x2, n2 := counts[more][j], groups[more].Voters, counts[less][j], groups[less].Voters
				p := FisherTwoSided(x1, n1, x2, n2)
				ps = append(ps, p)
				low, high := Newcombe(x1, n1, x2, n2)
				if low <= 0 || p >= best.p {
					continue
				}
				best = found{Difference{ID: id, More: more, Less: less}, p, len(ps) - 1}
				if min(n1, n2) >= PercentFrom {
					best.Range = &Interval{int(math.Round(100 * low)), int(math.Round(100 * high))}
				}
			}
		}
		if best.p <= 1 {
			kept = append(kept, best)
		}
	}
	slices.SortStableFunc(kept, func(a, b found) int { return cmp.Compare(a.p, b.p) })
	corrected := Holm(ps, len(ps))
	list, apart = []Difference{}, make([]bool, len(ids))
	for i, p := range corrected {
		if p < alarm {
			apart[i*len(ids)/len(ps)] = true
		}
	}
	for _, f := range kept[:min(len(kept), MaxDifferences)] {
		f.Firm = corrected[f.at] < alarm
		list = append(list, f.Difference)
	}
	return list, apart
}
