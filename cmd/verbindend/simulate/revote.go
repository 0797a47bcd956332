package simulate

import (
	"context"
	"math/rand/v2"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// The rounds that follow on the first one.
const (
	scoreID  = "score"   // by score, about what the first chose
	runoffID = "run-off" // by rank, about what tied for the last places
)

// score votes by score about what the first round chose, and by dots where that is more than scores have room for.
func (p *play) score(ctx context.Context) error {
	more := session.Activity{ID: scoreID, Kind: session.Vote, Minutes: 3, Among: session.AmongTop}
	if len(p.outcome().Chosen()) <= session.MaxScored {
		more.Ballot = session.ByScore
	}
	return p.revote(ctx, more)
}

// runoff decides by rank between the values that tied for the last places; where none did, everything that goes on is ranked.
func (p *play) runoff(ctx context.Context) error {
	more := session.Activity{ID: runoffID, Kind: session.Vote, Minutes: 3, Among: session.AmongTop}
	result := p.outcome()
	tied, _ := result.TiedAtCut()
	about := len(result.Chosen())
	if n := len(tied); n > 0 && n <= session.MaxRanked {
		more.Among, about = session.AmongTied, n
	}
	if about <= session.MaxRanked {
		more.Ballot = session.ByRank
	}
	return p.revote(ctx, more)
}

// outcome is the result of the last round, as the host sees it.
func (p *play) outcome() (result session.Result) {
	p.host.Look(func(v *visitor.View) { result, _ = visitor.Item[session.Result](v, "result") })
	return result
}

// revote holds one more round and reveals it.
func (p *play) revote(ctx context.Context, more session.Activity) error {
	first, err := p.find(session.Reveal)
	if err != nil {
		return err
	}
	if err := p.lead(ctx, session.PlanActivity{Activity: more, At: first.at + 1}); err != nil {
		return err
	}
	p.sentry.secretFromHost.Store(int64(p.round + 1))
	p.sentry.secretFromAll.Store(int64(p.round + 1))
	// By its id: the host's view of the agenda may not have come yet.
	if err := p.lead(ctx, session.OpenActivity{Activity: more.ID}); err != nil {
		return err
	}
	if err := p.castRound(ctx, more.ID, func(ph *phone) *rand.Rand { return p.chance(againChance+p.round-2, ph) }); err != nil {
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
	p.shows(ctx, p.screen, "the result of the next round", revealed)
	for _, ph := range p.phones {
		p.shows(ctx, ph.visitor, "the result of the next round", revealed)
	}
	p.tableSees(ctx)
	p.say("revealed again")
	return nil
}

// fill gives somebody's ballot. Scores are given so that the cut falls in a tie, for the run-off to decide.
func fill(c *crowd.Crowd, chance *rand.Rand, ballot session.BallotItem) map[string]int {
	given := c.Ballot(chance, ballot)
	if ballot.Method == session.ByScore {
		return tie(ballot, given)
	}
	return given
}

// tie gives the first few options, as many as no cut can pass by, one number: when everybody does that, they tie. It takes more options than
// there are places.
func tie(ballot session.BallotItem, given map[string]int) map[string]int {
	n := len(ballot.Options)
	if n <= ballot.Top {
		return given
	}
	alike := given[ballot.Options[0].ID]
	if alike == 0 {
		alike = session.BestScore - 2
	}
	for _, o := range ballot.Options[:max(ballot.Top+1, n-ballot.Top+1)] {
		given[o.ID] = alike
	}
	return given
}
