package live_test

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/session/logtest"
)

// street runs a test with two servers that hear of each other's people.
func street(t *testing.T, test func(h *house, other *live.Rooms)) {
	t.Helper()
	inHouse(t, func(h *house) {
		h.bus = logtest.NewNeighbours()
		one, other := h.server(), h.server()
		h.rooms = one
		test(h, other)
	})
}

func (h *house) crowd(rooms *live.Rooms, from, to int) []*visitor {
	h.t.Helper()
	var list []*visitor
	for i := from; i < to; i++ {
		list = append(list, h.enter(rooms, session.Participant, fmt.Sprintf("person%d", i)))
	}
	return list
}

func pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func TestPresence(t *testing.T) {
	t.Run("people on all servers are counted on each, within a second and a half", func(t *testing.T) {
		street(t, func(h *house, other *live.Rooms) {
			host, screen := h.host(), h.enter(other, session.Screen, "")
			h.crowd(h.rooms, 0, 5)
			h.crowd(other, 5, 8)
			pass(1500 * time.Millisecond)
			host.counts(8)
			screen.counts(8)
		})
	})
	t.Run("somebody with tabs on two servers counts once, until the last is closed", func(t *testing.T) {
		street(t, func(h *house, other *live.Rooms) {
			host := h.host()
			here, there := h.phone("anna"), h.enter(other, session.Participant, "anna")
			pass(2 * time.Second)
			host.counts(1)
			here.member.Leave()
			pass(2 * time.Second)
			host.counts(1)
			there.member.Leave()
			pass(2 * time.Second)
			host.counts(0)
		})
	})
	t.Run("hosts are told from how many pages on all servers the session is led, and nobody else is", func(t *testing.T) {
		street(t, func(h *house, other *live.Rooms) {
			leads := func(rooms *live.Rooms, tab string) *live.Member {
				m, err := rooms.Join(h.t.Context(), h.id, session.Viewer{Role: session.Host, Person: session.HostID}, tab, live.Seen{})
				if err != nil {
					t.Fatal(err)
				}
				h.t.Cleanup(m.Leave)
				return m
			}
			told := func(m *live.Member, want live.Presence) {
				t.Helper()
				if news := m.Take("", 0); news.Presence == nil || *news.Presence != want {
					t.Errorf("is told %+v, want %+v", news.Presence, want)
				}
			}
			screen, preview := h.screen(), h.enter(h.rooms, session.Preview, "")
			one, there := leads(h.rooms, "laptop-1"), leads(other, "laptop-2")
			twice := leads(h.rooms, "laptop-1") // its line was lost, and the server has not noticed
			h.phone("anna")
			pass(2 * time.Second)
			told(one, live.Presence{Connected: 1, Hosts: 2})
			told(there, live.Presence{Connected: 1, Hosts: 2})
			told(screen.member, live.Presence{Connected: 1})
			if news := preview.member.Take("", 0); news.Presence != nil {
				t.Errorf("a preview is told %+v", news.Presence)
			}
			one.Leave()
			pass(2 * time.Second)
			if news := there.Take("", 0); news.Presence != nil {
				t.Errorf("%+v although that page has come back", news.Presence)
			}
			twice.Leave()
			pass(2 * time.Second)
			told(there, live.Presence{Connected: 1, Hosts: 1})
		})
	})
	t.Run("somebody who moves to another server is never counted twice, and missed no longer than a second and a half", func(t *testing.T) {
		street(t, func(h *house, other *live.Rooms) {
			host, screen := h.host(), h.enter(other, session.Screen, "")
			phone := h.phone("anna")
			pass(2 * time.Second)
			phone.member.Leave()
			h.enter(other, session.Participant, "anna")
			for range 30 {
				pass(100 * time.Millisecond)
				host.take()
				screen.take()
				if host.there > 1 || screen.there > 1 {
					t.Fatalf("the host is told %d, the screen %d", host.there, screen.there)
				}
			}
			host.counts(1)
			screen.counts(1)
		})
	})
	t.Run("who comes to a server that has just opened the session is told of everybody", func(t *testing.T) {
		street(t, func(h *house, other *live.Rooms) {
			h.crowd(h.rooms, 0, 5)
			pass(4 * time.Second)
			screen := h.enter(other, session.Screen, "")
			pass(1200 * time.Millisecond)
			screen.counts(5)
		})
	})
	t.Run("messages that are lost are made good within five seconds and a bit", func(t *testing.T) {
		street(t, func(h *house, other *live.Rooms) {
			host := h.host()
			h.enter(other, session.Screen, "")
			pass(3 * time.Second)
			h.bus.Lose(true)
			people := h.crowd(other, 0, 5)
			pass(7 * time.Second)
			people[0].member.Leave()
			pass(time.Second)
			host.counts(0)
			h.bus.Lose(false)
			pass(6 * time.Second)
			host.counts(4)
		})
	})
	t.Run("messages that come late or twice do no harm", func(t *testing.T) {
		street(t, func(h *house, other *live.Rooms) {
			host := h.host()
			h.bus.Repeat(true)
			release := h.bus.Hold()
			people := h.crowd(other, 0, 5)
			pass(1500 * time.Millisecond)
			for _, p := range people[:2] {
				p.member.Leave()
			}
			pass(6 * time.Second)
			release()
			pass(200 * time.Millisecond)
			host.counts(3)
		})
	})
	t.Run("a server that stops takes its people along at once", func(t *testing.T) {
		street(t, func(h *house, other *live.Rooms) {
			host := h.host()
			h.crowd(other, 0, 5)
			pass(2 * time.Second)
			host.counts(5)
			if err := other.Close(context.Background()); err != nil {
				t.Fatal(err)
			}
			pass(200 * time.Millisecond)
			host.counts(0)
		})
	})
	t.Run("a server that died is forgotten within twelve seconds and a bit, and not before", func(t *testing.T) {
		street(t, func(h *house, other *live.Rooms) {
			host := h.host()
			h.crowd(other, 0, 5)
			h.crowd(h.rooms, 5, 6)
			pass(2 * time.Second)
			host.counts(6)
			h.bus.Lose(true) // nothing is heard of it any more
			pass(6 * time.Second)
			host.counts(6)
			pass(8 * time.Second)
			host.counts(1)
		})
	})
	t.Run("nobody can tell from a message who it is, nor whether they are in another session", func(t *testing.T) {
		street(t, func(h *house, _ *live.Rooms) {
			heard, err := h.bus.Hear(h.t.Context())
			if err != nil {
				t.Fatal(err)
			}
			h.phone("anna")
			second, err := h.rooms.Start(h.t.Context(), session.StartSession{Title: "Tweede", Lang: session.Dutch})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := h.rooms.Join(h.t.Context(), second.ID, session.Viewer{Role: session.Participant, Person: "anna"}, "tab-of-anna", live.Seen{}); err != nil {
				t.Fatal(err)
			}
			pass(7 * time.Second)
			tickets := map[string]string{}
			for len(heard) > 0 {
				s := sightingIn(t, <-heard)
				if len(s.In) == 0 {
					continue
				}
				if string(s.In) == "anna" || len(s.In) != 8 {
					t.Fatalf("the message says %q", s.In)
				}
				if before := tickets[s.Session]; before != "" && before != string(s.In) {
					t.Error("somebody is somebody else in the next message: they would be counted twice")
				}
				tickets[s.Session] = string(s.In)
			}
			if len(tickets) != 2 || tickets[h.id] == tickets[second.ID] {
				t.Errorf("the tickets are %q", tickets)
			}
		})
	})
	t.Run("who said that they would come back counts for a while", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, phone := h.host(), h.phone("anna")
			phone.member.LeaveLater(5 * time.Second)
			pass(4900 * time.Millisecond)
			host.counts(1)
			again := h.phone("anna")
			pass(time.Second)
			host.counts(1)
			again.member.LeaveLater(5 * time.Second)
			pass(5200 * time.Millisecond)
			host.counts(0)
		})
	})
}

// told is a message between servers, as it travels.
type told struct {
	Session string `json:"session"`
	In      []byte `json:"in"`
}

func sightingIn(t *testing.T, message []byte) told {
	t.Helper()
	var s told
	if err := json.Unmarshal(message, &s); err != nil {
		t.Fatal(err)
	}
	return s
}
