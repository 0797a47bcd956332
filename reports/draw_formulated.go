package reports

import "verbindend/reports/faces"

// How a value is set in words. Page one takes the largest setting that has room for all.
var (
	sentenceType = style{face: faces.Sans, size: 11.2, leading: 5.3, colour: ink}
	settings     = []setting{
		{valueType, sentenceType, sized(bodyType.in(muted), 10.2, 5)},
		{sized(valueType, 16, 6.8), sized(sentenceType, 10.4, 4.9), sized(bodyType.in(muted), 9.6, 4.6)},
		{sized(valueType, 13.5, 5.7), sized(sentenceType, 9.6, 4.5), sized(bodyType.in(muted), 9, 4.3)},
		{sized(valueType, 11.5, 4.9), sized(sentenceType, 8.8, 4.1), sized(bodyType.in(muted), 8.4, 4)},
	}
)

// A setting is how a value, its sentence and what goes with it are set.
type setting struct{ name, text, when style }

func sized(s style, size, leading float64) style {
	s.size, s.leading = size, leading
	return s
}

// flow keeps a value on one page where that is possible.
func (b Formulated) flow(f *flow) {
	if !f.fixed {
		f.need(min(f.measure(b), bottom-top))
	}
	name, text := sized(valueType, 16, 6.8), sized(sentenceType.in(deep), 10.8, 5.1)
	f.line(f.left, f.y, f.left+f.width, f.y, line, .25)
	f.y += f.white(2.6)
	f.lines(f.left, name, name.balance(b.Name, f.width))
	f.y += .8
	if b.Sentence != "" {
		f.lines(f.left, text, text.wrap(b.Sentence, f.width))
	}
	f.y += f.white(2)
	item := sized(bodyType, 9.6, 4.5)
	behaviours := func(label string, items []string, inside colour) {
		if len(items) == 0 {
			return
		}
		f.need(labelType.leading + item.leading + 2)
		f.lines(f.left, labelType, []string{label})
		f.y += .5
		for _, text := range items {
			f.need(item.leading)
			f.circle(f.left+1, f.y+2.3, .75, inside, coral, .3)
			f.lines(f.left+4.5, item, item.wrap(text, f.width-4.5))
			f.y += f.white(.6)
		}
		f.y += f.white(1.2)
	}
	behaviours(b.WhenLabel, b.When, coral)
	if b.Unless != "" {
		behaviours(b.UnlessLabel, []string{b.Unless}, white)
	}
	note := sized(noteType, 8.2, 3.9)
	for _, text := range b.Notes {
		f.lines(f.left, note, note.wrap(text, f.width))
	}
	if b.Lacking != "" {
		f.lines(f.left, labelType.in(deepCoral), labelType.wrap(b.Lacking, f.width))
	}
	f.y += f.white(5.5)
}

// flow sets the sentences as large as the room allows. When it is tight the behaviours go first, then the dots in words, then size,
// then the ends of sentences.
func (b Sentences) flow(f *flow) {
	f.y = f.at(left, f.y, labelType, []string{b.Lead}) + 3
	room := f.limit - f.y - float64(len(b.More))*noteType.leading - 2
	x := left + b.indent()
	w := left + width - x
	how := b.fitting(room, w)
	each := max(1, float64(len(b.Rows)))
	space, most := min(6.5, max(.8, (room-how.height)/each)), 99
	s := how.setting
	if how.height > room { // as many lines as each has room for
		most = max(1, int((room/each-s.name.leading-1)/s.text.leading))
	}
	for _, r := range b.Rows {
		f.text(left, f.y+s.name.leading*.78, sized(rankType, s.name.size*1.35, s.name.leading), r.Numeral)
		y := f.at(x, f.y, s.name, []string{s.name.shorten(r.Name, w)})
		y = f.at(x, y, s.text, s.text.fit(s.text.balance(r.Sentence, w), most, w))
		if how.when && r.When != "" {
			y = f.at(x, y, s.when, s.when.wrap(r.When, w))
		}
		if how.lines && r.Line != "" {
			y = f.at(x, y+.3, noteType, []string{noteType.shorten(r.Line, w)})
		}
		f.y = y + space
	}
	for _, more := range b.More {
		f.y = f.at(x, f.y, noteType, []string{noteType.shorten(more, w)})
	}
}

// indent is how far the values stand from the numerals before them; 0 without numerals.
func (b Sentences) indent() float64 {
	widest := 0.0
	for _, r := range b.Rows {
		widest = max(widest, rankType.widthOf(r.Numeral))
	}
	if widest == 0 {
		return 0
	}
	return max(15, widest+5)
}

// least is the height below which the sentences would be cut.
func (b Sentences) least() float64 {
	last := len(settings) - 1
	return labelType.leading + 5 + float64(len(b.More))*noteType.leading + b.needs(settings[last], false, false, width-b.indent())
}

// needs is the height of the rows, with a little between them.
func (b Sentences) needs(s setting, when, lines bool, w float64) float64 {
	h := 0.0
	for _, r := range b.Rows {
		h += s.name.leading + float64(len(s.text.wrap(r.Sentence, w)))*s.text.leading + 1.2
		if when && r.When != "" {
			h += float64(len(s.when.wrap(r.When, w))) * s.when.leading
		}
		if lines && r.Line != "" {
			h += noteType.leading + .3
		}
	}
	return h
}

// A choice is what of the sentences is set, and how.
type choice struct {
	setting
	when, lines bool
	height      float64
}

// fitting picks the largest setting that fits, with as much as it can hold; when nothing fits, the smallest with the least.
func (b Sentences) fitting(room, w float64) choice {
	all := []choice{
		{settings[0], true, true, 0}, {settings[1], true, true, 0}, {settings[1], true, false, 0}, {settings[1], false, true, 0},
		{settings[1], false, false, 0}, {settings[2], true, false, 0}, {settings[2], false, true, 0}, {settings[2], false, false, 0},
		{settings[3], false, false, 0},
	}
	for _, c := range all {
		if c.height = b.needs(c.setting, c.when, c.lines, w); c.height <= room {
			return c
		}
	}
	last := all[len(all)-1]
	last.height = b.needs(last.setting, false, false, w)
	return last
}
