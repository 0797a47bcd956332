package session

import (
	"cmp"
	"slices"
)

// A Duel is an option that another one wins against.
type Duel struct {
	Over    string `json:"over"`    // the id of the option that it wins against
	For     int    `json:"for"`     // people who put the winner above it
	Against int    `json:"against"` // people who put it above the winner; who put both in one place, or neither anywhere, is in neither
}

// countPlaces adds up ballots that rank options, and ranks the options by Schulze's method.
func (p *poll) countPlaces(options []OptionResult) []int {
	c := newPlaceCounter(matrix(p.frozen.Options, p.cast()), len(options))
	for i := range c.ballots {
		c.add(i)
	}
	for a := range options {
		options[a].Voters = c.prefer[a][a]
		for b := range options {
			if c.prefer[a][b] > c.prefer[b][a] {
				options[a].Beats = append(options[a].Beats, Duel{options[b].ID, c.prefer[a][b], c.prefer[b][a]})
			}
		}
	}
	ranks := c.ranks()
	at := map[string]int{}
	for i, o := range options {
		at[o.ID] = ranks[i]
	}
	for _, o := range options {
		slices.SortStableFunc(o.Beats, func(a, b Duel) int { return cmp.Compare(at[a.Over], at[b.Over]) })
	}
	return ranks
}

// placeCounter adds up who puts what above what. Options that a ballot leaves out are below all that it places.
type placeCounter struct {
	ballots [][]int // per ballot where it adds one in flat
	flat    []int   // prefer, row after row
	prefer  [][]int // how many put the one above the other; beside itself, how many gave an option a place
}

func newPlaceCounter(places [][]int, options int) *placeCounter {
	c := placeCounter{ballots: make([][]int, len(places)), flat: make([]int, options*options), prefer: make([][]int, options)}
	for a := range c.prefer {
		c.prefer[a] = c.flat[a*options : (a+1)*options]
	}
	for i, row := range places {
		for a, place := range row {
			for b, other := range row {
				if place > 0 && (a == b || other == 0 || place < other) {
					c.ballots[i] = append(c.ballots[i], a*options+b)
				}
			}
		}
	}
	return &c
}

func (c *placeCounter) clear() { clear(c.flat) }

func (c *placeCounter) add(ballot int) {
	for _, at := range c.ballots[ballot] {
		c.flat[at]++
	}
}

func (c *placeCounter) ranks() []int { return Schulze(c.prefer) }

func (c *placeCounter) chosen(a int) bool { return c.prefer[a][a] > 0 }
