package web

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/web/wire"
)

// two gives two servers on one log, behind one address, which tell each other who is there.
func two(t *testing.T) (a, b *house) {
	t.Helper()
	c := change{
		log: logtest.NewMemory(), beside: logtest.NewNeighbours(),
		config: func(c *Config) { c.PublicURL = "http://verbindend.example" },
	}
	return open(t, c), open(t, c)
}

func TestOneServerKnowsWhatTheOtherGave(t *testing.T) {
	a, b := two(t)
	s := a.start()

	t.Run("a facilitator who signed in at one leads at the other", func(t *testing.T) {
		signed := a.in(t).browser()
		cookie := signed.post("/api/sign-in", `{"key":"`+a.server.keys.facilitator+`"}`).is(204).cookie(facilitatorCookie)
		b := b.in(t).browser().with("Cookie", cookie.Name+"="+cookie.Value)
		var list wire.SessionList
		for began := time.Now(); len(list.Sessions) == 0 && time.Since(began) < patience; { // it hears of the session a moment later
			list = wire.SessionList{}
			b.get("/api/sessions").is(200).into(&list)
		}
		if len(list.Sessions) != 1 || list.Sessions[0].Host != s.Host || list.Sessions[0].Screen != s.Screen {
			t.Errorf("is told %+v", list.Sessions)
		}
	})
	t.Run("a phone that got in at one is the same person at the other", func(t *testing.T) {
		a, b := a.in(t), b.in(t)
		cookie := a.browser().post("/api/join", `{"pin":"`+s.Pin+`"}`).is(200).cookie(personCookie)
		a.host(s).do(session.OpenActivity{Activity: write})
		hello := wire.Hello{Role: session.Participant, Client: "tab-of-anna"}
		here := a.enter(s.ID, hello, holding(cookie.Value))
		here.do(session.AddCard{ID: "k1", Text: "Moed"})
		here.leave()
		there := b.enter(s.ID, hello, holding(cookie.Value))
		if got := there.own().Cards; !there.welcome.Known || there.welcome.LastN != 1 || len(got) != 1 || got[0].ID != "k1" {
			t.Errorf("welcomed with %+v, has %+v", there.welcome, got)
		}
		there.do(session.AddCard{ID: "k2", Text: "Rust"})
	})
	t.Run("who comes from one with its mark and revision is sent the difference by the other", func(t *testing.T) {
		a, b := a.in(t), b.in(t)
		for _, role := range []session.Role{session.Host, session.Screen, session.Participant} {
			hello := wire.Hello{Role: role, Client: "tab-12345", Key: map[session.Role]string{session.Host: keyOf(s.Host), session.Screen: keyOf(s.Screen)}[role]}
			here := a.enter(s.ID, hello, holding(token("berta")))
			host := a.host(s)
			host.await("the timer", func() bool { return host.items["timer"] != nil })
			before := string(host.items["timer"])
			host.do(session.ExtendTimer{Seconds: 60})
			here.await("the longer time", func() bool { return here.items["timer"] != nil && string(here.items["timer"]) != before })
			here.leave()
			hello.Mark, hello.Rev = here.mark, here.rev
			there := b.enter(s.ID, hello, holding(token("berta")))
			b.host(s).do(session.ExtendTimer{Seconds: 60})
			there.await("a frame", func() bool { return there.items["timer"] != nil })
			for _, f := range there.frames {
				if f.Since == 0 || f.Set["session"] != nil {
					t.Errorf("the %s was sent from %d on: %+v", role, f.Since, f)
				}
			}
		}
	})
	t.Run("the report of one is the report of the other", func(t *testing.T) {
		a, b := a.in(t), b.in(t)
		a.host(s).do(session.EndSession{})
		var results [2][]byte
		for i, h := range []*house{a, b} {
			ended := h.host(s)
			ended.await("the end", func() bool { return strings.Contains(string(ended.items["session"]), `"ended"`) })
			results[i] = h.browser().get("/api/sessions/" + s.ID + "/results.json").is(200).body
			if pdf := h.browser().get("/api/sessions/" + s.ID + "/report.pdf").is(200).body; !bytes.HasPrefix(pdf, []byte("%PDF-")) {
				t.Errorf("no report: %.20s", pdf)
			}
		}
		if !bytes.Equal(results[0], results[1]) {
			t.Errorf("%s\nand\n%s", results[0], results[1])
		}
	})
}

func TestPollsThatGoToTwoServersInTurn(t *testing.T) {
	a, b := two(t)
	s := a.start()
	host := a.host(s)
	b.host(s) // a room tells differences from where it was opened
	phone := polling(t, s, wire.Poll{Role: session.Participant, Client: "poll-of-anna"}, token("anna"), a, b)
	screen := polling(t, s, wire.Poll{Role: session.Screen, Key: keyOf(s.Screen), Client: "poll-of-screen"}, "", a, b)
	phone.poll()
	screen.poll()
	host.do(session.OpenActivity{Activity: write})
	phone.until("writing is open", func() bool { return phone.items["now"] != nil })
	for i, text := range []string{"Moed", "Rust", "Lef", "Trots"} {
		phone.does(session.AddCard{ID: "k" + text, Text: text})
		if got := phone.own().Cards; len(got) != i+1 {
			t.Errorf("has %+v after card %d", got, i+1)
		}
		host.do(session.ExtendTimer{Seconds: 60})
	}
	screen.until("four cards are counted", func() bool { return strings.Contains(string(screen.items["progress"]), `"cards":4`) })
	phone.until("four cards are counted", func() bool { return strings.Contains(string(phone.items["progress"]), `"cards":4`) })

	for name, p := range map[string]*poller{"phone": phone, "screen": screen} {
		if len(p.frames) < 3 || p.frames[0].Since != 0 {
			t.Errorf("the %s was sent %d frames, the first from %d on", name, len(p.frames), p.frames[0].Since)
		}
		for _, f := range p.frames[1:] {
			if f.Since == 0 {
				t.Errorf("the %s was sent everything again at %d", name, f.Rev)
			}
		}
		g := a.screen(s)
		if name == "phone" {
			g = a.phone(s, "anna")
		}
		p.until("it has what a socket has", func() bool {
			g.lives()
			for key, item := range g.items {
				if string(p.items[key]) != string(item) {
					return false
				}
			}
			return len(p.items) == len(g.items)
		})
	}
	screen.until("one participant is there, though on both servers", func() bool { return screen.presence != nil && screen.presence.Connected == 1 })
}

// Whoever leads may do so from two laptops, and on two servers: commands are decided in one order, and both see the same.
func TestTwoHostsAtOnce(t *testing.T) {
	a, b := two(t)
	s := a.start()
	one := a.host(s)
	other := b.enter(s.ID, wire.Hello{Role: session.Host, Client: "tab-of-colleague", Key: keyOf(s.Host)}, nil)
	one.do(session.OpenActivity{Activity: write})
	one.await("the timer", func() bool { return one.items["timer"] != nil })
	var before session.TimerItem
	one.read(one.items["timer"], &before)
	const each = 20
	for i := range each { // without waiting for each other, or for answers
		for _, g := range []*guest{one, other} {
			g.n++
			g.repeat(g.n, "extend_timer", session.ExtendTimer{Seconds: 1 + i})
		}
	}
	want := before.Total
	for i := range each {
		want += 2 * int64(1+i) * 1000
	}
	for _, g := range []*guest{one, other} {
		g.await("all answers", func() bool { return len(g.answers[g.n]) > 0 })
		for n := g.n - each + 1; n <= g.n; n++ {
			if len(g.answers[n]) != 1 || g.answers[n][0] != nil {
				t.Errorf("command %d was answered with %v", n, g.answers[n])
			}
		}
		g.await("the time of both together", func() bool {
			var timer session.TimerItem
			if g.items["timer"] != nil {
				g.read(g.items["timer"], &timer)
			}
			return timer.Total == want
		})
	}
	if string(one.items["timer"]) != string(other.items["timer"]) || one.rev != other.rev || one.mark != other.mark {
		t.Errorf("one has %s at %d of %s, the other %s at %d of %s",
			one.items["timer"], one.rev, one.mark, other.items["timer"], other.rev, other.mark)
	}
}
