package session

import (
	"testing"
)

func TestUndo(t *testing.T) {
	t.Run("every arrangement can be taken back, the last one first, without end", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef", "Durf", "Rust", "lef")
		boards := [][]string{r.board()}
		for _, c := range []func() Command{
			func() Command { return MergeClusters{r.cluster("Moed"), []string{r.cluster("Lef"), r.cluster("Durf")}} },
			func() Command { return RenameCluster{r.cluster("Lef"), "Durven"} },
			func() Command { return ParkCluster{r.cluster("Rust"), true} },
			func() Command { return MoveCards{[]string{"k1", "k4"}, "new1", nil} },
			func() Command { return SplitCluster{r.cluster("Durven")} },
			func() Command { return RenameCluster{r.cluster("Durven"), ""} },
		} {
			r.do(host, c()).done()
			boards = append(boards, r.board())
		}
		for i := len(boards) - 1; i > 0; i-- {
			if got := must[ClusteringItem](r, Host, "clustering").Undo; got != i {
				t.Fatal(got)
			}
			equal(t, r.board(), boards[i])
			r.do(host, UndoClustering{}).brought("ClustersArranged")
		}
		equal(t, r.board(), boards[0])
		r.do(host, UndoClustering{}).refused(Closed, NothingToUndo)
	})
	t.Run("what was merged by itself can be parted, and that undone", func(t *testing.T) {
		r := clustering(t, "Rust", "Rust")
		r.do(host, MoveCards{[]string{"k2"}, "new1", nil}).done().do(host, UndoClustering{}).done()
		equal(t, r.board(), []string{"Rust: Rust×2"})
	})
	t.Run("it goes on where it was when clustering is opened again", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef")
		r.do(host, MergeClusters{r.cluster("Moed"), []string{r.cluster("Lef")}}).done()
		r.opened(Vote, Cluster).do(host, UndoClustering{}).done()
		equal(t, r.board(), []string{"Moed: Moed×1", "Lef: Lef×1"})
	})
	t.Run("a card that its writer removed since stays removed, the others go back", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef", "Durf")
		r.do(host, MergeClusters{r.cluster("Moed"), []string{r.cluster("Lef"), r.cluster("Durf")}}).done()
		r.opened(Write).do(bert, RemoveCard{"k2"}).done()
		r.opened(Cluster).do(host, UndoClustering{}).done()
		equal(t, r.board(), []string{"Moed: Moed×1", "Durf: Durf×1"})
		r.everythingHolds()
	})
	t.Run("a card that came late goes along with its wording", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef")
		r.do(host, MergeClusters{r.cluster("Moed"), []string{r.cluster("Lef")}}).done()
		r.opened(Write).wrote(carla, "lef").opened(Cluster).do(host, UndoClustering{}).done()
		r.everythingHolds()
		equal(t, r.board(), []string{"Moed: Moed×1", "Lef: Lef×2"})
	})
	t.Run("only the host is told how much can be taken back", func(t *testing.T) {
		r := clustering(t, "Moed")
		if _, ok := sees[ClusteringItem](r, Screen, "clustering"); ok {
			t.Fatal("the screen is")
		}
	})
}
