package session

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// frozen lists what both a session and its clone may hold, because it is only ever replaced as a whole.
var frozen = []string{
	"started", "sealed", "agenda.list", "vote.earlier[]",
	"vote.poll.frozen", "vote.poll.certainty", "vote.poll.comparison", "vote.poll.groupOf", "vote.poll.joinedOf", "vote.poll.ballots[]", "vote.poll.paper",
	"clarifying.objections[]", "stories", "agenda.gone", "agenda.spans[].modes", "sheets[].form", "sheets[].by[]", "clusters.history[].done", "clusters.history[].before",
	"choices[].ChoiceOpened.Drafts", "tables.plan.Values", "tables.drafts[]", "tables.tips[]", "tables.finals[]",
	"clusters.lexicon", "clusters.apart[].sides", "clusters.deeds[].cards", "clusters.deeds[].accepted",
}

// region is a piece of memory that a session reaches, with the way there.
type region struct {
	from, to uintptr
	path     string
}

// regions walks all that a value reaches, but for strings, which nobody can change, and functions, of which there are none. It also
// notes which paths lead to something.
func regions(v reflect.Value, path string, seen map[string]bool, found *[]region) {
	if slices.Contains(frozen, path) && seen["sharing"] {
		seen[path] = seen[path] || !v.IsZero()
		return
	}
	seen[path] = seen[path] || !v.IsZero()
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			*found = append(*found, region{v.Pointer(), v.Pointer() + v.Type().Elem().Size(), path})
			regions(v.Elem(), path, seen, found)
		}
	case reflect.Interface:
		if !v.IsNil() {
			regions(v.Elem(), path, seen, found)
		}
	case reflect.Map:
		if !v.IsNil() {
			*found = append(*found, region{v.Pointer(), v.Pointer() + 1, path})
			for _, key := range v.MapKeys() {
				regions(v.MapIndex(key), path+"[]", seen, found)
			}
		}
	case reflect.Slice:
		if v.Cap() > 0 {
			*found = append(*found, region{v.Pointer(), v.Pointer() + uintptr(v.Cap())*v.Type().Elem().Size(), path})
		}
		for i := range v.Len() {
			regions(v.Index(i), path+"[]", seen, found)
		}
	case reflect.Struct:
		if strings.HasPrefix(v.Type().PkgPath(), "time") {
			return
		}
		for i := range v.NumField() {
			regions(v.Field(i), strings.TrimPrefix(path+"."+v.Type().Field(i).Name, "."), seen, found)
		}
	}
}

// sharedBy lists the paths by which two sessions reach the same memory.
func sharedBy(a, b *Session, seen map[string]bool) []string {
	var of [2][]region
	for i, s := range []*Session{a, b} {
		regions(reflect.ValueOf(s).Elem(), "", seen, &of[i])
		slices.SortFunc(of[i], func(x, y region) int { return int(x.from) - int(y.from) })
	}
	shared := map[string]bool{}
	for _, x := range of[0] {
		for _, y := range of[1] {
			if x.from < y.to && y.from < x.to {
				shared[x.path+" and "+y.path] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(shared))
}

// eventful goes through a session with everything in it, and shows it at each step.
func eventful(t rapid.TB, show func(*Session)) {
	r := lobby(t)
	crowd := r.crowd(9)
	show(r.s)
	r.do(crowd[0], ChooseGroup{"g1"}).done()
	r.opened(Write)
	r.do(host, ShowDeck{true}).done()
	for i, word := range []string{"Lef", "Moed", "Rust", "Lef", "Plezier"} {
		r.write(crowd[i], word)
	}
	r.do(host, HideCard{"k5"}).done()
	r.do(crowd[2], RemoveCard{"k3"}).done()
	r.do(host, PauseTimer{}).done()
	show(r.s)
	r.opened(Cluster)
	r.do(host, MergeClusters{Into: r.s.clusters.order[0].id, From: []string{r.s.clusters.order[1].id}}).done()
	r.do(host, RenameCluster{r.s.clusters.order[0].id, "Durf"}).done()
	r.do(host, ParkCluster{r.s.clusters.order[0].id, true}).done()
	r.do(host, ParkCluster{r.s.clusters.order[0].id, false}).done()
	r.do(crowd[0], DoubtMerge{r.s.clusters.order[0].id, true}).done()
	r.do(host, MoveCards{Cards: []string{"k2"}, To: "apart"}).done().do(host, UndoClustering{}).done()
	r.do(host, MoveCards{Cards: []string{"k2"}, To: "apart"}).done()
	r.do(host, MoveCards{Cards: []string{"k2"}, To: r.s.clusters.order[0].id}).done()
	r.do(crowd[0], DoubtMerge{r.s.clusters.order[0].id, true}).done()
	show(r.s)
	for round := range 2 { // the first one does not count
		if round > 0 {
			r.opened(Cluster)
		}
		r.opened(Vote)
		option := r.s.vote.frozen.Options[0].ID
		for _, p := range crowd {
			r.do(p, CastBallot{Round: r.s.vote.round, Dots: map[string]int{option: 1}}).done()
		}
	}
	r.s.touchMe(crowd[0])
	r.s.touch("vote")
	show(r.s)
	r.s.Touched()
	r.opened(Reveal)
	r.do(host, r.s.Calculation()()).done().do(host, ShowBridge{true}).done()
	r.s.touchAll()
	r.s.touchEverybody()
	show(r.s)
	r.s.Touched()
	r.do(host, EndSession{}).done()
	show(r.s)
	record, _ := r.s.Seal()
	sealed := sealedBy(t, record)
	show(sealed)
	archived, _ := sealed.Summary().Archive("elsewhere", noon)
	show(sealedBy(t, archived))
	show(whole(t).s)
	voted(t, show)
}

func TestClone(t *testing.T) {
	t.Run("a session and its clone share nothing that can change", func(t *testing.T) {
		seen := map[string]bool{"sharing": true}
		eventful(t, func(s *Session) {
			c := s.Clone()
			for _, path := range sharedBy(s, c, seen) {
				t.Errorf("both reach %s", path)
			}
			equal(t, take(t, c), take(t, s))
		})
		for _, part := range []any{Session{}, people{}, agendaState{}, timer{}, cards{}, clusters{}, vote{}, poll{}, clarifying{}, steps{}, intentions{}, tableState{}, touched{}} {
			prefix := map[string]string{"Session": "", "agendaState": "agenda.", "tableState": "tables.", "poll": "vote.poll."}
			of := reflect.TypeOf(part)
			before, renamed := prefix[of.Name()]
			if !renamed {
				before = of.Name() + "."
			}
			for i := range of.NumField() {
				if path := before + of.Field(i).Name; !seen[path] {
					t.Errorf("%s is empty in every session that this test looked at: let something be in it", path)
				}
			}
		}
	})

	t.Run("sharing would be noticed", func(t *testing.T) {
		eventful(t, func(s *Session) {
			twin := *s
			if len(sharedBy(s, &twin, map[string]bool{"sharing": true})) == 0 {
				t.Error("a session that shares everything passes")
			}
		})
	})

	t.Run("what happens to a clone does not touch the original, and a clone goes on as the original would", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			w := newWorld(t)
			for range rapid.IntRange(0, 60).Draw(t, "before") {
				w.step(t)
			}
			original, before := w.s, w.s.Clone()
			w.s = original.Clone()
			from := len(w.log)
			for range rapid.IntRange(1, 30).Draw(t, "after") {
				w.step(t)
			}
			if !reflect.DeepEqual(original.Clone(), before) {
				t.Fatal("the original has changed")
			}
			for _, r := range w.log[from:] {
				original.Apply(r)
			}
			original.Touched()
			if !reflect.DeepEqual(original.Clone(), w.s.Clone()) {
				t.Fatal("the clone has become another than the original would")
			}
			equal(t, take(t, original), take(t, w.s))
		})
	})
}

// What a room does when another server was first: 4,000 people with a card and a ballot each.
func BenchmarkClone(b *testing.B) {
	r := lobby(b)
	r.lawless = true
	crowd := r.crowd(4000)
	r.opened(Write)
	for i, p := range crowd {
		r.write(p, fmt.Sprintf("waarde %d", i%900))
	}
	r.opened(Vote)
	for i, p := range crowd {
		r.do(p, CastBallot{Round: 1, Dots: map[string]int{r.s.vote.frozen.Options[i%15].ID: 1}}).done()
	}
	r.s.Touched()
	b.ReportAllocs()
	for b.Loop() {
		r.s.Clone()
	}
}
