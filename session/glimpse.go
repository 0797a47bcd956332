package session

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strconv"
	"time"
)

// Sight is who sees a card while people write. When writing is closed it makes no difference any more.
type Sight string

// The sights of a card. A card leaves the first only when its writer was told, before sending these very words, that others see
// them: what was written in silence stays unseen until writing is closed, whatever the mode becomes.
const (
	Unseen Sight = ""     // its writer and the facilitator
	Held   Sight = "held" // they, until the facilitator lets it through
	Seen   Sight = "seen" // everybody, without its writer
)

func (s Sight) valid() bool { return s == Unseen || s == Held || s == Seen }

// sight gives who sees words that are laid down in an activity: never more than their writer was told.
func (a Activity) sight(told Sight) Sight {
	switch {
	case a.Mode != InOpen:
		return Unseen
	case a.Hold && told == Seen:
		return Held
	}
	return told
}

// Limits on what others see of what is being written: so many items of so many wordings. Which of more they are has nothing to do
// with who wrote when: it hangs on the words alone.
const (
	Glimpses     = 32
	GlimpseWords = 4
)

// glimpseOf tells in which item a wording is.
func glimpseOf(norm string) int {
	h := fnv.New32a()
	h.Write([]byte(norm))
	return int(h.Sum32() % Glimpses)
}

// LetThrough lets others see cards that wait for the facilitator. A card that was given other words since is not let through: nobody
// has read those.
type LetThrough struct {
	Cards map[string]string `json:"cards"` // id → words, as the facilitator read them
}

// CardsLetThrough says which cards others see from now on.
type CardsLetThrough struct {
	Cards []string `json:"cards"`
}

func (c LetThrough) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	e := CardsLetThrough{}
	for _, one := range s.cards.order {
		if words, asked := c.Cards[one.id]; asked && one.sight == Held && one.shown() && one.text == words {
			e.Cards = append(e.Cards, one.id)
		}
	}
	if len(e.Cards) == 0 {
		return nil, nil
	}
	return []Event{e}, nil
}

func (e CardsLetThrough) apply(s *Session, _ Record) {
	for _, id := range e.Cards {
		c := s.cards.byID[id]
		c.sight = Seen
		s.touchCard(c)
	}
}

// GlimpseItem is the view's item "glimpse/{n}", for phones and screen while people write in the open: words of others, identical
// ones once, without their writers, their cards, and when they came.
type GlimpseItem struct {
	Words []string `json:"words"`
}

func (s *Session) glimpseItem(role Role, id string) any {
	if mode, _ := s.mode(); mode != InOpen || role == Host {
		return nil
	}
	n, err := strconv.Atoi(id)
	if err != nil || n < 0 || n >= Glimpses {
		return nil
	}
	words := map[string]string{} // of several spellings the first by alphabet: which one came first is nobody's business
	for _, c := range s.cards.order {
		if c.sight != Seen || c.glimpse != n || !c.shown() {
			continue
		}
		if known, found := words[c.norm]; !found || c.text < known {
			words[c.norm] = c.text
		}
	}
	if len(words) == 0 {
		return nil
	}
	item := GlimpseItem{}
	for _, text := range words {
		item.Words = append(item.Words, text)
	}
	slices.SortFunc(item.Words, func(a, b string) int { return cmp.Compare(Normalise(a), Normalise(b)) })
	item.Words = item.Words[:min(len(item.Words), GlimpseWords)]
	return item
}

// glimpseKeys lists the keys of what others see of what is being written.
func (s *Session) glimpseKeys() []string {
	if mode, _ := s.mode(); mode != InOpen {
		return nil
	}
	keys := make([]string, Glimpses)
	for n := range keys {
		keys[n] = "glimpse/" + strconv.Itoa(n)
	}
	return keys
}
