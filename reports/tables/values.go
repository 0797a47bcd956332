package tables

import (
	"fmt"
	"strings"

	"verbindend/session"
)

func (b builder) clusters() Table {
	type cluster = session.ClusterSummary
	return titled(b, "values", b.sum.Clusters,
		field[cluster]{"valueID", Label, func(c cluster) Cell { return c.ID }},
		field[cluster]{"value", Text, func(c cluster) Cell { return text(c.Name) }},
		field[cluster]{"cards", Number, func(c cluster) Cell { return c.Cards }},
		field[cluster]{"wordings", Number, func(c cluster) Cell { return len(c.Words) }},
		field[cluster]{"parked", YesNo, func(c cluster) Cell { return c.Parked }},
	)
}

// wordings are the words people wrote, under the value they were laid with.
func (b builder) wordings() Table {
	type said struct {
		of session.ClusterSummary
		session.Wording
	}
	var all []said
	for _, c := range b.sum.Clusters {
		for _, w := range c.Words {
			all = append(all, said{c, w})
		}
	}
	return titled(b, "words", all,
		field[said]{"valueID", Label, func(s said) Cell { return s.of.ID }},
		field[said]{"value", Text, func(s said) Cell { return text(s.of.Name) }},
		field[said]{"wording", Text, func(s said) Cell { return text(s.Text) }},
		field[said]{"cards", Number, func(s said) Cell { return s.Count }},
		field[said]{"paper", Number, func(s said) Cell { return s.Paper }},
	)
}

// formulations are the values in their final words; as many columns for behaviours as the longest has.
func (b builder) formulations() Table {
	type final = session.Formulation
	fields := []field[final]{
		{"valueID", Label, func(f final) Cell { return f.Value }},
		{"value", Text, func(f final) Cell { return text(f.Name) }},
		{"sentence", Text, func(f final) Cell { return text(f.Sentence) }},
	}
	most := 0
	for _, f := range b.sum.Formulations {
		most = max(most, len(f.When))
	}
	for i := range most {
		fields = append(fields, field[final]{"when", Text, func(f final) Cell {
			if i >= len(f.When) {
				return nil
			}
			return text(f.When[i])
		}})
	}
	fields = append(fields,
		field[final]{"unless", Text, func(f final) Cell { return text(f.Unless) }},
		field[final]{"voters", Number, func(f final) Cell { return backing(f, func(s session.Backing) int { return s.Voters }) }},
		field[final]{"ballots", Number, func(f final) Cell { return backing(f, func(s session.Backing) int { return s.Ballots }) }},
		field[final]{"table", Number, func(f final) Cell { return known(f.Table) }},
		field[final]{"lacks", Text, func(f final) Cell { return terms(b, "lack", f.Lacks) }},
	)
	return titled(b, "formulations", b.sum.Formulations, fields...)
}

// choices are what the room chose between the drafts of a value, a line for each draft.
func (b builder) choices() Table {
	type draft struct {
		of session.Formulation
		session.DraftCount
	}
	var all []draft
	for _, f := range b.sum.Formulations {
		if f.Room != nil {
			for _, d := range f.Room.Drafts {
				all = append(all, draft{f, d})
			}
		}
	}
	return titled(b, "choices", all,
		field[draft]{"valueID", Label, func(d draft) Cell { return d.of.Value }},
		field[draft]{"value", Text, func(d draft) Cell { return text(d.of.Name) }},
		field[draft]{"table", Number, func(d draft) Cell { return d.Table }},
		field[draft]{"people", Number, func(d draft) Cell { return d.N }},
		field[draft]{"chosenMost", Label, func(d draft) Cell { return strings.Trim(fmt.Sprint(d.of.Room.Best), "[]") }}, // tables: "2", for a tie "1 3"
		field[draft]{"noPreference", Number, func(d draft) Cell { return d.of.Room.None }},
		field[draft]{"answered", Number, func(d draft) Cell { return d.of.Room.Chosen }},
		field[draft]{"joined", Number, func(d draft) Cell { return d.of.Room.Joined }},
	)
}

// backing is a number of a text's support; nothing while that is not known.
func backing(f session.Formulation, of func(session.Backing) int) Cell {
	if f.Support == nil {
		return nil
	}
	return of(*f.Support)
}
