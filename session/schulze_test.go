package session

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// preferring counts who puts what above what, of groups of voters that say "from best to worst"; options that are left out are last.
func preferring(options string, groups map[string]int) [][]int {
	var rows [][]int
	for said, n := range groups {
		row := make([]int, len(options))
		for place, same := range strings.Split(said, ">") {
			for _, name := range same {
				row[strings.IndexRune(options, name)] = place + 1
			}
		}
		for range n {
			rows = append(rows, row)
		}
	}
	c := newPlaceCounter(rows, len(options))
	for i := range rows {
		c.add(i)
	}
	for a := range c.prefer {
		c.prefer[a][a] = 0
	}
	return c.prefer
}

// spelled puts a ballot in which each option is a letter between signs.
func spelled(said string) string { return strings.Join(strings.Split(said, ""), ">") }

func TestSchulze(t *testing.T) {
	t.Run("the 45 voters of Schulze's paper rank E, A, C, B, D", func(t *testing.T) {
		groups := map[string]int{}
		for said, n := range map[string]int{
			"ACBED": 5, "ADECB": 5, "BEDAC": 8, "CABED": 3, "CAEBD": 7, "CBADE": 2, "DCEBA": 7, "EBADC": 8,
		} {
			groups[spelled(said)] = n
		}
		prefer := preferring("ABCDE", groups)
		equal(t, prefer, [][]int{{0, 20, 26, 30, 22}, {25, 0, 16, 33, 18}, {19, 29, 0, 17, 24}, {15, 12, 28, 0, 14}, {23, 27, 21, 31, 0}})
		equal(t, strongestPaths(prefer), [][]int{{0, 28, 28, 30, 24}, {25, 0, 28, 33, 24}, {25, 29, 0, 29, 24}, {25, 28, 28, 0, 24}, {25, 28, 28, 31, 0}})
		equal(t, Schulze(prefer), []int{2, 4, 3, 5, 1})
	})
	t.Run("the 30 voters of his second example rank D, A, C, B", func(t *testing.T) {
		groups := map[string]int{}
		for said, n := range map[string]int{
			"ACBD": 5, "ACDB": 2, "ADCB": 3, "BACD": 4, "CBDA": 3, "CDBA": 3, "DACB": 1, "DBAC": 5, "DCBA": 4,
		} {
			groups[spelled(said)] = n
		}
		equal(t, Schulze(preferring("ABCD", groups)), []int{2, 4, 3, 1})
	})
	t.Run("a circle in which everything wins as strongly is a tie of all", func(t *testing.T) {
		equal(t, Schulze(preferring("ABC", map[string]int{"A>B>C": 1, "B>C>A": 1, "C>A>B": 1})), []int{1, 1, 1})
	})
	t.Run("the weakest win of a circle gives way", func(t *testing.T) {
		equal(t, Schulze(preferring("ABC", map[string]int{"A>B>C": 5, "B>C>A": 4, "C>A>B": 3})), []int{1, 2, 3})
	})
	t.Run("what two people say the other way round is a tie, and without a ballot everything ties", func(t *testing.T) {
		equal(t, Schulze(preferring("ABC", map[string]int{"A>B>C": 1, "C>B>A": 1})), []int{1, 1, 1})
		equal(t, Schulze(preferring("AB", nil)), []int{1, 1})
		equal(t, Schulze(nil), []int{})
	})
	t.Run("what is left out is below all that has a place, and equal to what else is left out", func(t *testing.T) {
		equal(t, preferring("ABC", map[string]int{"B": 3}), [][]int{{0, 0, 0}, {3, 0, 3}, {0, 0, 0}})
		equal(t, Schulze(preferring("ABC", map[string]int{"B": 3})), []int{2, 1, 2})
		equal(t, Schulze(preferring("ABC", map[string]int{"B>AC": 3})), []int{2, 1, 2})
	})
	t.Run("an option that wins against each of the others is first, and one that loses to each is last", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			prefer := anyPreference(t)
			ranks := Schulze(prefer)
			for a := range prefer {
				wins, losses := 0, 0
				for b := range prefer {
					if prefer[a][b] > prefer[b][a] {
						wins++
					}
					if prefer[a][b] < prefer[b][a] {
						losses++
					}
				}
				if wins == len(prefer)-1 && (ranks[a] != 1 || slices.Index(ranks, 1) != a) {
					t.Fatalf("%v ranks the winner of all as %v", prefer, ranks)
				}
				if losses == len(prefer)-1 && slices.Max(ranks) > ranks[a] {
					t.Fatalf("%v ranks the loser of all as %v", prefer, ranks)
				}
			}
		})
	})
	t.Run("turning every ballot round turns the order round, and naming the options in another order does not change it", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			prefer := anyPreference(t)
			n := len(prefer)
			turned, moved := make([][]int, n), make([][]int, n)
			for a := range n {
				turned[a], moved[a] = make([]int, n), make([]int, n)
				for b := range n {
					turned[a][b], moved[a][b] = prefer[b][a], prefer[n-1-a][n-1-b]
				}
			}
			ranks, back, elsewhere := Schulze(prefer), Schulze(turned), Schulze(moved)
			for a := range n {
				if ranks[a] != elsewhere[n-1-a] {
					t.Fatalf("%v: %v, in another order %v", prefer, ranks, elsewhere)
				}
				for b := range n {
					beats := strongestPaths(prefer)[a][b] > strongestPaths(prefer)[b][a]
					if beats && (ranks[a] >= ranks[b] || back[a] <= back[b]) {
						t.Fatalf("%v: %v, turned round %v", prefer, ranks, back)
					}
				}
			}
		})
	})
}

// anyPreference is of up to 30 people with ballots that place some of up to seven options.
func anyPreference(t *rapid.T) [][]int {
	options := rapid.IntRange(1, MaxRanked).Draw(t, "options")
	rows := rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(0, options), options, options), 0, 30).Draw(t, "ballots")
	c := newPlaceCounter(rows, options)
	for i := range rows {
		c.add(i)
	}
	return c.prefer
}
