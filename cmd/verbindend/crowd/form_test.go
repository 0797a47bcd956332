package crowd

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"verbindend/session"
)

func TestFill(t *testing.T) {
	form := session.Form{Questions: []session.Question{
		{Key: "word", Length: 7}, {Key: "energy", Min: 1, Max: 5}, {Key: "c1/presence", Min: 1, Max: 10, Unsure: true},
	}}
	t.Run("every answer is one that its question takes, and every kind of answer is given", func(t *testing.T) {
		room := New(session.Dutch, 4, 1)
		open, unsure, numbers := 0, 0, map[int]int{}
		for p := 1; p <= 300; p++ {
			sheet := room.Fill(Person(4, p), form)
			if word, said := sheet.Texts["word"]; said && (word == "" || session.Clean(word) != word || utf8.RuneCountInString(word) > 7) {
				t.Fatalf("%q is no answer", word)
			}
			energy, given := sheet.Numbers["energy"]
			if given && (energy < 1 || energy > 5) {
				t.Fatalf("%d is no answer", energy)
			}
			numbers[energy]++
			if n, given := sheet.Numbers["c1/presence"]; !given {
				open++
			} else if n == 0 {
				unsure++
			} else if n < 1 || n > 10 {
				t.Fatalf("%d is no answer", n)
			}
		}
		if open == 0 || unsure == 0 || len(numbers) < 4 {
			t.Errorf("%d left it open, %d did not know, and %v was said", open, unsure, numbers)
		}
	})
	t.Run("the same seed gives the same answers", func(t *testing.T) {
		one, other := New(session.English, 9, 1).Fill(Person(9, 1), form), New(session.English, 9, 1).Fill(Person(9, 1), form)
		if !reflect.DeepEqual(one, other) {
			t.Errorf("%v and %v", one, other)
		}
	})
}
