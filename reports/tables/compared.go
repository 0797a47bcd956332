package tables

import (
	"strings"

	"verbindend/session"
)

// compared is the comparison of the groups, or an empty one.
func (b builder) compared() session.Comparison {
	if c := b.sum.Comparison; c != nil {
		return *c
	}
	return session.Comparison{}
}

// group is what a compared group is called; several that are told as one stand together.
func (b builder) group(at int) string {
	all := b.compared().Groups
	if at < 0 || at >= len(all) {
		return ""
	}
	return strings.Join(all[at].Names, " + ")
}

// option gives the name of a value on the ballot.
func (b builder) option(id string) Cell {
	if v := b.sum.Vote; v != nil {
		for _, o := range v.Options {
			if o.ID == id {
				return text(o.Name)
			}
		}
	}
	return nil
}

func (b builder) comparedGroups() Table {
	type group = session.ComparedGroup
	return titled(b, "compared-groups", b.compared().Groups,
		field[group]{"group", Text, func(g group) Cell { return strings.Join(g.Names, " + ") }},
		field[group]{"voted", Number, func(g group) Cell { return g.Voters }},
	)
}

// comparedValues has a row for each value in each group.
func (b builder) comparedValues() Table {
	type support struct {
		of session.ComparedValue
		at int
		session.Support
	}
	var all []support
	for _, v := range b.compared().Values {
		for i, s := range v.Shares {
			all = append(all, support{v, i, s})
		}
	}
	return titled(b, "support", all,
		field[support]{"valueID", Label, func(s support) Cell { return s.of.ID }},
		field[support]{"value", Text, func(s support) Cell { return b.option(s.of.ID) }},
		field[support]{"connectingRank", Number, func(s support) Cell { return s.of.Rank }},
		field[support]{"connectingScore", Share, func(s support) Cell { return s.of.Score }},
		field[support]{"connects", YesNo, func(s support) Cell { return s.of.Connects }},
		field[support]{"group", Text, func(s support) Cell { return text(b.group(s.at)) }},
		field[support]{"voters", Number, func(s support) Cell { return pointed(s.Voters) }},
		field[support]{"says", Text, func(s support) Cell { return b.term("says", string(s.Says)) }},
		field[support]{"percent", Number, func(s support) Cell { return pointed(s.Percent) }},
		field[support]{"weight", Share, func(s support) Cell { return s.Weight }},
	)
}

func (b builder) differences() Table {
	type difference = session.Difference
	points := func(of func(session.Interval) int) func(difference) Cell {
		return func(d difference) Cell {
			if d.Range == nil {
				return nil
			}
			return of(*d.Range)
		}
	}
	return titled(b, "differences", b.compared().Differences,
		field[difference]{"valueID", Label, func(d difference) Cell { return d.ID }},
		field[difference]{"value", Text, func(d difference) Cell { return b.option(d.ID) }},
		field[difference]{"more", Text, func(d difference) Cell { return text(b.group(d.More)) }},
		field[difference]{"less", Text, func(d difference) Cell { return text(b.group(d.Less)) }},
		field[difference]{"pointsLow", Number, points(func(i session.Interval) int { return i.Low })},
		field[difference]{"pointsHigh", Number, points(func(i session.Interval) int { return i.High })},
		field[difference]{"firm", YesNo, func(d difference) Cell { return d.Firm }},
	)
}

func (b builder) pairs() Table {
	type pair = session.Pair
	return titled(b, "chosen-together", b.compared().Pairs,
		field[pair]{"valueID", Label, func(p pair) Cell { return p.A }},
		field[pair]{"value", Text, func(p pair) Cell { return b.option(p.A) }},
		field[pair]{"otherID", Label, func(p pair) Cell { return p.B }},
		field[pair]{"other", Text, func(p pair) Cell { return b.option(p.B) }},
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
