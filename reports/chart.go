package reports

import (
	"math"
	"slices"
)

const (
	arcsHeight   = 73.0
	stonesHeight = 72.0
)

func (Arcs) height() float64   { return arcsHeight }
func (Stones) height() float64 { return stonesHeight }

// flow draws the top values as the pillars of a bridge, and an arc for each two that people chose together. Thickness and a
// number say how many; colour only repeats it.
func (b Arcs) flow(f *flow) {
	y := bottom - arcsHeight + 2
	f.line(left, y, left+width, y, line, .25)
	y = f.at(left, y+3, labelType, []string{b.Title})
	if b.Finding != "" {
		f.at(left, y+.6, bodyType, bodyType.fit(bodyType.balance(b.Finding, width), 2, width))
	}
	deck := bottom - 20
	slot := width / float64(len(b.Nodes))
	at := func(i int) float64 { return left + slot*(float64(i)+.5) }
	most := 0
	for _, l := range b.Links {
		most = max(most, l.People)
	}
	far := 1
	for _, l := range b.Links {
		far = max(far, l.B-l.A)
	}
	links := slices.Clone(b.Links) // the strongest last, on top
	slices.SortStableFunc(links, func(a, c Together) int { return a.People - c.People })
	for _, l := range links {
		share := float64(l.People) / float64(most)
		k := sage
		switch {
		case l.People == most:
			k = coral
		case share >= .6:
			k = petrol
		}
		f.arc((at(l.A)+at(l.B))/2, deck, (at(l.B)-at(l.A))/2, rise(l, far), 0, 180, k, .25+2*share*share)
	}
	for _, l := range links {
		if l.People == most {
			x, y := (at(l.A)+at(l.B))/2, deck-rise(l, far)
			f.circle(x, y, 3.1, white, coral, .5)
			label := boldNote()
			f.textCentred(x, y+1.1, label, textOf(l.People))
		}
	}
	f.line(left, deck, left+width, deck, deep, .8)
	people := 1
	for _, n := range b.Nodes {
		people = max(people, n.People)
	}
	for i, n := range b.Nodes {
		f.circle(at(i), deck, 1.2+2*math.Sqrt(float64(n.People)/float64(people)), deep, white, .7)
		name := smallName.fit(smallName.balance(n.Name, slot-3), 2, slot-3)
		y := deck + 4.6
		for _, text := range name {
			f.textCentred(at(i), y+smallName.leading*.74, smallName, text)
			y += smallName.leading
		}
		f.textCentred(at(i), y+3, footerType, n.Label)
	}
	f.at(left, bottom-2.6, footerType, []string{b.Caption})
}

// rise is how high an arc stands: the further apart two values are, the higher.
func rise(l Together, far int) float64 { return 29 * math.Pow(float64(l.B-l.A)/float64(far), .8) }

// flow draws a bridge whose stones are the participants. It grows from both banks; the keystone comes last.
func (b Stones) flow(f *flow) {
	const ringSlots, thick, gap = 60, 7.5, .9
	stones := 0
	if b.Each > 0 {
		stones = (b.Joined + b.Each - 1) / b.Each
	}
	wrote := 0
	if b.Each > 0 {
		wrote = (b.Wrote + b.Each - 1) / b.Each
	}
	rings := max(1, (stones+ringSlots-1)/ringSlots)
	deck, x := bottom-9.0, left+width/2
	for ring := range rings {
		outer := width/2 - float64(ring)*(thick+gap)
		high := 54 - float64(ring)*(thick+gap)
		slots := ringSlots
		if rings == 1 {
			slots = max(24, stones)
		} else if ring > 0 {
			slots = ringSlots - 6*ring
		}
		n := min(stones, slots)
		if ring == rings-1 {
			slots = max(slots, stones)
			n = stones
		}
		for i := range slots {
			// From the left bank, the right bank, the left bank … towards the middle.
			order := 2 * min(i, slots-1-i)
			if i > slots-1-i {
				order++
			}
			inside, edge := white, sage
			if order < n {
				inside, edge = sage, sage
				if order < wrote {
					inside, edge = petrol, petrol
				}
			}
			f.stone(voussoir(x, deck, outer, high, thick, slots, i), inside, edge, .25)
		}
		stones -= n
		wrote = max(0, wrote-n)
	}
	number := figureType
	number.size = 44
	f.textCentred(x, deck-14, number, b.Number)
	f.textCentred(x, deck-6, leadType, b.Label)
	f.line(left-4, deck+.6, left+width+4, deck+.6, deep, .8)
	f.at(left, bottom-5, footerType, footerType.wrap(b.Caption, width))
}

// voussoir is the i-th of n stones of an arch, from the left, with a little air around it.
func voussoir(x, y, rx, ry, thick float64, n, i int) [][2]float64 {
	air := .12 / float64(n)
	if n > 100 {
		air = .05 / float64(n)
	}
	from := math.Pi * (1 - (float64(i))/float64(n) - air)
	to := math.Pi * (1 - (float64(i)+1)/float64(n) + air)
	var points [][2]float64
	const steps = 6
	for s := range steps + 1 {
		a := from + (to-from)*float64(s)/steps
		points = append(points, [2]float64{x + rx*math.Cos(a), y - ry*math.Sin(a)})
	}
	for s := steps; s >= 0; s-- {
		a := from + (to-from)*float64(s)/steps
		points = append(points, [2]float64{x + (rx-thick)*math.Cos(a), y - (ry-thick)*math.Sin(a)})
	}
	return points
}
