package reports

import (
	"math"
	"slices"
)

// The matrix, in millimetres.
const (
	matrixHeight = 84.0
	matrixSpare  = 30.0 // how much lower it may be on a page that is set tight
	matrixMargin = 9.0  // at the top and the foot of the plot, for the names of the quadrants
	spotRadius   = 1.7
	nameRoom     = 44.0 // the longest line of a name
)

// A rect is a place on the page, from its upper left corner.
type rect struct{ x, y, w, h float64 }

func (r rect) meets(o rect) bool {
	return r.x < o.x+o.w && o.x < r.x+r.w && r.y < o.y+o.h && o.y < r.y+r.h
}

func (r rect) holds(o rect) bool {
	return o.x >= r.x && o.y >= r.y && o.x+o.w <= r.x+r.w && o.y+o.h <= r.y+r.h
}

// placed gives each spot a place for its name in the plot, of the size the name has: the nearest one, to the right, to the left or in
// the middle, that covers no spot and no other name. The names of the most crowded spots choose first. A name for which no place is
// left has none: the list below tells it.
func placed(plot rect, at, sizes [][2]float64) []rect {
	taken := make([]rect, len(at))
	order := make([]int, len(at))
	for i, p := range at {
		taken[i], order[i] = rect{p[0] - spotRadius, p[1] - spotRadius, 2 * spotRadius, 2 * spotRadius}, i
	}
	crowd := func(i int) (n int) {
		for _, p := range at {
			if math.Hypot(p[0]-at[i][0], p[1]-at[i][1]) < nameRoom/2 {
				n++
			}
		}
		return n
	}
	slices.SortStableFunc(order, func(i, j int) int { return crowd(j) - crowd(i) })
	free := func(r rect) bool {
		for _, t := range taken {
			if r.meets(t) {
				return false
			}
		}
		return plot.holds(r)
	}
	labels := make([]rect, len(at))
	for _, i := range order {
		labels[i] = near(at[i], sizes[i], plot.h, free)
		if labels[i].w > 0 {
			taken = append(taken, labels[i])
		}
	}
	return labels
}

// near tries places further and further from a spot; a rect without width when none is free.
func near(p, size [2]float64, far float64, free func(rect) bool) rect {
	w, h := size[0], size[1]
	for step := 0.0; step < far; step += 2 {
		for _, y := range []float64{p[1] - step, p[1] + step} {
			for _, x := range []float64{p[0] + 1.5*spotRadius, p[0] - 1.5*spotRadius - w, p[0] - w/2} {
				if r := (rect{x, y - h/2, w, h}); free(r) {
					return r
				}
			}
		}
	}
	return rect{}
}

// flow draws the values in their quadrants, each with its name beside it.
func (b Matrix) flow(f *flow) {
	matrixHeight := matrixHeight - matrixSpare*f.tight
	f.need(matrixHeight + 18)
	f.y += 4.5 // for the name of the axis
	plot := rect{left + 8, f.y, width - 8, matrixHeight}
	inner := rect{plot.x + 2, plot.y + matrixMargin, plot.w - 4, plot.h - 2*matrixMargin}
	f.bar(plot.x, plot.y, plot.w, plot.h, 1.5, white, sage)
	x := func(at float64) float64 { return inner.x + inner.w*at }
	y := func(at float64) float64 { return inner.y + inner.h*(1-at) }
	if b.Divided {
		f.dashed(x(b.LineX), plot.y, x(b.LineX), plot.y+plot.h, sage, .4)
		f.dashed(plot.x, y(b.LineY), plot.x+plot.w, y(b.LineY), sage, .4)
		corner := labelType
		f.text(plot.x+3, plot.y+5.4, corner, b.Corners[0])
		f.textRight(plot.x+plot.w-3, plot.y+5.4, corner, b.Corners[1])
		f.text(plot.x+3, plot.y+plot.h-3, corner, b.Corners[2])
		f.textRight(plot.x+plot.w-3, plot.y+plot.h-3, corner, b.Corners[3])
	}
	at, sizes, names := make([][2]float64, len(b.Spots)), make([][2]float64, len(b.Spots)), make([][]string, len(b.Spots))
	name := sized(smallName, 9.6, 4.1)
	for i, s := range b.Spots {
		at[i], names[i] = [2]float64{x(s.X), y(s.Y)}, name.fit(name.balance(s.Name, nameRoom), 3, nameRoom)
		for _, text := range names[i] {
			sizes[i][0] = max(sizes[i][0], name.widthOf(text)+1)
		}
		sizes[i][1] = name.leading*float64(len(names[i])) + .5
	}
	labels := placed(inner, at, sizes)
	for i, r := range labels { // a name that stands away from its spot has a line to it
		if middle := r.y + r.h/2; r.w > 0 && math.Abs(middle-at[i][1]) > r.h/2 {
			f.line(at[i][0], at[i][1], min(max(at[i][0], r.x+1), r.x+r.w-1), middle+math.Copysign(r.h/2-.2, at[i][1]-middle), muted, .25)
		}
	}
	for i, r := range labels {
		f.circle(at[i][0], at[i][1], spotRadius, coral, white, .4)
		if r.w > 0 {
			f.rect(r.x, r.y+.3, r.w, r.h-.6, white)
			f.at(r.x+.5, r.y+.1, name, names[i])
		}
	}
	f.textRight(plot.x-2, plot.y+4, noteType, b.Up[1])
	f.textRight(plot.x-2, plot.y+plot.h, noteType, b.Up[0])
	f.text(plot.x, plot.y-1.6, noteType, "↑ "+b.YName)
	f.text(plot.x, plot.y+plot.h+4.6, noteType, b.Across[0])
	f.textCentred(plot.x+plot.w/2, plot.y+plot.h+4.6, noteType, b.XName+" →")
	f.textRight(plot.x+plot.w, plot.y+plot.h+4.6, noteType, b.Across[1])
	f.y = plot.y + plot.h + 8
	f.lines(left, noteType, noteType.wrap(b.Caption, width))
	f.y += 2
}
