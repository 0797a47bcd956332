//go:build unix

package session

import (
	"cmp"
	"fmt"
	"testing"
)

// boards are 3,000 cards of 2,000 people that lie in three ways: many say the same, as in a room; all say something else, which leaves
// most to suggest; and all in one cluster, which nobody should do.
var boards = map[string]func(n int) string{
	"alike":     func(n int) string { return fmt.Sprintf("waarde %d", n%900) },
	"different": syllables,
	"one":       func(n int) string { return fmt.Sprintf("waarde %d", n%900) },
}

func board(b *testing.B, name string) *room {
	b.Helper()
	r := lobby(b)
	r.lawless = true
	crowd := r.crowd(2000)
	r.opened(Write)
	for i := range 3000 {
		r.write(crowd[i%2000], boards[name](i))
	}
	r.opened(Cluster)
	merged := MergeClusters{Into: r.s.clusters.order[0].id, From: []string{r.s.clusters.order[1].id, r.s.clusters.order[2].id}}
	if name == "one" {
		for _, k := range r.s.clusters.order[3:] {
			merged.From = append(merged.From, k.id)
		}
	}
	r.do(host, merged).done().planned(Activity{ID: "clear", Kind: Clarify})
	return r
}

// One card changes, or one cluster: the command, its record, and all that it touched, built and encoded for each role and for those
// whose own part it is, as for one frame. What can be done once is undone in turn.
func BenchmarkViewOneCard(b *testing.B) {
	for _, name := range []string{"alike", "different", "one"} {
		r := board(b, name)
		writer := r.s.people.order[0]
		n := 0
		other := func() string { return fmt.Sprintf("anders %d", n) }
		pile := func(card string) string { return r.s.cards.byID[card].cluster }
		turns := func(one, two func() Command) func() Command {
			return func() Command {
				if n%2 == 1 {
					return one()
				}
				return two()
			}
		}
		turn := func() PersonID { return []PersonID{host, writer}[n%2] }
		hide := turns(func() Command { return HideCard{"k1500"} }, func() Command { return RestoreCard{"k1500"} })
		rename := func() Command { return RenameCluster{pile("k700"), other()} }
		undo := func() Command { return UndoClustering{} }
		for _, c := range []struct {
			name string
			kind Kind
			mode Mode
			who  PersonID
			do   func() Command
		}{
			{"add", Write, Silent, writer, turns(
				func() Command { return AddCard{ID: fmt.Sprint("more", n), Text: other()} }, func() Command { return RemoveCard{fmt.Sprint("more", n-1)} })},
			{"edit", Write, Silent, writer, func() Command { return EditCard{ID: "k1", Text: other()} }},
			{"edit in the open", Write, InOpen, writer, func() Command { return EditCard{ID: "k1", Text: other(), Sight: Seen} }},
			{"let through", Write, InOpen, "", turns(
				func() Command { return EditCard{ID: "k1", Text: other(), Sight: Held} },
				func() Command { return LetThrough{map[string]string{"k1": r.s.cards.byID["k1"].text}} })},
			{"hide", Cluster, "", host, hide},
			{"paper", Cluster, "", host, turns(
				func() Command { return AddPaperCard{ID: fmt.Sprint("paper", n), Text: other()} }, func() Command { return RemoveCard{fmt.Sprint("paper", n-1)} })},
			{"merge", Cluster, "", host, turns(func() Command {
				if pile("k2") == pile("k700") {
					return MoveCards{Cards: []string{"k700"}, To: "apart"}
				}
				return MergeClusters{Into: pile("k2"), From: []string{pile("k700")}}
			}, undo)},
			{"move", Cluster, "", host, turns(func() Command { return MoveCards{Cards: []string{"k1500"}, To: "elsewhere"} }, undo)},
			{"rename", Cluster, "", host, rename},
			{"doubt", Cluster, "", r.s.people.order[1], func() Command { return DoubtMerge{pile("k2"), n%2 == 1} }},
			{"hide, clarifying", Clarify, "", host, hide},
			{"rename, clarifying", Clarify, "", host, rename},
		} {
			b.Run(name+"/"+c.name, func(b *testing.B) {
				if now, _ := r.s.agenda.current(); now.Kind != c.kind {
					r.opened(c.kind)
				}
				if now, _ := r.s.agenda.current(); now.Mode != c.mode {
					now.Mode = c.mode
					r.do(host, EditActivity{now}).done()
				}
				r.s.Touched()
				n = 0
				within(b, oneChangeBound, func() {
					n++
					r.do(cmp.Or(c.who, turn()), c.do()).done()
					r.look(b)
				})
				if n%2 == 1 { // leave it as it was found
					n++
					r.do(cmp.Or(c.who, turn()), c.do()).done()
				}
			})
		}
	}
}
