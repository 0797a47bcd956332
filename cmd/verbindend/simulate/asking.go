package simulate

import (
	"context"
	"fmt"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// asked is an activity that asks, and what the server has acknowledged about it.
type asked struct {
	session.Activity
	form   session.Form
	sheets []session.Sheet // the last of each phone that has not taken it back
	shown  bool            // the texts, to the room
	hidden string          // the norm of a text that the host keeps from the room; "" for none
}

// What a session has besides, in the order of the agenda. The texts of the check-in are shown to the room and one of them is
// hidden; those of the check-out never are.
var (
	beforeWriting = []session.Activity{
		{ID: "sim-checkin", Kind: session.CheckIn, Minutes: 2},
		{ID: "sim-tensions", Kind: session.Tensions, Minutes: 4},
	}
	breather    = session.Activity{ID: "sim-pause", Kind: session.Pause, Minutes: 5}
	afterReveal = []session.Activity{
		{ID: "sim-rate", Kind: session.Rate, Minutes: 4},
		{ID: "sim-checkout", Kind: session.CheckOut, Minutes: 2},
	}
)

// showsTexts tells whether the host lets the room read what was written.
func showsTexts(kind session.Kind) bool { return kind == session.CheckIn }

// extend puts the activities into the agenda, with a note that nobody else may see.
func (p *play) extend(ctx context.Context) error {
	var plans []session.Command
	for i, act := range beforeWriting {
		plans = append(plans, session.PlanActivity{Activity: act, At: 1 + i})
	}
	for _, act := range append([]session.Activity{breather}, afterReveal...) {
		plans = append(plans, session.PlanActivity{Activity: act, At: session.MaxActivities})
	}
	plans = append(plans, session.NoteActivity{Activity: breather.ID, Note: "Koffie staat in de hal."})
	for _, c := range plans {
		if err := p.lead(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// asks gives the acts of what comes before the writing, and after the reveal. Each has marks of its own for its texts.
func (p *play) asks() (before, after []func(context.Context) error) {
	for i, act := range beforeWriting {
		before = append(before, func(ctx context.Context) error { return p.ask(ctx, act, i) })
	}
	for i, act := range afterReveal {
		after = append(after, func(ctx context.Context) error { return p.ask(ctx, act, len(beforeWriting)+i) })
	}
	return before, after
}

// ask lets all phones fill in the form of an activity, and closes it.
func (p *play) ask(ctx context.Context, act session.Activity, place int) error {
	p.sentry.guard(act.ID, place)
	if err := p.lead(ctx, session.OpenActivity{Activity: act.ID}); err != nil {
		return err
	}
	a := asked{Activity: act}
	for _, ph := range p.phones {
		if err := ph.visitor.Await(ctx, "the questions", func(v *visitor.View) bool {
			form, there := visitor.Item[session.FormItem](v, "form")
			a.form = form.Form
			return there && form.Open && form.Activity == act.ID
		}); err != nil {
			return err
		}
	}
	p.say("%s: %d questions, within %s", act.Kind, len(a.form.Questions), p.o.Window)
	var deeds []openloop.Deed
	for _, ph := range p.phones {
		// A chance of its own: the same seed writes and votes the same, with these activities or without.
		chance := crowd.Person(p.o.Seed, p.number*1_000_000+(place+1)*2*maxPhones+ph.number)
		deeds = append(deeds, ph.filling(chance, p.crowd, a, place, p.o)...)
	}
	if err := p.act(ctx, string(act.Kind), deeds); err != nil {
		return err
	}
	sum, err := p.site(1).Results(ctx, p.created.ID)
	if err != nil {
		return err
	}
	p.sentry.read(sum)
	for _, ph := range p.phones {
		if sheet := ph.keptSheet(act.ID); len(sheet.Numbers)+len(sheet.Texts) > 0 {
			a.sheets = append(a.sheets, sheet)
		}
	}
	p.shows(ctx, p.screen, fmt.Sprintf("%d answers to %s", len(a.sheets), act.Kind), func(v *visitor.View) bool {
		progress, _ := visitor.Item[session.ProgressItem](v, "progress")
		return v.Now().Activity == act.ID && progress.Done == len(a.sheets)
	})
	p.sentry.closed(act.ID)
	if err := p.lead(ctx, session.CloseActivity{}); err != nil {
		return err
	}
	if err := p.moderate(ctx, &a); err != nil {
		return err
	}
	p.asked = append(p.asked, a)
	return nil
}

// moderate lets the room read what was written, except one text.
func (p *play) moderate(ctx context.Context, a *asked) error {
	var read session.Outcome
	outcome := func(v *visitor.View) bool {
		o, there := visitor.Item[session.Outcome](v, "outcome/"+a.ID)
		read = o
		return there
	}
	p.shows(ctx, p.host, fmt.Sprintf("the answers to %s", a.Kind), outcome)
	if !showsTexts(a.Kind) {
		return nil
	}
	for _, q := range read.Questions {
		if n := len(q.Texts); n > 1 {
			rare := q.Texts[n-1].Text
			if err := p.lead(ctx, session.HideText{Activity: a.ID, Text: rare, Hidden: true}); err != nil {
				return err
			}
			a.hidden = session.Normalise(rare)
		}
	}
	sum, err := p.site(1).Results(ctx, p.created.ID)
	if err != nil {
		return err
	}
	p.sentry.read(sum)
	p.sentry.shown(a.ID, p.marksOf(a))
	a.shown = true
	if err := p.lead(ctx, session.ShowTexts{Activity: a.ID, Shown: true}); err != nil {
		return err
	}
	p.shows(ctx, p.screen, "the words", func(v *visitor.View) bool { return outcome(v) && read.Shown })
	return nil
}

// marksOf lists the marks of the text that is hidden, in all its spellings.
func (p *play) marksOf(a *asked) []int {
	var marks []int
	for _, sheet := range a.sheets {
		for _, text := range sheet.Texts {
			if session.Normalise(text) == a.hidden {
				marks = append(marks, marksIn([]byte(text), sheetSign)...)
			}
		}
	}
	return marks
}

// pause has a break, in which nothing is asked.
func (p *play) pause(ctx context.Context) error {
	if err := p.lead(ctx, session.OpenActivity{Activity: breather.ID}); err != nil {
		return err
	}
	p.shows(ctx, p.screen, "the break", func(v *visitor.View) bool { return v.Now().Activity == breather.ID })
	return p.lead(ctx, session.CloseActivity{})
}
