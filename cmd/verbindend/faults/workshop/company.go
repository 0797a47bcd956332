package workshop

import (
	"context"
	"fmt"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"verbindend/cmd/verbindend/history"
	"verbindend/session"
)

// A Company is several workshops at the same time. Its methods fail the test when a workshop cannot go on.
type Company struct {
	t         testing.TB
	ctx       context.Context //nolint:containedctx // the test's: everything waits at most this long
	workshops []*Workshop
}

// Gather opens n workshops.
func Gather(t testing.TB, n int, o Options) *Company {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	c := &Company{t: t, ctx: ctx, workshops: make([]*Workshop, n)}
	t.Cleanup(func() {
		cancel()
		for _, w := range c.workshops {
			if w != nil {
				_ = w.Close() // Judge has closed it, or the test has failed already
			}
		}
	})
	c.each(func(i int) (err error) { c.workshops[i], err = Open(ctx, i+1, o); return err })
	return c
}

func (c *Company) each(do func(i int) error) {
	c.t.Helper()
	var all errgroup.Group
	for i := range c.workshops {
		all.Go(func() error {
			if err := do(i); err != nil {
				return fmt.Errorf("workshop %d: %w", i+1, err)
			}
			return nil
		})
	}
	if err := all.Wait(); err != nil {
		c.t.Fatal(err)
	}
}

func (c *Company) all(do func(*Workshop, context.Context) error) {
	c.t.Helper()
	c.each(func(i int) error {
		w := c.workshops[i]
		return w.attend(c.ctx, func(ctx context.Context) error { return do(w, ctx) })
	})
}

// Workshops gives all that are being played.
func (c *Company) Workshops() []*Workshop { return c.workshops }

// Write opens the writing everywhere.
func (c *Company) Write() { c.t.Helper(); c.all((*Workshop).Write) }

// Cluster ends the writing everywhere.
func (c *Company) Cluster() { c.t.Helper(); c.all((*Workshop).Cluster) }

// Vote opens the vote everywhere.
func (c *Company) Vote() { c.t.Helper(); c.all((*Workshop).Vote) }

// Settle waits until everybody is shown the same everywhere.
func (c *Company) Settle() { c.t.Helper(); c.all((*Workshop).Settle) }

// Reveal shows the results everywhere.
func (c *Company) Reveal() { c.t.Helper(); c.all((*Workshop).Reveal) }

// Again opens a second round everywhere.
func (c *Company) Again() { c.t.Helper(); c.all((*Workshop).Again) }

// Answer asks how people leave everywhere.
func (c *Company) Answer() { c.t.Helper(); c.all((*Workshop).Answer) }

// Commit asks for steps everywhere.
func (c *Company) Commit() { c.t.Helper(); c.all((*Workshop).Commit) }

// Show shows the steps everywhere.
func (c *Company) Show() { c.t.Helper(); c.all((*Workshop).Show) }

// Judge compares the log with the histories, ends all sessions, and compares what remains with the histories too. read gives
// the log of a session as it is on disk.
func (c *Company) Judge(rules history.Rules, read func(id string) ([]session.Record, error)) {
	c.t.Helper()
	outcomes := map[history.Outcome]int{}
	found := 0
	tell := func(w *Workshop, findings []history.Finding) {
		for _, f := range findings {
			if found++; found <= 40 {
				c.t.Errorf("workshop %d: %s", w.number, f)
			}
		}
	}
	for _, w := range c.workshops {
		records, err := read(w.Created.ID)
		if err != nil {
			c.t.Fatal(err)
		}
		tell(w, w.History.Records(records, rules))
	}
	sums := make([]session.Summary, len(c.workshops))
	c.each(func(i int) (err error) { sums[i], err = c.workshops[i].End(c.ctx); return err })
	for i, w := range c.workshops {
		if err := w.Close(); err != nil {
			c.t.Error(err)
		}
		tell(w, w.History.Results(sums[i]))
		tell(w, w.History.Sights(rules))
		for outcome, n := range w.History.Counts() {
			outcomes[outcome] += n
		}
	}
	c.t.Logf("%d calls done, %d refused, %d unknown", outcomes[history.Done], outcomes[history.Refused], outcomes[history.Unknown])
	if outcomes[history.Done] < 20*len(c.workshops) {
		c.t.Errorf("only %d calls were done: that proves little", outcomes[history.Done])
	}
}
