package simulate

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// What people say beside their cards: the story, and the talks in twos and fours.

// did sends a command and keeps its answer.
func (p *phone) did(c session.Command, due time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.rest = append(p.rest, p.visitor.SendAt(c, due))
}

// kept lists what a phone did in one way and the server has acknowledged, in the order in which it was sent.
func kept[C session.Command](p *phone) []C {
	p.mu.Lock()
	defer p.mu.Unlock()
	var all []C
	for _, s := range p.rest {
		if c, is := s.Command.(C); is && !s.Acked.IsZero() {
			all = append(all, c)
		}
	}
	return all
}

// made lists what a phone did in one way, answered or not.
func made[C session.Command](p *phone) []C {
	p.mu.Lock()
	defer p.mu.Unlock()
	var all []C
	for _, s := range p.rest {
		if c, is := s.Command.(C); is {
			all = append(all, c)
		}
	}
	return all
}

// last gives the last of what a phone did in one way.
func last[C session.Command](p *phone) (c C, there bool) {
	all := kept[C](p)
	if len(all) == 0 {
		return c, false
	}
	return all[len(all)-1], true
}

// telling plans the story that somebody shares beside the writing; one in three thinks better of it.
func (p *phone) telling(chance *rand.Rand, window time.Duration) []openloop.Deed {
	if chance.IntN(3) == 0 {
		return nil
	}
	at := moments(chance, 2, window)
	deeds := []openloop.Deed{{At: at[0], Do: func(due time.Time) {
		p.did(session.ShareStory{Text: "Toen we samen bleven tot het af was. " + paperMark(stories, p.number, 0)}, due)
	}}}
	if chance.IntN(3) == 0 {
		deeds = append(deeds, openloop.Deed{At: at[1], Do: func(due time.Time) { p.did(session.ShareStory{}, due) }})
	}
	return deeds
}

// hear checks that the host has every story that is shared, once.
func (p *play) hear(ctx context.Context) {
	var want []string
	for _, ph := range p.phones {
		if story, told := last[session.ShareStory](ph); told && story.Text != "" {
			want = append(want, story.Text)
		}
	}
	slices.Sort(want)
	p.shows(ctx, p.host, fmt.Sprintf("%d stories", len(want)), func(v *visitor.View) bool {
		item, _ := visitor.Item[session.StoriesItem](v, "stories")
		var got []string
		for _, one := range item.Stories {
			got = append(got, one.Text)
		}
		slices.Sort(got)
		return slices.Equal(got, want)
	})
}

// talkMarks is where the marks of cards from talks begin.
const talkMarks = 2 * session.DefaultCardLimit

// fromTalk tells whether a mark is that of a card that came from a talk.
func fromTalk(mark int) bool {
	return mark >= 0 && mark%cardsPerPerson >= talkMarks && mark%cardsPerPerson < openMarks
}

// talking plans what a phone does in the rounds: now and then a card that comes from the talk, and cards of its own that are made
// stronger, or not after all.
func (p *phone) talking(chance *rand.Rand, c *crowd.Crowd, o Options) []openloop.Deed {
	var deeds []openloop.Deed
	for _, w := range p.cards {
		if w.text() == "" || chance.IntN(2) == 0 {
			continue
		}
		for i, at := range moments(chance, 1+chance.IntN(3), o.Window) {
			deeds = append(deeds, openloop.Deed{At: at, Do: func(due time.Time) {
				p.did(session.StrengthenCard{ID: w.id, Stronger: i%2 == 0}, due)
			}})
		}
	}
	for i, thought := range c.Think(chance, chance.IntN(3)) {
		w := &written{id: fmt.Sprintf("t%d-%d", p.number, i), talked: true}
		text := thought.Text + " " + mark(p.number, talkMarks+i)
		p.cards = append(p.cards, w)
		p.meant[session.Normalise(text)] = thought.Value
		deeds = append(deeds, openloop.Deed{At: moments(chance, 1, o.Window)[0], Do: func(due time.Time) {
			w.changes = append(w.changes, change{text: text, sent: p.visitor.SendAt(session.AddCard{ID: w.id, Text: text}, due)})
		}})
	}
	return p.mayCut(chance, deeds, o.Cut, o.Window)
}

// talk goes through the rounds, each with its own time, and lets the room see what they brought.
func (p *play) talk(ctx context.Context) error {
	act, err := p.opened(ctx, session.Rounds)
	if err != nil {
		return err
	}
	p.say("talking: within %s", p.o.Window)
	var deeds []openloop.Deed
	turns := len(session.StandardTurns(act.Minutes))
	for turn := 1; turn < turns; turn++ {
		deeds = append(deeds, openloop.Deed{At: p.o.Window * time.Duration(turn) / time.Duration(turns), Do: func(time.Time) {
			p.host0 = append(p.host0, p.host.Send(session.OpenTurn{Activity: act.ID, Turn: turn}))
		}})
	}
	for _, ph := range p.phones {
		deeds = append(deeds, ph.talking(p.chance(talkChance, ph), p.crowd, p.o)...)
	}
	if err := p.act(ctx, string(session.Rounds), deeds); err != nil {
		return err
	}
	sum, err := p.site(1).Results(ctx, p.created.ID)
	if err != nil {
		return err
	}
	p.sentry.read(sum)
	if len(sum.Clusters) > 0 {
		p.sentry.report(reader, "cards while people talk")
	}
	laid, stronger := p.talked()
	for _, v := range []*visitor.Visitor{p.host, p.screen} {
		p.shows(ctx, v, fmt.Sprintf("%d cards from talks, %d made stronger, in the last round", laid, stronger), func(v *visitor.View) bool {
			item, _ := visitor.Item[session.RoundsItem](v, "rounds")
			return item.Cards == laid && item.Stronger == stronger && item.Turn == turns-1
		})
	}
	p.sentry.talkPublic.Store(true)
	return p.lead(ctx, session.CloseActivity{})
}

// talked counts the cards that came from talks, and those that were made stronger.
func (p *play) talked() (laid, stronger int) {
	for _, ph := range p.phones {
		behind := map[string]bool{}
		for _, c := range kept[session.StrengthenCard](ph) {
			behind[c.ID] = c.Stronger
		}
		for _, w := range ph.cards {
			if w.text() == "" {
				continue
			}
			if w.talked {
				laid++
			}
			if behind[w.id] {
				stronger++
			}
		}
	}
	return laid, stronger
}
