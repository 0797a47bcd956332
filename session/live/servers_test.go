package live_test

import (
	"encoding/json"
	"errors"
	"testing"

	"verbindend/session"
	"verbindend/session/live"
)

func TestBehind(t *testing.T) {
	t.Run("a link that was withdrawn elsewhere is closed to a server that has heard of nothing", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere, l := h.serverOver(deaf{Memory: h.log}), h.add(live.NewLink{})
			if got := h.stands(elsewhere, l.Token); got != live.LinkOpen {
				t.Errorf("before it is %s", got)
			}
			if err := h.rooms.RevokeLink(t.Context(), h.id, l.Token); err != nil {
				t.Fatal(err)
			}
			if got := h.stands(elsewhere, l.Token); got != live.LinkRevoked {
				t.Errorf("after it is %s", got)
			}
		})
	})
	t.Run("what looks done already to a server that is behind is decided on what is in the log", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, phones := h.played(1)
			var ballot session.BallotItem
			if err := json.Unmarshal(host.items["ballot"], &ballot); err != nil {
				t.Fatal(err)
			}
			vote := func(v *visitor, dots int) {
				v.done(session.CastBallot{Round: 1, Dots: map[string]int{ballot.Options[0].ID: dots}})
			}
			elsewhere := h.serverOver(deaf{Memory: h.log})
			other := h.enter(elsewhere, session.Participant, "person0")
			other.member.Client = "another-tab"
			vote(phones[0], 0) // taken back, which the other server does not hear
			vote(other, 1)     // and there it looks as if nothing had to be done
			s, err := live.Load(h.t.Context(), h.log, h.id)
			if err != nil {
				t.Fatal(err)
			}
			if me := s.Me("person0"); me.Ballot == nil {
				t.Error("the ballot that was acknowledged last does not count")
			}
		})
	})
}

func TestJustStarted(t *testing.T) {
	t.Run("a session that another server began a moment ago is found, by id and by pin", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.serverOver(deaf{Memory: h.log})
			entry, err := h.rooms.Start(h.t.Context(), session.StartSession{Title: "Net begonnen", Lang: session.Dutch})
			if err != nil {
				t.Fatal(err)
			}
			if _, heard := elsewhere.Directory().Find(entry.Pin); heard {
				t.Fatal("the other server has heard of it, so this proves nothing")
			}
			if found, ok, err := elsewhere.Directory().Seek(h.t.Context(), entry.Pin); err != nil || !ok || found.ID != entry.ID {
				t.Errorf("by pin: %+v, %v, %v", found, ok, err)
			}
			again, err := h.rooms.Start(h.t.Context(), session.StartSession{Title: "En nog een", Lang: session.Dutch})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := elsewhere.Summary(h.t.Context(), again.ID); err != nil {
				t.Errorf("by id: %v", err)
			}
		})
	})
	t.Run("a session that nobody began is not found, and a log that does not answer is no proof of that", func(t *testing.T) {
		inHouse(t, func(h *house) {
			_, ok, err := h.rooms.Directory().Seek(h.t.Context(), "000000")
			if ok || err != nil {
				t.Errorf("%v, %v", ok, err)
			}
			h.log.Fail(errors.New("no line"))
			if _, _, err := h.rooms.Directory().Seek(h.t.Context(), "000000"); err == nil {
				t.Error("answered without asking")
			}
			if _, err := h.rooms.Summary(h.t.Context(), "nobody-began-this-one"); session.AsProblem(err) != nil {
				t.Errorf("answered without asking: %v", err)
			}
		})
	})
}

func TestSummaryElsewhere(t *testing.T) {
	t.Run("what one server acknowledged is in the summary that another gives, though it has heard nothing", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, _ := h.played(1)
			elsewhere := h.serverOver(deaf{Memory: h.log})
			h.enter(elsewhere, session.Screen, "") // its room is open, and stands where the session stood
			host.done(session.EndSession{})
			sum, err := elsewhere.Summary(h.t.Context(), h.id)
			if err != nil || !sum.Final {
				t.Errorf("final: %v, %v", sum.Final, err)
			}
		})
	})
}
