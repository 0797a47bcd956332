package reports

import "fmt"

type (
	// Sides lay groups beside each other: one row per value, one bar per group.
	Sides struct {
		Lead   string // what the rows are
		Groups []Pier
		Rows   []SideRow
	}
	// SideRow is a value in Sides.
	SideRow struct {
		Name, Mark string
		Bars       []SideBar // in the order of Sides.Groups
	}
	// SideBar is how much of a group carries a value.
	SideBar struct {
		Label  string  // counts and shares in words
		Weight float64 // the smoothed share, 0–1: to draw with
	}
)

func (b Sides) String() string {
	s := "sides: " + b.Lead
	for _, g := range b.Groups {
		s += " [" + g.Name + ": " + g.Label + "]"
	}
	for _, r := range b.Rows {
		s += "\n  " + join(r.Name, r.Mark)
		for _, bar := range r.Bars {
			s += fmt.Sprintf(" | %s %.2f", bar.Label, bar.Weight)
		}
	}
	return s
}
