package workshop

import (
	"maps"
	"math/rand/v2"
	"testing"

	"verbindend/session"
)

func TestAnotherBallot(t *testing.T) {
	p := &person{chance: rand.New(rand.NewPCG(1, 2))}
	one := []session.Option{{ID: "c1"}}
	two := []session.Option{{ID: "c1"}, {ID: "c2"}}
	for name, ballot := range map[string]session.BallotItem{
		"one value with one dot": {Options: one, Method: session.ByDots, Dots: 1, PerOption: 1},
		"dots":                   {Options: two, Method: session.ByDots, Dots: 2, PerOption: 2},
		"scores":                 {Options: two, Method: session.ByScore},
		"one score":              {Options: one, Method: session.ByScore},
	} {
		t.Run(name, func(t *testing.T) {
			before := map[string]int{}
			for range 200 {
				dots := p.another(ballot, before)
				if maps.Equal(dots, before) {
					t.Fatalf("%v comes after %v", dots, before)
				}
				before = dots
			}
		})
	}
}
