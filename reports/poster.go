package reports

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"verbindend/reports/faces"
	"verbindend/session"
)

// ErrNothingToShow says that a session has no value yet that may be shown.
var ErrNothingToShow = errors.New("no value to show yet")

// Format is the size of a printed sheet, upright.
type Format string

// The formats.
const (
	A4 Format = "a4"
	A3 Format = "a3"
)

// Valid tells whether there is such a format.
func (f Format) Valid() bool { return f == A4 || f == A3 }

// size is width and height in millimetres (ISO 216).
func (f Format) size() (w, h float64) {
	if f == A3 {
		return 297, 420
	}
	return 210, 297
}

// A placard is what a poster, a slide and the cards say: the values of a room, as large as they can be.
type placard struct {
	lead   string // what these values are
	title  string
	values []placardValue
	foot   string // when, and how many
	marks  string // provisional, fictional; may be ""
	link   string // may be ""
	boxes  string // what □ means, where one is set; may be ""
	t      *texts
}

type placardValue struct{ name, sentence string }

// maxPlacard is how many values a poster holds: more are a list.
const maxPlacard = 6

// placardOf chooses what is shown of a summary: the values in words, or else those that the vote carried, or else those that were
// named most.
func placardOf(sum session.Summary, o Options) (placard, error) {
	o = o.complete(sum)
	b := outliner{sum: sum, o: o, t: textsIn(o.Lang)}
	p := placard{title: clean(sum.Title, maxTitle), link: o.Link, t: b.t}
	if p.title == "" {
		p.title = b.t.untitled
	}
	words, inWords := b.sentences()
	switch {
	case inWords:
		p.lead = words.Lead
		for _, row := range words.Rows {
			p.values = append(p.values, placardValue{row.Name, row.Sentence})
		}
	case b.voted():
		p.lead = b.t.carries
		for _, c := range b.chosen() {
			p.values = append(p.values, placardValue{name: b.name(c.Name)})
		}
	default:
		p.lead = b.t.namedMost
		for _, c := range sum.Clusters {
			if !c.Parked {
				p.values = append(p.values, placardValue{name: b.name(c.Name)})
			}
		}
	}
	if len(p.values) == 0 {
		return p, ErrNothingToShow
	}
	p.values = p.values[:min(len(p.values), maxPlacard)]
	p.foot = join(b.day(), b.t.count(sum.Counts.Joined, b.t.joined))
	var marks []string
	if !sum.Final {
		marks = append(marks, b.t.provisional)
	}
	switch {
	case sum.Rehearsal:
		marks = append(marks, b.t.rehearsal)
	case sum.Fictional:
		marks = append(marks, b.t.fictional)
	}
	p.marks = join(marks...)
	if p.boxed() {
		p.boxes = b.t.boxes
	}
	return p, nil
}

// boxed tells whether some of it cannot be set.
func (p placard) boxed() bool {
	return contains(p.title) || slices.ContainsFunc(p.values, func(v placardValue) bool { return contains(v.name + v.sentence) })
}

// Poster gives the values of a session as one upright page to hang on the wall. The error is ErrNothingToShow when there is none.
func Poster(sum session.Summary, o Options, format Format) (file []byte, err error) {
	defer caught(&err, "draw poster "+sum.ID)
	p, err := placardOf(sum, o)
	if err != nil {
		return nil, err
	}
	c := newCanvas(Document{Lang: o.complete(sum).Lang, Title: p.title, Subject: p.lead, Made: o.complete(sum).Made})
	w, h := format.size()
	c.addSheet(w, h)
	p.poster(sheet{c, w, h})
	return c.bytes()
}

// Slide gives the same lying down, as a PNG of 1920 × 1080 pixels.
func Slide(sum session.Summary, o Options) (file []byte, err error) {
	defer caught(&err, "draw slide "+sum.ID)
	p, err := placardOf(sum, o)
	if err != nil {
		return nil, err
	}
	const w, h = 1920, 1080
	r := newRaster(w, h)
	p.slide(sheet{r, w / pixel, h / pixel})
	return r.bytes()
}

// Card gives the n-th value of a session, from 1, as a PNG of 1200 × 630 pixels: what networks show of a link. The error is
// ErrNothingToShow when there is no such value.
func Card(sum session.Summary, o Options, n int) (file []byte, err error) {
	defer caught(&err, "draw card "+sum.ID)
	p, err := placardOf(sum, o)
	if err != nil {
		return nil, err
	}
	if n < 1 || n > len(p.values) {
		return nil, ErrNothingToShow
	}
	const w, h = 1200, 630
	r := newRaster(w, h)
	p.card(sheet{r, w / pixel, h / pixel}, p.values[n-1])
	return r.bytes()
}

// bigType is valueType for sizes at which it is looked at from afar.
var bigType = style{face: faces.Display, size: 18.5, leading: 7.4, colour: deep}

// pixel is how many pixels an image has in a millimetre: a point of type is then a pixel and a third, as on a screen.
const pixel = 96 / 25.4

// caught turns a panic while drawing into an error.
func caught(err *error, doing string) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%s: %v", doing, r)
	}
}

// poster has the values over a bridge; under its arch stands whose they are.
func (p placard) poster(s sheet) {
	k := s.w / 210 // all measures are those of A4
	s.rect(0, 0, s.w, s.h, white)
	margin, y := 24*k, 29*k
	s.text(margin, y, kickerType.scaled(1.5*k), strings.ToUpper(p.lead))
	if p.link != "" {
		drawCode(s, s.w-margin-19*k, 18*k, 22*k, p.link)
	}
	y += 16 * k
	foot := 78 * k // the bridge
	s.stack(p.values, s.alike(p.values, s.w-2*margin, (s.h-foot-y)/float64(len(p.values)), k), margin, y, s.w-2*margin, s.h-foot-y, k, deep, ink, len(p.values) < 3)
	p.arch(s, s.h-18*k, k)
}

// alike is the size that values have in common, as large as it can be where each has so much height. One that is very long is set
// smaller by itself, rather than all of them.
func (s sheet) alike(values []placardValue, w, each, k float64) float64 {
	const least = .6 // what one long name asks of the others
	common := fewer(len(values))
	for _, v := range values {
		common = math.Min(common, math.Max(least, v.largest(fewer(len(values)), w, each, k)))
	}
	return common
}

// fewer is how much larger one or two values may become than many: they have the wall to themselves.
func fewer(n int) float64 {
	switch n {
	case 1:
		return 1.6
	case 2:
		return 1.3
	}
	return 1
}

// stack sets values under each other over the height there is, all names in the size they have in common: at the top of its
// room each, or in the middle.
func (s sheet) stack(values []placardValue, common, x, y, w, h, k float64, loud, quiet colour, middle bool) {
	each := h / float64(len(values))
	for i, v := range values {
		name, said, words := v.at(math.Min(common, v.largest(common, w, each, k)), w, k)
		room := each*.9 - float64(len(words))*said.leading
		lines := name.fit(name.balance(v.name, w), max(1, int(room/name.leading)), w)
		top := y + each*float64(i)
		if middle {
			top += max(0, each-float64(len(lines))*name.leading-float64(len(words))*said.leading) * .4
		}
		end := s.at(x-.03*name.leading, top, name.in(loud), lines)
		s.at(x, end+.12*name.leading, said.in(quiet), words)
	}
}

// largest is how large, of the size that a poster begins with and at most so many times it, a value can be set in a share of it.
func (v placardValue) largest(most, w, h, k float64) float64 {
	by := most
	for ; by > .34; by -= .04 {
		name, said, words := v.at(by, w, k)
		tall := float64(len(name.wrap(v.name, w)))*name.leading + float64(len(words))*said.leading
		if tall <= h*.86 && !name.broken(v.name, w) {
			break
		}
	}
	return by
}

// at gives a value's styles at a size, and the lines of its sentence, which grows less small than the name.
func (v placardValue) at(by, w, k float64) (name, said style, words []string) {
	name, said = bigType.scaled(2.3*k*by), bodyType.scaled(1.5*k*math.Max(by, .74))
	if v.sentence != "" {
		words = said.balance(v.sentence, w)
	}
	return name, said, words
}

// arch is the bridge at the foot of a poster with the title, the day and the count under it.
func (p placard) arch(s sheet, base, k float64) {
	middle, radius := s.w/2, 42*k
	for i, c := range []colour{coral, amber, sage, petrol, mist} {
		r := radius * (1 - float64(i)*.06)
		s.arc(middle, base, r*1.92, r, 0, 180, c, 1.15*k)
	}
	s.line(24*k, base, s.w-24*k, base, line, .35*k)
	title, lines := nameType.scaled(1.3*k).fitted(p.title, radius*2.1, 3, .6)
	y := base - 8*k - float64(len(lines))*title.leading
	for _, text := range lines {
		s.textCentred(middle, y+title.leading*.74, title, text)
		y += title.leading
	}
	s.textCentred(middle, base-3.4*k, noteType.scaled(1.05*k), p.foot)
	below := noteType.scaled(.95 * k)
	s.text(24*k, base+6.5*k, below.in(deepCoral), join(p.marks, p.boxes))
	s.textRight(s.w-24*k, base+6.5*k, nameType.scaled(.95*k), wordmark)
}

// slide has the values beside each other on a dark ground, for the screen of a meeting.
func (p placard) slide(s sheet) {
	s.rect(0, 0, s.w, s.h, deep)
	s.rainbow(s.w, 0, 41, 180, 270, []colour{coral, amber, sage, petrol})
	const margin = 30.0
	s.text(margin, 33, kickerType.scaled(2.1).in(amber), strings.ToUpper(p.lead))
	columns := 1
	if len(p.values) > 3 {
		columns = 2
	}
	rows := (len(p.values) + columns - 1) / columns
	const gap, top, foot = 16.0, 50.0, 34.0
	w := (s.w - 2*margin - gap*float64(columns-1)) / float64(columns)
	if columns == 1 {
		w *= .82 // the arcs stand beside
	}
	common := s.alike(p.values, w, (s.h-top-foot)/float64(rows), 1.55)
	for c := range columns {
		values := p.values[c*rows : min(len(p.values), (c+1)*rows)]
		h := (s.h - top - foot) * float64(len(values)) / float64(rows)
		s.stack(values, common, margin+float64(c)*(w+gap), top, w, h, 1.55, white, mist, len(p.values) < 3)
	}
	s.line(margin, s.h-25, s.w-margin, s.h-25, petrol, .5)
	small := bodyType.scaled(1.5).in(sage)
	s.text(margin, s.h-15, small, small.shorten(join(p.title, p.foot, p.marks, p.boxes), s.w-2*margin-60))
	s.textRight(s.w-margin, s.h-15, nameType.scaled(1.35).in(white), wordmark)
}

// card has one value, with its sentence.
func (p placard) card(s sheet, v placardValue) {
	s.rect(0, 0, s.w, s.h, deep)
	s.rainbow(s.w, 0, 74, 180, 270, []colour{coral, amber, sage, petrol})
	const margin = 24.0
	w := s.w - 2*margin
	most := 3 // lines for the name
	if v.sentence == "" {
		most = 5
	}
	name, lines := bigType.scaled(3.3).in(white).fitted(v.name, w*.8, most, .42)
	if len(lines) > 1 { // they reach up to the arcs, and stand beside them
		name, lines = bigType.scaled(3.3).in(white).fitted(v.name, w*.66, most+1, .36)
	}
	said, words := style{}, []string{}
	if v.sentence != "" {
		said, words = bodyType.scaled(2.15).in(mist).fitted(v.sentence, w, 4, .6)
	}
	tall := float64(len(lines))*name.leading + float64(len(words))*said.leading + 4
	y := math.Max(22, (s.h-24-tall)/2+6)
	y = s.at(margin-1, y, name, lines) + 4
	s.at(margin, y, said, words)
	s.line(margin, s.h-25, s.w-margin, s.h-25, petrol, .5)
	boxes := ""
	if contains(v.name + v.sentence) {
		boxes = p.boxes
	}
	small := bodyType.scaled(1.55).in(sage)
	s.text(margin, s.h-14.5, small, small.shorten(join(p.title, p.marks, boxes), s.w-2*margin-62))
	s.textRight(s.w-margin, s.h-14.5, nameType.scaled(1.45).in(white), wordmark)
}

// wordmark is the product's name.
const wordmark = "Verbindend"

// HasValues tells whether there are values of a session to show on a poster, a slide and cards.
func HasValues(sum session.Summary) bool {
	_, err := placardOf(sum, Options{})
	return err == nil
}
