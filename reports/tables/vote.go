package tables

import (
	"strconv"
	"strings"

	"verbindend/session"
)

// The tables are typed when they are read again: words that belong together stand in one cell, with this between them.
const between = "; "

// A round is a round of voting as it was counted: the last one, or one that was held before it.
type round struct {
	held       bool // before the last one
	vote       session.Result
	comparison session.Comparison
	ballot     []session.Option
	ballots    [][]int
}

// rounds lists the last round first, and then those before it in their order.
func (b builder) rounds() []round {
	var list []round
	if v := b.sum.Vote; v != nil {
		list = append(list, round{vote: *v, comparison: orNone(b.sum.Comparison), ballot: b.sum.Ballot, ballots: b.sum.Ballots})
	}
	for _, h := range b.sum.Rounds {
		r := round{held: true, vote: h.Vote, comparison: orNone(h.Comparison), ballots: h.Ballots}
		for _, o := range h.Ballot {
			r.ballot = append(r.ballot, session.Option{ID: o.ID, Name: o.Name})
		}
		list = append(list, r)
	}
	return list
}

func orNone(c *session.Comparison) session.Comparison {
	if c == nil {
		return session.Comparison{}
	}
	return *c
}

// of makes the table of a round: the last one has the plain name.
func of[T any](b builder, r round, key string, items []T, fields ...field[T]) Table {
	name := b.word("table", key)
	if r.held {
		key += "-round-" + strconv.Itoa(r.vote.Round)
		name += " " + b.word("table", "of-round") + " " + strconv.Itoa(r.vote.Round)
	}
	return build(b, key, name, items, fields...)
}

// voted has the tables of every round.
func (b builder) voted() []Table {
	rounds := b.rounds()
	list := []Table{b.votes(rounds)}
	for _, r := range rounds {
		list = append(list, b.ranking(r), b.duels(r), b.through(r), b.options(r), b.ballots(r))
		list = append(list, b.comparedGroups(r), b.comparedValues(r), b.differences(r), b.pairs(r))
	}
	return append(list, b.cancelled())
}

// votes says of each round how it was held.
func (b builder) votes(rounds []round) Table {
	certain := func(of func(session.CertaintyNote) Cell) func(round) Cell {
		return func(r round) Cell {
			if r.vote.Certainty == nil {
				return nil
			}
			return of(*r.vote.Certainty)
		}
	}
	return titled(b, "votes", rounds,
		field[round]{"round", Number, func(r round) Cell { return r.vote.Round }},
		field[round]{"method", Label, func(r round) Cell { return b.term("method", string(r.vote.Method)) }},
		field[round]{"among", Text, func(r round) Cell { return b.term("among", string(r.vote.Among)) }},
		field[round]{"ofRound", Number, func(r round) Cell { return known(r.vote.Of) }},
		field[round]{"ballots", Number, func(r round) Cell { return r.vote.Ballots }},
		field[round]{"paper", Number, func(r round) Cell { return r.vote.Paper }},
		field[round]{"couldVote", Number, func(r round) Cell { return r.vote.Joined }},
		field[round]{"dotsEach", Number, func(r round) Cell { return known(r.vote.Dots) }},
		field[round]{"perOption", Number, func(r round) Cell { return known(r.vote.PerOption) }},
		field[round]{"dotsPlaced", Number, func(r round) Cell { return r.dots(r.vote.DotsPlaced) }},
		field[round]{"top", Number, func(r round) Cell { return r.vote.Top }},
		field[round]{"resamples", Number, certain(func(c session.CertaintyNote) Cell { return c.Resamples })},
		field[round]{"seed", Text, certain(func(c session.CertaintyNote) Cell { return strconv.FormatUint(c.Seed, 10) })},
		field[round]{"noComparison", Text, func(r round) Cell { return b.term("noComparison", string(r.comparison.Reason)) }},
	)
}

// dots is a cell for a number of dots; nothing where no dots were given.
func (r round) dots(n int) Cell {
	if r.vote.Method == session.ByScore || r.vote.Method == session.ByRank {
		return nil
	}
	return n
}

func (b builder) options(r round) Table {
	type option = session.Option
	return of(b, r, "ballot", r.ballot,
		field[option]{"valueID", Label, func(o option) Cell { return o.ID }},
		field[option]{"value", Text, func(o option) Cell { return text(o.Name) }},
		field[option]{"wordings", Text, func(o option) Cell { return text(strings.Join(o.Words, between)) }},
	)
}

// ballots has a row for each ballot and a column for each option of the ballot. The rows come sorted: their place tells nothing.
func (b builder) ballots(r round) Table {
	t := of[[]int](b, r, "ballots", nil)
	for _, o := range r.ballot {
		t.Columns = append(t.Columns, Column{o.Name, Number})
	}
	if len(t.Columns) == 0 {
		return t
	}
	for _, ballot := range r.ballots {
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

func (b builder) ranking(r round) Table {
	type value = session.OptionResult
	sure := func(cell func(value) Cell) func(value) Cell { // nothing is said of certainty before it is known
		return func(v value) Cell {
			if v.Band == "" {
				return nil
			}
			return cell(v)
		}
	}
	fields := []field[value]{
		{"rank", Number, func(v value) Cell { return v.Rank }},
		{"valueID", Label, func(v value) Cell { return v.ID }},
		{"value", Text, func(v value) Cell { return text(v.Name) }},
		{"dots", Number, func(v value) Cell { return r.dots(v.Dots) }},
		{"voters", Number, func(v value) Cell { return v.Voters }},
		{"inTop", YesNo, func(v value) Cell { return v.InTop }},
		{"band", Text, func(v value) Cell { return b.term("band", string(v.Band)) }},
		{"topShare", Share, sure(func(v value) Cell { return v.TopShare })},
		{"rankLow", Number, sure(func(v value) Cell { return v.RankLow })},
		{"rankHigh", Number, sure(func(v value) Cell { return v.RankHigh })},
	}
	scores := 0
	for _, v := range r.vote.Options {
		scores = max(scores, len(v.Counts))
	}
	if scores > 0 {
		fields = append(fields, field[value]{"mean", Mean, func(v value) Cell { return v.Mean }})
	}
	t := of(b, r, "ranking", r.vote.Options, fields...)
	for n := range scores {
		t.Columns = append(t.Columns, Column{b.word("column", "gave") + " " + strconv.Itoa(n+1), Number})
		for i, v := range r.vote.Options {
			var cell Cell
			if n < len(v.Counts) {
				cell = v.Counts[n]
			}
			t.Rows[i] = append(t.Rows[i], cell)
		}
	}
	return t
}

// duels tells, of a vote by places, which values more people put above which.
func (b builder) duels(r round) Table {
	type duel struct {
		winner session.OptionResult
		session.Duel
	}
	var all []duel
	for _, v := range r.vote.Options {
		for _, d := range v.Beats {
			all = append(all, duel{v, d})
		}
	}
	return of(b, r, "duels", all,
		field[duel]{"valueID", Label, func(d duel) Cell { return d.winner.ID }},
		field[duel]{"value", Text, func(d duel) Cell { return text(d.winner.Name) }},
		field[duel]{"otherID", Label, func(d duel) Cell { return d.Over }},
		field[duel]{"other", Text, func(d duel) Cell { return r.option(d.Over) }},
		field[duel]{"for", Number, func(d duel) Cell { return d.For }},
		field[duel]{"against", Number, func(d duel) Cell { return d.Against }},
	)
}

// through is what had gone on before a run-off.
func (b builder) through(r round) Table {
	type value = session.Named
	return of(b, r, "through", r.vote.Through,
		field[value]{"valueID", Label, func(v value) Cell { return v.ID }},
		field[value]{"value", Text, func(v value) Cell { return text(v.Name) }},
	)
}

func (b builder) cancelled() Table {
	type again = session.CancelledRound
	return titled(b, "cancelled-rounds", b.sum.Cancelled,
		field[again]{"round", Number, func(r again) Cell { return r.Round }},
		field[again]{"ballots", Number, func(r again) Cell { return r.Ballots }},
	)
}
