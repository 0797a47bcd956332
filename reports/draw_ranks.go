package reports

import "verbindend/reports/faces"

// The columns of the ranking: place, name, bar, and the strip of places.
const (
	placeWidth = 9.0
	nameWidth  = 52.0
	barLeft    = left + placeWidth + nameWidth + 5
	stripWidth = 26.0
	stripEnd   = 3.5 // for the number of the last place
	stripLeft  = left + width - stripWidth
	barWidth   = stripLeft - 8 - barLeft
	barHeight  = 3.6
)

// flow sets one value of the ranking. In the top a bar is dark and solid, under it light with an edge: grey shows it as well.
func (b Bar) flow(f *flow) {
	name, names := sized(nameType, 12, 5.2).whole(b.Name, nameWidth)
	note, label := sized(noteType, 8.2, 3.7), sized(boldNote(), 8.2, 3.7)
	room := left + width - barLeft
	detail := note.wrap(b.Detail, room)
	beside := label.widthOf(b.Label)+note.widthOf(" · "+b.Detail) <= room
	rows := 1 + len(detail)
	if beside || b.Detail == "" {
		rows = 1
	}
	height := max(float64(len(names))*name.leading, barHeight+1.4+note.leading*float64(rows)) + f.white(2)
	f.need(height)
	f.text(left, f.y+4.1, sized(placeType, 13.5, 5.2), b.Place)
	f.at(left+placeWidth, f.y, name, names)
	inside, edge := petrol, petrol
	if !b.Top {
		inside, edge = mist, sage
	}
	if long := b.long(); long > 0 {
		f.bar(barLeft, f.y+.7, long, barHeight, 1.2, inside, edge)
	} else {
		f.line(barLeft, f.y+.7, barLeft, f.y+.7+barHeight, sage, .5)
	}
	b.strip(f, f.y+.7+barHeight/2)
	y := f.y + .7 + barHeight + .6
	f.at(barLeft, y, label, []string{b.Label})
	switch {
	case b.Detail == "":
	case beside:
		f.text(barLeft+label.widthOf(b.Label), y+note.leading*.74, note, " · "+b.Detail)
	default:
		f.at(barLeft, y+label.leading, note, detail)
	}
	f.y += height
}

// long is how long the bar is, in millimetres: by dots, scores or wins; 0 for what got nothing.
func (b Bar) long() float64 {
	if b.Share <= 0 {
		return 0
	}
	return max(1, barWidth*b.Share)
}

// strip draws between which places a value may be: a line with all places, and on it the interval, with its ends in numbers.
func (b Bar) strip(f *flow, y float64) {
	if b.Of < 2 || b.From < 1 || b.To < b.From {
		return
	}
	at := func(place int) float64 {
		return stripLeft + (stripWidth-stripEnd)*float64(min(place, b.Of)-1)/float64(b.Of-1)
	}
	f.line(stripLeft, y, stripLeft+stripWidth-stripEnd, y, line, .3)
	k := petrol
	if !b.Top {
		k = muted
	}
	f.line(at(b.From), y, at(b.To), y, k, 1.1)
	number := sized(boldNote(), 7, 3)
	for _, place := range []int{b.From, b.To} {
		f.circle(at(place), y, .9, white, k, .55)
	}
	if b.From == b.To {
		f.textCentred(at(b.From), y-1.6, number, textOf(b.From))
		return
	}
	f.textRight(at(b.From)-1.5, y+.9, number, textOf(b.From))
	f.text(at(b.To)+1.5, y+.9, number, textOf(b.To))
}

// whole breaks a name into as many lines as it needs. One that needs more than three is set smaller.
func (s style) whole(name string, w float64) (style, []string) {
	lines := s.balance(name, w)
	if len(lines) > 3 {
		s = sized(s, s.size*.8, s.leading*.82)
		lines = s.wrap(name, w)
	}
	return s, lines
}

func boldNote() style { s := noteType; s.face, s.colour = faces.Bold, ink; return s }

func (b Cut) flow(f *flow) {
	f.need(24)
	f.y += .5
	label := boldNote().in(deepCoral)
	text := label.shorten(b.Text, width-10)
	f.dashed(left, f.y+2, left+width, f.y+2, deepCoral, .45)
	w := label.widthOf(text)
	x := min(barLeft, left+width-w-3)
	f.rect(x-3, f.y, w+6, 4, white)
	f.text(x, f.y+3.1, label, text)
	f.y += 6.5
}
