package session

import (
	"testing"
	"time"
)

func TestTimer(t *testing.T) {
	clock := func(t *testing.T, r *room) TimerItem {
		t.Helper()
		return must[TimerItem](r, Participant, "timer")
	}
	writing := func(t *testing.T) *room { t.Helper(); return lobby(t).with(anna).opened(Write) } // 7 minutes

	t.Run("it is a deadline by the server's clock", func(t *testing.T) {
		r := writing(t).after(2 * time.Minute)
		equal(t, clock(t, r), TimerItem{Running: true, Total: 420_000, Deadline: noon.Add(7 * time.Minute).UnixMilli()})
	})
	t.Run("a minute more moves the deadline a minute", func(t *testing.T) {
		r := writing(t).after(2*time.Minute).do(host, ExtendTimer{60}).brought("TimerSet")
		equal(t, clock(t, r), TimerItem{Running: true, Total: 480_000, Deadline: noon.Add(8 * time.Minute).UnixMilli()})
	})
	t.Run("a minute more when it is overdue is a minute from now", func(t *testing.T) {
		r := writing(t).after(10*time.Minute).do(host, ExtendTimer{60}).done()
		if got := clock(t, r).Deadline; got != noon.Add(11*time.Minute).UnixMilli() {
			t.Fatal(time.UnixMilli(got).UTC())
		}
	})
	t.Run("less time is possible, down to nothing and not below", func(t *testing.T) {
		r := writing(t).do(host, ExtendTimer{-120}).done()
		equal(t, clock(t, r), TimerItem{Running: true, Total: 300_000, Deadline: noon.Add(5 * time.Minute).UnixMilli()})
		r.do(host, ExtendTimer{-6000}).done()
		if got := clock(t, r).Total; got != 0 {
			t.Fatal(got)
		}
	})
	t.Run("there is nothing to take from a clock that is overdue, running or paused", func(t *testing.T) {
		r := writing(t).after(10 * time.Minute)
		r.do(host, ExtendTimer{-60}).changesNothing()
		r.do(host, PauseTimer{}).done()
		r.do(host, ExtendTimer{-60}).changesNothing()
	})
	t.Run("paused it keeps what is left; resumed it goes on with that", func(t *testing.T) {
		r := writing(t).after(2*time.Minute).do(host, PauseTimer{}).brought("TimerSet")
		equal(t, clock(t, r), TimerItem{Total: 420_000, Left: 300_000})
		r.after(time.Hour).do(host, ResumeTimer{}).brought("TimerSet")
		equal(t, clock(t, r), TimerItem{Running: true, Total: 420_000, Deadline: r.now.Add(5 * time.Minute).UnixMilli()})
	})
	t.Run("paused it can be given more, from nothing when it was overdue", func(t *testing.T) {
		r := writing(t).after(2*time.Minute).do(host, PauseTimer{}).done().do(host, ExtendTimer{60}).done()
		equal(t, clock(t, r), TimerItem{Total: 480_000, Left: 360_000})
		r = writing(t).after(time.Hour).do(host, PauseTimer{}).done().do(host, ExtendTimer{60}).done()
		equal(t, clock(t, r), TimerItem{Total: 480_000, Left: 60_000})
	})
	t.Run("pausing twice and resuming twice change nothing", func(t *testing.T) {
		r := writing(t)
		r.do(host, ResumeTimer{}).changesNothing()
		r.do(host, PauseTimer{}).done().do(host, PauseTimer{}).changesNothing()
	})
	t.Run("reaching zero closes nothing and discards nothing", func(t *testing.T) {
		writing(t).after(3*time.Hour).wrote(anna, "Moed")
	})
	t.Run("where no activity is open there is no clock", func(t *testing.T) {
		r := lobby(t)
		for _, c := range []Command{ExtendTimer{60}, PauseTimer{}, ResumeTimer{}} {
			r.do(host, c).refused(Closed, NoTimer)
		}
		r.opened(Welcome).do(host, CloseActivity{}).done().do(host, PauseTimer{}).refused(Closed, NoTimer)
	})
	t.Run("nobody adds nothing, nor more than a day, however large the number", func(t *testing.T) {
		r := writing(t)
		for _, seconds := range []int{0, 86_401, -86_401, 86_400, 1 << 40, 18_446_744_074, -18_446_744_074, 1 << 62, -1 << 63} {
			r.do(host, ExtendTimer{seconds}).refused(Invalid, OutOfRange, 86_400)
		}
		r.do(host, ExtendTimer{86_400 - 420}).done()
		r.do(host, ExtendTimer{1}).refused(Invalid, OutOfRange, 86_400)
	})
	t.Run("times in another zone and with a monotonic clock are kept as they are read back", func(t *testing.T) {
		r := unstarted(t)
		r.now = time.Now().In(time.FixedZone("Amsterdam", 3600))
		r.do(host, StartSession{ID: "s", Title: "x", Lang: Dutch}).done().opened(Welcome).after(time.Second)
		r.do(host, PauseTimer{}).done().opened(Write)
		r.do(host, EndSession{}).done()
		r.replayEqualsLive(2)
	})
}
