package reports

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"

	"verbindend/reports/faces"
	"verbindend/session"
)

// Invitation is what a poster at the door says.
type Invitation struct {
	Title     string
	Pin       string // the digits to type
	Join      string // web address that the code holds
	Site      string // where the pin can be typed, as people would write it
	Lang      session.Lang
	Fictional bool
}

// Invite gives the poster at the door: one page with the code and the pin, readable from the last row.
func Invite(in Invitation, format Format) (file []byte, err error) {
	defer caught(&err, "draw invitation")
	t := textsIn(in.Lang)
	title := clean(in.Title, maxTitle)
	if title == "" {
		title = t.untitled
	}
	c := newCanvas(Document{Lang: in.Lang, Title: title, Subject: t.sheets.join})
	w, h := format.size()
	c.addSheet(w, h)
	in.poster(sheet{c, w, h}, title, t)
	return c.bytes()
}

func (in Invitation) poster(s sheet, title string, t *texts) {
	k := s.w / 210
	margin, middle := 24*k, s.w/2
	s.rect(0, 0, s.w, s.h, white)
	s.text(margin, 29*k, kickerType.scaled(1.5*k), strings.ToUpper(t.sheets.join))
	big, lines := titleType.scaled(1.15*k).fitted(title, s.w-2*margin, 3, .5)
	y := s.at(margin-.5*k, 35*k, big, lines)
	const side = 104.0
	y = max(y+8*k, 82*k)
	drawCode(s, middle-side*k/2+4*k, y, side*k, in.Join) // its border of four modules is inside
	y += side*k + 6*k
	lead := bodyType.scaled(1.55 * k)
	s.textCentred(middle, y+4*k, lead.in(muted), sentence(t.sheets.orType, clean(in.Site, 60)))
	digits := style{face: faces.Display, size: 64 * k, leading: 24 * k, colour: deep}
	s.textCentred(middle, y+27*k, digits, spaced(in.Pin))
	y += 40 * k
	for _, text := range []string{t.sheets.noAccount, t.sheets.onlyPhone} {
		s.textCentred(middle, y, lead.scaled(.86).in(ink), text)
		y += 7.2 * k
	}
	for i, c := range []colour{coral, amber, sage, petrol} {
		r := 30 * k * (1 - float64(i)*.09)
		s.arc(0, s.h, r*1.3, r, 0, 90, c, .9*k)
		s.arc(s.w, s.h, r*1.3, r, 90, 180, c, .9*k)
	}
	if in.Fictional {
		s.textCentred(middle, s.h-12*k, noteType.scaled(k).in(deepCoral), t.fictional)
	}
}

// spaced sets a pin in two halves, as people say it.
func spaced(pin string) string {
	if len(pin) != 6 {
		return clean(pin, 20)
	}
	return pin[:3] + " " + pin[3:]
}

// MaxCopies is how many paper ballots one file holds.
const MaxCopies = 60

// PaperBallots gives ballots to fill in with a pen, two to a page, each with the options in an order of its own, as on phones: who
// stands first on all of them would win a little. The same handout gives the same orders.
func PaperBallots(h session.Handout, lang session.Lang, copies int) (file []byte, err error) {
	defer caught(&err, "draw ballots "+h.ID)
	if !lang.Valid() {
		lang = h.Lang
	}
	t := textsIn(lang)
	c := newCanvas(Document{Lang: lang, Title: clean(h.Title, maxTitle), Subject: t.sheets.ballot})
	w, tall := A4.size()
	names := len(h.Ballot.Options)
	half := names <= halfBallot
	copies = min(copies, max(1, maxBallotPages*wholeBallot/max(1, names))) // nobody prints a book of a ballot that was never shortened
	for n := range min(max(copies, 1), MaxCopies) {
		order := shuffled(h, n)
		if half {
			if n%2 == 0 {
				c.addSheet(w, tall)
				c.dashed(0, tall/2, w, tall/2, sage, .2)
			}
			paperBallot(sheet{c, w, tall / 2}, float64(n%2)*tall/2, h, order, t)
			continue
		}
		for first := 0; first < names; first += wholeBallot {
			c.addSheet(w, tall)
			paperBallot(sheet{c, w, tall}, 0, h, order[first:min(names, first+wholeBallot)], t)
		}
	}
	return c.bytes()
}

// How many options go on half a page and on a whole one, in two columns.
const (
	halfBallot  = 16
	wholeBallot = 44

	maxBallotPages = 120 // in one file, unless a single ballot is longer
)

func shuffled(h session.Handout, copied int) []session.Option {
	seed := fnv.New64a()
	fmt.Fprint(seed, h.ID, h.Ballot.Round)
	order := append([]session.Option{}, h.Ballot.Options...)
	rand.New(rand.NewPCG(seed.Sum64(), uint64(copied))).Shuffle(len(order), func(i, j int) { //nolint:gosec // an order, no secret
		order[i], order[j] = order[j], order[i]
	})
	return order
}

// paperBallot fills a sheet that begins at y.
func paperBallot(s sheet, y float64, h session.Handout, options []session.Option, t *texts) {
	const margin, gap = 18.0, 10.0
	end := y + s.h - 12
	s.text(margin, y+15, kickerType, strings.ToUpper(join(t.sheets.ballot, drafted(h, t))))
	title, lines := headingType.fitted(clean(h.Title, maxTitle), s.w-2*margin, 1, .55)
	at := s.at(margin, y+17.5, title, lines)
	at = s.at(margin, at+.5, bodyType, bodyType.balance(howTo(h.Ballot, t), s.w-2*margin)) + 3
	end -= 14
	rows := (len(options) + 1) / 2
	w := (s.w - 2*margin - gap) / 2
	each := min(17, (end-at)/float64(rows))
	for i, o := range options {
		x, top := margin+float64(i/rows)*(w+gap), at+float64(i%rows)*each
		s.line(x, top, x+w, top, line, .25)
		boxes := s.boxes(x+w, top+each/2, min(2.6, each*.26), h.Ballot)
		name, words := nameType.fitted(clean(o.Name, maxName), w-boxes-3, max(1, int(each/(nameType.leading*.8))), .66)
		s.at(x, top+(each-float64(len(words))*name.leading)/2, name, words)
	}
	s.line(margin, end+1, s.w-margin, end+1, line, .25)
	foot := noteType
	if len(h.Groups) > 0 {
		x := margin + foot.widthOf(t.sheets.group) + 3
		s.text(margin, end+6.5, foot.in(ink), t.sheets.group)
		for _, g := range h.Groups {
			name := clean(g, maxGroup)
			if x+foot.widthOf(name)+6 > s.w-margin {
				break
			}
			s.bar(x, end+3.7, 3, 3, .5, white, petrol)
			s.text(x+4.4, end+6.5, foot.in(ink), name)
			x += foot.widthOf(name) + 10
		}
	}
	s.text(margin, end+11.5, foot, t.sheets.noName)
}

// boxes draws what is filled in for an option, up to a right edge, and gives how much room it takes.
func (s sheet) boxes(right, y, radius float64, b session.BallotFrozen) float64 {
	pitch := 2*radius + 2
	switch b.Ballot {
	case session.ByRank: // a box for a number
		s.bar(right-3.4*radius, y-1.5*radius, 3.4*radius, 3*radius, .6, white, petrol)
		return 3.4 * radius
	case session.ByScore:
		for n := range session.BestScore {
			x := right - radius - float64(session.BestScore-1-n)*pitch
			s.circle(x, y, radius, white, petrol, .4)
			s.textCentred(x, y+.95, noteType.in(ink), textOf(n+1))
		}
		return float64(session.BestScore) * pitch
	}
	for n := range b.PerOption {
		s.circle(right-radius-float64(n)*pitch, y, radius, white, petrol, .4)
	}
	return float64(b.PerOption) * pitch
}

// howTo says how a ballot is filled in.
func howTo(b session.BallotFrozen, t *texts) string {
	switch b.Ballot {
	case session.ByRank:
		return t.sheets.ranked
	case session.ByScore:
		return t.sheets.score
	}
	return sentence(t.sheets.dots, t.count(b.Dots, t.dots), t.number(b.PerOption))
}

func drafted(h session.Handout, t *texts) string {
	if h.Draft {
		return t.sheets.draft
	}
	return ""
}
