package demo

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// inTheOpen asks for one more card, that others may see at once: those who were told and say yes. The host reads each before it is
// seen.
func (g *group) inTheOpen(ctx context.Context, act session.Activity) error {
	if act.Limit <= cardsEach {
		return nil
	}
	act.Mode, act.Hold = session.InOpen, true
	if err := g.host.Do(ctx, session.EditActivity{Activity: act}); err != nil {
		return err
	}
	if err := g.together(ctx, func(ctx context.Context, p *person) error { return p.writeOn(ctx, act) }); err != nil {
		return err
	}
	said := 0
	for _, p := range g.people {
		if p.open {
			said++
		}
	}
	waiting := map[string]string{}
	if err := g.host.Await(ctx, "the cards that wait", func(v *visitor.View) bool {
		for id, card := range items[session.CardItem](v, "card/") {
			if card.Sight == session.Held {
				waiting[id] = card.Text
			}
		}
		return len(waiting) == said
	}); err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(waiting)) {
		if err := g.rest(ctx, oneGesture); err != nil {
			return err
		}
		if err := g.host.Do(ctx, session.LetThrough{Cards: map[string]string{id: waiting[id]}}); err != nil {
			return err
		}
	}
	return nil
}

// writeOn lays down one more card; two in three say that others may see it.
func (p *person) writeOn(ctx context.Context, act session.Activity) error {
	if err := p.visitor.Await(ctx, "to write in the open", func(v *visitor.View) bool { return v.Now().Mode == act.Mode }); err != nil {
		return err
	}
	if p.number%2 > 0 { // the others have said what they had to say
		return nil
	}
	if err := p.take(ctx, untilCard); err != nil {
		return err
	}
	t := p.byHeart(withCards())[0]
	id := fmt.Sprintf("d%d-%d", p.number, cardsEach)
	card := session.AddCard{ID: id, Text: one(p.chance, t.cards).In(p.group.o.Lang)}
	if p.chance.IntN(3) > 0 {
		card.Sight, p.open = session.Seen, true
	}
	p.cards = append(p.cards, id)
	return p.lay(ctx, t, card)
}
