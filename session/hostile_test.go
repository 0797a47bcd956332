package session

import (
	"fmt"
	"strings"
	"testing"
)

// A message may have a quarter of a megabyte, and the room does nothing else while it decides about it.
func TestHostileSize(t *testing.T) {
	dots := map[string]int{}
	for i := range 25_000 {
		dots[fmt.Sprint("x", i)] = 1
	}
	ballot, _ := ballotOf(t, 0, "a", "b")
	ballot.with(anna)
	writing := lobby(t).with(anna).opened(Write)
	for name, c := range map[string]struct {
		r       *room
		command Command
		want    Problem
	}{
		"a ballot with more options than there are": {ballot, CastBallot{Round: 1, Dots: dots}, Problem{Code: NotFound, Field: "dots", Reason: Unknown}},
		"a card of a quarter of a megabyte": {
			writing, AddCard{ID: "k1", Text: strings.Repeat("e\u0301\u0315", 50_000)}, Problem{Code: Invalid, Field: "text", Reason: TooLong, Limit: MaxCard},
		},
	} {
		t.Run(name+" is refused before anything is made of it", func(t *testing.T) {
			by := Actor{Role: Participant, Person: anna, Client: "phone", N: 1}
			made := testing.AllocsPerRun(5, func() {
				_, err := c.r.s.Decide(c.command, by, noon)
				if p := AsProblem(err); p == nil || *p != c.want {
					t.Fatalf("answered with %v", err)
				}
			})
			if made > 5 {
				t.Errorf("it took %v allocations", made)
			}
		})
	}
}
