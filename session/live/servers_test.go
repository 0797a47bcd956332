package live_test

import (
	"encoding/json"
	"testing"

	"verbindend/session"
	"verbindend/session/live"
)

func TestBehind(t *testing.T) {
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
