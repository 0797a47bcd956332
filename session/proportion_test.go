package session

import (
	"math"
	"testing"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > within {
		t.Errorf("%s is %.6f, want %.6f", what, got, want)
	}
}

func TestNewcombe(t *testing.T) {
	t.Run("it gives the intervals of Newcombe 1998, table II, method 10", func(t *testing.T) {
		for _, c := range []struct {
			x1, n1, x2, n2 int
			low, high      float64
		}{
			{56, 70, 48, 80, .0524, .3339},
			{9, 10, 3, 10, .1705, .8090},
			{6, 7, 2, 7, .0582, .8062},
			{5, 56, 0, 29, -.0381, .1926},
			{0, 10, 0, 20, -.1611, .2775},
			{0, 10, 0, 10, -.2775, .2775},
			{10, 10, 0, 20, .6791, 1},
			{10, 10, 0, 10, .6075, 1},
		} {
			low, high := Newcombe(c.x1, c.n1, c.x2, c.n2)
			near(t, "low", low, c.low, .00006)
			near(t, "high", high, c.high, .00006)
		}
	})
	t.Run("Wilson's interval of 81 in 263 is that of Newcombe 1998 (the single proportion), table I", func(t *testing.T) {
		low, high := Wilson(81, 263)
		near(t, "low", low, .2553, .00006)
		near(t, "high", high, .3662, .00006)
	})
	t.Run("an empty group can differ by anything", func(t *testing.T) {
		low, high := Newcombe(0, 0, 3, 7)
		equal(t, []float64{low, high}, []float64{-1, 1})
	})
	t.Run("the other way round it is the same with the other sign, and it holds the difference", func(t *testing.T) {
		for n1 := 1; n1 < 12; n1++ {
			for x1 := range n1 + 1 {
				for x2 := range 8 {
					low, high := Newcombe(x1, n1, x2, 7)
					low2, high2 := Newcombe(x2, 7, x1, n1)
					near(t, "low", low, -high2, 1e-12)
					near(t, "high", high, -low2, 1e-12)
					if d := float64(x1)/float64(n1) - float64(x2)/7; d < low-1e-12 || d > high+1e-12 {
						t.Fatalf("%v is not in %v–%v", d, low, high)
					}
				}
			}
		}
	})
}

func TestFisher(t *testing.T) {
	t.Run("the lady who tastes tea, three of four right (Fisher 1935; fisher.test of R)", func(t *testing.T) {
		near(t, "two-sided", FisherTwoSided(3, 4, 1, 4), .4857, .00005)
		near(t, "one-sided", FisherMore(3, 4, 1, 4), .2429, .00005)
		near(t, "all four", FisherTwoSided(4, 4, 0, 4), 2.0/70, 1e-12)
	})
	t.Run("convictions of twins: 2 of 17 against 10 of 13 (Fisher 1934; fisher.test of R)", func(t *testing.T) {
		near(t, "two-sided", FisherTwoSided(2, 17, 10, 13), .0005367, .0000001)
		near(t, "one-sided", FisherMore(10, 13, 2, 17), .0004652, .0000001)
	})
	t.Run("tables that say nothing are certain: nobody, everybody, an empty group", func(t *testing.T) {
		for _, c := range [][4]int{{0, 5, 0, 9}, {5, 5, 9, 9}, {0, 0, 3, 9}, {0, 0, 0, 0}} {
			near(t, "two-sided", FisherTwoSided(c[0], c[1], c[2], c[3]), 1, 1e-12)
			near(t, "one-sided", FisherMore(c[0], c[1], c[2], c[3]), 1, 1e-12)
		}
	})
	t.Run("the larger room and the farthest table overflow nothing", func(t *testing.T) {
		if p := FisherTwoSided(1500, 1500, 0, 1500); p < 0 || p > 1e-100 || math.IsNaN(p) {
			t.Error(p)
		}
		if p := FisherTwoSided(750, 1500, 750, 1500); p < .99 || p > 1 {
			t.Error(p)
		}
	})
	t.Run("it does not matter which group is told first", func(t *testing.T) {
		for x1 := range 8 {
			for x2 := range 12 {
				near(t, "two-sided", FisherTwoSided(x1, 7, x2, 11), FisherTwoSided(x2, 11, x1, 7), 1e-9)
			}
		}
	})
}

func TestHolm(t *testing.T) {
	check := func(t *testing.T, got, want []float64) {
		t.Helper()
		for i := range want {
			near(t, "corrected", got[i], want[i], 1e-12)
		}
	}
	t.Run("it steps down, and never below the one before (p.adjust of R, method holm)", func(t *testing.T) {
		check(t, Holm([]float64{.01, .02, .03, .04, .05}, 5), []float64{.05, .08, .09, .09, .09})
		check(t, Holm([]float64{.01, .04, .03, .005}, 4), []float64{.03, .06, .06, .02})
	})
	t.Run("tests that were made and are not listed count", func(t *testing.T) {
		check(t, Holm([]float64{.01, .02}, 10), []float64{.1, .18})
	})
	t.Run("a chance is never over one, and no tests are no corrections", func(t *testing.T) {
		check(t, Holm([]float64{.9, .5}, 2), []float64{1, 1})
		equal(t, Holm(nil, 0), []float64{})
	})
}
