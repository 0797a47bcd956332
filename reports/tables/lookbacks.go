package tables

import "verbindend/session"

// lookbacks has a row for each look back: who answered, and what became of their steps.
func (b builder) lookbacks() Table {
	type back = session.Lookback
	steps := func(n func(session.StepsTaken) int) func(back) Cell {
		return func(l back) Cell {
			if l.Steps == nil {
				return nil
			}
			return n(*l.Steps)
		}
	}
	return titled(b, "lookbacks", session.Lookbacks(b.pulses),
		field[back]{"afterDays", Number, func(l back) Cell { return l.Day }},
		field[back]{"closed", Moment, func(l back) Cell { return b.moment(l.ClosedAt) }},
		field[back]{"answered", Number, func(l back) Cell { return l.Answered }},
		field[back]{"taken", Number, steps(func(s session.StepsTaken) int { return s.Taken })},
		field[back]{"partly", Number, steps(func(s session.StepsTaken) int { return s.Partly })},
		field[back]{"notYet", Number, steps(func(s session.StepsTaken) int { return s.NotYet })},
	)
}

// presence has a row for each value at each look back. What too few people answered has their number, and no mean.
func (b builder) presence() Table {
	type found struct {
		day int
		session.ValuePresence
	}
	var all []found
	for _, l := range b.sum.LookbackFile(b.pulses).Lookbacks {
		for _, v := range l.Presence {
			all = append(all, found{l.Day, v})
		}
	}
	return titled(b, "lookback-presence", all,
		field[found]{"afterDays", Number, func(f found) Cell { return f.day }},
		field[found]{"valueID", Label, func(f found) Cell { return f.Value }},
		field[found]{"value", Text, func(f found) Cell { return text(f.Name) }},
		field[found]{"gave", Number, func(f found) Cell { return f.N }},
		field[found]{"presence", Mean, func(f found) Cell {
			if f.Mean == nil {
				return nil
			}
			return *f.Mean
		}},
	)
}
