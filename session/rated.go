package session

import (
	"cmp"
	"slices"
	"strings"
)

// A Rating lays the rated values beside each other: how important they are, and how present today.
type Rating struct {
	Importance float64      `json:"importance"` // the median of the values' importance: a line through the matrix
	Presence   float64      `json:"presence"`   // the median of their presence: the other line
	Values     []RatedValue `json:"values"`     // the largest gap first; all that were asked about
}

// RatedValue is one value as the room rated it, over those who gave both numbers: the gap is the mean of the differences per
// person, and just as much the difference of the two means.
type RatedValue struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	N          int      `json:"n"`          // people who gave both numbers
	DontKnow   int      `json:"dontKnow"`   // people who said "I do not know" to either
	Importance float64  `json:"importance"` // mean, 1–10; 0 when N is 0
	Presence   float64  `json:"presence"`   // mean, 1–10; 0 when N is 0
	Gap        float64  `json:"gap"`        // importance − presence
	Quadrant   Quadrant `json:"quadrant"`

	Apart *RatedApart `json:"apart,omitempty"` // how the groups rated it; null without groups, and for phones
}

// Quadrant says on which sides of the two lines a value lies. On a line is the high side.
type Quadrant string

// The quadrants of the matrix.
const (
	WorkOn  Quadrant = "work_on" // important, little present
	Keep    Quadrant = "keep"    // important and present
	Follow  Quadrant = "follow"  // less important, little present
	ToSpare Quadrant = "spare"   // less important, and present

	NoQuadrant Quadrant = "" // fewer values than MinQuadrants, or nobody rated it
)

// MinQuadrants is the number of rated values from which the medians divide them into quadrants.
const MinQuadrants = 3

// rating lays the values of a form that asks for importance and presence beside each other.
func (s *Session) rating(sh *sheets) *Rating {
	r := Rating{Values: []RatedValue{}}
	var importance, presence []float64
	for _, pair := range sh.form.Pairs {
		v := sh.rated(pair)
		v.Apart = s.ratedApart(sh, pair)
		if v.N > 0 {
			importance, presence = append(importance, v.Importance), append(presence, v.Presence)
		}
		r.Values = append(r.Values, v)
	}
	r.Importance, r.Presence = middle(importance), middle(presence)
	if len(importance) >= MinQuadrants {
		for i, v := range r.Values {
			if v.N > 0 {
				r.Values[i].Quadrant = quadrantOf(v.Importance >= r.Importance, v.Presence >= r.Presence)
			}
		}
	}
	slices.SortStableFunc(r.Values, func(a, b RatedValue) int {
		return cmp.Or(cmp.Compare(min(1, b.N), min(1, a.N)), cmp.Compare(b.Gap, a.Gap), cmp.Compare(b.Importance, a.Importance))
	})
	return &r
}

func (sh *sheets) rated(pair KeyPair) RatedValue {
	q, _ := sh.form.find(pair.To)
	id, _, _ := strings.Cut(pair.To, "/")
	v := RatedValue{ID: id, Name: q.Label}
	importance, presence := 0, 0
	for _, sheet := range sh.by {
		i, rated := sheet.Numbers[pair.To]
		p, seen := sheet.Numbers[pair.From]
		switch {
		case rated && i == 0 || seen && p == 0:
			v.DontKnow++
		case rated && seen:
			v.N++
			importance, presence = importance+i, presence+p
		}
	}
	if v.N > 0 {
		n := float64(v.N)
		v.Importance, v.Presence, v.Gap = float64(importance)/n, float64(presence)/n, float64(importance-presence)/n
	}
	return v
}

func quadrantOf(important, present bool) Quadrant {
	switch {
	case important && present:
		return Keep
	case important:
		return WorkOn
	case present:
		return ToSpare
	}
	return Follow
}

// middle is the median; 0 without numbers.
func middle(list []float64) float64 {
	if len(list) == 0 {
		return 0
	}
	list = slices.Sorted(slices.Values(list))
	return (list[(len(list)-1)/2] + list[len(list)/2]) / 2
}
