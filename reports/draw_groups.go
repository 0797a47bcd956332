package reports

// The bridge between groups, in millimetres.
const (
	spanLeast  = 7.6
	spanWhite  = 1.6
	pierHeight = 17.0
	pierReach  = .6 // how far from the middle a value may hang, of the way to the outermost pier
)

// flow draws an arc from every group to every value: the thicker, the larger the part of the group that carries it. What
// connects stands dark in the middle; grey shows it as well.
func (b Crossing) flow(f *flow) {
	spanHeight := spanLeast + f.white(spanWhite)
	height := spanHeight*float64(len(b.Spans)) + pierHeight
	f.need(height + 12)
	f.y = f.at(left, f.y, labelType, []string{b.Title}) + 3
	deck := f.y + spanHeight*float64(len(b.Spans)) + 4
	pier := func(i int) float64 { return left + width*(.09+.82*float64(i)/float64(max(1, len(b.Piers)-1))) }
	colours := []colour{petrol, coral, amber, sage, deep}
	at := make([][2]float64, len(b.Spans))
	for i, s := range b.Spans {
		sum, pull := 0.0, 0.0
		for g, w := range s.Weights {
			sum += w
			pull += w * pier(g)
		}
		middle := left + width/2
		at[i] = [2]float64{middle, f.y + spanHeight*(float64(i)+.5)}
		if sum > 0 {
			at[i][0] = middle + (pull/sum-middle)*pierReach
		}
		for g, w := range s.Weights {
			x, y, up := pier(g), at[i][1], .25*(deck-at[i][1])
			f.curve([4][2]float64{{x, deck}, {x, y + up}, {x + .4*(at[i][0]-x), y}, {at[i][0], y}}, colours[g%len(colours)], .15+2.2*w)
		}
	}
	for i, s := range b.Spans {
		name := nameType
		inside, edge := white, sage
		if s.Connects {
			name, inside, edge = name.in(white), petrol, petrol
		}
		text := name.shorten(s.Name, width*.42)
		w := name.widthOf(text) + 9
		f.bar(at[i][0]-w/2, at[i][1]-3.7, w, 7.4, 3.7, inside, edge)
		f.textCentred(at[i][0], at[i][1]+1.5, name, text)
	}
	slot := width / float64(max(2, len(b.Piers)))
	for g, p := range b.Piers {
		f.circle(pier(g), deck, 2.4, colours[g%len(colours)], white, .5)
		name := boldType.fit(boldType.wrap(p.Name, slot-3), 2, slot-3)
		half := 0.0
		for _, text := range name {
			half = max(half, boldType.widthOf(text)/2)
		}
		x, y := min(max(pier(g), left+half), left+width-half), deck+4
		for _, text := range name {
			f.textCentred(x, y+boldType.leading*.74, boldType, text)
			y += boldType.leading
		}
		f.textCentred(x, y+noteType.leading*.74, noteType, p.Label)
	}
	f.y += height + 4
}

// flow sets the grid; its head comes again on a next page.
func (b Table) flow(f *flow) {
	first := width * .34
	if len(b.Head) > 6 {
		first = width * .26
	}
	column := (width - first) / float64(max(1, len(b.Head)-1))
	x := func(i int) float64 {
		if i == 0 {
			return left
		}
		return left + first + column*float64(i-1)
	}
	cell, note := bodyType, noteType
	if column < 30 {
		cell = noteType.in(ink)
	}
	room := func(i int) float64 {
		if i == 0 {
			return first - 4
		}
		return column - 3
	}
	head := func() {
		end := f.y
		for i, h := range b.Head {
			y := f.at(x(i), f.y, labelType, labelType.fit(labelType.wrap(h.Name, room(i)), 3, room(i)))
			if h.Note != "" {
				y = f.at(x(i), y, note, []string{note.shorten(h.Note, room(i))})
			}
			end = max(end, y)
		}
		f.y = end + 1.2
	}
	f.need(40)
	head()
	for _, r := range b.Rows {
		name := nameType
		name.size, name.leading = 11, 5
		lines := name.fit(name.wrap(r.Name, room(0)), 3, room(0))
		height := float64(len(lines)) * name.leading
		beside := r.Mark != "" && len(lines) == 1 && name.widthOf(r.Name)+3+note.widthOf(r.Mark) < room(0)
		if r.Mark != "" && !beside {
			height += note.leading
		}
		cells := make([][]string, len(r.Cells))
		for i, text := range r.Cells {
			cells[i] = cell.wrap(text, room(i+1))
			height = max(height, float64(len(cells[i]))*cell.leading)
		}
		page := f.page
		if f.need(height + f.white(2.6)); f.page != page {
			head()
		}
		f.line(left, f.y, left+width, f.y, line, .25)
		y := f.at(left, f.y+1, name, lines)
		switch {
		case beside:
			f.text(left+name.widthOf(r.Name)+3, f.y+1+name.leading*.74, note.in(deepCoral), r.Mark)
		case r.Mark != "":
			f.at(left, y, note.in(deepCoral), []string{r.Mark})
		}
		for i, lines := range cells {
			f.at(x(i+1), f.y+1.2, cell, lines)
		}
		f.y += height + f.white(2.6)
	}
	f.y += 2
}

// Groups side by side, in millimetres.
const (
	sideName   = 53.0
	sideHeight = 3.0
	sideInside = 4.4 // of a bar that has its words in it
)

// A lettering is where the words of the bars stand: the first that has room for all of them.
type lettering int

const (
	besideBars lettering = iota // all behind their bars
	inBars                      // in bars that are long enough, behind the others
	belowBars
)

// lettering also gives how long the longest bar is.
func (b Sides) lettering(label style, column float64) (lettering, float64) {
	widest := 0.0
	for _, r := range b.Rows {
		for _, bar := range r.Bars {
			widest = max(widest, label.widthOf(bar.Label))
		}
	}
	if most := column - widest - 7; most > 23 {
		return besideBars, most
	}
	most := column - 5
	for _, r := range b.Rows {
		for _, bar := range r.Bars {
			if w, words := most*bar.Weight, label.widthOf(bar.Label); words+4 > w && w+words+2 > most {
				return belowBars, most
			}
		}
	}
	return inBars, most
}

// flow gives every group a column of bars that begin at the same line, each with its words. What connects says so.
func (b Sides) flow(f *flow) {
	if len(b.Groups) == 0 {
		return
	}
	column := (width - sideName) / float64(len(b.Groups))
	x := func(g int) float64 { return left + sideName + column*float64(g) }
	label := sized(noteType.in(ink), 8.2, 3.7)
	set, most := b.lettering(label, column)
	head := func() {
		end := f.at(left, f.y, labelType, []string{b.Lead})
		for g, p := range b.Groups {
			y := f.at(x(g), f.y, labelType, labelType.fit(labelType.wrap(p.Name, column-4), 2, column-4))
			end = max(end, f.at(x(g), y, noteType, []string{noteType.shorten(p.Label, column-4)}))
		}
		f.y = end + 1.4
	}
	f.need(40)
	head()
	for _, r := range b.Rows {
		name, lines := sized(nameType, 10.6, 4.5).whole(r.Name, sideName-4)
		mark := noteType.in(deepCoral)
		inline := r.Mark != "" && len(lines) == 1 && name.widthOf(r.Name)+3+mark.widthOf(r.Mark) < sideName-3
		height := float64(len(lines)) * name.leading
		if r.Mark != "" && !inline {
			height += mark.leading - .4
		}
		switch set {
		case belowBars:
			height = max(height, sideHeight+1+label.leading+.6)
		case inBars:
			height = max(height, sideInside+1)
		}
		height += f.white(2)
		page := f.page
		if f.need(height); f.page != page {
			head()
		}
		f.line(left, f.y, left+width, f.y, line, .25)
		y := f.at(left, f.y+.9, name, lines)
		switch {
		case inline:
			f.text(left+name.widthOf(r.Name)+3, f.y+.9+name.leading*.74, mark, r.Mark)
		case r.Mark != "":
			f.at(left, y-.4, mark, []string{r.Mark})
		}
		for g, bar := range r.Bars {
			b.bar(f, x(g), column, most, bar, set, label, r.Mark != "")
		}
		f.y += height
	}
	f.y += 3
}

func (Sides) bar(f *flow, x, column, most float64, bar SideBar, set lettering, label style, connects bool) {
	inside, edge := mist, sage
	if connects {
		inside, edge = petrol, petrol
	}
	high, w := sideHeight, max(.6, most*min(1, max(0, bar.Weight)))
	if set == inBars {
		high = sideInside
	}
	y := f.y + 1.7
	if set == inBars {
		y -= .6
	}
	f.bar(x, y, w, high, .9, inside, edge)
	switch words := label.widthOf(bar.Label); {
	case set == belowBars:
		f.at(x, y+high+.5, label, []string{label.shorten(bar.Label, column-2)})
	case set == inBars && words+4 <= w:
		if connects {
			label = label.in(white)
		}
		f.text(x+2, y+high*.5+1.05, label, bar.Label)
	default:
		f.text(x+w+2, y+high*.5+1.05, label, bar.Label)
	}
}
