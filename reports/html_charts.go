package reports

import (
	"math"
	"strings"
)

// viewOf gives what the template of a block sets: the block itself, or a drawing of it.
func viewOf(b Block) any {
	switch b := b.(type) {
	case Values:
		return newValuesView(b)
	case Arcs:
		return newArcsView(b)
	case Stones:
		return newStonesView(b)
	case Crossing:
		return newCrossingView(b)
	case Matrix:
		return newMatrixView(b)
	case Poles:
		return newPolesView(b)
	case Spread:
		return newSpreadView(b)
	case Code:
		return newCodeView(b)
	}
	return b
}

// A valuesView has the marks of each value, as they hung on the wall.
type valuesView struct {
	Values
	Drawn []marksView // of each row
}

type marksView struct {
	Wide, High float64
	Cards      bool
	At         [][2]float64 // the middle of each mark
	Bar        float64      // instead of them, when there are more than a wall can show
}

func newValuesView(b Values) valuesView {
	const pitch = 10.0
	v, most := valuesView{Values: b}, 0
	for _, r := range b.Rows {
		most = max(most, r.Marks)
	}
	row := inRow(most)
	for _, r := range b.Rows {
		m := marksView{Wide: pitch * float64(row), High: pitch * math.Max(1, math.Ceil(float64(r.Marks)/float64(row))), Cards: r.Cards}
		if most > maxMarks {
			m.Bar = m.Wide * float64(r.Marks) / float64(most)
		} else {
			for i := range r.Marks {
				m.At = append(m.At, [2]float64{pitch * (float64(i%row) + .5), pitch * (float64(i/row) + .5)})
			}
		}
		v.Drawn = append(v.Drawn, m)
	}
	return v
}

// A matrixView lays numbered values out on a square.
type matrixView struct {
	Matrix
	Left, Top, Side, Size float64
	AtX, AtY              float64 // of the lines between the quadrants
	Drawn                 []spotView
}

type spotView struct {
	X, Y, TrueX, TrueY float64
	Moved              bool
}

func newMatrixView(b Matrix) matrixView {
	v := matrixView{Matrix: b, Left: 34, Top: 8, Side: 360, Size: 402}
	place := func(x, y float64) (float64, float64) { return v.Left + v.Side*x, v.Top + v.Side*(1-y) }
	v.AtX, v.AtY = place(b.LineX, b.LineY)
	for _, s := range b.Spots {
		x, y := place(s.X, s.Y)
		v.Drawn = append(v.Drawn, spotView{X: x, Y: y, TrueX: x, TrueY: y})
	}
	v.spread()
	return v
}

// spread moves numbers apart until none covers another; a line leads to where a value really lies.
func (v *matrixView) spread() {
	const apart, edge = 27.0, 13.0
	for range 200 {
		moved := false
		for i := range v.Drawn {
			for j := range i {
				a, b := &v.Drawn[i], &v.Drawn[j]
				dx, dy := a.X-b.X, a.Y-b.Y
				gap := math.Hypot(dx, dy)
				if gap >= apart {
					continue
				}
				if gap < .01 { // the same place: they part in a direction of their own
					dx, dy, gap = math.Cos(float64(i)), math.Sin(float64(i)), 1
				}
				push := (apart - gap + .1) / 2 / gap
				a.X, a.Y, b.X, b.Y, moved = a.X+dx*push, a.Y+dy*push, b.X-dx*push, b.Y-dy*push, true
			}
		}
		for i := range v.Drawn {
			s := &v.Drawn[i]
			s.X = min(max(s.X, v.Left+edge), v.Left+v.Side-edge)
			s.Y = min(max(s.Y, v.Top+edge), v.Top+v.Side-edge)
		}
		if !moved {
			break
		}
	}
	for i := range v.Drawn {
		s := &v.Drawn[i]
		s.Moved = math.Hypot(s.X-s.TrueX, s.Y-s.TrueY) > 9
	}
}

// A column is how many people gave a number.
type column struct {
	X, High       float64
	Number, Count int
}

// columns stand side by side, each 40 wide; the highest is `high`.
func columns(counts []int, least, most int, high float64) []column {
	var list []column
	for i, n := range counts {
		list = append(list, column{40 * float64(i), high * float64(n) / float64(max(1, most)), least + i, n})
	}
	return list
}

func largest(lists ...[]int) int {
	most := 0
	for _, list := range lists {
		for _, n := range list {
			most = max(most, n)
		}
	}
	return most
}

// A polesView is one tension: now above the line, wanted below it.
type polesView struct {
	Poles
	Width, Height, Over, Under float64 // the lines under the upper and over the lower columns
	Middle, FromX, ToX         float64 // where the means lie …
	WasX, WasToX               float64 // … and where they lay before
	Up, Down                   []column
}

func newPolesView(b Poles) polesView {
	const high, between = 70.0, 34.0
	most := largest(b.Now, b.Wanted)
	v := polesView{Poles: b, Width: 40 * float64(max(len(b.Now), len(b.Wanted), 1)), Over: high + 22}
	v.Under = v.Over + between
	v.Height, v.Middle = v.Under+high+22, v.Over+between/2
	v.FromX, v.ToX = v.Width*b.NowAt, v.Width*b.WantedAt
	if b.Was != nil {
		v.WasX, v.WasToX = v.Width*b.Was.NowAt, v.Width*b.Was.WantedAt
	}
	v.Up, v.Down = columns(b.Now, 1, most, high), columns(b.Wanted, 1, most, high)
	return v
}

// A spreadView has a column for every number.
type spreadView struct {
	Spread
	Width, Floor float64
	Up           []column
}

func newSpreadView(b Spread) spreadView {
	return spreadView{b, 40 * float64(max(1, len(b.Counts))), 112, columns(b.Counts, b.Least, largest(b.Counts), 90)}
}

// A codeView is a QR code as one path.
type codeView struct {
	Code
	Side int
	Path string
}

func newCodeView(b Code) codeView {
	v := codeView{Code: b}
	rows := modules(b.Link)
	v.Side = len(rows)
	var path strings.Builder
	for y, row := range rows {
		for x := 0; x < len(row); x++ {
			end := x
			for end < len(row) && row[end] {
				end++
			}
			if end > x { // one rectangle for neighbours
				path.WriteString("M" + textOf(x) + " " + textOf(y) + "h" + textOf(end-x) + "v1H" + textOf(x) + "z")
				x = end
			}
		}
	}
	v.Path = path.String()
	return v
}
