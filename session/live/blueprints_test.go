package live_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"verbindend/session"
	"verbindend/session/boltlog"
	"verbindend/session/live"
)

func plan(name string) session.Blueprint {
	return session.Blueprint{Name: name, Minutes: 60, Steps: []session.PlannedStep{
		{Activity: session.Activity{Kind: session.Welcome, Minutes: 5}, Note: "Begin zelf."},
		{Activity: session.Activity{Kind: session.Pause, Minutes: 10}},
	}}
}

func names(t *testing.T, b *live.Blueprints) string {
	t.Helper()
	list, err := b.List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, k := range list {
		all = append(all, k.Agenda.Name)
	}
	return strings.Join(all, ", ")
}

func TestBlueprints(t *testing.T) {
	t.Run("what one server keeps, replaces and deletes, every other one tells", func(t *testing.T) {
		inHouse(t, func(h *house) {
			here, there := h.rooms.Blueprints(), h.serverOver(deaf{Memory: h.log}).Blueprints()
			kept, err := here.Add(h.t.Context(), plan(" Teamdag\n Noord "))
			if err != nil {
				h.t.Fatal(err)
			}
			if _, err := there.Add(h.t.Context(), plan("bestuur")); err != nil {
				h.t.Fatal(err)
			}
			if got := names(h.t, here); got != "bestuur, Teamdag Noord" {
				h.t.Error(got)
			}
			if _, err := there.Replace(h.t.Context(), kept.ID, plan("Algemeen")); err != nil {
				h.t.Fatal(err)
			}
			found, err := here.Find(h.t.Context(), kept.ID)
			if err != nil || found.Agenda.Name != "Algemeen" || found.Agenda.Steps[0].Note != "Begin zelf." || found.Agenda.Steps[1].ID != "a2" {
				h.t.Errorf("%+v, %v", found, err)
			}
			for range 2 {
				if err := there.Delete(h.t.Context(), kept.ID); err != nil {
					h.t.Fatal(err)
				}
			}
			if got := names(h.t, here); got != "bestuur" {
				h.t.Error(got)
			}
			for _, err := range []error{
				func() error { _, err := here.Find(h.t.Context(), kept.ID); return err }(),
				func() error { _, err := here.Replace(h.t.Context(), kept.ID, plan("Weg")); return err }(),
			} {
				if p := session.AsProblem(err); p == nil || p.Code != session.NotFound {
					h.t.Error(err)
				}
			}
		})
	})
	t.Run("two servers that keep one at the same moment both keep it", func(t *testing.T) {
		inHouse(t, func(h *house) {
			var all sync.WaitGroup
			for i := range 8 {
				b := h.server().Blueprints()
				all.Go(func() {
					if _, err := b.Add(h.t.Context(), plan(fmt.Sprint("plan ", i))); err != nil {
						h.t.Error(err)
					}
				})
			}
			all.Wait()
			if got := strings.Count(names(h.t, h.rooms.Blueprints()), "plan"); got != 8 {
				h.t.Errorf("%d of 8", got)
			}
		})
	})
	t.Run("a hundred can be kept", func(t *testing.T) {
		inHouse(t, func(h *house) {
			b := h.rooms.Blueprints()
			for i := range live.MaxBlueprints {
				if _, err := b.Add(h.t.Context(), plan(fmt.Sprint(i))); err != nil {
					h.t.Fatal(err)
				}
			}
			_, err := b.Add(h.t.Context(), plan("nog een"))
			if p := session.AsProblem(err); p == nil || p.Reason != session.TooMany || p.Limit != live.MaxBlueprints {
				h.t.Error(err)
			}
		})
	})
	t.Run("what cannot be a session is not kept", func(t *testing.T) {
		inHouse(t, func(h *house) {
			wrong := plan("Teamdag")
			wrong.Steps[1].Minutes = -1
			_, err := h.rooms.Blueprints().Add(h.t.Context(), wrong)
			if p := session.AsProblem(err); p == nil || p.Field != "steps/1/minutes" {
				h.t.Error(err)
			}
			if got := names(h.t, h.rooms.Blueprints()); got != "" {
				h.t.Error(got)
			}
		})
	})
	t.Run("what is deleted is nowhere in the log, and no session has the id of that log", func(t *testing.T) {
		inHouse(t, func(h *house) {
			b := h.rooms.Blueprints()
			kept, err := b.Add(h.t.Context(), plan("Geheim"))
			if err != nil {
				h.t.Fatal(err)
			}
			if err := b.Delete(h.t.Context(), kept.ID); err != nil {
				h.t.Fatal(err)
			}
			for batch, err := range h.log.Read(h.t.Context(), "blueprints", 1) {
				if err != nil || bytes.Contains(batch.Bytes, []byte("Geheim")) {
					h.t.Errorf("%s, %v", batch.Bytes, err)
				}
			}
			if _, err := h.rooms.Blueprint(h.t.Context(), "blueprints"); session.AsProblem(err) == nil {
				h.t.Error(err)
			}
		})
	})
	t.Run("a session's agenda is told as it is now", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host := session.Actor{Role: session.Host, Person: session.HostID, Client: "tab", N: 1}
			if err := h.rooms.Do(h.t.Context(), h.id, host, session.MoveActivity{Activity: "a1", At: 9}); err != nil {
				h.t.Fatal(err)
			}
			b, err := h.rooms.Blueprint(h.t.Context(), h.id)
			if err != nil || b.Name != "Proef" || b.Minutes != 30 || b.Steps[4].ID != "a1" {
				h.t.Errorf("%+v, %v", b, err)
			}
		})
	})
	t.Run("they are there after a restart", func(t *testing.T) {
		dir := t.TempDir()
		for _, want := range []string{"", "Teamdag"} {
			log, err := boltlog.Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			rooms, err := live.Open(t.Context(), log, live.Options{Logger: slog.New(slog.DiscardHandler)})
			if err != nil {
				t.Fatal(err)
			}
			if got := names(t, rooms.Blueprints()); got != want {
				t.Errorf("%q, want %q", got, want)
			}
			if want == "" {
				if _, err := rooms.Blueprints().Add(t.Context(), plan("Teamdag")); err != nil {
					t.Fatal(err)
				}
			}
			if err := rooms.Close(context.Background()); err != nil {
				t.Fatal(err)
			}
			if err := log.Close(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
