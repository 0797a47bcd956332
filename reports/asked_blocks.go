package reports

import (
	"fmt"
	"strings"
)

type (
	// Poles is one tension: how many people stand where between two poles, now and wanted, and where the means lie.
	Poles struct {
		Left, Right       string
		Now, Wanted       []int   // people per number, from the left pole to the right
		NowAt, WantedAt   float64 // the means on the axis, 0–1; negative without answers
		NowMean, WantMean string  // in words
		People            string  // how many answered, in words
		Was               *Before // when it was asked before
		Note              string  // how it has moved; may be ""
	}
	// Before is where the means of a tension were when it was first asked, 0–1; negative without answers.
	Before struct {
		NowAt, WantedAt float64
		Words           string
	}
	// Gaps are values on one axis, each from how present it is to how important, the largest gap first.
	Gaps struct {
		From, To, Gap, Count string // what the numbers are
		Ends                 [2]string
		Rows                 []GapRow
	}
	// GapRow is a value in Gaps.
	GapRow struct {
		Name, Mark        string
		At, Wanted        float64 // presence and importance on the axis, 0–1; negative without answers
		From, To          string  // the same in numbers
		Difference, Count string
		Groups            string // how each group rated it; "" when that is not told
	}
	// Check is how people came or left: a number and a word, of those who gave them.
	Check struct {
		Title   string
		Numbers *Spread
		Words   *Said
		Silent  string // why there are no words; may be ""
	}
	// Said are words that people gave, the most frequent first.
	Said struct {
		Words []string
		More  string
	}
	// Spread is how many people gave each number.
	Spread struct {
		Title, Note string
		Low, High   string // what the ends mean
		Least       int    // the first number
		Counts      []int
	}
	// Matrix lays values out by presence (to the right) and importance (upwards), 0–1 on both axes.
	Matrix struct {
		Across, Up   [2]string // the ends of the axes, in numbers
		XName, YName string
		LineX, LineY float64
		Divided      bool
		Corners      [4]string // upper left, upper right, lower left, lower right
		Spots        []Spot
		Caption      string
	}
	// Spot is a value in a Matrix.
	Spot struct {
		Name string
		X, Y float64
	}
)

func (b Poles) String() string {
	s := fmt.Sprintf("poles: %s – %s | %v %s | %v %s | %.2f → %.2f | %s", b.Left, b.Right, b.Now, b.NowMean, b.Wanted, b.WantMean, b.NowAt, b.WantedAt, join(b.People, b.Note))
	if b.Was != nil {
		s += fmt.Sprintf("\n  before: %.2f → %.2f | %s", b.Was.NowAt, b.Was.WantedAt, b.Was.Words)
	}
	return s
}

func (b Gaps) String() string {
	s := fmt.Sprintf("gaps: %s → %s, %s, %s %v", b.From, b.To, b.Gap, b.Count, b.Ends)
	for _, r := range b.Rows {
		s += fmt.Sprintf("\n  %s | %.2f %s → %.2f %s | %s | %s", join(r.Name, r.Mark), r.At, r.From, r.Wanted, r.To, r.Difference, r.Count)
		if r.Groups != "" {
			s += "\n    " + r.Groups
		}
	}
	return s
}

func (b Check) String() string {
	s := "check: " + b.Title
	if b.Numbers != nil {
		s += "\n  " + b.Numbers.String()
	}
	if b.Words != nil {
		s += "\n  " + b.Words.String()
	}
	return s + strings.TrimRight("\n  "+b.Silent, "\n ")
}

func (b Said) String() string {
	return "said: " + strings.Join(b.Words, " · ") + "\n  " + b.More
}

func (b Spread) String() string {
	return fmt.Sprintf("spread: %s | %s | from %d (%s) to %s: %v", b.Title, b.Note, b.Least, b.Low, b.High, b.Counts)
}

func (b Matrix) String() string {
	s := fmt.Sprintf("matrix: %s %v, %s %v | lines %.2f %.2f %t | %v | %s", b.XName, b.Across, b.YName, b.Up, b.LineX, b.LineY, b.Divided, b.Corners, b.Caption)
	for _, spot := range b.Spots {
		s += fmt.Sprintf("\n  %s | %.2f %.2f", spot.Name, spot.X, spot.Y)
	}
	return s
}
