package reports

import (
	"unicode/utf8"

	"verbindend/reports/faces"
)

const (
	// Kerning is seen from this size on, in points; below it would only make the file larger.
	kernedFrom = 11

	millimetres = 25.4 / 72 // in a point
)

// A piece is a stretch of text that is drawn in one go: one face sets it, and none of its characters is kerned.
type piece struct {
	face faces.Face
	at   float64 // how far from the beginning, in millimetres
	text string
}

// pieces cuts a text where another face lends a character and where two characters stand nearer to each other, or further
// apart, than their widths say.
func (s style) pieces(text string) []piece {
	var list []piece
	s.walk(text, func(i int, face faces.Face, kern int, at float64) {
		if last := len(list) - 1; last < 0 || list[last].face != face || kern != 0 {
			list = append(list, piece{face, at, text[i:i]})
		}
		last := &list[len(list)-1]
		_, size := utf8.DecodeRuneInString(text[i:])
		last.text = text[i-len(last.text) : i+size]
	})
	return list
}

// widthOf is how wide a text is in this style, in millimetres.
func (s style) widthOf(text string) float64 { return s.walk(text, nil) }

// walk tells for every character which face sets it, how much further from its neighbour it stands than its width says, in
// 1/1000 em, and where it begins. It gives the width of the whole.
func (s style) walk(text string, each func(i int, face faces.Face, kern int, at float64)) float64 {
	units, n := 0, 0
	before, beforeFace := rune(-1), s.face
	at := func() float64 { return (float64(units)*s.size/1000 + float64(n)*s.tracking) * millimetres }
	for i, r := range text {
		face, kern := s.face.Lender(r), 0
		if s.size >= kernedFrom && face == beforeFace {
			kern = face.Kern(before, r)
		}
		units += kern
		if each != nil {
			each(i, face, kern, at())
		}
		units += face.Advance(r)
		before, beforeFace = r, face
		n++
	}
	return at()
}
