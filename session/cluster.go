package session

import (
	"cmp"
	"slices"
	"time"
)

// MaxClusterName is the length of a cluster's name in characters.
const MaxClusterName = 60

// clusters is how the cards lie. Every card lies in exactly one cluster from the moment it is written: with the cards of the
// same wording, or by itself; a loose card is a cluster of one. So merging, moving and splitting are all "this card goes
// from here to there", and all can be undone.
type clusters struct {
	byID     map[string]*cluster
	order    []*cluster
	arranged map[string]bool // cards somebody has put where they lie
	history  []ClustersArranged
	byNorm   map[string][]*card // the cards of each wording, in the order they came
}

type cluster struct {
	id     string
	name   string // "" until somebody gives one
	parked bool   // set aside: not on the ballot
	cards  []string
	order  int
}

func newClusters() clusters {
	return clusters{byID: map[string]*cluster{}, arranged: map[string]bool{}, byNorm: map[string][]*card{}}
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
}

func (k *clusters) take(c *card) {
	if from := k.byID[c.cluster]; from != nil {
		from.cards = slices.DeleteFunc(from.cards, func(id string) bool { return id == c.id })
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
		home = k.freeHome(c.id)
	}
	k.byNorm[c.norm] = append(k.byNorm[c.norm], c)
	k.put(c, home)
}

// forget takes a card out of its wording, before that changes.
func (k *clusters) forget(c *card) {
	k.byNorm[c.norm] = slices.DeleteFunc(k.byNorm[c.norm], func(other *card) bool { return other == c })
}

// freeHome is the id of the cluster a card makes by itself: one that holds nothing and that nobody named or parked.
func (k *clusters) freeHome(cardID string) string {
	id := "c-" + cardID
	for {
		c := k.byID[id]
		if c == nil || len(c.cards) == 0 && c.name == "" && !c.parked {
			return id
		}
		id += "-"
	}
}

// MergeClusters puts all cards of some clusters into another.
type MergeClusters struct {
	Into string   `json:"into"`
	From []string `json:"from"`
}

// MoveCards puts cards into a cluster, or, when To is an id not used yet, apart into a new one.
type MoveCards struct {
	Cards []string `json:"cards"`
	To    string   `json:"to"`
}

// SplitCluster lays the different wordings of a cluster apart again.
type SplitCluster struct {
	Cluster string `json:"cluster"`
}

// RenameCluster names a cluster; "" gives it back the words of its cards.
type RenameCluster struct {
	Cluster string `json:"cluster"`
	Name    string `json:"name"`
}

// ParkCluster sets a cluster aside, off the ballot, or takes it back.
type ParkCluster struct {
	Cluster string `json:"cluster"`
	Parked  bool   `json:"parked"`
}

// UndoClustering takes back the last arrangement that stands; sent again, the one before it.
type UndoClustering struct{}

// ClustersArranged is one change in how the cards lie. It says where things came from, so that it can be turned round.
type ClustersArranged struct {
	Verb   string       `json:"verb"` // merge, move, split, rename, park, undo
	Moves  []CardMove   `json:"moves,omitempty"`
	Names  []NameChange `json:"names,omitempty"`
	Parked []ParkChange `json:"parked,omitempty"`
}

// CardMove takes a card from one cluster to another.
type CardMove struct {
	Card string `json:"card"`
	From string `json:"from"`
	To   string `json:"to"`
}

// NameChange gives a cluster another name.
type NameChange struct {
	Cluster string `json:"cluster"`
	From    string `json:"from"`
	To      string `json:"to"`
}

// ParkChange sets a cluster aside or takes it back.
type ParkChange struct {
	Cluster string `json:"cluster"`
	To      bool   `json:"to"`
}

const undoVerb = "undo"

// inverse is the arrangement that takes e back.
func (e ClustersArranged) inverse() ClustersArranged {
	back := ClustersArranged{Verb: undoVerb}
	for _, m := range slices.Backward(e.Moves) {
		back.Moves = append(back.Moves, CardMove{m.Card, m.To, m.From})
	}
	for _, n := range slices.Backward(e.Names) {
		back.Names = append(back.Names, NameChange{n.Cluster, n.To, n.From})
	}
	for _, p := range slices.Backward(e.Parked) {
		back.Parked = append(back.Parked, ParkChange{p.Cluster, !p.To})
	}
	return back
}

// arranging checks that the clusters may change now.
func (s *Session) arranging(by Actor) error {
	if err := only(Host, by); err != nil {
		return err
	}
	if !s.isOpen(Cluster) {
		return refuse(Closed, "", NotOpen)
	}
	return nil
}

func (s *Session) filled(field, id string) (*cluster, error) {
	c := s.clusters.byID[id]
	if c == nil || len(c.cards) == 0 {
		return nil, refuse(NotFound, field, Unknown)
	}
	return c, nil
}

func (c MergeClusters) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by); err != nil {
		return nil, err
	}
	into, err := s.filled("into", c.Into)
	if err != nil {
		return nil, err
	}
	e := ClustersArranged{Verb: "merge"}
	inherited := ""
	for _, id := range c.From {
		if id == c.Into {
			continue
		}
		from, err := s.filled("from", id)
		if err != nil {
			return nil, err
		}
		for _, cardID := range from.cards {
			e.Moves = append(e.Moves, CardMove{cardID, id, c.Into})
		}
		if inherited == "" {
			inherited = from.name
		}
	}
	if len(e.Moves) == 0 {
		return nil, nil
	}
	if into.name == "" && inherited != "" {
		e.Names = append(e.Names, NameChange{c.Into, "", inherited})
	}
	return []Event{e}, nil
}

func (c MoveCards) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by); err != nil {
		return nil, err
	}
	if s.clusters.byID[c.To] == nil {
		if err := checkID("to", c.To); err != nil {
			return nil, err
		}
	}
	e := ClustersArranged{Verb: "move"}
	seen := map[string]bool{}
	for _, id := range c.Cards {
		card := s.cards.byID[id]
		if card == nil || card.removed {
			return nil, refuse(NotFound, "cards", Unknown)
		}
		if card.cluster != c.To && !seen[id] {
			e.Moves = append(e.Moves, CardMove{id, card.cluster, c.To})
		}
		seen[id] = true
	}
	if len(e.Moves) == 0 {
		return nil, nil
	}
	return []Event{e}, nil
}

func (c SplitCluster) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by); err != nil {
		return nil, err
	}
	from, err := s.filled("cluster", c.Cluster)
	if err != nil {
		return nil, err
	}
	e := ClustersArranged{Verb: "split"}
	homes := map[string]string{s.cards.byID[from.cards[0]].norm: c.Cluster}
	for _, id := range from.cards {
		norm := s.cards.byID[id].norm
		home, known := homes[norm]
		if !known {
			home = s.clusters.freeHome(id)
			homes[norm] = home
		}
		if home != c.Cluster {
			e.Moves = append(e.Moves, CardMove{id, c.Cluster, home})
		}
	}
	if len(e.Moves) == 0 {
		return nil, nil
	}
	return []Event{e}, nil
}

func (c RenameCluster) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by); err != nil {
		return nil, err
	}
	target, err := s.filled("cluster", c.Cluster)
	if err != nil {
		return nil, err
	}
	name := ""
	if Clean(c.Name) != "" {
		if name, err = line("name", c.Name, MaxClusterName); err != nil {
			return nil, err
		}
	}
	if name == target.name {
		return nil, nil
	}
	return []Event{ClustersArranged{Verb: "rename", Names: []NameChange{{c.Cluster, target.name, name}}}}, nil
}

func (c ParkCluster) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by); err != nil {
		return nil, err
	}
	target, err := s.filled("cluster", c.Cluster)
	if err != nil || target.parked == c.Parked {
		return nil, err
	}
	return []Event{ClustersArranged{Verb: "park", Parked: []ParkChange{{c.Cluster, c.Parked}}}}, nil
}

func (UndoClustering) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.arranging(by); err != nil {
		return nil, err
	}
	n := len(s.clusters.history)
	if n == 0 {
		return nil, refuse(Closed, "", NothingToUndo)
	}
	return []Event{s.clusters.history[n-1].inverse()}, nil
}

func (e ClustersArranged) apply(s *Session, _ Record) {
	k := &s.clusters
	for _, m := range e.Moves {
		c := s.cards.byID[m.Card]
		if c == nil || c.removed || c.cluster != m.From {
			continue // taken away by its writer since; there is nothing to move
		}
		k.put(c, m.To)
		k.arranged[m.Card] = true
		s.touch("card/"+m.Card, "cluster/"+m.From, "cluster/"+m.To)
		s.touchMe(c.by)
	}
	for _, n := range e.Names {
		k.at(n.Cluster).name = n.To
		s.touch("cluster/" + n.Cluster)
	}
	for _, p := range e.Parked {
		k.at(p.Cluster).parked = p.To
		s.touch("cluster/" + p.Cluster)
	}
	if e.Verb == undoVerb {
		k.history = k.history[:len(k.history)-1]
	} else {
		k.history = append(k.history, e)
	}
	s.touch("clustering")
}

// wordings lists a cluster's shown cards by wording, the most frequent first, each with how often it was written.
func (s *Session) wordings(k *cluster) []Wording {
	index := map[string]int{}
	var list []Wording
	for _, id := range k.cards {
		c := s.cards.byID[id]
		if !c.shown() {
			continue
		}
		at, known := index[c.norm]
		if !known {
			at = len(list)
			index[c.norm] = at
			list = append(list, Wording{Text: c.text})
		}
		list[at].Count++
	}
	slices.SortStableFunc(list, func(a, b Wording) int { return cmp.Compare(b.Count, a.Count) })
	return list
}

// Wording is one way in which people wrote a value, and how many cards say it so.
type Wording struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// label is what a cluster is called: its name, or else its most frequent wording.
func (k *cluster) label(words []Wording) string {
	if k.name != "" || len(words) == 0 {
		return k.name
	}
	return words[0].Text
}

// ClusterItem is the view's item "cluster/{id}". Phones see the clusters that took shape, while clustering goes on.
type ClusterItem struct {
	ID     string `json:"id"`
	Name   string `json:"name"`             // given, or the most frequent wording
	Named  bool   `json:"named,omitempty"`  // somebody gave the name
	Parked bool   `json:"parked,omitempty"` // off the ballot
	Size   int    `json:"size"`             // cards shown
	Order  int    `json:"order"`            // ascending in order of making
}

func (s *Session) clusterItem(role Role, id string) any {
	k := s.clusters.byID[id]
	if k == nil || role != Host && !s.cardsPublic() {
		return nil
	}
	words := s.wordings(k)
	if len(words) == 0 {
		return nil
	}
	item := ClusterItem{ID: k.id, Name: k.label(words), Named: k.name != "", Parked: k.parked, Order: k.order}
	for _, w := range words {
		item.Size += w.Count
	}
	if role == Participant {
		now, _ := s.agenda.current()
		if now.Kind != Cluster || s.status != Running || k.parked || item.Size < 2 && !item.Named {
			return nil
		}
	}
	return item
}

// ClusteringItem is the view's item "clustering", for the host while the cards are being arranged.
type ClusteringItem struct {
	Undo int `json:"undo"` // how many arrangements can be taken back
}

func (s *Session) clusteringItem(role Role) any {
	if role != Host || !s.isOpen(Cluster) {
		return nil
	}
	return ClusteringItem{Undo: len(s.clusters.history)}
}
