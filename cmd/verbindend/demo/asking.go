package demo

import (
	"context"
	"time"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

var (
	untilSheet = span{3 * time.Second, 14 * time.Second} // reading the questions and answering them
	readAnswer = 10 * time.Second                        // what the room said stands on the screen
)

// An asking is an activity in which everybody answers by themselves.
type asking struct {
	session.Activity
	at    int // place in the agenda
	stage Stage
}

var (
	checkIn  = asking{session.Activity{ID: "demo-checkin", Kind: session.CheckIn, Minutes: 1}, 1, CheckingIn}
	tensions = asking{session.Activity{ID: "demo-tensions", Kind: session.Tensions, Minutes: 3}, 2, Tensions}
	rate     = asking{session.Activity{ID: "demo-rate", Kind: session.Rate, Minutes: 3}, session.MaxActivities, Rating}
	checkOut = asking{session.Activity{ID: "demo-checkout", Kind: session.CheckOut, Minutes: 2}, session.MaxActivities, CheckingOut}
)

// plan puts the activities that ask into the agenda.
func (g *group) plan(ctx context.Context) error {
	for _, a := range []asking{checkIn, tensions, rate, checkOut} {
		if err := g.host.Do(ctx, session.PlanActivity{Activity: a.Activity, At: a.at}); err != nil {
			return err
		}
	}
	return nil
}

// ask gives the part of the script in which everybody answers, and the room looks at what it said.
func (g *group) ask(a asking) func(context.Context) error {
	return func(ctx context.Context) error {
		if err := g.open(ctx, a.Kind, a.stage); err != nil {
			return err
		}
		if err := g.together(ctx, func(ctx context.Context, p *person) error { return p.answer(ctx, a.ID) }); err != nil {
			return err
		}
		if err := g.close(ctx); err != nil {
			return err
		}
		if err := g.showWords(ctx, a.ID); err != nil {
			return err
		}
		return g.rest(ctx, readAnswer)
	}
}

// showWords lets the room read what was written, when something was.
func (g *group) showWords(ctx context.Context, activity string) error {
	var said session.Outcome
	err := g.host.Await(ctx, "the answers", func(v *visitor.View) (there bool) {
		said, there = visitor.Item[session.Outcome](v, "outcome/"+activity)
		return there
	})
	if err != nil {
		return err
	}
	for _, q := range said.Questions {
		if len(q.Texts) > 0 {
			return g.host.Do(ctx, session.ShowTexts{Activity: activity, Shown: true})
		}
	}
	return nil
}

// answer fills a form in, and one in three thinks again.
func (p *person) answer(ctx context.Context, activity string) error {
	var form session.FormItem
	err := p.visitor.Await(ctx, "the questions", func(v *visitor.View) bool {
		form, _ = visitor.Item[session.FormItem](v, "form")
		return form.Open && form.Activity == activity
	})
	if err != nil {
		return err
	}
	for range 1 + p.chance.IntN(3)/2 {
		if err := p.take(ctx, untilSheet); err != nil {
			return err
		}
		sheet := p.group.crowd.Fill(p.chance, form.Form)
		if err := p.visitor.Do(ctx, session.FillSheet{Activity: activity, Sheet: sheet}); err != nil {
			return err
		}
	}
	return nil
}
