package reports

import "verbindend/reports/faces"

// How a value is set in words. Page one takes the largest pair that has room for all.
var (
	sentenceType = style{face: faces.Serif, size: 12, leading: 5.4, colour: ink}
	sentencePair = []struct{ name, text style }{
		{valueType, sentenceType},
		{sized(valueType, 15.5, 6.6), sized(sentenceType, 11, 5)},
		{nameType, sized(sentenceType, 10, 4.5)},
		{sized(nameType, 11, 4.8), sized(sentenceType, 9, 4)},
	}
)

func sized(s style, size, leading float64) style {
	s.size, s.leading = size, leading
	return s
}

// flow keeps a value on one page where that is possible.
func (b Formulated) flow(f *flow) {
	name := valueType.wrap(b.Name, width)
	text := []string{}
	if b.Sentence != "" {
		text = sentenceType.wrap(b.Sentence, width*.94)
	}
	height := float64(len(name))*valueType.leading + float64(len(text))*sentenceType.leading + 6
	for _, item := range append(append([]string{b.WhenLabel, b.UnlessLabel, b.Unless}, b.When...), b.Notes...) {
		if item != "" {
			height += float64(len(bodyType.wrap(item, width*.9-6)))*bodyType.leading + 1.4
		}
	}
	f.need(min(height+10, bottom-top))
	f.line(left, f.y, left+width, f.y, line, .25)
	f.y += 2.5
	f.lines(left, valueType, name)
	f.lines(left, sentenceType, text)
	f.y += 2.2
	behaviours := func(label string, items []string, fill colour) {
		if len(items) == 0 {
			return
		}
		f.need(labelType.leading + bodyType.leading + 2)
		f.lines(left, labelType, []string{label})
		f.y += .8
		for _, item := range items {
			lines := bodyType.wrap(item, width*.9-6)
			f.need(bodyType.leading)
			f.circle(left+1.2, f.y+2.6, .8, fill, coral, .25)
			f.lines(left+6, bodyType, lines)
			f.y += .8
		}
		f.y += 1.2
	}
	behaviours(b.WhenLabel, b.When, coral)
	if b.Unless != "" {
		behaviours(b.UnlessLabel, []string{b.Unless}, white)
	}
	for _, note := range b.Notes {
		f.lines(left, noteType, noteType.wrap(note, width*.94))
	}
	if b.Lacking != "" {
		f.lines(left, labelType.in(deepCoral), labelType.wrap(b.Lacking, width*.94))
	}
	f.y += 5
}

// flow sets the sentences as large as the room allows. When it is tight size goes first, then the dots in words, then the ends of
// sentences.
func (b Sentences) flow(f *flow) {
	f.y = f.at(left, f.y, labelType, []string{b.Lead}) + 3
	gap := boldType.fit(boldType.wrap(b.Gap, width), 2, width)
	room := f.limit - f.y - float64(len(b.More))*noteType.leading - 2
	if b.Gap != "" {
		room -= float64(len(gap))*boldType.leading + 6
	}
	widest := 0.0
	for _, r := range b.Rows {
		widest = max(widest, rankType.widthOf(r.Numeral))
	}
	x := left
	if widest > 0 {
		x += max(14, widest+5)
	}
	w := left + width - x
	at, lines, height := b.fitting(room, w)
	each := max(1, float64(len(b.Rows)))
	space, most := min(7, max(1, (room-height)/each)), 99
	pair := sentencePair[at]
	if height > room { // as many lines as each has room for
		most = max(1, int((room/each-pair.name.leading-1)/pair.text.leading))
	}
	for _, r := range b.Rows {
		f.text(left, f.y+pair.name.leading*.8, sized(rankType, pair.name.size*1.2, pair.name.leading), r.Numeral)
		y := f.at(x, f.y, pair.name, []string{pair.name.shorten(r.Name, w)})
		y = f.at(x, y, pair.text, pair.text.fit(pair.text.wrap(r.Sentence, w), most, w))
		if lines {
			y = f.at(x, y, noteType, []string{noteType.shorten(r.Line, w)})
		}
		f.y = y + space
	}
	for _, more := range b.More {
		f.y = f.at(x, f.y, noteType, []string{noteType.shorten(more, w)})
	}
	if b.Gap != "" {
		f.line(left, f.y+1, left+width, f.y+1, line, .25)
		f.at(left, f.y+3, boldType.in(deepCoral), gap)
	}
}

// needs is the height of the rows when they are set in a pair, with a little between them.
func (b Sentences) needs(pair int, lines bool, w float64) float64 {
	p, h := sentencePair[pair], 0.0
	for _, r := range b.Rows {
		h += p.name.leading + float64(len(p.text.wrap(r.Sentence, w)))*p.text.leading + 1
		if lines && r.Line != "" {
			h += noteType.leading
		}
	}
	return h
}

// fitting picks the largest pair that fits, with the dots in words if it can be; when nothing fits, the smallest.
func (b Sentences) fitting(room, w float64) (pair int, lines bool, height float64) {
	for _, lines := range []bool{true, false} {
		for pair := range sentencePair {
			if height := b.needs(pair, lines, w); height <= room {
				return pair, lines, height
			}
		}
	}
	last := len(sentencePair) - 1
	return last, false, b.needs(last, false, w)
}
