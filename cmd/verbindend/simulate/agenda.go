package simulate

import (
	"context"
	"fmt"
	"math/rand/v2"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// planned is an activity and its place in the agenda.
type planned struct {
	session.Activity
	at int
}

// find gives the first activity of a kind, or the one with that id.
func (p *play) find(kind session.Kind) (planned, error) {
	var agenda session.AgendaItem
	p.host.Look(func(v *visitor.View) { agenda, _ = visitor.Item[session.AgendaItem](v, "agenda") })
	for i, act := range agenda.Activities {
		if act.Kind == kind || act.ID == string(kind) {
			return planned{act.Activity, i}, nil
		}
	}
	return planned{}, fmt.Errorf("the agenda has no %s", kind)
}

// opened opens the first activity of a kind, and gives it.
func (p *play) opened(ctx context.Context, kind session.Kind) (planned, error) {
	act, err := p.find(kind)
	if err != nil {
		return act, err
	}
	return act, p.lead(ctx, session.OpenActivity{Activity: act.ID})
}

// open opens the first activity of a kind.
func (p *play) open(ctx context.Context, kind session.Kind) error {
	_, err := p.opened(ctx, kind)
	return err
}

// What a phone does in each of the later activities has a chance of its own: the same seed writes and votes the same, with them or
// without.
const (
	storyChance = 1 + iota
	talkChance
	clarifyChance
	seatChance
	penChance // and the next, for whoever takes the pen over
	_
	commitChance
	againChance // and the next, one for each round after the first
	_
	shareChance
	openChance
	choiceChance
	formChance // and those that follow, one for each form
)

func (p *play) chance(of int, ph *phone) *rand.Rand {
	return crowd.Person(p.o.Seed, p.number*1_000_000+of*2*maxPhones+ph.number)
}
