package simulate

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/web/wire"
)

const (
	joinAtOnce = 32               // phones of a session that come in at the same time
	settle     = 10 * time.Second // for a view to show what has been acknowledged
	breath     = 300 * time.Millisecond
	maxOptions = 15 // the size of a good ballot
	lang       = session.Dutch
)

var groupNames = []string{"Ondernemer", "HR-specialist", "Leidinggevende"}

// A play is one session from its start to its report.
type play struct {
	o      Options
	number int // of this session
	sites  []*visitor.Site
	stage  *stage
	crowd  *crowd.Crowd
	say    func(format string, args ...any)

	created  wire.SessionCreated
	visitors *errgroup.Group // keeps everybody connected
	host     *visitor.Visitor
	screen   *visitor.Visitor
	phones   []*phone
	sentry   sentry
	sight    sight                // the screen's
	hostSees sight                // the host's
	revealed time.Time            // when the host asked for the reveal
	round    int                  // of voting, the last one that was opened
	ballots  []session.BallotItem // of all rounds
	host0    []*visitor.Sent      // what the host sent
	plan     crowd.Arrangement
	asked    []asked // what was answered to activities that ask
	paper    paper
	through  map[string]bool               // cards in the open that the host let through
	rooms    map[string]session.RoomChoice // what the room chose between drafts, by value
	accepted []string                      // proposals that were taken up
	written  map[string]session.Phrasing   // what tables wrote last, by value and table
	finals   []session.SettleText          // the final texts
	steps    []session.StepSummary         // that the room may know
	shared   []session.Intention           // personal steps that the room may know
	findings []finding
	over     atomic.Bool // the end was asked for: who is sent away now is no failure
	report   int
}

// run plays the session. What it finds wrong is in findings; an error means that it could not be played to the end.
func (p *play) run(ctx context.Context) error {
	defer p.stage.leave()
	ctx, cancel := context.WithCancel(ctx)
	p.visitors, ctx = errgroup.WithContext(ctx)
	err := p.script(ctx)
	cancel()
	if gone := p.visitors.Wait(); gone != nil && !errors.Is(gone, context.Canceled) {
		err = gone // somebody was sent away: whatever else failed, failed because of that
	}
	return err
}

func (p *play) script(ctx context.Context) error {
	for _, act := range p.acts() {
		if err := act(ctx); err != nil {
			return fmt.Errorf("session %d: %w", p.number, err)
		}
	}
	return nil
}

// acts gives what happens, in order.
func (p *play) acts() []func(context.Context) error {
	if !p.o.Activities {
		return []func(context.Context) error{p.start, p.gather, p.write, p.cluster, p.vote, p.reveal, p.end}
	}
	return []func(context.Context) error{
		p.start, p.extend, p.gather, p.share, p.asks(session.CheckIn), p.asks(session.Tensions), p.write, p.talk, p.cluster, p.clarify, p.vote, p.reveal, p.score, p.runoff,
		p.pause, p.formulate, p.asks(session.Consent), p.asks(session.Rate), p.commit, p.asks(again), p.asks(session.CheckOut), p.end,
	}
}

// enter makes a visitor and keeps it connected until the play is over. place says which server it tries first.
func (p *play) enter(ctx context.Context, place int, o visitor.Options) *visitor.Visitor {
	at := place % len(p.sites)
	o.Site, o.Session = p.sites[at], p.created.ID
	o.Others = append(slices.Clone(p.sites[at+1:]), p.sites[:at]...)
	v := visitor.New(o)
	p.visitors.Go(func() error {
		if err := v.Run(ctx); err != nil && !p.over.Load() {
			return err
		}
		return nil
	})
	return v
}

// template names the agenda: that of all activities, or the shortest.
func (p *play) template() string {
	if p.o.Activities {
		return "values-120"
	}
	return ""
}

func (p *play) start(ctx context.Context) (err error) {
	p.created, err = p.site(0).Create(ctx, wire.NewSession{
		Title: fmt.Sprintf("Proefsessie %d (fictieve gegevens)", p.number), Lang: lang, Groups: groupNames, Fictional: true,
		Template: p.template(),
	})
	if problem := session.AsProblem(err); problem != nil && problem.Code == session.Denied {
		return errors.New("the server does not know this --key: take what stands behind key= in the link that serve prints")
	}
	if err != nil {
		return err
	}
	p.say("session %s, pin %s", p.created.ID, p.created.Pin)
	p.host = p.enter(ctx, 0, visitor.Options{
		Role: session.Host, Key: visitor.KeyOf(p.created.Host), Client: "sim-host",
		Watch: func(m visitor.Message) {
			p.sentry.watchRole(session.Host, m)
			p.hostSees.watch(m)
		},
	})
	p.screen = p.enter(ctx, 1, visitor.Options{
		Role: session.Screen, Key: visitor.KeyOf(p.created.Screen), Client: "sim-screen",
		Watch: func(m visitor.Message) {
			p.sentry.watchRole(session.Screen, m)
			p.sight.watch(m)
		},
	})
	for _, of := range []sort{stories, proposals, drafts, steps} {
		p.sentry.let(of, session.Host)
	}
	if err := p.host.Welcomed(ctx); err != nil {
		return err
	}
	return p.screen.Welcomed(ctx)
}

// lead sends a command as the host and waits for its answer.
func (p *play) lead(ctx context.Context, c session.Command) error {
	s := p.host.Send(c)
	p.host0 = append(p.host0, s)
	return s.Wait(ctx)
}

func (p *play) gather(ctx context.Context) error {
	if err := p.open(ctx, session.Welcome); err != nil {
		return err
	}
	p.phones = make([]*phone, p.o.Participants)
	if err := p.stage.begin(ctx, joinAct); err != nil {
		return err
	}
	joining, joinCtx := errgroup.WithContext(ctx)
	joining.SetLimit(joinAtOnce)
	opened := time.Now()
	deeds := make([]openloop.Deed, len(p.phones))
	for i := range p.phones {
		ph := &phone{number: i, person: crowd.Person(p.o.Seed, p.number*1_000_000+i+1), people: 1, sheets: map[string][]*visitor.Sent{}}
		p.phones[i] = ph
		deeds[i] = openloop.Deed{At: p.o.JoinWave * time.Duration(i) / time.Duration(len(p.phones)), Do: func(due time.Time) {
			ph.due = due
			joining.Go(func() error { return p.admit(ctx, joinCtx, ph) })
		}}
	}
	if err := errors.Join(openloop.Perform(joinCtx, opened, deeds), joining.Wait()); err != nil {
		return err
	}
	p.say("%d phones have joined", len(p.phones))
	if err := p.answered(ctx); err != nil {
		return err
	}
	return p.stage.begin(ctx, betweenActs)
}

// admit lets one phone type the pin, come in and choose a group. It stays for as long as stay lasts.
func (p *play) admit(stay, ctx context.Context, ph *phone) error { //nolint:revive // two contexts: one for coming, one for staying
	entrance, err := p.site(ph.number).Join(ctx, p.created.Pin)
	if err != nil {
		return err
	}
	if p.o.JoinWave == 0 {
		ph.due = time.Now() // no phone should have come before its turn
	}
	ph.visitor = p.enter(stay, ph.number, visitor.Options{
		Role: session.Participant, Cookie: entrance.Cookie, Client: fmt.Sprintf("sim-phone-%d", ph.number),
		Poll: p.o.polls(ph.number), Watch: func(m visitor.Message) { p.sentry.watchPhone(ph, m) },
	})
	if err := ph.visitor.Welcomed(ctx); err != nil {
		return err
	}
	ph.joined = time.Now()
	var item session.SessionItem
	ph.visitor.Look(func(v *visitor.View) { item, _ = visitor.Item[session.SessionItem](v, "session") })
	ph.choose(item.Groups)
	return nil
}

// site is the server for somebody's requests.
func (p *play) site(place int) *visitor.Site { return p.sites[place%len(p.sites)] }

// answered waits until every command of every phone has its answer.
func (p *play) answered(ctx context.Context) error {
	for _, ph := range p.phones {
		for _, s := range ph.sent() {
			select {
			case <-s.Done():
			case <-ctx.Done():
				return fmt.Errorf("phone %d still waits for an answer: %w", ph.number, ctx.Err())
			}
		}
	}
	return nil
}

// act lets all phones do their deeds, and the host some of its own meanwhile. It is measured under its name.
func (p *play) act(ctx context.Context, name string, deeds []openloop.Deed) error {
	if err := p.stage.begin(ctx, name); err != nil {
		return err
	}
	if err := openloop.Perform(ctx, time.Now(), deeds); err != nil {
		return err
	}
	if err := p.answered(ctx); err != nil {
		return err
	}
	return p.stage.begin(ctx, betweenActs)
}

// shows waits a moment for a view; that it never comes is a finding, not the end of the play.
func (p *play) shows(ctx context.Context, v *visitor.Visitor, what string, asked func(*visitor.View) bool) {
	ctx, cancel := context.WithTimeout(ctx, settle)
	defer cancel()
	if err := v.Await(ctx, what, asked); err != nil {
		p.findings = append(p.findings, finding{what: err.Error()})
	}
}

// cards lists the cards in a view.
func cards(v *visitor.View) []session.CardItem {
	var list []session.CardItem
	for key := range v.Items {
		if strings.HasPrefix(key, "card/") {
			card, _ := visitor.Item[session.CardItem](v, key)
			list = append(list, card)
		}
	}
	return list
}
