package library

import (
	"cmp"
	"slices"
	"time"
)

// A Query says what is looked for. The zero value finds everything.
type Query struct {
	Text  string
	From  time.Time // sessions that began at or after it; zero: any
	Until time.Time // sessions that began before it; zero: any
	Group string    // sessions with a group of this name; "": any
}

// A Hit is one session that was found.
type Hit struct {
	ID     string
	Places []Place // where it was found, the weightiest first; at most MaxPlaces
	More   int     // places that are not told
}

// A Place is one text in which something was found.
type Place struct {
	Where  Where   `json:"where"`
	Pieces []Piece `json:"pieces"` // the text, cut where what was found begins and ends
}

// Text is that text, whole.
func (p Place) Text() (text string) {
	for _, piece := range p.Pieces {
		text += piece.Text
	}
	return text
}

// A Piece is a part of a text.
type Piece struct {
	Text string `json:"text"`
	Hit  bool   `json:"hit,omitempty"`
}

// MaxPlaces is how many places of one session are told.
const MaxPlaces = 5

// Search gives the books in which every word of a query is found, the best first: where a word is written as it was asked for and in
// the weightiest part, then the newest. At most `limit` are told with their places; total is how many there are.
func (x *Index) Search(q Query, limit int) (hits []Hit, total int) {
	words, value := read(q.Text)
	group := normal(q.Group)
	const out = -1
	scores := make([]float64, len(x.slots)) // by the number of a book
	for n, b := range x.slots {
		if b == nil || !b.within(q, group) {
			scores[n] = out
		}
	}
	found, best := map[*word]float64{}, make([]float64, len(scores))
	for i := range words {
		clear(best)
		for _, w := range x.words {
			like := words[i].likeness(w)
			if value != "" && w.value == value {
				like = max(like, meaning)
			}
			if like == 0 {
				continue
			}
			found[w] = max(found[w], like)
			for _, p := range w.in {
				best[p.book] = max(best[p.book], like*p.in.weight())
			}
		}
		for n := range scores {
			if scores[n] == out || best[n] == 0 {
				scores[n] = out
			} else {
				scores[n] += best[n]
			}
		}
	}
	var order []*book
	for n, score := range scores {
		if score != out {
			order = append(order, x.slots[n])
		}
	}
	slices.SortFunc(order, func(a, b *book) int { return cmp.Or(cmp.Compare(scores[b.n], scores[a.n]), newer(a, b)) })
	for _, b := range order[:min(len(order), limit)] {
		hits = append(hits, b.hit(x, found))
	}
	return hits, len(order)
}

func (b *book) within(q Query, group string) bool {
	return (q.From.IsZero() || !b.StartedAt.Before(q.From)) && (q.Until.IsZero() || b.StartedAt.Before(q.Until)) &&
		(group == "" || slices.Contains(b.groups, group))
}

// hit tells where in a book the words that were found are: the best texts of each part, in the order of the parts.
func (b *book) hit(x *Index, found map[*word]float64) Hit {
	h := Hit{ID: b.ID, Places: []Place{}}
	type placed struct {
		Text
		part  int
		score float64
	}
	var all []placed
	told := map[string]bool{} // what is in a weightier part, too, is told there alone
	for i, text := range b.Texts {
		said := b.lines[i]
		if score := said.score(found); score > 0 && !told[said.norm] {
			told[said.norm] = true
			all = append(all, placed{text, place(text.Where), score})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Or(cmp.Compare(a.part, b.part), cmp.Compare(b.score, a.score)) })
	for _, p := range all[:min(len(all), MaxPlaces)] {
		h.Places = append(h.Places, Place{p.Where, x.mark(p.Text.Text, found)})
	}
	h.More = len(all) - len(h.Places)
	return h
}

// score tells how well words were found in a text; 0: none is in it.
func (l line) score(found map[*word]float64) (score float64) {
	for _, w := range l.terms {
		score += found[w]
	}
	return score
}
