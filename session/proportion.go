package session

import (
	"cmp"
	"math"
	"slices"
)

// normal97 is the 97.5 % point of the normal distribution: two-sided intervals of 95 %.
const normal97 = 1.959963984540054

// Wilson gives the 95 % score interval of a share of x in n (Wilson 1927); 0–1 when n is 0.
func Wilson(x, n int) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	p, size, z := float64(x)/float64(n), float64(n), normal97
	middle := (p + z*z/(2*size)) / (1 + z*z/size)
	reach := z / (1 + z*z/size) * math.Sqrt(p*(1-p)/size+z*z/(4*size*size))
	return max(0, middle-reach), min(1, middle+reach)
}

// Newcombe gives the 95 % interval of the difference x1/n1 − x2/n2 between two groups of people: the hybrid score interval
// without continuity correction, method 10 of Newcombe 1998 (Statistics in Medicine 17, 873–890). It lies within −1 … 1,
// and is just that when one of the groups is empty.
func Newcombe(x1, n1, x2, n2 int) (low, high float64) {
	if n1 == 0 || n2 == 0 {
		return -1, 1
	}
	p1, p2 := float64(x1)/float64(n1), float64(x2)/float64(n2)
	l1, u1 := Wilson(x1, n1)
	l2, u2 := Wilson(x2, n2)
	d := p1 - p2
	return max(-1, d-math.Hypot(p1-l1, u2-p2)), min(1, d+math.Hypot(u1-p1, p2-l2))
}

// FisherTwoSided gives the chance of a table at least as unlikely as x1 of n1 against x2 of n2 when both groups are alike:
// Fisher's exact test, two-sided by the sum of all tables that are no more likely than this one (as fisher.test of R does).
func FisherTwoSided(x1, n1, x2, n2 int) float64 {
	low, weights := tables(x1+x2, n1, n2)
	// Tables that are equally likely may differ in the last digit.
	bound := weights[x1-low] * (1 + 1e-7)
	return chance(weights, func(_ int, w float64) bool { return w <= bound })
}

// FisherMore gives the chance of x1 of n1 or more, against x2 of n2, when both groups are alike: Fisher's exact test, one-sided.
func FisherMore(x1, n1, x2, n2 int) float64 {
	low, weights := tables(x1+x2, n1, n2)
	return chance(weights, func(i int, _ float64) bool { return low+i >= x1 })
}

// tables weighs every way in which `chosen` of n1 + n2 people can lie over the two groups (the hypergeometric distribution):
// weights[i] belongs to low + i of the first group. It begins at the likeliest one, so that nothing overflows.
func tables(chosen, n1, n2 int) (low int, weights []float64) {
	low, high := max(0, chosen-n2), min(chosen, n1)
	weights = make([]float64, high-low+1)
	mode := min(max((chosen+1)*(n1+1)/(n1+n2+2), low), high)
	weights[mode-low] = 1
	ratio := func(k int) float64 { // of the weight of k + 1 to that of k
		return float64(n1-k) * float64(chosen-k) / (float64(k+1) * float64(n2-chosen+k+1))
	}
	for k := mode; k < high; k++ {
		weights[k+1-low] = weights[k-low] * ratio(k)
	}
	for k := mode; k > low; k-- {
		weights[k-1-low] = weights[k-low] / ratio(k-1)
	}
	return low, weights
}

func chance(weights []float64, counts func(i int, w float64) bool) float64 {
	part, all := 0.0, 0.0
	for i, w := range weights {
		all += w
		if counts(i, w) {
			part += w
		}
	}
	return min(1, part/all)
}

// Holm corrects the chances of many tests that were made together, so that the chance of even one false alarm among them
// stays what it was for one (Holm 1979). of is how many tests there were, when those that are not listed were less telling
// than all that are; at least len(ps).
func Holm(ps []float64, of int) []float64 {
	order := make([]int, len(ps))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ps[a], ps[b]) })
	corrected, least := make([]float64, len(ps)), 0.0
	for rank, i := range order {
		least = max(least, min(1, ps[i]*float64(max(of, len(ps))-rank)))
		corrected[i] = least
	}
	return corrected
}
