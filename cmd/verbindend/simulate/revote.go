package simulate

import (
	"context"
	"math/rand/v2"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// revoteID names the vote that follows on the first one.
const revoteID = "revote"

// revote holds one more round, about what the first one chose: by rank when a ranking has room for it, else by dots again.
func (p *play) revote(ctx context.Context) error {
	first, err := p.find(session.Reveal)
	if err != nil {
		return err
	}
	more := session.Activity{ID: revoteID, Kind: session.Vote, Minutes: 3, Among: session.AmongTop}
	p.host.Look(func(v *visitor.View) {
		if result, _ := visitor.Item[session.Result](v, "result"); len(result.Chosen()) <= session.MaxRanked {
			more.Ballot = session.ByRank
		}
	})
	if err := p.lead(ctx, session.PlanActivity{Activity: more, At: first.at + 1}); err != nil {
		return err
	}
	p.sentry.secretFromHost.Store(int64(p.round + 1))
	p.sentry.secretFromAll.Store(int64(p.round + 1))
	// By its id: the host's view of the agenda may not have come yet.
	if err := p.lead(ctx, session.OpenActivity{Activity: revoteID}); err != nil {
		return err
	}
	if err := p.castRound(ctx, revoteID, func(ph *phone) *rand.Rand { return p.chance(againChance, ph) }); err != nil {
		return err
	}
	p.sentry.secretFromHost.Store(0)
	if err := p.lead(ctx, session.CloseActivity{}); err != nil {
		return err
	}
	p.sentry.secretFromAll.Store(0)
	if err := p.open(ctx, session.Reveal); err != nil {
		return err
	}
	revealed := func(v *visitor.View) bool {
		result, there := visitor.Item[session.Result](v, "result")
		return there && result.Round == p.round
	}
	p.shows(ctx, p.screen, "the result of the second round", revealed)
	for _, ph := range p.phones {
		p.shows(ctx, ph.visitor, "the result of the second round", revealed)
	}
	p.say("revealed again")
	return nil
}
