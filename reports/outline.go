package reports

import (
	"strings"

	"verbindend/session"
)

// How much of what people typed is set on paper, in characters and pieces. A session's own limits are lower; a summary may come
// from anywhere.
const (
	maxTitle    = 160
	maxName     = 240
	maxWording  = 240
	maxGroup    = 60
	maxWordings = 60  // per cluster
	maxClusters = 400 // in all
)

// Outline decides what the report on sum says.
func Outline(sum session.Summary, o Options) Document {
	o = o.complete(sum)
	b := outliner{sum: sum, o: o, t: textsIn(o.Lang)}
	title := b.text(sum.Title, maxTitle)
	if title == "" {
		title = b.t.untitled
	}
	d := Document{Lang: o.Lang, Title: title, Link: o.Link, PageOf: b.t.page, Made: o.Made, Subject: b.t.report, Mark: Fingerprint(sum)}
	if day := b.day(); day != "" {
		d.Subject += ", " + day
	}
	if !sum.Final {
		d.Marks = append(d.Marks, b.t.provisional)
	}
	switch {
	case sum.Rehearsal:
		d.Marks = append(d.Marks, b.t.rehearsal)
	case sum.Fictional:
		d.Marks = append(d.Marks, b.t.fictional)
	}
	if o.Medium == Paper {
		d.BoxNote = b.t.boxes
		if o.Link != "" {
			d.BoxNote += " " + sentence(b.t.boxesAt, o.Link)
		}
	}
	d.Sections = append(d.Sections, Section{title, b.front(title)}, Section{b.t.story, b.story()})
	if len(sum.Clusters) > 0 || sum.Final {
		d.Sections = append(d.Sections, Section{b.t.words, b.words()})
	}
	if sum.Vote != nil || sum.Final {
		d.Sections = append(d.Sections, Section{b.t.ranking, b.ranking()})
	}
	if b.voted() && sum.Comparison != nil {
		d.Sections = append(d.Sections, Section{b.t.compare, b.comparison()})
	}
	d.Sections = append(d.Sections, b.asked()...)
	d.Sections = append(d.Sections, b.formulated()...)
	d.Sections = append(d.Sections, b.commitments()...)
	d.Sections = append(d.Sections, b.lookedBack()...)
	d.Sections = append(d.Sections, Section{b.t.about, b.back()})
	return d
}

// An outliner has at hand what every section needs.
type outliner struct {
	sum session.Summary
	o   Options
	t   *texts
}

// day is the day of the session; "" before it has begun.
func (b outliner) day() string { return b.t.day(b.sum.StartedAt, b.o.Made.Location()) }

// voted tells whether there is something to rank. What is on the ballot of a round that follows on another has been voted on before.
func (b outliner) voted() bool {
	v := b.sum.Vote
	return v != nil && (v.Among != session.AmongAll || v.Ballots > 0 && (v.DotsPlaced > 0 || v.Method != ""))
}

// text makes what people typed fit for the medium. On paper it is cut at limit characters.
func (b outliner) text(text string, limit int) string {
	if b.o.Medium == Web {
		return whole(text)
	}
	return clean(text, limit)
}

// seen chooses between what explains a drawing on paper and on the web, where dark may be light and what stands beside may stand below.
func (b outliner) seen(paper, web string) string {
	if b.o.Medium == Web {
		return web
	}
	return paper
}

// most is how many of n things are told: at most limit on paper, and all of them on a page that has no end.
func (b outliner) most(n, limit int) int {
	if b.o.Medium == Web {
		return n
	}
	return min(n, limit)
}

// name is what a value is called.
func (b outliner) name(text string) string {
	if text = b.text(text, maxName); text != "" {
		return text
	}
	return b.t.unnamed
}

// join strings together what there is, with a dot between.
func join(parts ...string) string {
	var list []string
	for _, p := range parts {
		if p != "" {
			list = append(list, p)
		}
	}
	return strings.Join(list, " · ")
}

// sentence fills in the %s of a text. Unlike fmt it never looks for a verb in what people wrote.
func sentence(text string, parts ...string) string {
	pieces := strings.Split(text, "%s")
	var b strings.Builder
	for i, piece := range pieces {
		b.WriteString(piece)
		if i < len(parts) && i < len(pieces)-1 {
			b.WriteString(parts[i])
		}
	}
	return b.String()
}
