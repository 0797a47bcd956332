package reports

import "verbindend/reports/faces"

// The grid, in millimetres on A4. The margins are wide: the report is to be hung up, and written on.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	left       = 23.0
	right      = pageWidth - 23.0
	width      = right - left
	top        = 32.0  // where text begins on a page that is not the first
	bottom     = 270.0 // where text ends
	footerLine = 281.0
)

// A colour is red, green, blue. The names are roles; the values are those of the screens.
type colour [3]int

var (
	ink       = colour{0x14, 0x31, 0x2f} // text
	muted     = colour{0x5c, 0x71, 0x6e} // what explains
	deep      = colour{0x0a, 0x3a, 0x3e} // values and titles
	petrol    = colour{0x0f, 0x52, 0x57} // bars and arcs that count
	coral     = colour{0xec, 0x5f, 0x44} // marks and large shapes
	deepCoral = colour{0xc4, 0x42, 0x2a} // coral where it is text
	amber     = colour{0xf2, 0xb7, 0x5c}
	sage      = colour{0xa9, 0xcb, 0xbd} // what rests
	mist      = colour{0xd9, 0xe6, 0xdf} // arcs that are thin anyway
	line      = colour{0xe5, 0xdf, 0xd3}
	white     = colour{0xff, 0xff, 0xff}
	black     = colour{0, 0, 0}
)

// A style is how a piece of text is set.
type style struct {
	face     faces.Face
	size     float64 // points
	leading  float64 // millimetres from line to line
	colour   colour
	tracking float64 // points added after each character
}

func (s style) in(c colour) style { s.colour = c; return s }

// The type scale. The serif says what people said, and numbers; the sans explains.
var (
	titleType   = style{face: faces.Display, size: 31, leading: 12.6, colour: deep}
	headingType = style{face: faces.Display, size: 22, leading: 9.4, colour: deep}
	valueType   = style{face: faces.Serif, size: 18.5, leading: 7.8, colour: deep}
	nameType    = style{face: faces.Serif, size: 12.5, leading: 5.6, colour: deep}
	smallName   = style{face: faces.Serif, size: 9, leading: 3.9, colour: deep}
	figureType  = style{face: faces.Display, size: 30, leading: 12, colour: deepCoral}
	rankType    = style{face: faces.Display, size: 24, leading: 7.8, colour: deepCoral}
	placeType   = style{face: faces.Serif, size: 14, leading: 5.6, colour: deepCoral}
	bodyType    = style{face: faces.Sans, size: 10, leading: 5, colour: ink}
	boldType    = style{face: faces.Bold, size: 10, leading: 5, colour: ink}
	noteType    = style{face: faces.Sans, size: 8.6, leading: 4.2, colour: muted}
	leadType    = style{face: faces.Sans, size: 10.4, leading: 5, colour: muted}
	labelType   = style{face: faces.Bold, size: 8.6, leading: 4.2, colour: petrol}
	kickerType  = style{face: faces.Bold, size: 8.4, leading: 4, colour: deepCoral, tracking: .8}
	markType    = style{face: faces.Bold, size: 7.2, leading: 3.6, colour: deepCoral, tracking: .5}
	footerType  = style{face: faces.Sans, size: 7.6, leading: 3.6, colour: muted}
)
