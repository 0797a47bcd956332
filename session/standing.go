package session

import (
	"cmp"
	"slices"
)

// A Standing is where a value stands when all rounds are over that led to the one that counts: as the last of them that was about it
// told it.
type Standing struct {
	OptionResult
	In    Result // that round
	Place int    // over the rounds, competition ranking: what went on already comes before the options of a run-off
}

// Standings lists the values of the round that counts and of those it followed on, by their place; none without a vote.
func (s Summary) Standings() []Standing {
	var list []Standing
	told := map[string]bool{}
	for r := s.Vote; r != nil; r = s.before(*r) {
		for _, o := range r.Options {
			if !told[o.ID] {
				told[o.ID] = true
				list = append(list, Standing{o, *r, len(r.Through) + o.Rank})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Standing) int { return cmp.Compare(a.Place, b.Place) })
	return list
}

// before gives the round that another one followed on; nil when it was about all values.
func (s Summary) before(r Result) *Result {
	i := slices.IndexFunc(s.Rounds, func(h HeldRound) bool { return h.Vote.Round == r.Of })
	if r.Of == 0 || r.Of >= r.Round || i < 0 {
		return nil
	}
	return &s.Rounds[i].Vote
}
