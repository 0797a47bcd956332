package session

import (
	"strings"
	"testing"
)

func TestCards(t *testing.T) {
	writing := func(t *testing.T) *room { t.Helper(); return lobby(t).with(anna, bert).opened(Write) }
	own := func(r *room, who PersonID) []string {
		texts := []string{}
		for _, c := range r.s.Me(who).Cards {
			texts = append(texts, c.Text)
		}
		return texts
	}
	t.Run("a card is laid down while writing is open, and at no other time", func(t *testing.T) {
		r := lobby(t).with(anna)
		r.do(anna, AddCard{ID: "k1", Text: "Moed"}).refused(Closed, NotOpen)
		r.opened(Welcome).do(anna, AddCard{ID: "k1", Text: "Moed"}).refused(Closed, NotOpen)
		r.opened(Write).do(anna, AddCard{ID: "k1", Text: "Moed"}).brought("CardAdded")
		r.opened(Cluster).do(anna, AddCard{ID: "k2", Text: "Lef"}).refused(Closed, NotOpen)
		r.opened(Write).do(anna, AddCard{ID: "k2", Text: "Lef"}).done()
	})
	t.Run("host and screen write no cards", func(t *testing.T) {
		r := writing(t)
		r.do(host, AddCard{ID: "k1", Text: "Moed"}).refused(Denied, "")
		r.do(screen, AddCard{ID: "k1", Text: "Moed"}).refused(Denied, "")
	})
	t.Run("a fifth card is refused; a place that comes free can be used again", func(t *testing.T) {
		r := writing(t).wrote(anna, "a", "b", "c")
		last := r.write(anna, "d")
		r.do(anna, AddCard{ID: "k9", Text: "e"}).refused(Invalid, TooMany, 4)
		r.do(anna, RemoveCard{last}).done().do(anna, AddCard{ID: "k9", Text: "e"}).done()
		r.wrote(bert, "mine")
		equal(t, own(r, anna), []string{"a", "b", "c", "e"})
	})
	t.Run("a card that the host hid keeps its place: hiding does not hand out more", func(t *testing.T) {
		r := writing(t).wrote(anna, "a", "b", "c", "d")
		r.do(host, HideCard{"k1"}).done().do(anna, AddCard{ID: "k9", Text: "e"}).refused(Invalid, TooMany, 4)
	})
	t.Run("a text has 1 to 100 characters after cleaning", func(t *testing.T) {
		r := writing(t)
		r.do(anna, AddCard{ID: "k1", Text: strings.Repeat("é", 100)}).done()
		r.do(anna, AddCard{ID: "k2", Text: "  " + strings.Repeat("e\u0301", 100) + "\n"}).done()
		r.do(anna, AddCard{ID: "k3", Text: strings.Repeat("é", 101)}).refused(Invalid, TooLong, 100)
		r.do(anna, AddCard{ID: "k3", Text: strings.Repeat("woorden ", 1250)}).refused(Invalid, TooLong, 100)
		for _, nothing := range []string{"", " ", "\n\t", "\u200b\u200d\ufe0f", "\u3164", "\u2800 \u0301"} {
			r.do(anna, AddCard{ID: "k3", Text: nothing}).refused(Invalid, Empty)
			r.do(anna, EditCard{ID: "k1", Text: nothing}).refused(Invalid, Empty)
		}
		r.do(anna, EditCard{ID: "k1", Text: strings.Repeat("x", 101)}).refused(Invalid, TooLong, 100)
	})
	t.Run("an id has 1 to 40 plain characters", func(t *testing.T) {
		r := writing(t)
		r.do(anna, AddCard{ID: strings.Repeat("x", 40), Text: "Moed"}).done()
		r.do(anna, AddCard{ID: strings.Repeat("x", 41), Text: "Moed"}).refused(Invalid, TooLong, 40)
		r.do(anna, AddCard{ID: strings.Repeat("x", 1<<20), Text: "Moed"}).refused(Invalid, TooLong, 40)
		r.do(anna, AddCard{ID: "", Text: "Moed"}).refused(Invalid, Empty)
		for _, id := range []string{"a b", "a/b", "a.b", "é", "<b>", "a\x00"} {
			r.do(anna, AddCard{ID: id, Text: "Moed"}).refused(Invalid, Malformed)
		}
	})
	t.Run("the same id again adds nothing, also when the card was edited or removed since", func(t *testing.T) {
		r := writing(t)
		r.do(anna, AddCard{ID: "k1", Text: "Moed"}).done().do(anna, AddCard{ID: "k1", Text: "Moed"}).changesNothing()
		r.do(anna, EditCard{ID: "k1", Text: "Lef"}).done().do(anna, AddCard{ID: "k1", Text: "Moed"}).changesNothing()
		r.do(anna, RemoveCard{"k1"}).done().do(anna, AddCard{ID: "k1", Text: "Moed"}).changesNothing()
		equal(t, own(r, anna), []string{})
	})
	t.Run("somebody else's id is taken", func(t *testing.T) {
		r := writing(t)
		r.do(anna, AddCard{ID: "k1", Text: "Moed"}).done().do(bert, AddCard{ID: "k1", Text: "Lef"}).refused(Taken, "")
	})
	t.Run("a card of one's own can be given other words", func(t *testing.T) {
		r := writing(t)
		id := r.write(anna, "Moed")
		r.do(anna, EditCard{ID: id, Text: " Lef  hebben "}).brought("CardEdited")
		r.do(anna, EditCard{ID: id, Text: "Lef hebben"}).changesNothing()
		equal(t, own(r, anna), []string{"Lef hebben"})
		r.opened(Cluster).do(anna, EditCard{ID: id, Text: "Durf"}).refused(Closed, NotOpen)
	})
	t.Run("nobody edits or removes somebody else's", func(t *testing.T) {
		r := writing(t)
		id := r.write(anna, "Moed")
		r.do(bert, EditCard{ID: id, Text: "x"}).refused(Denied, NotYours)
		r.do(bert, RemoveCard{id}).refused(Denied, NotYours)
		r.do(host, EditCard{ID: id, Text: "x"}).refused(Denied, "")
		r.do(bert, RemoveCard{"k9"}).refused(NotFound, Unknown)
		r.do(bert, EditCard{ID: "k9", Text: "x"}).refused(NotFound, Unknown)
	})
	t.Run("a removed card is gone for everybody, and removing it again changes nothing", func(t *testing.T) {
		r := writing(t)
		id := r.write(anna, "Moed")
		r.do(anna, RemoveCard{id}).brought("CardRemoved").do(anna, RemoveCard{id}).changesNothing()
		r.do(anna, EditCard{ID: id, Text: "Lef"}).refused(NotFound, Unknown)
		if _, ok := sees[CardItem](r, Host, "card/"+id); ok {
			t.Fatal("the host still sees it")
		}
		r.do(host, HideCard{id}).refused(NotFound, Unknown)
		equal(t, own(r, anna), []string{})
	})
	t.Run("a card can be removed when writing is opened again", func(t *testing.T) {
		r := writing(t).wrote(anna, "Moed", "Lef").opened(Vote).opened(Write)
		r.do(anna, RemoveCard{"k1"}).done().opened(Vote)
		ballot := must[BallotItem](r, Participant, "ballot")
		if len(ballot.Options) != 1 || ballot.Options[0].Name != "Lef" || ballot.Round != 2 {
			t.Fatalf("%+v", ballot)
		}
	})
	t.Run("progress counts writers and cards, and nobody is counted without a card", func(t *testing.T) {
		r := writing(t).wrote(anna, "a", "b")
		equal(t, must[ProgressItem](r, Screen, "progress"), ProgressItem{Done: 1, Of: 2, Cards: 2})
		r.do(anna, RemoveCard{"k1"}).done().do(anna, RemoveCard{"k2"}).done()
		equal(t, must[ProgressItem](r, Screen, "progress"), ProgressItem{Of: 2})
	})
}

func TestWhoSeesCards(t *testing.T) {
	seen := func(r *room, role Role, id string) bool { _, ok := sees[CardItem](r, role, "card/"+id); return ok }

	t.Run("the host sees them as they are written, the screen when writing is closed, phones only their own", func(t *testing.T) {
		r := lobby(t).with(anna, bert).opened(Write).wrote(anna, "Moed")
		if !seen(r, Host, "k1") || seen(r, Screen, "k1") || seen(r, Participant, "k1") {
			t.Fatal("while people write")
		}
		r.do(host, CloseActivity{}).done()
		if !seen(r, Host, "k1") || !seen(r, Screen, "k1") || seen(r, Participant, "k1") {
			t.Fatal("when writing is closed")
		}
		r.opened(Write)
		if seen(r, Screen, "k1") {
			t.Fatal("when writing is opened again")
		}
		if _, ok := sees[ClusterItem](r, Screen, "cluster/"+r.s.cards.byID["k1"].cluster); ok {
			t.Fatal("the screen reads it on its cluster")
		}
	})
	t.Run("a writer learns where a card lies when the room may see it", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed")
		if got := r.s.Me(anna).Cards[0].Cluster; got != "" {
			t.Fatal(got)
		}
		r.opened(Cluster)
		if got := r.s.Me(anna).Cards[0].Cluster; got != r.cluster("Moed") {
			t.Fatal(got)
		}
	})
	t.Run("a hidden card is the host's and its writer's alone, until it is restored", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed").opened(Cluster)
		r.do(host, HideCard{"k1"}).brought("CardHidden").do(host, HideCard{"k1"}).changesNothing()
		if it := must[CardItem](r, Host, "card/k1"); !it.Hidden {
			t.Fatalf("%+v", it)
		}
		if seen(r, Screen, "k1") || len(r.s.Me(anna).Cards) != 1 || len(r.s.Summary().Clusters) != 0 {
			t.Fatal("hidden means hidden, and the writer is not told")
		}
		equal(t, r.s.Summary().Counts, Counts{Joined: 1, Wrote: 1, Hidden: 1})
		r.do(host, RestoreCard{"k1"}).brought("CardHidden").do(host, RestoreCard{"k1"}).changesNothing()
		if !seen(r, Screen, "k1") {
			t.Fatal("restored means shown")
		}
	})
	t.Run("only the host hides, and only what is there", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed")
		r.do(anna, HideCard{"k1"}).refused(Denied, "").do(screen, RestoreCard{"k1"}).refused(Denied, "")
		r.do(host, HideCard{"k9"}).refused(NotFound, Unknown)
	})
	t.Run("a hidden card stays hidden when its writer edits it", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "scheldwoord")
		r.do(host, HideCard{"k1"}).done().do(anna, EditCard{ID: "k1", Text: "scheldwoord 2"}).done().opened(Cluster)
		if seen(r, Screen, "k1") {
			t.Fatal("editing brought it back")
		}
	})
	t.Run("a hidden card does not name its cluster, and its words are nowhere", func(t *testing.T) {
		r := lobby(t).with(anna, bert).opened(Write).wrote(anna, "lomperd").wrote(bert, "Lef").opened(Cluster)
		r.do(host, MergeClusters{Into: r.cluster("lomperd"), From: []string{r.cluster("Lef")}}).done()
		r.do(host, HideCard{"k1"}).done()
		equal(t, r.board(), []string{"Lef: Lef×1"})
		r.opened(Vote)
		equal(t, must[BallotItem](r, Screen, "ballot").Options, []Option{{ID: r.cluster("Lef"), Name: "Lef", Words: []string{}}})
	})
	t.Run("a cluster of hidden cards alone is nowhere, the ballot included, and comes back with them", func(t *testing.T) {
		r := lobby(t).with(anna, bert).opened(Write).wrote(anna, "Moed").wrote(bert, "Lef").opened(Cluster)
		r.do(host, HideCard{"k1"}).done()
		equal(t, r.board(), []string{"Lef: Lef×1"})
		r.do(host, RestoreCard{"k1"}).done()
		equal(t, r.board(), []string{"Moed: Moed×1", "Lef: Lef×1"})
	})
}
