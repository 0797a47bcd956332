package reports

import (
	"fmt"
	"strings"
)

type (
	// Trace leads from values in words back to the cards.
	Trace struct{ Rows []TraceRow }
	// TraceRow is one of them: its cards, the wordings on them with how often, and what it got in the vote; each may be missing.
	TraceRow struct {
		Name, Cards string
		Words       []string
		Vote        string
	}
	// Minority are values that few people gave many dots.
	Minority struct {
		Text string
		Rows []Fact
	}
	// Addition shows how counts add up.
	Addition struct{ Rows []Sum }
	// Sum is one line of it: the parts are the total.
	Sum struct {
		Total Count
		Parts []Count
	}
	// Count is a number, and the words that say of what, with the number.
	Count struct {
		N    int
		Text string
	}
)

// Equals writes the parts behind an equals sign.
func (s Sum) Equals() string {
	parts := make([]string, len(s.Parts))
	for i, p := range s.Parts {
		parts[i] = p.Text
	}
	return "= " + strings.Join(parts, " + ")
}

// Said joins the wordings.
func (r TraceRow) Said() string { return strings.Join(r.Words, ", ") }

func (b Trace) String() string {
	s := "trace:"
	for _, r := range b.Rows {
		s += "\n  " + r.Name + " | " + r.Cards + " | " + r.Said() + " | " + r.Vote
	}
	return s
}

func (b Minority) String() string {
	s := "minority: " + b.Text
	for _, r := range b.Rows {
		s += "\n  " + r.Name + ": " + r.Text
	}
	return s
}

func (b Addition) String() string {
	s := "addition:"
	for _, r := range b.Rows {
		s += "\n  " + r.Total.Text + " " + r.Equals()
		for _, p := range r.Parts {
			s += fmt.Sprintf(" [%d]", p.N)
		}
	}
	return s
}

// The columns in which names stand, in millimetres.
const (
	traceColumn    = 46.0
	additionColumn = 46.0
)

func (b Trace) flow(f *flow) {
	rows := make([]Fact, len(b.Rows))
	for i, r := range b.Rows {
		rows[i] = Fact{Name: r.Name, Text: join(r.Cards, r.Vote), Note: r.Said()}
	}
	compact(f, traceColumn, rows)
}

func (b Minority) flow(f *flow) {
	Paragraph{b.Text, true}.flow(f)
	compact(f, traceColumn, b.Rows)
}

func (b Addition) flow(f *flow) {
	rows := make([]Fact, len(b.Rows))
	for i, r := range b.Rows {
		rows[i] = Fact{Name: r.Total.Text, Text: r.Equals()}
	}
	compact(f, additionColumn, rows)
}

// compact sets named texts close under each other, in the size of notes.
func compact(f *flow, column float64, rows []Fact) {
	for _, row := range rows {
		name := boldNote().wrap(row.Name, column-4)
		text := noteType.in(ink).wrap(row.Text, width-column)
		note := noteType.wrap(row.Note, width-column)
		if row.Note == "" {
			note = nil
		}
		f.need(float64(max(len(name), len(text)+len(note)))*noteType.leading + f.white(1))
		end := f.at(left, f.y, boldNote(), name)
		f.y = max(end, f.at(left+column, f.at(left+column, f.y, noteType.in(ink), text), noteType, note)) + f.white(1)
	}
	f.y++
}
