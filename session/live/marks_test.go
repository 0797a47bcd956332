package live_test

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
)

// goes brings somebody with what they have to another server.
func (h *house) goes(v *visitor, to *live.Rooms) {
	h.t.Helper()
	v.member.Leave()
	m, err := to.Join(h.t.Context(), h.id, v.member.Viewer, v.member.Client, live.Seen{Mark: v.mark, Rev: v.rev})
	if err != nil {
		h.t.Fatal(err)
	}
	v.member = m
	h.t.Cleanup(m.Leave)
}

func TestMarks(t *testing.T) {
	t.Run("what somebody got of one server is good on another: nothing when they have everything, or the difference", func(t *testing.T) {
		inHouse(t, func(h *house) {
			other := h.server()
			host, anna := h.host(), h.phone("anna")
			h.enter(other, session.Screen, "") // its room is open
			host.done(session.OpenActivity{Activity: "a2"})
			anna.settle()
			host.settle()
			h.goes(host, other)
			if f := host.member.Take(host.mark, host.rev).Frame; f != nil {
				t.Errorf("who has everything is sent %+v", f)
			}
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			before := host.rev
			f := host.member.Take(host.mark, host.rev).Frame
			if f == nil || f.Since != before || f.Set["session"] != nil || f.Set["card/k1"] == nil {
				t.Errorf("who misses one card is sent %+v", f)
			}
		})
	})

	t.Run("servers that change at every step are followed without ever getting everything again", func(t *testing.T) {
		inHouse(t, func(h *house) {
			servers := []*live.Rooms{h.rooms, h.server(), h.server()}
			for _, s := range servers {
				h.enter(s, session.Screen, "")
			}
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.settle()
			host.settle()
			for i := range 12 {
				h.goes(host, servers[i%3])
				text := fmt.Sprintf("Vertrouwen %d", i)
				if i == 0 {
					anna.done(session.AddCard{ID: "k1", Text: text})
				} else {
					anna.done(session.EditCard{ID: "k1", Text: text})
				}
				f := host.member.Take(host.mark, host.rev).Frame
				if f == nil || f.Since == 0 {
					t.Fatalf("step %d: %+v", i, f)
				}
				host.mark, host.rev = f.Mark, f.Rev
			}
		})
	})

	t.Run("a server that had published less than somebody has seen does not send them back", func(t *testing.T) {
		inHouse(t, func(h *house) {
			other := h.serverOver(deaf{Memory: h.log})
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			h.enter(other, session.Screen, "")
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			host.settle()
			have := host.rev
			h.goes(host, other)
			for range 30 {
				if f := host.member.Take(host.mark, host.rev).Frame; f != nil {
					t.Fatalf("who has revision %d is sent %+v", have, f)
				}
				time.Sleep(50 * time.Millisecond)
				synctest.Wait()
			}
			bram := h.enter(other, session.Participant, "bram")
			bram.done(session.AddCard{ID: "k2", Text: "Lef"})
			if f := host.member.Take(host.mark, host.rev).Frame; f == nil || f.Since != have || f.Set["card/k2"] == nil || f.Set["card/k1"] != nil {
				t.Errorf("of what came after, they are sent %+v", f)
			}
		})
	})

	t.Run("after a restart who had everything is sent nothing, and who missed something everything", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			early := live.Seen{Mark: host.mark, Rev: host.rev}
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			host.settle()
			if err := h.rooms.Close(context.Background()); err != nil {
				t.Fatal(err)
			}
			after := h.server()
			h.goes(host, after)
			if f := host.member.Take(host.mark, host.rev).Frame; f != nil {
				t.Errorf("who has everything is sent %+v", f)
			}
			if f := host.member.Take(early.Mark, early.Rev).Frame; f == nil || f.Since != 0 || f.Set["session"] == nil {
				t.Errorf("who missed a card is sent %+v", f)
			}
		})
	})

	t.Run("a revision of a history that is no more is sent everything, though the number is the same", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, _ := h.played(9)
			host.done(session.CloseActivity{})
			host.settle()
			host.done(session.EndSession{}) // which seals it
			host.settle()
			sealed := live.Seen{Mark: host.mark, Rev: host.rev}
			if f := host.member.Take("another", sealed.Rev).Frame; f == nil || f.Since != 0 {
				t.Errorf("who has another history of the same length is sent %+v", f)
			}
			if f := host.member.Take(sealed.Mark, sealed.Rev).Frame; f != nil {
				t.Errorf("who has it is sent %+v", f)
			}
		})
	})

	t.Run("when phones get a frame, their counts go along: the view is the one of that record, not of several", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.settle()
			anna.send(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			host.send(session.ExtendTimer{Seconds: 60})
			time.Sleep(150 * time.Millisecond)
			synctest.Wait()
			anna.take()
			anna.sees("progress", `{"done":1,"of":1,"cards":1}`)
		})
	})
}
