package tables

import (
	"strings"

	"verbindend/session"
)

// words are what the tables say by themselves, by kind of word and key. The Dutch is written first; the English says the same in
// its own way.
type words map[string]map[string]string

func (b builder) words() words {
	if b.lang == session.English {
		return english
	}
	return dutch
}

// word gives a word that has to be there; a test holds that it is.
func (b builder) word(kind, key string) string { return b.words()[kind][key] }

// term is a cell for one of a set of terms. One that this program has no word for stands there as it is.
func (b builder) term(kind, key string) Cell {
	if word := b.word(kind, key); word != "" {
		return word
	}
	return text(key)
}

func (b builder) kind(k session.Kind) string {
	if word := b.word("kind", string(k)); word != "" {
		return word
	}
	return string(k)
}

// terms puts several terms in one cell.
func terms[T ~string](b builder, kind string, keys []T) Cell {
	var list []string
	for _, key := range keys {
		if word, ok := b.term(kind, string(key)).(string); ok {
			list = append(list, word)
		}
	}
	return text(strings.Join(list, between))
}
