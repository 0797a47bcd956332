package demo

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"verbindend/session"
)

// themeCalled finds a theme by what a value is called in the session.
func themeCalled(name string) (theme, bool) {
	norm := session.Normalise(name)
	for _, t := range themes {
		if norm == session.Normalise(t.name.NL) || norm == session.Normalise(t.name.EN) {
			return t, true
		}
	}
	return theme{}, false
}

// heart is how near a theme is to somebody of a group.
func (t theme) heart(group int) float64 { return t.weight * t.lean[group] }

// value is the theme as the value behind its cards.
func (t theme) value() session.DeckValue { return session.DeckValue{Key: t.key, Name: t.name} }

// byHeart orders themes as one person likes them: a weighted draw without putting back (Efraimidis and Spirakis 2006).
func (p *person) byHeart(among []theme) []theme {
	keys := make(map[string]float64, len(among))
	for _, t := range among {
		keys[t.key] = p.chance.ExpFloat64() / t.heart(p.corner)
	}
	return slices.SortedFunc(slices.Values(among), func(a, b theme) int { return cmp.Compare(keys[a.key], keys[b.key]) })
}

// ballot chooses by heart, by whatever method it is.
func (p *person) ballot(ballot session.BallotItem) map[string]int {
	options, liked := p.options(ballot)
	if ballot.Method == session.ByDots {
		return p.dots(ballot, options, liked)
	}
	given := map[string]int{}
	for i, t := range liked {
		given[options[t.key]] = i + 1 // its place
		if ballot.Method == session.ByScore {
			given[options[t.key]] = around(p.chance, session.BestScore-i, 1, session.BestScore)
		}
	}
	return given
}

// options lists what can be chosen by theme, and the themes as somebody likes them.
func (p *person) options(ballot session.BallotItem) (map[string]string, []theme) {
	var among []theme
	options := map[string]string{} // theme → option
	for _, o := range ballot.Options {
		if t, known := themeCalled(o.Name); known {
			among = append(among, t)
			options[t.key] = o.ID
		}
	}
	return options, p.byHeart(among)
}

// dots places all dots on what is near to somebody's heart, the nearest twice now and then.
func (p *person) dots(ballot session.BallotItem, options map[string]string, liked []theme) map[string]int {
	dots, left := map[string]int{}, ballot.Dots
	for _, t := range liked {
		n := 1 + p.chance.IntN(3)/2
		n = min(n, ballot.PerOption, left)
		if n > 0 {
			dots[options[t.key]] = n
		}
		left -= n
	}
	return dots
}

// one draws from what people say.
func one[T any](chance *rand.Rand, among []T) T { return among[chance.IntN(len(among))] }

// around draws a number of a scale near to a middle.
func around(chance *rand.Rand, middle, low, high int) int {
	return min(max(int(math.Round(float64(middle)+1.2*chance.NormFloat64())), low), high)
}

// sheet answers a form as somebody of this group would.
func (p *person) sheet(form session.FormItem, kind session.Kind) session.Sheet {
	sheet := p.group.crowd.Fill(p.chance, form.Form)
	lang := p.group.o.Lang
	for key := range sheet.Texts {
		value, _, _ := strings.Cut(key, "/")
		switch kind {
		case session.CheckIn:
			sheet.Texts[key] = one(p.chance, comingWords).In(lang)
		case session.CheckOut:
			sheet.Texts[key] = one(p.chance, leavingWords).In(lang)
		case session.Consent:
			delete(sheet.Texts, key)
			if sheet.Numbers[value+"/consent"] = p.consent(); sheet.Numbers[value+"/consent"] != session.Agrees {
				sheet.Texts[key] = p.reservation(sheet.Numbers[value+"/consent"])
			}
		}
	}
	for key, n := range sheet.Numbers {
		q := form.Questions[slices.IndexFunc(form.Questions, func(q session.Question) bool { return q.Key == key })]
		if middle, known := middleOf(kind, q); known && n > 0 {
			sheet.Numbers[key] = around(p.chance, middle, q.Min, q.Max)
		}
	}
	return sheet
}

// pulls is where the group stands between the poles of the method's tensions, and where it wants to stand.
var pulls = map[string]int{
	"p1/now": 3, "p1/wanted": 5, "p2/now": 3, "p2/wanted": 6, "p3/now": 4, "p3/wanted": 4, "p4/now": 3, "p4/wanted": 4,
}

// middleOf gives what the group answers to a question, in the middle.
func middleOf(kind session.Kind, q session.Question) (middle int, known bool) {
	switch kind {
	case session.CheckIn, session.CheckOut:
		return 4, true
	case session.Tensions:
		middle, known = pulls[q.Key]
	case session.Rate:
		var t theme
		if t, known = themeCalled(q.Label); strings.HasSuffix(q.Key, "/presence") {
			return t.presence, known
		}
		return t.importance, known
	}
	return middle, known
}

// consent is what somebody says of a text: most agree.
func (p *person) consent() int {
	switch p.chance.IntN(10) {
	case 0:
		return session.HasConcerns
	case 1, 2:
		return session.AgreesIf
	}
	return session.Agrees
}

func (p *person) reservation(answer int) string {
	if answer == session.HasConcerns {
		return one(p.chance, concerns).In(p.group.o.Lang)
	}
	return one(p.chance, changes).In(p.group.o.Lang)
}
