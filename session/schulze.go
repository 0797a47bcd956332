package session

// Schulze ranks options by the method of Markus Schulze ("A new monotonic, clone-independent, reversal symmetric, and
// condorcet-consistent single-winner election method", 2011), with the strength of a win measured in the votes for it.
// prefer[a][b] is how many people put a above b; what stands at [a][a] says nothing. An option's rank is one more than the number of options that beat it; options that
// nothing tells apart have the same rank.
func Schulze(prefer [][]int) []int {
	strength := strongestPaths(prefer)
	ranks := make([]int, len(prefer))
	for a := range ranks {
		ranks[a] = 1
		for b := range ranks {
			if strength[b][a] > strength[a][b] {
				ranks[a]++
			}
		}
	}
	return ranks
}

// strongestPaths gives for every two options how strong the strongest chain of wins from the one to the other is; a chain is as
// strong as its weakest win. (Floyd 1962 and Warshall 1962, for the widest path.)
func strongestPaths(prefer [][]int) [][]int {
	n := len(prefer)
	strength := make([][]int, n)
	for a := range strength {
		strength[a] = make([]int, n)
		for b := range n {
			if prefer[a][b] > prefer[b][a] { // never true of an option and itself
				strength[a][b] = prefer[a][b]
			}
		}
	}
	for via := range n {
		for a := range n {
			for b := range n {
				if a != b {
					strength[a][b] = max(strength[a][b], min(strength[a][via], strength[via][b]))
				}
			}
		}
	}
	return strength
}
