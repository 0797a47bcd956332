package web

import (
	"fmt"
	"strings"
	"testing"

	"verbindend/session"
	"verbindend/web/wire"
)

func TestPreview(t *testing.T) {
	h := open(t)
	s := h.start()
	host, anna := h.host(s), h.phone(s, "anna")
	look := func(t *testing.T) *guest {
		t.Helper()
		return h.in(t).enter(s.ID, wire.Hello{Role: session.Preview, Client: "tab-looking", Key: keyOf(s.Host)}, nil)
	}
	joined := func(t *testing.T, want int) {
		t.Helper()
		host.t = t
		host.await("who has joined", func() bool { return string(host.items["people"]) == fmt.Sprintf(`{"joined":%d}`, want) })
	}

	t.Run("needs the host's key; neither the screen's nor a phone's cookie will do", func(t *testing.T) {
		for _, key := range []string{"", "wrong", keyOf(s.Screen)} {
			g := h.in(t).knock(s.ID, holding(token("anna")))
			g.say(wire.Hello{T: wire.THello, Role: session.Preview, Client: "tab-looking", Key: key})
			if code := g.closedWith(); code != wire.CloseDenied {
				t.Errorf("with %q closed with %d", key, code)
			}
		}
	})
	t.Run("sees item for item what phones see, as it happens, and has no own part", func(t *testing.T) {
		g := look(t)
		host.do(session.OpenActivity{Activity: write})
		anna.do(session.AddCard{ID: "k1", Text: "Moed"})
		host.do(session.CloseActivity{})
		for _, who := range []*guest{g, anna} {
			who.t = t
			who.await("the writing to be closed", func() bool {
				return strings.Contains(string(who.items["now"]), `"open":false`) && strings.Contains(string(who.items["progress"]), `"cards":1`)
			})
		}
		if len(g.items) == 0 || len(g.items) != len(anna.items) {
			t.Errorf("sees %d items, a phone %d", len(g.items), len(anna.items))
		}
		for key, item := range anna.items {
			if string(g.items[key]) != string(item) {
				t.Errorf("%s is %s, on a phone %s", key, g.items[key], item)
			}
		}
		if g.me != nil || g.presence != nil {
			t.Errorf("was told %+v and %+v", g.me, g.presence)
		}
		if g.welcome.Links.Host != "" || g.welcome.Links.Screen != "" || g.welcome.Known {
			t.Errorf("was welcomed with %+v", g.welcome)
		}
	})
	t.Run("takes no part: it has not joined, is not connected, and nobody waits for it", func(t *testing.T) {
		look(t).lives()
		joined(t, 1)
		host.await("one phone", func() bool { return host.presence != nil && host.presence.Connected == 1 })
	})
	t.Run("whatever it sends is denied", func(t *testing.T) {
		g := look(t)
		for name, c := range session.CommandTypes() {
			if p := g.ask(name, c); p == nil || *p != *denied {
				t.Errorf("%s is answered with %v", name, p)
			}
		}
		g.lives()
	})
	t.Run("works without a socket, too", func(t *testing.T) {
		g := polling(t, s, wire.Poll{Role: session.Preview, Key: keyOf(s.Host), Client: "tab-looking"}, "", h)
		g.poll()
		if len(g.items) != len(anna.items) || g.me != nil {
			t.Errorf("sees %d items and %+v", len(g.items), g.me)
		}
		joined(t, 1)
	})
}
