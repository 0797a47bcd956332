package session

import (
	"fmt"
	"strings"
	"testing"
)

func TestPaperCards(t *testing.T) {
	paper := func(id, text string) AddPaperCard { return AddPaperCard{ID: id, Text: text} }

	t.Run("the host types in what was written on paper, from writing until the ballot is frozen", func(t *testing.T) {
		r := lobby(t).with(anna)
		r.planned(Activity{ID: "talk", Kind: Rounds})
		r.planned(Activity{ID: "clear", Kind: Clarify})
		r.do(host, paper("p0", "Moed")).refused(Closed, NotOpen)
		r.opened(Welcome).do(host, paper("p0", "Moed")).refused(Closed, NotOpen)
		for i, kind := range []Kind{Write, Rounds, Cluster, Clarify} {
			r.opened(kind).do(host, paper(fmt.Sprintf("p%d", i), "Moed")).brought("PaperCardAdded")
			r.do(host, CloseActivity{}).done().do(host, paper(fmt.Sprintf("q%d", i), "Moed")).done()
		}
		r.opened(Vote).do(host, paper("p9", "Lef")).refused(Closed, NotOpen)
		r.do(host, EditCard{ID: "p0", Text: "Lef"}).refused(Closed, NotOpen).do(host, RemoveCard{"p0"}).refused(Closed, NotOpen)
		r.opened(Reveal).do(host, paper("p9", "Lef")).refused(Closed, NotOpen)
	})
	t.Run("nobody else does", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write)
		r.do(anna, paper("p1", "Moed")).refused(Denied, "").do(screen, paper("p1", "Moed")).refused(Denied, "")
		r.do(host, paper("p1", "Moed")).done()
		r.do(anna, EditCard{ID: "p1", Text: "Lef"}).refused(Denied, NotYours).do(anna, RemoveCard{"p1"}).refused(Denied, NotYours)
		r.do(host, StrengthenCard{"p1", true}).refused(Denied, "")
	})
	t.Run("it is a card like any other: it is cleaned, merges by its words, is hidden, and its id is taken once", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed")
		r.do(host, paper("p1", "  moed! ")).done().do(host, paper("p1", "moed!")).changesNothing()
		r.do(host, paper("k1", "x")).refused(Taken, "").do(anna, AddCard{ID: "p1", Text: "x"}).refused(Taken, "")
		r.do(host, paper("p2", strings.Repeat("x", 101))).refused(Invalid, TooLong, 100)
		r.do(host, paper("p2", " ")).refused(Invalid, Empty).do(host, paper("p.2", "x")).refused(Invalid, Malformed)
		r.do(host, AddPaperCard{ID: "p2", Text: "x", Why: strings.Repeat("x", 201)}).refused(Invalid, TooLong, 200)
		equal(t, r.board(), []string{"Moed: Moed×2"})
		r.do(host, HideCard{"p1"}).done().do(host, RestoreCard{"p1"}).done().opened(Cluster)
		r.do(host, SplitCluster{r.cluster("Moed")}).changesNothing()
	})
	t.Run("the host changes it and takes it away; what people wrote is theirs", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed")
		r.do(host, paper("p1", "Lef")).done().do(host, EditCard{ID: "p1", Text: "Durf", Why: "Omdat"}).brought("CardEdited")
		equal(t, must[CardItem](r, Host, "card/p1").Why, "Omdat")
		r.do(host, EditCard{ID: "k1", Text: "x"}).refused(Denied, "").do(host, RemoveCard{"k1"}).refused(Denied, "")
		r.do(host, EditCard{ID: "p9", Text: "x"}).refused(NotFound, Unknown)
		r.do(host, RemoveCard{"p1"}).brought("CardRemoved").do(host, RemoveCard{"p1"}).changesNothing()
		equal(t, r.board(), []string{"Moed: Moed×1"})
	})
	t.Run("it is marked as paper for host and screen, and stays unseen while people write, in the open too", func(t *testing.T) {
		r := lobby(t).with(anna).in(InOpen).opened(Write)
		r.do(host, AddPaperCard{ID: "p1", Text: "Moed", Why: "Omdat"}).done()
		equal(t, r.glimpses(Screen), []string{})
		if _, ok := sees[CardItem](r, Screen, "card/p1"); ok {
			t.Fatal("the screen sees it while people write")
		}
		r.do(host, CloseActivity{}).done()
		if it := must[CardItem](r, Screen, "card/p1"); !it.Paper || it.Why != "" {
			t.Fatalf("%+v", it)
		}
		if it := must[CardItem](r, Host, "card/p1"); !it.Paper || it.Why != "Omdat" {
			t.Fatalf("%+v", it)
		}
	})
	t.Run("a ballot of paper cards alone is frozen and shown, although nobody has written", func(t *testing.T) {
		r := lobby(t)
		r.opened(Cluster).do(host, paper("p1", "Moed")).done().do(host, paper("p2", "Lef")).done()
		r.opened(Vote)
		if options := must[BallotItem](r, Screen, "ballot").Options; len(options) != 2 {
			t.Fatal(options)
		}
	})
	t.Run("it counts as a card and nobody as a writer, and the results say how many were on paper", func(t *testing.T) {
		r := lobby(t).with(anna, bert).opened(Write).wrote(anna, "Moed")
		r.do(host, paper("p1", "Moed")).done().do(host, paper("p2", "Lef")).done().do(host, paper("p3", "Zorg")).done()
		equal(t, must[ProgressItem](r, Screen, "progress"), ProgressItem{Done: 1, Of: 2, Cards: 4})
		r.do(host, HideCard{"p3"}).done().opened(Cluster)
		sum := r.s.Summary()
		equal(t, sum.Counts, Counts{Joined: 2, Wrote: 1, Cards: 3, Hidden: 1, PaperCards: 2})
		equal(t, sum.Clusters[0].Words, []Wording{{Text: "Moed", Count: 2, Paper: 1}})
	})
	t.Run("there is a limit to them, and hiding makes no room", func(t *testing.T) {
		r := lobby(t)
		r.lawless = true
		r.opened(Write)
		for i := range MaxPaperCards {
			r.do(host, paper(fmt.Sprintf("p%d", i), "Moed")).done()
		}
		r.do(host, HideCard{"p1"}).done().do(host, paper("more", "Lef")).refused(Invalid, TooMany, MaxPaperCards)
		r.do(host, RemoveCard{"p1"}).done().do(host, paper("more", "Lef")).done()
	})
}
