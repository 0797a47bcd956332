package crowd

import (
	"slices"
	"testing"
	"unicode/utf8"

	"verbindend/session"
)

func TestCrowd(t *testing.T) {
	t.Run("the same seed gives the same room, another seed another one", func(t *testing.T) {
		room := func(seed uint64) []string {
			var texts []string
			c := New(session.Dutch, seed, 1)
			for p := 1; p <= 20; p++ {
				for _, card := range c.Think(Person(seed, p), 4) {
					texts = append(texts, card.Text)
				}
			}
			return texts
		}
		if !slices.Equal(room(7), room(7)) {
			t.Error("seed 7 gave two different rooms")
		}
		if slices.Equal(room(7), room(8)) {
			t.Error("seeds 7 and 8 gave the same room")
		}
	})
	t.Run("nobody names a value twice, and every card can be sent", func(t *testing.T) {
		c := New(session.English, 1, 1)
		for p := 1; p <= 200; p++ {
			named := map[string]bool{}
			for _, card := range c.Think(Person(1, p), 4) {
				if named[card.Value.Key] {
					t.Fatalf("person %d names %s twice", p, card.Value.Key)
				}
				named[card.Value.Key] = true
				if clean := session.Clean(card.Text); clean == "" || utf8.RuneCountInString(clean) > session.MaxCard || !utf8.ValidString(card.Text) {
					t.Fatalf("%q is no card", card.Text)
				}
			}
		}
	})
	t.Run("a crowd that agrees names its first value far more often than its last", func(t *testing.T) {
		c := New(session.Dutch, 3, 1)
		times := map[string]int{}
		for p := 1; p <= 500; p++ {
			for _, card := range c.Think(Person(3, p), 3) {
				times[card.Value.Key]++
			}
		}
		first, last := times[c.values[0].Key], times[c.values[47].Key]
		if first < 5*last || first == 0 {
			t.Errorf("the first was named %d times, the last %d", first, last)
		}
	})
}

func TestDots(t *testing.T) {
	t.Run("a ballot places dots, and never more than it has", func(t *testing.T) {
		room := New(session.Dutch, 5, 1)
		for options := 1; options <= 20; options++ {
			b := session.BallotItem{Dots: session.DotsFor(options), PerOption: session.PerOptionFor(options)}
			for i := range options {
				b.Options = append(b.Options, session.Option{ID: string(rune('a' + i))})
			}
			for p := 1; p <= 50; p++ {
				sum := 0
				for id, n := range room.Dots(Person(5, p), b) {
					if n < 1 || n > b.PerOption {
						t.Fatalf("%d dots on %s", n, id)
					}
					sum += n
				}
				if sum == 0 || sum > b.Dots {
					t.Fatalf("%d dots of %d with %d options", sum, b.Dots, options)
				}
			}
		}
	})
}
