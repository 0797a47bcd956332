package simulate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// A phone is one participant: what it does comes from its own chance, what it was promised is in its answers.
type phone struct {
	number  int
	person  *rand.Rand
	visitor *visitor.Visitor

	mu      sync.Mutex // the sentry reads ballots while they are cast
	group   choice
	cards   []*written
	meant   map[string]session.DeckValue // normalised wording → the value it stands for
	ballots []*visitor.Sent
	sheets  map[string][]*visitor.Sent // by activity
	rest    []*visitor.Sent            // everything else
	tables  map[int]bool               // phones that sit at the same table; nil while nobody sits
	people  int                        // that it writes for, from 1 on

	due      time.Time // when it should have come
	joined   time.Time // when it was welcomed and had the view
	revealed time.Time // when it was shown the result
}

// choice is the group a phone chose; "" when it skipped the question.
type choice struct {
	name string
	sent *visitor.Sent
}

// written is one card with all that was done to it. A change is a text, or "" for taking the card away.
type written struct {
	id      string
	changes []change
	talked  bool // it came from a talk
	held    bool // it was laid down in the open, while the host read along
}

type change struct {
	text  string
	sight session.Sight // who sees it while people write
	sent  *visitor.Sent
}

// text gives the words that were promised to be kept; "" when the card is not there (any more).
func (w *written) text() string { return w.now().text }

// sight gives who sees those words while people write.
func (w *written) sight() session.Sight { return w.now().sight }

func (w *written) now() (last change) {
	for _, c := range w.changes {
		if !c.sent.Acked.IsZero() {
			last = c
		}
	}
	return last
}

// moments draws n moments in a window, in order.
func moments(chance *rand.Rand, n int, window time.Duration) []time.Duration {
	at := make([]time.Duration, n)
	for i := range at {
		at[i] = time.Duration(chance.Float64() * float64(window))
	}
	slices.Sort(at)
	return at
}

// mayCut adds a broken line in the middle of deeds, for the share of phones that shall have one.
func (p *phone) mayCut(chance *rand.Rand, deeds []openloop.Deed, share float64, window time.Duration) []openloop.Deed {
	if chance.Float64() >= share {
		return deeds
	}
	return append(deeds, openloop.Deed{At: window/4 + moments(chance, 1, window/2)[0], Do: func(time.Time) { p.visitor.Cut() }})
}

// writing plans the deeds of silent writing: cards, some of them changed or taken away afterwards.
func (p *phone) writing(c *crowd.Crowd, o Options) []openloop.Deed {
	var deeds []openloop.Deed
	p.meant = map[string]session.DeckValue{}
	at := moments(p.person, o.Cards, o.Window)
	for i, thought := range c.Think(p.person, o.Cards) {
		w := &written{id: fmt.Sprintf("p%d-%d", p.number, i)}
		p.cards = append(p.cards, w)
		text := thought.Text + " " + mark(p.number, i)
		p.meant[session.Normalise(text)] = thought.Value
		deeds = append(deeds, openloop.Deed{At: at[i], Do: func(due time.Time) {
			w.changes = append(w.changes, change{text: text, sent: p.visitor.SendAt(session.AddCard{ID: w.id, Text: text}, due)})
		}})
		after := at[i] + moments(p.person, 1, o.Window-at[i])[0]
		switch chance := p.person.IntN(100); {
		case chance < 15:
			second := c.Think(p.person, 1)[0]
			other := second.Text + " " + mark(p.number, session.DefaultCardLimit+i)
			p.meant[session.Normalise(other)] = second.Value
			deeds = append(deeds, openloop.Deed{At: after, Do: func(due time.Time) {
				w.changes = append(w.changes, change{text: other, sent: p.visitor.SendAt(session.EditCard{ID: w.id, Text: other}, due)})
			}})
		case chance < 20:
			deeds = append(deeds, openloop.Deed{At: after, Do: func(due time.Time) {
				w.changes = append(w.changes, change{sent: p.visitor.SendAt(session.RemoveCard{ID: w.id}, due)})
			}})
		}
	}
	return p.mayCut(p.person, deeds, o.Cut, o.Window)
}

// voting plans the deeds of the vote: whole ballots, the last of which counts.
func (p *phone) voting(c *crowd.Crowd, chance *rand.Rand, ballot session.BallotItem, o Options) []openloop.Deed {
	var deeds []openloop.Deed
	for _, at := range moments(chance, o.Votes, o.Window) {
		if o.Spike && chance.IntN(2) == 0 {
			at /= 20
		}
		deeds = append(deeds, p.casting(at, session.CastBallot{Round: ballot.Round, Dots: fill(c, chance, ballot)}))
	}
	for seat := 2; seat <= p.people; seat++ { // whoever shares it votes after the other, and one of them not at all
		for _, at := range moments(chance, chance.IntN(3), o.Window) {
			deeds = append(deeds, p.casting(at, session.CastBallot{Round: ballot.Round, Dots: fill(c, chance, ballot), Seat: seat}))
		}
	}
	if o.Wave {
		deeds = append(deeds, openloop.Deed{At: o.Window / 2, Do: func(time.Time) { p.visitor.Cut() }})
	}
	return p.mayCut(chance, deeds, o.Cut, o.Window)
}

func (p *phone) casting(at time.Duration, c session.CastBallot) openloop.Deed {
	return openloop.Deed{At: at, Do: func(due time.Time) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.ballots = append(p.ballots, p.visitor.SendAt(c, due))
	}}
}

// choose answers the group question: one of the groups, or now and then none.
func (p *phone) choose(groups []session.Group) {
	c := session.ChooseGroup{}
	if i := p.person.IntN(len(groups) + 1); i < len(groups) {
		c.Group = groups[i].ID
		p.group.name = groups[i].Name
	}
	p.group.sent = p.visitor.Send(c)
}

// sent lists all the commands of this phone.
func (p *phone) sent() []*visitor.Sent {
	var all []*visitor.Sent
	if p.group.sent != nil {
		all = append(all, p.group.sent)
	}
	for _, w := range p.cards {
		for _, c := range w.changes {
			all = append(all, c.sent)
		}
	}
	for _, sheets := range p.sheets {
		all = append(all, sheets...)
	}
	return append(append(all, p.rest...), p.ballots...)
}

// counted gives the ballots of a round that were acknowledged as the last of each person at this phone.
func (p *phone) counted(round int) []map[string]int {
	p.mu.Lock()
	defer p.mu.Unlock()
	var ballots []map[string]int
	for seat := 1; seat <= max(p.people, 1); seat++ {
		for _, b := range slices.Backward(p.ballots) {
			if c := b.Command.(session.CastBallot); c.Round == round && max(c.Seat, 1) == seat && !b.Acked.IsZero() {
				ballots = append(ballots, c.Dots)
				break
			}
		}
	}
	return ballots
}

// firsts gives when each person at this phone cast a ballot for the first time, of those who have in the first round.
func (p *phone) firsts() (at []time.Time) {
	seen := map[int]bool{}
	for _, b := range p.ballots {
		if c := b.Command.(session.CastBallot); c.Round == 1 && !b.Acked.IsZero() && !seen[c.Seat] {
			seen[c.Seat] = true
			at = append(at, b.At)
		}
	}
	return at
}
