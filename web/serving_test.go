package web

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"testing"

	"verbindend/session"
	"verbindend/session/live"
)

// A running is a server for a benchmark.
type running struct {
	tb      testing.TB
	rooms   *live.Rooms
	server  *Server
	address string
	secret  []byte
	n       uint64 // the last command of its host
}

func serving(tb testing.TB, log session.Log) *running {
	tb.Helper()
	quiet := slog.New(slog.DiscardHandler)
	rooms, err := live.Open(tb.Context(), log, live.Options{Logger: quiet})
	if err != nil {
		tb.Fatal(err)
	}
	listener, err := (&net.ListenConfig{}).Listen(tb.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	r := &running{tb: tb, rooms: rooms, address: listener.Addr().String(), secret: []byte("a secret of the benchmark")}
	if r.server, err = New(rooms, Config{Secret: r.secret, PublicURL: "http://" + r.address, Logger: quiet}); err != nil {
		tb.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- r.server.Serve(ctx, listener) }()
	tb.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			tb.Error(err)
		}
	})
	return r
}

// starts begins a session and has its host do something.
func (r *running) starts(commands ...session.Command) (id string) {
	r.tb.Helper()
	e, err := r.rooms.Start(r.tb.Context(), session.StartSession{Title: "Proef", Lang: session.Dutch})
	if err != nil {
		r.tb.Fatal(err)
	}
	for _, c := range commands {
		r.host(e.ID, c)
	}
	return e.ID
}

// host has the host of a session do something.
func (r *running) host(id string, c session.Command) {
	r.tb.Helper()
	r.n++
	by := session.Actor{Role: session.Host, Person: session.HostID, Client: "bench-host", N: r.n}
	if err := r.rooms.Do(r.tb.Context(), id, by, c); err != nil {
		r.tb.Fatal(err)
	}
}

// cards has as many people lay down a card each.
func (r *running) cards(id string, n int) {
	r.tb.Helper()
	for i := range n {
		by := session.Actor{Role: session.Participant, Person: session.PersonID(fmt.Sprint("writer", i)), Client: "bench-writer"}
		err := r.rooms.Do(r.tb.Context(), id, by, session.Join{})
		if err == nil {
			by.N = 1
			err = r.rooms.Do(r.tb.Context(), id, by, session.AddCard{ID: fmt.Sprint("k", i), Text: fmt.Sprint("waarde ", i)})
		}
		if err != nil {
			r.tb.Fatal(err)
		}
	}
}
