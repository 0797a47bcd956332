package demo

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/web/wire"
)

// Options say what is played.
type Options struct {
	Site         *visitor.Site
	Participants int
	Minutes      int     // which agenda: that of so many minutes
	Speed        float64 // 1 is the pace of people, 2 twice as fast
	Seed         uint64  // the same seed, the same group
	Lang         session.Lang
	Started      func(wire.SessionCreated) // told once: there is something to look at
	Stage        func(Stage)               // told at each step
}

// Plays tells whether there is an agenda of so many minutes.
func Plays(minutes int) bool {
	_, there := session.FindTemplate(templateOf(minutes))
	return there
}

func templateOf(minutes int) string { return fmt.Sprintf("values-%d", minutes) }

// The host's pace.
const (
	lookAround = 6 * time.Second // before anything happens: pages are being opened
	readRoom   = 4 * time.Second // between two activities
	oneGesture = 1200 * time.Millisecond
	enjoy      = 20 * time.Second // the ranking stands, and then the bridge between the groups
	coffee     = 8 * time.Second
	options    = 12 // on the ballot
	cardsEach  = 3
)

// A group is the session with everybody who was invented for it.
type group struct {
	o        Options
	crowd    *crowd.Crowd
	created  wire.SessionCreated
	visitors *errgroup.Group
	host     *visitor.Visitor
	people   []*person
	again    bool // the room votes for a second time
	over     atomic.Bool
}

// Play plays one session to its end, or until ctx ends.
func Play(ctx context.Context, o Options) error {
	g := &group{o: o, crowd: crowd.New(o.Lang, o.Seed, 1)}
	ctx, cancel := context.WithCancel(ctx)
	g.visitors, ctx = errgroup.WithContext(ctx)
	err := g.script(ctx)
	cancel()
	if gone := g.visitors.Wait(); gone != nil && !errors.Is(gone, context.Canceled) {
		return gone
	}
	return err
}

func (g *group) script(ctx context.Context) error {
	if err := g.start(ctx); err != nil {
		return err
	}
	var agenda session.AgendaItem
	g.host.Look(func(v *visitor.View) { agenda, _ = visitor.Item[session.AgendaItem](v, "agenda") })
	for _, planned := range agenda.Activities {
		if err := g.play(ctx, planned.Activity); err != nil {
			return err
		}
		if planned.Kind == session.Reveal {
			if err := g.voteAgain(ctx, planned.Activity); err != nil {
				return err
			}
		}
	}
	return g.end(ctx)
}

// play plays one activity: it is opened, people do their part, it is closed, and the room looks at what came of it.
func (g *group) play(ctx context.Context, act session.Activity) error {
	part, known := parts[act.Kind]
	if !known {
		return fmt.Errorf("nobody knows how to play %s", act.Kind)
	}
	g.o.Stage(part.stage)
	if err := g.host.Do(ctx, session.OpenActivity{Activity: act.ID}); err != nil {
		return err
	}
	if err := part.do(g, ctx, act); err != nil {
		return err
	}
	if err := g.close(ctx); err != nil || part.after == nil {
		return err
	}
	return part.after(g, ctx, act)
}

// rest waits at the chosen speed.
func (g *group) rest(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(time.Duration(float64(d) / g.o.Speed))
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *group) enter(ctx context.Context, o visitor.Options) *visitor.Visitor {
	o.Site, o.Session = g.o.Site, g.created.ID
	v := visitor.New(o)
	g.visitors.Go(func() error {
		if err := v.Run(ctx); err != nil && !g.over.Load() {
			return err
		}
		return nil
	})
	return v
}

func (g *group) start(ctx context.Context) (err error) {
	g.created, err = g.o.Site.Create(ctx, wire.NewSession{
		Title: title.In(g.o.Lang), Lang: g.o.Lang, Groups: groupNames(g.o.Lang), Fictional: true,
		Template: templateOf(g.o.Minutes),
	})
	if err != nil {
		return err
	}
	g.host = g.enter(ctx, visitor.Options{Role: session.Host, Key: visitor.KeyOf(g.created.Host), Client: "demo-host"})
	if err := g.host.Welcomed(ctx); err != nil {
		return err
	}
	g.o.Started(g.created)
	return g.rest(ctx, lookAround)
}

func (g *group) close(ctx context.Context) error {
	if err := g.rest(ctx, readRoom); err != nil {
		return err
	}
	if err := g.host.Do(ctx, session.CloseActivity{}); err != nil {
		return err
	}
	return g.rest(ctx, readRoom)
}

// together lets everybody do something side by side.
func (g *group) together(ctx context.Context, do func(context.Context, *person) error) error {
	doing, ctx := errgroup.WithContext(ctx)
	for _, p := range g.people {
		doing.Go(func() error { return do(ctx, p) })
	}
	return doing.Wait()
}

func (g *group) gather(ctx context.Context, _ session.Activity) error {
	for i := range g.o.Participants {
		g.people = append(g.people, newPerson(g, i))
	}
	// The visitors outlive the joining, so they hang on ctx and not on the context of those who join.
	return g.together(ctx, func(_ context.Context, p *person) error { return p.arrive(ctx) })
}

func (g *group) write(ctx context.Context, act session.Activity) error {
	if err := g.together(ctx, func(ctx context.Context, p *person) error { return p.write(ctx) }); err != nil {
		return err
	}
	return g.inTheOpen(ctx, act)
}

func (g *group) cluster(ctx context.Context, _ session.Activity) error {
	if err := g.rest(ctx, readRoom); err != nil {
		return err
	}
	meant := map[string]session.DeckValue{}
	for _, p := range g.people {
		for norm, value := range p.meant {
			meant[norm] = value
		}
	}
	var cards []session.CardItem
	g.host.Look(func(v *visitor.View) { cards = slices.Collect(maps.Values(items[session.CardItem](v, "card/"))) })
	for _, c := range crowd.Arrange(cards, meant, g.o.Lang, options).Commands {
		if err := g.host.Do(ctx, c); err != nil {
			return err
		}
		if err := g.rest(ctx, oneGesture); err != nil {
			return err
		}
	}
	return nil
}

func (g *group) vote(ctx context.Context, _ session.Activity) error {
	return g.together(ctx, func(ctx context.Context, p *person) error { return p.vote(ctx) })
}

func (g *group) reveal(ctx context.Context, _ session.Activity) error {
	if err := g.rest(ctx, enjoy); err != nil || g.again {
		return err
	}
	if err := g.host.Do(ctx, session.ShowBridge{Shown: true}); err != nil {
		return err
	}
	return g.rest(ctx, enjoy)
}

func (g *group) pause(ctx context.Context, _ session.Activity) error { return g.rest(ctx, coffee) }

func (g *group) end(ctx context.Context) error {
	g.over.Store(true)
	if err := g.host.Do(ctx, session.EndSession{}); err != nil {
		return err
	}
	g.o.Stage(Ended)
	return nil
}
