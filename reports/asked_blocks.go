package reports

import "fmt"

type (
	// Poles is one tension: how many people stand where between two poles, now and wanted, and where the means lie.
	Poles struct {
		Left, Right       string
		Now, Wanted       []int   // people per number, from the left pole to the right
		NowAt, WantedAt   float64 // the means on the axis, 0–1; negative without answers
		NowMean, WantMean string  // in words
		Note              string  // how it has moved; may be ""
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
	return fmt.Sprintf("poles: %s – %s | %v %s | %v %s | %.2f → %.2f | %s", b.Left, b.Right, b.Now, b.NowMean, b.Wanted, b.WantMean, b.NowAt, b.WantedAt, b.Note)
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
