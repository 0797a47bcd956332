package web

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/session/redislog"
	"verbindend/session/redislog/redistest"
)

// Two servers are restarted one after the other while everybody votes, over sockets and without. What was acknowledged is in the
// log once.
func TestRollingRestart(t *testing.T) {
	t.Run("on one log in memory", func(t *testing.T) {
		log, beside := logtest.NewMemory(), logtest.NewNeighbours()
		restartBoth(t, log, func() change { return change{log: log, beside: beside} })
	})
	t.Run("on one Redis", func(t *testing.T) {
		addr, _ := redistest.Start(t)
		connect := func() *redislog.Log {
			log, err := redislog.Open(t.Context(), "redis://"+addr)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = log.Close() })
			return log
		}
		restartBoth(t, connect(), func() change {
			log := connect()
			return change{log: log, beside: log}
		})
	})
}

// A voter casts one ballot after the other, each unlike the one before, and notes what was acknowledged.
type voter struct {
	*visitor.Visitor
	acked atomic.Int64
	last  map[string]int
}

func restartBoth(t *testing.T, log session.Log, server func() change) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*patience)
	defer cancel()
	var houses [2]*house
	var sites [2]*visitor.Site
	for i := range houses {
		houses[i] = open(t, server())
		site, err := visitor.NewSite(houses[i].url, "")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(site.Close)
		sites[i] = site
	}
	s := houses[0].start()
	var running sync.WaitGroup
	leave, gone := context.WithCancel(ctx)
	defer running.Wait()
	defer gone()
	visit := func(i int, o visitor.Options) *visitor.Visitor {
		o.Site, o.Others, o.Session = sites[i%2], []*visitor.Site{sites[(i+1)%2]}, s.ID
		v := visitor.New(o)
		running.Go(func() {
			if err := v.Run(leave); err != nil {
				t.Error(err)
			}
		})
		return v
	}
	host := visit(0, visitor.Options{Role: session.Host, Key: keyOf(s.Host), Client: "tab-of-host"})
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(host.Do(ctx, session.OpenActivity{Activity: write}))
	var voters []*voter
	for i := range 12 {
		v := &voter{Visitor: visit(i, visitor.Options{
			Role: session.Participant, Cookie: personCookie + "=" + token(phone(i)), Client: "tab-of-" + phone(i), Poll: i%4 == 3,
		})}
		must(v.Do(ctx, session.AddCard{ID: fmt.Sprint("k", i), Text: mark(i)}))
		voters = append(voters, v)
	}
	must(host.Do(ctx, session.OpenActivity{Activity: vote}))

	stop := make(chan struct{})
	var voting sync.WaitGroup
	for _, v := range voters {
		voting.Go(func() {
			if err := v.vote(ctx, stop); err != nil {
				t.Error(err)
			}
		})
	}
	for i, h := range houses {
		awaitMore(ctx, voters)
		h.stop()
		c := server()
		c.at = strings.TrimPrefix(h.url, "http://")
		houses[i] = open(t, c)
		awaitMore(ctx, voters)
	}
	close(stop)
	voting.Wait()

	var acked int64
	for i, v := range voters {
		acked += v.acked.Load()
		must(v.Await(ctx, "the last ballot", func(view *visitor.View) bool {
			return view.Me != nil && view.Me.Ballot != nil && maps.Equal(view.Me.Ballot.Dots, v.last)
		}))
		if v.acked.Load() < 6 {
			t.Errorf("voter %d cast only %d ballots", i, v.acked.Load())
		}
	}
	var stored int64
	for batch, err := range log.Read(ctx, s.ID, 1) {
		must(err)
		stored += int64(strings.Count(string(batch.Bytes), `"ballot_cast"`))
	}
	if stored != acked {
		t.Errorf("%d ballots are in the log, %d were acknowledged", stored, acked)
	}
	must(host.Do(ctx, session.CloseActivity{}))
	must(host.Await(ctx, "the result of all", func(view *visitor.View) bool {
		result, there := visitor.Item[session.Result](view, "result")
		return there && result.Ballots == len(voters)
	}))
}

func (v *voter) vote(ctx context.Context, stop <-chan struct{}) error {
	if err := v.Await(ctx, "the ballot", func(view *visitor.View) bool { return view.Items["ballot"] != nil }); err != nil {
		return err
	}
	var ballot session.BallotItem
	v.Look(func(view *visitor.View) { ballot, _ = visitor.Item[session.BallotItem](view, "ballot") })
	for i := 0; ; i++ {
		select {
		case <-stop:
			return nil
		default:
		}
		dots := map[string]int{ballot.Options[i%len(ballot.Options)].ID: 1}
		if err := v.Do(ctx, session.CastBallot{Round: ballot.Round, Dots: dots}); err != nil {
			return err
		}
		v.last = dots
		v.acked.Add(1)
		time.Sleep(20 * time.Millisecond) // a person, though a quick one
	}
}

// awaitMore waits until every voter has had two more ballots acknowledged.
func awaitMore(ctx context.Context, voters []*voter) {
	for _, v := range voters {
		for before := v.acked.Load(); v.acked.Load() < before+2 && ctx.Err() == nil; {
			time.Sleep(10 * time.Millisecond)
		}
	}
}
