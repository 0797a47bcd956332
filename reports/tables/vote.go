package tables

import (
	"strings"

	"verbindend/session"
)

// The tables are typed when they are read again: words that belong together stand in one cell, with this between them.
const between = "; "

func (b builder) options() Table {
	type option = session.Option
	return titled(b, "ballot", b.sum.Ballot,
		field[option]{"valueID", Label, func(o option) Cell { return o.ID }},
		field[option]{"value", Text, func(o option) Cell { return text(o.Name) }},
		field[option]{"wordings", Text, func(o option) Cell { return text(strings.Join(o.Words, between)) }},
	)
}

// ballots has a row for each ballot and a column for each option of the ballot. The rows come sorted: their place tells nothing.
func (b builder) ballots() Table {
	t := Table{Key: "ballots", Name: b.word("table", "ballots")}
	for _, o := range b.sum.Ballot {
		t.Columns = append(t.Columns, Column{o.Name, Number})
	}
	if len(t.Columns) == 0 {
		return t
	}
	for _, ballot := range b.sum.Ballots {
		row := make([]Cell, len(t.Columns))
		for i := range row {
			if i < len(ballot) {
				row[i] = ballot[i]
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (b builder) ranking() Table {
	type value = session.OptionResult
	var all []value
	if v := b.sum.Vote; v != nil {
		all = v.Options
	}
	sure := func(cell func(value) Cell) func(value) Cell { // nothing is said of certainty before it is known
		return func(v value) Cell {
			if v.Band == "" {
				return nil
			}
			return cell(v)
		}
	}
	return titled(b, "ranking", all,
		field[value]{"rank", Number, func(v value) Cell { return v.Rank }},
		field[value]{"valueID", Label, func(v value) Cell { return v.ID }},
		field[value]{"value", Text, func(v value) Cell { return text(v.Name) }},
		field[value]{"dots", Number, func(v value) Cell { return v.Dots }},
		field[value]{"voters", Number, func(v value) Cell { return v.Voters }},
		field[value]{"inTop", YesNo, func(v value) Cell { return v.InTop }},
		field[value]{"band", Text, func(v value) Cell { return b.term("band", string(v.Band)) }},
		field[value]{"topShare", Share, sure(func(v value) Cell { return v.TopShare })},
		field[value]{"rankLow", Number, sure(func(v value) Cell { return v.RankLow })},
		field[value]{"rankHigh", Number, sure(func(v value) Cell { return v.RankHigh })},
	)
}

func (b builder) cancelled() Table {
	type round = session.CancelledRound
	return titled(b, "cancelled-rounds", b.sum.Cancelled,
		field[round]{"round", Number, func(r round) Cell { return r.Round }},
		field[round]{"ballots", Number, func(r round) Cell { return r.Ballots }},
	)
}
