package session

import (
	"slices"
	"testing"
)

func TestMinority(t *testing.T) {
	vote := func(options ...OptionResult) Result {
		return Result{Ballots: 40, PerOption: 2, Top: 3, Options: options}
	}
	few := OptionResult{ID: "humor", Name: "Humor", Voters: 4, Dots: 7}
	for name, c := range map[string]struct {
		vote Result
		want []string
	}{
		"a value that few people gave all they could": {vote(few), []string{"humor"}},
		"not what is in the top":                      {vote(OptionResult{ID: "lef", Voters: 4, Dots: 8, InTop: true}), nil},
		"not what two people chose":                   {vote(OptionResult{ID: "lef", Voters: 2, Dots: 4}), nil},
		"not what more than a quarter chose":          {vote(OptionResult{ID: "lef", Voters: 11, Dots: 22}), nil},
		"what exactly a quarter chose":                {vote(OptionResult{ID: "lef", Voters: 10, Dots: 20}), []string{"lef"}},
		"not where most gave one dot":                 {vote(OptionResult{ID: "lef", Voters: 4, Dots: 5}), nil},
		"where exactly half gave two":                 {vote(OptionResult{ID: "lef", Voters: 4, Dots: 6}), []string{"lef"}},
		"under eight ballots nothing":                 {Result{Ballots: 7, PerOption: 2, Options: []OptionResult{few}}, nil},
		"nothing where each value takes one dot":      {Result{Ballots: 40, PerOption: 1, Options: []OptionResult{few}}, nil},
		"nothing of a vote by scores":                 {Result{Ballots: 40, PerOption: 2, Method: ByScore, Options: []OptionResult{few}}, nil},
		"the most dots per person first, three at most": {
			vote(OptionResult{ID: "a", Voters: 4, Dots: 6}, few, OptionResult{ID: "b", Voters: 5, Dots: 10}, OptionResult{ID: "c", Voters: 3, Dots: 6}),
			[]string{"b", "c", "humor"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, o := range c.vote.Minority() {
				got = append(got, o.ID)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
