package library

import (
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

// mark cuts a text where words that were found begin and end, and tells how well they were found; 0: none is in it. The pieces put
// together are the text as it was.
func (x *Index) mark(text string, found map[*word]float64) (pieces []Piece, score float64) {
	if len(found) == 0 {
		return nil, 0
	}
	// A value of several words is found as a whole, and so is what has no letters.
	if norm := session.Normalise(text); strings.Contains(norm, " ") || strings.IndexFunc(norm, inWord) < 0 {
		if whole := x.words[norm]; whole != nil && found[whole] > 0 {
			return []Piece{{text, true}}, found[whole]
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
		best := 0.0
		for _, norm := range strings.Fields(session.Normalise(text[:letters])) {
			if w := x.words[norm]; w != nil {
				best = max(best, found[w])
			}
		}
		add(text[:letters], best > 0)
		score += best
		text = text[letters:]
	}
	return pieces, score
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
