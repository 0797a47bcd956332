package crowd

import (
	"math"
	"math/rand/v2"

	"verbindend/session"
)

// A Crowd shares a taste: which values are near to many hearts.
type Crowd struct {
	lang   session.Lang
	seed   uint64
	values []session.DeckValue // the most popular first
	upTo   []float64           // upTo[i]: the share of people who would name one of values[0..i]
	place  map[string]int      // the place of a value in values, by its normalised name
}

// New gives the crowd of a seed. slope says how much it agrees: at 0 each value is as likely as any other, at 1 the second is
// named half as often as the first, the third a third as often (Zipf's law).
func New(lang session.Lang, seed uint64, slope float64) *Crowd {
	random := Person(seed, 0)
	c := &Crowd{lang: lang, seed: seed, values: append([]session.DeckValue(nil), session.TheDeck().Values...)}
	random.Shuffle(len(c.values), func(i, j int) { c.values[i], c.values[j] = c.values[j], c.values[i] })
	sum := 0.0
	c.place = make(map[string]int, len(c.values))
	for i, v := range c.values {
		c.place[session.Normalise(v.Name.In(lang))] = i
		sum += 1 / math.Pow(float64(i+1), slope)
		c.upTo = append(c.upTo, sum)
	}
	for i := range c.upTo {
		c.upTo[i] /= sum
	}
	return c
}

// Person gives the chance that belongs to one person of a seed, independent of what the others draw. 0 is nobody.
func Person(seed uint64, person int) *rand.Rand {
	return rand.New(rand.NewPCG(seed, uint64(person))) //nolint:gosec // a seed that can be repeated is the point
}

// A Card is what somebody writes, and the value they mean by it.
type Card struct {
	Value session.DeckValue
	Text  string
}

// Think gives n cards of one person, each about another value.
func (c *Crowd) Think(person *rand.Rand, n int) []Card {
	cards := make([]Card, 0, n)
	named := map[string]bool{}
	for len(cards) < min(n, len(c.values)) {
		v := c.pick(person)
		if named[v.Key] {
			continue
		}
		named[v.Key] = true
		cards = append(cards, Card{Value: v, Text: Wording(v, c.lang, person)})
	}
	return cards
}

func (c *Crowd) pick(person *rand.Rand) session.DeckValue {
	at := person.Float64()
	for i, upTo := range c.upTo {
		if at < upTo {
			return c.values[i]
		}
	}
	return c.values[len(c.values)-1]
}
