package reports

import "strings"

func contains(text string) bool { return strings.ContainsRune(text, box) }

func (b Heading) flow(f *flow) {
	title := headingType.balance(b.Text, width-30)
	intro := []string{}
	if b.Intro != "" {
		intro = bodyType.ended(b.Intro, width*.84)
	}
	f.lines(left, headingType, title)
	f.y += 2
	f.lines(left, bodyType.in(muted), intro)
	f.y += f.white(5)
}

func (b Label) flow(f *flow) {
	if f.y > top {
		f.y += f.white(3)
	}
	f.lines(left, labelType, labelType.wrap(b.Text, width))
	f.y += f.white(1.6)
}

func (b Paragraph) flow(f *flow) {
	s := bodyType
	if b.Note {
		s = noteType
	}
	lines := s.ended(b.Text, width*.9)
	if len(lines) <= 8 {
		f.need(float64(len(lines)) * s.leading)
	}
	f.lines(left, s, lines)
	f.y += f.white(1.2)
}

func (b List) flow(f *flow) {
	for _, item := range b.Items {
		lines := bodyType.wrap(item, width*.9-6)
		f.need(float64(len(lines)) * bodyType.leading)
		f.circle(left+1.2, f.y+2.6, .8, coral, coral, .1)
		f.lines(left+6, bodyType, lines)
		f.y += f.white(.6)
	}
}

func (b Figures) flow(f *flow) {
	if len(b.Items) == 0 {
		return
	}
	f.need(24)
	w := width / float64(len(b.Items))
	for i, item := range b.Items {
		x := left + float64(i)*w
		s := figureType
		for s.widthOf(item.Number) > w-4 && s.size > 12 {
			s.size--
		}
		f.text(x, f.y+10, s, item.Number)
		f.at(x, f.y+12.5, bodyType.in(muted), bodyType.wrap(item.Label, w-4))
	}
	f.y += 24
}

// flow sets an activity on a line; many of them stand in two columns, with their times below their names.
func (b Steps) flow(f *flow) {
	Label{b.Title}.flow(f)
	if len(b.Rows) > 8 {
		b.many(f)
		return
	}
	for _, row := range b.Rows {
		name := bodyType.wrap(row.Name, 78)
		h := float64(len(name))*bodyType.leading + f.white(2.4)
		f.need(h)
		f.line(left, f.y, left+width, f.y, line, .25)
		f.at(left, f.y+1.2, bodyType, name)
		f.at(left+82, f.y+1.2, bodyType.in(muted), []string{row.Plan})
		f.at(left+122, f.y+1.2, bodyType.in(muted), []string{row.Time})
		f.y += h
	}
	f.y += 3
}

func (b Steps) many(f *flow) {
	name, note := sized(bodyType, 9, 4), sized(noteType, 7.8, 3.4)
	w, half := f.columnWidth(), (len(b.Rows)+1)/2
	for i := range half { // read down the first column, then down the second
		var height float64
		pair := []Step{b.Rows[i]}
		if i+half < len(b.Rows) {
			pair = append(pair, b.Rows[i+half])
		}
		for _, row := range pair {
			height = max(height, float64(len(name.wrap(row.Name, w)))*name.leading+note.leading+f.white(1.2))
		}
		f.need(height)
		for c, row := range pair {
			x := left + float64(c)*(w+columnGap)
			f.line(x, f.y, x+w, f.y, line, .25)
			y := f.at(x, f.y+.6, name, name.wrap(row.Name, w))
			f.at(x, y, note, []string{join(row.Plan, row.Time)})
		}
		f.y += height
	}
	f.y++
}

// small sets facts after each other, like one text.
func (b Facts) small(f *flow) {
	name, text := sized(boldNote(), 8.2, 4), sized(noteType, 8.2, 4)
	x := left
	for i, row := range b.Rows {
		w := name.widthOf(row.Name+" ") + text.widthOf(row.Text)
		if x > left && x+w > left+width {
			f.y, x = f.y+text.leading, left
		}
		f.need(text.leading)
		f.text(x, f.y+text.leading*.74, name, row.Name)
		f.text(x+name.widthOf(row.Name+" "), f.y+text.leading*.74, text, row.Text)
		if x += w; i < len(b.Rows)-1 {
			f.text(x, f.y+text.leading*.74, text, " ·")
			x += text.widthOf(" · ")
		}
	}
	f.y += text.leading + 1.5
}

func (b Facts) flow(f *flow) {
	if b.Small {
		b.small(f)
		return
	}
	column := b.Column
	for _, row := range b.Rows {
		name := boldType.wrap(row.Name, column-5)
		text := bodyType.wrap(row.Text, width-column)
		note := []string{}
		if row.Note != "" {
			note = noteType.wrap(row.Note, width-column)
		}
		set := noteType
		if row.Link != "" {
			set = set.in(petrol)
		}
		f.need(float64(max(len(name), len(text)))*bodyType.leading + float64(len(note))*noteType.leading + 2)
		end := f.at(left, f.y, boldType, name)
		right := f.at(left+column, f.y, bodyType, text)
		below := f.at(left+column, right, set, note)
		if row.Link != "" {
			f.link(left+column, right, width-column, below-right, row.Link)
		}
		f.y = max(end, below) + f.white(2)
	}
	f.y++
}

func (b Code) flow(f *flow) {
	const side = 34.0
	f.need(side + 6)
	f.y += 4
	x := left
	if f.code(left, f.y, side, b.Link) {
		x += side + 4
	}
	w := left + width - x
	y := f.at(x, f.y+3, labelType, []string{b.Name})
	y = f.at(x, y+1, bodyType, bodyType.wrap(b.Text, w))
	address := bodyType.in(petrol)
	lines := address.fit(address.wrap(b.Link, w), 4, w)
	end := f.at(x, y+1, address, lines)
	f.link(x, y+1, w, end-y-1, b.Link)
	f.y = max(end, f.y+side) + 4
}
