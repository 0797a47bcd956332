package web

import (
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/web/wire"
)

func TestHowFullTheServerIs(t *testing.T) {
	h := open(t, change{config: func(c *Config) { c.Capacity = 40 }, server: func(s *Server) { s.waits.ping = sweeps * 10 * time.Millisecond }})
	s := h.start()
	host, screen, other := h.host(s), h.screen(s), h.host(h.start())

	t.Run("is told to hosts, of all sessions together and however people are connected", func(t *testing.T) {
		host.t, other.t = t, t
		h.in(t).pollingPhone(s, "anna").poll()
		for _, g := range []*guest{host, other} {
			g.await("four connections", func() bool { return g.presence != nil && g.presence.Server == 4 && g.presence.Capacity == 40 })
		}
		host.await("one participant", func() bool { return host.presence.Connected == 1 })
		h.in(t).phone(s, "berta").leave()
		host.await("four again", func() bool { return host.presence.Server == 4 })
	})
	t.Run("is no business of the screen", func(t *testing.T) {
		screen.t = t
		screen.await("somebody", func() bool { return screen.presence != nil && screen.presence.Connected == 1 })
		if screen.presence.Server != 0 || screen.presence.Capacity != 0 {
			t.Errorf("was told %+v", screen.presence)
		}
	})
	t.Run("is told to a host who polls in steps of a twentieth", func(t *testing.T) {
		tag := func(connected, server int) string {
			return h.server.presenceTag(wire.PresenceMessage{Connected: connected, Server: server, Capacity: 40})
		}
		if tag(3, 4) != tag(3, 5) || tag(3, 5) == tag(3, 6) || tag(3, 4) == tag(4, 4) {
			t.Error("another presence has the same name, or the same another")
		}
	})
	t.Run("is not told when nobody has measured it", func(t *testing.T) {
		plain := open(t)
		g := plain.host(plain.start())
		g.await("who is there", func() bool { return g.presence != nil })
		if *g.presence != (wire.PresenceMessage{T: wire.TPresence, Hosts: 1}) || plain.server.presence(session.Host, live.Presence{}).Capacity != 0 {
			t.Errorf("was told %+v", g.presence)
		}
	})
}
