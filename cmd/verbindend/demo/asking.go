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

// ask lets everybody answer by themselves.
func (g *group) ask(ctx context.Context, act session.Activity) error {
	return g.together(ctx, func(ctx context.Context, p *person) error { return p.answer(ctx, act) })
}

// tell lets the room look at what it said. It comes after the answering.
func (g *group) tell(ctx context.Context, act session.Activity) error {
	if err := g.showWords(ctx, act); err != nil {
		return err
	}
	return g.rest(ctx, readAnswer)
}

// showWords lets the room read what was written, when something was. What people say of the texts is for the host.
func (g *group) showWords(ctx context.Context, act session.Activity) error {
	if act.Kind == session.Consent {
		return nil
	}
	var said session.Outcome
	err := g.host.Await(ctx, "the answers", func(v *visitor.View) (there bool) {
		said, there = visitor.Item[session.Outcome](v, "outcome/"+act.ID)
		return there
	})
	if err != nil {
		return err
	}
	for _, q := range said.Questions {
		if len(q.Texts) > 0 {
			return g.host.Do(ctx, session.ShowTexts{Activity: act.ID, Shown: true})
		}
	}
	return nil
}

// answer fills a form in, and one in three thinks again.
func (p *person) answer(ctx context.Context, act session.Activity) error {
	var form session.FormItem
	err := p.visitor.Await(ctx, "the questions", func(v *visitor.View) bool {
		form, _ = visitor.Item[session.FormItem](v, "form")
		return form.Open && form.Activity == act.ID
	})
	if err != nil {
		return err
	}
	for range 1 + p.chance.IntN(3)/2 {
		if err := p.take(ctx, untilSheet); err != nil {
			return err
		}
		if err := p.visitor.Do(ctx, session.FillSheet{Activity: act.ID, Sheet: p.sheet(form, act.Kind)}); err != nil {
			return err
		}
	}
	return nil
}
