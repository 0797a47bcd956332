package reports

import "math"

// A surface is what a sheet is drawn on: a page of a PDF, or an image. Lengths are millimetres from the upper left corner.
type surface interface {
	text(x, y float64, s style, text string)
	rect(x, y, w, h float64, k colour)
	bar(x, y, w, h, radius float64, inside, edge colour)
	circle(x, y, radius float64, inside, edge colour, w float64)
	line(x1, y1, x2, y2 float64, k colour, w float64)
	dashed(x1, y1, x2, y2 float64, k colour, w float64)
	arc(x, y, rx, ry, from, to float64, k colour, w float64)
}

// A sheet is one surface of a fixed size on which everything has its place: a poster, a card, a ballot. Nothing flows on to a next.
type sheet struct {
	surface
	w, h float64
}

// at sets lines below each other from y on; it gives where they end.
func (s sheet) at(x, y float64, k style, lines []string) float64 {
	for _, text := range lines {
		s.text(x, y+k.leading*.74, k, text)
		y += k.leading
	}
	return y
}

func (s sheet) textRight(x, y float64, k style, text string) { s.text(x-k.widthOf(text), y, k, text) }

func (s sheet) textCentred(x, y float64, k style, text string) {
	s.text(x-k.widthOf(text)/2, y, k, text)
}

// rainbow draws the arcs of the bridge around a corner, the outermost with this radius.
func (s sheet) rainbow(x, y, radius, from, to float64, colours []colour) {
	for i, k := range colours {
		r := radius * (1 - float64(i)*.085)
		s.arc(x, y, r*1.3, r, from, to, k, radius*.021)
	}
}

// scaled gives a style that is so much larger.
func (s style) scaled(by float64) style {
	s.size, s.leading, s.tracking = s.size*by, s.leading*by, s.tracking*by
	return s
}

// fitted shrinks a style until a text takes at most so many lines of a width and no word is broken, or until it is as small as
// `least` of what it was; then it is broken where it must be and cut with ….
func (s style) fitted(text string, w float64, most int, least float64) (style, []string) {
	now := s
	for by := 1.0; by > least && (s.broken(text, w) || len(s.wrap(text, w)) > most); {
		by = math.Max(least, by-.05)
		s = now.scaled(by)
	}
	return s, s.fit(s.balance(text, w), most, w)
}
