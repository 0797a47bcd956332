package main

import (
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

func TestBare(t *testing.T) {
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	app := newApp(50 * time.Millisecond)
	go func() { _ = app.Listener(listener) }()
	t.Cleanup(func() { _ = app.ShutdownWithTimeout(time.Second) })
	address := "http://" + listener.Addr().String()
	site, err := visitor.NewSite(address, "")
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	enter := func(t *testing.T, room string) *visitor.Visitor {
		v := visitor.New(visitor.Options{Site: site, Session: room, Role: session.Participant, Client: "bench-phone"})
		left := make(chan error, 1)
		go func() { left <- v.Run(t.Context()) }()
		t.Cleanup(func() { <-left })
		if err := v.Welcomed(t.Context()); err != nil {
			t.Fatal(err)
		}
		return v
	}
	done := func(n int) func(*visitor.View) bool {
		return func(v *visitor.View) bool {
			p, _ := visitor.Item[session.ProgressItem](v, "progress")
			return p.Done == n
		}
	}

	t.Run("what is said is acknowledged, and everybody in the room is told together", func(t *testing.T) {
		anna, bert, other := enter(t, "a"), enter(t, "a"), enter(t, "b")
		heard := bert.Traffic().Messages
		for range 20 {
			if err := anna.Do(t.Context(), session.CloseActivity{}); err != nil {
				t.Fatal(err)
			}
		}
		if err := bert.Await(t.Context(), "20 said", done(20)); err != nil {
			t.Fatal(err)
		}
		if n := bert.Traffic().Messages - heard; n > 10 {
			t.Errorf("20 commands in a moment came as %d messages", n)
		}
		other.Look(func(v *visitor.View) {
			if done(20)(v) {
				t.Error("another room was told")
			}
		})
	})
	t.Run("a broadcast on demand reaches everybody", func(t *testing.T) {
		v := enter(t, "c")
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address+"/broadcast/c", strings.NewReader(`{"done":7}`))
		if err != nil {
			t.Fatal(err)
		}
		res, err := http.DefaultClient.Do(req)
		if err != nil || res.StatusCode != http.StatusOK {
			t.Fatalf("%v %+v", err, res)
		}
		defer res.Body.Close()
		if err := v.Await(t.Context(), "7", done(7)); err != nil {
			t.Fatal(err)
		}
	})
}
