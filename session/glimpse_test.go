package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// in gives writing another mode.
func (r *room) in(mode Mode) *room {
	r.t.Helper()
	return r.change(func(a *Activity) { a.Mode = mode })
}

// held lets the facilitator read first, or not any more.
func (r *room) held(hold bool) *room {
	r.t.Helper()
	return r.change(func(a *Activity) { a.Hold = hold })
}

func (r *room) change(how func(*Activity)) *room {
	r.t.Helper()
	for _, a := range r.s.agenda.list {
		if a.Kind == Write {
			how(&a)
			r.do(host, EditActivity{a}).done()
		}
	}
	return r
}

// openly lets somebody lay down cards who knows that others see them, and gives the id of the last.
func (r *room) openly(who PersonID, texts ...string) string {
	r.t.Helper()
	for _, text := range texts {
		r.cards++
		r.do(who, AddCard{ID: fmt.Sprintf("k%d", r.cards), Text: text, Sight: Seen}).done()
	}
	return fmt.Sprintf("k%d", r.cards)
}

// glimpses lists what a role sees of what is being written.
func (r *room) glimpses(role Role) []string {
	words := []string{}
	for n := range Glimpses {
		if item, ok := sees[GlimpseItem](r, role, fmt.Sprintf("glimpse/%d", n)); ok {
			words = append(words, item.Words...)
		}
	}
	slices.Sort(words)
	return words
}

func TestModes(t *testing.T) {
	t.Run("an agenda says how people write, and only writing has a mode", func(t *testing.T) {
		r := lobby(t)
		r.do(host, PlanActivity{Activity{ID: "w", Kind: Write, Minutes: 5, Limit: 3, Mode: InOpen, Hold: true}, MaxActivities}).done()
		r.do(host, PlanActivity{Activity{ID: "x", Kind: Pause, Mode: InOpen, Hold: true}, MaxActivities}).done()
		w, _ := r.s.agenda.find("w")
		x, _ := r.s.agenda.find("x")
		if w.Mode != InOpen || !w.Hold || x.Mode != Silent || x.Hold {
			t.Fatalf("%+v %+v", w, x)
		}
		r.do(host, PlanActivity{Activity{ID: "y", Kind: Write, Limit: 3, Mode: "loud"}, 0}).refused(Invalid, Unknown)
		w.Mode = Inspired
		r.do(host, EditActivity{w}).done()
		if w, _ := r.s.agenda.find("w"); w.Hold {
			t.Fatal("nothing is held where nobody sees anything")
		}
	})
	t.Run("phones hear of the mode before they write, and when it changes", func(t *testing.T) {
		r := lobby(t).with(anna).in(InOpen).opened(Write)
		if now := must[NowItem](r, Participant, "now"); now.Mode != InOpen || now.Hold {
			t.Fatalf("%+v", now)
		}
		if now := must[NowItem](r.held(true), Participant, "now"); !now.Hold {
			t.Fatalf("%+v", now)
		}
	})
	t.Run("the record tells in which modes people wrote, in their order, and nothing when it was silent", func(t *testing.T) {
		modes := func(r *room) []Mode { return r.s.Summary().Activities[1].Modes }
		r := lobby(t).with(anna).in(Inspired).opened(Write)
		equal(t, modes(r), []Mode{Inspired})
		r.in(Silent).in(InOpen).held(true).opened(Cluster).opened(Write)
		equal(t, modes(r), []Mode{Inspired, Silent, InOpen})
		equal(t, modes(lobby(t).in(InOpen).in(Silent).opened(Write)), nil)
	})
}

func TestGlimpses(t *testing.T) {
	t.Run("in the open, phones and screen see the words of others, identical ones once", func(t *testing.T) {
		r := lobby(t).with(anna, bert).in(InOpen).opened(Write)
		r.openly(anna, "Moed", "zorg")
		r.openly(bert, "moed!", "Lef")
		for _, role := range []Role{Participant, Screen} {
			equal(t, r.glimpses(role), []string{"Lef", "Moed", "zorg"})
		}
		equal(t, r.glimpses(Host), []string{})
		if got := r.s.Me(anna).Cards[0].Sight; got != Seen {
			t.Fatalf("anna is told %q", got)
		}
	})
	t.Run("in silence and with the deck nobody sees any, whatever a phone asks for", func(t *testing.T) {
		for _, mode := range []Mode{Silent, Inspired} {
			r := lobby(t).with(anna).opened(Write)
			if mode != Silent {
				r.in(mode)
			}
			r.openly(anna, "Moed")
			equal(t, r.glimpses(Participant), []string{})
			if got := r.s.Me(anna).Cards[0].Sight; got != Unseen {
				t.Fatal(got)
			}
		}
	})
	t.Run("what was written in silence stays unseen when writing becomes open, until it is closed", func(t *testing.T) {
		r := lobby(t).with(anna, bert).opened(Write).wrote(anna, "Moed")
		r.in(InOpen)
		r.openly(bert, "Lef")
		equal(t, r.glimpses(Participant), []string{"Lef"})
		r.in(Silent)
		equal(t, r.glimpses(Screen), []string{})
		r.in(InOpen).do(host, CloseActivity{}).done()
		equal(t, r.glimpses(Screen), []string{})
		must[CardItem](r, Screen, "card/k1")
	})
	t.Run("a card that was on its way when the mode changed is not seen: its writer did not know", func(t *testing.T) {
		r := lobby(t).with(anna).in(InOpen).opened(Write).wrote(anna, "Moed")
		equal(t, r.glimpses(Participant), []string{})
	})
	t.Run("whoever was told that the facilitator reads first is not seen before, also when nobody has to any more", func(t *testing.T) {
		r := lobby(t).with(anna).in(InOpen).opened(Write)
		r.do(anna, AddCard{ID: "k1", Text: "Moed", Sight: Held}).done()
		equal(t, r.glimpses(Participant), []string{})
		r.do(host, LetThrough{map[string]string{"k1": "Moed"}}).done()
		equal(t, r.glimpses(Participant), []string{"Moed"})
		r.do(anna, AddCard{ID: "k2", Text: "Lef", Sight: "all"}).refused(Invalid, Unknown)
		r.do(anna, EditCard{ID: "k1", Text: "Lef", Sight: "all"}).refused(Invalid, Unknown)
	})
	t.Run("other words on a card are seen when their writer knows it, and not otherwise", func(t *testing.T) {
		r := lobby(t).with(anna).in(InOpen).opened(Write)
		id := r.openly(anna, "Moed")
		r.do(anna, EditCard{ID: id, Text: "Lef"}).done()
		equal(t, r.glimpses(Participant), []string{})
		r.do(anna, EditCard{ID: id, Text: "Lef", Sight: Seen}).done().do(anna, EditCard{ID: id, Text: "Lef", Sight: Seen}).changesNothing()
		equal(t, r.glimpses(Participant), []string{"Lef"})
		r.do(anna, RemoveCard{id}).done()
		equal(t, r.glimpses(Participant), []string{})
	})
	t.Run("an edit in silence of a card that was seen is not seen when writing is open again", func(t *testing.T) {
		r := lobby(t).with(anna).in(InOpen).opened(Write)
		id := r.openly(anna, "Moed")
		r.in(Silent).do(anna, EditCard{ID: id, Text: "Lef", Sight: Seen}).done()
		equal(t, r.in(InOpen).glimpses(Participant), []string{})
	})
	t.Run("a hidden card is not seen, and is again when the host restores it", func(t *testing.T) {
		r := lobby(t).with(anna).in(InOpen).opened(Write)
		id := r.openly(anna, "Moed")
		r.do(host, HideCard{id}).done()
		equal(t, r.glimpses(Participant), []string{})
		r.do(host, RestoreCard{id}).done()
		equal(t, r.glimpses(Participant), []string{"Moed"})
	})
	t.Run("while the facilitator reads first, cards wait; other words wait again", func(t *testing.T) {
		r := lobby(t).with(anna, bert).in(InOpen).held(true).opened(Write)
		id, other := r.openly(anna, "Moed"), r.openly(bert, "Lef")
		equal(t, r.glimpses(Participant), []string{})
		if it := must[CardItem](r, Host, "card/"+id); it.Sight != Held {
			t.Fatalf("%+v", it)
		}
		r.do(anna, LetThrough{map[string]string{id: "Moed"}}).refused(Denied, "")
		r.do(host, LetThrough{map[string]string{id: "Moed", "k9": "x"}}).brought("CardsLetThrough")
		r.do(host, LetThrough{map[string]string{id: "Moed"}}).changesNothing()
		equal(t, r.glimpses(Participant), []string{"Moed"})
		r.do(anna, EditCard{ID: id, Text: "Moed", Why: "Omdat", Sight: Seen}).done()
		equal(t, r.glimpses(Participant), []string{"Moed"})
		r.do(anna, EditCard{ID: id, Text: "Moed met Bert", Sight: Seen}).done()
		equal(t, r.glimpses(Participant), []string{})
		r.do(host, LetThrough{map[string]string{id: "Moed"}}).changesNothing()
		r.held(false).openly(anna, "Zorg")
		equal(t, r.glimpses(Participant), []string{"Zorg"})
		r.do(host, LetThrough{map[string]string{id: "Moed met Bert", other: "Lef"}}).done()
		equal(t, r.glimpses(Participant), []string{"Lef", "Moed met Bert", "Zorg"})
	})
	t.Run("a full room stays small on the wire: so many words and no more, the same whoever came first", func(t *testing.T) {
		room := func(backwards bool) *room {
			r := lobby(t)
			r.lawless = true
			crowd := r.crowd(100)
			r.in(InOpen).opened(Write)
			for i := range 400 {
				if backwards {
					i = 399 - i
				}
				r.openly(crowd[i/4], fmt.Sprintf("waarde %d %s", i, strings.Repeat("x", 80)))
			}
			return r
		}
		r := room(false)
		if n := len(r.glimpses(Participant)); n < Glimpses*GlimpseWords/2 || n > Glimpses*GlimpseWords {
			t.Fatalf("%d words", n)
		}
		equal(t, r.glimpses(Participant), room(true).glimpses(Participant))
	})
	t.Run("two rooms that differ in nothing but who wrote what, and when, look the same to phones and screen", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			texts := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,6}`), 2, 12, rapid.ID).Draw(t, "texts")
			room := func(order []string, writers []PersonID) picture {
				r := lobby(t)
				r.lawless = true
				r.crowd(12)
				r.in(InOpen).opened(Write)
				for i, text := range order {
					r.openly(writers[i], text)
				}
				seen := picture{}
				for what, it := range take(t, r.s) {
					if strings.HasPrefix(what, string(Participant)) || strings.HasPrefix(what, string(Screen)) {
						seen[what] = it
					}
				}
				return seen
			}
			people := make([]PersonID, 12)
			for i := range people {
				people[i] = PersonID(fmt.Sprintf("person-%04d", i+1))
			}
			equal(t, room(texts, people), room(rapid.Permutation(texts).Draw(t, "order"), rapid.Permutation(people).Draw(t, "writers")))
		})
	})
	t.Run("the results count the cards that others saw while people wrote", func(t *testing.T) {
		r := lobby(t).with(anna, bert).opened(Write).wrote(anna, "Moed")
		r.in(InOpen).openly(bert, "Lef", "Zorg")
		equal(t, r.opened(Cluster).s.Summary().Counts, Counts{Joined: 2, Wrote: 2, Cards: 3, Seen: 2})
	})
}
