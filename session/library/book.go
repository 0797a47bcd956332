package library

import (
	"math/bits"
	"time"

	"verbindend/session"
)

// Where says in which part of a session something was found. The order is that of their weight.
type Where string

// The parts of a session that are searched, the weightiest first.
const (
	Title       Where = "title"
	Formulation Where = "formulation" // a value in its final words: its name, sentence and behaviours
	Value       Where = "value"       // the name of a cluster
	Card        Where = "card"        // the words that people wrote
)

// parts lists the parts by weight.
var parts = [...]struct {
	where  Where
	weight float64
}{{Title, 8}, {Formulation, 4}, {Value, 2}, {Card, 1}}

// A set of parts has a bit for each of them.
type set uint8

// weight is that of the weightiest part in a set.
func (s set) weight() float64 {
	if s == 0 {
		return 0
	}
	return parts[bits.TrailingZeros8(uint8(s))].weight
}

// A Book is what there is to find of one session.
type Book struct {
	ID        string
	StartedAt time.Time
	Groups    []string // names
	Texts     []Text   // in the order in which they are told
}

// A Text is one thing that was said.
type Text struct {
	Where Where
	Text  string
}

// Of makes the book of a session: its title, and whatever else its summary may tell.
func Of(sum session.Summary) Book {
	b := Book{ID: sum.ID, StartedAt: sum.StartedAt, Texts: []Text{{Title, sum.Title}}}
	for _, g := range sum.Groups {
		b.Groups = append(b.Groups, g.Name)
	}
	for _, f := range sum.Formulations {
		b.add(Formulation, f.Name)
		b.add(Formulation, f.Sentence)
		for _, when := range f.When {
			b.add(Formulation, when)
		}
		b.add(Formulation, f.Unless)
	}
	for _, c := range sum.Clusters {
		b.add(Value, c.Name)
	}
	for _, c := range sum.Clusters {
		for _, w := range c.Words {
			b.add(Card, w.Text)
		}
	}
	return b
}

func (b *Book) add(where Where, text string) {
	if text != "" {
		b.Texts = append(b.Texts, Text{where, text})
	}
}
