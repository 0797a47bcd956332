package session

import (
	"cmp"
	"slices"
)

// What is told as a value of a few who meant it: how many at most, and how many people at least, so that it points at nobody.
const (
	MaxMinority = 3
	minVoters   = MinGroupThreshold
)

// Minority gives the values that few people gave many dots: not in the top, chosen by at most a quarter of those who voted and by
// three people at least, of whom at least half put on it all that one may. A sum of dots hides them, and a room that wants to connect should
// hear them. The most dots per person come first. Only of a vote by dots, from MinBallots
// ballots on, and where a value can be given more than one dot.
func (r Result) Minority() []OptionResult {
	if r.method() != ByDots || r.Ballots < MinBallots || r.PerOption < 2 {
		return nil
	}
	var list []OptionResult
	for _, o := range r.Options {
		// With d dots of v people, and at most m each, at least half gave m when 2·d ≥ v·(m + 1): who gave less gave 1 or more.
		if !o.InTop && o.Voters >= minVoters && 4*o.Voters <= r.Ballots && 2*o.Dots >= o.Voters*(r.PerOption+1) {
			list = append(list, o)
		}
	}
	slices.SortStableFunc(list, func(a, b OptionResult) int {
		return cmp.Or(cmp.Compare(b.Dots*a.Voters, a.Dots*b.Voters), cmp.Compare(b.Dots, a.Dots), cmp.Compare(Normalise(a.Name), Normalise(b.Name)))
	})
	return list[:min(len(list), MaxMinority)]
}
