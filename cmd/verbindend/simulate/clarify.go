package simulate

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// objectsTo tells whether an item "clarify" says what people have against options, or what they propose.
func objectsTo(clarify []byte) bool {
	return slices.ContainsFunc([]string{`"unclear":`, `"misplaced":`, `"proposals":`}, func(field string) bool {
		return bytes.Contains(clarify, []byte(field))
	})
}

// acceptedAtMost bounds what the host takes up: a ballot stays short. settledAtMost bounds what the host says yes or no to at all;
// the others wait for ever.
const (
	acceptedAtMost = 2
	settledAtMost  = 5
)

// clarifying plans what a phone has against options, and what it proposes.
func (p *phone) clarifying(chance *rand.Rand, options []session.ClearOption, o Options) []openloop.Deed {
	var deeds []openloop.Deed
	for _, option := range options {
		if chance.IntN(4) > 0 {
			continue
		}
		words := []session.Objection{session.Unclear, session.Misplaced, session.NoObjection}
		for i, at := range moments(chance, 1+chance.IntN(3), o.Window) {
			objection := words[(i+p.number)%len(words)]
			deeds = append(deeds, openloop.Deed{At: at, Do: func(due time.Time) {
				p.did(session.ObjectToOption{Option: option.ID, Objection: objection}, due)
			}})
		}
	}
	if at := moments(chance, 2, o.Window); chance.IntN(3) == 0 {
		id := fmt.Sprintf("v%d", p.number)
		deeds = append(deeds, openloop.Deed{At: at[0], Do: func(due time.Time) {
			p.did(session.ProposeValue{ID: id, Text: "Noaberschap " + fmt.Sprint(p.number) + paperMark(proposals, p.number, 0)}, due)
		}})
		if chance.IntN(4) == 0 {
			deeds = append(deeds, openloop.Deed{At: at[1], Do: func(due time.Time) { p.did(session.WithdrawProposal{ID: id}, due) }})
		}
	}
	return p.mayCut(chance, deeds, o.Cut, o.Window)
}

// clarify lets people say what they have against the ballot, and takes up some of what they propose.
func (p *play) clarify(ctx context.Context) error {
	if _, err := p.opened(ctx, session.Clarify); err != nil {
		return err
	}
	var ballot session.ClarifyItem
	for _, ph := range p.phones {
		if err := ph.visitor.Await(ctx, "the ballot to be", func(v *visitor.View) (there bool) {
			ballot, there = visitor.Item[session.ClarifyItem](v, "clarify")
			return there && ballot.Open
		}); err != nil {
			return err
		}
	}
	p.say("clarifying: %d options, within %s", len(ballot.Options), p.o.Window)
	var deeds []openloop.Deed
	for _, ph := range p.phones {
		deeds = append(deeds, ph.clarifying(p.chance(clarifyChance, ph), ballot.Options, p.o)...)
	}
	if err := p.act(ctx, string(session.Clarify), deeds); err != nil {
		return err
	}
	against, waiting := p.objections(), p.proposed()
	p.shows(ctx, p.host, fmt.Sprintf("objections to %d options and %d proposals", len(against), len(waiting)), func(v *visitor.View) bool {
		item, _ := visitor.Item[session.ClarifyItem](v, "clarify")
		got, texts := map[string][2]int{}, map[string]string{}
		for _, o := range item.Options {
			if o.Unclear+o.Misplaced > 0 {
				got[o.ID] = [2]int{o.Unclear, o.Misplaced}
			}
		}
		for _, one := range item.Proposals {
			texts[one.ID] = one.Text
		}
		return maps.Equal(got, against) && maps.Equal(texts, waiting)
	})
	for i, id := range slices.Sorted(maps.Keys(waiting)) {
		if i == settledAtMost {
			break
		}
		accepted := i < acceptedAtMost
		if accepted {
			p.sentry.hand(proposals, waiting[id], session.Screen, session.Participant, reader)
			p.accepted = append(p.accepted, waiting[id])
		}
		if err := p.lead(ctx, session.SettleProposal{ID: id, Accepted: accepted}); err != nil {
			return err
		}
	}
	return p.lead(ctx, session.CloseActivity{})
}

// objections counts, by option, who does not understand it and who finds that it does not belong.
func (p *play) objections() map[string][2]int {
	all := map[string][2]int{}
	for _, ph := range p.phones {
		own := map[string]session.Objection{}
		for _, c := range kept[session.ObjectToOption](ph) {
			own[c.Option] = c.Objection
		}
		for option, objection := range own {
			n := all[option]
			switch objection {
			case session.Unclear:
				n[0]++
			case session.Misplaced:
				n[1]++
			default:
				continue
			}
			all[option] = n
		}
	}
	return all
}

// proposed gives the proposals that nobody took back, by id.
func (p *play) proposed() map[string]string {
	all := map[string]string{}
	for _, ph := range p.phones {
		for _, c := range kept[session.ProposeValue](ph) {
			all[c.ID] = session.Clean(c.Text)
		}
		for _, c := range kept[session.WithdrawProposal](ph) {
			delete(all, c.ID)
		}
	}
	return all
}
