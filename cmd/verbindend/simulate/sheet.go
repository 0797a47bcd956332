package simulate

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/openloop"
	"verbindend/session"
)

// maxSheets is how often a phone sends its answers to one form, at most.
const maxSheets = 3

// placeOf gives which of the activities that ask a mark belongs to; −1 for a mark that was cut off.
func placeOf(mark int) int {
	if mark < 0 {
		return -1
	}
	return mark % cardsPerPerson / maxSheets
}

// filling plans the deeds of an activity that asks: whole sheets, the last of which counts. Now and then somebody takes
// everything back.
func (p *phone) filling(chance *rand.Rand, c *crowd.Crowd, a asked, place int, o Options) []openloop.Deed {
	var deeds []openloop.Deed
	for i, at := range moments(chance, 1+chance.IntN(maxSheets), o.Window) {
		sheet := c.Fill(chance, a.form)
		if i > 0 && chance.IntN(20) == 0 {
			sheet = session.Sheet{}
		}
		if a.Kind == session.Consent {
			consented(sheet)
		}
		sign(sheet.Texts, a.form, " "+sheetMark(p.number, place*maxSheets+i))
		deeds = append(deeds, openloop.Deed{At: at, Do: func(due time.Time) {
			p.mu.Lock()
			defer p.mu.Unlock()
			p.sheets[a.ID] = append(p.sheets[a.ID], p.visitor.SendAt(session.FillSheet{Activity: a.ID, Sheet: sheet}, due))
		}})
	}
	return p.mayCut(chance, deeds, o.Cut, o.Window)
}

// consented leaves out the reasons of those who simply agree, or say nothing: nothing was asked of them.
func consented(sheet session.Sheet) {
	for key := range sheet.Texts {
		value, _, _ := strings.Cut(key, "/")
		if sheet.Numbers[value+"/consent"] < session.AgreesIf {
			delete(sheet.Texts, key)
		}
	}
}

// sign puts a mark behind each text, which becomes shorter where there is not enough room for both, or is left out.
func sign(texts map[string]string, form session.Form, mark string) {
	for _, q := range form.Questions {
		if text := []rune(texts[q.Key]); len(text) > 0 {
			room := q.Length - utf8.RuneCountInString(mark)
			if room <= 0 {
				delete(texts, q.Key)
				continue
			}
			texts[q.Key] = session.Clean(string(text[:min(len(text), room)])) + mark
		}
	}
}

// keptSheet gives the last sheet that was acknowledged; an empty one without any.
func (p *phone) keptSheet(activity string) session.Sheet {
	for _, s := range slices.Backward(p.sheets[activity]) {
		if !s.Acked.IsZero() {
			return s.Command.(session.FillSheet).Sheet
		}
	}
	return session.Sheet{}
}

// filled tells whether a sheet is one this phone has sent.
func (p *phone) filled(activity string, sheet session.Sheet) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range p.sheets[activity] {
		sent := s.Command.(session.FillSheet).Sheet
		if maps.Equal(sent.Numbers, sheet.Numbers) && maps.Equal(sent.Texts, sheet.Texts) {
			return true
		}
	}
	return false
}
