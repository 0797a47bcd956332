package session

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"
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

// RecordCertainty keeps what Bootstrap found. It comes from the server, from the work that Calculation hands out.
type RecordCertainty struct {
	Round     int
	Certainty Certainty
}

// CertaintyRecorded belongs to a closed round.
type CertaintyRecorded struct {
	Round     int       `json:"round"`
	Certainty Certainty `json:"certainty"`
}

// Calculation hands out the heavy work that is due, or nil. It may run on any goroutine, however long it takes, and answers
// with the command that records what it found.
func (s *Session) Calculation() func() Command {
	v := s.vote
	if v.status != RoundIsClosed || v.certainty != nil || len(v.ballots) < MinBallots || s.sealed != nil {
		return nil
	}
	ballots := s.matrix()
	round, top, seed := v.round, v.frozen.Top, s.seed()
	return func() Command { return RecordCertainty{round, *Bootstrap(ballots, top, seed)} }
}

// matrix gives the ballots without people, in an order that says nothing about who or when.
func (s *Session) matrix() [][]int {
	rows := make([][]int, 0, len(s.vote.ballots))
	for _, ballot := range s.vote.ballots {
		row := make([]int, len(s.vote.frozen.Options))
		for j, o := range s.vote.frozen.Options {
			row[j] = ballot[o.ID]
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, slices.Compare)
	return rows
}

// seed comes from the session and the round, so that anybody can repeat the calculation.
func (s *Session) seed() uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(s.started.ID + "/" + strconv.Itoa(s.vote.round)))
	return h.Sum64()
}

func (c RecordCertainty) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if s.vote.round != c.Round || s.vote.status != RoundIsClosed || s.vote.certainty != nil {
		return nil, nil
	}
	return []Event{CertaintyRecorded(c)}, nil
}

func (e CertaintyRecorded) apply(s *Session, _ Record) {
	if e.Round == s.vote.round {
		s.vote.certainty = &e.Certainty
	}
	s.touch("result")
}
