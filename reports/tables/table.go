package tables

import (
	"time"

	"verbindend/session"
)

// Options say for whom tables are made.
type Options struct {
	Lang session.Lang   // of the names and the words; the session's own when it is not valid
	In   *time.Location // where all times are told; UTC when nil

	WithoutID bool // for a reader who may not know the session's id

	// The looks back on the session, in any order; those that are open are left out. They are no part of what was sealed.
	Pulses []session.Summary
}

// PulseMarks names the looks back that tables tell of; "" without any.
func (o Options) PulseMarks() string {
	marks := ""
	for _, sum := range o.Pulses {
		marks += " " + sum.Fingerprint()
	}
	return marks
}

// A Table is a grid with a head. It has at least one column, and each row has a cell for every column.
type Table struct {
	Key     string // names the table in every language: a–z and -
	Name    string // for people, in the language of the options
	Columns []Column
	Rows    [][]Cell
}

// A Cell is nil for nothing, or a string, an int, a float64, a bool, a time.Time (a moment) or a Day.
type Cell any

// A Day is a date without a time, at midnight UTC.
type Day time.Time

// A Column has a name and a kind, which says how wide it is and how its numbers are written.
type Column struct {
	Name string
	Kind Kind
}

// Kind is what stands in a column. The cells themselves have types; a kind only says how they look.
type Kind int

// The kinds of column.
const (
	Label   Kind = iota // a short text, or a key
	Text                // a text of any length
	Number              // a whole number
	Mean                // a number with decimals
	Share               // a fraction of 1
	Moment              // a date with a time
	DayOnly             // a date
	YesNo
	Any // of each kind one
)

// A field is a column of a table whose rows are made of a T.
type field[T any] struct {
	name string // key of its name in the words
	kind Kind
	cell func(T) Cell
}

// build makes a table with a row for each item.
func build[T any](b builder, key, name string, items []T, fields ...field[T]) Table {
	t := Table{Key: key, Name: name}
	for _, f := range fields {
		t.Columns = append(t.Columns, Column{b.word("column", f.name), f.kind})
	}
	for _, item := range items {
		row := make([]Cell, len(fields))
		for i, f := range fields {
			row[i] = f.cell(item)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// moment is a cell for a time; nothing for the zero time.
func (b builder) moment(t time.Time) Cell {
	if t.IsZero() {
		return nil
	}
	return t.In(b.in)
}

// text is a cell for what may be left open.
func text(s string) Cell {
	if s == "" {
		return nil
	}
	return s
}

// day is a cell for a date as 2026-12-31; what is no date stays text.
func day(s string) Cell {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return text(s)
	}
	return Day(t)
}

// known is a cell for a number that says nothing when it is 0.
func known(n int) Cell {
	if n == 0 {
		return nil
	}
	return n
}
