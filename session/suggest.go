package session

import (
	"cmp"
	"slices"
	"time"
)

// MaxSuggestions is how many suggestions, and how many related pairs, the host sees at once; the next come when these are handled.
const MaxSuggestions = 40

// SuggestReason says why clusters may belong together.
type SuggestReason string

// The reasons, the strongest first.
const (
	SameValue    SuggestReason = "value"    // the deck knows them as spellings of one value
	SameStem     SuggestReason = "stem"     // the same stem, in Dutch or in English
	SameSpelling SuggestReason = "spelling" // a slip of the pen apart
)

// A Suggestion is clusters that may belong together; nothing happens until the facilitator accepts it.
type Suggestion struct {
	Clusters []string      `json:"clusters"` // the first takes the others in: the one with a name, or else the largest
	Reason   SuggestReason `json:"reason"`
	Word     string        `json:"word,omitempty"` // the value or the stem that they share
}

// RelatedPair is two clusters of neighbouring values: they would share votes, and mean different things.
type RelatedPair struct {
	Clusters []string `json:"clusters"`
}

// AcceptSuggestions merges what was suggested, in one arrangement. Each suggestion is named by its clusters, as they were shown.
type AcceptSuggestions struct {
	Suggestions [][]string `json:"suggestions"`
}

// RefuseSuggestions says that clusters stay apart; what they say now is not suggested again.
type RefuseSuggestions struct {
	Suggestions [][]string `json:"suggestions"`
}

// SuggestionsRefused keeps the words of clusters apart, as they lie at that moment.
type SuggestionsRefused struct {
	Suggestions [][]string `json:"suggestions"`
}

// standing finds the suggestions that still stand among those asked for.
func (s *Session) standing(by Actor, asked [][]string) ([]Suggestion, error) {
	if err := s.arranging(by); err != nil {
		return nil, err
	}
	var found []Suggestion
	for _, one := range s.suggestions(s.shapes()) {
		if slices.ContainsFunc(asked, func(clusters []string) bool { return slices.Equal(clusters, one.Clusters) }) {
			found = append(found, one)
		}
	}
	if len(found) == 0 && len(asked) > 0 {
		return nil, refuse(NotFound, "suggestions", Unknown)
	}
	return found, nil
}

func (c AcceptSuggestions) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	list, err := s.standing(by, c.Suggestions)
	if err != nil {
		return nil, err
	}
	e, lies, board := ClustersArranged{Verb: "merge"}, map[string]string{}, s.shapes()
	looks := map[string]*shape{}
	for _, k := range board.list {
		looks[k.id] = k
	}
	home := func(id string) string { // where the cards of a cluster are by what was accepted so far
		for lies[id] != "" {
			id = lies[id]
		}
		return id
	}
	for _, one := range list {
		into := looks[home(one.Clusters[0])]
		joined := false
		for _, id := range one.Clusters[1:] {
			// What two suggestions together would join may be what somebody laid apart: then the first one holds.
			from := looks[home(id)]
			if from == into || !board.may(into, from) {
				continue
			}
			into = &shape{id: into.id, norms: slices.Concat(into.norms, from.norms), named: into.named || from.named}
			looks[into.id], lies[from.id] = into, into.id
			joined = true
		}
		if joined {
			e.Accepted = append(e.Accepted, one.Reason)
		}
	}
	for _, k := range s.clusters.order {
		to := home(k.id)
		if to == k.id {
			continue
		}
		for _, id := range k.cards {
			e.Moves = append(e.Moves, CardMove{id, k.id, to})
		}
		if k.name != "" {
			e.Names = append(e.Names, NameChange{to, s.clusters.byID[to].name, k.name})
		}
	}
	if len(e.Moves) == 0 {
		return nil, nil
	}
	return []Event{e}, nil
}

func (c RefuseSuggestions) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	list, err := s.standing(by, c.Suggestions)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	e := SuggestionsRefused{}
	for _, one := range list {
		e.Suggestions = append(e.Suggestions, one.Clusters)
	}
	return []Event{e}, nil
}

func (e SuggestionsRefused) apply(s *Session, _ Record) {
	for _, clusters := range e.Suggestions {
		var sides [][]string
		for _, id := range clusters {
			if k := s.clusters.byID[id]; k != nil {
				sides = append(sides, s.normsOf(k.cards))
			}
		}
		s.clusters.separate(separation{sides: sides})
	}
	s.touch("suggestions")
}

// suggestions lists what may belong together as the cards lie now, and nothing that somebody decided otherwise: what was refused,
// split or moved apart, two clusters with a name each, and what is parked or hidden.
func (s *Session) suggestions(board *shapes) []Suggestion {
	l := s.clusters.lexicon
	if l == nil || !s.isOpen(Cluster) {
		return nil
	}
	var list []Suggestion
	together := map[[2]int]struct{}{}
	pair := func(a, b *shape) [2]int { return [2]int{min(a.order, b.order), max(a.order, b.order)} }
	add := func(group []*shape, reason SuggestReason, word string) {
		known := len(together)
		for i, a := range group {
			for _, b := range group[:i] {
				together[pair(a, b)] = struct{}{}
			}
		}
		if len(together) == known {
			return
		}
		one := Suggestion{Reason: reason, Word: word, Clusters: make([]string, 0, len(group))}
		slices.SortStableFunc(group, func(a, b *shape) int {
			if a.named != b.named {
				return cmp.Compare(b.named01(), a.named01())
			}
			return cmp.Compare(b.size, a.size)
		})
		for _, k := range group {
			one.Clusters = append(one.Clusters, k.id)
		}
		list = append(list, one)
	}
	board.each(byValue, func(key string, group []*shape) { add(group, SameValue, deckValues()[key].Name.In(s.started.Lang)) })
	stems := []int{byDutchStem, byEnglishStem}
	if s.started.Lang == English {
		slices.Reverse(stems)
	}
	for _, sort := range stems {
		board.each(sort, func(stem string, group []*shape) { add(group, SameStem, stem) })
	}
	saying := board.saying()
	for _, pair := range l.near {
		for _, a := range saying[pair[0]] {
			for _, b := range saying[pair[1]] {
				if a != b && board.may(a, b) && !pair[0].differs(pair[1]) {
					add([]*shape{a, b}, SameSpelling, "")
				}
			}
		}
	}
	return list
}

// related lists pairs of clusters that the deck calls neighbours; so many at most.
func (b *shapes) related(most int) []RelatedPair {
	if b.lexicon == nil {
		return nil
	}
	meaning := map[string][]*shape{}
	for _, k := range b.list {
		for _, value := range k.values(b.lexicon) {
			meaning[value] = append(meaning[value], k)
		}
	}
	var list []RelatedPair
	seen := map[[2]*shape]bool{}
	for _, x := range b.list {
		for _, value := range x.values(b.lexicon) {
			for _, next := range deckValues()[value].Related {
				for _, y := range meaning[next] {
					if x == y || seen[[2]*shape{x, y}] || seen[[2]*shape{y, x}] {
						continue
					}
					if seen[[2]*shape{x, y}] = true; len(list) == most {
						return list
					}
					list = append(list, RelatedPair{[]string{x.id, y.id}})
				}
			}
		}
	}
	return list
}

// SuggestionsItem is the view's item "suggestions", for the host at the clustering: the list while it is open, the related pairs also
// before the vote opens.
type SuggestionsItem struct {
	List    []Suggestion  `json:"list"`
	More    int           `json:"more,omitempty"` // suggestions beyond the list
	Related []RelatedPair `json:"related"`
}

func (s *Session) suggestionsItem(role Role) any {
	if now, ok := s.agenda.current(); !ok || now.Kind != Cluster || role != Host || s.status != Running {
		return nil
	}
	board := s.shapes()
	list := s.suggestions(board)
	item := SuggestionsItem{List: orEmpty(list[:min(len(list), MaxSuggestions)]), Related: orEmpty(board.related(MaxSuggestions))}
	item.More = len(list) - len(item.List)
	return item
}
