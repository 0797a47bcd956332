package live_test

import (
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/library"
	"verbindend/session/live"
)

// worded is a session that has ended with one value in words.
func worded(t *testing.T, rooms *live.Rooms, title string) live.Entry {
	t.Helper()
	e, err := rooms.Start(t.Context(), session.StartSession{Title: title, Lang: session.Dutch, Fictional: true, Steps: []session.PlannedStep{
		{Activity: session.Activity{ID: "w", Kind: session.Write, Minutes: 5, Limit: 4}}, {Activity: session.Activity{ID: "c", Kind: session.Cluster, Minutes: 5}},
		{Activity: session.Activity{ID: "f", Kind: session.Formulate, Minutes: 5}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	do := func(by session.Actor, c session.Command) {
		t.Helper()
		if err := rooms.Do(t.Context(), e.ID, by, c); err != nil {
			t.Fatalf("%T: %v", c, err)
		}
	}
	host, anna := session.Actor{Role: session.Host, Person: session.HostID}, session.Actor{Role: session.Participant, Person: "anna"}
	do(host, session.OpenActivity{Activity: "w"})
	do(anna, session.Join{})
	do(anna, session.AddCard{ID: "k1", Text: "Kajuitgeheim"})
	do(host, session.OpenActivity{Activity: "c"})
	do(host, session.OpenActivity{Activity: "f"})
	sum, err := rooms.Summary(t.Context(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	do(host, session.SettleText{Value: sum.Clusters[0].ID, Name: "Vertrouwen", Phrasing: session.Phrasing{
		Sentence: "Wij geven elkaar ruimte.", When: []string{"Wij vragen door."}, Unless: "Wij praten over elkaar.",
	}})
	do(host, session.EndSession{})
	return e
}

// public lists the titles that the public finds.
func public(t *testing.T, rooms *live.Rooms, query string) (titles string) {
	t.Helper()
	found, _, err := rooms.SearchPublic(t.Context(), library.Query{Text: query}, 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		titles += f.Title + "|"
	}
	return titles
}

func TestPublic(t *testing.T) {
	t.Run("nothing is public until a facilitator says so, and then the values in words are, under a title of their own", func(t *testing.T) {
		inHouse(t, func(h *house) {
			e := worded(h.t, h.rooms, "Bij de klant")
			if got := public(h.t, h.rooms, ""); got != "" {
				h.t.Error(got)
			}
			published, err := h.rooms.Publish(h.t.Context(), e.ID, " Een\n groep ")
			if err != nil {
				h.t.Fatal(err)
			}
			if got := public(h.t, h.rooms, "ruimte"); got != "Een groep|" {
				h.t.Error(got)
			}
			if got := public(h.t, h.rooms, "klant") + public(h.t, h.rooms, "kajuitgeheim"); got != "" {
				h.t.Errorf("found by what is not public: %s", got)
			}
			if again, err := h.rooms.Publish(h.t.Context(), e.ID, "Anders"); err != nil || again.Public.Slug != published.Public.Slug {
				h.t.Error("another title has another address", err)
			}
			if got := public(h.t, h.rooms, ""); got != "Anders|" {
				h.t.Error(got)
			}
		})
	})
	t.Run("withdrawn or erased, it is gone at once, from a server too that has not heard of it", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.serverOver(deaf{Memory: h.log})
			for sentence, gone := range map[string]func(string) error{
				"withdrawn": func(id string) error { _, err := h.rooms.Unpublish(h.t.Context(), id); return err },
				"erased":    func(id string) error { return h.rooms.Erase(h.t.Context(), id) },
			} {
				e := worded(h.t, h.rooms, "Teamdag")
				published, err := h.rooms.Publish(h.t.Context(), e.ID, "Teamdag")
				if err != nil {
					h.t.Fatal(err)
				}
				if got := public(h.t, elsewhere, ""); got != "Teamdag|" {
					h.t.Fatal(got)
				}
				if err := gone(e.ID); err != nil {
					h.t.Fatal(err)
				}
				for _, rooms := range []*live.Rooms{elsewhere, h.rooms} {
					if _, known, err := rooms.PublicBy(h.t.Context(), published.Public.Slug); known || err != nil || public(h.t, rooms, "") != "" {
						h.t.Errorf("%s, and still there: %v", sentence, err)
					}
				}
			}
		})
	})
	t.Run("goes with its session after a year", func(t *testing.T) {
		inHouse(t, func(h *house) {
			e := worded(h.t, h.rooms, "Teamdag")
			if _, err := h.rooms.Publish(h.t.Context(), e.ID, "Teamdag"); err != nil {
				h.t.Fatal(err)
			}
			time.Sleep(live.EraseAfter + 2*time.Hour)
			synctest.Wait()
			if got := public(h.t, h.rooms, ""); got != "" {
				h.t.Error(got)
			}
		})
	})
	t.Run("is refused while the session runs, without a title, and for what is no session", func(t *testing.T) {
		inHouse(t, func(h *house) {
			e := worded(h.t, h.rooms, "Teamdag")
			for _, c := range []struct {
				id, title string
				want      session.Problem
			}{
				{h.id, "Teamdag", session.Problem{Code: session.Closed, Field: "session"}},
				{e.ID, " ", session.Problem{Code: session.Invalid, Field: "title", Reason: session.Empty}},
				{"nowhere", "Teamdag", session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown}},
			} {
				if _, err := h.rooms.Publish(h.t.Context(), c.id, c.title); session.AsProblem(err) == nil || *session.AsProblem(err) != c.want {
					h.t.Errorf("%+v: %v", c, err)
				}
			}
		})
	})
}

func TestPublicOnEveryStore(t *testing.T) {
	onEveryStore(t, func(t *testing.T, a, b *live.Rooms) {
		e := worded(t, a, "Teamdag")
		if _, err := b.Publish(t.Context(), e.ID, "Teamdag"); err != nil {
			t.Fatal(err)
		}
		if got := public(t, a, "trust"); got != "Teamdag|" {
			t.Error(got)
		}
		if _, err := a.Unpublish(t.Context(), e.ID); err != nil {
			t.Fatal(err)
		}
		if got := public(t, b, ""); got != "" {
			t.Error(got)
		}
	})
}
