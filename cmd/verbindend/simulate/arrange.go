package simulate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// maxOptions is the size of a good ballot: what is named less often is set aside.
const maxOptions = 15

// fewAtOnce bounds the clusters named in one command, so that no message grows long.
const fewAtOnce = 50

// An arrangement is how the host lays the cards: the commands, and what must be true after them.
type arrangement struct {
	commands []session.Command
	homes    map[string]string // normalised wording → cluster
	names    map[string]string // cluster → name given
	parked   map[string]bool   // cluster → set aside
}

// arrange plans the clustering of the cards a host sees: all wordings of a value together under its name, the most named
// values on the ballot, everything else in one cluster set aside. meant gives the value behind a wording.
func arrange(view *visitor.View, meant map[string]session.DeckValue) arrangement {
	a := arrangement{homes: map[string]string{}, names: map[string]string{}, parked: map[string]bool{}}
	sizes, clusterOf := map[string]int{}, map[string]string{} // by wording
	for key := range view.Items {
		if !strings.HasPrefix(key, "card/") {
			continue
		}
		card, _ := visitor.Item[session.CardItem](view, key)
		norm := session.Normalise(card.Text)
		sizes[norm]++
		clusterOf[norm] = card.Cluster
	}
	type heap struct {
		value session.DeckValue
		size  int
		norms []string
	}
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
	heaps := slices.SortedFunc(maps.Values(byValue), func(x, y *heap) int {
		return cmp.Or(cmp.Compare(y.size, x.size), cmp.Compare(x.value.Key, y.value.Key))
	})
	var rest []string
	for i, h := range heaps {
		if i >= maxOptions {
			rest = append(rest, h.norms...)
			continue
		}
		into := a.merge(h.norms, clusterOf)
		a.names[into] = h.value.Name.In(lang)
		a.add(session.RenameCluster{Cluster: into, Name: a.names[into]})
	}
	if len(rest) > 0 {
		into := a.merge(rest, clusterOf)
		a.parked[into] = true
		a.add(session.ParkCluster{Cluster: into, Parked: true})
	}
	a.doubt(clusterOf[heaps[0].norms[0]])
	return a
}

func (a *arrangement) add(c session.Command) { a.commands = append(a.commands, c) }

// merge puts the clusters of some wordings into the first of them.
func (a *arrangement) merge(norms []string, clusterOf map[string]string) string {
	into := clusterOf[norms[0]]
	var from []string
	for _, norm := range norms {
		a.homes[norm] = into
		if id := clusterOf[norm]; id != into {
			from = append(from, id)
		}
	}
	for some := range slices.Chunk(from, fewAtOnce) {
		a.add(session.MergeClusters{Into: into, From: some})
	}
	return into
}

// doubt sets a cluster aside and takes that back: an undo that is done twice, or not at all, changes the result.
func (a *arrangement) doubt(cluster string) {
	a.add(session.ParkCluster{Cluster: cluster, Parked: true})
	a.add(session.UndoClustering{})
}
