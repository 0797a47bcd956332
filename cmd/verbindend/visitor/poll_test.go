package visitor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/web/wire"
)

// desk is a server without sockets, played by the test: it keeps what it is asked and gives the answers it is told to.
type desk struct {
	mu      sync.Mutex
	polls   []wire.Poll
	posts   []wire.CommandPost
	answers chan string // to polls
	refuse  bool
}

func (d *desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/api/sessions/s1/poll":
		var p wire.Poll
		_ = json.NewDecoder(r.Body).Decode(&p)
		d.mu.Lock()
		d.polls = append(d.polls, p)
		refuse := d.refuse
		d.mu.Unlock()
		if refuse {
			w.WriteHeader(http.StatusForbidden)
			fmt.Fprint(w, `{"problem":{"code":"denied"}}`)
			return
		}
		select {
		case a := <-d.answers:
			fmt.Fprint(w, a)
		case <-r.Context().Done():
		}
	case "/api/sessions/s1/commands":
		var p wire.CommandPost
		_ = json.NewDecoder(r.Body).Decode(&p)
		d.mu.Lock()
		d.posts = append(d.posts, p)
		d.mu.Unlock()
		fmt.Fprintf(w, `{"messages":[{"t":"ack","n":%d,"me":{"cards":[]}}],"me":"m2"}`, p.Do[0].N)
	}
}

func (d *desk) asked() []wire.Poll { d.mu.Lock(); defer d.mu.Unlock(); return d.polls }

// atDesk lets a visitor without a socket visit.
func atDesk(t *testing.T) (*desk, *Visitor, <-chan error) {
	t.Helper()
	d := &desk{answers: make(chan string, 10)}
	srv := httptest.NewServer(d)
	t.Cleanup(srv.Close)
	site, err := NewSite(srv.URL, "")
	if err != nil {
		t.Fatal(err)
	}
	v := New(Options{Site: site, Session: "s1", Role: session.Participant, Client: "test-phone", Poll: true})
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	done := make(chan struct{})
	go func() { defer close(done); ended <- v.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	return d, v, ended
}

const first = `{"messages":[{"t":"welcome","role":"participant","lastN":0},{"t":"me","me":{"cards":[]}},` +
	`{"t":"frame","mark":"m","rev":5,"since":0,"set":{"progress":{"done":1,"of":9}}}],"me":"m1"}`

func TestPoll(t *testing.T) {
	t.Run("a visitor without a socket begins fresh, and then says what it has", func(t *testing.T) {
		d, v, _ := atDesk(t)
		d.answers <- first
		if err := v.Welcomed(within(t)); err != nil {
			t.Fatal(err)
		}
		d.answers <- `{"messages":[{"t":"frame","mark":"n","rev":8,"since":5,"set":{"progress":{"done":2,"of":9}}}]}`
		d.answers <- `{"messages":[]}`
		deadline := time.Now().Add(patience)
		for len(d.asked()) < 4 && time.Now().Before(deadline) {
			time.Sleep(time.Millisecond)
		}
		polls := d.asked()
		if len(polls) < 4 {
			t.Fatalf("%d polls", len(polls))
		}
		if p := polls[0]; !p.Fresh || p.Mark != "" || p.Client != "test-phone" {
			t.Errorf("the first poll: %+v", p)
		}
		if p := polls[1]; p.Fresh || p.Mark != "m" || p.Rev != 5 || p.Me != "m1" {
			t.Errorf("the second poll: %+v", p)
		}
		if p := polls[3]; p.Mark != "n" || p.Rev != 8 || p.Me != "m1" {
			t.Errorf("the last poll: %+v", p)
		}
	})
	t.Run("an own part that a poll brings when a command was answered meanwhile is not heard: the next poll tells", func(t *testing.T) {
		d, v, _ := atDesk(t)
		d.answers <- first
		if err := v.Welcomed(within(t)); err != nil {
			t.Fatal(err)
		}
		for begun := time.Now(); len(d.asked()) < 2 && time.Since(begun) < patience; {
			time.Sleep(time.Millisecond)
		}
		if err := v.Do(within(t), card("a")); err != nil {
			t.Fatal(err)
		}
		d.answers <- `{"messages":[{"t":"me","me":{"cards":[{"id":"old","text":"Oud"}]}}],"me":"old"}`
		d.answers <- `{"messages":[{"t":"me","me":{"cards":[{"id":"new","text":"Nieuw"}]}}],"me":"new"}`
		seen := []string{}
		if err := v.Await(within(t), "the new own part", func(view *View) bool {
			if view.Me != nil && len(view.Me.Cards) > 0 {
				seen = append(seen, view.Me.Cards[0].ID)
			}
			return slices.Contains(seen, "new")
		}); err != nil {
			t.Fatal(err)
		}
		if slices.Contains(seen, "old") {
			t.Error("the older own part was shown")
		}
		if p := d.asked()[2]; p.Me != "m2" {
			t.Errorf("the next poll says it has %q", p.Me)
		}
	})
	t.Run("commands are posted while a poll waits, and answered", func(t *testing.T) {
		d, v, _ := atDesk(t)
		s := v.Send(card("a"))
		d.answers <- first
		if err := errors.Join(s.Wait(within(t)), v.Do(within(t), card("b"))); err != nil {
			t.Fatal(err)
		}
		if d.posts[0].Do[0].N != 1 || d.posts[1].Do[0].N != 2 || d.posts[0].Do[0].Type != "add_card" {
			t.Errorf("%+v", d.posts)
		}
	})
	t.Run("who is denied does not come back", func(t *testing.T) {
		d, _, ended := atDesk(t)
		d.mu.Lock()
		d.refuse = true
		d.mu.Unlock()
		d.answers <- first // for a poll that was there before the refusal
		select {
		case err := <-ended:
			if !errors.Is(err, ErrSentAway) {
				t.Errorf("%v", err)
			}
		case <-time.After(patience):
			t.Error("the visitor is still there")
		}
	})
}
