package session

import (
	"slices"
	"strconv"
)

// clusters is how the cards lie. Every card lies in exactly one cluster from the moment it is written: with the cards of the
// same wording, or by itself; a loose card is a cluster of one. So merging, moving and splitting are all "this card goes
// from here to there", and all can be undone.
type clusters struct {
	byID    map[string]*cluster
	order   []*cluster
	history []arrangement
	byNorm  map[string][]*card // the cards of each wording, in the order they came
	lexicon *lexicon           // of the wordings when clustering was opened; replaced as a whole
	options []Option           // of the ballot that would be frozen now; made when somebody asks, nil when it has to be made anew
	apart   []separation
	sides   map[string][]side // where each wording stands in those; made when somebody asks, nil when it has to be made anew
	deeds   []deed
	tabs    []string                     // those of the facilitators that arranged something, in that order
	doubts  map[string]map[PersonID]bool // by cluster: who says that it does not fit
}

type cluster struct {
	id     string
	name   string // "" until somebody gives one
	parked bool   // set aside: not on the ballot
	cards  []string
	order  int
	shape  *shape // made when somebody looks, nil when it has to be made anew; replaced as a whole
}

func newClusters() clusters {
	return clusters{byID: map[string]*cluster{}, byNorm: map[string][]*card{}, doubts: map[string]map[PersonID]bool{}}
}

func (k *clusters) at(id string) *cluster {
	c := k.byID[id]
	if c == nil {
		c = &cluster{id: id, order: len(k.order)}
		k.byID[id] = c
		k.order = append(k.order, c)
	}
	return c
}

func (k *clusters) put(c *card, to string) {
	k.take(c)
	c.cluster = to
	target := k.at(to)
	target.cards = append(target.cards, c.id)
	k.changed(target)
}

func (k *clusters) take(c *card) {
	if from := k.byID[c.cluster]; from != nil {
		from.cards = slices.DeleteFunc(from.cards, func(id string) bool { return id == c.id })
		k.changed(from)
	}
	c.cluster = ""
}

// place puts a card with the first card of the same wording, or by itself.
func (k *clusters) place(c *card) {
	home := ""
	for _, other := range k.byNorm[c.norm] {
		if other.cluster != "" {
			home = other.cluster
			break
		}
	}
	if home == "" {
		home = k.freeHome(c)
	}
	k.byNorm[c.norm] = append(k.byNorm[c.norm], c)
	k.put(c, home)
}

// forget takes a card out of its wording, before that changes.
func (k *clusters) forget(c *card) {
	k.byNorm[c.norm] = slices.DeleteFunc(k.byNorm[c.norm], func(other *card) bool { return other == c })
}

// stays tells whether a card remains where it lies when its words change: somebody put it there by hand, or it lies alone
// and somebody named or parked its cluster. Words that somebody else wrote too merge by themselves all the same then.
func (k *clusters) stays(c *card) bool {
	if c.arranged > 0 {
		return true
	}
	home := k.byID[c.cluster]
	return len(home.cards) == 1 && (home.name != "" || home.parked) && len(k.byNorm[c.norm]) == 0
}

// freeHome is the id of the cluster a card makes by itself: one that holds nothing and that nobody named or parked. It comes
// from the card's place in the log and not from its id: clusters remain in the results, and the phone that laid the card
// down knows that id. The dot cannot be in an id that a client minted, so that no two cards are sent to one home.
func (k *clusters) freeHome(c *card) string {
	id := "c" + strconv.FormatUint(c.order, 10)
	for {
		home := k.byID[id]
		if home == nil || len(home.cards) == 0 && home.name == "" && !home.parked {
			return id
		}
		id += "."
	}
}

// ClusterItem is the view's item "cluster/{id}". Phones see the clusters that took shape, while clustering goes on.
type ClusterItem struct {
	ID     string `json:"id"`
	Name   string `json:"name"`             // given, or the most frequent wording
	Named  bool   `json:"named,omitempty"`  // somebody gave the name
	Parked bool   `json:"parked,omitempty"` // off the ballot
	Size   int    `json:"size"`             // cards shown
	Order  int    `json:"order"`            // ascending in order of making
	Doubts int    `json:"doubts,omitempty"` // for the host: how many say that their words do not belong here
	Merged bool   `json:"merged,omitempty"` // for phones: it holds different wordings
}

func (s *Session) clusterItem(role Role, id string) any {
	k := s.clusters.byID[id]
	if k == nil || role != Host && !s.cardsPublic() {
		return nil
	}
	looks := s.shapeOf(k)
	if looks.size == 0 {
		return nil
	}
	item := ClusterItem{ID: k.id, Name: looks.name, Named: looks.named, Parked: k.parked, Size: looks.size, Order: k.order}
	switch role {
	case Host:
		item.Doubts = len(s.clusters.doubts[id])
	case Participant:
		item.Merged = len(looks.words) > 1
		now, _ := s.agenda.current()
		if now.Kind != Cluster || s.status != Running || k.parked || item.Size < 2 && !item.Named {
			return nil
		}
	}
	return item
}
