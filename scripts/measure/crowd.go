package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"golang.org/x/sync/errgroup"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/web/wire"
)

// A gathering is visitors who stay connected until it is over.
type gathering struct {
	phones  []*visitor.Visitor
	host    *visitor.Visitor // nil at the broadcaster
	created wire.SessionCreated
	staying *errgroup.Group
	ctx     context.Context //nolint:containedctx // for as long as they stay
	leave   context.CancelFunc
}

func newGathering(ctx context.Context) *gathering {
	g := &gathering{}
	ctx, g.leave = context.WithCancel(ctx)
	g.staying, g.ctx = errgroup.WithContext(ctx)
	return g
}

func (g *gathering) enter(o visitor.Options) *visitor.Visitor {
	v := visitor.New(o)
	g.staying.Go(func() error { return v.Run(g.ctx) })
	return v
}

// over lets everybody leave. That somebody was sent away before is an error.
func (g *gathering) over() error {
	g.leave()
	if err := g.staying.Wait(); err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

const atOnce = 64 // come in at the same time

// fill lets n phones in, and returns when all have been welcomed.
func (g *gathering) fill(ctx context.Context, n int, options func(i int) (visitor.Options, error)) error {
	first := len(g.phones)
	g.phones = append(g.phones, make([]*visitor.Visitor, n)...)
	coming, ctx := errgroup.WithContext(ctx)
	coming.SetLimit(atOnce)
	for i := range n {
		coming.Go(func() error {
			o, err := options(i)
			if err != nil {
				return err
			}
			o.Role, o.Client = session.Participant, fmt.Sprintf("bench-phone-%d", i)
			v := g.enter(o)
			g.phones[first+i] = v
			return v.Welcomed(ctx)
		})
	}
	return coming.Wait()
}

// meet starts a session with a host and n phones, spread over sites. watch, when not nil, is shown what phones are sent.
func meet(ctx context.Context, sites []*visitor.Site, n int, watch func(visitor.Message)) (*gathering, error) {
	g := newGathering(ctx)
	err := func() (err error) {
		g.created, err = sites[0].Create(ctx, wire.NewSession{Title: "Meting (fictieve gegevens)", Lang: session.Dutch, Fictional: true})
		if err != nil {
			return err
		}
		g.host = g.enter(visitor.Options{
			Site: sites[0], Session: g.created.ID, Role: session.Host, Key: visitor.KeyOf(g.created.Host), Client: "bench-host",
		})
		if err := g.host.Welcomed(ctx); err != nil {
			return err
		}
		return g.fill(ctx, n, func(i int) (visitor.Options, error) {
			site := sites[i%len(sites)]
			entrance, err := site.Join(ctx, g.created.Pin)
			return visitor.Options{Site: site, Session: g.created.ID, Cookie: entrance.Cookie, Watch: watch}, err
		})
	}()
	if err != nil {
		return nil, errors.Join(err, g.over())
	}
	return g, nil
}

// open opens the first activity of a kind.
func (g *gathering) open(ctx context.Context, kind session.Kind) error {
	var agenda session.AgendaItem
	g.host.Look(func(v *visitor.View) { agenda, _ = visitor.Item[session.AgendaItem](v, "agenda") })
	at := slices.IndexFunc(agenda.Activities, func(a session.PlannedActivity) bool { return a.Kind == kind })
	if at < 0 {
		return fmt.Errorf("the agenda has no %s", kind)
	}
	return g.host.Do(ctx, session.OpenActivity{Activity: agenda.Activities[at].ID})
}

// openVote lets a few phones write, and opens the vote on what they wrote.
func (g *gathering) openVote(ctx context.Context) (session.BallotItem, error) {
	var ballot session.BallotItem
	if err := g.open(ctx, session.Write); err != nil {
		return ballot, err
	}
	for i, v := range session.TheDeck().Values[:15] {
		card := session.AddCard{ID: fmt.Sprint("k", i), Text: v.Name.In(session.Dutch)}
		if err := g.phones[i%len(g.phones)].Do(ctx, card); err != nil && i < len(g.phones)*session.DefaultCardLimit {
			return ballot, err
		}
	}
	if err := g.open(ctx, session.Vote); err != nil {
		return ballot, err
	}
	for _, v := range g.phones {
		err := v.Await(ctx, "the ballot", func(view *visitor.View) (open bool) {
			ballot, open = visitor.Item[session.BallotItem](view, "ballot")
			return open && ballot.Open
		})
		if err != nil {
			return ballot, err
		}
	}
	return ballot, nil
}
