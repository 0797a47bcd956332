package session

import (
	"slices"
	"testing"
)

func TestDeck(t *testing.T) {
	deck := TheDeck()
	t.Run("it holds 48 values in 6 themes, in Dutch and English", func(t *testing.T) {
		themes := map[string]int{}
		for _, v := range deck.Values {
			themes[v.Theme]++
			for _, text := range []string{v.Key, v.Name.NL, v.Name.EN, v.Description.NL, v.Description.EN} {
				if text == "" || Clean(text) != text {
					t.Errorf("%s: %q", v.Key, text)
				}
			}
		}
		if len(deck.Values) != 48 || len(deck.Themes) != 6 || len(themes) != 6 {
			t.Fatal(len(deck.Values), themes)
		}
		for _, theme := range deck.Themes {
			if themes[theme.Key] == 0 || theme.NL == "" || theme.EN == "" {
				t.Errorf("%+v", theme)
			}
		}
	})
	t.Run("a spelling means one value, so that a suggestion is never in doubt", func(t *testing.T) {
		means := map[string]string{}
		for _, v := range deck.Values {
			for _, spelling := range slices.Concat([]string{v.Name.NL, v.Name.EN}, v.Variants["nl"], v.Variants["en"]) {
				key := Normalise(spelling)
				if other := means[key]; other != "" && other != v.Key || key == "" {
					t.Errorf("%q means %s and %s", spelling, other, v.Key)
				}
				means[key] = v.Key
			}
		}
	})
	t.Run("neighbours are values of the deck, and nobody's own neighbour", func(t *testing.T) {
		for _, v := range deck.Values {
			for _, key := range v.Related {
				if key == v.Key || !slices.ContainsFunc(deck.Values, func(o DeckValue) bool { return o.Key == key }) {
					t.Errorf("%s is related to %s", v.Key, key)
				}
			}
		}
	})
	t.Run("the host opens it once writing has begun, which is another mode of writing", func(t *testing.T) {
		r := lobby(t).with(anna)
		r.do(host, ShowDeck{true}).refused(Closed, NotOpen)
		r.opened(Welcome).do(host, ShowDeck{true}).refused(Closed, NotOpen)
		r.opened(Write).do(host, ShowDeck{true}).brought("AgendaChanged").do(host, ShowDeck{true}).changesNothing()
		r.do(host, ShowDeck{false}).done().do(host, ShowDeck{false}).changesNothing()
		if _, ok := sees[DeckItem](r, Participant, "deck"); ok {
			t.Fatal("it is still shown")
		}
	})
	t.Run("phones get the values in the language of the session, host and screen know that it is open", func(t *testing.T) {
		for lang, want := range map[Lang]string{Dutch: "Vertrouwen", English: "Trust"} {
			r := unstarted(t)
			r.do(host, StartSession{ID: "s", Title: "x", Lang: lang}).done().opened(Write).do(host, ShowDeck{true}).done()
			item := must[DeckItem](r, Participant, "deck")
			values := 0
			for _, theme := range item.Themes {
				values += len(theme.Values)
			}
			if item.Themes[0].Values[0].Name != want || values != 48 {
				t.Errorf("%s: %+v", lang, item.Themes[0].Values[0])
			}
			equal(t, must[DeckItem](r, Screen, "deck"), DeckItem{[]DeckItemTheme{}})
		}
	})
	t.Run("it goes when writing is closed, and is there again with the writing it belongs to", func(t *testing.T) {
		r := lobby(t).opened(Write).do(host, ShowDeck{true}).done().opened(Cluster)
		if _, ok := sees[DeckItem](r, Participant, "deck"); ok {
			t.Fatal("it is shown while people cluster")
		}
		r.do(host, ShowDeck{false}).changesNothing().opened(Write)
		must[DeckItem](r, Participant, "deck")
	})
	t.Run("planned, it is there from the first moment of writing", func(t *testing.T) {
		r := lobby(t).in(Inspired).opened(Write)
		must[DeckItem](r, Participant, "deck")
		r.do(host, ShowDeck{true}).changesNothing()
	})
}
