package reports

import (
	"cmp"
	"slices"
	"strings"

	"verbindend/session"
)

// story tells how the results came about: counts that add up, the activities, the method in three lines.
func (b outliner) story() []Block {
	blocks := []Block{Heading{b.t.story, b.t.storyIntro}, b.figures()}
	if sums := b.sums(); len(sums) > 0 {
		blocks = append(blocks, Paragraph{Text: strings.Join(sums, " ")})
	}
	blocks = append(blocks, b.addition()...)
	if len(b.sum.Groups) > 0 {
		var rows []Fact
		for _, g := range b.sum.Groups {
			rows = append(rows, Fact{Name: b.t.count(g.Joined, b.t.people), Text: b.text(g.Name, maxGroup)})
		}
		blocks = append(blocks, Label{b.t.groups}, Facts{Column: 30, Small: len(rows) <= 4, Rows: rows}, Paragraph{b.t.groupsNote, true})
	}
	if len(b.sum.Activities) > 0 {
		blocks = append(blocks, b.steps(b.t.agenda))
	}
	return append(blocks, Label{b.t.method}, List{b.methodLines()})
}

// methodLines says how it was done; of writing as it really went.
func (b outliner) methodLines() []string {
	lines := slices.Clone(b.t.methodLines[:])
	switch held := b.modes(); {
	case slices.Contains(held, session.InOpen):
		lines[0] = sentence(b.t.writtenOpenly, b.t.count(b.sum.Counts.Seen, b.t.cards))
	case slices.Contains(held, session.Inspired):
		lines[0] = b.t.writtenInspired
	}
	return lines
}

// modes lists the modes that people wrote in, over all activities.
func (b outliner) modes() []session.Mode {
	var held []session.Mode
	for _, a := range b.sum.Activities {
		held = append(held, a.Modes...)
	}
	return held
}

func (b outliner) figures() Block {
	c := b.sum.Counts
	figure := func(n int, of noun) Figure { return Figure{n, b.t.number(n), of.of(n)} }
	wrote := b.t.wrote
	if c.Phones > 0 {
		wrote = b.t.phonesWrote
	}
	f := Figures{[]Figure{figure(c.Joined, b.t.joined), figure(c.Wrote, wrote)}}
	if len(b.sum.Clusters) > 0 || b.sum.Final { // while cards are hidden nobody may know how many there are
		f.Items = append(f.Items, figure(c.Cards, b.t.cards), figure(len(b.sum.Clusters), b.t.values))
	}
	if b.sum.Vote != nil {
		f.Items = append(f.Items, figure(c.Voted, b.t.voted))
	}
	return f
}

// sums says in words how the counts belong together.
func (b outliner) sums() []string {
	c, v := b.sum.Counts, b.sum.Vote
	var list []string
	if c.Phones > 0 {
		list = append(list, sentence(b.t.shared, b.t.count(c.Phones, b.t.phones), b.t.count(c.Joined, b.t.people)))
	}
	if c.Cards > 0 {
		list = append(list, sentence(b.t.sums, b.t.count(c.Cards, b.t.cards), b.t.count(len(b.sum.Clusters), b.t.values)))
	}
	for _, extra := range []struct {
		n    int
		text string
	}{{c.Talked, b.t.talked}, {c.Stronger, b.t.stronger}, {c.Proposed, b.t.proposed}, {c.PaperCards, b.t.paperCards}} {
		if extra.n > 0 {
			list = append(list, sentence(extra.text, b.t.count(extra.n, b.t.cards)))
		}
	}
	if c.Hidden > 0 {
		list = append(list, sentence(b.t.hidden, b.t.count(c.Hidden, b.t.cards)))
	}
	if v != nil {
		list = append(list, b.ballotSum(*v))
	}
	if b.voted() {
		if v.Method == "" {
			list = append(list, sentence(b.t.dotsSum, b.t.count(v.DotsPlaced, b.t.dots), b.t.count(v.Ballots, b.t.people)))
		}
		if v.Paper > 0 {
			list = append(list, sentence(b.t.rounds.paper, b.t.number(v.Paper)))
		}
	} else if note := b.noRanking(); note != "" {
		list = append(list, note)
	}
	for _, r := range b.sum.Cancelled {
		list = append(list, sentence(b.t.cancelled, b.t.number(r.Round), b.t.count(r.Ballots, b.t.ballots)))
	}
	return list
}

func (b outliner) steps(title string) Steps {
	s := Steps{Title: title}
	for _, a := range b.sum.Activities {
		name := b.text(a.Title, maxTitle)
		if name == "" {
			name = b.kind(a)
		}
		if name == "" {
			name = b.text(string(a.Kind), maxGroup)
		}
		s.Rows = append(s.Rows, Step{name, sentence(b.t.planned, b.t.count(a.Minutes, b.t.minutes)), b.when(a)})
	}
	return s
}

// kind names an activity by what it is; writing with the modes it was held in, or is planned to be.
func (b outliner) kind(a session.ActivitySummary) string {
	held := a.Modes
	if a.Opened.IsZero() && a.Mode != session.Silent {
		held = []session.Mode{a.Mode}
	}
	if len(held) == 0 {
		return cmp.Or(b.t.rounds.steps[a.Ballot], b.t.kinds[a.Kind])
	}
	names := make([]string, len(held))
	for i, mode := range held {
		names[i] = b.t.modes[mode]
	}
	return sentence(b.t.writing, strings.Join(names, b.t.then))
}

func (b outliner) when(a session.ActivitySummary) string {
	in := b.o.Made.Location()
	switch {
	case a.Opened.IsZero():
		return b.t.statuses[session.Planned]
	case a.Status == session.Open && !b.sum.Final:
		return sentence(b.t.stillOpen, clock(a.Opened, in))
	case a.Closed.IsZero():
		return sentence(b.t.openedAt, clock(a.Opened, in))
	}
	return sentence(b.t.reallyOpen, clock(a.Opened, in), clock(a.Closed, in))
}
