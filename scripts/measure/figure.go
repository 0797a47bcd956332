package main

import (
	"fmt"
	"io"
	"math"
	"text/tabwriter"
)

// A Figure is one thing that was promised, and what was measured.
type Figure struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Unit   string  `json:"unit"`   // "×" for a ratio
	Target float64 `json:"target"` // 0: only told
	Least  bool    `json:"least"`  // the target is a minimum, not a maximum
	Met    bool    `json:"met"`
	Of     string  `json:"of"` // what was divided by what, in words
}

// atMost adds a figure that should not be more than its target.
func (b *bench) atMost(target, value float64, unit, name, of string, args ...any) {
	b.add(Figure{Name: name, Value: value, Unit: unit, Target: target, Met: value <= target, Of: fmt.Sprintf(of, args...)})
}

// atLeast adds a figure that should not be less than its target.
func (b *bench) atLeast(target, value float64, unit, name, of string, args ...any) {
	b.add(Figure{Name: name, Value: value, Unit: unit, Target: target, Least: true, Met: value >= target, Of: fmt.Sprintf(of, args...)})
}

// told adds a figure without a target.
func (b *bench) told(value float64, unit, name, of string, args ...any) {
	b.add(Figure{Name: name, Value: value, Unit: unit, Met: true, Of: fmt.Sprintf(of, args...)})
}

func (b *bench) add(f Figure) {
	f.Value = math.Round(f.Value*1000) / 1000
	b.figures = append(b.figures, f)
	b.say("%s: %v %s (%s)", f.Name, f.Value, f.Unit, f.Of)
}

func (f Figure) verdict() string {
	switch {
	case f.Target == 0 && !f.Least && f.Unit != nothing:
		return ""
	case f.Met:
		return "ok"
	}
	return "MISSED"
}

func (f Figure) target() string {
	switch {
	case f.Unit == nothing:
		return "0"
	case f.Target == 0:
		return ""
	case f.Least:
		return fmt.Sprintf("≥ %g", f.Target)
	}
	return fmt.Sprintf("≤ %g", f.Target)
}

// nothing is the unit of what must not happen at all.
const nothing = "lost, doubled or told early"

func writeTable(w io.Writer, figures []Figure) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "figure\tmeasured\ttarget\t\twhat by what")
	for _, f := range figures {
		unit := f.Unit
		if unit == nothing {
			unit = ""
		}
		fmt.Fprintf(t, "%s\t%.3g %s\t%s\t%s\t%s\n", f.Name, f.Value, unit, f.target(), f.verdict(), f.Of)
	}
	_ = t.Flush()
}
