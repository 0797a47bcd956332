package tables

import (
	"strings"

	"verbindend/session"
)

// group is what a compared group is called; several that are told as one stand together.
func (r round) group(at int) string {
	all := r.comparison.Groups
	if at < 0 || at >= len(all) {
		return ""
	}
	return strings.Join(all[at].Names, " + ")
}

// option gives the name of a value on the ballot.
func (r round) option(id string) Cell {
	for _, o := range r.vote.Options {
		if o.ID == id {
			return text(o.Name)
		}
	}
	return nil
}

func (b builder) comparedGroups(r round) Table {
	type group = session.ComparedGroup
	return of(b, r, "compared-groups", r.comparison.Groups,
		field[group]{"group", Text, func(g group) Cell { return strings.Join(g.Names, " + ") }},
		field[group]{"voted", Number, func(g group) Cell { return g.Voters }},
	)
}

// comparedValues has a row for each value in each group.
func (b builder) comparedValues(r round) Table {
	type support struct {
		of session.ComparedValue
		at int
		session.Support
	}
	var all []support
	for _, v := range r.comparison.Values {
		for i, s := range v.Shares {
			all = append(all, support{v, i, s})
		}
	}
	return of(b, r, "support", all,
		field[support]{"valueID", Label, func(s support) Cell { return s.of.ID }},
		field[support]{"value", Text, func(s support) Cell { return r.option(s.of.ID) }},
		field[support]{"connectingRank", Number, func(s support) Cell { return s.of.Rank }},
		field[support]{"connectingScore", Share, func(s support) Cell { return s.of.Score }},
		field[support]{"connects", YesNo, func(s support) Cell { return s.of.Connects }},
		field[support]{"group", Text, func(s support) Cell { return text(r.group(s.at)) }},
		field[support]{"voters", Number, func(s support) Cell { return pointed(s.Voters) }},
		field[support]{"says", Text, func(s support) Cell { return b.term("says", string(s.Says)) }},
		field[support]{"percent", Number, func(s support) Cell { return pointed(s.Percent) }},
		field[support]{"weight", Share, func(s support) Cell { return s.Weight }},
	)
}

func (b builder) differences(r round) Table {
	type difference = session.Difference
	points := func(of func(session.Interval) int) func(difference) Cell {
		return func(d difference) Cell {
			if d.Range == nil {
				return nil
			}
			return of(*d.Range)
		}
	}
	return of(b, r, "differences", r.comparison.Differences,
		field[difference]{"valueID", Label, func(d difference) Cell { return d.ID }},
		field[difference]{"value", Text, func(d difference) Cell { return r.option(d.ID) }},
		field[difference]{"more", Text, func(d difference) Cell { return text(r.group(d.More)) }},
		field[difference]{"less", Text, func(d difference) Cell { return text(r.group(d.Less)) }},
		field[difference]{"pointsLow", Number, points(func(i session.Interval) int { return i.Low })},
		field[difference]{"pointsHigh", Number, points(func(i session.Interval) int { return i.High })},
		field[difference]{"firm", YesNo, func(d difference) Cell { return d.Firm }},
	)
}

func (b builder) pairs(r round) Table {
	type pair = session.Pair
	return of(b, r, "chosen-together", r.comparison.Pairs,
		field[pair]{"valueID", Label, func(p pair) Cell { return p.A }},
		field[pair]{"value", Text, func(p pair) Cell { return r.option(p.A) }},
		field[pair]{"otherID", Label, func(p pair) Cell { return p.B }},
		field[pair]{"other", Text, func(p pair) Cell { return r.option(p.B) }},
		field[pair]{"both", Number, func(p pair) Cell { return p.Both }},
		field[pair]{"lift", Mean, func(p pair) Cell { return p.Lift }},
		field[pair]{"firm", YesNo, func(p pair) Cell { return p.Firm }},
	)
}

func pointed(n *int) Cell {
	if n == nil {
		return nil
	}
	return *n
}
