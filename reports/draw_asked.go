package reports

import "slices"

// A tension, in millimetres.
const (
	poleWidth   = 34.0
	spreadMost  = 5.8 // the longest bar
	meansHeight = 6.0
	axisLeft    = left + poleWidth + 4
	axisWidth   = width - 2*(poleWidth+4)
)

// flow draws how many stand where now above the axis and where they want to be below it; on it the two means, with their
// names: it needs no key and no colour.
func (b Poles) flow(f *flow) {
	height := 2*spreadMost + meansHeight
	words := join(b.People, b.before(), b.Note)
	small := sized(noteType, 8.2, 3.9)
	note := small.wrap(words, width)
	if words == "" {
		note = nil
	}
	f.need(height + float64(len(note))*small.leading + 4)
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
			y, inSide, beyond := from, from+h-.9, from+h+2.4
			if up {
				y, inSide, beyond = from-h, from-h+2.6, from-h-.7
			}
			f.bar(axisLeft+slot*float64(i)+.8, y, slot-1.6, h, .4, inside, edge)
			label, at := sized(boldNote(), 7, 3), inSide
			switch {
			case h <= 3:
				at = beyond
			case inside == petrol:
				label = label.in(white)
			}
			f.textCentred(axisLeft+slot*(float64(i)+.5), at, label, textOf(n))
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
	if b.Was != nil { // where the means were, small, on the lines above and below
		f.circle(axisLeft+axisWidth*b.Was.NowAt, middle-meansHeight/2, 1, white, muted, .45)
		f.circle(axisLeft+axisWidth*b.Was.WantedAt, middle+meansHeight/2, 1, muted, white, .45)
	}
	if b.NowAt >= 0 {
		f.circle(now, middle, 1.5, white, deep, .6)
	}
	if b.WantedAt >= 0 {
		f.circle(wanted, middle, 1.5, petrol, deep, .6)
	}
	b.means(f, now, wanted, middle+1.1)
	y = f.y + height + 1
	for _, text := range note {
		f.textCentred(left+width/2, y+small.leading*.74, small, text)
		y += small.leading
	}
	f.y = y + f.white(1.8)
}

// means sets the two means outside their marks. One that would run into the name of a pole stands with the other one instead.
func (b Poles) means(f *flow, now, wanted, y float64) {
	const gap = 2.6
	label := boldNote()
	first, last, from, to := b.NowMean, b.WantMean, now, wanted // from left to right
	switch {
	case b.NowAt < 0 && b.WantedAt < 0:
		return
	case b.NowAt < 0:
		first, from = "", wanted
	case b.WantedAt < 0:
		last, to = "", now
	case wanted < now:
		first, last, from, to = last, first, wanted, now
	}
	switch {
	case to+gap+label.widthOf(last) > axisLeft+axisWidth+2:
		first, last = join(first, last), ""
	case from-gap-label.widthOf(first) < axisLeft-2:
		first, last = "", join(first, last)
	}
	f.textRight(from-gap, y, label, first)
	f.text(to+gap, y, label, last)
}

func (b Poles) before() string {
	if b.Was == nil {
		return ""
	}
	return b.Was.Words
}

// flow draws a column for every number, with its count above it.
func (b Spread) flow(f *flow) {
	const high = 14.0
	wide := min(15, f.width/float64(max(1, len(b.Counts))))
	f.need(high + 26)
	if boldType.widthOf(b.Title)+4+noteType.widthOf(b.Note) <= f.width {
		f.text(f.left+boldType.widthOf(b.Title)+4, f.y+boldType.leading*.74, noteType, b.Note)
		f.y = f.at(f.left, f.y, boldType, []string{b.Title})
	} else {
		f.y = f.at(f.left, f.y, boldType, boldType.wrap(b.Title, f.width))
		f.y = f.at(f.left, f.y, noteType, noteType.wrap(b.Note, f.width))
	}
	floor := f.y + high
	most := max(1, slices.Max(append([]int{0}, b.Counts...)))
	number := sized(nameType, 10.5, 4.6)
	for i, n := range b.Counts {
		x, h := f.left+wide*float64(i), (high-4.5)*float64(n)/float64(most)
		if n > 0 {
			f.bar(x+1.5, floor-h, wide-3, h, .6, petrol, petrol)
			f.textCentred(x+wide/2, floor-h-1.2, boldNote(), textOf(n))
		}
		f.textCentred(x+wide/2, floor+4.4, number, textOf(b.Least+i))
	}
	end := f.left + wide*float64(len(b.Counts))
	f.line(f.left, floor, end, floor, deep, .4)
	f.text(f.left+1.5, floor+8.2, noteType, b.Low)
	f.textRight(end-1.5, floor+8.2, noteType, b.High)
	f.y = floor + 12
}

// flow sets the number; below sets the words, over the whole width.
func (b Check) flow(f *flow) {
	f.lines(f.left, labelType, labelType.wrap(b.Title, f.width))
	f.y++
	if b.Numbers != nil {
		b.Numbers.flow(f)
	}
	if b.Silent != "" {
		f.lines(f.left, noteType, noteType.wrap(b.Silent, f.width))
	}
	f.y += 2
}

func (b Check) below(f *flow) {
	if b.Words != nil {
		f.need(labelType.leading + min(14, f.measure(b.Words)))
		f.lines(f.left, labelType, labelType.wrap(b.Title, f.width))
		f.y += .8
		b.Words.flow(f)
		f.y += 2
	}
}

// The list of gaps, in millimetres.
const (
	gapName = 52.0
	gapLeft = left + gapName + 6
	gapWide = 58.0

	belowGap = 6.6 // from the top of a row to what stands under its line
)

// flow draws a line per value, from how present it is (open) to how important (filled), with both numbers, and the difference at
// the end of the row.
func (b Gaps) flow(f *flow) {
	count := left + width
	difference := gapLeft + gapWide + 14
	x := func(at float64) float64 { return gapLeft + 3 + (gapWide-6)*at }
	head := func() {
		y := f.y + labelType.leading*.74
		f.text(left, y, labelType, labelType.shorten(b.Gap, gapName))
		f.circle(gapLeft+1.4, y-1, 1.1, white, deep, .5)
		f.text(gapLeft+4, y, noteType, b.From)
		second := gapLeft + 4 + noteType.widthOf(b.From) + 6
		f.circle(second, y-1, 1.1, petrol, deep, .5)
		f.text(second+2.6, y, noteType, b.To)
		f.textRight(count, y, noteType, b.Count)
		f.y += labelType.leading + 1.6
	}
	f.need(34)
	head()
	number := sized(boldNote(), 8.2, 3.7)
	for _, r := range b.Rows {
		name, lines := sized(nameType, 11, 4.7).whole(r.Name, gapName)
		height := max(float64(len(lines))*name.leading, 5)
		if r.Mark != "" {
			height += noteType.leading - .3
		}
		note := noteType.wrap(r.Count, count-difference-3)
		height = max(height, float64(len(note))*noteType.leading) + f.white(2.4)
		var groups []string
		if r.Groups != "" {
			room := count - gapLeft
			if len(note) > 1 {
				room = difference - gapLeft
			}
			groups = noteType.wrap(r.Groups, room)
			height = max(height, belowGap+float64(len(groups))*noteType.leading+1.2)
		}
		page := f.page
		if f.need(height); f.page != page {
			head()
		}
		f.line(left, f.y, left+width, f.y, line, .25)
		y := f.at(left, f.y+1, name, lines)
		if r.Mark != "" {
			f.at(left, y-.3, noteType.in(deepCoral), []string{r.Mark})
		}
		middle := f.y + 4.6
		if r.At >= 0 && r.Wanted >= 0 {
			f.line(gapLeft, middle, gapLeft+gapWide, middle, line, .3)
			from, to := x(r.At), x(r.Wanted)
			f.line(from, middle, to, middle, petrol, 1)
			f.circle(from, middle, 1.5, white, petrol, .6)
			f.circle(to, middle, 1.5, petrol, petrol, .6)
			if from <= to {
				f.textRight(from-2.6, middle+1.1, number, r.From)
				f.text(to+2.6, middle+1.1, number, r.To)
			} else {
				f.text(from+2.6, middle+1.1, number, r.From)
				f.textRight(to-2.6, middle+1.1, number, r.To)
			}
		}
		bold := sized(boldType, 10, 5)
		f.textRight(difference, middle+1.3, bold, r.Difference)
		y = f.y + 1.7
		for _, text := range note {
			f.textRight(count, y+noteType.leading*.74, noteType, text)
			y += noteType.leading
		}
		f.at(gapLeft, f.y+belowGap, noteType, groups)
		f.y += height
	}
	f.y += 3
}
