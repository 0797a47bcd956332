package simulate

import (
	"context"
	"fmt"
	"maps"
	"time"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// Some tables share a phone: one in so many does, and so many people at most.
const (
	oneShares   = 5
	shareAtMost = 4
)

// share lets some phones say for how many people they write; every other one of them says it wrong first.
func (p *play) share(ctx context.Context) error {
	var deeds []openloop.Deed
	for _, ph := range p.phones {
		chance := p.chance(shareChance, ph)
		if ph.number%oneShares != oneShares-1 {
			continue
		}
		ph.people = 2 + chance.IntN(shareAtMost-1)
		said := []int{ph.people}
		if chance.IntN(2) == 0 {
			said = []int{ph.people + 1, ph.people}
		}
		for _, people := range said {
			deeds = append(deeds, openloop.Deed{Do: func(due time.Time) { ph.did(session.SharePhone{People: people}, due) }})
		}
	}
	if err := p.act(ctx, "share", deeds); err != nil {
		return err
	}
	people := p.heads()
	p.shows(ctx, p.screen, fmt.Sprintf("%d people at %d phones", people, len(p.phones)), func(v *visitor.View) bool {
		item, _ := visitor.Item[session.PeopleItem](v, "people")
		return item.Joined == people && (item.Phones == len(p.phones) || people == len(p.phones))
	})
	return p.lead(ctx, session.CloseActivity{})
}

// heads is how many people are at all phones.
func (p *play) heads() int {
	n := 0
	for _, ph := range p.phones {
		n += ph.people
	}
	return n
}

// tableSees waits until each phone of several people has, of a round that is over, no more than their ballots together.
func (p *play) tableSees(ctx context.Context) {
	for _, ph := range p.phones {
		cast := ph.counted(p.round)
		if ph.people == 1 || len(cast) == 0 {
			continue
		}
		p.shows(ctx, ph.visitor, "the ballots of its table in all", func(v *visitor.View) bool {
			return v.Me != nil && v.Me.Ballot != nil && len(v.Me.Ballots) == 0 && ph.sums(*v.Me.Ballot)
		})
	}
}

// sums tells whether a ballot is what the people at this phone cast together in its round. Only dots can be added up, and of one or two
// people nothing is told but that they count: who filled in one would know the other.
func (p *phone) sums(own session.OwnBallot) bool {
	cast := p.counted(own.Round)
	if own.People == 0 {
		return len(cast) == 1 && p.cast(own)
	}
	sum := map[string]int{}
	for _, ballot := range cast {
		for id, n := range ballot {
			sum[id] += n
		}
	}
	if own.People < session.MinGroupThreshold && len(own.Dots) > 0 {
		return false
	}
	return own.People == len(cast) && (len(own.Dots) == 0 || maps.Equal(own.Dots, sum))
}
