package session

import (
	"strings"
	"testing"
)

// clustering gives a room in which anna, bert and carla wrote these cards, one each in turn, and clustering is open.
func clustering(t *testing.T, texts ...string) *room {
	t.Helper()
	r := lobby(t).with(anna, bert, carla).opened(Write)
	for i, text := range texts {
		r.write([]PersonID{anna, bert, carla}[i%3], text)
	}
	return r.opened(Cluster)
}

func TestIdenticalWordings(t *testing.T) {
	t.Run("merge by themselves, whatever their case, accents, punctuation and emoji", func(t *testing.T) {
		r := clustering(t, "Eén lijn", "een lijn!", "EEN LIJN 🎉", "Een lijntje")
		equal(t, r.board(), []string{"Eén lijn: Eén lijn×3", "Een lijntje: Een lijntje×1"})
	})
	t.Run("nothing else does: values that are related stay apart", func(t *testing.T) {
		r := clustering(t, "Eigenaarschap", "Verantwoordelijkheid", "Eigenaar schap")
		if len(r.board()) != 3 {
			t.Fatal(r.board())
		}
	})
	t.Run("a card that is edited leaves its wording and joins the new one", func(t *testing.T) {
		r := lobby(t).with(anna, bert, carla).opened(Write).wrote(anna, "Moed").wrote(bert, "Moed").wrote(carla, "Lef")
		r.do(bert, EditCard{ID: "k2", Text: "lef"}).done()
		equal(t, r.board(), []string{"Moed: Moed×1", "Lef: Lef×2"})
		r.do(anna, EditCard{ID: "k1", Text: "LEF!"}).done()
		equal(t, r.board(), []string{"Lef: Lef×3"})
		r.do(anna, EditCard{ID: "k1", Text: "Moed"}).done()
		equal(t, r.board(), []string{"Moed: Moed×1", "Lef: Lef×2"})
	})
	t.Run("when the first writer of a wording edits or removes it, the others stay together", func(t *testing.T) {
		r := lobby(t).with(anna, bert, carla).opened(Write).wrote(anna, "Moed").wrote(bert, "moed").wrote(carla, "MOED")
		r.do(anna, EditCard{ID: "k1", Text: "Lef"}).done()
		equal(t, r.board(), []string{"moed: moed×2", "Lef: Lef×1"})
		r.do(anna, EditCard{ID: "k1", Text: "Moed"}).done().do(bert, RemoveCard{"k2"}).done()
		equal(t, r.board(), []string{"MOED: MOED×2"})
		r.do(carla, RemoveCard{"k3"}).done().do(anna, RemoveCard{"k1"}).done()
		equal(t, r.board(), []string{})
	})
	t.Run("join late, where the wording was put meanwhile", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef")
		r.do(host, MergeClusters{Into: r.cluster("Lef"), From: []string{r.cluster("Moed")}}).done()
		r.opened(Write).wrote(carla, "moed!")
		equal(t, r.board(), []string{"Moed: Moed×2 Lef×1"})
	})
	t.Run("join a wording that is parked, off the ballot with it", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef")
		r.do(host, ParkCluster{r.cluster("Moed"), true}).done()
		r.opened(Write).wrote(carla, "moed").opened(Vote)
		equal(t, r.board(), []string{"Moed: Moed×2 (parked)", "Lef: Lef×1"})
		if got := must[BallotItem](r, Screen, "ballot").Options; len(got) != 1 {
			t.Fatal(got)
		}
	})
	t.Run("leave alone what somebody put there by hand, until that is undone", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef", "Rust")
		r.do(host, MoveCards{Cards: []string{"k3"}, To: r.cluster("Lef")}).done()
		r.opened(Write).do(carla, EditCard{ID: "k3", Text: "Moed"}).done()
		equal(t, r.board(), []string{"Moed: Moed×1", "Lef: Lef×1 Moed×1"})
		r.opened(Cluster).do(host, UndoClustering{}).done()
		r.opened(Write).do(carla, EditCard{ID: "k3", Text: "lef"}).done()
		equal(t, r.board(), []string{"Moed: Moed×1", "Lef: Lef×2"})
	})
	t.Run("a value that was named or parked keeps that when its only writer mends a word", func(t *testing.T) {
		r := clustering(t, "vertouwen", "Lef")
		r.do(host, RenameCluster{r.cluster("vertouwen"), "Elkaar vertrouwen"}).done()
		r.opened(Write).do(anna, EditCard{ID: "k1", Text: "vertrouwen"}).done()
		equal(t, r.board(), []string{"Elkaar vertrouwen: vertrouwen×1", "Lef: Lef×1"})
		r.do(anna, EditCard{ID: "k1", Text: "lef"}).done() // somebody else wrote that too
		equal(t, r.board(), []string{"Lef: Lef×2"})
	})
}

func TestArranging(t *testing.T) {
	t.Run("is the host's, while clustering is open", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef")
		moed, lef := r.cluster("Moed"), r.cluster("Lef")
		all := []Command{
			MergeClusters{moed, []string{lef}}, MoveCards{[]string{"k1"}, lef, nil}, SplitCluster{moed}, RenameCluster{moed, "x"},
			ParkCluster{moed, true}, UndoClustering{},
		}
		for _, c := range all {
			r.do(anna, c).refused(Denied, "").do(screen, c).refused(Denied, "")
		}
		r.do(host, CloseActivity{}).done()
		for _, c := range all {
			r.do(host, c).refused(Closed, NotOpen)
		}
	})
	t.Run("merging lays the cards of clusters into another, under its name", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef", "Durf")
		r.do(host, MergeClusters{r.cluster("Moed"), []string{r.cluster("Lef"), r.cluster("Durf")}}).brought("ClustersArranged")
		equal(t, r.board(), []string{"Moed: Moed×1 Lef×1 Durf×1"})
	})
	t.Run("a name given before is kept in a merge when the target has none", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef")
		r.do(host, RenameCluster{r.cluster("Lef"), "Durven"}).done()
		r.do(host, MergeClusters{r.cluster("Moed"), []string{r.cluster("Durven")}}).done()
		equal(t, r.board(), []string{"Durven: Moed×1 Lef×1"})
		r.do(host, UndoClustering{}).done()
		equal(t, r.board(), []string{"Moed: Moed×1", "Durven: Lef×1"})
	})
	t.Run("merging with itself, with nothing or the same one twice is harmless", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef")
		moed, lef := r.cluster("Moed"), r.cluster("Lef")
		r.do(host, MergeClusters{moed, []string{moed}}).changesNothing().do(host, MergeClusters{moed, nil}).changesNothing()
		a := r.do(host, MergeClusters{moed, []string{lef, moed, lef, lef}})
		if moves := a.records[0].Event.(ClustersArranged).Moves; len(moves) != 1 {
			t.Fatal(moves)
		}
	})
	t.Run("clusters that are not there, or empty, cannot be arranged", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef")
		moed, lef := r.cluster("Moed"), r.cluster("Lef")
		r.do(host, MergeClusters{"nowhere", []string{moed}}).refused(NotFound, Unknown)
		r.do(host, MergeClusters{moed, []string{"nowhere"}}).refused(NotFound, Unknown)
		r.do(host, MergeClusters{moed, []string{lef}}).done()
		r.do(host, MergeClusters{moed, []string{lef}}).refused(NotFound, Unknown)
		r.do(host, SplitCluster{lef}).refused(NotFound, Unknown).do(host, RenameCluster{lef, "x"}).refused(NotFound, Unknown)
		r.do(host, ParkCluster{lef, true}).refused(NotFound, Unknown)
	})
	t.Run("moving puts cards into a cluster, or apart into a new one", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef", "Durf")
		r.do(host, MoveCards{[]string{"k1", "k3", "k1"}, r.cluster("Lef"), nil}).done()
		equal(t, r.board(), []string{"Lef: Lef×1 Moed×1 Durf×1"})
		r.do(host, MoveCards{[]string{"k2", "k3"}, "new1", nil}).done()
		equal(t, r.board(), []string{"Moed: Moed×1", "Lef: Lef×1 Durf×1"})
		r.do(host, MoveCards{[]string{"k1"}, r.cluster("Moed"), nil}).changesNothing()
		r.do(host, MoveCards{nil, "new2", nil}).changesNothing()
	})
	t.Run("identical wordings can be moved apart by hand", func(t *testing.T) {
		r := clustering(t, "Rust", "rust")
		r.do(host, MoveCards{[]string{"k2"}, "new1", nil}).done()
		equal(t, r.board(), []string{"Rust: Rust×1", "rust: rust×1"})
	})
	t.Run("cards that are not there are refused, and so are ids that are none", func(t *testing.T) {
		r := clustering(t, "Moed")
		r.do(host, MoveCards{[]string{"k9"}, "new1", nil}).refused(NotFound, Unknown)
		r.do(host, MoveCards{[]string{"k1"}, "", nil}).refused(Invalid, Empty)
		r.do(host, MoveCards{[]string{"k1"}, "a/b", nil}).refused(Invalid, Malformed)
		r.do(host, MoveCards{[]string{"k1"}, strings.Repeat("x", 41), nil}).refused(Invalid, TooLong, 40)
	})
	t.Run("splitting lays the wordings apart; identical ones stay together, the most frequent one keeps the name", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef", "lef", "Durf")
		r.do(host, MergeClusters{r.cluster("Moed"), []string{r.cluster("Lef"), r.cluster("Durf")}}).done()
		r.do(host, RenameCluster{r.cluster("Lef"), "Durven"}).done()
		r.do(host, SplitCluster{r.cluster("Durven")}).done()
		equal(t, r.board(), []string{"Durven: Lef×2", "Durf: Durf×1", "Moed: Moed×1"})
	})
	t.Run("splitting one wording changes nothing", func(t *testing.T) {
		r := clustering(t, "Lef", "lef")
		r.do(host, SplitCluster{r.cluster("Lef")}).changesNothing()
	})
	t.Run("a hidden card does not take the name with it when its cluster is split", func(t *testing.T) {
		r := clustering(t, "lomperd", "Lef", "Durf")
		r.do(host, MergeClusters{r.cluster("lomperd"), []string{r.cluster("Lef"), r.cluster("Durf")}}).done()
		r.do(host, HideCard{"k1"}).done().do(host, RenameCluster{r.cluster("Lef"), "Durven"}).done()
		r.do(host, SplitCluster{r.cluster("Durven")}).done()
		equal(t, r.board(), []string{"Durven: Lef×1", "Durf: Durf×1"})
	})
	t.Run("every wording gets a home of its own, whatever the cards are called", func(t *testing.T) {
		r := lobby(t).with(anna, bert).opened(Write)
		for i, id := range []string{"x", "x-", "c6", "c6-"} {
			r.do(anna, AddCard{ID: id, Text: string(rune('a' + i))}).done()
		}
		r.opened(Cluster)
		home := r.cluster("a")
		r.do(host, MergeClusters{r.cluster("b"), []string{r.cluster("a"), r.cluster("c"), r.cluster("d")}}).done()
		r.do(host, MoveCards{[]string{"c6"}, home, nil}).done().do(host, RenameCluster{home, "taken"}).done()
		r.do(host, SplitCluster{r.cluster("b")}).done()
		if len(r.board()) != 4 {
			t.Fatal(r.board())
		}
	})
	t.Run("a name has at most 100 characters; none gives the cluster back its words", func(t *testing.T) {
		r := clustering(t, "Moed")
		id := r.cluster("Moed")
		r.do(host, RenameCluster{id, strings.Repeat("é", 101)}).refused(Invalid, TooLong, 100)
		r.do(host, RenameCluster{id, strings.Repeat("é", 100)}).done()
		r.do(host, RenameCluster{id, " Lef  en moed "}).done().do(host, RenameCluster{id, "Lef en moed"}).changesNothing()
		if it := must[ClusterItem](r, Screen, "cluster/"+id); it.Name != "Lef en moed" || !it.Named {
			t.Fatalf("%+v", it)
		}
		r.do(host, RenameCluster{id, " \u200b "}).done()
		equal(t, r.board(), []string{"Moed: Moed×1"})
	})
	t.Run("a cluster is called by its most frequent wording, the first of equals", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef", "Durf", "lef")
		r.do(host, MergeClusters{r.cluster("Moed"), []string{r.cluster("Durf")}}).done()
		equal(t, r.board()[0], "Moed: Moed×1 Durf×1")
		r.do(host, MergeClusters{r.cluster("Moed"), []string{r.cluster("Lef")}}).done()
		equal(t, r.board(), []string{"Lef: Lef×2 Moed×1 Durf×1"})
	})
	t.Run("what is parked is not on the ballot, until it is taken back", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef")
		moed := r.cluster("Moed")
		r.do(host, ParkCluster{moed, true}).done().do(host, ParkCluster{moed, true}).changesNothing()
		r.opened(Vote)
		if got := must[BallotItem](r, Screen, "ballot").Options; len(got) != 1 || got[0].Name != "Lef" {
			t.Fatal(got)
		}
		r.opened(Cluster).do(host, ParkCluster{moed, false}).done().opened(Vote)
		if got := must[BallotItem](r, Screen, "ballot").Options; len(got) != 2 {
			t.Fatal(got)
		}
	})
	t.Run("with everything parked there is nothing to vote on", func(t *testing.T) {
		r := clustering(t, "Moed")
		r.do(host, ParkCluster{r.cluster("Moed"), true}).done().open(Vote).refused(Closed, NothingToVote)
	})
	t.Run("phones see the clusters that took shape while clustering goes on; the screen sees all", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef", "Durf", "Rust")
		r.do(host, MergeClusters{r.cluster("Moed"), []string{r.cluster("Lef")}}).done()
		r.do(host, RenameCluster{r.cluster("Rust"), "Kalmte"}).done()
		count := func(role Role) (n int) {
			for key := range r.s.View(Viewer{Role: role}).Items {
				if strings.HasPrefix(key, "cluster/") {
					n++
				}
			}
			return n
		}
		if count(Participant) != 2 || count(Screen) != 3 || count(Host) != 3 {
			t.Fatal(count(Participant), count(Screen), count(Host))
		}
		r.do(host, ParkCluster{r.cluster("Kalmte"), true}).done()
		if count(Participant) != 1 {
			t.Fatal("phones see what was set aside")
		}
		r.opened(Vote)
		if count(Participant) != 0 {
			t.Fatal("phones see clusters while they vote")
		}
	})
	t.Run("the id of a cluster does not tell which card began it", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write)
		r.do(anna, AddCard{ID: "only-annas-phone-knows", Text: "Moed"}).done().opened(Cluster)
		if id := r.cluster("Moed"); strings.Contains(id, "anna") {
			t.Fatal(id)
		}
	})
}
