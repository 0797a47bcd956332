package demo

import (
	"context"
	"fmt"
	"strings"
	"time"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

var (
	untilTalk   = span{2 * time.Second, 9 * time.Second} // of a round, until something is written down
	untilDoubt  = span{4 * time.Second, 14 * time.Second}
	eachRound   = 4 * time.Second // after the last has written
	readBallot  = 8 * time.Second
	storyTeller = 5 // the first few people share a story
)

// talk goes through the rounds.
func (g *group) talk(ctx context.Context, act session.Activity) error {
	var rounds session.RoundsItem
	err := g.host.Await(ctx, "the rounds", func(v *visitor.View) bool {
		rounds, _ = visitor.Item[session.RoundsItem](v, "rounds")
		return rounds.Activity == act.ID
	})
	if err != nil {
		return err
	}
	for turn, t := range rounds.Turns {
		if turn > 0 {
			if err := g.host.Do(ctx, session.OpenTurn{Activity: act.ID, Turn: turn}); err != nil {
				return err
			}
		}
		if err := g.together(ctx, func(ctx context.Context, p *person) error { return p.talk(ctx, turn, t.With) }); err != nil {
			return err
		}
		if err := g.rest(ctx, eachRound); err != nil {
			return err
		}
	}
	return nil
}

// talk makes a card of one's own stronger in pairs and fours, and one in six lays down what came up.
func (p *person) talk(ctx context.Context, turn int, with session.Company) error {
	if with == session.Alone {
		return nil
	}
	if err := p.take(ctx, untilTalk); err != nil {
		return err
	}
	if len(p.cards) > 0 && with != session.InAll && p.chance.IntN(3) == 0 {
		return p.visitor.Do(ctx, session.StrengthenCard{ID: one(p.chance, p.cards), Stronger: true})
	}
	if p.chance.IntN(6) > 0 {
		return nil
	}
	t := p.byHeart(withCards())[0]
	id := fmt.Sprintf("t%d-%d", p.number, turn)
	return p.lay(ctx, t, session.AddCard{ID: id, Text: one(p.chance, t.cards).In(p.group.o.Lang)})
}

// clarify makes the ballot clear: one proposal is taken up, another is there already.
func (g *group) clarify(ctx context.Context, _ session.Activity) error {
	var item session.ClarifyItem
	if err := g.host.Await(ctx, "the ballot to be", func(v *visitor.View) bool {
		item, _ = visitor.Item[session.ClarifyItem](v, "clarify")
		return item.Open && len(item.Options) > 0
	}); err != nil {
		return err
	}
	if err := g.together(ctx, func(ctx context.Context, p *person) error { return p.clarify(ctx, item.Options) }); err != nil {
		return err
	}
	for number, accepted := range []bool{true, false} {
		if number >= len(g.people) {
			break
		}
		if err := g.rest(ctx, 2*oneGesture); err != nil {
			return err
		}
		if err := g.host.Do(ctx, session.SettleProposal{ID: fmt.Sprintf("v%d", number), Accepted: accepted}); err != nil {
			return err
		}
	}
	return g.rest(ctx, readBallot)
}

func (p *person) clarify(ctx context.Context, options []session.ClearOption) error {
	if err := p.take(ctx, untilDoubt); err != nil {
		return err
	}
	switch p.number {
	case 0:
		return p.visitor.Do(ctx, session.ProposeValue{ID: "v0", Text: pride.name.In(p.group.o.Lang)})
	case 1:
		return p.visitor.Do(ctx, session.ProposeValue{ID: "v1", Text: declined.In(p.group.o.Lang)})
	}
	if p.chance.IntN(4) > 0 {
		return nil
	}
	doubt := session.Unclear
	if p.chance.IntN(4) == 0 {
		doubt = session.Misplaced
	}
	return p.visitor.Do(ctx, session.ObjectToOption{Option: one(p.chance, options).ID, Objection: doubt})
}

// story tells a moment, and shares it with the host.
func (p *person) story(ctx context.Context) error {
	if p.number >= min(storyTeller, len(stories)) {
		return nil
	}
	if err := p.take(ctx, untilCard); err != nil {
		return err
	}
	return p.visitor.Do(ctx, session.ShareStory{Text: stories[p.number].In(p.group.o.Lang)})
}

// withCards lists the themes that people write of themselves.
func withCards() []theme {
	var list []theme
	for _, t := range themes {
		if len(t.cards) > 0 {
			list = append(list, t)
		}
	}
	return list
}

// items reads all items of a kind in a view.
func items[T any](v *visitor.View, prefix string) map[string]T {
	all := map[string]T{}
	for key := range v.Items {
		if id, is := strings.CutPrefix(key, prefix); is {
			all[id], _ = visitor.Item[T](v, key)
		}
	}
	return all
}
