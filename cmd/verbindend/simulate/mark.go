package simulate

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// markSign begins the mark of a card, sheetSign that of a text on a sheet; nothing that the product itself says contains them,
// nor those of other papers.
const (
	markSign  = "※"
	sheetSign = "⁂"
)

var digits = []rune("◆◇●○")

// markLength is the number of digits in a mark: 4¹⁰, a million marks.
const markLength = 10

// cardsPerPerson is how many marks are kept apart for each phone: its cards, the new words of those it edits, the cards it
// lays down in talks, and those in the open; and, with the other signs, all its sheets, and all of each sort of paper.
const cardsPerPerson = 32

// maxPhones is how many phones of a session can be told apart.
const maxPhones = 1 << (2 * markLength) / cardsPerPerson

// mark gives the mark of the i-th text of a phone. It has no letters: Normalise takes it away.
func mark(phone, i int) string { return signed(markSign, phone*cardsPerPerson+i) }

// sheetMark gives the mark of the texts on the i-th sheet of a phone; see sheetOf.
func sheetMark(phone, i int) string { return signed(sheetSign, phone*cardsPerPerson+i) }

func signed(sign string, n int) string {
	var b strings.Builder
	b.WriteString(sign)
	for range markLength {
		b.WriteRune(digits[n&3])
		n >>= 2
	}
	return b.String()
}

// markedBy lists the phones whose marks bytes hold; −1 for one that was cut off.
func markedBy(raw []byte) []int {
	var phones []int
	for _, n := range marksIn(raw, markSign) {
		phones = append(phones, phoneOf(n))
	}
	return phones
}

// phoneOf gives the phone of a mark; −1 for a mark that was cut off.
func phoneOf(n int) int {
	if n < 0 {
		return -1
	}
	return n / cardsPerPerson
}

// marksIn lists the marks with a sign that bytes hold, as numbers; −1 for one that was cut off.
func marksIn(raw []byte, sign string) []int {
	var marks []int
	for {
		_, after, found := bytes.Cut(raw, []byte(sign))
		if !found {
			return marks
		}
		marks = append(marks, read(after))
		raw = after
	}
}

func read(after []byte) int {
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
	return n
}
