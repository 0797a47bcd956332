package session

import (
	"testing"
	"time"
)

func TestAgenda(t *testing.T) {
	t.Run("opening an activity makes it the current one and lets its clock run", func(t *testing.T) {
		r := lobby(t)
		r.open(Welcome).brought("ActivityOpened", "TimerSet")
		now := must[NowItem](r, Participant, "now")
		equal(t, now, NowItem{Activity: "a1", Kind: Welcome, Open: true})
		if got := must[SessionItem](r, Screen, "session").Status; got != Running {
			t.Fatal(got)
		}
		if got := must[TimerItem](r, Screen, "timer").Deadline; got != noon.Add(4*time.Minute).UnixMilli() {
			t.Fatal(got)
		}
	})
	t.Run("opening the next one closes the one before", func(t *testing.T) {
		r := lobby(t).opened(Welcome)
		r.open(Write).brought("ActivityClosed", "ActivityOpened", "TimerSet")
		list := must[AgendaItem](r, Host, "agenda").Activities
		if list[0].Status != ClosedNow || list[1].Status != Open {
			t.Fatalf("%+v", list)
		}
		if now := must[NowItem](r, Host, "now"); now.Index != 1 || now.Limit != DefaultCardLimit {
			t.Fatalf("%+v", now)
		}
	})
	t.Run("opening what is open changes nothing, its clock included", func(t *testing.T) {
		lobby(t).opened(Welcome).after(time.Minute).open(Welcome).changesNothing()
	})
	t.Run("a closed activity stays in view without taking input, and has no clock", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write)
		r.do(host, CloseActivity{}).brought("ActivityClosed")
		if now := must[NowItem](r, Participant, "now"); now.Open || now.Kind != Write {
			t.Fatalf("%+v", now)
		}
		if _, ok := sees[TimerItem](r, Host, "timer"); ok {
			t.Fatal("the clock runs on")
		}
		r.do(anna, AddCard{ID: "k1", Text: "Moed"}).refused(Closed, NotOpen)
		r.do(host, CloseActivity{}).changesNothing()
	})
	t.Run("closing in the lobby changes nothing", func(t *testing.T) {
		lobby(t).do(host, CloseActivity{}).changesNothing()
	})
	t.Run("a closed activity can be opened again, with its planned time", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write)
		r.do(host, CloseActivity{}).done().after(time.Hour).opened(Write).wrote(anna, "Moed")
		if got := must[TimerItem](r, Host, "timer").Deadline; got != r.now.Add(7*time.Minute).UnixMilli() {
			t.Fatal(got)
		}
	})
	t.Run("an activity that does not exist cannot be opened", func(t *testing.T) {
		lobby(t).do(host, OpenActivity{"a9"}).refused(NotFound, Unknown)
		lobby(t).do(host, OpenActivity{}).refused(NotFound, Unknown)
	})
	t.Run("only the host leads", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Welcome)
		for _, c := range []Command{OpenActivity{"a2"}, CloseActivity{}, EndSession{}, ShowDeck{true}, PauseTimer{}} {
			r.do(anna, c).refused(Denied, "")
			r.do(screen, c).refused(Denied, "")
		}
	})
	t.Run("the summary tells when each activity was first opened and last closed", func(t *testing.T) {
		r := lobby(t).opened(Write).after(time.Minute).opened(Cluster).after(time.Minute).opened(Write).after(time.Minute)
		r.do(host, CloseActivity{}).done()
		got := r.s.Summary().Activities[1]
		if !got.Opened.Equal(noon) || !got.Closed.Equal(noon.Add(3*time.Minute)) || got.Status != ClosedNow {
			t.Fatalf("%+v", got)
		}
	})
}

func TestAgendaAndVote(t *testing.T) {
	open := func(t *testing.T) *room {
		t.Helper()
		r, crowd := ballotOf(t, 3, "Moed", "Lef", "Rust")
		r.cast(crowd[0], map[string]int{"Moed": 1}).done()
		return r
	}
	t.Run("opening writing or clustering during a vote cancels the round, in plain sight", func(t *testing.T) {
		for _, kind := range []Kind{Write, Cluster} {
			r := open(t)
			r.open(kind).brought("RoundCancelled", "ActivityClosed", "ActivityOpened", "TimerSet")
			for _, role := range roles {
				equal(t, must[VoteItem](r, role, "vote"), VoteItem{Round: 1, Status: RoundIsCancelled, Cancelled: 1})
			}
			equal(t, r.s.Summary().Cancelled, []CancelledRound{{Round: 1, Ballots: 1}})
		}
	})
	t.Run("so it does after the vote was closed, and after the result was shown", func(t *testing.T) {
		r := open(t)
		r.do(host, CloseActivity{}).brought("RoundClosed", "ActivityClosed")
		r.open(Cluster).brought("RoundCancelled", "ActivityOpened", "TimerSet")
		r = open(t).opened(Reveal)
		r.open(Write).brought("ActivityClosed", "RoundCancelled", "ActivityOpened", "TimerSet")
		for _, role := range roles {
			if _, ok := sees[Result](r, role, "result"); ok {
				t.Fatalf("the %s still sees a result that does not count", role)
			}
		}
	})
	t.Run("opening the vote again cancels its round and begins another", func(t *testing.T) {
		r := open(t)
		r.do(host, CloseActivity{}).done()
		r.open(Vote).brought("RoundCancelled", "BallotFrozen", "ActivityOpened", "TimerSet")
		equal(t, must[VoteItem](r, Screen, "vote"), VoteItem{Round: 2, Status: RoundIsOpen, Cancelled: 1})
		if p := must[ProgressItem](r, Host, "progress"); p.Done != 0 {
			t.Fatalf("%d people have voted in a round that just began", p.Done)
		}
	})
	t.Run("the reveal closes the vote and shows it to everybody", func(t *testing.T) {
		r := open(t)
		r.open(Reveal).brought("RoundClosed", "ActivityClosed", "ActivityOpened", "TimerSet")
		for _, role := range roles {
			if got := must[Result](r, role, "result"); got.DotsPlaced != 1 {
				t.Fatalf("%+v", got)
			}
		}
	})
	t.Run("looking back at the welcome during a vote closes it: the ballot has not changed, so it counts", func(t *testing.T) {
		r := open(t)
		r.open(Welcome).brought("RoundClosed", "ActivityClosed", "ActivityOpened", "TimerSet")
		r.opened(Reveal)
		if got := must[Result](r, Screen, "result"); got.Ballots != 1 {
			t.Fatalf("%+v", got)
		}
	})
	t.Run("a reveal without a vote shows nothing, and a later vote is blind all the same", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed").opened(Reveal)
		if _, ok := sees[Result](r, Host, "result"); ok {
			t.Fatal("a result of nothing")
		}
		r.opened(Vote, Cluster, Reveal)
		if must[VoteItem](r, Screen, "vote").Revealed {
			t.Fatal("a cancelled round is revealed")
		}
		r.opened(Vote)
		r.cast(anna, map[string]int{"Moed": 1}).done()
		r.do(host, CloseActivity{}).done()
		if _, ok := sees[Result](r, Screen, "result"); ok {
			t.Fatal("the screen sees what was not revealed")
		}
	})
	t.Run("without a single value there is nothing to vote on, and what was open stays open", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write)
		r.open(Vote).refused(Closed, NothingToVote)
		r.wrote(anna, "Moed")
	})
}
