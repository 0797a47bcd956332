package rehearsal

import (
	"cmp"
	"fmt"
	"strconv"
	"time"

	"verbindend/session"
)

// How long people take, from … to ….
var (
	untilGroup  = span{2 * time.Second, 8 * time.Second}
	untilCard   = span{6 * time.Second, 25 * time.Second} // thinking and typing
	untilSheet  = span{5 * time.Second, 20 * time.Second} // reading the questions and answering them
	untilBallot = span{6 * time.Second, 30 * time.Second}
	untilChoice = span{8 * time.Second, 25 * time.Second}
	untilStep   = span{10 * time.Second, 40 * time.Second}
	untilDoubt  = span{5 * time.Second, 40 * time.Second}
)

// A wish is what a player does next, by itself, after a while. It is named, so that it is fulfilled once.
type wish struct {
	name  string
	after span
	does  func() session.Command
}

// none: there is nothing to do but to wait.
var none wish

// wishes gives what this player does next as the room is now.
func (p *player) wishes() wish {
	now := item[session.NowItem](p, "now")
	about := item[session.SessionItem](p, "session")
	if about.Status == session.Over {
		return none
	}
	for _, w := range p.all(about, now) {
		if !p.done[w.name] {
			return w
		}
	}
	return none
}

// all lists what there may be to do, what comes first first.
func (p *player) all(about session.SessionItem, now session.NowItem) []wish {
	var list []wish
	if len(about.Groups) > 0 && !p.me.Chosen {
		list = append(list, wish{"group", untilGroup, func() session.Command {
			return session.ChooseGroup{Group: about.Groups[p.number%len(about.Groups)].ID} // nobody skips: a few would hide all groups
		}})
	}
	if choice := item[session.ChoiceItem](p, "choice"); choice.Open {
		list = append(list, p.chooses(choice))
	}
	if !now.Open {
		return list
	}
	if form := item[session.FormItem](p, "form"); form.Open && form.Activity == now.Activity {
		if _, answered := p.me.Sheets[now.Activity]; !answered {
			list = append(list, wish{"sheet/" + now.Activity, untilSheet, func() session.Command {
				return session.FillSheet{Activity: now.Activity, Sheet: p.answers(form.Form)}
			}})
		}
	}
	switch now.Kind {
	case session.Write:
		list = append(list, p.writes(now)...)
	case session.Rounds:
		list = append(list, p.talks(now)...)
	case session.Cluster:
		list = append(list, p.looks()...)
	case session.Clarify:
		list = append(list, p.clarifies()...)
	case session.Vote:
		list = append(list, p.votes()...)
	case session.Formulate:
		list = append(list, p.formulates()...)
	case session.Commit:
		list = append(list, p.commits(now)...)
	}
	return list
}

// one of n players does something.
func (p *player) isOneOf(n int, what string) bool {
	return (p.number+len(what))%n == 0
}

func (p *player) lays(text, id string, now session.NowItem) session.AddCard {
	c := session.AddCard{ID: id, Text: text, Sight: sightIn(now)}
	if p.chance.IntN(4) == 0 {
		c.Why = p.say(reasons)
	}
	return c
}

// sightIn is who a phone tells its writer will see a card.
func sightIn(now session.NowItem) session.Sight {
	switch {
	case now.Mode != session.InOpen:
		return session.Unseen
	case now.Hold:
		return session.Held
	}
	return session.Seen
}

func (p *player) thought(n int) string {
	if p.thoughts == nil {
		p.thoughts = p.crowd.Think(p.chance, 12)
	}
	return p.thoughts[n%len(p.thoughts)].Text
}

// writes lays down a few cards, and now and then shares a story.
func (p *player) writes(now session.NowItem) []wish {
	var list []wish
	for n := range min(cmp.Or(now.Limit, 4), 2+p.number%3) {
		id := fmt.Sprintf("p%d-%s-%d", p.number, now.Activity, n)
		list = append(list, wish{"card/" + id, untilCard, func() session.Command { return p.lays(p.thought(n), id, now) }})
	}
	if p.isOneOf(6, "story") {
		list = append(list, wish{"story/" + now.Activity, untilCard, func() session.Command { return session.ShareStory{Text: p.say(stories)} }})
	}
	return list
}

// talks makes an own card stronger, or adds one, once in each turn.
func (p *player) talks(now session.NowItem) []wish {
	rounds := item[session.RoundsItem](p, "rounds")
	turn := now.Activity + "/" + strconv.Itoa(rounds.Turn)
	switch {
	case !rounds.Open:
		return nil
	case len(p.me.Cards) > 0 && p.isOneOf(2, turn):
		card := p.me.Cards[rounds.Turn%len(p.me.Cards)].ID
		return []wish{{"stronger/" + turn, untilCard, func() session.Command { return session.StrengthenCard{ID: card, Stronger: true} }}}
	case p.isOneOf(3, turn):
		id := fmt.Sprintf("p%d-%s-t%d", p.number, now.Activity, rounds.Turn)
		return []wish{{"card/" + id, untilCard, func() session.Command { return p.lays(p.thought(6+rounds.Turn), id, now) }}}
	}
	return nil
}

// looks says of an own card, now and then, that it does not belong where it was laid.
func (p *player) looks() []wish {
	var list []wish
	for _, card := range p.me.Cards {
		if card.Cluster != "" && !card.Doubted && p.isOneOf(9, card.ID) {
			list = append(list, wish{"doubt/" + card.Cluster, untilDoubt, func() session.Command {
				return session.DoubtMerge{Cluster: card.Cluster, Doubted: true}
			}})
		}
	}
	return list
}

// clarifies says what is not clear, and proposes a last value.
func (p *player) clarifies() []wish {
	clear := item[session.ClarifyItem](p, "clarify")
	if len(clear.Options) == 0 {
		return nil
	}
	var list []wish
	if p.isOneOf(3, clear.Activity) {
		option := clear.Options[p.number%len(clear.Options)].ID
		list = append(list, wish{"objection/" + clear.Activity, untilDoubt, func() session.Command {
			return session.ObjectToOption{Option: option, Objection: session.Unclear}
		}})
	}
	if p.isOneOf(8, clear.Activity) {
		list = append(list, wish{"proposal/" + clear.Activity, untilCard, func() session.Command {
			return session.ProposeValue{ID: fmt.Sprintf("p%d-last", p.number), Text: p.thought(10)}
		}})
	}
	return list
}

// votes casts a ballot of the kind that is asked for, and one in four changes it once.
func (p *player) votes() []wish {
	ballot := item[session.BallotItem](p, "ballot")
	if !ballot.Open {
		return nil
	}
	round := strconv.Itoa(ballot.Round)
	cast := func() session.Command { return session.CastBallot{Round: ballot.Round, Dots: p.fill(ballot)} }
	list := []wish{{"ballot/" + round, untilBallot, cast}}
	if p.isOneOf(4, round) {
		list = append(list, wish{"again/" + round, untilBallot, cast})
	}
	return list
}

func (p *player) fill(ballot session.BallotItem) map[string]int {
	switch ballot.Method {
	case session.ByScore:
		scores := map[string]int{}
		for _, o := range ballot.Options {
			scores[o.ID] = min(max(1, int(3.4+p.chance.NormFloat64())), session.BestScore)
		}
		return scores
	case session.ByRank:
		places := map[string]int{}
		for place, i := range p.chance.Perm(len(ballot.Options)) {
			places[ballot.Options[i].ID] = place + 1
		}
		return places
	}
	return p.crowd.Dots(p.chance, ballot)
}

// chooses between the drafts of a value, or has no preference.
func (p *player) chooses(choice session.ChoiceItem) wish {
	return wish{"choice/" + strconv.Itoa(choice.Round), untilChoice, func() session.Command {
		c := session.ChooseDraft{Round: choice.Round}
		if p.chance.IntN(6) > 0 {
			c.Table = choice.Drafts[min(p.chance.IntN(len(choice.Drafts)), p.chance.IntN(len(choice.Drafts)))].Table
		}
		return c
	}}
}

// commits writes a step for the organisation, or shares a personal one.
func (p *player) commits(now session.NowItem) []wish {
	var list []wish
	if p.isOneOf(3, now.Activity) {
		list = append(list, wish{"step/" + now.Activity, untilStep, func() session.Command {
			return session.WriteStep{ID: fmt.Sprintf("p%d-step", p.number), Step: session.Step{What: p.say(steps), First: p.say(firsts), Owner: p.say(owners), Benefits: session.ForPeople}}
		}})
	}
	if p.isOneOf(4, now.Activity) {
		list = append(list, wish{"intention/" + now.Activity, untilStep, func() session.Command {
			return session.ShareIntention{Intention: session.Intention{When: p.say(whens), Then: p.say(thens), Horizon: session.InAMonth}}
		}})
	}
	return list
}
