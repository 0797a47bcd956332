package live_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/session/logtest"
)

// house is a server's rooms over a log in memory, inside a bubble with a clock of its own.
type house struct {
	t     *testing.T
	log   *logtest.Memory
	rooms *live.Rooms
	id    string
	book  book
	bus   *logtest.Neighbours // nil: servers do not hear of each other's people
	now   func() time.Time    // nil: the bubble's clock
}

// inHouse runs a test in a bubble, with a session that has been started.
func inHouse(t *testing.T, test func(h *house)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		h := &house{t: t, log: logtest.NewMemory()}
		h.rooms = h.server()
		e, err := h.rooms.Start(h.t.Context(), session.StartSession{Title: "Proef", Lang: session.Dutch, Groups: []string{"HR"}})
		if err != nil {
			t.Fatal(err)
		}
		h.id = e.ID
		test(h)
	})
}

// server opens one more server over the same log; it is closed with the test.
func (h *house) server() *live.Rooms {
	h.t.Helper()
	return h.serverOver(h.log)
}

func (h *house) serverOver(log session.Log) *live.Rooms {
	h.t.Helper()
	o := live.Options{Logger: slog.New(slog.DiscardHandler), Meter: &h.book, Now: h.now}
	if h.bus != nil {
		o.Neighbours = h.bus
	}
	rooms, err := live.Open(h.t.Context(), log, o)
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() {
		if err := rooms.Close(context.Background()); err != nil {
			h.t.Error(err)
		}
	})
	synctest.Wait() // for the first round of its retention, which would otherwise take part in the test at any moment
	return rooms
}

// visitor is a connection that keeps what it is told, as a client does.
type visitor struct {
	t      *testing.T
	member *live.Member
	n      uint64
	mark   string
	rev    uint64
	items  map[string]json.RawMessage
	me     string
	frames int
	there  int // who is connected, as host and screen are told
	acked  map[uint64]error
	closed live.Closing
}

func (h *house) enter(rooms *live.Rooms, role session.Role, name string) *visitor {
	h.t.Helper()
	m, err := rooms.Join(h.t.Context(), h.id, session.Viewer{Role: role, Person: session.PersonID(name)}, "tab-of-"+name, live.Seen{})
	if err != nil {
		h.t.Fatalf("join as %s: %v", name, err)
	}
	v := &visitor{t: h.t, member: m, n: m.LastN, items: map[string]json.RawMessage{}, acked: map[uint64]error{}}
	h.t.Cleanup(m.Leave)
	return v
}

func (h *house) host() *visitor             { return h.enter(h.rooms, session.Host, string(session.HostID)) }
func (h *house) screen() *visitor           { return h.enter(h.rooms, session.Screen, "") }
func (h *house) phone(name string) *visitor { return h.enter(h.rooms, session.Participant, name) }

// send submits a command and returns its number.
func (v *visitor) send(c session.Command) uint64 {
	v.t.Helper()
	v.n++
	if err := v.member.Submit(v.t.Context(), v.n, c); err != nil {
		v.t.Fatalf("submit %T: %v", c, err)
	}
	return v.n
}

// done submits a command and expects it to be kept.
func (v *visitor) done(c session.Command) {
	v.t.Helper()
	n := v.send(c)
	v.settle()
	if err, answered := v.acked[n]; !answered || err != nil {
		v.t.Fatalf("%T was not kept: answered %v, %v", c, answered, err)
	}
}

// settle lets a second and a bit pass, in which everything that is due is published, and takes it in.
func (v *visitor) settle() {
	time.Sleep(1100 * time.Millisecond)
	synctest.Wait()
	v.take()
}

func (v *visitor) take() {
	news := v.member.Take(v.mark, v.rev)
	if news.Me != nil {
		v.me = string(news.Me)
	}
	for _, r := range news.Replies {
		v.acked[r.N] = r.Err
	}
	if f := news.Frame; f != nil {
		v.frames++
		if f.Since == 0 {
			clear(v.items)
		}
		for key, item := range f.Set {
			v.items[key] = item
		}
		for _, key := range f.Drop {
			delete(v.items, key)
		}
		v.mark, v.rev = f.Mark, f.Rev
	}
	if news.Presence != nil {
		v.there = news.Presence.Connected
	}
	if news.Closing != live.StillOpen {
		v.closed = news.Closing
	}
}

func (v *visitor) sees(key, want string) {
	v.t.Helper()
	v.take()
	if got := string(v.items[key]); got != want {
		v.t.Errorf("%s sees %s = %s, want %s", v.member.Viewer.Role, key, got, want)
	}
}

func (v *visitor) counts(want int) {
	v.t.Helper()
	v.take()
	if v.there != want {
		v.t.Errorf("%s is told that %d are connected, want %d", v.member.Viewer.Role, v.there, want)
	}
}

func TestRoom(t *testing.T) {
	t.Run("what a phone sends is acknowledged, in its own part, and counted for everybody", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, screen, anna := h.host(), h.screen(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			screen.sees("progress", `{"done":1,"of":1,"cards":1}`)
			screen.counts(1)
			screen.sees("card/k1", "")
			host.take()
			if _, seen := host.items["card/k1"]; !seen {
				t.Error("the host does not see the card it may have to moderate")
			}
			if want := `{"group":"","chosen":false,"cards":[{"id":"k1","text":"Vertrouwen","cluster":""}],"ballot":null}`; anna.me != want {
				t.Errorf("own part is %s, want %s", anna.me, want)
			}
		})
	})

	t.Run("nothing is acknowledged before it is in the log", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			release := h.log.Stall()
			n := anna.send(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			time.Sleep(2 * time.Second)
			synctest.Wait()
			anna.take()
			host.take()
			if _, answered := anna.acked[n]; answered {
				t.Error("acknowledged while the log had not answered")
			}
			if _, seen := host.items["card/k1"]; seen {
				t.Error("shown while the log had not answered")
			}
			release()
			anna.settle()
			if err, answered := anna.acked[n]; !answered || err != nil {
				t.Errorf("after the log went on: answered %v, %v", answered, err)
			}
		})
	})

	t.Run("commands that wait for the log share the next append", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host := h.host()
			host.done(session.OpenActivity{Activity: "a2"})
			var phones []*visitor
			for i := range 50 {
				phones = append(phones, h.phone(fmt.Sprintf("p%d", i)))
			}
			before := len(h.log.Batches(h.id))
			release := h.log.Stall()
			for i, p := range phones {
				p.send(session.AddCard{ID: fmt.Sprintf("k%d", i), Text: "Vertrouwen"})
			}
			synctest.Wait()
			release()
			phones[49].settle()
			if got := len(h.log.Batches(h.id)) - before; got > 2 {
				t.Errorf("50 commands took %d appends, want at most 2", got)
			}
		})
	})

	t.Run("a failing append is answered with unavailable, and the room begins a new life with what is durable", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			h.log.Fail(fmt.Errorf("disk full"))
			n := anna.send(session.AddCard{ID: "k2", Text: "Lef"})
			anna.settle()
			if p := session.AsProblem(anna.acked[n]); p == nil || p.Code != session.Unavailable || !p.Retry {
				t.Fatalf("got %v, want unavailable, try again", anna.acked[n])
			}
			if anna.closed != live.StoreDown {
				t.Errorf("closed with %d, want StoreDown", anna.closed)
			}
			h.log.Fail(nil)
			again := h.phone("anna")
			again.settle()
			if want := `{"group":"","chosen":false,"cards":[{"id":"k1","text":"Vertrouwen","cluster":""}],"ballot":null}`; again.me != want {
				t.Errorf("own part is %s, want %s", again.me, want)
			}
			again.done(session.AddCard{ID: "k2", Text: "Lef"})
		})
	})

	t.Run("a command that was stored although its append failed is done once when it is sent again", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host := h.host()
			host.done(session.OpenActivity{Activity: "a2"})
			h.log.FailAfterAppend(fmt.Errorf("connection lost before the answer"))
			n := host.send(session.ExtendTimer{Seconds: 60})
			host.settle()
			if host.acked[n] == nil {
				t.Fatal("acknowledged what the log had not answered")
			}
			again := h.host()
			if again.member.LastN != n {
				t.Errorf("the server remembers command %d as the last, want %d", again.member.LastN, n)
			}
			again.n = n - 1
			again.done(session.ExtendTimer{Seconds: 60})
			var timer session.TimerItem
			if err := json.Unmarshal(again.items["timer"], &timer); err != nil {
				t.Fatal(err)
			}
			if want := (7*60 + 60) * 1000; timer.Total != int64(want) {
				t.Errorf("the timer has %d ms, want %d: one minute more, not two", timer.Total, want)
			}
		})
	})

	t.Run("a log that came back with less gets again what the room holds", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			anna.done(session.AddCard{ID: "k2", Text: "Lef"})
			h.log.Lose(h.id, 2)
			anna.done(session.AddCard{ID: "k3", Text: "Rust"})
			s, err := live.Load(h.t.Context(), h.log, h.id)
			if err != nil {
				t.Fatal(err)
			}
			if got := len(s.Me("anna").Cards); got != 3 {
				t.Errorf("the log holds %d cards, want 3", got)
			}
		})
	})

	t.Run("phones get counts once a second at most, the screen ten times", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, screen, anna := h.host(), h.screen(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.settle()
			screen.settle()
			anna.frames, screen.frames = 0, 0
			for i := range 30 { // three seconds in which somebody writes every tenth of a second
				p := h.phone(fmt.Sprintf("p%d", i))
				p.send(session.AddCard{ID: fmt.Sprintf("k%d", i), Text: "Lef"})
				time.Sleep(100 * time.Millisecond)
				synctest.Wait()
				anna.take()
				screen.take()
			}
			if anna.frames < 2 || anna.frames > 4 {
				t.Errorf("the phone got %d frames in three seconds, want 2 to 4", anna.frames)
			}
			if screen.frames < 20 {
				t.Errorf("the screen got %d frames in three seconds, want at least 20", screen.frames)
			}
		})
	})

	t.Run("two tabs of one person are one person, and both see what either does", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, tab, other := h.host(), h.phone("anna"), h.phone("anna")
			other.member.Client = "another-tab"
			host.done(session.OpenActivity{Activity: "a2"})
			tab.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			other.take()
			if tab.me != other.me {
				t.Errorf("one tab has %s, the other %s", tab.me, other.me)
			}
			host.settle()
			host.sees("people", `{"joined":1}`)
			host.counts(1)
			other.member.Leave()
			host.settle()
			host.counts(1)
			tab.member.Leave()
			host.settle()
			host.counts(0)
			host.sees("people", `{"joined":1}`)
		})
	})

	t.Run("who asks for the results and does not wait is not in the way of the room", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host := h.host()
			release := h.log.Stall()
			time.AfterFunc(3*time.Second, release)
			host.send(session.OpenActivity{Activity: "a2"})
			synctest.Wait()
			ctx, cancel := context.WithTimeout(h.t.Context(), time.Second)
			defer cancel()
			if sum, err := h.rooms.Summary(ctx, h.id); err == nil || sum.ID != "" {
				t.Errorf("got %+v, %v", sum, err)
			}
			time.Sleep(5 * time.Second)
			synctest.Wait()
			host.settle()
		})
	})

	t.Run("two servers serve one session, each in the room of its own", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.server()
			host := h.host()
			anna, bram := h.enter(h.rooms, session.Participant, "anna"), h.enter(elsewhere, session.Participant, "bram")
			screen := h.enter(elsewhere, session.Screen, "")
			host.done(session.OpenActivity{Activity: "a2"})
			for i := range 3 {
				anna.send(session.AddCard{ID: fmt.Sprintf("a%d", i), Text: fmt.Sprint("anna ", i)})
				bram.send(session.AddCard{ID: fmt.Sprintf("b%d", i), Text: fmt.Sprint("bram ", i)})
			}
			anna.settle()
			bram.settle()
			for n := range uint64(3) {
				if anna.acked[n+1] != nil || bram.acked[n+1] != nil {
					t.Errorf("command %d: %v and %v", n+1, anna.acked[n+1], bram.acked[n+1])
				}
			}
			screen.settle()
			screen.sees("progress", `{"done":2,"of":2,"cards":6}`)
			host.settle()
			host.sees("progress", `{"done":2,"of":2,"cards":6}`)
		})
	})

	t.Run("a stopping server finishes the append it is busy with", func(t *testing.T) {
		inHouse(t, func(h *house) {
			second := h.server()
			host := h.enter(second, session.Host, string(session.HostID))
			host.done(session.OpenActivity{Activity: "a2"})
			release := h.log.Stall()
			n := host.send(session.ExtendTimer{Seconds: 60})
			synctest.Wait()
			closed := make(chan error, 1)
			go func() { closed <- second.Close(context.Background()) }()
			synctest.Wait()
			release()
			if err := <-closed; err != nil {
				t.Fatal(err)
			}
			host.take()
			if err, answered := host.acked[n]; !answered || err != nil {
				t.Errorf("answered %v, %v", answered, err)
			}
			if host.closed != live.Reload {
				t.Errorf("closed with %d, want Reload", host.closed)
			}
		})
	})
}
