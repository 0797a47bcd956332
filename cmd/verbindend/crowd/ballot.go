package crowd

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"verbindend/session"
)

// Ballot gives the ballot of one person, by whatever method it is.
func (c *Crowd) Ballot(person *rand.Rand, ballot session.BallotItem) map[string]int {
	switch ballot.Method {
	case session.ByScore:
		return c.scores(person, ballot)
	case session.ByRank:
		return c.places(person, ballot)
	}
	return c.Dots(person, ballot)
}

// scores gives what somebody likes a high score, and now and then no opinion.
func (c *Crowd) scores(person *rand.Rand, ballot session.BallotItem) map[string]int {
	scores := map[string]int{}
	for i, o := range c.inOrder(person, ballot.Options) {
		if i == 0 || person.IntN(6) > 0 {
			scores[o.ID] = max(1, session.BestScore-i*session.BestScore/len(ballot.Options)-person.IntN(2))
		}
	}
	return scores
}

// places puts options in order as somebody likes them: the last ones are now and then left out, and two may share a place.
func (c *Crowd) places(person *rand.Rand, ballot session.BallotItem) map[string]int {
	places, place := map[string]int{}, 0
	for i, o := range c.inOrder(person, ballot.Options) {
		if i > 0 && person.IntN(5) == 0 {
			break
		}
		if i == 0 || person.IntN(8) > 0 {
			place++
		}
		places[o.ID] = place
	}
	return places
}

// Dots gives the ballot of one person: all dots or one fewer, on different options, some of them doubled. Options that are
// called like a popular value are chosen more often.
func (c *Crowd) Dots(person *rand.Rand, ballot session.BallotItem) map[string]int {
	dots := map[string]int{}
	left := ballot.Dots
	if left > 1 && person.IntN(4) == 0 {
		left--
	}
	for _, o := range c.inOrder(person, ballot.Options) {
		if left == 0 {
			break
		}
		n := 1
		if ballot.PerOption > 1 && left > 1 && person.IntN(3) == 0 {
			n = 2
		}
		dots[o.ID] = n
		left -= n
	}
	return dots
}

// inOrder lists options as one person likes them: a weighted draw without putting back (Efraimidis and Spirakis 2006).
func (c *Crowd) inOrder(person *rand.Rand, options []session.Option) []session.Option {
	type liked struct {
		option session.Option
		key    float64
	}
	list := make([]liked, len(options))
	for i, o := range options {
		place, known := c.place[session.Normalise(o.Name)]
		if !known {
			place = len(c.values)
		}
		weight := 1 / math.Sqrt(float64(place+1))
		list[i] = liked{o, person.ExpFloat64() / weight}
	}
	slices.SortFunc(list, func(a, b liked) int { return cmp.Compare(a.key, b.key) })
	ordered := make([]session.Option, len(list))
	for i, l := range list {
		ordered[i] = l.option
	}
	return ordered
}
