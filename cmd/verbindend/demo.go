package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"strings"
	"syscall"

	"golang.org/x/sync/errgroup"

	"verbindend/cmd/verbindend/demo"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/web/wire"
)

type demoCmd struct {
	Addr         string       `placeholder:"HOST:PORT" help:"Where to listen. Default :8080, or any free port when that is in use."`
	Data         string       `placeholder:"DIR" help:"Directory to keep the demo in. Default: a temporary one, gone when you stop."`
	Participants int          `default:"24" placeholder:"N" help:"Simulated phones. Default 24."`
	Minutes      int          `default:"90" placeholder:"N" help:"Which agenda is played: that of 30, 45, 60, 90 or 120 minutes. All go faster than in a real room. Default 90."`
	Speed        float64      `default:"1" placeholder:"X" help:"1 is the pace of people, 4 is four times as fast. Default 1."`
	Loop         bool         `help:"Begin another session when one has ended."`
	Seed         uint64       `default:"7" placeholder:"S" help:"Another seed, another group. Default 7."`
	Lang         session.Lang `enum:"nl,en," default:"" help:"Language of the session: nl or en. Default: that of this terminal."`
	serverFlags
}

// Validate refuses what cannot be played.
func (c *demoCmd) Validate() error {
	switch {
	case c.Participants < 1 || c.Participants > 500:
		return errors.New("--participants must be 1 to 500")
	case !demo.Plays(c.Minutes):
		return errors.New("--minutes must be 30, 45, 60, 90 or 120: the agendas there are")
	case !(c.Speed >= 0.1 && c.Speed <= 1000):
		return errors.New("--speed must be 0.1 to 1000")
	}
	return c.serverFlags.Validate()
}

// Run serves and plays.
func (c *demoCmd) Run(ctx context.Context, t *terminal) (err error) {
	if c.Lang == "" {
		c.Lang = t.lang
	}
	listener, err := c.listen(ctx, t)
	if err != nil {
		return err
	}
	dir := c.Data
	if dir == "" {
		if dir, err = os.MkdirTemp("", "verbindend-demo-"); err != nil {
			return errors.Join(err, listener.Close())
		}
		defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	}
	kept, err := openDirectory(t, dir) //nolint:contextcheck // a local file
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	if c.Data == "" {
		kept.where = t.words.demoTemporary
	}
	s, err := assemble(ctx, t, c.serverFlags, watchFlags{}, listener, kept)
	if err != nil {
		return err
	}
	if !c.Quiet && c.Log != "json" {
		t.welcome(s, c.Key != "")
	}
	site, err := visitor.NewSite(siteOf(listener.Addr()), s.key)
	if err != nil {
		return errors.Join(err, s.release(ctx))
	}
	defer site.Close()
	both, ctx := errgroup.WithContext(ctx)
	both.Go(func() error { return s.run(ctx) })
	both.Go(func() error {
		if err := c.play(ctx, t, site); ctx.Err() == nil {
			return err
		}
		return nil // asked to stop
	})
	return both.Wait()
}

func (c *demoCmd) play(ctx context.Context, t *terminal, site *visitor.Site) error {
	o := demo.Options{
		Site: site, Participants: c.Participants, Minutes: c.Minutes, Speed: c.Speed, Seed: c.Seed, Lang: c.Lang,
		Started: func(s wire.SessionCreated) { t.lookAlong(s, c.Participants) },
		Stage:   func(s demo.Stage) { t.say("  %s", t.words.stages[s]) },
	}
	for {
		if err := demo.Play(ctx, o); err != nil || !c.Loop {
			return err
		}
		o.Seed++
		t.say("\n  %s", t.words.demoAgain)
	}
}

// lookAlong tells where there is something to see.
func (t *terminal) lookAlong(s wire.SessionCreated, participants int) {
	t.say("  "+t.words.demoIntro+"\n", participants)
	for _, l := range []struct{ name, link string }{
		{t.words.demoHost, s.Host}, {t.words.demoScreen, s.Screen}, {t.words.demoJoin, s.Join},
	} {
		t.say("    %-14s %s", l.name, t.paint(strong, l.link))
	}
	t.say("")
}

// listen takes the port that was asked for; without one 8080, or any other when that is in use.
func (c *demoCmd) listen(ctx context.Context, t *terminal) (net.Listener, error) {
	if c.Addr != "" {
		return listen(ctx, t, c.Addr)
	}
	listener, err := listen(ctx, t, ":8080")
	if !errors.Is(err, syscall.EADDRINUSE) {
		return listener, err
	}
	if listener, err = listen(ctx, t, ":0"); err == nil {
		_, port, _ := net.SplitHostPort(listener.Addr().String())
		t.say("  %s", fmt.Sprintf(t.words.demoPort, port))
	}
	return listener, err
}

// siteOf is how this process itself reaches what it listens on.
func siteOf(at net.Addr) string {
	bound, err := netip.ParseAddrPort(at.String())
	if err == nil && bound.Addr().IsUnspecified() {
		return fmt.Sprintf("http://127.0.0.1:%d", bound.Port())
	}
	return "http://" + strings.TrimSuffix(at.String(), "/")
}
