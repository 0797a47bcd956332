package crowd

import (
	"cmp"
	"maps"
	"slices"

	"verbindend/session"
)

// fewAtOnce bounds the clusters named in one command, so that no message grows long.
const fewAtOnce = 50

// An Arrangement is how a host lays the cards: the commands, and what must be true after them.
type Arrangement struct {
	Commands []session.Command
	Homes    map[string]string // normalised wording → cluster
	Names    map[string]string // cluster → name given
	Parked   map[string]bool   // cluster → set aside
}

// rest is what the values that were named least are called together.
var rest = session.Words{NL: "Overige woorden", EN: "Other words"}

// heap is all that was written about one value.
type heap struct {
	value session.DeckValue
	size  int
	norms []string
}

// Arrange plans the clustering of cards: all wordings of a value together under its name, the `options` most named values on
// the ballot, everything else in one cluster set aside. meant gives the value behind each normalised wording.
func Arrange(cards []session.CardItem, meant map[string]session.DeckValue, lang session.Lang, options int) Arrangement {
	a := Arrangement{Homes: map[string]string{}, Names: map[string]string{}, Parked: map[string]bool{}}
	sizes, clusterOf := map[string]int{}, map[string]string{} // by wording
	for _, card := range cards {
		norm := session.Normalise(card.Text)
		sizes[norm]++
		clusterOf[norm] = card.Cluster
	}
	var others []string
	for i, h := range heaps(sizes, meant) {
		if i >= options {
			others = append(others, h.norms...)
			continue
		}
		into := a.merge(h.norms, clusterOf)
		a.rename(into, h.value.Name.In(lang))
	}
	if len(others) > 0 {
		into := a.merge(others, clusterOf)
		a.rename(into, rest.In(lang))
		a.Parked[into] = true
		a.add(session.ParkCluster{Cluster: into, Parked: true})
	}
	return a
}

// heaps puts wordings together by value, the most named value first.
func heaps(sizes map[string]int, meant map[string]session.DeckValue) []*heap {
	byValue := map[string]*heap{}
	for _, norm := range slices.Sorted(maps.Keys(sizes)) {
		v := meant[norm]
		h := byValue[v.Key]
		if h == nil {
			h = &heap{value: v}
			byValue[v.Key] = h
		}
		h.size += sizes[norm]
		h.norms = append(h.norms, norm)
	}
	return slices.SortedFunc(maps.Values(byValue), func(x, y *heap) int {
		return cmp.Or(cmp.Compare(y.size, x.size), cmp.Compare(x.value.Key, y.value.Key))
	})
}

func (a *Arrangement) add(c session.Command) { a.Commands = append(a.Commands, c) }

func (a *Arrangement) rename(cluster, name string) {
	a.Names[cluster] = name
	a.add(session.RenameCluster{Cluster: cluster, Name: name})
}

// merge puts the clusters of some wordings into the first of them.
func (a *Arrangement) merge(norms []string, clusterOf map[string]string) string {
	into := clusterOf[norms[0]]
	var from []string
	for _, norm := range norms {
		a.Homes[norm] = into
		if id := clusterOf[norm]; id != into {
			from = append(from, id)
		}
	}
	for some := range slices.Chunk(from, fewAtOnce) {
		a.add(session.MergeClusters{Into: into, From: some})
	}
	return into
}

// Doubt sets a cluster aside and takes that back: an undo that is done twice, or not at all, changes the result.
func (a *Arrangement) Doubt() {
	for _, c := range a.Commands {
		if r, ok := c.(session.RenameCluster); ok {
			a.add(session.ParkCluster{Cluster: r.Cluster, Parked: !a.Parked[r.Cluster]})
			a.add(session.UndoClustering{})
			return
		}
	}
}
