package demo

import (
	"context"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// roomForMore is how many minutes an agenda needs to have a second round in it.
const roomForMore = 90

// voteAgain holds a second round about what the first one chose, where there is time for it: a run-off when values tie for the last
// places, or else by score. Both rounds stay in the report.
func (g *group) voteAgain(ctx context.Context, reveal session.Activity) error {
	if g.o.Minutes < roomForMore {
		return nil
	}
	var result session.Result
	var agenda session.AgendaItem
	if err := g.host.Await(ctx, "the result", func(v *visitor.View) (there bool) {
		agenda, _ = visitor.Item[session.AgendaItem](v, "agenda")
		result, there = visitor.Item[session.Result](v, "result")
		return there
	}); err != nil {
		return err
	}
	more := session.Activity{ID: "demo-again", Kind: session.Vote, Minutes: 4, Ballot: session.ByScore, Among: session.AmongTop}
	if tied, _ := result.TiedAtCut(); len(tied) > 0 {
		more.Ballot, more.Among = session.ByRank, session.AmongTied
	} else if len(result.Chosen()) > session.MaxScored {
		return nil
	}
	at := 0
	for i, planned := range agenda.Activities {
		if planned.ID == reveal.ID {
			at = i
		}
	}
	if err := g.host.Do(ctx, session.PlanActivity{Activity: more, At: at}); err != nil {
		return err
	}
	g.again = true
	if err := g.play(ctx, more); err != nil {
		return err
	}
	return g.play(ctx, reveal)
}
