package simulate

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// committing plans what a phone does about next steps: steps for the organisation, some in other words later or taken away, and
// its own that it shares, or not after all.
func (p *phone) committing(chance *rand.Rand, o Options) []openloop.Deed {
	var deeds []openloop.Deed
	n := 0
	say := func(of sort, text string) string { n++; return text + " " + paperMark(of, p.number, n-1) }
	do := func(at time.Duration, c session.Command) {
		deeds = append(deeds, openloop.Deed{At: at, Do: func(due time.Time) { p.did(c, due) }})
	}
	for i := range chance.IntN(3) {
		id, at := fmt.Sprintf("s%d-%d", p.number, i), moments(chance, 2, o.Window)
		step := session.Step{What: say(steps, "Elke maand een uur over waarden"), Owner: say(steps, "Teamleider"), Date: "2027-02-01", Benefits: session.ForPeople}
		do(at[0], session.WriteStep{ID: id, Step: step})
		switch chance.IntN(4) {
		case 0:
			step.What, step.First = say(steps, "Elke week een kwartier"), say(steps, "Datums prikken")
			do(at[1], session.WriteStep{ID: id, Step: step})
		case 1:
			do(at[1], session.RemoveStep{ID: id})
		}
	}
	if at := moments(chance, 3, o.Window); chance.IntN(2) == 0 {
		intention := session.Intention{When: say(intentions, "ik binnenkom"), Then: say(intentions, "groet ik iedereen"), Horizon: session.InAMonth}
		do(at[0], session.ShareIntention{Intention: intention})
		switch chance.IntN(4) {
		case 0:
			do(at[1], session.WithdrawIntention{})
		case 1:
			intention.Then = say(intentions, "stel ik een vraag")
			do(at[1], session.WithdrawIntention{})
			do(at[2], session.ShareIntention{Intention: intention})
		}
	}
	return p.mayCut(chance, deeds, o.Cut, o.Window)
}

// committed gives the steps that are there, by id, and the personal ones that are shared.
func (p *play) committed() (all map[string]session.Step, shared []session.Intention) {
	all = map[string]session.Step{}
	for _, ph := range p.phones {
		var own *session.Intention
		for _, s := range ph.rest {
			if s.Acked.IsZero() {
				continue
			}
			switch c := s.Command.(type) {
			case session.WriteStep:
				all[c.ID] = c.Step
			case session.RemoveStep:
				delete(all, c.ID)
			case session.ShareIntention:
				own = &c.Intention
			case session.WithdrawIntention:
				own = nil
			}
		}
		if own != nil {
			shared = append(shared, *own)
		}
	}
	return all, shared
}

// commit lets people write steps and share their own; the host hides one of each, agrees on another, and shows the rest.
func (p *play) commit(ctx context.Context) error {
	if _, err := p.opened(ctx, session.Commit); err != nil {
		return err
	}
	p.say("committing: within %s", p.o.Window)
	var deeds []openloop.Deed
	for _, ph := range p.phones {
		deeds = append(deeds, ph.committing(p.chance(commitChance, ph), p.o)...)
	}
	if err := p.act(ctx, string(session.Commit), deeds); err != nil {
		return err
	}
	all, shared := p.committed()
	p.shows(ctx, p.host, fmt.Sprintf("%d steps", len(all)), func(v *visitor.View) bool {
		got := map[string]session.Step{}
		for id, item := range family[session.StepItem](v, "step/") {
			got[id] = item.Step
		}
		return maps.Equal(got, all)
	})
	if err := p.showSteps(ctx, all); err != nil {
		return err
	}
	sum, err := p.site(1).Results(ctx, p.created.ID)
	if err != nil {
		return err
	}
	p.sentry.read(sum)
	return p.showShared(ctx, shared)
}

// showSteps hides the first step, agrees on the second and puts them on the wall.
func (p *play) showSteps(ctx context.Context, all map[string]session.Step) error {
	for i, id := range slices.Sorted(maps.Keys(all)) {
		step := session.StepSummary{Step: all[id], Agreed: i == 1}
		words := fmt.Sprint(step.Step)
		switch i {
		case 0:
			p.sentry.keep(steps, words)
			if err := p.lead(ctx, session.HideStep{ID: id, Hidden: true}); err != nil {
				return err
			}
			continue
		case 1:
			p.sentry.hand(steps, words, session.Participant)
			if err := p.lead(ctx, session.AgreeStep{ID: id, Agreed: true}); err != nil {
				return err
			}
		}
		p.sentry.hand(steps, words, session.Screen, reader)
		p.steps = append(p.steps, step)
	}
	if err := p.lead(ctx, session.ShowSteps{Shown: true}); err != nil {
		return err
	}
	p.shows(ctx, p.screen, fmt.Sprintf("%d steps", len(p.steps)), func(v *visitor.View) bool {
		return len(family[session.StepItem](v, "step/")) == len(p.steps)
	})
	return nil
}

// showShared ends the sharing, hides one of what the host may read then, and shows the rest to the room.
func (p *play) showShared(ctx context.Context, shared []session.Intention) error {
	p.sentry.let(intentions, session.Host)
	if err := p.lead(ctx, session.CloseActivity{}); err != nil {
		return err
	}
	items := map[string]session.IntentionItem{}
	p.shows(ctx, p.host, fmt.Sprintf("%d personal steps", len(shared)), func(v *visitor.View) bool {
		items = family[session.IntentionItem](v, "intention/")
		return len(items) == len(shared)
	})
	for i, id := range slices.Sorted(maps.Keys(items)) {
		if i == 0 {
			p.sentry.keep(intentions, fmt.Sprint(items[id].Intention))
			if err := p.lead(ctx, session.HideIntention{ID: id, Hidden: true}); err != nil {
				return err
			}
			shared = slices.DeleteFunc(shared, func(one session.Intention) bool { return one == items[id].Intention })
		}
	}
	p.shared = shared
	p.sentry.let(intentions, session.Screen, reader)
	if err := p.lead(ctx, session.ShowIntentions{Shown: true}); err != nil {
		return err
	}
	p.shows(ctx, p.screen, fmt.Sprintf("%d personal steps", len(shared)), func(v *visitor.View) bool {
		return len(family[session.IntentionItem](v, "intention/")) == len(shared)
	})
	return nil
}

// family reads all items of a kind in a view, by id.
func family[T any](v *visitor.View, prefix string) map[string]T {
	all := map[string]T{}
	for key := range v.Items {
		if id, is := strings.CutPrefix(key, prefix); is {
			all[id], _ = visitor.Item[T](v, key)
		}
	}
	return all
}
