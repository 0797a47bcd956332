package tables

import (
	"strconv"

	"verbindend/session"
)

// outcomes has a table for each form that was answered, after one that lists them.
func (b builder) outcomes() []Table {
	type outcome = session.Outcome
	list := []Table{titled(b, "forms", b.sum.Outcomes,
		field[outcome]{"activity", Label, func(o outcome) Cell { return o.Activity }},
		field[outcome]{"kind", Label, func(o outcome) Cell { return b.term("kind", string(o.Kind)) }},
		field[outcome]{"title", Text, func(o outcome) Cell { return text(o.Title) }},
		field[outcome]{"answered", Number, func(o outcome) Cell { return o.Sheets }},
		field[outcome]{"joined", Number, func(o outcome) Cell { return o.Joined }},
		field[outcome]{"of", Label, func(o outcome) Cell { return text(o.Of) }},
		field[outcome]{"shown", YesNo, func(o outcome) Cell { return o.Shown }},
		field[outcome]{"importanceLine", Mean, func(o outcome) Cell {
			return rating(o, func(r session.Rating) float64 { return r.Importance })
		}},
		field[outcome]{"presenceLine", Mean, func(o outcome) Cell { return rating(o, func(r session.Rating) float64 { return r.Presence }) }},
	)}
	of := map[session.Kind]int{}
	for _, o := range b.sum.Outcomes {
		of[o.Kind]++
		key := numbered("form-"+string(o.Kind), of[o.Kind], "-")
		list = append(list, b.questions(key, numbered(b.kind(o.Kind), of[o.Kind], " "), o))
	}
	return list
}

func rating(o session.Outcome, of func(session.Rating) float64) Cell {
	if o.Rating == nil {
		return nil
	}
	return of(*o.Rating)
}

// questions has a row for each question of a form, and a column for how many people gave each number.
func (b builder) questions(key, name string, o session.Outcome) Table {
	type answered = session.Answered
	counted := func(cell func(answered) Cell) func(answered) Cell { // a mean of nothing is nothing
		return func(a answered) Cell {
			if a.N == 0 || a.Max == 0 {
				return nil
			}
			return cell(a)
		}
	}
	fields := []field[answered]{
		{"question", Label, func(a answered) Cell { return a.Key }},
		{"about", Text, func(a answered) Cell { return text(a.Label) }},
		{"wording", Text, func(a answered) Cell { return text(a.Text) }},
		{"low", Text, func(a answered) Cell { return text(a.Low) }},
		{"high", Text, func(a answered) Cell { return text(a.High) }},
		{"min", Number, func(a answered) Cell { return known(a.Min) }},
		{"max", Number, func(a answered) Cell { return known(a.Max) }},
		{"length", Number, func(a answered) Cell { return known(a.Length) }},
		{"unsure", YesNo, func(a answered) Cell { return a.Unsure }},
		{"answered", Number, func(a answered) Cell { return a.N }},
		{"dontKnow", Number, func(a answered) Cell { return a.DontKnow }},
		{"mean", Mean, counted(func(a answered) Cell { return a.Mean })},
		{"median", Mean, counted(func(a answered) Cell { return a.Median })},
	}
	least, most := scale(o)
	t := build(b, key, name, o.Questions, fields...)
	for n := least; n < most; n++ {
		t.Columns = append(t.Columns, Column{b.word("column", "gave") + " " + strconv.Itoa(n), Number})
		for i, a := range o.Questions {
			var cell Cell
			if at := n - a.Min; at >= 0 && at < len(a.Counts) {
				cell = a.Counts[at]
			}
			t.Rows[i] = append(t.Rows[i], cell)
		}
	}
	return t
}

// scale gives the numbers that any question of a form was answered with: from least up to, and without, most.
func scale(o session.Outcome) (least, most int) {
	first := true
	for _, q := range o.Questions {
		if len(q.Counts) == 0 {
			continue
		}
		if first {
			least, most, first = q.Min, q.Min+len(q.Counts), false
		}
		least, most = min(least, q.Min), max(most, q.Min+len(q.Counts))
	}
	return least, most
}

// texts are what people wrote on forms, where the room may read it.
func (b builder) texts() Table {
	type said struct {
		activity, question string
		session.ReadText
	}
	var all []said
	for _, o := range b.sum.Outcomes {
		for _, q := range o.Questions {
			for _, t := range q.Texts {
				all = append(all, said{o.Activity, q.Key, t})
			}
		}
	}
	return titled(b, "texts", all,
		field[said]{"activity", Label, func(s said) Cell { return s.activity }},
		field[said]{"question", Label, func(s said) Cell { return s.question }},
		field[said]{"text", Text, func(s said) Cell { return text(s.Text) }},
		field[said]{"people", Number, func(s said) Cell { return s.Count }},
		field[said]{"hidden", YesNo, func(s said) Cell { return s.Hidden }},
	)
}

func (b builder) rated() Table {
	type rated struct {
		activity string
		session.RatedValue
	}
	var all []rated
	for _, o := range b.sum.Outcomes {
		if o.Rating != nil {
			for _, v := range o.Rating.Values {
				all = append(all, rated{o.Activity, v})
			}
		}
	}
	mean := func(of func(rated) float64) func(rated) Cell {
		return func(r rated) Cell {
			if r.N == 0 {
				return nil
			}
			return of(r)
		}
	}
	return titled(b, "importance", all,
		field[rated]{"activity", Label, func(r rated) Cell { return r.activity }},
		field[rated]{"valueID", Label, func(r rated) Cell { return r.ID }},
		field[rated]{"value", Text, func(r rated) Cell { return text(r.Name) }},
		field[rated]{"answered", Number, func(r rated) Cell { return r.N }},
		field[rated]{"dontKnow", Number, func(r rated) Cell { return r.DontKnow }},
		field[rated]{"importance", Mean, mean(func(r rated) float64 { return r.Importance })},
		field[rated]{"presence", Mean, mean(func(r rated) float64 { return r.Presence })},
		field[rated]{"gap", Mean, mean(func(r rated) float64 { return r.Gap })},
		field[rated]{"quadrant", Text, func(r rated) Cell { return b.term("quadrant", string(r.Quadrant)) }},
	)
}

// gaps are differences per person: between two questions of a form, and between a form and the one that it asks again.
func (b builder) gaps() Table {
	type gap struct {
		activity, relation string
		session.Gap
	}
	var all []gap
	for _, o := range b.sum.Outcomes {
		for _, g := range o.Gaps {
			all = append(all, gap{o.Activity, "pair", g})
		}
		for _, g := range o.Shifts {
			all = append(all, gap{o.Activity, "shift", g})
		}
	}
	return titled(b, "gaps", all,
		field[gap]{"activity", Label, func(g gap) Cell { return g.activity }},
		field[gap]{"relation", Text, func(g gap) Cell { return b.term("relation", g.relation) }},
		field[gap]{"from", Label, func(g gap) Cell { return g.From }},
		field[gap]{"to", Label, func(g gap) Cell { return g.To }},
		field[gap]{"answeredBoth", Number, func(g gap) Cell { return g.N }},
		field[gap]{"meanGap", Mean, func(g gap) Cell {
			if g.N == 0 {
				return nil
			}
			return g.Mean
		}},
	)
}
