package reports

import "verbindend/reports/faces"

// The columns of the ranking: place, name, bar.
const (
	placeWidth = 12.0
	nameWidth  = 56.0
	barLeft    = left + placeWidth + nameWidth + 5
	barWidth   = left + width - barLeft
)

// flow sets one value of the ranking. In the top a bar is dark and solid, under it light with an edge: grey shows it as well.
func (b Bar) flow(f *flow) {
	name := nameType.fit(nameType.balance(b.Name, nameWidth), 5, nameWidth)
	note, label := noteType, boldNote()
	note.leading, label.leading = 3.9, 3.9
	detail := []string{}
	if b.Detail != "" {
		detail = note.wrap(b.Detail, barWidth)
	}
	height := max(float64(len(name))*nameType.leading, 4.8+3.9*float64(len(detail)+1)) + 2.2
	f.need(height)
	f.text(left, f.y+4.4, placeType, b.Place)
	f.at(left+placeWidth, f.y, nameType, name)
	inside, edge := petrol, petrol
	if !b.Top {
		inside, edge = mist, sage
	}
	if b.Dots > 0 {
		f.bar(barLeft, f.y+.6, max(1, barWidth*b.Share), 3.9, 1.2, inside, edge)
	} else {
		f.line(barLeft, f.y+.6, barLeft, f.y+4.8, sage, .5)
	}
	y := f.at(barLeft, f.y+5, label, []string{b.Label})
	f.at(barLeft, y, note, detail)
	f.y += height
}

func boldNote() style { s := noteType; s.face, s.colour = faces.Bold, ink; return s }

func (b Cut) flow(f *flow) {
	f.need(24)
	f.y += 1.5
	label := boldNote().in(deepCoral)
	text := label.shorten(b.Text, width-10)
	f.dashed(left, f.y+2, left+width, f.y+2, deepCoral, .45)
	w := label.widthOf(text)
	f.rect(barLeft-3, f.y, min(w+6, left+width-barLeft+3), 4, white)
	if w+3 > barWidth {
		f.rect(left+width-w-6, f.y, w+6, 4, white)
		f.textRight(left+width-2, f.y+3.1, label, text)
	} else {
		f.text(barLeft, f.y+3.1, label, text)
	}
	f.y += 8
}
