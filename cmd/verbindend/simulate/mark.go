package simulate

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// markSign begins a mark; nothing that the product itself says contains it.
const markSign = "※"

var digits = []rune("◆◇●○")

// markLength is the number of digits in a mark: 4¹⁰, a million marks.
const markLength = 10

// cardsPerPerson is how many marks are kept apart for each phone: its cards, and the new words of those it edits.
const cardsPerPerson = 16

// maxPhones is how many phones of a session can be told apart.
const maxPhones = 1 << (2 * markLength) / cardsPerPerson

// mark gives the mark of the i-th text of a phone. It has no letters: Normalise takes it away.
func mark(phone, i int) string {
	n := phone*cardsPerPerson + i
	var b strings.Builder
	b.WriteString(markSign)
	for range markLength {
		b.WriteRune(digits[n&3])
		n >>= 2
	}
	return b.String()
}

// marked tells whether bytes hold any mark.
func marked(raw []byte) bool { return bytes.Contains(raw, []byte(markSign)) }

// markedBy lists the phones whose marks bytes hold; −1 for one that was cut off.
func markedBy(raw []byte) []int {
	var phones []int
	for {
		_, after, found := bytes.Cut(raw, []byte(markSign))
		if !found {
			return phones
		}
		phones = append(phones, phoneOf(after))
		raw = after
	}
}

func phoneOf(after []byte) int {
	n := 0
	for i := range markLength {
		r, size := utf8.DecodeRune(after)
		digit := strings.IndexRune(string(digits), r) / utf8.RuneLen(digits[0])
		if size == 0 || !strings.ContainsRune(string(digits), r) {
			return -1
		}
		n |= digit << (2 * i)
		after = after[size:]
	}
	return n / cardsPerPerson
}
