package simulate

import (
	"math"
	"slices"

	"verbindend/session"
)

// checkApart compares how groups rated values: each is of enough people, there once, and their numbers add up.
func (a asked) checkApart(groupOf map[int]string, o session.Outcome, add report) {
	if o.Rating == nil {
		return
	}
	for _, v := range o.Rating.Values {
		if v.Apart == nil {
			continue
		}
		for _, q := range []struct {
			key   string
			apart session.AnsweredApart
		}{{v.ID + "/importance", v.Apart.Importance}, {v.ID + "/presence", v.Apart.Presence}} {
			a.checkGroups(q.key, groupOf, q.apart, add)
		}
	}
}

func (a asked) checkGroups(key string, groupOf map[int]string, got session.AnsweredApart, add report) {
	var named []string
	for _, g := range got.Groups {
		n, sum := 0, 0
		for phone, sheet := range a.by {
			if number := sheet.Numbers[key]; number > 0 && slices.Contains(g.Names, groupOf[phone]) {
				n++
				sum += number
			}
		}
		add(n-g.N, g.N-n, "%q: %d of %q gave a number, and the results say %d", key, n, g.Names, g.N)
		if g.N < session.GroupThreshold {
			add(0, 1, "%q: %q is told of, and is only %d people", key, g.Names, g.N)
		}
		if mean := math.Round(meanOf(n, sum)*10) / 10; g.Mean != nil && math.Abs(*g.Mean-mean) > 1e-9 {
			add(1, 0, "%q: %q gave %g on average, and the results say %g", key, g.Names, mean, *g.Mean)
		}
		for _, name := range g.Names {
			if slices.Contains(named, name) {
				add(0, 1, "%q: %q is told of twice", key, name)
			}
			named = append(named, name)
		}
	}
	switch n := len(got.Groups); {
	case n == 1:
		add(0, 1, "%q: one group is told of, so that what is not told can be worked out", key)
	case n > 1 != (got.Reason == ""):
		add(1, 0, "%q: %d groups are told of, with the reason %q", key, n, got.Reason)
	}
}
