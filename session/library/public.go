package library

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"verbindend/session"
)

// A Public is all that the public may read of a session that its facilitator has published: the values in words, with their places. It
// has no cards, no groups, no numbers of people and nothing of anybody.
type Public struct {
	Title     string
	Month     time.Time // the first of the month in which the session was
	Lang      session.Lang
	Fictional bool
	Values    []PublicValue // those that were voted on first, by their place
}

// PublicValue is one value in its final words.
type PublicValue struct {
	Name, Sentence string
	When           []string
	Unless         string
	Rank           int // its place in the vote; 0: it was not voted on
}

// CleanTitle is a title as it is kept: without what shows nothing, and with single spaces.
func CleanTitle(title string) string { return strings.Join(strings.Fields(session.Clean(title)), " ") }

// PublicOf makes what may be published of a session, under a title of its own; false when it has not ended or has no value in words.
func PublicOf(sum session.Summary, title string) (Public, bool) {
	if !sum.Final {
		return Public{}, false
	}
	at := sum.StartedAt
	p := Public{Title: title, Month: time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, at.Location()), Lang: sum.Lang, Fictional: sum.Fictional}
	ranks := map[string]int{}
	for _, one := range sum.Standings() {
		ranks[one.ID] = one.Place
	}
	for _, f := range sum.Formulations {
		if f.Sentence != "" {
			p.Values = append(p.Values, PublicValue{f.Name, f.Sentence, f.When, f.Unless, ranks[f.Value]})
		}
	}
	sortByRank(p.Values)
	return p, len(p.Values) > 0
}

// Book makes what is searched of it, under an id that says nothing of the session's own.
func (p Public) Book(id string) Book {
	b := Book{ID: id, StartedAt: p.Month, Texts: []Text{{Title, p.Title}}}
	for _, v := range p.Values {
		b.add(Value, v.Name)
	}
	for _, v := range p.Values {
		b.add(Formulation, v.Sentence)
		for _, when := range v.When {
			b.add(Formulation, when)
		}
		b.add(Formulation, v.Unless)
	}
	return b
}

func sortByRank(values []PublicValue) {
	place := func(v PublicValue) int { return cmp.Or(v.Rank, 1000) }
	slices.SortStableFunc(values, func(a, b PublicValue) int { return cmp.Compare(place(a), place(b)) })
}
