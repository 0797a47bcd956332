package tables

import "verbindend/session"

// A fact is one line of the overview.
type fact struct {
	name string
	cell Cell
}

// overview is what there is one of: the session, how many took part in what, and how was voted.
func (b builder) overview() Table {
	s, c := b.sum, b.sum.Counts
	facts := []fact{
		{"title", text(s.Title)},
		{"lang", b.term("lang", string(s.Lang))},
		{"started", b.moment(s.StartedAt)},
		{"ended", b.moment(s.EndedAt)},
		{"zone", b.zone()},
		{"final", s.Final},
		{"fictional", s.Fictional},
		{"rehearsal", s.Rehearsal},
		{"forgot", s.Forgot},
		{"minutesPlanned", known(s.Minutes)},
		{"joined", c.Joined},
		{"phones", known(c.Phones)},
		{"wrote", c.Wrote},
		{"cards", c.Cards},
		{"hiddenCards", c.Hidden},
		{"talked", c.Talked},
		{"stronger", c.Stronger},
		{"proposed", c.Proposed},
		{"seen", c.Seen},
		{"voted", c.Voted},
		{"paperBallots", c.Paper}, {"paperCards", c.PaperCards},
	}
	if !b.unnamed {
		facts = append(facts, fact{"id", text(s.ID)})
	}
	if p := s.Pulse; p != nil {
		facts = append(facts, fact{"pulseOf", text(p.Session)}, fact{"pulseDay", p.Day})
	}
	facts = append(facts,
		fact{"version", s.Version},
		fact{"fingerprint", text(s.Fingerprint())},
		fact{"before", text(s.Before)},
	)
	return titled(b, "overview", facts,
		field[fact]{"what", Label, func(f fact) Cell { return b.word("fact", f.name) }},
		field[fact]{"value", Any, func(f fact) Cell { return f.cell }})
}

// zone says by which clock all times are told.
func (b builder) zone() Cell {
	at := b.sum.StartedAt
	if at.IsZero() {
		return b.in.String()
	}
	return at.In(b.in).Format("MST (-07:00)")
}

func (b builder) agenda() Table {
	type act = session.ActivitySummary
	return titled(b, "agenda", b.sum.Activities,
		field[act]{"activity", Label, func(a act) Cell { return a.ID }},
		field[act]{"kind", Label, func(a act) Cell { return b.term("kind", string(a.Kind)) }},
		field[act]{"title", Text, func(a act) Cell { return text(a.Title) }},
		field[act]{"prompt", Text, func(a act) Cell { return text(a.Prompt) }},
		field[act]{"minutes", Number, func(a act) Cell { return a.Minutes }},
		field[act]{"mode", Label, func(a act) Cell { return b.term("mode", string(a.Mode)) }},
		field[act]{"heldIn", Text, func(a act) Cell { return terms(b, "mode", a.Modes) }},
		field[act]{"hold", YesNo, func(a act) Cell {
			if !a.Hold {
				return nil
			}
			return true
		}},
		field[act]{"method", Label, func(a act) Cell { return b.term("method", string(a.Ballot)) }},
		field[act]{"among", Text, func(a act) Cell { return b.term("among", string(a.Among)) }},
		field[act]{"limit", Number, func(a act) Cell { return known(a.Limit) }},
		field[act]{"of", Label, func(a act) Cell { return text(a.Of) }},
		field[act]{"status", Label, func(a act) Cell { return b.term("status", string(a.Status)) }},
		field[act]{"opened", Moment, func(a act) Cell { return b.moment(a.Opened) }},
		field[act]{"closed", Moment, func(a act) Cell { return b.moment(a.Closed) }},
	)
}

// An inner is something that belongs to an activity, with its place there.
type inner[T any] struct {
	activity string
	place    int
	of       T
}

func within[T any](list []session.ActivitySummary, parts func(session.ActivitySummary) []T) (all []inner[T]) {
	for _, a := range list {
		for i, part := range parts(a) {
			all = append(all, inner[T]{a.ID, i + 1, part})
		}
	}
	return all
}

func (b builder) turns() Table {
	type turn = inner[session.Turn]
	all := within(b.sum.Activities, func(a session.ActivitySummary) []session.Turn { return a.Turns })
	return titled(b, "rounds", all,
		field[turn]{"activity", Label, func(t turn) Cell { return t.activity }},
		field[turn]{"number", Number, func(t turn) Cell { return t.place }},
		field[turn]{"with", Label, func(t turn) Cell { return b.term("with", string(t.of.With)) }},
		field[turn]{"minutes", Number, func(t turn) Cell { return t.of.Minutes }},
	)
}

func (b builder) poles() Table {
	type pair = inner[session.Poles]
	all := within(b.sum.Activities, func(a session.ActivitySummary) []session.Poles { return a.Poles })
	return titled(b, "poles", all,
		field[pair]{"activity", Label, func(p pair) Cell { return p.activity }},
		field[pair]{"number", Number, func(p pair) Cell { return p.place }},
		field[pair]{"left", Text, func(p pair) Cell { return text(p.of.Left) }},
		field[pair]{"right", Text, func(p pair) Cell { return text(p.of.Right) }},
	)
}

func (b builder) groups() Table {
	type group = session.GroupCount
	return titled(b, "groups", b.sum.Groups,
		field[group]{"group", Text, func(g group) Cell { return g.Name }},
		field[group]{"joined", Number, func(g group) Cell { return g.Joined }},
	)
}
