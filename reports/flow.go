package reports

import "fmt"

// A flow lays blocks on pages from top to bottom.
type flow struct {
	*canvas
	doc   Document
	y     float64 // where the next block begins
	limit float64 // where text ends
	fixed bool    // page one: nothing breaks it
}

// draw makes the file.
func draw(d Document) ([]byte, error) {
	f := &flow{canvas: newCanvas(d), doc: d}
	for i, s := range d.Sections {
		switch {
		case i == 0:
			f.front(s)
			continue
		case i == 1 || f.y > top+(bottom-top)*latest(s, i == len(d.Sections)-1):
			f.newPage()
		default:
			f.y += 14
		}
		f.bookmark(s.Title, f.y-4)
		for _, b := range s.Blocks {
			b.flow(f)
		}
	}
	f.finish()
	file, err := f.bytes()
	if err != nil {
		return nil, err
	}
	return speak(file, string(d.Lang)), nil
}

// latest is how far down a page, 0–1, a section may still begin: the back may begin low, a long one wants its own page.
func latest(s Section, back bool) float64 {
	switch {
	case back:
		return .6
	case len(s.Blocks) > 9:
		return .1
	}
	return .3
}

func (f *flow) newPage() {
	f.addPage()
	f.motif(.42)
	f.y, f.limit = top, bottom
}

// need begins a new page when less than h millimetres are left.
func (f *flow) need(h float64) {
	if !f.fixed && f.y+h > f.limit {
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
