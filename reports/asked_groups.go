package reports

import (
	"strings"

	"verbindend/session"
)

// ratedApart says in a line what the groups under the values are, or why there are none; nothing in a session without groups.
func (b outliner) ratedApart(r session.Rating) []Block {
	t, text := b.t.asked, ""
	for _, v := range r.Values {
		switch {
		case v.Apart == nil:
		case len(v.Apart.Importance.Groups)+len(v.Apart.Presence.Groups) > 0:
			return []Block{Paragraph{t.apart, true}}
		case v.Apart.Importance.Reason == session.AnsweredAgain:
			text = t.apartAgain
		default:
			text = t.apartFew
		}
	}
	if text == "" {
		return nil
	}
	return []Block{Paragraph{text, true}}
}

// groupLines tells a value's groups as the line above them does, from how present to how important. Each question is told by
// itself: what one of them does not tell is left open.
func (b outliner) groupLines(apart *session.RatedApart) string {
	if apart == nil {
		return ""
	}
	type line struct{ marks, counts [2]string }
	var names, lines []string
	of := map[string]*line{}
	for i, question := range []session.AnsweredApart{apart.Presence, apart.Importance} {
		for _, g := range question.Groups {
			var called []string
			for _, name := range g.Names {
				called = append(called, b.text(name, maxGroup))
			}
			name := strings.Join(called, b.t.and)
			if of[name] == nil {
				names, of[name] = append(names, name), &line{marks: [2]string{"–", "–"}}
			}
			of[name].counts[i] = b.t.number(g.N)
			if g.Mean != nil {
				of[name].marks[i] = b.decimal(*g.Mean)
			}
		}
	}
	for _, name := range names {
		l := of[name]
		count := join(l.counts[0], l.counts[1])
		if l.counts[0] == l.counts[1] {
			count = l.counts[0]
		}
		lines = append(lines, name+" "+l.marks[0]+" → "+l.marks[1]+" ("+count+")")
	}
	return strings.Join(lines, "; ")
}
