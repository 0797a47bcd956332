package reports

import "fmt"

// A flow lays blocks on pages from top to bottom.
type flow struct {
	*canvas
	doc         Document
	left, width float64 // of the column that is being set
	y           float64 // where the next block begins
	limit       float64 // where text ends
	fixed       bool    // page one, or a column: nothing breaks it
	tight       float64 // how much of the white between rows is taken away, 0–1: see press
}

// draw makes the file.
func draw(d Document) ([]byte, error) {
	f := &flow{canvas: newCanvas(d), doc: d, left: left, width: width}
	for i, s := range d.Sections {
		if i == 0 {
			f.front(s)
			continue
		}
		tight, here := f.startsHere(s)
		if i == 1 || !here {
			f.newPage()
			tight = f.press(s.Blocks)
		} else {
			f.y += sectionGap
		}
		f.tight = tight
		f.need(f.lead(s.Blocks))
		f.bookmark(s.Title, f.y-4)
		f.blocks(s.Blocks)
		f.tight = 0
	}
	f.finish()
	file, err := f.bytes()
	if err != nil {
		return nil, err
	}
	return speak(file, string(d.Lang)), nil
}

// blocks sets blocks one after another; what stands in columns goes there.
func (f *flow) blocks(list []Block) {
	for i := 0; i < len(list); {
		if n := inColumns(list[i:]); n > 0 {
			f.columns(list[i : i+n])
			i += n
			continue
		}
		if h := f.lead(list[i:]); h > 0 {
			f.need(h)
		}
		list[i].flow(f)
		i++
	}
}

// A tall block is one that may be broken over pages; what leads to it only needs some of it.
const (
	tall     = 115.0
	someOfIt = 40.0
)

// lead is how much room a heading needs, with what it leads to: it is never the last thing on a page. 0 for other blocks.
func (f *flow) lead(list []Block) float64 {
	switch list[0].(type) {
	case Heading, Label:
	default:
		return 0
	}
	height := f.measure(list[0])
	if len(list) == 1 {
		return height
	}
	if next := f.lead(list[1:]); next > 0 {
		return height + next
	}
	next := f.measure(list[1])
	if inColumns(list[1:]) > 0 {
		next = f.inColumn(list[1])
	}
	if next > tall {
		next = someOfIt
	}
	return height + next
}

// measure tells how high blocks are when nothing breaks them.
func (f *flow) measure(list ...Block) float64 {
	const below = top + 1 // something stands above
	g := &flow{canvas: &canvas{}, doc: f.doc, left: f.left, width: f.width, y: below, limit: 1e9, fixed: true, tight: f.tight}
	for i := 0; i < len(list); {
		if n := inColumns(list[i:]); n > 0 {
			g.columns(list[i : i+n])
			i += n
			continue
		}
		list[i].flow(g)
		i++
	}
	return g.y - below
}

func (f *flow) newPage() {
	f.addPage()
	f.motif(.42)
	f.y, f.limit = top, bottom
}

// need begins a new page when less than h millimetres are left.
func (f *flow) need(h float64) {
	if !f.fixed && f.y+h > f.limit && f.y > top {
		f.newPage()
	}
}

// lines sets lines from f.y on, page after page, and leaves f.y below the last.
func (f *flow) lines(x float64, s style, lines []string) {
	for _, text := range lines {
		f.need(s.leading)
		f.text(x, f.y+s.leading*.74, s, text)
		f.y += s.leading
	}
}

// at sets lines without moving on or breaking the page; it gives where they end.
func (f *flow) at(x, y float64, s style, lines []string) float64 {
	for _, text := range lines {
		f.text(x, y+s.leading*.74, s, text)
		y += s.leading
	}
	return y
}

// finish writes what is on every page: marks, title, number, and what □ means where there is one.
func (f *flow) finish() {
	pages := f.page
	for n := 1; n <= pages; n++ {
		f.resume(n)
		if n > 1 {
			f.marks(left, 17)
		}
		f.line(left, footerLine-5, left+width, footerLine-5, line, .25)
		number := fmt.Sprintf(f.doc.PageOf, n, pages)
		f.textRight(left+width, footerLine, footerType, number)
		title := join(append([]string{f.doc.Title}, f.doc.Marks...)...)
		f.text(left, footerLine, footerType, footerType.shorten(title, width-footerType.widthOf(number)-8))
		if f.boxed[n] || n == 1 && contains(f.doc.Title) {
			f.text(left, footerLine+4, footerType, footerType.shorten(f.doc.BoxNote, width))
		}
	}
}

// marks sets each mark in a rounded frame, in words: provisional, fictional.
func (f *flow) marks(x, y float64) {
	for _, m := range f.doc.Marks {
		w := markType.widthOf(m) + 5
		f.bar(x, y-3.6, w, 5.2, 2.6, white, deepCoral)
		f.text(x+2.5, y, markType, m)
		x += w + 2.5
	}
}

// motif is the mark of the report: arcs in the upper right corner.
func (f *flow) motif(scale float64) {
	for i, k := range []colour{coral, amber, sage, petrol, mist} {
		shrink := scale * (1 - float64(i)*.072)
		f.arc(pageWidth, 0, 43*shrink, 33*shrink, 180, 270, k, .9*scale+.15)
	}
}
