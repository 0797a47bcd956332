package reports

import (
	"slices"

	"verbindend/session"
)

// maxLookbacks is how many looks back are told, the last ones.
const maxLookbacks = 5

// lookedBack tells how present each value was at the session and at each look back, and how many took their step. These have been asked
// after the session was sealed: they come with the options, and are no part of what the fingerprint is taken of.
func (b outliner) lookedBack() []Section {
	all := session.Lookbacks(b.o.Pulses)
	if len(all) == 0 {
		return nil
	}
	all = all[max(0, len(all)-maxLookbacks):]
	t := b.t.pulse
	lines := Lines{Low: t.low, High: t.high, Moments: []Moment{{t.then, b.answersOf(b.rating().sheets)}}}
	facts := Facts{Column: 36}
	few := false
	for _, l := range all {
		name := t.afterOne
		if l.Day != 1 {
			name = sentence(t.after, b.t.number(l.Day))
		}
		answers := b.t.count(l.Answered, t.answers)
		lines.Moments = append(lines.Moments, Moment{name, answers})
		fact := Fact{Name: name, Text: t.tooFew, Note: sentence(t.answered, answers, b.t.day(l.ClosedAt, b.o.Made.Location()))}
		switch {
		case l.Answered < session.MinPulse:
		case l.Steps == nil:
			fact.Text = t.noSteps
		default:
			fact.Text = sentence(t.steps, b.t.number(l.Steps.Taken), b.t.number(l.Steps.Partly), b.t.number(l.Steps.NotYet))
		}
		facts.Rows = append(facts.Rows, fact)
	}
	for _, v := range b.sum.PulseValues() {
		row := LineRow{Name: b.name(v.Name), Points: []LinePoint{b.pointOf(b.rating().presence[v.ID])}}
		for _, l := range all {
			row.Points = append(row.Points, b.pointOf(l.Presence[v.ID]))
		}
		for _, p := range row.Points {
			few = few || !p.Told
		}
		lines.Rows = append(lines.Rows, row)
	}
	if few {
		lines.Note, lines.Dash = t.other, t.dash
	}
	return []Section{{t.title, []Block{Heading{t.title, t.intro}, lines, facts}}}
}

// A presenceThen is what the room said at the session itself.
type presenceThen struct {
	sheets   int // people who answered; 0: it was not asked
	presence map[string]session.Presence
}

// rating gives the last rating of the session.
func (b outliner) rating() presenceThen {
	then := presenceThen{presence: map[string]session.Presence{}}
	for _, o := range slices.Backward(b.sum.Outcomes) {
		if o.Rating == nil {
			continue
		}
		then.sheets = o.Sheets
		for _, v := range o.Rating.Values {
			if v.N > 0 {
				then.presence[v.ID] = session.Presence{N: v.N, Mean: v.Presence}
			}
		}
		break
	}
	return then
}

func (b outliner) answersOf(answers int) string {
	if answers == 0 {
		return ""
	}
	return b.t.count(answers, b.t.pulse.answers)
}

// pointOf is where a mean of 1 to 10 lies.
func (b outliner) pointOf(p session.Presence) LinePoint {
	if p.Mean < 1 {
		return LinePoint{}
	}
	return LinePoint{Told: true, At: min(1, (p.Mean-1)/9), Mean: b.decimal(p.Mean), People: b.t.number(p.N)}
}
