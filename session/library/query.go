package library

import (
	"math/bits"
	"slices"
	"strings"

	"verbindend/session"
)

// How sure it is that a word in a book is the one that was asked for. What is written the same in a less weighty part comes before what
// is written almost the same in a weightier one.
const (
	same    = 1
	stem    = .9
	begins  = .8
	meaning = .7
	slip    = .1
	guess   = .05 // a slip in the first letter, or in a word that is still being typed
)

// MaxWords is how many words of a query are looked at.
const MaxWords = 8

// asked is one word of a query.
type asked struct {
	word
	last bool // it may still be being typed
}

// read takes a query apart: its words without those that say nothing, unless it has no other ones; and, when the deck knows it as a
// whole, that value.
func read(query string) (words []asked, value string) {
	norm := session.Normalise(query)
	fields := strings.Fields(norm)
	if len(fields) > 1 {
		value = session.DeckKey(norm)
	}
	telling := slices.DeleteFunc(slices.Clone(fields), session.Filler)
	if len(telling) == 0 {
		telling = fields
	}
	for i, f := range telling[:min(len(telling), MaxWords)] {
		words = append(words, asked{*newWord(f), i == len(telling)-1 && f == fields[len(fields)-1]})
	}
	return words, value
}

// likeness tells how sure it is that a word is the one that was asked for, 0–1; 0: it is not.
func (q asked) likeness(w *word) float64 {
	switch {
	case q.norm == w.norm:
		return same
	case q.stems[0] != "" && q.stems[0] == w.stems[0], q.stems[1] != "" && q.stems[1] == w.stems[1]:
		return stem
	case strings.HasPrefix(w.norm, q.norm) && (len(q.runes) > 2 || q.last):
		return begins
	case q.value != "" && q.value == w.value:
		return meaning
	}
	return q.slipped(w)
}

// slipped forgives slips of the pen: one in a word from five letters on, two from nine on. Another number is never a slip.
func (q asked) slipped(w *word) float64 {
	most := min(session.Slips(len(q.runes)), max(1, session.Slips(len(w.runes))))
	if most == 0 || bits.OnesCount64(q.signs&^w.signs) > most {
		return 0
	}
	alike := q.runes[0] == w.runes[0]
	switch {
	case bits.OnesCount64(w.signs&^q.signs) <= most && session.Distance(q.runes, w.runes, most) <= most && digits(q.norm) == digits(w.norm):
		if alike {
			return slip
		}
		return guess
	case q.last && alike && q.slippedIn(w) && strings.HasPrefix(digits(w.norm), digits(q.norm)):
		return guess
	}
	return 0
}

// slippedIn tells whether the beginning of a word is what was asked for but for one slip.
func (q asked) slippedIn(w *word) bool {
	for n := len(q.runes) - 1; n <= len(q.runes)+1 && n <= len(w.runes); n++ {
		if session.Distance(q.runes, w.runes[:n], 1) <= 1 {
			return true
		}
	}
	return false
}

func digits(norm string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, norm)
}
