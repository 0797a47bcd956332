package reports

// How sections share pages. Each page is to be a page: what spills over by a few lines is set a little tighter, and a page of which
// most is still empty takes the next section too.

// White, in millimetres: between two sections on one page, and what may fall away under the last block of a page.
const (
	sectionGap = 12.0
	trailing   = 3.0
)

const (
	pageHigh = bottom - top
	scanty   = .35 * pageHigh // a page that holds less than this has room for the next section, whatever it is
	tightest = .6
)

// presses are how tight the white between rows becomes where that saves a page of which the text fills no more than this, or much of
// a page; the airiest first.
var presses = []struct{ tight, saved float64 }{{.3, .5 * pageHigh}, {tightest, scanty}}

// white is so many millimetres between rows, or less on a page that has to be set tighter.
func (f *flow) white(mm float64) float64 { return mm * (1 - f.tight) }

// startsHere tells whether a section begins on the page where the one before it ended, and how tight it is set there: when all of it
// has room, when most of the page is empty, when it goes over pages anyway and much of this one is left, or when it is a list of
// short things, which may break anywhere between them.
func (f *flow) startsHere(s Section) (tight float64, here bool) {
	room := f.limit - f.y - sectionGap
	height := f.measure(s.Blocks...)
	switch {
	case height-trailing <= room:
		return 0, true
	case room > pageHigh-scanty:
		return 0, true
	case height > pageHigh && room > .5*pageHigh:
		return 0, true
	case f.pressed(tightest, s.Blocks)-trailing <= room:
		return tightest, true
	}
	return 0, room > .35*pageHigh && breaks(s)
}

// breaks tells whether a section is a heading with a list of short things.
func breaks(s Section) bool {
	if len(s.Blocks) < 2 {
		return false
	}
	_, pledges := s.Blocks[1].(Pledges)
	return pledges || inColumns(s.Blocks[1:]) > columnCount
}

// pressed is how high blocks are when they are set so tight.
func (f *flow) pressed(tight float64, list []Block) float64 {
	g := *f
	g.tight = tight
	return g.measure(list...)
}

// press is how tight a section is set from here on: as airy as it can be without a few lines on a page of their own.
func (f *flow) press(list []Block) float64 {
	pages, end := f.runs(0, list)
	if pages == 0 {
		return 0
	}
	for _, p := range presses {
		if end-top > p.saved {
			continue
		}
		if n, y := f.runs(p.tight, list); n < pages || y < end-.2*pageHigh {
			return p.tight
		}
	}
	return 0
}

// runs lays blocks out from here on without drawing them: on how many more pages, and where they end.
func (f *flow) runs(tight float64, list []Block) (pages int, end float64) {
	g := &flow{canvas: &canvas{}, doc: f.doc, left: f.left, width: f.width, y: f.y, limit: f.limit, tight: tight}
	g.blocks(list)
	return g.page, g.y
}
