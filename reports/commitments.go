package reports

import (
	"time"

	"verbindend/session"
)

// How much of the commitments is set: rows of the table, and the steps on page one.
const (
	maxSteps       = 200
	maxFrontAgreed = 3
	maxStepText    = 200
)

// commitments tells what the organisation is going to do, and what people shared of what they are going to do themselves.
func (b outliner) commitments() []Section {
	var list []Section
	if len(b.sum.Steps) > 0 {
		list = append(list, Section{b.t.commit.steps, []Block{Heading{b.t.commit.steps, b.t.commit.stepsIntro}, b.stepTable()}})
	}
	if len(b.sum.Shared) > 0 {
		var items []string
		for _, i := range b.sum.Shared[:b.most(len(b.sum.Shared), maxSteps)] {
			items = append(items, b.intention(i))
		}
		blocks := []Block{Heading{b.t.commit.shared, b.t.commit.sharedIntro}, List{items}}
		if more := len(b.sum.Shared) - len(items); more > 0 {
			blocks = append(blocks, Paragraph{Text: sentence(b.t.commit.moreSteps, b.t.count(more, b.t.commit.stepNoun))})
		}
		list = append(list, Section{b.t.commit.shared, blocks})
	}
	return list
}

func (b outliner) stepTable() Pledges {
	p := Pledges{Head: b.t.commit.stepHead}
	for i, s := range b.sum.Steps {
		if i == b.most(len(b.sum.Steps), maxSteps) {
			p.More = sentence(b.t.commit.moreSteps, b.t.count(len(b.sum.Steps)-i, b.t.commit.stepNoun))
			break
		}
		row := Pledge{Cells: [5]string{
			b.name(b.text(s.What, maxStepText)), b.text(s.First, maxStepText), b.text(s.Owner, maxStepText), b.date(s.Date), b.text(s.Measure, maxStepText),
		}}
		if s.Agreed {
			row.Notes = append(row.Notes, b.t.commit.agreed)
		}
		if who := b.t.commit.benefits[s.Benefits]; who != "" {
			row.Notes = append(row.Notes, who)
		}
		if obstacle := b.text(s.Obstacle, maxStepText); obstacle != "" {
			row.Notes = append(row.Notes, sentence(b.t.commit.obstacle, obstacle))
		}
		p.Rows = append(p.Rows, row)
	}
	return p
}

// agreed gives up to three steps that the room has agreed on, for page one; false when there are none.
func (b outliner) agreed() (Agreed, bool) {
	a, more := Agreed{Title: b.t.commit.agreedTitle}, 0
	for _, s := range b.sum.Steps {
		switch {
		case !s.Agreed:
		case len(a.Rows) == maxFrontAgreed:
			more++
		default:
			a.Rows = append(a.Rows, Fact{Name: b.name(b.text(s.What, maxStepText)), Text: join(b.text(s.Owner, maxStepText), b.date(s.Date))})
		}
	}
	if more > 0 {
		a.Title += " " + sentence(b.t.commit.agreedMore, b.t.number(more))
	}
	return a, len(a.Rows) > 0
}

// date is a day without the day of the week; what is no date stays away.
func (b outliner) date(text string) string {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return ""
	}
	return b.t.number(at.Day()) + " " + b.t.months[at.Month()-1] + " " + textOf(at.Year())
}

func (b outliner) intention(i session.Intention) string {
	when, then := b.text(i.When, maxStepText), b.text(i.Then, maxStepText)
	if when == "" {
		return then
	}
	return sentence(b.t.commit.ifThen, when, then)
}
