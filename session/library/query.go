package library

import (
	"math/bits"
	"slices"
	"strings"
	"sync"

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
	last bool   // it may still be being typed
	near string // the key of the deck's value that was meant, but for a slip; ""
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
		q := asked{word: *newWord(f), last: i == len(telling)-1 && f == fields[len(fields)-1]}
		if q.value == "" {
			q.near = q.nearest()
		}
		words = append(words, q)
	}
	return words, value
}

// deckWords are the spellings of one word that the deck knows, in both languages.
var deckWords = sync.OnceValue(func() (list []*word) {
	for _, v := range session.TheDeck().Values {
		spellings := []string{v.Name.NL, v.Name.EN}
		for _, variants := range v.Variants {
			spellings = append(spellings, variants...)
		}
		for _, s := range spellings {
			if w := newWord(session.Normalise(s)); w.value == v.Key && !strings.Contains(w.norm, " ") {
				list = append(list, w)
			}
		}
	}
	return list
})

// nearest is the value of the deck that was written with a slip; "" when there is none, or more than one.
func (q asked) nearest() (value string) {
	q.last = false // what is still being typed is like the beginning of too many words
	for _, w := range deckWords() {
		switch {
		case q.slipped(w) == 0 || w.value == value:
		case value == "":
			value = w.value
		default:
			return ""
		}
	}
	return value
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
	if like := q.slipped(w); like > 0 || q.near == "" || q.near != w.value {
		return like
	}
	return guess
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
