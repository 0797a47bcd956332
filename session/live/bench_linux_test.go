package live_test

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

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
			b.Error(err)
		}
	}
	members := make([]*live.Member, n)
	var coming sync.WaitGroup // at once, because a full room leaves time between two appends
	for i := range n {
		coming.Go(func() {
			var err error
			v := session.Viewer{Role: session.Participant, Person: session.PersonID(fmt.Sprint("person", i))}
			if members[i], err = rooms.Join(ctx, e.ID, v, "tab", live.Seen{}); err != nil {
				b.Error(err)
			}
		})
	}
	coming.Wait()
	do(host, session.OpenActivity{Activity: "a2"})
	var writing sync.WaitGroup
	for i := range n {
		writing.Go(func() {
			do(session.Actor{Role: session.Participant, Person: members[i].Viewer.Person}, session.AddCard{ID: fmt.Sprint("k", i), Text: fmt.Sprint("waarde ", i%15)})
		})
	}
	writing.Wait()
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
// nothing. What is told is the processor time per ballot, with all that follows from it: publications, everybody taking them, and
// the goroutines of the benchmark.
func BenchmarkBallots(b *testing.B) {
	for _, people := range []int{1000, 4000} {
		b.Run(fmt.Sprint(people), func(b *testing.B) {
			_, _, members, options := crowded(b, people)
			n := make([]uint64, len(members))
			b.ReportAllocs()
			before := used()
			for b.Loop() {
				ballots(b, members, options, n)
			}
			b.ReportMetric(float64((used()-before).Nanoseconds())/float64(b.N*5*people), "cpu-ns/ballot")
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

// A wave of 4,000 people who join and write three cards each, while a host looks on; what is told is the processor time per card
// and person.
func BenchmarkWriting(b *testing.B) {
	const people, cards = 4000, 3
	before := used()
	for b.Loop() {
		b.StopTimer()
		rooms, err := live.Open(b.Context(), logtest.NewMemory(), live.Options{Logger: slog.New(slog.DiscardHandler)})
		if err != nil {
			b.Fatal(err)
		}
		e, err := rooms.Start(b.Context(), session.StartSession{Title: "Proef", Lang: session.Dutch})
		if err != nil {
			b.Fatal(err)
		}
		led := session.Viewer{Role: session.Host, Person: session.HostID}
		host, err := rooms.Join(b.Context(), e.ID, led, "tab", live.Seen{})
		if err != nil {
			b.Fatal(err)
		}
		if err := rooms.Do(b.Context(), e.ID, session.Actor{Role: led.Role, Person: led.Person}, session.OpenActivity{Activity: "a2"}); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		var wave sync.WaitGroup
		for i := range people {
			wave.Go(func() {
				v := session.Viewer{Role: session.Participant, Person: session.PersonID(fmt.Sprint("person", i))}
				m, err := rooms.Join(b.Context(), e.ID, v, "tab", live.Seen{})
				if err != nil {
					b.Error(err)
					return
				}
				for k := range uint64(cards) {
					_ = m.Submit(b.Context(), k+1, session.AddCard{ID: fmt.Sprintf("k%d-%d", i, k), Text: fmt.Sprint("waarde ", (i+int(k))%900)})
				}
				for got := 0; got < cards; got += len(m.Take("", 1<<62).Replies) {
					<-m.Wake()
				}
			})
		}
		looking, stop := context.WithCancel(b.Context())
		looked := make(chan struct{})
		go func() {
			defer close(looked)
			for mark, rev := "", uint64(0); looking.Err() == nil; {
				if f := host.Take(mark, rev).Frame; f != nil {
					mark, rev = f.Mark, f.Rev
				}
				select {
				case <-host.Wake():
				case <-looking.Done():
				}
			}
		}()
		wave.Wait()
		b.StopTimer()
		stop()
		<-looked
		if err := rooms.Close(context.Background()); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64((used()-before).Nanoseconds())/float64(b.N*people*(cards+1)), "cpu-ns/deed")
}

// used is the processor time that this process has taken: a full room waits on purpose, and the machine may be busy.
func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
