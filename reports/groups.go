package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"verbindend/session"
)

// How many values the bridge between the groups can hold.
const maxSpans = 6

// comparison lays the groups beside each other, or says in one line why not, and tells what was chosen together.
func (b outliner) comparison() []Block {
	c := b.sum.Comparison
	var blocks []Block
	if c.Reason != "" {
		if held := b.comparedBefore(); held != nil {
			return b.on(*held).comparison()
		}
		blocks = append(blocks, Heading{b.t.compare, b.t.noCompare[c.Reason]})
	} else {
		blocks = append(blocks, Heading{b.t.compare, b.compareIntro()}, b.crossing(), b.support(), Label{b.t.discuss}, b.differences())
	}
	if len(c.Pairs) > 0 {
		blocks = append(blocks, Label{b.t.pairs}, b.pairs())
	}
	return blocks
}

// comparedBefore is the last round before this one in which groups can be compared, when the last of all put values in order: that says
// nothing of how many of a group carry one. nil: there is none.
func (b outliner) comparedBefore() *session.HeldRound {
	if b.sum.Comparison.Reason != session.RankedBallot {
		return nil
	}
	for i := range slices.Backward(b.sum.Rounds) {
		if held := &b.sum.Rounds[i]; held.Comparison != nil && held.Comparison.Reason == "" {
			return held
		}
	}
	return nil
}

// on tells of an earlier round as if it were the last.
func (b outliner) on(held session.HeldRound) outliner {
	b.sum.Vote, b.sum.Comparison = &held.Vote, held.Comparison
	return b
}

// compareIntro says what it takes to carry a value, by how people voted, and in which round when others followed.
func (b outliner) compareIntro() string {
	t := b.t.rounds
	intro := sentence(b.t.compareIntro, t.carried[cmp.Or(b.sum.Vote.Method, session.ByDots)])
	if len(b.sum.Rounds) > 0 {
		intro += " " + sentence(t.ofRound, b.t.number(b.sum.Vote.Round))
	}
	return intro
}

// option gives a value's name by its id.
func (b outliner) option(id string) string {
	for _, o := range b.sum.Vote.Options {
		if o.ID == id {
			return b.name(o.Name)
		}
	}
	return b.t.unnamed
}

// group is what a group is called, or several that are told as one.
func (b outliner) group(at int) string {
	if at < 0 || at >= len(b.sum.Comparison.Groups) {
		return b.t.unnamed
	}
	var names []string
	for _, name := range b.sum.Comparison.Groups[at].Names {
		names = append(names, b.text(name, maxGroup))
	}
	return strings.Join(names, b.t.and)
}

func (b outliner) crossing() Block {
	c := b.sum.Comparison
	crossing := Crossing{Title: b.t.bridge}
	for i, g := range c.Groups {
		crossing.Piers = append(crossing.Piers, Pier{b.group(i), sentence(b.t.votedOf, b.t.number(g.Voters))})
	}
	for _, v := range b.spans() {
		span := Span{Name: b.option(v.ID), Connects: v.Connects}
		for _, s := range v.Shares {
			span.Weights = append(span.Weights, s.Weight)
		}
		crossing.Spans = append(crossing.Spans, span)
	}
	return crossing
}

// spans chooses what the bridge shows: what connects first, but what differs keeps its places, and then the next in line.
func (b outliner) spans() []session.ComparedValue {
	c := b.sum.Comparison
	kept := map[string]bool{}
	for _, d := range c.Differences {
		kept[d.ID] = true
	}
	for _, connecting := range []bool{true, false} {
		for _, v := range c.Values {
			if len(kept) < maxSpans && (v.Connects || !connecting) {
				kept[v.ID] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(c.Values), func(v session.ComparedValue) bool { return !kept[v.ID] })
}

// support lays the groups beside each other: counts, with shares where the group is large enough for a percentage.
func (b outliner) support() Block {
	c := b.sum.Comparison
	sides := Sides{Lead: b.t.value}
	for i, g := range c.Groups {
		sides.Groups = append(sides.Groups, Pier{b.group(i), sentence(b.t.votedOf, b.t.number(g.Voters))})
	}
	for _, v := range c.Values {
		row := SideRow{Name: b.option(v.ID)}
		if v.Connects {
			row.Mark = b.t.connects
		}
		for i, s := range v.Shares[:min(len(v.Shares), len(c.Groups))] {
			row.Bars = append(row.Bars, SideBar{b.share(s, c.Groups[i]), s.Weight})
		}
		sides.Rows = append(sides.Rows, row)
	}
	return sides
}

func (b outliner) share(s session.Support, g session.ComparedGroup) string {
	switch {
	case s.Says == session.HardlyAnybody:
		return b.t.hardly
	case s.Says == session.NearlyEverybody:
		return b.t.nearly
	case s.Voters == nil:
		return ""
	}
	count := sentence(b.t.ofGroup, b.t.number(*s.Voters), b.t.number(g.Voters))
	if s.Percent == nil {
		return count
	}
	return join(count, sentence(b.t.percent, b.t.number(*s.Percent)))
}

func (b outliner) differences() Block {
	c := b.sum.Comparison
	if len(c.Differences) == 0 {
		return Paragraph{Text: b.t.alike}
	}
	list := List{}
	for _, d := range c.Differences {
		text := sentence(b.t.difference, b.option(d.ID), b.group(d.More), b.group(d.Less))
		if d.Range != nil {
			text += " " + sentence(b.t.between, b.t.number(d.Range.Low), b.t.number(d.Range.High))
		}
		list.Items = append(list.Items, text+" "+b.sureness(d.Firm))
	}
	return list
}

func (b outliner) pairs() Block {
	list := List{}
	for _, p := range b.sum.Comparison.Pairs {
		lift := strings.Replace(strconv.FormatFloat(p.Lift, 'f', 1, 64), ".", b.t.decimal, 1)
		text := sentence(b.t.pair, b.option(p.A), b.option(p.B), b.t.count(p.Both, b.t.people), lift)
		list.Items = append(list.Items, text+" "+b.sureness(p.Firm))
	}
	return list
}

func (b outliner) sureness(firm bool) string {
	if firm {
		return b.t.firm
	}
	return b.t.chance
}
