package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"verbindend/session"
)

var day = time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)

// said makes a session of what was said in it; the values have their cards behind a colon.
func said(id, title string, days int, values ...string) session.Summary {
	sum := session.Summary{ID: id, Title: title, StartedAt: day.AddDate(0, 0, days)}
	for _, v := range values {
		name, cards, _ := strings.Cut(v, ":")
		c := session.ClusterSummary{ID: id + name, Name: name}
		for _, card := range strings.FieldsFunc(cards, func(r rune) bool { return r == ',' }) {
			c.Words = append(c.Words, session.Wording{Text: strings.TrimSpace(card), Count: 1})
		}
		sum.Clusters = append(sum.Clusters, c)
	}
	return sum
}

func worded(sum session.Summary, name, sentence string) session.Summary {
	sum.Formulations = append(sum.Formulations, session.Formulation{Name: name, Phrasing: session.Phrasing{
		Sentence: sentence, When: []string{"We vragen door."}, Unless: "We praten óver elkaar.",
	}})
	return sum
}

func indexed(sums ...session.Summary) *Index {
	x := New()
	for _, sum := range sums {
		x.Put(Of(sum))
	}
	return x
}

// found lists the sessions that a query finds, in their order.
func found(x *Index, q Query) string {
	hits, _ := x.Search(q, 100)
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	return strings.Join(ids, " ")
}

func TestAWordFinds(t *testing.T) {
	for _, c := range []struct{ sentence, query, text string }{
		{"what is written the same", "vertrouwen", "Vertrouwen"},
		{"whatever the case", "VERTROUWEN", "vertrouwen"},
		{"without its accents", "cooperatie", "Coöperatie"},
		{"with accents that are not there", "coöperátie", "cooperatie"},
		{"what begins with it, while it is being typed", "vert", "Vertrouwen"},
		{"what begins with one letter, while it is being typed", "v", "Vertrouwen"},
		{"the Dutch plural", "waarde", "Waarden"},
		{"the Dutch singular", "verhalen", "Een verhaal"},
		{"the English plural", "leaders", "Leader"},
		{"the English stem", "connecting", "We connect people"},
		{"the value of the deck in English", "trust", "Vertrouwen"},
		{"the value of the deck in Dutch", "vertrouwen", "Trust"},
		{"one slip in five letters", "moedg", "moedig"},
		{"two neighbours swapped", "vertruowen", "Vertrouwen"},
		{"two slips in nine letters", "eigenaarsgap", "Eigenaarschap"},
		{"a slip in the first letter", "wertrouwen", "Vertrouwen"},
		{"a slip in what is still being typed", "verttrou", "Vertrouwen"},
		{"a slip in the value of the deck, said in the other language", "vertruowen", "Trust"},
		{"the same of a long one", "verantwoordlijkheid", "Responsibility"},
		{"a word in a sentence", "fouten", "Wij durven fouten te maken."},
		{"a word between quotes and dashes", "lef", "“Lef” – en moed"},
		{"an emoji", "🌉", "🌉"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			if got := found(indexed(said("a", "Teamdag", 0, c.text)), Query{Text: c.query}); got != "a" {
				t.Errorf("%q does not find %q", c.query, c.text)
			}
		})
	}
}

func TestAWordDoesNotFind(t *testing.T) {
	for _, c := range []struct{ sentence, query, text string }{
		{"another word", "moed", "Rust"},
		{"one slip in four letters", "moes", "Moed"},
		{"two slips in eight letters", "vrijhait", "Vrijheid"},
		{"three slips in nine letters", "vertrauwon", "Vertrekken"},
		{"another number", "2025x", "2026x"},
		{"what is only related", "verantwoordelijkheid", "Eigenaarschap"},
		{"the middle of a word", "trouw", "Vertrouwen"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			if got := found(indexed(said("a", "Teamdag", 0, c.text)), Query{Text: c.query}); got != "" {
				t.Errorf("%q finds %q", c.query, c.text)
			}
		})
	}
}

func TestVariantsOfTheDeck(t *testing.T) {
	t.Run("every name and variant of a value finds its Dutch and its English name", func(t *testing.T) {
		for _, v := range session.TheDeck().Values {
			x := indexed(said("nl", "Een", 0, v.Name.NL), said("en", "Twee", 1, v.Name.EN))
			spellings := []string{v.Name.NL, v.Name.EN}
			for _, variants := range v.Variants {
				spellings = append(spellings, variants...)
			}
			for _, spelling := range spellings {
				if session.DeckKey(session.Normalise(spelling)) != v.Key {
					continue // it means another value as well
				}
				if hits, _ := x.Search(Query{Text: spelling}, 10); len(hits) != 2 {
					t.Errorf("%q finds %v, want %q and %q", spelling, hits, v.Name.NL, v.Name.EN)
				}
			}
		}
	})
}

func TestOrder(t *testing.T) {
	t.Run("a title comes before a formulation, a value and a card", func(t *testing.T) {
		x := indexed(
			said("card", "Vier", 4, "Durf: moed"), said("value", "Drie", 3, "Moed: lef"),
			worded(said("formulation", "Twee", 2), "Durven", "Wij tonen moed."), said("title", "Moed in de zorg", 1))
		if got := found(x, Query{Text: "moed"}); got != "title formulation value card" {
			t.Error(got)
		}
	})
	t.Run("what is written the same on a card comes before a slip in a title", func(t *testing.T) {
		x := indexed(said("slip", "Vertrowuen", 1), said("card", "Teamdag", 0, "Basis: vertrouwen"))
		if got := found(x, Query{Text: "vertrouwen"}); got != "card slip" {
			t.Error(got)
		}
	})
	t.Run("where as much is found, the newest comes first", func(t *testing.T) {
		x := indexed(said("old", "Teamdag", -30), said("new", "Teamdag", 0), said("older", "Teamdag", -60))
		if got := found(x, Query{Text: "teamdag"}); got != "new old older" {
			t.Error(got)
		}
	})
	t.Run("without words everything is found, the newest first", func(t *testing.T) {
		if got := found(indexed(said("old", "A", -1), said("new", "B", 0)), Query{Text: "  "}); got != "new old" {
			t.Error(got)
		}
	})
	t.Run("every word has to be found, in whatever parts", func(t *testing.T) {
		x := indexed(said("both", "Teamdag Noord", 0, "Moed"), said("one", "Teamdag Zuid", 1, "Rust"))
		if got := found(x, Query{Text: "moed teamdag"}); got != "both" {
			t.Error(got)
		}
	})
	t.Run("words that say nothing are not looked for, unless there are no other ones", func(t *testing.T) {
		x := indexed(said("a", "Kracht", 0), said("b", "De dag", 1))
		if got := found(x, Query{Text: "de kracht van het"}); got != "a" {
			t.Error(got)
		}
		if got := found(x, Query{Text: "de"}); got != "b" {
			t.Error(got)
		}
	})
}

func TestFilters(t *testing.T) {
	a, b := said("a", "Teamdag", 0), said("b", "Teamdag", 10)
	a.Groups = []session.GroupCount{{Name: "HR-specialist", Joined: 8}}
	b.Groups = []session.GroupCount{{Name: "hr specialist", Joined: 8}, {Name: "Ondernemer", Joined: 9}}
	x := indexed(a, b)
	for _, c := range []struct {
		sentence string
		query    Query
		want     string
	}{
		{"from a moment on, that moment included", Query{From: day.AddDate(0, 0, 10)}, "b"},
		{"until a moment, which is not included", Query{Until: day.AddDate(0, 0, 10)}, "a"},
		{"between two moments", Query{From: day.Add(-time.Hour), Until: day.Add(time.Hour)}, "a"},
		{"with a group", Query{Group: "Ondernemer"}, "b"},
		{"with a group, however it is spelled", Query{Group: "HR specialist"}, "b a"},
		{"with a group that nobody has", Query{Group: "Bestuur"}, ""},
		{"and words", Query{Text: "teamdag", Group: "ondernemer"}, "b"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			if got := found(x, c.query); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	t.Run("the groups to choose from are listed once, as the newest session spells them", func(t *testing.T) {
		if got := strings.Join(x.Groups(), ", "); got != "hr specialist, Ondernemer" {
			t.Error(got)
		}
	})
}

func TestPlaces(t *testing.T) {
	told := func(p Place) string {
		s := string(p.Where) + ": "
		for _, piece := range p.Pieces {
			if piece.Hit {
				s += "[" + piece.Text + "]"
			} else {
				s += piece.Text
			}
		}
		return s
	}
	t.Run("are told with the words that were found, in the text as it was written", func(t *testing.T) {
		sum := worded(said("a", "Vertrouwen & lef!", 0, "Vertrouwen: vertrouwen gunnen, VERTROUWD, vertrouwde"), "Vertrouwen", "Wij vertrouwen elkaar, eerst.")
		hits, total := indexed(sum).Search(Query{Text: "vertrouwen"}, 10)
		var got []string
		for _, p := range hits[0].Places {
			got = append(got, told(p))
		}
		want := []string{
			"title: [Vertrouwen] & lef!", "formulation: [Vertrouwen]", "formulation: Wij [vertrouwen] elkaar, eerst.",
			"card: [vertrouwen] gunnen", "card: [VERTROUWD]", // the value is called as the text is
		}
		if total != 1 || !slices.Equal(got, want) || hits[0].More != 1 {
			t.Errorf("%q and %d more of %d", got, hits[0].More, total)
		}
	})
	t.Run("put together are the text, whatever is in it", func(t *testing.T) {
		for _, text := range []string{
			"👩‍👩‍👧 samen – é́ ﬁjn ½", "ثقة trust 信頼", strings.Repeat("moed", 80), "<b>moed</b>", "=moed+1", "moed\u200big", "ǅ moed",
		} {
			x := indexed(said("a", text, 0))
			hits, _ := x.Search(Query{Text: "moed trust samen"}, 1)
			if len(hits) == 0 {
				hits, _ = x.Search(Query{}, 1)
			}
			for _, p := range hits[0].Places {
				whole := ""
				for _, piece := range p.Pieces {
					whole += piece.Text
				}
				if whole != text {
					t.Errorf("%q became %q", text, whole)
				}
			}
		}
	})
	t.Run("a value of several words is found as a whole by another spelling of it", func(t *testing.T) {
		var name, variant string
		for _, v := range session.TheDeck().Values {
			for _, s := range v.Variants["nl"] {
				if strings.Contains(s, " ") && session.DeckKey(session.Normalise(s)) == v.Key {
					name, variant = v.Name.EN, s
				}
			}
		}
		if variant == "" {
			t.Fatal("the deck has no variant of several words")
		}
		hits, _ := indexed(said("a", "Een", 0, "x: "+variant)).Search(Query{Text: name}, 1)
		if len(hits) != 1 || told(hits[0].Places[0]) != "card: ["+variant+"]" {
			t.Errorf("%q by %q: %+v", variant, name, hits)
		}
	})
}

func TestNothingIsLeft(t *testing.T) {
	t.Run("of a book that was taken out", func(t *testing.T) {
		x := indexed(said("a", "Teamdag", 0, "Moed: kajuit"), said("b", "Teamdag", 1, "Rust"))
		x.Drop("a")
		x.Drop("a")
		if got := found(x, Query{Text: "teamdag"}) + found(x, Query{Text: "kajuit"}); got != "b" {
			t.Error(got)
		}
		x.Drop("b")
		if len(x.words) != 0 || len(x.IDs()) != 0 {
			t.Errorf("%d words are left", len(x.words))
		}
	})
	t.Run("of words that were forgotten, while the rest stays", func(t *testing.T) {
		x := indexed(said("a", "Teamdag", 0, "Moed: kajuit"))
		x.Put(Of(said("a", "Teamdag", 0, "Moed")))
		if found(x, Query{Text: "kajuit"}) != "" || found(x, Query{Text: "moed"}) != "a" {
			t.Error("the words are still there, or the value is not")
		}
	})
}

// thousand is an index of 1,000 sessions with 100 cards each, of some 9,000 different words, and the same as plain texts.
func thousand() (x *Index, texts []string) {
	x = New()
	deck := session.TheDeck().Values
	for i := range 1000 {
		var values []string
		for v := range 10 {
			name := deck[(i*7+v*5)%len(deck)].Name.NL
			var cards []string
			for c := range 10 {
				cards = append(cards, fmt.Sprintf("%s %s%d", deck[(i+v*10+c)%len(deck)].Name.NL, strings.Repeat("ke", 1+c%3), (i*100+v*10+c)%8800))
			}
			values = append(values, name+": "+strings.Join(cards, ", "))
		}
		b := Of(worded(said(fmt.Sprint(i), fmt.Sprintf("Inspiratiesessie %d", i), i%365, values...), "Vertrouwen", "Wij vertrouwen elkaar eerst."))
		x.Put(b)
		for _, text := range b.Texts {
			texts = append(texts, session.Normalise(text.Text))
		}
	}
	return x, texts
}

// A query over 1,000 sessions, beside the plainest search there is over the same texts: one pass that looks for the words as they are, and
// forgives nothing.
func BenchmarkSearch(b *testing.B) {
	x, texts := thousand()
	began := time.Now()
	const passes = 20
	seen := 0
	for range passes {
		for _, text := range texts {
			if strings.Contains(text, "vertrouwen") || strings.Contains(text, "samenwerking") {
				seen++
			}
		}
	}
	bare := time.Since(began) / passes
	if seen == 0 {
		b.Fatal("nothing")
	}
	for _, query := range []string{"vertruowen samenwerkin", "v", ""} {
		b.Run(fmt.Sprintf("%q", query), func(b *testing.B) {
			for b.Loop() {
				if _, total := x.Search(Query{Text: query}, 50); total == 0 {
					b.Fatal("nothing")
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(bare), "×bare")
		})
	}
}
