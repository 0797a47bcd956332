package simulate

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// The activities of the play, in order. Before the host asks the server to make something known, the sentry is told.

func (p *play) write(ctx context.Context) error {
	writing, err := p.opened(ctx, session.Write)
	if err != nil {
		return err
	}
	p.say("writing: up to %d cards each, within %s", p.o.Cards, p.o.Window)
	deeds := []openloop.Deed{
		{At: p.o.Window / 3, Do: func(time.Time) { p.host0 = append(p.host0, p.host.Send(session.ExtendTimer{Seconds: 60})) }},
		{At: p.o.Window / 2, Do: func(time.Time) { p.host0 = append(p.host0, p.host.Send(session.ShowDeck{Shown: true})) }},
	}
	deeds = append(deeds, p.typeCards()...)
	for _, ph := range p.phones {
		deeds = append(deeds, ph.writing(p.crowd, p.o)...)
		if p.o.Activities {
			deeds = append(deeds, ph.telling(p.chance(storyChance, ph), p.o.Window)...)
		}
	}
	if err := p.act(ctx, writeAct, deeds); err != nil {
		return err
	}
	if p.o.Activities {
		if err := p.inTheOpen(ctx, writing.Activity); err != nil {
			return err
		}
	}
	sum, err := p.site(1).Results(ctx, p.created.ID)
	if err != nil {
		return err
	}
	p.sentry.read(sum)
	if len(sum.Clusters) > 0 {
		p.sentry.report(reader, "cards while people write")
	}
	if p.o.Activities {
		p.hear(ctx)
	}
	p.sentry.cardsPublic.Store(true)
	return p.lead(ctx, session.CloseActivity{})
}

func (p *play) cluster(ctx context.Context) error {
	if err := p.open(ctx, session.Cluster); err != nil {
		return err
	}
	kept := len(p.paper.kept())
	for _, ph := range p.phones {
		for _, w := range ph.cards {
			if w.text() != "" {
				kept++
			}
		}
	}
	if kept == 0 {
		return errors.New("nobody has kept a card: there is nothing to cluster; try another --seed or more --cards")
	}
	// The view of the clustering is complete: what was written in the last moment is in it too.
	all := func(v *visitor.View) bool { return v.Now().Kind == session.Cluster && len(cards(v)) == kept }
	p.shows(ctx, p.host, fmt.Sprintf("all %d cards", kept), all)
	p.shows(ctx, p.screen, fmt.Sprintf("all %d cards", kept), all)
	meant := p.meanings()
	p.host.Look(func(v *visitor.View) { p.plan = crowd.Arrange(cards(v), meant, lang, maxOptions) })
	p.plan.Doubt()
	p.say("clustering: %d cards with %d commands", kept, len(p.plan.Commands))
	sent := make([]*visitor.Sent, len(p.plan.Commands))
	for i, c := range p.plan.Commands {
		sent[i] = p.host.Send(c)
	}
	p.host0 = append(p.host0, sent...)
	for _, s := range sent {
		if err := s.Wait(ctx); err != nil {
			return err
		}
	}
	return p.lead(ctx, session.CloseActivity{})
}

// meanings gives the value behind each wording that was written.
func (p *play) meanings() map[string]session.DeckValue {
	meant := maps.Clone(p.paper.meant)
	if meant == nil {
		meant = map[string]session.DeckValue{}
	}
	for _, ph := range p.phones {
		for norm, value := range ph.meant {
			if _, known := meant[norm]; !known {
				meant[norm] = value
			}
		}
	}
	return meant
}

func (p *play) vote(ctx context.Context) error {
	if err := p.open(ctx, session.Vote); err != nil {
		return err
	}
	if err := p.castRound(ctx, voteAct, func(ph *phone) *rand.Rand { return ph.person }); err != nil {
		return err
	}
	p.sentry.resultToHost.Store(true)
	return p.lead(ctx, session.CloseActivity{})
}

// castRound lets all phones vote in the round that is open, and holds that nobody is told more than how many have.
func (p *play) castRound(ctx context.Context, act string, chance func(*phone) *rand.Rand) error {
	p.round++
	ballotOf := func(v *visitor.View) (session.BallotItem, bool) {
		b, there := visitor.Item[session.BallotItem](v, "ballot")
		return b, there && b.Open && b.Round == p.round
	}
	var ballot session.BallotItem
	for _, ph := range p.phones {
		if err := ph.visitor.Await(ctx, "the ballot", func(v *visitor.View) bool { _, open := ballotOf(v); return open }); err != nil {
			return err
		}
	}
	p.phones[0].visitor.Look(func(v *visitor.View) { ballot, _ = ballotOf(v) })
	p.ballots = append(p.ballots, ballot)
	p.say("voting by %s: %d options, %d dots, %d ballots each, within %s", ballot.Method, len(ballot.Options), ballot.Dots, p.o.Votes, p.o.Window)
	deeds := p.typeBallots(ballot)
	for _, ph := range p.phones {
		deeds = append(deeds, ph.voting(p.crowd, chance(ph), ballot, p.o)...)
	}
	if err := p.act(ctx, act, deeds); err != nil {
		return err
	}
	sum, err := p.site(1).Results(ctx, p.created.ID)
	if err != nil {
		return err
	}
	p.sentry.read(sum)
	if sum.Vote != nil || len(sum.Ballots) > 0 || sum.Counts.Voted > 0 {
		p.sentry.report(reader, "the vote while it is open")
	}
	voters := len(p.paper.counted(p.round))
	for _, ph := range p.phones {
		voters += len(ph.counted(p.round))
	}
	p.shows(ctx, p.screen, fmt.Sprintf("%d votes", voters), func(v *visitor.View) bool {
		progress, _ := visitor.Item[session.ProgressItem](v, "progress")
		return progress.Done == voters
	})
	return nil
}

func (p *play) reveal(ctx context.Context) error {
	p.sentry.resultToAll.Store(true)
	select { // nobody closes a vote and reveals it in the same breath
	case <-time.After(breath):
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := p.stage.begin(ctx, revealAct); err != nil {
		return err
	}
	p.revealed = time.Now()
	if err := p.open(ctx, session.Reveal); err != nil {
		return err
	}
	revealed := func(v *visitor.View) bool { _, there := v.Items["result"]; return there }
	p.shows(ctx, p.screen, "the result", revealed)
	for _, ph := range p.phones {
		p.shows(ctx, ph.visitor, "the result", revealed)
	}
	p.tableSees(ctx)
	p.say("revealed")
	return p.stage.begin(ctx, betweenActs)
}

func (p *play) end(ctx context.Context) error {
	p.over.Store(true)
	if err := p.lead(ctx, session.EndSession{}); err != nil {
		return err
	}
	sum, err := p.site(1).Results(ctx, p.created.ID)
	if err != nil {
		return err
	}
	pdf, err := p.site(0).Report(ctx, p.created.ID, lang)
	if err != nil {
		return err
	}
	p.report = len(pdf)
	p.sentry.read(sum)
	p.findings = append(p.findings, check(p.promised(), sum)...)
	p.say("ended; the report has %d bytes", p.report)
	return nil
}

// promised adds up what the server has acknowledged.
func (p *play) promised() promise {
	want := promise{
		phones: len(p.phones), cards: map[string][]string{}, groups: map[string]int{}, groupOf: map[int]string{}, Arrangement: p.plan, asked: p.asked,
		proposed: len(p.accepted), seen: len(p.openCards(p.isSeen)), rooms: p.rooms, finals: p.finals, steps: p.steps, shared: p.shared,
	}
	want.talked, want.stronger = p.talked()
	keep := func(text string) {
		norm := session.Normalise(text)
		want.cards[norm] = append(want.cards[norm], session.Clean(text))
	}
	for _, ph := range p.phones {
		wrote := false
		for _, w := range ph.cards {
			if text := w.text(); text != "" {
				wrote = true
				keep(text)
			}
		}
		for _, proposal := range kept[session.ProposeValue](ph) {
			if slices.Contains(p.accepted, session.Clean(proposal.Text)) {
				wrote = true
				keep(proposal.Text)
			}
		}
		if wrote {
			want.writers++
		}
		want.joined += ph.people
		if g := ph.group; g.name != "" && !g.sent.Acked.IsZero() {
			want.groups[g.name] += ph.people
			want.groupOf[ph.number] = g.name
		}
	}
	for _, text := range p.paper.kept() {
		keep(text)
	}
	want.paperCards, want.paper = len(p.paper.kept()), len(p.paper.counted(p.round))
	for i, ballot := range p.ballots {
		held := poll{method: ballot.Method, ballots: p.paper.counted(i + 1)}
		for _, o := range ballot.Options {
			held.options = append(held.options, o.ID)
		}
		for _, ph := range p.phones {
			held.ballots = append(held.ballots, ph.counted(i+1)...)
		}
		want.votes = append(want.votes, held)
	}
	return want
}
