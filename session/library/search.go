package library

import (
	"cmp"
	"slices"
	"time"

	"verbindend/session"
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
	scores := map[*book]float64{}
	for _, b := range x.books {
		if b.within(q, group) {
			scores[b] = 0
		}
	}
	found := map[*word]float64{}
	var as *word
	if value != "" {
		as = &word{value: value}
	}
	for i := range words {
		best := map[*book]float64{}
		for _, w := range x.words {
			like := words[i].likeness(w)
			if as != nil && w.value == value {
				like = max(like, meaning)
			}
			if like == 0 {
				continue
			}
			found[w] = max(found[w], like)
			for b, in := range w.in {
				if _, open := scores[b]; open {
					best[b] = max(best[b], like*weight(in))
				}
			}
		}
		for b := range scores {
			if best[b] == 0 {
				delete(scores, b)
			} else {
				scores[b] += best[b]
			}
		}
	}
	order := make([]*book, 0, len(scores))
	for b := range scores {
		order = append(order, b)
	}
	slices.SortFunc(order, func(a, b *book) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), newer(a, b)) })
	for _, b := range order[:min(len(order), limit)] {
		hits = append(hits, b.hit(x, found))
	}
	return hits, len(order)
}

// weight is that of the weightiest part in a set.
func weight(in uint64) float64 {
	for i, p := range parts {
		if in&(1<<i) != 0 {
			return p.weight
		}
	}
	return 0
}

func (b *book) within(q Query, group string) bool {
	return (q.From.IsZero() || !b.StartedAt.Before(q.From)) && (q.Until.IsZero() || b.StartedAt.Before(q.Until)) &&
		(group == "" || slices.Contains(b.groups, group))
}

// hit tells where in a book the words that were found are: the best texts of each part, in the order of the parts.
func (b *book) hit(x *Index, found map[*word]float64) Hit {
	h := Hit{ID: b.ID, Places: []Place{}}
	type placed struct {
		Place
		part  int
		score float64
	}
	var all []placed
	told := map[string]bool{} // what is in a weightier part, too, is told there alone
	for _, text := range b.Texts {
		norm := session.Normalise(text.Text)
		if told[norm] {
			continue
		}
		told[norm] = true
		if pieces, score := x.mark(text.Text, found); score > 0 {
			all = append(all, placed{Place{text.Where, pieces}, place(text.Where), score})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Or(cmp.Compare(a.part, b.part), cmp.Compare(b.score, a.score)) })
	for _, p := range all[:min(len(all), MaxPlaces)] {
		h.Places = append(h.Places, p.Place)
	}
	h.More = len(all) - len(h.Places)
	return h
}
