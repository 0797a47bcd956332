package session

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Clean makes a text that people typed fit to keep: valid UTF-8 in NFC, white space of any kind one space, no control or
// formatting characters. The joiner inside emoji families stays: without it one sign falls apart into several.
func Clean(text string) string {
	var b strings.Builder
	space, visible := false, false
	for _, r := range norm.NFC.String(strings.ToValidUTF8(text, "\ufffd")) {
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
		space, visible = false, visible || !blank(r)
		b.WriteRune(r)
	}
	if !visible {
		return ""
	}
	return norm.NFC.String(b.String()) // what stood between a letter and its accent may be gone
}

const zeroWidthJoiner = '\u200d'

// blank tells whether a character shows nothing by itself: joiners, accents and variation selectors without a letter, and
// the fillers that are letters by name only.
func blank(r rune) bool {
	switch r {
	case zeroWidthJoiner, '\u115f', '\u1160', '\u2800', '\u3164', '\uffa0':
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me)
}

// Normalise gives the key under which two wordings are the same: case folded, accents, punctuation and emoji gone, spaces
// collapsed. A text of nothing but signs keeps its signs, so that two different emoji stay different.
func Normalise(text string) string {
	text = Clean(text)
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Cf):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Join(strings.Fields(b.String()), " ")
	if words == "" {
		return signs(text)
	}
	return strings.ToLower(cases.Fold().String(words)) // x/text folds Cherokee back and forth; lower case settles it
}

// signs gives a text without letters in the form in which equal signs are equal: how an emoji is coloured makes no difference.
func signs(text string) string {
	bare := strings.Map(func(r rune) rune {
		if r >= '\ufe00' && r <= '\ufe0f' || r >= '\U0001f3fb' && r <= '\U0001f3ff' {
			return -1
		}
		return r
	}, text)
	if bare = Clean(bare); bare == "" {
		return text
	}
	return bare
}

// sortByWords sorts a list as compare says, and what is the same to it by its words; what has the same words too stays as it was.
func sortByWords[T any](list []T, words func(T) string, compare func(a, b T) int) {
	type worded struct {
		one  T
		norm string
	}
	keyed := make([]worded, len(list))
	for i, one := range list {
		keyed[i] = worded{one, Normalise(words(one))}
	}
	slices.SortStableFunc(keyed, func(a, b worded) int { return cmp.Or(compare(a.one, b.one), cmp.Compare(a.norm, b.norm)) })
	for i, k := range keyed {
		list[i] = k.one
	}
}
