package crowd

import (
	"hash/fnv"
	"math"
	"math/rand/v2"

	"verbindend/session"
)

// moods are what people say of themselves in a word, the most usual first. They fit a beginning and an end.
var moods = []session.Words{
	{NL: "benieuwd", EN: "curious"}, {NL: "hoopvol", EN: "hopeful"}, {NL: "rustig", EN: "calm"}, {NL: "moe", EN: "tired"},
	{NL: "blij", EN: "glad"}, {NL: "nieuwsgierig", EN: "interested"}, {NL: "vol energie", EN: "full of energy"},
	{NL: "zoekend", EN: "searching"}, {NL: "dankbaar", EN: "grateful"}, {NL: "druk in mijn hoofd", EN: "a busy head"},
	{NL: "verrast", EN: "surprised"}, {NL: "ontspannen", EN: "relaxed"},
}

// Fill answers a form as one person does: numbers near to where the room leans, now and then "I do not know" where that is
// an answer, and a word for a text. Some questions stay open; it may be all of them.
func (c *Crowd) Fill(person *rand.Rand, form session.Form) session.Sheet {
	sheet := session.Sheet{Numbers: map[string]int{}, Texts: map[string]string{}}
	for _, q := range form.Questions {
		switch {
		case person.IntN(12) == 0: // left open
		case q.Max == 0:
			sheet.Texts[q.Key] = c.mood(person, q.Length)
		case q.Unsure && person.IntN(10) == 0:
			sheet.Numbers[q.Key] = 0
		default:
			sheet.Numbers[q.Key] = c.number(person, q)
		}
	}
	return sheet
}

// number draws around the place on the scale that this room leans to at this question.
func (c *Crowd) number(person *rand.Rand, q session.Question) int {
	name := fnv.New64a()
	_, _ = name.Write([]byte(q.Key))
	lean := 0.3 + 0.6*rand.New(rand.NewPCG(c.seed, name.Sum64())).Float64() //nolint:gosec // a seed that can be repeated is the point
	wide := float64(q.Max - q.Min)
	n := q.Min + int(math.Round((lean+person.NormFloat64()/5)*wide))
	return min(max(n, q.Min), q.Max)
}

// mood says how one person is, in at most `length` characters.
func (c *Crowd) mood(person *rand.Rand, length int) string {
	few := person.Float64()
	text := []rune(moods[int(few*few*float64(len(moods)))].In(c.lang))
	if person.IntN(2) == 0 {
		text = []rune(capital(string(text)))
	}
	return string(text[:min(len(text), length)])
}
