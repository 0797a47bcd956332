package reports

import "strings"

// flow sets a cluster in a column: the name, how many cards, the words. A long one goes over the whole width.
func (b Cluster) flow(f *flow) {
	if f.width > width/2 {
		b.long(f)
		return
	}
	const bars = 18.0
	name := nameType.fit(nameType.balance(b.Name, f.width), 9, f.width)
	f.line(f.left, f.y, f.left+f.width, f.y, line, .25)
	y := f.at(f.left, f.y+2, nameType, name)
	f.bar(f.left, y+1.2, max(.8, bars*b.Share), 1.6, .8, petrol, petrol)
	f.text(f.left+max(.8, bars*b.Share)+2.2, y+2.9, noteType, b.Label)
	words := sized(noteType.in(ink), 8.5, 4)
	f.y = f.at(f.left, y+4.6, words, b.wrapWords(words, f.width)) + 2.6
}

// long sets the name and its count on the left and the words on the right. It goes on under its name on the next page.
func (b Cluster) long(f *flow) {
	const column, gap = 54.0, 6.0
	x, w := left+column+gap, width-column-gap
	name := nameType.fit(nameType.balance(b.Name, column), 9, column)
	words := b.wrapWords(bodyType, w)
	side := float64(len(name))*nameType.leading + 5.5
	height := max(side, float64(len(words))*bodyType.leading+.5) + 3.8
	if height > 70 { // too long to keep whole without leaving a hole
		f.need(max(side, 6*bodyType.leading) + 3.8)
	} else {
		f.need(height)
	}
	f.line(left, f.y, left+width, f.y, line, .25)
	f.y += 2.2
	end := f.at(left, f.y, nameType, name)
	f.bar(left, end+1.3, max(.8, 26*b.Share), 1.6, .8, petrol, petrol)
	f.text(left+max(.8, 26*b.Share)+2.5, end+3, noteType, b.Label)
	end += 5.5
	f.y += .5
	for i, text := range words {
		if f.y+bodyType.leading > f.limit && i > 0 {
			f.newPage()
			f.line(left, f.y, left+width, f.y, line, .25)
			f.y += 2.6
			again := nameType.shorten(b.Name, column)
			end = f.at(left, f.y, nameType, []string{again})
			end = f.at(left, end, noteType, []string{b.Continued})
			f.y += .5
		}
		f.text(x, f.y+bodyType.leading*.74, bodyType, text)
		f.y += bodyType.leading
	}
	f.y = max(f.y, end) + 1.6
}

// wrapWords keeps a short wording on one line, and lets no line end in a dot that separates.
func (b Cluster) wrapWords(s style, w float64) []string {
	items := make([]string, len(b.Words))
	for i, item := range b.Words {
		if items[i] = item; s.widthOf(item) < w/2 {
			items[i] = strings.ReplaceAll(item, " ", "\u00a0")
		}
	}
	lines := s.wrap(strings.Join(items, "\u00a0· "), w)
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], "\u00a0·")
	}
	return lines
}

// flow sets what people said in the face that words stand in, a dot between them.
func (b Said) flow(f *flow) {
	s := sized(nameType, 10, 4.7)
	lines := Cluster{Words: b.Words}.wrapWords(s, f.width)
	f.need(2 * s.leading)
	f.lines(f.left, s, lines)
	if b.More != "" {
		f.lines(f.left, noteType, []string{b.More})
	}
}
