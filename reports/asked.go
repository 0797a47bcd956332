package reports

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"verbindend/session"
)

// How many words of a check-in or check-out are set, and how much of a pole.
const (
	maxSaid  = 80
	maxPole  = 60
	maxRated = 40
)

// asked gives the sections on what people answered by themselves: importance and presence, tensions, and how they came and left.
func (b outliner) asked() []Section {
	var rate, tensions, checks []Block
	for _, o := range b.sum.Outcomes {
		switch {
		case o.Sheets == 0:
		case o.Kind == session.Rate && o.Rating != nil:
			rate = append(rate, b.rated(o)...)
		case o.Kind == session.Tensions && !b.askedAgain(o):
			tensions = append(tensions, b.tensions(o)...)
		case o.Kind == session.CheckIn || o.Kind == session.CheckOut:
			checks = append(checks, b.check(o))
		}
	}
	t := b.t.asked
	var list []Section
	for _, s := range []struct {
		title, intro string
		blocks       []Block
	}{{t.rate, t.rateIntro, rate}, {t.tensions, t.tensionsIntro, tensions}, {t.checks, t.checksIntro, checks}} {
		if len(s.blocks) > 0 {
			list = append(list, Section{s.title, append([]Block{Heading{s.title, s.intro}}, s.blocks...)})
		}
	}
	return list
}

// called is a small heading with the activity's own name and how many answered; its kind has been named above.
func (b outliner) called(o session.Outcome, name string) Label {
	if title := b.text(o.Title, maxTitle); title != "" {
		name = title
	}
	return Label{join(name, b.t.count(o.Sheets, b.whoAnswered()))}
}

// answerers are who answers by themselves: people, or phones where tables share one. Ballots are always of people.
func (b outliner) answerers() noun {
	if b.sum.Counts.Phones > 0 {
		return b.t.phones
	}
	return b.t.people
}

func (b outliner) whoAnswered() noun {
	if b.sum.Counts.Phones > 0 {
		return b.t.asked.phoneSheets
	}
	return b.t.asked.answerSheets
}

// decimal writes a mean with one decimal.
func (b outliner) decimal(n float64) string {
	return strings.Replace(strconv.FormatFloat(math.Round(n*10)/10, 'f', 1, 64), ".", b.t.decimal, 1)
}

// signed writes a difference with its sign.
func (b outliner) signed(n float64) string {
	text := b.decimal(math.Abs(n))
	switch tenths := math.Round(n * 10); {
	case tenths > 0:
		return "+" + text
	case tenths < 0:
		return "−" + text
	}
	return text
}

func (b outliner) rated(o session.Outcome) []Block {
	t := b.t.asked
	blocks := append([]Block{b.called(o, ""), b.matrix(*o.Rating), b.gaps(*o.Rating)}, b.ratedApart(*o.Rating)...)
	if o.Sheets < session.MinBallots {
		blocks = append(blocks, Paragraph{t.rateFew, true})
	}
	return blocks
}

// gaps lists the values as they come: the largest gap first.
func (b outliner) gaps(r session.Rating) Block {
	t := b.t.asked
	var all []float64
	for _, v := range r.Values {
		if v.N > 0 {
			all = append(all, v.Importance, v.Presence)
		}
	}
	line := axisOf(all)
	list := Gaps{From: t.presence, To: t.importance, Gap: t.gaps, Count: t.count, Ends: [2]string{b.t.number(line[0]), b.t.number(line[1])}}
	for _, v := range r.Values[:b.most(len(r.Values), maxRated)] {
		row := GapRow{Name: b.name(v.Name), Mark: t.quadrants[v.Quadrant], At: -1, Wanted: -1, Count: b.t.number(v.N)}
		if v.N > 0 {
			row.At, row.Wanted = line.at(v.Presence), line.at(v.Importance)
			row.From, row.To, row.Difference = b.decimal(v.Presence), b.decimal(v.Importance), b.signed(v.Gap)
		}
		if v.DontKnow > 0 {
			row.Count = join(row.Count, b.t.count(v.DontKnow, t.dontKnow))
		}
		row.Groups = b.groupLines(v.Apart)
		list.Rows = append(list.Rows, row)
	}
	return list
}

func (b outliner) matrix(r session.Rating) Block {
	t := b.t.asked
	var x, y []float64
	rated := slices.DeleteFunc(slices.Clone(r.Values), func(v session.RatedValue) bool { return v.N == 0 })
	for _, v := range rated[:b.most(len(rated), maxRated)] {
		x, y = append(x, v.Presence), append(y, v.Importance)
	}
	across, up := axisOf(x), axisOf(y)
	m := Matrix{XName: t.presence, YName: t.importance, LineX: across.at(r.Presence), LineY: up.at(r.Importance)}
	m.Across, m.Up = [2]string{b.t.number(across[0]), b.t.number(across[1])}, [2]string{b.t.number(up[0]), b.t.number(up[1])}
	for i, v := range rated[:len(x)] {
		m.Spots = append(m.Spots, Spot{b.name(v.Name), across.at(x[i]), up.at(y[i])})
		m.Divided = m.Divided || v.Quadrant != session.NoQuadrant
	}
	if m.Divided {
		m.Corners = [4]string{t.quadrants[session.WorkOn], t.quadrants[session.Keep], t.quadrants[session.Follow], t.quadrants[session.ToSpare]}
		m.Caption = sentence(t.lines, m.Across[0], m.Across[1], m.Up[0], m.Up[1])
	}
	return m
}

// An axis of the matrix runs between two whole numbers of 1–10.
type axis [2]int

// axisOf gives an axis on which these numbers lie with some room around them, at least four long.
func axisOf(numbers []float64) axis {
	if len(numbers) == 0 {
		return axis{1, 10}
	}
	least, most := slices.Min(numbers), slices.Max(numbers)
	low, high := max(1, int(math.Floor(least-.4))), min(10, int(math.Ceil(most+.4)))
	for high-low < 4 && (low > 1 || high < 10) {
		if low > 1 && (high >= 10 || least-float64(low) <= float64(high)-most) {
			low--
		} else {
			high++
		}
	}
	return axis{low, high}
}

// at is where a number lies on the axis, 0–1.
func (a axis) at(n float64) float64 {
	return min(1, max(0, (n-float64(a[0]))/float64(a[1]-a[0])))
}

// widest is the largest gap, for page one; false when nothing was rated, or nothing is missing.
func (b outliner) widest() (Widest, bool) {
	t := b.t.asked
	for _, o := range slices.Backward(b.sum.Outcomes) {
		if o.Rating != nil && len(o.Rating.Values) > 0 && o.Rating.Values[0].N > 0 && o.Rating.Values[0].Gap >= .05 {
			v := o.Rating.Values[0]
			return Widest{t.widest, b.name(v.Name), sentence(t.widestText, b.decimal(v.Importance), b.decimal(v.Presence))}, true
		}
	}
	return Widest{}, false
}

// answer gives how one question of an activity was answered.
func answer(o session.Outcome, key string) session.Answered {
	i := slices.IndexFunc(o.Questions, func(q session.Answered) bool { return q.Key == key })
	if i < 0 {
		return session.Answered{}
	}
	return o.Questions[i]
}

// earlier gives the activity of which o asked the questions again.
func (b outliner) earlier(o session.Outcome) (session.Outcome, bool) {
	i := slices.IndexFunc(b.sum.Outcomes, func(e session.Outcome) bool { return o.Of != "" && e.Activity == o.Of && e.Sheets > 0 })
	if i < 0 {
		return session.Outcome{}, false
	}
	return b.sum.Outcomes[i], true
}

// askedAgain tells whether a later activity asked the same; then that one tells about both.
func (b outliner) askedAgain(o session.Outcome) bool {
	return slices.ContainsFunc(b.sum.Outcomes, func(later session.Outcome) bool { return later.Of != "" && later.Of == o.Activity && later.Sheets > 0 })
}

func (b outliner) tensions(o session.Outcome) []Block {
	t := b.t.asked
	blocks := []Block{b.called(o, "")}
	before, again := b.earlier(o)
	moved := map[string]session.Gap{}
	for _, s := range o.Shifts {
		moved[s.To] = s
	}
	for _, g := range o.Gaps {
		now, wanted := answer(o, g.From), answer(o, g.To)
		p := Poles{Left: b.text(now.Low, maxPole), Right: b.text(now.High, maxPole), Now: now.Counts, Wanted: wanted.Counts, NowAt: -1, WantedAt: -1}
		switch {
		case now.N+wanted.N == 0:
			p.Note = t.unanswered
		case now.N == wanted.N:
			p.People = b.t.count(now.N, b.answerers())
		default:
			p.People = sentence(t.nowAndWanted, b.t.number(now.N), b.t.count(wanted.N, b.answerers()))
		}
		if now.N > 0 {
			p.NowAt, p.NowMean = place(now), sentence(t.now, b.decimal(now.Mean))
		}
		if wanted.N > 0 {
			p.WantedAt, p.WantMean = place(wanted), sentence(t.wanted, b.decimal(wanted.Mean))
		}
		if again {
			p.Was = b.before(answer(before, g.From), answer(before, g.To))
		}
		if n := max(moved[g.From].N, moved[g.To].N); n > 0 {
			p.Note = sentence(t.shift, b.signed(moved[g.From].Mean), b.signed(moved[g.To].Mean), b.t.count(n, b.answerers()))
		}
		blocks = append(blocks, p)
	}
	return blocks
}

// before tells where the means were the first time; nil when nobody answered then.
func (b outliner) before(now, wanted session.Answered) *Before {
	if now.N == 0 || wanted.N == 0 {
		return nil
	}
	return &Before{place(now), place(wanted), sentence(b.t.asked.before, b.decimal(now.Mean), b.decimal(wanted.Mean))}
}

// place is where the mean of the answers lies on an axis whose columns are as wide as one number, 0–1.
func place(q session.Answered) float64 {
	return (q.Mean - float64(q.Min) + .5) / float64(max(1, q.Max-q.Min+1))
}

func (b outliner) check(o session.Outcome) Check {
	t := b.t.asked
	name, scale := t.checkIn, t.energy
	if o.Kind == session.CheckOut {
		name, scale = t.checkOut, t.usefulness
	}
	check := Check{Title: b.called(o, name).Text}
	for _, q := range o.Questions {
		switch {
		case q.N == 0:
		case q.Max > 0:
			note := sentence(t.mean, b.decimal(q.Mean), b.t.count(q.N, b.answerers()))
			check.Numbers = &Spread{Title: scale, Note: note, Low: t.ends[o.Kind][0], High: t.ends[o.Kind][1], Least: q.Min, Counts: q.Counts}
		case q.Length > 0 && o.Shown && len(q.Texts) > 0:
			check.Words = b.said(q)
		case q.Length > 0 && o.Shown && b.sum.Forgot:
			check.Silent = t.wordsGone
		case q.Length > 0:
			check.Silent = t.noWords
		}
	}
	return check
}

// said lists the words that the room may read.
func (b outliner) said(q session.Answered) *Said {
	said := Said{}
	for _, one := range q.Texts[:b.most(len(q.Texts), maxSaid)] {
		word := b.name(b.text(one.Text, maxWording))
		if one.Count > 1 {
			word += "\u00a0" + b.t.number(one.Count) + "×"
		}
		said.Words = append(said.Words, word)
	}
	if more := len(q.Texts) - len(said.Words); more > 0 {
		said.More = sentence(b.t.asked.saidMore, b.t.number(more))
	}
	return &said
}
