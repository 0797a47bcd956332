package reports

import (
	"slices"

	"verbindend/session"
)

// maxTraced is how many wordings of a value are told on its way back.
const maxTraced = 6

// trace leads from each final sentence back to the value that was voted on, the cards it came from and what they got.
func (b outliner) trace() []Block {
	t := b.t.traced
	var rows []TraceRow
	for _, f := range b.sum.Formulations[:b.most(len(b.sum.Formulations), maxFormulated)] {
		row := TraceRow{Name: b.name(f.Name)}
		if i := slices.IndexFunc(b.sum.Clusters, func(c session.ClusterSummary) bool { return c.ID == f.Value }); i >= 0 {
			c := b.sum.Clusters[i]
			row.Cards = b.t.count(c.Cards, b.t.cards)
			if called := b.name(c.Name); called != row.Name {
				row.Cards = sentence(t.called, row.Cards, called)
			}
			row.Words = b.wordings(c, maxTraced)
		}
		row.Vote = b.votedFor(f.Value)
		if row.Cards != "" || row.Vote != "" {
			rows = append(rows, row)
		}
	}
	if rows == nil {
		return nil
	}
	return []Block{Label{t.trace}, Trace{rows}}
}

// votedFor tells what a value got in the vote; "" when it was not on the ballot.
func (b outliner) votedFor(id string) string {
	all := b.sum.Standings()
	i := slices.IndexFunc(all, func(one session.Standing) bool { return one.ID == id })
	if i < 0 {
		return ""
	}
	o, ballots := all[i], all[i].In.Ballots
	got := sentence(b.t.traced.chosenBy, b.t.number(o.Voters), b.t.count(ballots, b.t.people))
	switch {
	case o.In.Method != "":
		got = b.given(o.OptionResult, o.In)
	case o.Dots > 0:
		got = sentence(b.t.dotsOfPeople, b.t.count(o.Dots, b.t.dots), sentence(b.t.traced.ofVoters, b.t.number(o.Voters), b.t.count(ballots, b.t.people)))
	}
	return join(sentence(b.t.place, b.t.number(o.Place)), got, b.t.bands[o.Band])
}

// minority gives a place to what few people gave many dots.
func (b outliner) minority() []Block {
	t, rows := b.t.traced, []Fact(nil)
	for _, o := range b.sum.Vote.Minority() {
		rows = append(rows, Fact{
			Name: b.name(o.Name),
			Text: join(sentence(b.t.dotsOfPeople, b.t.count(o.Dots, b.t.dots), b.t.count(o.Voters, b.t.people)), sentence(b.t.place, b.t.number(o.Rank))),
		})
	}
	if rows == nil {
		return nil
	}
	return []Block{Label{t.minority}, Minority{Text: t.minorityText, Rows: rows}}
}

// addition shows how the counts add up: what there is of each, and what it is made of.
func (b outliner) addition() []Block {
	t, c, v := b.t.traced, b.sum.Counts, b.sum.Vote
	count := func(n int, of noun) Count { return Count{n, b.t.count(n, of)} }
	var rows []Sum
	add := func(total Count, parts ...Count) { rows = append(rows, Sum{total, parts}) }
	took, part := c.Joined, b.t.joined
	if c.Phones > 0 { // who of a table wrote is not known: writers are phones then, and so is what they are part of
		took, part = c.Phones, b.t.phones
	}
	if took > 0 && c.Wrote > 0 {
		add(count(took, part), count(c.Wrote, t.wroteCards), count(took-c.Wrote, t.wroteNone))
	}
	if laid := c.Cards + c.Hidden; c.Cards > 0 && laid > 0 {
		add(count(laid, b.t.cards), count(c.Cards, t.shown), count(c.Hidden, t.keptApart))
		parked := 0
		for _, k := range b.sum.Clusters {
			if k.Parked {
				parked += k.Cards
			}
		}
		if parked > 0 {
			add(count(c.Cards, t.cardsShown), count(c.Cards-parked, t.onBoard), count(parked, t.setAside))
		}
	}
	if v != nil && v.Ballots > 0 {
		add(count(v.Joined, t.couldVote), count(v.Ballots, t.voted), count(v.Joined-v.Ballots, t.didNotVote))
		if v.Paper > 0 {
			add(count(v.Ballots, b.t.ballots), count(v.Ballots-v.Paper, t.onPhones), count(v.Paper, t.onPaper))
		}
		if given := v.Ballots * v.Dots; v.DotsPlaced > 0 {
			add(count(given, t.dotsGiven), count(v.DotsPlaced, t.dotsPlaced), count(given-v.DotsPlaced, t.dotsLeft))
		}
	}
	if rows == nil {
		return nil
	}
	blocks := []Block{Label{t.addition}, Addition{rows}}
	if v != nil {
		blocks = append(blocks, Paragraph{t.refused, true})
	}
	return blocks
}
