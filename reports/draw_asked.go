package reports

import "slices"

// A tension, in millimetres.
const (
	poleWidth   = 34.0
	spreadMost  = 9.0 // the longest bar
	meansHeight = 6.4
)

// flow draws how many stand where now above the axis and where they want to be below it; on it the two means, with their
// names: it needs no key and no colour.
func (b Poles) flow(f *flow) {
	height := 2*spreadMost + meansHeight
	note := noteType.wrap(b.Note, width)
	if b.Note == "" {
		note = nil
	}
	f.need(height + float64(len(note))*noteType.leading + 6)
	axisLeft, axisWidth := left+poleWidth+4, width-2*(poleWidth+4)
	middle := f.y + spreadMost + meansHeight/2
	poles := nameType
	poles.size, poles.leading = 10.5, 4.6
	lines := poles.fit(poles.wrap(b.Left, poleWidth), 3, poleWidth)
	y := middle - float64(len(lines))*poles.leading/2
	for _, text := range lines {
		f.textRight(left+poleWidth, y+poles.leading*.74, poles, text)
		y += poles.leading
	}
	lines = poles.fit(poles.wrap(b.Right, poleWidth), 3, poleWidth)
	f.at(left+width-poleWidth, middle-float64(len(lines))*poles.leading/2, poles, lines)

	most := 1
	for _, n := range slices.Concat(b.Now, b.Wanted) {
		most = max(most, n)
	}
	bars := func(counts []int, from float64, up bool, inside, edge colour) {
		slot := axisWidth / float64(max(1, len(counts)))
		for i, n := range counts {
			if n == 0 {
				continue
			}
			h := spreadMost * float64(n) / float64(most)
			y, at := from, from+h-.9
			if up {
				y, at = from-h, from-h+2.7
			}
			f.bar(axisLeft+slot*float64(i)+.8, y, slot-1.6, h, .4, inside, edge)
			if h > 3.4 {
				k := ink
				if inside == petrol {
					k = white
				}
				label := boldNote().in(k)
				label.size = 7
				f.textCentred(axisLeft+slot*(float64(i)+.5), at, label, textOf(n))
			}
		}
	}
	bars(b.Now, middle-meansHeight/2, true, mist, sage)
	bars(b.Wanted, middle+meansHeight/2, false, petrol, petrol)
	for _, y := range []float64{middle - meansHeight/2, middle + meansHeight/2} {
		f.line(axisLeft, y, axisLeft+axisWidth, y, sage, .25)
	}
	now, wanted := axisLeft+axisWidth*b.NowAt, axisLeft+axisWidth*b.WantedAt
	if b.NowAt >= 0 && b.WantedAt >= 0 {
		f.line(now, middle, wanted, middle, deep, .7)
	}
	label := boldNote()
	mark := func(at float64, inside colour, text string, before bool) {
		f.circle(at, middle, 1.5, inside, deep, .6)
		if before {
			f.textRight(at-2.6, middle+1.1, label, text)
		} else {
			f.text(at+2.6, middle+1.1, label, text)
		}
	}
	if b.NowAt >= 0 {
		mark(now, white, b.NowMean, b.WantedAt < 0 || b.NowAt <= b.WantedAt)
	}
	if b.WantedAt >= 0 {
		mark(wanted, petrol, b.WantMean, b.NowAt >= 0 && b.WantedAt < b.NowAt)
	}
	f.y = f.at(left, f.y+height+1.5, noteType, note) + 4
}

// flow draws a column for every number, with its count above it.
func (b Spread) flow(f *flow) {
	const high, wide = 26.0, 17.0
	f.need(high + 24)
	f.text(left, f.y+3.6, boldType, b.Title)
	f.text(left+boldType.widthOf(b.Title)+4, f.y+3.6, noteType, b.Note)
	floor := f.y + high + 12
	most := max(1, slices.Max(append([]int{0}, b.Counts...)))
	for i, n := range b.Counts {
		x, h := left+wide*float64(i), (high-4)*float64(n)/float64(most)
		if n > 0 {
			f.bar(x+1.5, floor-h, wide-3, h, .6, petrol, petrol)
			f.textCentred(x+wide/2, floor-h-1.4, boldNote(), textOf(n))
		}
		f.textCentred(x+wide/2, floor+5.4, nameType, textOf(b.Least+i))
	}
	f.line(left, floor, left+wide*float64(len(b.Counts)), floor, deep, .4)
	f.text(left+1.5, floor+9.8, noteType, b.Low)
	f.textRight(left+wide*float64(len(b.Counts))-1.5, floor+9.8, noteType, b.High)
	f.y = floor + 14
}
