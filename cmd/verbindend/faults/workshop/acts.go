package workshop

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"verbindend/cmd/verbindend/history"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// What people do. Everything they do changes something, so that it leaves a record.

// write lays down a card, changes or takes away one, or chooses another group.
func write(groups []session.Group) act {
	return func(ctx context.Context, p *person) error {
		switch chance := p.chance.IntN(20); {
		case chance == 0:
			return chooseGroup(ctx, p, groups)
		case len(p.cards) < session.DefaultCardLimit && (len(p.cards) == 0 || chance < 10):
			text := p.text()
			id := strings.ReplaceAll(text, " ", "-")
			done, err := p.do(ctx, session.AddCard{ID: id, Text: text, Sight: p.sight()})
			if done {
				p.cards = append(p.cards, session.OwnCard{ID: id, Text: text})
			}
			return err
		case chance < 16:
			card, text := &p.cards[p.chance.IntN(len(p.cards))], p.text()
			done, err := p.do(ctx, session.EditCard{ID: card.ID, Text: text, Sight: p.sight()})
			if done {
				card.Text = text
			}
			return err
		}
		at := p.chance.IntN(len(p.cards))
		done, err := p.do(ctx, session.RemoveCard{ID: p.cards[at].ID})
		if done {
			p.cards = slices.Delete(p.cards, at, at+1)
		}
		return err
	}
}

// sight says of every other card that others may see it while people write.
func (p *person) sight() session.Sight {
	if p.chance.IntN(2) == 0 {
		return session.Seen
	}
	return session.Unseen
}

func chooseGroup(ctx context.Context, p *person, groups []session.Group) error {
	group := p.group
	for group == p.group {
		group = groups[p.chance.IntN(len(groups))].ID
	}
	done, err := p.do(ctx, session.ChooseGroup{Group: group})
	if done {
		p.group = group
	}
	return err
}

// vote casts another ballot for one of the people at the phone, or takes it back.
func vote(ballot session.BallotItem) act {
	return func(ctx context.Context, p *person) error {
		seat := 1 + p.chance.IntN(max(p.people, 1))
		dots := p.another(ballot, p.ballots[seat])
		done, err := p.do(ctx, session.CastBallot{Round: ballot.Round, Dots: dots, Seat: seat})
		if done {
			p.ballots[seat] = dots
		}
		return err
	}
}

// another gives a ballot that differs from the one that was cast before; now and then it is empty, when that one was not. So it is
// when the same one is drawn again: of one value with one dot there is no other.
func (p *person) another(ballot session.BallotItem, before map[string]int) map[string]int {
	if len(before) > 0 && p.chance.IntN(10) == 0 {
		return map[string]int{}
	}
	dots := p.drawn(ballot)
	for len(dots) == 0 {
		dots = p.drawn(ballot)
	}
	if maps.Equal(dots, before) {
		clear(dots)
	}
	return dots
}

// drawn gives a ballot as chance has it, which of scores and places may be empty.
func (p *person) drawn(ballot session.BallotItem) map[string]int {
	dots := map[string]int{}
	if ballot.Method != session.ByDots {
		for _, o := range ballot.Options {
			if score := p.chance.IntN(session.BestScore + 1); score > 0 {
				dots[o.ID] = score
			}
		}
		return dots
	}
	for range ballot.Dots {
		if id := ballot.Options[p.chance.IntN(len(ballot.Options))].ID; dots[id] < ballot.PerOption {
			dots[id]++
		}
	}
	return dots
}

// typeIn gives more time, types in a ballot from paper, in other words than before, or takes it away.
func typeIn(ballot session.BallotItem) act {
	return func(ctx context.Context, p *person) error {
		number := 1 + p.chance.IntN(3)
		id, before := fmt.Sprintf("p%d-%d", p.number, number), p.ballots[number]
		var done bool
		var err error
		dots := p.another(ballot, before)
		switch {
		case p.chance.IntN(3) == 0:
			return extend(ctx, p)
		case len(dots) == 0:
			done, err = p.do(ctx, session.RemovePaper{Round: ballot.Round, ID: id})
		default:
			done, err = p.do(ctx, session.EnterPaper{Round: ballot.Round, PaperBallot: session.PaperBallot{ID: id, Dots: dots}})
		}
		if done {
			p.ballots[number] = dots
		}
		return err
	}
}

// answer fills in a form in other words than before.
func answer(activity string) act {
	return func(ctx context.Context, p *person) error {
		sheet := session.Sheet{Numbers: map[string]int{"usefulness": 1 + p.chance.IntN(5)}, Texts: map[string]string{"word": p.say(history.OnSheet)}}
		if len(p.sheet.Texts) > 0 && p.chance.IntN(8) == 0 {
			sheet = session.Sheet{}
		}
		done, err := p.do(ctx, session.FillSheet{Activity: activity, Sheet: sheet})
		if done {
			p.sheet = sheet
		}
		return err
	}
}

// commit writes a step for the organisation, changes or takes away one, or shares one of one's own, or not after all.
func commit(ctx context.Context, p *person) error {
	step := session.Step{What: p.say(history.OnStep)}
	switch chance := p.chance.IntN(10); {
	case chance < 2 && p.shares:
		done, err := p.do(ctx, session.WithdrawIntention{})
		p.shares = p.shares && !done
		return err
	case chance < 4:
		done, err := p.do(ctx, session.ShareIntention{Intention: session.Intention{When: "het stil is", Then: p.say(history.OnIntention)}})
		p.shares = p.shares || done
		return err
	case len(p.steps) == 0 || chance < 6 && len(p.steps) < 3:
		id := fmt.Sprintf("s%d-%d", p.number, p.words)
		done, err := p.do(ctx, session.WriteStep{ID: id, Step: step})
		if done {
			p.steps = append(p.steps, id)
		}
		return err
	case chance < 9:
		_, err := p.do(ctx, session.WriteStep{ID: p.steps[p.chance.IntN(len(p.steps))], Step: step})
		return err
	}
	done, err := p.do(ctx, session.RemoveStep{ID: p.steps[0]})
	if done {
		p.steps = p.steps[1:]
	}
	return err
}

// extend gives a little more time, again and again: done twice it would be too much.
func extend(ctx context.Context, p *person) error {
	_, err := p.do(ctx, session.ExtendTimer{Seconds: 1 + p.chance.IntN(5)})
	return err
}

// arrange gives a cluster another name or parks it, all but one: something must be on the ballot. A host who is alone takes it
// back now and then.
func arrange(clusters map[string]session.ClusterItem, alone bool) act {
	ids := slices.Sorted(maps.Keys(clusters))
	names, parked := map[string]string{}, map[string]bool{}
	for id, k := range clusters {
		names[id], parked[id] = k.Name, k.Parked
	}
	return func(ctx context.Context, p *person) error {
		id := ids[p.chance.IntN(len(ids))]
		undo := alone && p.chance.IntN(4) == 0
		if alone && id != ids[0] && p.chance.IntN(3) == 0 {
			done, err := p.do(ctx, session.ParkCluster{Cluster: id, Parked: !parked[id]})
			if !done || err != nil {
				return err
			}
			parked[id] = !parked[id]
			if undo {
				done, err = p.do(ctx, session.UndoClustering{}, history.ParkedAs(id, !parked[id]))
				if done {
					parked[id] = !parked[id]
				}
			}
			return err
		}
		name := p.text()
		done, err := p.do(ctx, session.RenameCluster{Cluster: id, Name: name})
		if !done || err != nil {
			return err
		}
		if !alone {
			return nil // what it is called then, two hosts do not know of each other
		}
		if undo {
			if done, err = p.do(ctx, session.UndoClustering{}, history.NamedAs(id, names[id])); done {
				return err
			}
		}
		names[id] = name
		return err
	}
}

// family reads all items of a kind in a view.
func family[T any](v *visitor.View, prefix string) map[string]T {
	all := map[string]T{}
	for key := range v.Items {
		if id, is := strings.CutPrefix(key, prefix); is {
			if item, there := visitor.Item[T](v, key); there {
				all[id] = item
			}
		}
	}
	return all
}
