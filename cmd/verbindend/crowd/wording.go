package crowd

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbindend/session"
)

// Wording gives a value in the words of one person: mostly its name or a spelling that the deck knows; sometimes in other
// capitals, with a sign, an accent or a slip of the finger.
func Wording(v session.DeckValue, lang session.Lang, person *rand.Rand) string {
	text := v.Name.In(lang)
	if variants := v.Variants[string(lang)]; len(variants) > 0 && person.IntN(3) == 0 {
		text = variants[person.IntN(len(variants))]
	}
	switch person.IntN(12) {
	case 0:
		return strings.ToLower(text)
	case 1:
		return strings.ToUpper(text)
	case 2:
		return text + "!"
	case 3:
		return " " + text + " ❤️"
	case 4:
		return accent(text, person)
	case 5:
		return slip(text, person)
	}
	return capital(text)
}

func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

var accents = map[rune]string{'a': "á", 'e': "é", 'i': "ï", 'o': "ó", 'u': "ü"}

// accent puts a stress on one vowel, written as one sign or as two: both are the same word.
func accent(text string, person *rand.Rand) string {
	runes := []rune(text)
	for _, i := range person.Perm(len(runes)) {
		if with, vowel := accents[runes[i]]; vowel {
			if person.IntN(2) == 0 {
				with = string(runes[i]) + "\u0301"
			}
			return string(runes[:i]) + with + string(runes[i+1:])
		}
	}
	return text
}

// slip swaps, drops or doubles one letter inside the text.
func slip(text string, person *rand.Rand) string {
	runes := []rune(text)
	if len(runes) < 5 {
		return text
	}
	i := 1 + person.IntN(len(runes)-3)
	switch person.IntN(3) {
	case 0:
		runes[i], runes[i+1] = runes[i+1], runes[i]
		return string(runes)
	case 1:
		return string(runes[:i]) + string(runes[i+1:])
	}
	return string(runes[:i+1]) + string(runes[i:])
}
