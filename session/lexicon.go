package session

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
)

// A lexicon is what there is to know about the wordings on the cards, whoever lies with whom: which value of the deck each
// means, its stems, and which others are spelled almost alike. It depends on the words alone, so it is made once when the
// clustering opens, while nobody writes, and is never changed after that.
type lexicon struct {
	words map[string]*wording
	near  [][2]*wording   // pairs spelled almost alike, in the order of the cards
	keys  [sorts][]string // what wordings may share, by sort; the first is "", which is nothing to share
}

// What wordings may share.
const (
	byValue       = iota // a value of the deck, by its key
	byDutchStem          // a stem
	byEnglishStem        //
	sorts
)

type wording struct {
	norm   string
	keys   [sorts]int // where the lexicon lists what it shares; 0 when the deck does not know it, and when nothing is left of a stem
	near   bool       // another one is spelled almost alike
	runes  []rune
	digits string
	signs  uint64 // which characters it holds, folded into 64 bits
}

// newLexicon looks at wordings as Normalise gives them. Only those that begin alike, are about as long and hold nearly the same letters
// are laid beside each other.
func newLexicon(norms []string) *lexicon {
	l := &lexicon{words: make(map[string]*wording, len(norms))}
	var known [sorts]map[string]int
	for sort := range known {
		known[sort], l.keys[sort] = map[string]int{"": 0}, []string{""}
	}
	begins := map[rune][]*wording{} // by the first letter, and by the second one, for those who swapped them
	for _, norm := range norms {
		if l.words[norm] != nil || norm == "" {
			continue
		}
		w := newWording(norm)
		l.words[norm] = w
		stems := stemsOf(norm)
		for sort, key := range [sorts]string{deckSpellings()[norm], stems[0], stems[1]} {
			at, found := known[sort][key]
			if !found {
				at = len(l.keys[sort])
				known[sort][key], l.keys[sort] = at, append(l.keys[sort], key)
			}
			w.keys[sort] = at
		}
		for _, other := range begins[w.runes[0]] {
			if alike(w, other) {
				l.near = append(l.near, [2]*wording{other, w})
				w.near, other.near = true, true
			}
		}
		begins[w.runes[0]] = append(begins[w.runes[0]], w)
		if len(w.runes) > 1 && w.runes[1] != w.runes[0] {
			begins[w.runes[1]] = append(begins[w.runes[1]], w)
		}
	}
	return l
}

func newWording(norm string) *wording {
	w := &wording{norm: norm, runes: []rune(norm)}
	for _, r := range w.runes {
		w.signs |= 1 << (r % 64)
		if r >= '0' && r <= '9' {
			w.digits += string(r)
		}
	}
	return w
}

// differs tells whether the deck knows two wordings as two values.
func (w *wording) differs(other *wording) bool {
	x, y := w.keys[byValue], other.keys[byValue]
	return x != 0 && y != 0 && x != y
}

// deckSpellings gives the key of the value that each spelling in the deck means: its names and its variants, in both languages.
var deckSpellings = sync.OnceValue(func() map[string]string {
	keys := map[string]string{}
	for _, v := range TheDeck().Values {
		spellings := []string{v.Name.NL, v.Name.EN}
		for _, lang := range slices.Sorted(maps.Keys(v.Variants)) {
			spellings = append(spellings, v.Variants[lang]...)
		}
		for _, text := range spellings {
			if norm := Normalise(text); keys[norm] == "" {
				keys[norm] = v.Key
			}
		}
	}
	return keys
})

var deckValues = sync.OnceValue(func() map[string]DeckValue {
	values := map[string]DeckValue{}
	for _, v := range TheDeck().Values {
		values[v.Key] = v
	}
	return values
})

// fillers say nothing about which value is meant.
var fillers = func() map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields("de het een en in op van voor met te tot zijn hebben is wij we je jij ik ons onze elkaar " +
		"the a an and in on of for with to be being have is are we you i our us") {
		all[word] = true
	}
	return all
}()

// stemsOf gives the stems of a wording's words by the Dutch and the English algorithm of Snowball, without fillers. A stem under three
// characters tells nothing.
func stemsOf(norm string) (stems [2]string) {
	for lang, stem := range []func(*snowballstem.Env) bool{dutch.Stem, english.Stem} {
		var words []string
		for _, word := range strings.Fields(norm) {
			if fillers[word] {
				continue
			}
			env := snowballstem.NewEnv(word)
			stem(env)
			words = append(words, env.Current())
		}
		if all := strings.Join(words, " "); len([]rune(all)) >= 3 {
			stems[lang] = all
		}
	}
	return stems
}

// maxSpelled bounds the wordings whose spelling is compared, in characters: beyond it they are sentences, and told by their stems.
const maxSpelled = 64

// slips is how many slips of the pen two wordings may differ: short ones are soon another word.
func slips(length int) int {
	switch {
	case length < 5, length > maxSpelled-2:
		return 0
	case length < 9:
		return 1
	}
	return 2
}

// alike tells whether two wordings are spelled almost the same. The first letter is seldom mistyped and often makes another word
// ("leren", "keren"; "zeker", "onzeker"), and another number is never a slip.
func alike(a, b *wording) bool {
	most := min(slips(len(a.runes)), slips(len(b.runes)))
	if most == 0 || a.digits != b.digits || len(a.runes)-len(b.runes) > most || len(b.runes)-len(a.runes) > most ||
		bits.OnesCount64(a.signs&^b.signs) > most || bits.OnesCount64(b.signs&^a.signs) > most {
		return false
	}
	// Both have five letters or more here.
	swapped := a.runes[0] == b.runes[1] && a.runes[1] == b.runes[0]
	return (a.runes[0] == b.runes[0] || swapped) && distance(a.runes, b.runes, most) <= most
}

// distance counts the least letters to add, leave out, replace or swap with a neighbour that make one wording the other (optimal
// string alignment, the restricted Damerau-Levenshtein distance). What is over most counts as most+1: then it stops.
func distance(a, b []rune, most int) int {
	var rows [3][maxSpelled + 1]int
	before, last, now := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-most), min(len(b), i+most) // further from the diagonal it is over most already
		now[from-1] = i
		if from > 1 {
			now[from-1] = most + 1
		}
		least := now[from-1]
		for j := from; j <= to; j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
			least = min(least, now[j])
		}
		if to < len(b) {
			now[to+1] = most + 1
		}
		if least > most {
			return most + 1
		}
		before, last, now = last, now, before
	}
	return min(last[len(b)], most+1)
}
