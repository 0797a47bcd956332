package reports

import (
	"strings"

	"verbindend/session"
)

// How many values page one has room for.
const (
	maxFront = 6
	maxPlan  = 12 // activities, where there are no values yet
)

// front is page one, which stands alone: who, when, what this room carries or how far it is, and a signature of the room.
func (b outliner) front(title string) []Block {
	mast := Masthead{Kicker: b.t.report, Title: title}
	for _, line := range []string{b.day(), b.counts(), b.groups()} {
		if line != "" {
			mast.Lines = append(mast.Lines, line)
		}
	}
	blocks := []Block{mast}
	words, inWords := b.sentences()
	switch {
	case inWords && b.voted():
		return append(append(blocks, words), b.foot(b.signature())...)
	case inWords:
		return append(append(blocks, words), b.foot(b.stones())...)
	case b.voted():
		return append(append(blocks, b.topValues()), b.foot(b.signature())...)
	case len(b.sum.Clusters) > 0:
		blocks = append(blocks, b.namedMost())
	case b.sum.Counts.Joined == 0 && !b.sum.Final:
		blocks = append(blocks, Values{Lead: b.t.nobodyYet}, b.plan(b.t.plan))
	case b.sum.Final:
		blocks = append(blocks, Values{Lead: b.t.noCards}, b.plan(b.t.agenda))
	default:
		blocks = append(blocks, Values{Lead: b.t.soFar}, Paragraph{Text: b.t.nothingYet}, b.plan(b.t.plan))
	}
	return append(blocks, b.foot(b.stones())...)
}

// foot is what stands at the foot of page one: the largest gap and what was agreed, over the signature of the room.
func (b outliner) foot(signature Block) []Block {
	var blocks []Block
	if widest, there := b.widest(); there {
		blocks = append(blocks, widest)
	}
	if agreed, there := b.agreed(); there {
		blocks = append(blocks, agreed)
	}
	return append(blocks, signature)
}

// plan is the agenda as far as page one can hold it; the whole of it follows on the next.
func (b outliner) plan(title string) Block {
	steps := b.steps(title)
	steps.Rows = steps.Rows[:min(len(steps.Rows), maxPlan)]
	return steps
}

// counts is one line that says how many took part in what.
func (b outliner) counts() string {
	c := b.sum.Counts
	list := []string{b.t.count(c.Joined, b.t.joined)}
	if c.Cards > 0 {
		list = append(list, b.t.count(c.Cards, b.t.cards))
	}
	if b.sum.Vote != nil {
		list = append(list, b.t.count(c.Voted, b.t.voted))
	}
	return join(list...)
}

func (b outliner) groups() string {
	var list []string
	for _, g := range b.sum.Groups {
		list = append(list, b.text(g.Name, maxGroup)+" "+b.t.number(g.Joined))
	}
	return join(list...)
}

// noRanking says why there is none; "" when it may still come.
func (b outliner) noRanking() string {
	switch {
	case b.sum.Vote != nil && !b.voted():
		return b.t.nobodyVoted
	case b.sum.Vote == nil && b.sum.Final:
		return b.t.noVote
	}
	return ""
}

func (b outliner) topValues() Block {
	values := Values{Lead: b.t.carries}
	more := 0
	for _, c := range b.chosen() {
		if len(values.Rows) == maxFront {
			more++
			continue
		}
		row := ValueRow{Numeral: b.t.number(c.Place), Name: b.name(c.Name), Words: b.alsoSaid(c.ID, c.Name), Marks: c.Dots}
		row.Line = c.line
		values.Rows = append(values.Rows, row)
	}
	if more > 0 {
		values.More = sentence(b.t.moreValues, b.t.count(more, b.t.values))
	}
	return values
}

func (b outliner) namedMost() Block {
	values := Values{Lead: b.t.namedMost, More: b.noRanking()}
	for _, c := range b.sum.Clusters {
		if len(values.Rows) == maxFront {
			break
		}
		if !c.Parked {
			values.Rows = append(values.Rows, ValueRow{b.t.number(c.Cards), b.name(c.Name), b.t.count(c.Cards, b.t.cards), b.alsoSaid(c.ID, c.Name), c.Cards, true})
		}
	}
	return values
}

// alsoSaid gives a few of the words that people had for a value, other than its name.
func (b outliner) alsoSaid(cluster, name string) string {
	var words []string
	for _, c := range b.sum.Clusters {
		if c.ID != cluster {
			continue
		}
		for _, w := range c.Words {
			if word := b.text(w.Text, 60); word != "" && session.Normalise(w.Text) != session.Normalise(name) && len(words) < 3 {
				words = append(words, "“"+word+"”")
			}
		}
	}
	if len(words) == 0 {
		return ""
	}
	return sentence(b.t.alsoSaid, strings.Join(words, ", "))
}
