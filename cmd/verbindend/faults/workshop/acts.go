package workshop

import (
	"context"
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
			done, err := p.do(ctx, session.AddCard{ID: id, Text: text})
			if done {
				p.cards = append(p.cards, session.OwnCard{ID: id, Text: text})
			}
			return err
		case chance < 16:
			card, text := &p.cards[p.chance.IntN(len(p.cards))], p.text()
			done, err := p.do(ctx, session.EditCard{ID: card.ID, Text: text})
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

// vote casts another ballot, or takes it back.
func vote(ballot session.BallotItem) act {
	return func(ctx context.Context, p *person) error {
		dots := map[string]int{}
		for maps.Equal(dots, p.ballot) || len(dots) == 0 && p.chance.IntN(10) > 0 {
			clear(dots)
			for range ballot.Dots {
				if id := ballot.Options[p.chance.IntN(len(ballot.Options))].ID; dots[id] < ballot.PerOption {
					dots[id]++
				}
			}
			if len(p.ballot) > 0 && p.chance.IntN(10) == 0 {
				clear(dots)
				break
			}
		}
		done, err := p.do(ctx, session.CastBallot{Round: ballot.Round, Dots: dots})
		if done {
			p.ballot = dots
		}
		return err
	}
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
