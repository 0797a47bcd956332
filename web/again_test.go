package web

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"verbindend/session"
	"verbindend/web/wire"
)

func TestComingBack(t *testing.T) {
	h := open(t)
	s := h.start()
	host := h.host(s)
	host.do(session.OpenActivity{Activity: write})

	t.Run("who comes back is sent the difference", func(t *testing.T) {
		h := h.in(t)
		screen := h.screen(s)
		screen.await("the activity", func() bool { return screen.items["now"] != nil })
		h.phone(s, "anna").do(session.AddCard{ID: "k1", Text: "Moed"})
		screen.await("the card to be counted", func() bool { return string(screen.items["progress"]) == `{"done":1,"of":1,"cards":1}` })
		screen.leave()
		h.phone(s, "berta").do(session.AddCard{ID: "k2", Text: "Lef"})

		again := h.enter(s.ID, wire.Hello{Role: session.Screen, Client: "tab-of-screen", Key: keyOf(s.Screen), Mark: screen.mark, Rev: screen.rev}, nil)
		maps.Copy(again.items, screen.items)
		again.sees("progress", `{"done":2,"of":2,"cards":2}`)
		first := again.frames[0]
		if first.Since != screen.rev || first.Set["session"] != nil || first.Set["agenda"] != nil {
			t.Errorf("was sent %+v, having %d of %s", first, screen.rev, screen.mark)
		}
	})
	t.Run("who has everything is sent no frame", func(t *testing.T) {
		h := h.in(t)
		first := h.host(s)
		again := h.enter(s.ID, wire.Hello{Role: session.Host, Client: "tab-of-two", Key: keyOf(s.Host), Mark: first.mark, Rev: first.rev}, nil)
		again.lives()
		if len(again.frames) != 0 {
			t.Errorf("was sent %+v", again.frames)
		}
	})
	t.Run("who has another run, or a revision that never was, is sent everything", func(t *testing.T) {
		h := h.in(t)
		have := h.host(s)
		for _, hello := range []wire.Hello{{Mark: "ANOTHERHISTORY", Rev: 1}, {Mark: have.mark, Rev: 1 << 60}, {Mark: have.mark, Rev: 0}} {
			hello.Role, hello.Client, hello.Key = session.Host, "tab-12345", keyOf(s.Host)
			again := h.enter(s.ID, hello, nil)
			again.await("a frame", func() bool { return len(again.frames) > 0 })
			if first := again.frames[0]; first.Since != 0 || first.Set["session"] == nil {
				t.Errorf("with %+v was sent from %d on", hello, first.Since)
			}
		}
	})
}

func TestOnce(t *testing.T) {
	h := open(t)
	s := h.start()
	host := h.host(s)
	host.do(session.OpenActivity{Activity: write})

	t.Run("the same number twice is done once and acknowledged twice", func(t *testing.T) {
		host.t = t
		host.await("the timer", func() bool { return host.items["timer"] != nil })
		before := host.items["timer"]
		host.n++
		n := host.n
		for range 2 {
			host.repeat(n, "extend_timer", session.ExtendTimer{Seconds: 60})
		}
		host.await("two acks", func() bool { return len(host.answers[n]) == 2 })
		if host.answers[n][0] != nil || host.answers[n][1] != nil {
			t.Errorf("answered with %v", host.answers[n])
		}
		var was, is session.TimerItem
		host.read(before, &was)
		host.await("another timer", func() bool { return string(host.items["timer"]) != string(before) })
		host.read(host.items["timer"], &is)
		if is.Deadline-was.Deadline != 60_000 {
			t.Errorf("the time grew by %d ms", is.Deadline-was.Deadline)
		}
	})
	t.Run("what a dead connection sent comes too late", func(t *testing.T) {
		h := h.in(t)
		dead := h.phone(s, "clara")
		dead.do(session.AddCard{ID: "c1", Text: "Moed"})
		alive := h.phone(s, "clara") // the same tab on another network
		if alive.welcome.LastN != 1 {
			t.Fatalf("the last number is %d", alive.welcome.LastN)
		}
		alive.repeat(2, "edit_card", session.EditCard{ID: "c1", Text: "Lef"})
		alive.repeat(3, "edit_card", session.EditCard{ID: "c1", Text: "Durf"})
		alive.await("an ack", func() bool { return len(alive.answers[3]) > 0 })
		dead.repeat(2, "edit_card", session.EditCard{ID: "c1", Text: "Lef"})
		dead.await("an ack", func() bool { return len(dead.answers[2]) > 0 })
		if got := alive.own().Cards[0].Text; got != "Durf" {
			t.Errorf("the card says %q", got)
		}
	})
	t.Run("a number can be used again after a refusal", func(t *testing.T) {
		h := h.in(t)
		dora := h.phone(s, "dora")
		dora.repeat(1, "add_card", session.AddCard{ID: "d1", Text: " "})
		dora.await("a refusal", func() bool { return len(dora.answers[1]) == 1 })
		dora.repeat(1, "add_card", session.AddCard{ID: "d1", Text: "Rust"})
		dora.await("an ack", func() bool { return len(dora.answers[1]) == 2 })
		if dora.answers[1][0] == nil || dora.answers[1][1] != nil || len(dora.own().Cards) != 1 {
			t.Errorf("answered with %v, has %+v", dora.answers[1], dora.own())
		}
	})
	t.Run("two tabs of one person number their own commands and share one part", func(t *testing.T) {
		h := h.in(t)
		hello := wire.Hello{Role: session.Participant, Client: "tab-one-of-eva"}
		one := h.enter(s.ID, hello, holding(token("eva")))
		hello.Client = "tab-two-of-eva"
		two := h.enter(s.ID, hello, holding(token("eva")))
		one.do(session.AddCard{ID: "e1", Text: "Moed"})
		two.do(session.AddCard{ID: "e2", Text: "Rust"})
		for _, g := range []*guest{one, two} {
			g.await("both cards", func() bool { return len(g.own().Cards) == 2 })
		}
		if one.n != 1 || two.n != 1 {
			t.Errorf("numbered %d and %d", one.n, two.n)
		}
	})
	t.Run("nobody can spoil the numbers of somebody else by taking the name of their tab", func(t *testing.T) {
		h := h.in(t)
		hello := wire.Hello{Role: session.Participant, Client: "tab-of-the-same"}
		mine, other := h.enter(s.ID, hello, holding(token("mine"))), h.enter(s.ID, hello, holding(token("other")))
		other.n = 1 << 50
		other.do(session.AddCard{ID: "o1", Text: "Moed"})
		mine.do(session.AddCard{ID: "m1", Text: "Rust"})
		if len(mine.own().Cards) != 1 || h.enter(s.ID, hello, holding(token("mine"))).welcome.LastN != 1 {
			t.Errorf("has %+v", mine.own())
		}
	})
	t.Run("commands of one connection are done and answered in their order", func(t *testing.T) {
		h := h.in(t)
		finn := h.phone(s, "finn")
		finn.do(session.AddCard{ID: "f1", Text: "0"})
		for n := uint64(2); n <= 60; n++ {
			finn.repeat(n, "edit_card", session.EditCard{ID: "f1", Text: fmt.Sprint(n)})
		}
		var order []uint64
		finn.await("60 acks", func() bool {
			for n := range finn.answers {
				if !slices.Contains(order, n) {
					order = append(order, n)
				}
			}
			return len(order) == 60
		})
		if !slices.IsSorted(order) || finn.own().Cards[0].Text != "60" {
			t.Errorf("answered in the order %v, the card says %s", order, finn.own().Cards[0].Text)
		}
	})
}
