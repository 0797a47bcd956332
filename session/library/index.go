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
	slots []*book // by number; nil: the number is free
	words map[string]*word
}

type book struct {
	Book
	n      int
	groups []string // normalised
	lines  []line   // its texts
	terms  []*word
}

// A line is a text as it is searched.
type line struct {
	norm  string
	terms []*word
}

// A word is one word that is in books, as session.Normalise writes it, with all there is to know about it.
type word struct {
	norm  string
	runes []rune
	signs uint64 // which characters it holds, folded into 64 bits
	stems [2]string
	value string    // the key of the deck's value
	in    []posting // by the number of the book
}

// A posting says in which parts of a book a word is.
type posting struct {
	book int
	in   set
}

// New gives an empty index.
func New() *Index { return &Index{books: map[string]*book{}, words: map[string]*word{}} }

// Put adds a book, in the place of the one with its ID.
func (x *Index) Put(b Book) {
	x.Drop(b.ID)
	kept := &book{Book: b, n: slices.Index(x.slots, nil)}
	if kept.n < 0 {
		kept.n, x.slots = len(x.slots), append(x.slots, nil)
	}
	x.slots[kept.n] = kept
	for _, g := range b.Groups {
		kept.groups = append(kept.groups, session.Normalise(g))
	}
	for _, text := range b.Texts {
		norm, part := session.Normalise(text.Text), set(1)<<place(text.Where)
		said := line{norm: norm}
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
			said.terms = append(said.terms, w)
			at, there := w.at(kept.n)
			if !there {
				kept.terms = append(kept.terms, w)
				w.in = slices.Insert(w.in, at, posting{book: kept.n})
			}
			w.in[at].in |= part
		}
		kept.lines = append(kept.lines, said)
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
		if at, there := w.at(gone.n); there {
			w.in = slices.Delete(w.in, at, at+1)
		}
		if len(w.in) == 0 {
			delete(x.words, w.norm)
		}
	}
	x.slots[gone.n] = nil
	delete(x.books, id)
}

// at is where the posting of a book is, or belongs.
func (w *word) at(n int) (int, bool) {
	return slices.BinarySearchFunc(w.in, n, func(p posting, n int) int { return p.book - n })
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
