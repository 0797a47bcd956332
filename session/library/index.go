package library

import (
	"maps"
	"slices"
	"strings"

	"verbindend/session"
)

// An Index holds books and finds them. It is not safe for concurrent use.
type Index struct {
	books map[string]*book
	words map[string]*word
}

type book struct {
	Book
	groups []string // normalised
	terms  []*word
}

// A word is one word that is in books, as session.Normalise writes it, with all there is to know about it.
type word struct {
	norm  string
	runes []rune
	signs uint64 // which characters it holds, folded into 64 bits
	stems [2]string
	value string           // the key of the deck's value
	in    map[*book]uint64 // a bit for each of `parts`
}

// New gives an empty index.
func New() *Index { return &Index{books: map[string]*book{}, words: map[string]*word{}} }

// Put adds a book, in the place of the one with its ID.
func (x *Index) Put(b Book) {
	x.Drop(b.ID)
	kept := &book{Book: b}
	for _, g := range b.Groups {
		kept.groups = append(kept.groups, session.Normalise(g))
	}
	for _, text := range b.Texts {
		norm, part := session.Normalise(text.Text), uint64(1)<<place(text.Where)
		terms := strings.Fields(norm)
		if len(terms) > 1 && session.DeckKey(norm) != "" {
			terms = append(terms, norm) // a value of several words is found by the deck as a whole
		}
		for _, term := range terms {
			w := x.words[term]
			if w == nil {
				w = newWord(term)
				x.words[term] = w
			}
			if w.in[kept] == 0 {
				kept.terms = append(kept.terms, w)
			}
			w.in[kept] |= part
		}
	}
	x.books[b.ID] = kept
}

// Drop takes a book out, and every word that is in no other one. A book that is not there is no error.
func (x *Index) Drop(id string) {
	gone := x.books[id]
	if gone == nil {
		return
	}
	for _, w := range gone.terms {
		delete(w.in, gone)
		if len(w.in) == 0 {
			delete(x.words, w.norm)
		}
	}
	delete(x.books, id)
}

// IDs lists the books, in no order.
func (x *Index) IDs() []string { return slices.Collect(maps.Keys(x.books)) }

// Groups lists the names of the groups in all books, by name, each spelling as it was met first in the newest book.
func (x *Index) Groups() []string {
	newest := slices.SortedFunc(maps.Values(x.books), newer)
	names := map[string]string{}
	for _, b := range newest {
		for i, norm := range b.groups {
			if names[norm] == "" {
				names[norm] = b.Groups[i]
			}
		}
	}
	list := []string{}
	for _, norm := range slices.Sorted(maps.Keys(names)) {
		list = append(list, names[norm])
	}
	return list
}

func newer(a, b *book) int {
	if c := b.StartedAt.Compare(a.StartedAt); c != 0 {
		return c
	}
	return strings.Compare(a.ID, b.ID)
}

func newWord(norm string) *word {
	return &word{
		norm: norm, runes: []rune(norm), signs: signsOf(norm), stems: session.Stems(norm), value: session.DeckKey(norm),
		in: map[*book]uint64{},
	}
}

func signsOf(norm string) (signs uint64) {
	for _, r := range norm {
		signs |= 1 << (uint32(r) % 64) //nolint:gosec // a rune of a valid text is not negative
	}
	return signs
}

func place(where Where) int {
	for i, p := range parts {
		if p.where == where {
			return i
		}
	}
	return len(parts) - 1
}
