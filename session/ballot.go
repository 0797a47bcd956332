package session

import (
	"cmp"
	"maps"
	"slices"
)

// A Method is how a ballot is filled in and counted.
type Method string

// The methods. Dots are for a long ballot; a score and a ranking ask something of every value, so they are for a short one.
const (
	ByDots  Method = "dots"   // a few dots to divide
	ByScore Method = "score"  // 1–5 for each value that one has an opinion on; the mean counts
	ByRank  Method = "ranked" // first, second, third …; Schulze counts
)

// Limits of a score and of the ballots that ask something of every value.
const (
	BestScore    = 5
	SupportScore = 4 // from here on somebody supports a value
	MaxScored    = 8 // values that can be given a score
	MaxRanked    = 7 // values that can be ranked
)

// Valid tells whether there is such a method.
func (m Method) Valid() bool { return m == ByDots || m == ByScore || m == ByRank }

// options gives how many options a ballot by this method may have; 0: any number.
func (m Method) options() int {
	switch m {
	case ByScore:
		return MaxScored
	case ByRank:
		return MaxRanked
	}
	return 0
}

func (e BallotFrozen) method() Method { return cmp.Or(e.Ballot, ByDots) }

// checked gives a ballot without the options that were left out, or says what is wrong with it.
func (e BallotFrozen) checked(given map[string]int) (map[string]int, error) {
	if len(given) > len(e.Options) { // before they are sorted: a message has room for many thousands
		return nil, refuse(NotFound, "dots", Unknown)
	}
	total, numbers := 0, map[string]int{}
	for _, id := range slices.Sorted(maps.Keys(given)) {
		n := given[id]
		if !e.has(id) {
			return nil, refuse(NotFound, "dots", Unknown)
		}
		if err := e.within(n); err != nil {
			return nil, err
		}
		if n > 0 {
			numbers[id] = n
			total += n
		}
	}
	if e.method() == ByDots && total > e.Dots {
		return nil, &Problem{Code: Invalid, Field: "dots", Reason: OverBudget, Limit: e.Dots}
	}
	return numbers, nil
}

// within says what is wrong with what somebody gives one option.
func (e BallotFrozen) within(n int) error {
	most := BestScore
	switch e.method() {
	case ByDots:
		switch {
		case n < 0:
			return refuse(Invalid, "dots", NegativeDots)
		case n > e.PerOption:
			return &Problem{Code: Invalid, Field: "dots", Reason: OverOption, Limit: e.PerOption}
		}
		return nil
	case ByRank:
		most = len(e.Options)
	}
	if n < 0 || n > most {
		return &Problem{Code: Invalid, Field: "dots", Reason: OutOfRange, Limit: most}
	}
	return nil
}

// named gives options without the words beside them.
func named(options []Option) []Named {
	var list []Named
	for _, o := range options {
		list = append(list, Named{o.ID, o.Name})
	}
	return list
}

// earned tells whether what is on this ballot has earned a place in a round before: nobody has to choose it again to keep it.
func (e BallotFrozen) earned() bool { return e.Among != AmongAll }
