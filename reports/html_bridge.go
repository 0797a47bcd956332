package reports

import (
	"math"
	"slices"
	"unicode/utf8"
)

// The bridges of a web page, in units of a drawing that grows with the page. Words that may be long stand beside a drawing: there
// they can be large, and break.

// An arcsView is the signature of a room that voted.
type arcsView struct {
	Arcs
	Width, Height, Deck float64
	Drawn               []arcLine // the strongest last, on top
	Piers               []arcPier
	Tops                []arcTop // how many people the strongest arcs stand for
}

type (
	arcLine struct {
		FromX, ToX, Wide, High, Thick float64
		Class                         string
	}
	arcPier struct{ X, Radius float64 }
	arcTop  struct {
		X, Y   float64
		People int
	}
)

const (
	arcsWidth = 720.0
	arcsRise  = 190.0
)

func newArcsView(b Arcs) arcsView {
	v := arcsView{Arcs: b, Width: arcsWidth, Deck: arcsRise + 34, Height: arcsRise + 68}
	slot := arcsWidth / float64(max(1, len(b.Nodes)))
	at := func(i int) float64 { return slot * (float64(i) + .5) }
	most, far, people := 1, 1, 1
	for _, l := range b.Links {
		most, far = max(most, l.People), max(far, l.B-l.A)
	}
	for _, n := range b.Nodes {
		people = max(people, n.People)
	}
	links := slices.Clone(b.Links)
	slices.SortStableFunc(links, func(a, c Together) int { return a.People - c.People })
	for _, l := range links {
		share := float64(l.People) / float64(most)
		high := arcsRise * math.Pow(float64(l.B-l.A)/float64(far), .8)
		line := arcLine{at(l.A), at(l.B), (at(l.B) - at(l.A)) / 2, high, 1.5 + 7*share*share, "arc"}
		switch {
		case l.People == most:
			line.Class = "arc most"
			v.Tops = append(v.Tops, arcTop{(line.FromX + line.ToX) / 2, v.Deck - high, l.People})
		case share >= .6:
			line.Class = "arc strong"
		}
		v.Drawn = append(v.Drawn, line)
	}
	for i, n := range b.Nodes {
		v.Piers = append(v.Piers, arcPier{at(i), 19 + 7*math.Sqrt(float64(n.People)/float64(people))})
	}
	return v
}

// A stonesView is the signature of a room that has not voted.
type stonesView struct {
	Stones
	Width, Height, Middle, Deck float64
	Drawn                       []stone
}

// A stone is a polygon; its class says for whom it stands.
type stone struct {
	Points [][2]float64
	Class  string // "", "joined" or "joined wrote"
}

func newStonesView(b Stones) stonesView {
	const ringSlots, thick, gap, scale = 60, 34.0, 4.0, 720.0
	v := stonesView{Stones: b, Width: scale, Height: 286, Middle: scale / 2, Deck: 270}
	stones, wrote := 0, 0
	if b.Each > 0 {
		stones, wrote = (b.Joined+b.Each-1)/b.Each, (b.Wrote+b.Each-1)/b.Each
	}
	rings := max(1, (stones+ringSlots-1)/ringSlots)
	for ring := range rings {
		in := float64(ring) * (thick + gap)
		slots, n := ringSlots-6*ring, 0
		switch {
		case rings == 1:
			slots = max(24, stones)
		case ring == 0:
			slots = ringSlots
		}
		n = min(stones, slots)
		if ring == rings-1 {
			slots = max(slots, stones)
			n = stones
		}
		for i := range slots {
			order := 2 * min(i, slots-1-i) // from the left bank, the right bank, the left bank … towards the middle
			if i > slots-1-i {
				order++
			}
			class := ""
			switch {
			case order < min(n, wrote):
				class = "joined wrote"
			case order < n:
				class = "joined"
			}
			v.Drawn = append(v.Drawn, stone{voussoir(v.Middle, v.Deck, scale/2-in, 250-in, thick, slots, i), class})
		}
		stones, wrote = stones-n, max(0, wrote-n)
	}
	return v
}

// A crossingView is the bridge between groups.
type crossingView struct {
	Crossing
	Width, Height, Deck float64
	Drawn               []crossingLine
	Pills               []pill
	At                  []float64 // of each pier
}

type (
	crossingLine struct {
		X, Deck, Up, Mid, ToX, ToY, Thick float64
		Group                             int
	}
	pill struct {
		X, Y, Wide float64
		Name       string
		Connects   bool
	}
)

func newCrossingView(b Crossing) crossingView {
	const width, each, reach, longest = 400.0, 46.0, .6, 21
	v := crossingView{Crossing: b, Width: width, Deck: each*float64(len(b.Spans)) + 16}
	v.Height = v.Deck + 24
	for i := range b.Piers {
		v.At = append(v.At, width*(.06+.88*float64(i)/float64(max(1, len(b.Piers)-1))))
	}
	for i, s := range b.Spans {
		x, y, sum, pull := width/2, each*(float64(i)+.5), 0.0, 0.0
		for g, w := range s.Weights[:min(len(s.Weights), len(v.At))] {
			sum += w
			pull += w * v.At[g]
		}
		if sum > 0 {
			x += (pull/sum - x) * reach
		}
		name := plain(s.Name)
		if runes := []rune(name); len(runes) > longest {
			name = string(runes[:longest-1]) + "…"
		}
		wide := 32 + 8.8*float64(utf8.RuneCountInString(name))
		x = min(max(x, wide/2), width-wide/2)
		for g, w := range s.Weights[:min(len(s.Weights), len(v.At))] {
			v.Drawn = append(v.Drawn, crossingLine{v.At[g], v.Deck, y + .25*(v.Deck-y), v.At[g] + .4*(x-v.At[g]), x, y, .5 + 8*w, g % 5})
		}
		v.Pills = append(v.Pills, pill{x, y, wide, name, s.Connects})
	}
	return v
}
