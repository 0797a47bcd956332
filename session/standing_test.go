package session

import (
	"fmt"
	"testing"
)

func TestStandings(t *testing.T) {
	told := func(r *room) (text string) {
		for _, one := range r.s.Summary().Standings() {
			text += fmt.Sprintf("%s%d", one.Name, one.Place)
			if one.InTop {
				text += "+"
			}
			text += fmt.Sprintf("/%d ", one.In.Round)
		}
		return text
	}
	t.Run("what went on already comes first, by the dots it had and not by its name", func(t *testing.T) {
		r, crowd := ballotOf(t, 9, "a", "b", "c", "d", "e", "f", "g", "h", "i")
		for i, who := range crowd { // b has more than a; c and d tie for the third place
			r.cast(who, map[string]int{"b": 1, "a": min(1, i), "c": i % 2, "d": (i + 1) % 2 * min(1, i)}).done()
		}
		r.opened(Reveal).again(Activity{ID: "runoff", Ballot: ByRank, Among: AmongTied}).cast(crowd[0], map[string]int{"d": 1}).done().opened(Reveal)
		equal(t, told(r), "b1+/1 a2+/1 d3+/2 c4/2 e5/1 f5/1 g5/1 h5/1 i5/1 ")
	})
	t.Run("a round about the top says the order within it, and those under it stay where they were", func(t *testing.T) {
		r := voted(t, func(*Session) {})
		equal(t, told(r), "a1+/3 d2+/3 b3+/3 c4/2 e5/1 ")
	})
	t.Run("without a vote that counts there is none, and results that lead back to themselves come to an end", func(t *testing.T) {
		r, _ := ballotOf(t, 1, "a")
		equal(t, told(r), "")
		sum := Summary{Vote: &Result{Round: 2, Of: 2}, Rounds: []HeldRound{{Vote: Result{Round: 2, Of: 2}}}}
		equal(t, len(sum.Standings()), 0)
	})
}
