package live_test

import (
	"context"
	"encoding/json"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
)

// TestClock: the clock of a server is set while a session runs.
func TestClock(t *testing.T) {
	for name, jump := range map[string]time.Duration{"an hour back": -time.Hour, "a year back": -365 * 24 * time.Hour, "an hour forward": time.Hour, "ten years forward": 10 * 365 * 24 * time.Hour} {
		t.Run(name+": people go on, everything is published and kept, and nothing ends or is erased", func(t *testing.T) {
			inHouse(t, func(h *house) {
				var set atomic.Int64
				h.now = func() time.Time { return time.Now().Add(time.Duration(set.Load())) }
				h.rooms = h.server()
				host, screen, anna := h.host(), h.screen(), h.phone("anna")
				host.done(session.OpenActivity{Activity: "a2"})
				set.Store(int64(jump))
				anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
				screen.sees("progress", `{"done":1,"of":1,"cards":1}`)
				host.done(session.PauseTimer{})
				var timer session.TimerItem
				if err := json.Unmarshal(host.items["timer"], &timer); err != nil {
					t.Fatal(err)
				}
				if left := time.Duration(timer.Left) * time.Millisecond; left > 7*time.Minute || left < -session.MaxTimer {
					t.Errorf("the timer of 7 minutes has %s left", left)
				}
				if jump > 0 {
					time.Sleep(61 * time.Minute) // a round of retention has come by
					set.Store(0)
					time.Sleep(2 * time.Hour)
				}
				anna.done(session.EditCard{ID: "k1", Text: "Rust"})
				if s, err := live.Load(h.t.Context(), h.log, h.id); err != nil || s.Status() != session.Running || s.Me("anna").Cards[0].Text != "Rust" {
					t.Errorf("the log says %v, %v", s, err)
				}
				host.done(session.EndSession{})
				for _, a := range h.sum(host).Activities {
					if a.Closed.Before(a.Opened) {
						t.Errorf("%s was closed before it was opened", a.ID)
					}
				}
			})
		})
	}

	t.Run("a clock that was far ahead when a round of retention came is not believed before the next", func(t *testing.T) {
		inHouse(t, func(h *house) {
			var set atomic.Int64
			h.now = func() time.Time { return time.Now().Add(time.Duration(set.Load())) }
			h.rooms = h.server()
			time.Sleep(30 * time.Minute)
			set.Store(int64(400 * 24 * time.Hour))
			time.Sleep(31 * time.Minute)
			synctest.Wait()
			if _, known := h.rooms.Directory().Get(h.id); !known {
				t.Fatal("a session of an hour ago was ended and erased")
			}
			if s, err := live.Load(h.t.Context(), h.log, h.id); err != nil || s.Status() == session.Over {
				t.Errorf("it was ended: %v", err)
			}
			time.Sleep(time.Hour)
			synctest.Wait()
			if s, err := live.Load(h.t.Context(), h.log, h.id); err == nil && s.Status() != session.Over {
				t.Error("a clock that stays is never believed")
			}
		})
	})
}

func TestRooms(t *testing.T) {
	t.Run("tell how many are open and how many are in them", func(t *testing.T) {
		inHouse(t, func(h *house) {
			if got := h.rooms.Figures(); got != (live.Figures{}) {
				t.Errorf("before: %+v", got)
			}
			h.host()
			phone := h.phone("anna")
			if got := h.rooms.Figures(); got != (live.Figures{Rooms: 1, Members: 2}) {
				t.Errorf("with two: %+v", got)
			}
			phone.member.Leave()
			pass(100 * time.Millisecond)
			if got := h.rooms.Figures(); got != (live.Figures{Rooms: 1, Members: 1}) {
				t.Errorf("with one: %+v", got)
			}
		})
	})
	t.Run("give somebody's own part, and none of who is not there", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.phone("anna")
			me, err := h.rooms.Me(h.t.Context(), h.id, "anna")
			if want := `{"group":"","chosen":false,"cards":[],"ballot":null}`; err != nil || string(me) != want {
				t.Errorf("anna: %s, %v", me, err)
			}
			if me, err := h.rooms.Me(h.t.Context(), h.id, "nobody"); err != nil || string(me) != "null" {
				t.Errorf("nobody: %s, %v", me, err)
			}
			if _, err := h.rooms.Me(h.t.Context(), "unknown", "anna"); session.AsProblem(err) == nil {
				t.Errorf("of an unknown session: %v", err)
			}
		})
	})
	t.Run("that stop wait for a calculation that has begun", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, _ := h.played(9)
			host.send(session.CloseActivity{})
			if err := h.rooms.Close(context.Background()); err != nil {
				t.Fatal(err)
			}
			before := len(h.log.Batches(h.id))
			synctest.Wait()
			if after := len(h.log.Batches(h.id)); after != before {
				t.Error("something was written after the end")
			}
		})
	})
	t.Run("whose log does not answer look again by themselves, when nobody comes", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			before := h.log.Batches(h.id)
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			h.log.Fail(errors.New("the store is gone"))
			anna.send(session.AddCard{ID: "k2", Text: "Lef"})
			anna.settle()
			host.take()
			if anna.closed != live.StoreDown || host.closed != live.StoreDown {
				t.Fatalf("closed with %d and %d", anna.closed, host.closed)
			}
			h.log.Lose(h.id, before[len(before)-1].Last) // it comes back with less than it acknowledged
			h.log.Fail(nil)
			time.Sleep(8 * time.Second)
			synctest.Wait()
			s, err := live.Load(h.t.Context(), h.log, h.id)
			if err != nil || len(s.Me("anna").Cards) != 1 {
				t.Errorf("the log holds %+v, %v", s.Me("anna"), err)
			}
		})
	})
}
