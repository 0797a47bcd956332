package session

// How wordings are alike, for whoever looks for one among many: a library that is searched, two sessions that are compared. All of
// these take wordings as Normalise gives them.

// DeckKey gives the key of the deck's value that a wording means, in either language and any of its variants; "" when the deck does
// not know it.
func DeckKey(norm string) string { return deckSpellings()[norm] }

// Stems gives the Dutch and the English stems of a wording (Snowball), without words that say nothing; "" when nothing is left.
func Stems(norm string) [2]string { return stemsOf(norm) }

// Filler tells whether a word says nothing about what is meant, in Dutch or in English: an article, a preposition, "we".
func Filler(norm string) bool { return fillers[norm] }

// Slips is how many slips of the pen are forgiven in a wording of so many characters: 1 from five on, 2 from nine on.
func Slips(characters int) int { return slips(characters) }

// Distance counts the least letters to add, leave out, replace or swap with a neighbour that make one wording the other (optimal string
// alignment). What is over `most` counts as most+1, and so does a wording longer than 64 characters.
func Distance(a, b []rune, most int) int {
	if len(a) > maxSpelled || len(b) > maxSpelled || len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	return distance(a, b, most)
}
