package reports

import (
	"cmp"
	"slices"
	"strings"

	"verbindend/session"
)

// How much of the values in words is set, in pieces and characters.
const (
	maxFormulated = 60
	maxBehaviours = 12
)

// formulated shows each value in its final words: how it is seen, who supports it, and what it still lacks.
func (b outliner) formulated() []Section {
	all := b.sum.Formulations
	if len(all) == 0 {
		return nil
	}
	t := b.t.formulated
	blocks := []Block{Heading{t.title, t.intro}}
	for _, f := range all[:b.most(len(all), maxFormulated)] {
		blocks = append(blocks, b.formulation(f))
	}
	if more := len(all) - b.most(len(all), maxFormulated); more > 0 {
		blocks = append(blocks, Paragraph{Text: sentence(t.moreValues, b.t.count(more, b.t.values))})
	}
	return []Section{{t.title, append(blocks, b.trace()...)}}
}

func (b outliner) formulation(f session.Formulation) Formulated {
	t := b.t.formulated
	block := Formulated{Name: b.name(f.Name), Sentence: b.text(f.Sentence, maxName)}
	for _, when := range f.When[:b.most(len(f.When), maxBehaviours)] {
		if when = b.text(when, maxName); when != "" {
			block.When = append(block.When, when)
		}
	}
	if len(block.When) > 0 {
		block.WhenLabel = t.when
	}
	if block.Unless = b.text(f.Unless, maxName); block.Unless != "" {
		block.UnlessLabel = t.unless
	}
	if s := f.Support; s != nil {
		block.Notes = append(block.Notes, sentence(t.support, b.t.count(s.Voters, b.t.people), b.t.count(s.Ballots, b.t.ballots)))
	}
	if consent := b.consent(f); consent != "" {
		block.Notes = append(block.Notes, consent)
	}
	if room := b.roomChoice(f); room != "" {
		block.Notes = append(block.Notes, room)
	}
	if f.Table > 0 {
		block.Notes = append(block.Notes, sentence(t.table, b.t.number(f.Table)))
	}
	var lacks []string
	for _, l := range f.Lacks {
		if text := t.lacks[l]; text != "" {
			lacks = append(lacks, text)
		}
	}
	if len(lacks) > 0 {
		block.Lacking = sentence(t.lacking, b.listed(lacks))
	}
	return block
}

// listed writes a few things in a row: a, b and c.
func (b outliner) listed(items []string) string {
	last := len(items) - 1
	if last < 1 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:last], ", ") + b.t.and + items[last]
}

// roomChoice tells what the room chose between the drafts, and when the facilitator settled on another; "" when it was not asked.
func (b outliner) roomChoice(f session.Formulation) string {
	t, room := b.t.formulated, f.Room
	switch {
	case room == nil:
		return ""
	case room.Chosen == 0:
		return t.nobodyChose
	case len(room.Best) == 0:
		return sentence(t.noPreference, b.t.count(room.Chosen, b.answerers()))
	}
	var parts, best []string
	for _, d := range room.Drafts {
		parts = append(parts, sentence(t.ofTable, b.t.number(d.Table), b.t.number(d.N)))
	}
	if room.None > 0 {
		parts = append(parts, sentence(t.without, b.t.number(room.None)))
	}
	for _, table := range room.Best {
		best = append(best, b.t.number(table))
	}
	text := sentence(t.roomChose, b.listed(best), b.t.count(room.Chosen, b.answerers()), b.listed(parts))
	if len(best) > 1 {
		text = sentence(t.roomTied, b.listed(best), b.t.count(room.Chosen, b.answerers()), b.listed(parts))
	}
	if !slices.Contains(room.Best, f.Table) {
		text += " " + t.otherwise
	}
	return text
}

// consent tells what the room last said of a text, in counts; "" when it was not asked.
func (b outliner) consent(f session.Formulation) string {
	t := b.t.formulated
	for _, o := range slices.Backward(b.sum.Outcomes) {
		i := slices.IndexFunc(o.Questions, func(q session.Answered) bool { return q.Key == f.Value+"/consent" })
		if o.Kind != session.Consent || i < 0 {
			continue
		}
		q := o.Questions[i]
		if q.N == 0 {
			return t.noConsent
		}
		var parts []string
		for answer, kind := range []noun{t.agrees, t.agreesIf, t.concerns} {
			if answer < len(q.Counts) {
				parts = append(parts, b.t.count(q.Counts[answer], kind))
			}
		}
		text := sentence(t.consent, b.listed(parts))
		if q.Text != f.Whole() {
			text += " " + t.consentChanged
		}
		return text
	}
	return ""
}

// sentences gives the values in words for page one, the most supported first; false when there are none.
func (b outliner) sentences() (Sentences, bool) {
	var ready []session.Formulation
	for _, f := range b.sum.Formulations {
		if b.text(f.Sentence, maxName) != "" {
			ready = append(ready, f)
		}
	}
	t := b.t.formulated
	s := Sentences{Lead: t.frontUnvoted}
	places := map[string]chosen{}
	var rest []string
	if b.voted() {
		s.Lead = t.front
		for _, o := range b.told() {
			places[o.ID] = o
			if o.goesOn && !slices.ContainsFunc(ready, func(f session.Formulation) bool { return f.Value == o.ID }) {
				rest = append(rest, b.name(o.Name))
			}
		}
		last := len(places) + 1 // what was not on the ballot
		rank := func(f session.Formulation) int { return cmp.Or(places[f.Value].Place, last) }
		slices.SortStableFunc(ready, func(x, y session.Formulation) int { return cmp.Compare(rank(x), rank(y)) })
	}
	for _, f := range ready[:min(len(ready), maxFront)] {
		row := SentenceRow{Name: b.name(f.Name), Sentence: b.text(f.Sentence, maxName), When: b.seenWhen(f)}
		if o, there := places[f.Value]; there {
			row.Numeral, row.Line = b.t.number(o.Place), o.line
		}
		s.Rows = append(s.Rows, row)
	}
	if more := len(ready) - len(s.Rows); more > 0 {
		s.More = append(s.More, sentence(t.inWords, b.t.count(more, b.t.values)))
	}
	if len(rest) > 0 {
		s.More = append(s.More, sentence(t.notYet, b.listed(rest)))
	}
	return s, len(s.Rows) > 0
}

// seenWhen is the first visible behaviour of a value as a sentence; "" when it has none.
func (b outliner) seenWhen(f session.Formulation) string {
	for _, when := range f.When {
		if when = b.text(when, maxName); when != "" {
			return strings.TrimRight(strings.TrimRight(b.t.formulated.when, "…")+" "+when, ".") + "."
		}
	}
	return ""
}
