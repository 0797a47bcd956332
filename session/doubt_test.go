package session

import (
	"testing"
	"time"
)

func TestDoubts(t *testing.T) {
	merged := func(t *testing.T) (*room, string) {
		r := clustering(t, "Moed", "Lef", "Rust")
		id := r.cluster("Moed")
		r.do(host, MergeClusters{id, []string{r.cluster("Lef")}}).done()
		return r, id
	}
	count := func(r *room, id string) int { return must[ClusterItem](r, Host, "cluster/"+id).Doubts }
	t.Run("who wrote words in a merge can say that they do not belong there, and take it back", func(t *testing.T) {
		r, id := merged(t)
		r.do(anna, DoubtMerge{id, true}).brought("MergeDoubted").do(bert, DoubtMerge{id, true}).done()
		r.do(anna, DoubtMerge{id, true}).changesNothing()
		if count(r, id) != 2 || !r.s.Me(anna).Cards[0].Doubted {
			t.Fatal(count(r, id), r.s.Me(anna))
		}
		for _, role := range []Role{Screen, Participant} {
			if it := must[ClusterItem](r, role, "cluster/"+id); it.Doubts != 0 {
				t.Fatalf("the %s is told", role)
			}
		}
		r.do(anna, DoubtMerge{id, false}).done()
		if count(r, id) != 1 || r.s.Me(anna).Cards[0].Doubted {
			t.Fatal(count(r, id))
		}
	})
	t.Run("it is forgotten when the cluster becomes another: a card more or less, another name, an undo, new writing", func(t *testing.T) {
		for name, change := range map[string]func(r *room, id string){
			"more":  func(r *room, id string) { r.do(host, MoveCards{Cards: []string{"k3"}, To: id}).done() },
			"less":  func(r *room, _ string) { r.do(host, MoveCards{Cards: []string{"k2"}, To: "new1"}).done() },
			"name":  func(r *room, id string) { r.do(host, RenameCluster{id, "Durf"}).done() },
			"undo":  func(r *room, _ string) { r.do(host, UndoClustering{}).done() },
			"write": func(r *room, _ string) { r.opened(Write) },
		} {
			r, id := merged(t)
			r.do(anna, DoubtMerge{id, true}).done()
			change(r, id)
			if count(r, id) != 0 || r.s.Me(anna).Cards[0].Doubted {
				t.Error(name, "keeps it")
			}
		}
	})
	t.Run("others cannot, nor of what lies by itself, nor when clustering is closed", func(t *testing.T) {
		r, id := merged(t)
		r.do(carla, DoubtMerge{id, true}).refused(Denied, NotYours).do(host, DoubtMerge{id, true}).refused(Denied, "")
		r.do(carla, DoubtMerge{r.cluster("Rust"), true}).refused(Invalid, NotMerged)
		r.do(anna, DoubtMerge{"nowhere", true}).refused(NotFound, Unknown).do(stranger, DoubtMerge{id, true}).refused(Denied, NeedsCookie)
		r.do(host, CloseActivity{}).done().do(anna, DoubtMerge{id, true}).refused(Closed, NotOpen)
	})
}

func TestWhoArranged(t *testing.T) {
	t.Run("the host can look back at who laid what where, from which tab and why", func(t *testing.T) {
		r := clustering(t, "eerlijk", "Eerlijkheid", "Rust", "rust", "Moed")
		r.do(host, AcceptSuggestions{r.named("eerlijk", "Eerlijkheid")}).done().after(time.Minute)
		r.send(Actor{Role: Host, Person: host, Client: "another", N: 1}, MergeClusters{r.cluster("Rust"), []string{r.cluster("Moed")}}).done()
		r.do(host, UndoClustering{}).done()
		item := must[ArrangementsItem](r, Host, "arrangements")
		equal(t, item, ArrangementsItem{List: []DoneItem{
			{At: noon.Add(time.Minute), Verb: "undo", Tab: 1, Words: []string{"Moed"}, Cards: 1, Into: "Moed"},
			{At: noon.Add(time.Minute), Verb: "merge", Tab: 2, Words: []string{"Moed"}, Cards: 1, Into: "Rust"},
			{At: noon, Verb: "merge", Tab: 1, Words: []string{"Eerlijkheid"}, Cards: 1, Into: "eerlijk", Accepted: []SuggestReason{SameValue}},
		}, Tabs: 2, Alike: 2})
	})
	t.Run("of many arrangements the last are kept; all can be undone", func(t *testing.T) {
		r := clustering(t, "Moed")
		for i := range MaxDeeds + 5 {
			r.do(host, ParkCluster{r.cluster("Moed"), i%2 == 0}).done()
		}
		if n := len(must[ArrangementsItem](r, Host, "arrangements").List); n != MaxDeeds {
			t.Fatal(n)
		}
		if n := must[ClusteringItem](r, Host, "clustering").Undo; n != MaxDeeds+5 {
			t.Fatal(n)
		}
	})
}

func TestTwoFacilitators(t *testing.T) {
	t.Run("when both lay the same card elsewhere at the same moment one wins, and the other is told", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef", "Rust")
		moed, lef, rust := r.cluster("Moed"), r.cluster("Lef"), r.cluster("Rust")
		other := func(n uint64) Actor { return Actor{Role: Host, Person: host, Client: "another", N: n} }
		r.do(host, MoveCards{Cards: []string{"k3"}, To: moed, From: []string{rust}}).done()
		r.send(other(1), MoveCards{Cards: []string{"k3"}, To: lef, From: []string{rust}}).refused(Taken, Moved)
		r.send(other(2), MergeClusters{lef, []string{rust}}).refused(NotFound, Unknown)
		equal(t, r.board(), []string{"Moed: Moed×1 Rust×1", "Lef: Lef×1"})
	})
	t.Run("when one lays A with B and the other B with A, the second finds A gone", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef")
		moed, lef := r.cluster("Moed"), r.cluster("Lef")
		r.do(host, MergeClusters{moed, []string{lef}}).done().do(host, MergeClusters{lef, []string{moed}}).refused(NotFound, Unknown)
	})
}
