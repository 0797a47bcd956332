package reports

import "strings"

// front lays out page one, which does not flow: the masthead at the top, the signature at the foot, above it the largest gap
// beside what was agreed, the rest between. Where people's sentences need its room, the signature stays away.
func (f *flow) front(s Section) {
	f.addPage()
	f.motif(1)
	f.bookmark(s.Title, 0)
	f.y, f.limit, f.fixed = 20, bottom, true
	var foot []footed
	var rest []Block
	for _, b := range s.Blocks {
		if last, ok := b.(footed); ok {
			foot = append(foot, last)
		} else {
			rest = append(rest, b)
		}
	}
	for i, b := range rest {
		if words, ok := b.(Sentences); ok && i > 0 && len(foot) > 0 {
			if bottom-f.y-feet(foot) < words.least() && isSignature(foot[len(foot)-1]) {
				foot = foot[:len(foot)-1]
			}
		}
		f.limit = bottom - feet(foot)
		b.flow(f)
	}
	f.feet(foot)
	f.y, f.fixed = bottom, false
}

// A footed block stands at the foot of page one, from f.limit down.
type footed interface {
	Block
	height() float64
}

func isSignature(b Block) bool {
	switch b.(type) {
	case Arcs, Stones:
		return true
	}
	return false
}

// The foot of page one, in millimetres.
const (
	footGap  = 10.0 // between the two columns of the foot
	footPart = (width - footGap) / 2
)

// feet is how high the foot is: what is no signature stands beside each other in its upper part.
func feet(foot []footed) float64 {
	signature, upper := 0.0, 0.0
	for _, b := range foot {
		if isSignature(b) {
			signature = b.height()
		} else {
			upper = max(upper, b.height())
		}
	}
	return signature + upper
}

func (f *flow) feet(foot []footed) {
	from, x := bottom-feet(foot), left
	for _, b := range foot {
		if f.y = from; isSignature(b) {
			b.flow(f)
			continue
		}
		if x == left {
			f.line(left, from, left+width, from, line, .25)
		}
		f.left, f.width = x, footPart
		b.flow(f)
		x += footPart + footGap
	}
	f.left, f.width = left, width
}

// height is what page one keeps free for it.
func (b Widest) height() float64 {
	return 13 + float64(len(boldType.wrap(b.Name, footPart)[:1])+len(bodyType.wrap(b.Text, footPart)))*bodyType.leading
}

func (b Widest) flow(f *flow) {
	y := f.at(f.left, f.y+4.5, labelType, []string{labelType.shorten(b.Title, f.width)}) + .8
	y = f.at(f.left, y, sized(nameType, 12.5, 5.4), []string{sized(nameType, 12.5, 5.4).shorten(b.Name, f.width)})
	f.at(f.left, y, bodyType, bodyType.wrap(b.Text, f.width))
}

// height is what page one keeps free for it.
func (b Agreed) height() float64 {
	h := 4.5 + labelType.leading + 4
	for _, r := range b.Rows {
		h += float64(len(b.wrap(r.Name)))*agreedType.leading + .8
		if r.Text != "" {
			h += noteType.leading
		}
	}
	return h
}

var agreedType = sized(boldType, 9.6, 4.6)

func (Agreed) wrap(text string) []string {
	w := footPart - 5
	return agreedType.fit(agreedType.wrap(text, w), 2, w)
}

func (b Agreed) flow(f *flow) {
	y := f.at(f.left, f.y+4.5, labelType, []string{labelType.shorten(b.Title, f.width)}) + .8
	for i, r := range b.Rows {
		f.text(f.left, y+agreedType.leading*.74, agreedType.in(deepCoral), textOf(i+1))
		y = f.at(f.left+5, y, agreedType, b.wrap(r.Name))
		if r.Text != "" {
			y = f.at(f.left+5, y, noteType, []string{noteType.shorten(r.Text, f.width-5)})
		}
		y += .8
	}
}

func (b Masthead) flow(f *flow) {
	kicker := strings.ToUpper(b.Kicker)
	f.text(left, f.y, kickerType, kicker)
	f.marks(left+kickerType.widthOf(kicker)+4, f.y)
	f.y += 3.5
	s, w := titleType, width-20
	for s.size > 17 && (len(s.wrap(b.Title, w)) > 2 || s.broken(b.Title, w)) {
		s.size, s.leading = s.size-2, s.leading-.8
	}
	f.y = f.at(left-.4, f.y, s, s.fit(s.balance(b.Title, w), 4, w)) + 2
	for _, text := range b.Lines {
		f.y = f.at(left, f.y, leadType, leadType.fit(leadType.wrap(text, width), 2, width))
	}
	f.y += 7
}

// flow spreads the values over the room there is. When it is tight the words go first, then size.
func (b Values) flow(f *flow) {
	f.y = f.at(left, f.y, labelType, []string{b.Lead}) + 2.5
	room := f.limit - f.y
	if b.More != "" {
		room -= noteType.leading + 2
	}
	if len(b.Rows) == 0 {
		return
	}
	each := min(29, room/float64(len(b.Rows)))
	numeral := rankType
	widest, most := 0.0, 0
	for _, r := range b.Rows {
		widest, most = max(widest, numeral.widthOf(r.Numeral)), max(most, r.Marks)
	}
	x := left + max(17, widest+5)
	for _, r := range b.Rows {
		f.valueRow(r, x, each, most)
		f.y += each
	}
	if b.More != "" {
		f.at(x, f.y, noteType, []string{b.More})
		f.y += noteType.leading
	}
}

func (f *flow) valueRow(r ValueRow, x, room float64, most int) {
	w := left + width - x
	if r.Marks > 0 {
		w -= marksWidth + 6
		f.drawMarks(left+width-marksWidth, f.y+2.2, r, most)
	}
	name := valueType
	for name.size > 11 && len(name.wrap(r.Name, w)) > 1 {
		name.size, name.leading = name.size-1.5, name.leading-.6
	}
	keep := max(1, int((room-bodyType.leading-2)/name.leading))
	lines := name.fit(name.balance(r.Name, w), min(3, keep), w)
	f.text(left, f.y+6.2, rankType, r.Numeral)
	y := f.at(x, f.y, name, lines) + .4
	w = left + width - x // below the marks, three rows at the most, the line is free
	y = f.at(x, y, bodyType, []string{bodyType.shorten(r.Line, w)})
	if r.Words != "" && y+noteType.leading <= f.y+room {
		f.at(x, y, noteType, []string{noteType.shorten(r.Words, w)})
	}
}

// The marks of a value. What fits one row stands in one row, so that lengths compare; more make rows of equal length.
const (
	marksWidth = 60.0 // mm
	fewInRow   = 20   // marks do not grow beyond what these leave them
	manyInRow  = 36   // nor shrink below what these leave them
	maxMarks   = 80
)

// inRow gives how many marks stand in a row when the largest value has `most`.
func inRow(most int) int {
	rows := (most + manyInRow - 1) / manyInRow
	return max(fewInRow, (most+rows-1)/max(1, rows))
}

// drawMarks draws every dot and every card, as they hung on the wall; bars when the most is more than a wall can show.
func (f *flow) drawMarks(x, y float64, r ValueRow, most int) {
	if most > maxMarks {
		f.bar(x, y, max(1, marksWidth*float64(r.Marks)/float64(most)), 4.2, 1.2, petrol, petrol)
		return
	}
	row := inRow(most)
	pitch := marksWidth / float64(row)
	for i := range r.Marks {
		cx, cy := x+pitch*(float64(i%row)+.5), y+pitch*(float64(i/row)+.5)
		if r.Cards {
			f.bar(cx-.38*pitch, cy-.28*pitch, .76*pitch, .56*pitch, .3, petrol, petrol)
		} else {
			f.circle(cx, cy, .35*pitch, coral, coral, .1)
		}
	}
}
