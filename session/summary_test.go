package session

import "testing"

func TestSummary(t *testing.T) {
	t.Run("counts add up: joined, wrote, cards, hidden, voted", func(t *testing.T) {
		sum := played(t).s.Summary()
		equal(t, sum.Counts, Counts{Joined: 12, Wrote: 12, Cards: 15, Hidden: 1, Voted: 11})
		equal(t, sum.Groups, []GroupCount{}) // one person skipped: showing both groups would show that
		equal(t, sum.Cancelled, []CancelledRound{{1, 1}})
	})
	t.Run("clusters are told the largest first, each with its words, the most frequent first", func(t *testing.T) {
		sum := played(t).s.Summary()
		if sum.Clusters[0].Name != "Vertrouwen" || sum.Clusters[0].Words[0] != (Wording{Text: "Vertrouwen", Count: 4}) {
			t.Fatalf("%+v", sum.Clusters[0])
		}
		for i, k := range sum.Clusters[1:] {
			if k.Cards > sum.Clusters[i].Cards {
				t.Fatalf("%+v", sum.Clusters)
			}
		}
	})
	t.Run("it is provisional until the end, and holds what the room may know", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed")
		sum := r.s.Summary()
		if sum.Final || len(sum.Clusters) != 0 || sum.Counts.Cards != 0 || sum.Counts.Wrote != 1 {
			t.Fatalf("%+v", sum)
		}
		if sum = r.opened(Cluster).s.Summary(); len(sum.Clusters) != 1 || sum.Final {
			t.Fatalf("%+v", sum)
		}
	})
	t.Run("a summary that was taken stays as it was", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed", "Lef").opened(Vote)
		r.cast(anna, map[string]int{"Moed": 1}).done().opened(Reveal)
		taken := r.s.Summary()
		before := encoded(t, taken)
		r.do(host, HideCard{"k1"}).done().opened(Cluster).do(host, RenameCluster{r.cluster("Lef"), "Durf"}).done().opened(Vote)
		equal(t, encoded(t, taken), before)
	})
}
