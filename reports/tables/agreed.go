package tables

import "verbindend/session"

func (b builder) steps() Table {
	type step = session.StepSummary
	return titled(b, "steps", b.sum.Steps,
		field[step]{"step", Text, func(s step) Cell { return text(s.What) }},
		field[step]{"agreed", YesNo, func(s step) Cell { return s.Agreed }},
		field[step]{"first", Text, func(s step) Cell { return text(s.First) }},
		field[step]{"owner", Text, func(s step) Cell { return text(s.Owner) }},
		field[step]{"date", DayOnly, func(s step) Cell { return day(s.Date) }},
		field[step]{"measure", Text, func(s step) Cell { return text(s.Measure) }},
		field[step]{"benefits", Label, func(s step) Cell { return b.term("benefits", string(s.Benefits)) }},
		field[step]{"obstacle", Text, func(s step) Cell { return text(s.Obstacle) }},
	)
}

func (b builder) shared() Table {
	type step = session.Intention
	return titled(b, "shared", b.sum.Shared,
		field[step]{"if", Text, func(s step) Cell { return text(s.When) }},
		field[step]{"then", Text, func(s step) Cell { return text(s.Then) }},
		field[step]{"horizon", Label, func(s step) Cell { return b.term("horizon", string(s.Horizon)) }},
	)
}
