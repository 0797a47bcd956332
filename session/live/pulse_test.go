package live_test

import (
	"bytes"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
)

// past is a session that has ended with a value in the top.
func (h *house) past() {
	h.t.Helper()
	host, phones := h.played(9)
	host.done(session.EndSession{})
	host.settle()
	for _, v := range append(phones, host) {
		v.member.Leave()
	}
}

func (h *house) pulse(rooms *live.Rooms, day int) live.Entry {
	h.t.Helper()
	e, err := rooms.OpenPulse(h.t.Context(), h.id, day)
	if err != nil {
		h.t.Fatal(err)
	}
	return e
}

// answers lets so many people answer a pulse with a number for its first value.
func answers(t *testing.T, rooms *live.Rooms, e live.Entry, people, n int) {
	t.Helper()
	sum, err := rooms.Summary(t.Context(), e.Pulse.Of)
	if err != nil {
		t.Fatal(err)
	}
	key := sum.PulseValues()[0].ID + "/presence"
	for i := range people {
		who := session.PersonID(fmt.Sprint("someone", i))
		if err := rooms.AnswerPulse(t.Context(), e.ID, who, session.Sheet{Numbers: map[string]int{key: n, "step": 1 + i%3}}); err != nil {
			t.Fatal(err)
		}
	}
}

func lookbacks(t *testing.T, rooms *live.Rooms, of string) []session.Lookback {
	t.Helper()
	pulses, err := rooms.Pulses(t.Context(), of)
	if err != nil {
		t.Fatal(err)
	}
	var sums []session.Summary
	for _, p := range pulses {
		sums = append(sums, p.Summary)
	}
	return session.Lookbacks(sums)
}

func TestPulse(t *testing.T) {
	t.Run("looks back on a session that stays sealed, byte for byte", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.past()
			before := h.log.Batches(h.id)
			e := h.pulse(h.rooms, 30)
			answers(h.t, h.rooms, e, 6, 7)
			answers(h.t, h.rooms, e, 1, 1) // one of them thinks again
			if got := lookbacks(h.t, h.rooms, h.id); len(got) != 0 {
				h.t.Errorf("it tells %+v while it is open", got)
			}
			if err := h.rooms.ClosePulse(h.t.Context(), h.id); err != nil {
				h.t.Fatal(err)
			}
			synctest.Wait()
			got := lookbacks(h.t, h.rooms, h.id)
			if len(got) != 1 || got[0].Answered != 6 || got[0].Day != 30 {
				h.t.Fatalf("%+v", got)
			}
			for _, p := range got[0].Presence {
				if p.N == 6 && p.Mean != 6 {
					h.t.Errorf("%+v", p)
				}
			}
			if after := h.log.Batches(h.id); len(after) != 1 || !bytes.Equal(after[0].Bytes, before[0].Bytes) {
				h.t.Error("the session has changed")
			}
			if h.remains(e.ID, "someone") {
				h.t.Error("the pulse still knows who answered")
			}
		})
	})
	t.Run("is no session: it is in no list, has no pin and is found by nobody", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.past()
			e := h.pulse(h.rooms, 30)
			if list := h.rooms.Directory().List(); len(list) != 1 || list[0].ID != h.id {
				h.t.Errorf("%+v", list)
			}
			if _, found := h.rooms.Directory().Find(e.Pin); found || e.Pin != "" {
				h.t.Error("it has a pin")
			}
			if got := finds(h.t, h.rooms, "proef"); got != "Proef" {
				h.t.Errorf("found: %s", got)
			}
		})
	})
	t.Run("is refused while another is open, at any server, and for a session that still runs or is gone", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.serverOver(deaf{Memory: h.log})
			refused := func(rooms *live.Rooms, id string, code session.Code, field string, reason session.Reason) {
				h.t.Helper()
				_, err := rooms.OpenPulse(h.t.Context(), id, 30)
				if p, want := session.AsProblem(err), (session.Problem{Code: code, Field: field, Reason: reason}); p == nil || *p != want {
					h.t.Errorf("%v, want %v", err, &want)
				}
			}
			refused(h.rooms, h.id, session.Closed, "session", "")
			h.past()
			e := h.pulse(h.rooms, 30)
			refused(elsewhere, h.id, session.Taken, "pulse", "")
			refused(h.rooms, e.ID, session.Closed, "session", "")
			refused(h.rooms, "nowhere", session.NotFound, "session", session.Unknown)
			if err := elsewhere.ClosePulse(h.t.Context(), h.id); err != nil {
				h.t.Fatal(err)
			}
			synctest.Wait()
			refused(h.rooms, e.ID, session.Closed, "session", session.NothingToRate) // nobody looks back on a look back
			h.pulse(elsewhere, 90)
		})
	})
	t.Run("closes by itself after two weeks, and refuses answers from that moment on", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.past()
			e := h.pulse(h.rooms, 30)
			answers(h.t, h.rooms, e, 5, 4)
			time.Sleep(live.PulseFor - time.Minute)
			if _, open, err := h.rooms.OpenPulseOf(h.t.Context(), h.id); !open || err != nil {
				h.t.Error("closed early", err)
			}
			time.Sleep(2 * time.Minute)
			if _, open, _ := h.rooms.OpenPulseOf(h.t.Context(), h.id); open {
				h.t.Error("still open")
			}
			time.Sleep(2 * time.Hour)
			synctest.Wait()
			if got := lookbacks(h.t, h.rooms, h.id); len(got) != 1 || got[0].Answered != 5 {
				h.t.Errorf("%+v", got)
			}
			if p := session.AsProblem(h.rooms.AnswerPulse(h.t.Context(), e.ID, "late", session.Sheet{})); p == nil || p.Reason != session.Ended {
				h.t.Error(p)
			}
		})
	})
	t.Run("goes with the session it looks back on, also when that was cut off half way", func(t *testing.T) {
		inHouse(t, func(h *house) {
			log := &halfway{Memory: h.log}
			h.rooms = h.serverOver(log)
			h.past()
			e := h.pulse(h.rooms, 30)
			answers(h.t, h.rooms, e, 6, 4)
			log.remove.Store(true)
			if err := h.rooms.Erase(h.t.Context(), h.id); err == nil {
				h.t.Fatal("an erasure that failed says that it did not")
			}
			if _, open, _ := h.rooms.OpenPulseOf(h.t.Context(), h.id); open {
				h.t.Error("still open")
			}
			log.remove.Store(false)
			time.Sleep(2 * time.Hour)
			synctest.Wait()
			for _, id := range []string{h.id, e.ID} {
				if len(h.log.Batches(id)) != 0 || h.remains("directory", id) {
					h.t.Error("something is left of", id)
				}
			}
		})
	})
	t.Run("is kept as long as the session it looks back on, which is a year", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.past()
			h.pulse(h.rooms, 1)
			time.Sleep(live.EraseAfter - 48*time.Hour)
			synctest.Wait()
			if got := lookbacks(h.t, h.rooms, h.id); len(got) != 1 {
				h.t.Errorf("%+v", got)
			}
			time.Sleep(72 * time.Hour)
			synctest.Wait()
			if left, err := h.rooms.Directory().Pulses(h.t.Context(), h.id); len(left) != 0 || err != nil {
				h.t.Errorf("%+v, %v", left, err)
			}
		})
	})
	t.Run("whose start got no further than the list can be closed, and another one opened", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.past()
			h.log.FailAfterAppend(errHalfway)
			if _, err := h.rooms.OpenPulse(h.t.Context(), h.id, 30); err == nil {
				h.t.Fatal("a start that failed says that it did not")
			}
			if list, err := h.rooms.Pulses(h.t.Context(), h.id); len(list) != 0 || err != nil {
				h.t.Errorf("%+v, %v", list, err)
			}
			if err := h.rooms.ClosePulse(h.t.Context(), h.id); err != nil {
				h.t.Fatal(err)
			}
			h.pulse(h.rooms, 30)
		})
	})
}

func TestPulseOnEveryStore(t *testing.T) {
	onEveryStore(t, func(t *testing.T, a, b *live.Rooms) {
		e := ended(t, a, "Teamdag", "Moed", "Moed", "Moed")
		pulse, err := a.OpenPulse(t.Context(), e.ID, 30)
		if err != nil {
			t.Fatal(err)
		}
		there, open, err := b.OpenPulseOf(t.Context(), e.ID)
		if err != nil || !open || there.ID != pulse.ID {
			t.Fatalf("%+v, %v, %v", there, open, err)
		}
		answers(t, b, there, 6, 8)
		answers(t, a, pulse, 3, 2)
		if err := b.ClosePulse(t.Context(), e.ID); err != nil {
			t.Fatal(err)
		}
		for _, rooms := range []*live.Rooms{a, b} {
			if got := lookbacks(t, rooms, e.ID); len(got) != 1 || got[0].Answered != 6 || *got[0].Steps != (session.StepsTaken{Taken: 2, Partly: 2, NotYet: 2}) {
				t.Errorf("%+v", got)
			}
		}
		if err := a.Erase(t.Context(), e.ID); err != nil {
			t.Fatal(err)
		}
		if left, err := b.Directory().Pulses(t.Context(), e.ID); len(left) != 0 || err != nil {
			t.Errorf("%+v, %v", left, err)
		}
	})
}
