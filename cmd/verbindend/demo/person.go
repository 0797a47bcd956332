package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// How long people take, from … to …, drawn anew each time.
var (
	untilHere   = span{0, 14 * time.Second} // finding the phone, scanning
	untilGroup  = span{1 * time.Second, 5 * time.Second}
	untilCard   = span{5 * time.Second, 16 * time.Second} // thinking and typing
	untilSecond = span{2 * time.Second, 5 * time.Second}  // thoughts on what was just written
	untilBallot = span{5 * time.Second, 20 * time.Second}
)

// One phone is that of several people, when so many come.
const (
	sharer   = 4
	atSharer = 3
)

type span struct{ from, to time.Duration }

func (s span) draw(chance *rand.Rand) time.Duration {
	return s.from + time.Duration(chance.Float64()*float64(s.to-s.from))
}

// A person of the group: nobody who exists.
type person struct {
	group   *group
	number  int
	chance  *rand.Rand
	visitor *visitor.Visitor
	corner  int                          // place of the group that is chosen
	people  int                          // that share this phone
	open    bool                         // it has said of a card that others may see it
	cards   []string                     // ids of those laid down in silence
	meant   map[string]session.DeckValue // normalised wording → the value it stands for
}

// newPerson invents somebody. Everybody belongs to a group: of a few who do not, a comparison would tell what they chose, and hide
// a group with them.
func newPerson(g *group, number int) *person {
	p := &person{
		group: g, number: number, chance: crowd.Person(g.o.Seed, number+1), corner: number % len(groups), people: 1, meant: map[string]session.DeckValue{},
	}
	if number == sharer {
		p.people = atSharer
	}
	return p
}

func (p *person) take(ctx context.Context, s span) error { return p.group.rest(ctx, s.draw(p.chance)) }

// arrive types the pin and chooses a group.
func (p *person) arrive(ctx context.Context) error {
	if err := p.take(ctx, untilHere); err != nil {
		return err
	}
	g := p.group
	entrance, err := g.o.Site.Join(ctx, g.created.Pin)
	if err != nil {
		return err
	}
	p.visitor = g.enter(ctx, visitor.Options{
		Role: session.Participant, Cookie: entrance.Cookie, Client: fmt.Sprintf("demo-phone-%d", p.number),
	})
	if err := p.visitor.Welcomed(ctx); err != nil {
		return err
	}
	if err := p.take(ctx, untilGroup); err != nil {
		return err
	}
	var item session.SessionItem
	p.visitor.Look(func(v *visitor.View) { item, _ = visitor.Item[session.SessionItem](v, "session") })
	if err := p.visitor.Do(ctx, session.ChooseGroup{Group: item.Groups[p.corner].ID}); err != nil || p.people == 1 {
		return err
	}
	return p.visitor.Do(ctx, session.SharePhone{People: p.people})
}

// write lays down cards with time in between, and now and then thinks better of one.
func (p *person) write(ctx context.Context) error {
	if err := p.story(ctx); err != nil {
		return err
	}
	lang := p.group.o.Lang
	for i, t := range p.byHeart(withCards())[:cardsEach-p.chance.IntN(2)] {
		if err := p.take(ctx, untilCard); err != nil {
			return err
		}
		id := fmt.Sprintf("d%d-%d", p.number, i)
		card := session.AddCard{ID: id, Text: one(p.chance, t.cards).In(lang)}
		if p.chance.IntN(4) == 0 {
			card.Why = t.why.In(lang)
		}
		if err := p.lay(ctx, t, card); err != nil {
			return err
		}
		p.cards = append(p.cards, id)
		if p.chance.IntN(8) > 0 {
			continue
		}
		if err := p.take(ctx, untilSecond); err != nil {
			return err
		}
		if err := p.change(ctx, t, session.EditCard{ID: id, Text: t.name.In(lang), Why: card.Why}); err != nil {
			return err
		}
	}
	return nil
}

func (p *person) lay(ctx context.Context, t theme, c session.AddCard) error {
	p.meant[session.Normalise(c.Text)] = t.value()
	return p.visitor.Do(ctx, c)
}

func (p *person) change(ctx context.Context, t theme, c session.EditCard) error {
	p.meant[session.Normalise(c.Text)] = t.value()
	return p.visitor.Do(ctx, c)
}

// vote casts a ballot, and one in three changes it once. Who shares a phone hands it on.
func (p *person) vote(ctx context.Context) error {
	var ballot session.BallotItem
	err := p.visitor.Await(ctx, "the ballot", func(v *visitor.View) bool {
		ballot, _ = visitor.Item[session.BallotItem](v, "ballot")
		return ballot.Open
	})
	if err != nil {
		return err
	}
	for seat := 1; seat <= p.people; seat++ {
		for range 1 + p.chance.IntN(3)/2 {
			if err := p.take(ctx, untilBallot); err != nil {
				return err
			}
			if err := p.visitor.Do(ctx, session.CastBallot{Round: ballot.Round, Dots: p.ballot(ballot), Seat: seat}); err != nil {
				return err
			}
		}
	}
	return nil
}
