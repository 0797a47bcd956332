package tables

import (
	"strings"

	"verbindend/session"
)

// ratedApart has a row for each group of each question about a value, and one that says why there are no groups.
func (b builder) ratedApart() Table {
	type told struct {
		activity, value, question string
		reason                    session.NoComparison
		group                     *session.AnsweredGroup
	}
	var all []told
	add := func(one told, apart session.AnsweredApart) {
		one.reason = apart.Reason
		if len(apart.Groups) == 0 {
			all = append(all, one)
		}
		for i := range apart.Groups {
			one.group = &apart.Groups[i]
			all = append(all, one)
		}
	}
	for _, o := range b.sum.Outcomes {
		if o.Rating == nil {
			continue
		}
		for _, v := range o.Rating.Values {
			if v.Apart != nil {
				add(told{activity: o.Activity, value: v.Name, question: "importance"}, v.Apart.Importance)
				add(told{activity: o.Activity, value: v.Name, question: "presence"}, v.Apart.Presence)
			}
		}
	}
	of := func(cell func(session.AnsweredGroup) Cell) func(told) Cell {
		return func(t told) Cell {
			if t.group == nil {
				return nil
			}
			return cell(*t.group)
		}
	}
	return titled(b, "rated-groups", all,
		field[told]{"activity", Label, func(t told) Cell { return t.activity }},
		field[told]{"value", Text, func(t told) Cell { return text(t.value) }},
		field[told]{"question", Text, func(t told) Cell { return b.word("column", t.question) }},
		field[told]{"group", Text, of(func(g session.AnsweredGroup) Cell { return strings.Join(g.Names, " + ") })},
		field[told]{"answered", Number, of(func(g session.AnsweredGroup) Cell { return g.N })},
		field[told]{"mean", Mean, of(func(g session.AnsweredGroup) Cell {
			if g.Mean == nil {
				return nil
			}
			return *g.Mean
		})},
		field[told]{"noComparison", Text, func(t told) Cell { return b.term("noComparison", string(t.reason)) }},
	)
}
