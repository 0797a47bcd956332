package session

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Clean makes a text that people typed fit to keep: valid UTF-8 in NFC, white space of any kind one space, no control or
// formatting characters. The joiner inside emoji families stays: without it one sign falls apart into several.
func Clean(text string) string {
	text = norm.NFC.String(strings.ToValidUTF8(text, "�"))
	var b strings.Builder
	space := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case r != zeroWidthJoiner && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)):
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	clean := b.String()
	if strings.Trim(clean, string(zeroWidthJoiner)+" ") == "" {
		return ""
	}
	return clean
}

const zeroWidthJoiner = '\u200d'

// Normalise gives the key under which two wordings are the same: case folded, accents, punctuation and emoji gone, spaces
// collapsed. A text of nothing but signs keeps its signs, so that two different emoji stay different.
func Normalise(text string) string {
	decomposed := norm.NFKD.String(text)
	var b strings.Builder
	for _, r := range decomposed {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	folded := cases.Fold().String(strings.Join(strings.Fields(b.String()), " "))
	if folded == "" {
		return Clean(text)
	}
	return folded
}
