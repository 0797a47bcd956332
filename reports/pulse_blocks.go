package reports

import "fmt"

type (
	// Lines are how something went over a few moments: a line for each value, from 1 at the bottom to 10 at the top.
	Lines struct {
		Moments   []Moment
		Low, High string // what 1 and 10 mean
		Rows      []LineRow
		Note      string // what an open ring means; "" when there is none
		Dash      string // the same of a dash, where it stands in a table
	}
	// Moment is when it was asked, and of how many.
	Moment struct{ Name, Count string }
	// LineRow is the line of one value, with a point for each moment.
	LineRow struct {
		Name   string
		Points []LinePoint
	}
	// LinePoint is a mean; one that is not told leaves the line open.
	LinePoint struct {
		Told         bool
		At           float64 // 0–1
		Mean, People string
	}
)

func (b Lines) String() string {
	s := "lines: " + b.Low + " … " + b.High
	for _, m := range b.Moments {
		s += " [" + join(m.Name, m.Count) + "]"
	}
	for _, r := range b.Rows {
		s += "\n  " + r.Name
		for _, p := range r.Points {
			if p.Told {
				s += fmt.Sprintf(" | %s (%s) %.2f", p.Mean, p.People, p.At)
			} else {
				s += " | –"
			}
		}
	}
	if b.Note != "" {
		s += "\n  " + b.Note
	}
	return s
}

// The lines, in millimetres.
const (
	lineName = 56.0
	lineHigh = 13.0 // from 1 to 10
)

// flow draws a small chart per value, all on one scale, so that they can be compared; each point has its number.
func (b Lines) flow(f *flow) {
	from := left + lineName + 8
	slot := (left + width - from) / float64(max(1, len(b.Moments)))
	x := func(i int) float64 { return from + slot*(float64(i)+.5) }
	head := func() {
		most := f.y
		for i, m := range b.Moments {
			y := f.y
			for _, text := range labelType.wrap(m.Name, slot-2) {
				f.textCentred(x(i), y+labelType.leading*.74, labelType, text)
				y += labelType.leading
			}
			for _, text := range noteType.wrap(m.Count, slot-2) {
				f.textCentred(x(i), y+noteType.leading*.74, noteType, text)
				y += noteType.leading
			}
			most = max(most, y)
		}
		f.y = most + 2
	}
	f.need(50)
	head()
	name, number := sized(nameType, 11, 4.7), sized(boldType, 9, 4)
	for _, r := range b.Rows {
		lines := name.fit(name.wrap(r.Name, lineName), 5, lineName)
		height := max(lineHigh+9, float64(len(lines))*name.leading+4)
		page := f.page
		if f.need(height); f.page != page {
			head()
		}
		f.line(left, f.y, left+width, f.y, line, .25)
		f.at(left, f.y+2, name, lines)
		floor := f.y + 6 + lineHigh
		f.line(from, floor, left+width, floor, sage, .25)
		f.line(from, floor-lineHigh, left+width, floor-lineHigh, line, .25)
		before := -1
		for i, p := range r.Points {
			if !p.Told {
				f.circle(x(i), floor, 1.1, white, muted, .4)
				continue
			}
			y := floor - lineHigh*p.At
			if before >= 0 {
				f.line(x(before), floor-lineHigh*r.Points[before].At, x(i), y, petrol, .9)
			}
			before = i
		}
		for i, p := range r.Points {
			if p.Told {
				y := floor - lineHigh*p.At
				f.circle(x(i), y, 1.5, petrol, white, .5)
				f.textCentred(x(i), y-2.6, number, p.Mean)
			}
		}
		f.y += height
	}
	f.y++
	note := join("1: "+b.Low, "10: "+b.High, b.Note)
	f.lines(left, noteType, noteType.wrap(note, width))
	f.y += 4
}
