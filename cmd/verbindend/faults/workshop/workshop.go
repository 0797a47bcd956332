package workshop

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"golang.org/x/sync/errgroup"

	"verbindend/cmd/verbindend/history"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/web/wire"
)

// Options say who comes, and how.
type Options struct {
	Sites  []*visitor.Site // phones are spread over them in turn; the host comes to the first, the screen to the last
	Phones int             // at least 2; every third has no socket, and polls
	Hosts  int             // 1 when 0
	Pace   time.Duration   // how long somebody thinks between two acts, on average; 50 ms when 0
	Seed   uint64
}

// A Workshop is one session that is being played.
type Workshop struct {
	o       Options
	number  int
	cancel  context.CancelFunc
	stay    *errgroup.Group // keeps everybody connected
	visits  context.Context
	History *history.History
	Created wire.SessionCreated

	hosts  []*person
	phones []*person
	screen *visitor.Visitor
	acting []*acting
	groups []session.Group
	ballot session.BallotItem
	result session.Result // of the last round that was revealed
	over   chan struct{}  // closed when the end is asked for: who is sent away then is no failure
}

const peoplePerWorkshop = 10_000

// Open starts a session and lets everybody come in. Everything waits as long as ctx lasts.
func Open(ctx context.Context, number int, o Options) (*Workshop, error) {
	o.Hosts = max(o.Hosts, 1)
	if o.Pace == 0 {
		o.Pace = 50 * time.Millisecond
	}
	w := &Workshop{o: o, number: number, History: history.New(), over: make(chan struct{})}
	visits, cancel := context.WithCancel(ctx)
	w.cancel = cancel
	w.stay, w.visits = errgroup.WithContext(visits)
	if err := w.open(ctx); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

func (w *Workshop) open(ctx context.Context) (err error) {
	plan := wire.NewSession{Title: fmt.Sprintf("Proefsessie %d (fictieve gegevens)", w.number), Lang: session.Dutch, Groups: []string{"Noord", "Oost", "Zuid"}, Fictional: true}
	err = insist(ctx, func() (err error) { w.Created, err = w.o.Sites[0].Create(ctx, plan); return err })
	if err != nil {
		return err
	}
	for i := range w.o.Hosts {
		host := w.enter(visitor.Options{Site: w.o.Sites[i%len(w.o.Sites)], Role: session.Host, Key: visitor.KeyOf(w.Created.Host)}, peoplePerWorkshop-1-i)
		w.hosts = append(w.hosts, host)
	}
	w.screen = w.enter(visitor.Options{Site: w.o.Sites[len(w.o.Sites)-1], Role: session.Screen, Key: visitor.KeyOf(w.Created.Screen)}, 0).visitor
	if err := w.lead(ctx, session.OpenActivity{Activity: "a1"}); err != nil {
		return err
	}
	w.phones = make([]*person, w.o.Phones)
	joining, joinCtx := errgroup.WithContext(ctx)
	for i := range w.phones {
		site := w.o.Sites[i%len(w.o.Sites)]
		joining.Go(func() error {
			var entrance visitor.Entrance
			if err := insist(joinCtx, func() (err error) { entrance, err = site.Join(joinCtx, w.Created.Pin); return err }); err != nil {
				return err
			}
			w.phones[i] = w.enter(visitor.Options{Site: site, Role: session.Participant, Cookie: entrance.Cookie, Poll: i%3 == 2}, i+1)
			return w.phones[i].visitor.Welcomed(joinCtx)
		})
	}
	if err := joining.Wait(); err != nil {
		return err
	}
	return w.phones[0].visitor.Await(ctx, "the groups", func(v *visitor.View) bool {
		item, there := visitor.Item[session.SessionItem](v, "session")
		w.groups = item.Groups
		return there
	})
}

// enter makes a visitor and keeps it connected until the workshop is closed.
func (w *Workshop) enter(o visitor.Options, i int) *person {
	number := w.number*peoplePerWorkshop + i
	o.Session = w.Created.ID
	o.Client = fmt.Sprintf("tab-of-%s-%d", o.Role, number)
	tab := w.History.Tab(o.Role, o.Client, number)
	o.Watch = func(m visitor.Message) { tab.Watch(m.Raw) }
	p := &person{number: number, tab: tab, visitor: visitor.New(o), chance: rand.New(rand.NewPCG(w.o.Seed, uint64(number)))} //nolint:gosec // a seed that can be repeated is the point
	w.stay.Go(func() error {
		err := p.visitor.Run(w.visits)
		select {
		case <-w.over:
			return nil
		default:
			return err
		}
	})
	return p
}

// lead does something about the course of the session, as the first host.
func (w *Workshop) lead(ctx context.Context, c session.Command) error {
	late, err := w.hosts[0].ask(ctx, c)
	if late != nil {
		err = fmt.Errorf("%s was refused: %w", session.CommandType(c), late)
	}
	return err
}

// attend lets work go on for as long as nobody is sent away.
func (w *Workshop) attend(ctx context.Context, work func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(w.visits, cancel)()
	err := work(ctx)
	if gone := context.Cause(w.visits); err != nil && gone != nil {
		return gone
	}
	return err
}

// Close lets everybody go, and tells whether somebody was sent away before the end.
func (w *Workshop) Close() error {
	err := w.pause()
	w.cancel()
	if gone := w.stay.Wait(); gone != nil && !errors.Is(gone, context.Canceled) {
		err = errors.Join(gone, err)
	}
	return err
}

// pause waits until everybody has done what they were doing.
func (w *Workshop) pause() error {
	var err error
	for _, a := range w.acting {
		err = errors.Join(err, a.rest())
	}
	w.acting = nil
	return err
}

// insist asks again and again: a server that is away comes back.
func insist(ctx context.Context, ask func() error) error {
	for {
		err := ask()
		if err == nil {
			return nil
		}
		if p := session.AsProblem(err); p != nil && !p.Retry && p.Code != session.Unavailable && p.Code != session.Busy {
			return err
		}
		select {
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		case <-time.After(50 * time.Millisecond):
		}
	}
}
