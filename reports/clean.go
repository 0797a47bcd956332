package reports

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"verbindend/reports/faces"
)

// box stands for what this report cannot set.
const box = '□'

// clean makes a text that people typed fit for paper: valid UTF-8 in composed form on one line, without control and format
// characters, variation selectors and skin tones; what no face can set, what lies above U+FFFE (emoji), and what is written
// from right to left becomes □, several in a row one □. It is cut with … at limit characters.
func clean(text string, limit int) string {
	if len(text) > 16*limit+1024 { // whatever comes after would be cut anyway
		text = text[:16*limit+1024]
	}
	text = norm.NFC.String(strings.ToValidUTF8(text, string(box)))
	var b strings.Builder
	count, marks, space, boxed := 0, 0, false, false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0':
			space = count > 0
			continue
		case vanishes(r):
			continue
		case unicode.Is(unicode.M, r):
			if marks++; marks > 2 || count == 0 || boxed || !faces.Printable(r) {
				continue // a tower of accents would grow into the line above
			}
		default:
			marks = 0
		}
		if !settable(r) {
			r = box
		}
		if r == box && boxed {
			space = false
			continue
		}
		boxed = r == box
		if space {
			b.WriteByte(' ')
			count++
			space = false
		}
		if count >= limit {
			return cut(b.String())
		}
		b.WriteRune(r)
		count++
	}
	return b.String()
}

// cut ends a text that was too long.
func cut(text string) string {
	runes := []rune(strings.TrimRight(text, " "))
	if len(runes) > 1 {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " .,;:…") + "…"
}

// vanishes tells which characters say something to a screen and nothing to paper.
func vanishes(r rune) bool {
	switch {
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
		return true
	case unicode.Is(unicode.Variation_Selector, r), unicode.Is(unicode.Me, r):
		return true
	}
	return r >= 0x1f3fb && r <= 0x1f3ff // skin tones
}

// settable tells which characters come out right. Hebrew and Arabic have glyphs and would still come out backwards and unjoined.
func settable(r rune) bool {
	if r >= 0xffff || unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Co) {
		return false
	}
	return faces.Printable(r)
}
