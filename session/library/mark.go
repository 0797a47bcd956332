package library

import (
	"slices"
	"strings"
	"unicode"

	"verbindend/session"
)

func normal(text string) string {
	if text == "" {
		return ""
	}
	return session.Normalise(text)
}

// mark cuts a text where words that were found begin and end. The pieces put together are the text as it was.
func (x *Index) mark(text string, found map[*word]float64) (pieces []Piece) {
	// A value of several words is found as a whole, and so is what has no letters.
	if norm := session.Normalise(text); strings.Contains(norm, " ") || strings.IndexFunc(norm, inWord) < 0 {
		if whole := x.words[norm]; whole != nil && found[whole] > 0 {
			return []Piece{{text, true}}
		}
	}
	add := func(part string, hit bool) {
		if n := len(pieces); n > 0 && pieces[n-1].Hit == hit {
			pieces[n-1].Text += part
		} else if part != "" {
			pieces = append(pieces, Piece{part, hit})
		}
	}
	for len(text) > 0 {
		letters := span(text, inWord)
		if letters == 0 {
			between := span(text, func(r rune) bool { return !inWord(r) })
			add(text[:between], false)
			text = text[between:]
			continue
		}
		add(text[:letters], slices.ContainsFunc(strings.Fields(session.Normalise(text[:letters])), func(norm string) bool {
			w := x.words[norm]
			return w != nil && found[w] > 0
		}))
		text = text[letters:]
	}
	return pieces
}

// inWord tells whether a character is within a word for Normalise: accents and what shows nothing are.
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.In(r, unicode.Mn, unicode.Cf)
}

// span is how many bytes of a text are of one kind.
func span(text string, is func(rune) bool) int {
	if i := strings.IndexFunc(text, func(r rune) bool { return !is(r) }); i >= 0 {
		return i
	}
	return len(text)
}
