package demo

import (
	"context"
	"fmt"
	"time"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

var (
	untilPlan = span{6 * time.Second, 20 * time.Second}
	readWall  = 14 * time.Second
)

// agreedSteps is how many steps the room agrees on: page one of the report has room for them.
const agreedSteps = 3

// commit lets people write steps, some for the organisation and some of their own that they share. The host agrees on a few with
// the room and shows them.
func (g *group) commit(ctx context.Context, _ session.Activity) error {
	if err := g.together(ctx, func(ctx context.Context, p *person) error { return p.commit(ctx) }); err != nil {
		return err
	}
	if err := g.host.Do(ctx, session.ShowSteps{Shown: true}); err != nil {
		return err
	}
	for i := range min(agreedSteps, len(plans), len(g.people)) {
		if err := g.rest(ctx, 2*oneGesture); err != nil {
			return err
		}
		if err := g.host.Do(ctx, session.AgreeStep{ID: stepOf(i), Agreed: true}); err != nil {
			return err
		}
	}
	return g.rest(ctx, readWall)
}

func stepOf(person int) string { return fmt.Sprintf("s%d", person) }

// commit writes down one step: the first few people for the organisation, the next their own, which they share. What the others
// mean to do stays on their phones.
func (p *person) commit(ctx context.Context) error {
	if err := p.take(ctx, untilPlan); err != nil {
		return err
	}
	lang := p.group.o.Lang
	if p.number < len(plans) {
		plan := plans[p.number]
		step := session.Step{
			What: plan.what.In(lang), First: plan.first.In(lang), Owner: plan.owner.In(lang), Measure: plan.measure.In(lang), Benefits: plan.benefits,
			Obstacle: plan.obstacle.In(lang), Date: time.Now().AddDate(0, 0, plan.days).Format(time.DateOnly),
		}
		return p.visitor.Do(ctx, session.WriteStep{ID: stepOf(p.number), Step: step})
	}
	if at := p.number - len(plans); at < len(intents) {
		own := intents[at]
		return p.visitor.Do(ctx, session.ShareIntention{Intention: session.Intention{When: own.when.In(lang), Then: own.then.In(lang), Horizon: own.horizon}})
	}
	return nil
}

// showShared shows the personal steps that were shared. It comes after the sharing.
func (g *group) showShared(ctx context.Context, _ session.Activity) error {
	shared := min(max(len(g.people)-len(plans), 0), len(intents))
	if shared == 0 {
		return nil
	}
	if err := g.host.Await(ctx, "what was shared", func(v *visitor.View) bool {
		return len(items[session.IntentionItem](v, "intention/")) == shared
	}); err != nil {
		return err
	}
	if err := g.host.Do(ctx, session.ShowIntentions{Shown: true}); err != nil {
		return err
	}
	return g.rest(ctx, readWall)
}
