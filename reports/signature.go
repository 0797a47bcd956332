package reports

import (
	"strings"

	"verbindend/session"
)

// How much the signature can hold: values on the bridge, stones in it, and the fewest people that make an arc.
const (
	maxNodes  = 7
	maxStones = 240
	minShared = session.GroupThreshold
)

// signature is what only this room looks like: the top values with the arcs that people made by choosing two of them.
// Without enough ballots it is the bridge of participants.
func (b outliner) signature() Block {
	arcs := Arcs{Title: b.t.together, Caption: b.t.arcs}
	var column []int // of each node in the ballots
	for _, o := range b.sum.Vote.Options {
		if at := b.ballotColumn(o.ID); o.InTop && len(arcs.Nodes) < maxNodes && at >= 0 {
			arcs.Nodes = append(arcs.Nodes, Node{b.name(o.Name), o.Voters, b.t.count(o.Voters, b.t.people)})
			column = append(column, at)
		}
	}
	if len(b.sum.Ballots) < session.MinBallots || b.sum.Vote.Method != "" { // to score or rank two values is not to choose both
		return b.stones()
	}
	for i := range arcs.Nodes {
		for j := i + 1; j < len(arcs.Nodes); j++ {
			if n := b.choseBoth(column[i], column[j]); n >= minShared {
				arcs.Links = append(arcs.Links, Together{i, j, n})
			}
		}
	}
	if len(arcs.Links) == 0 {
		return b.stones()
	}
	arcs.Finding = b.finding(arcs)
	return arcs
}

func (b outliner) ballotColumn(id string) int {
	for i, o := range b.sum.Ballot {
		if o.ID == id {
			return i
		}
	}
	return -1
}

func (b outliner) choseBoth(i, j int) int {
	n := 0
	for _, row := range b.sum.Ballots {
		if i < len(row) && j < len(row) && row[i] > 0 && row[j] > 0 {
			n++
		}
	}
	return n
}

// finding says in words which two values went together most; "" when more than two pairs did.
func (b outliner) finding(a Arcs) string {
	var best []Together
	for _, l := range a.Links {
		if len(best) > 0 && l.People > best[0].People {
			best = best[:0]
		}
		if len(best) == 0 || l.People == best[0].People {
			best = append(best, l)
		}
	}
	name := func(i int) string { return b.text(a.Nodes[i].Name, 60) }
	people := b.t.count(best[0].People, b.t.people)
	switch len(best) {
	case 1:
		return sentence(b.t.togetherBest, name(best[0].A), name(best[0].B), people)
	case 2:
		return sentence(b.t.togetherTied, name(best[0].A), name(best[0].B), name(best[1].A), name(best[1].B), people)
	}
	return ""
}

// stones is a bridge with a stone for everybody who joined.
func (b outliner) stones() Block {
	c := b.sum.Counts
	if c.Phones > 0 {
		c.Wrote = 0 // stones are people, and who of a table wrote is not known
	}
	s := Stones{Joined: c.Joined, Wrote: c.Wrote, Each: max(1, (c.Joined+maxStones-1)/maxStones)}
	s.Number, s.Label = b.t.number(c.Joined), b.t.joined.of(c.Joined)
	var caption []string
	switch {
	case c.Joined == 0:
		caption = append(caption, b.t.nobodyYet)
	case s.Each == 1:
		caption = append(caption, sentence(b.t.stones, b.t.number(c.Joined)))
	default:
		caption = append(caption, sentence(b.t.stonesEach, b.t.count(s.Each, b.t.people), b.t.number(c.Joined)))
	}
	if c.Wrote > 0 {
		caption = append(caption, sentence(b.seen(b.t.stonesWrote, b.t.stonesWeb), b.t.number(c.Wrote)))
	}
	s.Caption = strings.Join(caption, " ")
	return s
}
