package faults

import (
	"context"
	"fmt"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/web/wire"
)

// hall is how many phones come back at once.
const hall = 1000

func TestHall(t *testing.T) {
	t.Run("a thousand phones come back at once after a restart, each with its own card and the whole view", func(t *testing.T) {
		dir := t.TempDir()
		server := rig.Serve(t, "--data", dir)
		site := sites(t, server.URL())[0]
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
		defer cancel()
		created, err := site.Create(ctx, wire.NewSession{Title: "Een volle zaal (fictieve gegevens)", Lang: session.Dutch, Fictional: true})
		if err != nil {
			t.Fatal(err)
		}
		visits, leave := context.WithCancel(ctx)
		var stay errgroup.Group
		defer func() {
			leave()
			if err := stay.Wait(); err != nil {
				t.Error(err)
			}
		}()
		enter := func(o visitor.Options) *visitor.Visitor {
			o.Site, o.Session = site, created.ID
			v := visitor.New(o)
			stay.Go(func() error { return v.Run(visits) })
			return v
		}
		host := enter(visitor.Options{Role: session.Host, Key: visitor.KeyOf(created.Host), Client: "tab-of-the-host"})
		if err := host.Do(ctx, session.OpenActivity{Activity: "a2"}); err != nil {
			t.Fatal(err)
		}
		phones := make([]*visitor.Visitor, hall)
		joining, joinCtx := errgroup.WithContext(ctx)
		joining.SetLimit(50)
		for i := range phones {
			joining.Go(func() error {
				entrance, err := site.Join(joinCtx, created.Pin)
				if err != nil {
					return err
				}
				phones[i] = enter(visitor.Options{Role: session.Participant, Cookie: entrance.Cookie, Client: fmt.Sprintf("tab-of-phone-%d", i)})
				return phones[i].Do(joinCtx, session.AddCard{ID: fmt.Sprint("k", i), Text: "Vertrouwen"})
			})
		}
		if err := joining.Wait(); err != nil {
			t.Fatal(err)
		}

		server.Kill()
		begun := time.Now()
		server.Start()
		for i, p := range phones {
			err := p.Await(ctx, "its card and a second welcome", func(v *visitor.View) bool {
				people, _ := visitor.Item[session.PeopleItem](v, "people")
				return v.Welcome.Known && people.Joined == hall && v.Me != nil && len(v.Me.Cards) == 1 && v.Me.Cards[0].ID == fmt.Sprint("k", i)
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		eventually(t, "everybody is back", func() bool {
			for _, p := range phones {
				if p.Traffic().Lines < 2 {
					return false
				}
			}
			return true
		})
		t.Logf("all are back after %v", time.Since(begun).Round(time.Millisecond))
		err = host.Await(ctx, "all cards", func(v *visitor.View) bool {
			progress, _ := visitor.Item[session.ProgressItem](v, "progress")
			return progress.Done == hall && progress.Cards == hall
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
