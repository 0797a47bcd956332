package live_test

import (
	"context"
	"fmt"
	"log/slog"
	"sync/atomic"
	"testing"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/session/logtest"
)

// crowded is a session of n people with a live connection each, whose vote on 15 values is open.
func crowded(b *testing.B, n int) (*live.Rooms, string, []*live.Member, []string) {
	b.Helper()
	ctx := b.Context()
	rooms, err := live.Open(ctx, logtest.NewMemory(), live.Options{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = rooms.Close(context.Background()) })
	e, err := rooms.Start(ctx, session.StartSession{Title: "Proef", Lang: session.Dutch})
	if err != nil {
		b.Fatal(err)
	}
	host := session.Actor{Role: session.Host, Person: session.HostID}
	do := func(by session.Actor, c session.Command) {
		if err := rooms.Do(ctx, e.ID, by, c); err != nil {
			b.Fatal(err)
		}
	}
	var members []*live.Member
	for i := range n {
		person := session.PersonID(fmt.Sprint("person", i))
		m, err := rooms.Join(ctx, e.ID, session.Viewer{Role: session.Participant, Person: person}, "tab", live.Seen{})
		if err != nil {
			b.Fatal(err)
		}
		members = append(members, m)
	}
	do(host, session.OpenActivity{Activity: "a2"})
	for i := range n {
		do(session.Actor{Role: session.Participant, Person: members[i].Viewer.Person}, session.AddCard{ID: fmt.Sprint("k", i), Text: fmt.Sprint("waarde ", i%15)})
	}
	do(host, session.OpenActivity{Activity: "a4"})
	for m, news := members[0], (live.News{}); ; news = m.Take("", 0) {
		if news.Frame != nil && news.Frame.Set["ballot"] != nil {
			break
		}
		<-m.Wake()
	}
	sum, err := rooms.Summary(ctx, e.ID)
	if err != nil {
		b.Fatal(err)
	}
	var options []string
	for _, c := range sum.Clusters {
		options = append(options, c.ID)
	}
	return rooms, e.ID, members, options
}

// Five ballots of each of 1,000 and of 4,000 people, each connection with as much under way as it may have; the log costs
// nothing. What is told is the time per ballot, with all that follows from it: publications, and everybody taking them.
func BenchmarkBallots(b *testing.B) {
	for _, people := range []int{1000, 4000} {
		b.Run(fmt.Sprint(people), func(b *testing.B) {
			_, _, members, options := crowded(b, people)
			n := make([]uint64, len(members))
			b.ReportAllocs()
			for b.Loop() {
				ballots(b, members, options, n)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*5*people), "ns/ballot")
		})
	}
}

// ballots has everybody cast five ballots, and waits until all are acknowledged.
func ballots(b *testing.B, members []*live.Member, options []string, n []uint64) {
	var acked atomic.Int64
	done := make(chan struct{})
	for i, m := range members {
		go func() {
			for range 5 {
				n[i]++
				if m.Submit(b.Context(), n[i], session.CastBallot{Round: 1, Dots: map[string]int{options[(int(n[i])+i)%15]: 1}}) != nil {
					b.Error("not taken")
				}
			}
		}()
		go func() {
			got := 0
			for mark, rev := "", uint64(0); got < 5; {
				<-m.Wake()
				news := m.Take(mark, rev)
				if news.Frame != nil {
					mark, rev = news.Frame.Mark, news.Frame.Rev
				}
				for _, r := range news.Replies {
					if r.Err != nil {
						b.Error(r.Err)
					}
					got++
				}
			}
			if acked.Add(1) == int64(len(members)) {
				close(done)
			}
		}()
	}
	<-done
}

// What everybody else waits for when the vote is opened or closed: everything is new for everybody.
func BenchmarkEverythingNew(b *testing.B) {
	rooms, id, _, _ := crowded(b, 2000)
	host := session.Actor{Role: session.Host, Person: session.HostID}
	for i := 0; b.Loop(); i++ {
		var c session.Command = session.OpenActivity{Activity: "a5"}
		if i%2 == 1 {
			c = session.OpenActivity{Activity: "a1"}
		}
		if err := rooms.Do(b.Context(), id, host, c); err != nil {
			b.Fatal(err)
		}
	}
}
