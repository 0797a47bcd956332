package reports

// The bridge between groups, in millimetres.
const (
	spanHeight = 12.0
	pierHeight = 19.0
	pierReach  = .6 // how far from the middle a value may hang, of the way to the outermost pier
)

// flow draws an arc from every group to every value: the thicker, the larger the part of the group that carries it. What
// connects stands dark in the middle; grey shows it as well.
func (b Crossing) flow(f *flow) {
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
		f.bar(at[i][0]-w/2, at[i][1]-4.2, w, 8.4, 4.2, inside, edge)
		f.textCentred(at[i][0], at[i][1]+1.6, name, text)
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
	f.y += height + 8
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
		if f.need(height + 2.6); f.page != page {
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
		f.y += height + 2.6
	}
	f.y += 2
}
