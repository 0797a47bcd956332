package simulate

import (
	"context"
	"fmt"
	"slices"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// asked is an activity that asks, and what the server has acknowledged about it.
type asked struct {
	session.Activity
	form   session.Form
	sheets []session.Sheet       // the last of each phone that has not taken it back …
	by     map[int]session.Sheet // … and whose it is
	shown  bool                  // the texts, to the room
	hidden string                // the norm of a text that the host keeps from the room; "" for none
}

// again asks the tensions once more, so that the room sees what has moved.
const again = "sim-again"

// forms are the activities that ask with a form, in the order in which they come. Each has marks of its own for its texts.
var forms = []session.Kind{session.CheckIn, session.Tensions, session.Consent, session.Rate, again, session.CheckOut}

// showsTexts tells whether the host lets the room read what was written.
func showsTexts(kind session.Kind) bool { return kind == session.CheckIn }

// extend asks the tensions again before the end, and keeps a note that nobody else may see.
func (p *play) extend(ctx context.Context) error {
	tensions, err := p.find(session.Tensions)
	if err != nil {
		return err
	}
	last, err := p.find(session.CheckOut)
	if err != nil {
		return err
	}
	more := session.Activity{ID: again, Kind: session.Tensions, Minutes: 3, Of: tensions.ID}
	if err := p.lead(ctx, session.PlanActivity{Activity: more, At: last.at}); err != nil {
		return err
	}
	return p.lead(ctx, session.NoteActivity{Activity: last.ID, Note: "Koffie staat in de hal."})
}

// asks gives the act of an activity that asks with a form.
func (p *play) asks(kind session.Kind) func(context.Context) error {
	return func(ctx context.Context) error {
		act, err := p.find(kind)
		if err != nil {
			return err
		}
		return p.ask(ctx, act.Activity, slices.Index(forms, kind))
	}
}

// ask lets all phones fill in the form of an activity, and closes it.
func (p *play) ask(ctx context.Context, act session.Activity, place int) error {
	p.sentry.guard(act.ID, place)
	if err := p.lead(ctx, session.OpenActivity{Activity: act.ID}); err != nil {
		return err
	}
	a := asked{Activity: act, by: map[int]session.Sheet{}}
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
		deeds = append(deeds, ph.filling(p.chance(formChance+place, ph), p.crowd, a, place, p.o)...)
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
			a.by[ph.number] = sheet
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
	breather, err := p.opened(ctx, session.Pause)
	if err != nil {
		return err
	}
	p.shows(ctx, p.screen, "the break", func(v *visitor.View) bool { return v.Now().Activity == breather.ID })
	return p.lead(ctx, session.CloseActivity{})
}
