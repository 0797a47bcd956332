package live_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/boltlog"
	"verbindend/session/library"
	"verbindend/session/live"
	"verbindend/session/logtest"
	"verbindend/session/redislog"
	"verbindend/session/redislog/redistest"
)

// finds lists the titles that a query finds.
func finds(t *testing.T, rooms *live.Rooms, query string) string {
	t.Helper()
	found, _, _, err := rooms.Library().Search(t.Context(), library.Query{Text: query}, 10)
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, f := range found {
		titles = append(titles, f.Title)
	}
	return strings.Join(titles, ", ")
}

func TestLibrary(t *testing.T) {
	t.Run("of a session that runs no more is found than its room may know", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.done(session.AddCard{ID: "k1", Text: "Kajuit"})
			if got := finds(h.t, h.rooms, "proef"); got != "Proef" {
				t.Error(got)
			}
			if got := finds(h.t, h.rooms, "kajuit"); got != "" {
				t.Errorf("%s is found by a card that nobody may see yet", got)
			}
			host.done(session.OpenActivity{Activity: "a3"})
			time.Sleep(time.Minute)
			if got := finds(h.t, h.rooms, "kajuit"); got != "Proef" {
				t.Errorf("%q by a card that lies on the screen", got)
			}
		})
	})
	t.Run("what was erased is found no more, by a server either that has not heard of it", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.serverOver(deaf{Memory: h.log})
			if got := finds(h.t, elsewhere, "proef"); got != "Proef" {
				t.Fatal(got)
			}
			if err := h.rooms.Erase(h.t.Context(), h.id); err != nil {
				t.Fatal(err)
			}
			for _, rooms := range []*live.Rooms{h.rooms, elsewhere} {
				if got := finds(h.t, rooms, "proef"); got != "" {
					t.Errorf("%s is still found", got)
				}
			}
		})
	})
	t.Run("cards are found for thirty days after the end, values for a year", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.serverOver(deaf{Memory: h.log})
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.done(session.AddCard{ID: "k1", Text: "Waarde 1"})
			host.done(session.OpenActivity{Activity: "a3"})
			host.done(session.RenameCluster{Cluster: idOf(t, host, "cluster/"), Name: "Kompas"})
			host.done(session.EndSession{})
			host.settle()
			for _, step := range []struct {
				wait         time.Duration
				card, values string
			}{{time.Hour, "Proef", "Proef"}, {live.ForgetCardAfter, "", "Proef"}, {live.EraseAfter, "", ""}} {
				time.Sleep(step.wait)
				synctest.Wait()
				for name, rooms := range map[string]*live.Rooms{"here": h.rooms, "there": elsewhere} {
					if got := finds(h.t, rooms, "waarde"); got != step.card {
						t.Errorf("%s after another %v: %q by a card", name, step.wait, got)
					}
					if got := finds(h.t, rooms, "kompas"); got != step.values {
						t.Errorf("%s after another %v: %q by a value", name, step.wait, got)
					}
				}
			}
		})
	})
	t.Run("a session that cannot be read is found by its title, and by more when it can", func(t *testing.T) {
		inHouse(t, func(h *house) {
			log := &unread{Memory: h.log, id: h.id}
			rooms := h.serverOver(log)
			host, _ := h.played(2)
			host.done(session.EndSession{})
			host.settle()
			log.broken = true
			if got := finds(h.t, rooms, "proef") + "|" + finds(h.t, rooms, "waarde"); got != "Proef|" {
				t.Error(got)
			}
			log.broken = false
			if got := finds(h.t, rooms, "waarde"); got != "Proef" {
				t.Errorf("%q by a card", got)
			}
		})
	})
	t.Run("a log that does not answer is a failure, and not an empty library", func(t *testing.T) {
		inHouse(t, func(h *house) {
			log := &unread{Memory: h.log, id: "directory"}
			rooms := h.serverOver(log)
			log.broken = true
			if _, _, _, err := rooms.Library().Search(h.t.Context(), library.Query{}, 10); err == nil {
				t.Error("an answer")
			}
		})
	})
}

// The same on every store, with two servers that share it.
func TestLibraryOnEveryStore(t *testing.T) {
	onEveryStore(t, func(t *testing.T, a, b *live.Rooms) {
		e := ended(t, a, "Teamdag Noord", "Kajuit")
		ended(t, a, "Teamdag Zuid", "Vuurtoren")
		for _, rooms := range []*live.Rooms{a, b} {
			if got := finds(t, rooms, "kajuit"); got != "Teamdag Noord" {
				t.Errorf("%q by a card", got)
			}
		}
		if err := a.Erase(t.Context(), e.ID); err != nil {
			t.Fatal(err)
		}
		for _, rooms := range []*live.Rooms{b, a} {
			if got := finds(t, rooms, "kajuit") + finds(t, rooms, "teamdag"); got != "Teamdag Zuid" {
				t.Errorf("%q after one was erased", got)
			}
		}
	})
}

// onEveryStore runs a test with two servers that share a store, for each kind of store.
func onEveryStore(t *testing.T, test func(t *testing.T, a, b *live.Rooms)) {
	t.Helper()
	for name, open := range map[string]func(*testing.T) (here, there session.Log){
		"memory": func(*testing.T) (session.Log, session.Log) {
			log := logtest.NewMemory()
			return log, log
		},
		"a file": func(t *testing.T) (session.Log, session.Log) {
			log, err := boltlog.Open(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { log.Close() })
			return log, log
		},
		"redis": func(t *testing.T) (here, there session.Log) {
			addr, _ := redistest.Start(t)
			return onRedis(t, addr), onRedis(t, addr)
		},
	} {
		t.Run(name, func(t *testing.T) {
			here, there := open(t)
			test(t, serving(t, here), serving(t, there))
		})
	}
}

func onRedis(t *testing.T, addr string) session.Log {
	t.Helper()
	log, err := redislog.Open(t.Context(), "redis://"+addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { log.Close() })
	return log
}

// serving opens a server over a log, outside any bubble.
func serving(t *testing.T, log session.Log) *live.Rooms {
	t.Helper()
	rooms, err := live.Open(t.Context(), log, live.Options{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := rooms.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return rooms
}

// ended plays a session with one card per word, and waits until it is sealed.
func ended(t *testing.T, rooms *live.Rooms, title string, words ...string) live.Entry {
	t.Helper()
	e, err := rooms.Start(t.Context(), session.StartSession{Title: title, Lang: session.Dutch})
	if err != nil {
		t.Fatal(err)
	}
	do := func(by session.Actor, c session.Command) {
		t.Helper()
		if err := rooms.Do(t.Context(), e.ID, by, c); err != nil {
			t.Fatalf("%T: %v", c, err)
		}
	}
	host := session.Actor{Role: session.Host, Person: session.HostID}
	do(host, session.OpenActivity{Activity: "a2"})
	for i, word := range words {
		person := session.Actor{Role: session.Participant, Person: session.PersonID(fmt.Sprint("person", i))}
		do(person, session.Join{})
		do(person, session.AddCard{ID: fmt.Sprint("k", i), Text: word})
	}
	do(host, session.OpenActivity{Activity: "a4"})
	for i, word := range words {
		dots := map[string]int{}
		for _, o := range voting(t, rooms, e.ID).Options {
			if o.Name == word {
				dots[o.ID] = 1
			}
		}
		do(session.Actor{Role: session.Participant, Person: session.PersonID(fmt.Sprint("person", i))}, session.CastBallot{Round: 1, Dots: dots})
	}
	do(host, session.EndSession{})
	for entry := e; !entry.Sealed; entry, _ = rooms.Directory().Get(e.ID) {
		if t.Context().Err() != nil {
			t.Fatal("never sealed")
		}
		if _, err := rooms.Summary(t.Context(), e.ID); err != nil { // which takes its time, as sealing does
			t.Fatal(err)
		}
	}
	return e
}

// voting gives the ballot of a session that is in the log.
func voting(t *testing.T, rooms *live.Rooms, id string) session.BallotItem {
	t.Helper()
	m, err := rooms.Join(t.Context(), id, session.Viewer{Role: session.Screen}, "tab-of-screen", live.Seen{})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Leave()
	var ballot session.BallotItem
	for news := m.Take("", 0); ; news = m.Take("", 0) {
		if news.Frame != nil && news.Frame.Set["ballot"] != nil {
			if err := json.Unmarshal(news.Frame.Set["ballot"], &ballot); err != nil {
				t.Fatal(err)
			}
			return ballot
		}
		select {
		case <-m.Wake():
		case <-t.Context().Done():
			t.Fatal("no ballot")
		}
	}
}

// idOf gives the id of an item of a family.
func idOf(t *testing.T, v *visitor, family string) string {
	t.Helper()
	for key := range v.items {
		if id, is := strings.CutPrefix(key, family); is {
			return id
		}
	}
	t.Fatalf("no %s in %v", family, v.items)
	return ""
}
