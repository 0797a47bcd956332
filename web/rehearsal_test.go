package web

import (
	"context"
	"net/http"
	"testing"

	"verbindend/session"
	"verbindend/session/live"
)

// cast notes how many players it was asked for, and begins the session without them.
type cast struct {
	rooms  *live.Rooms
	phones []int
}

func (c *cast) Rehearse(ctx context.Context, s session.StartSession, phones int) (live.Entry, error) {
	c.phones = append(c.phones, phones)
	return c.rooms.Start(ctx, s)
}

func TestRehearsal(t *testing.T) {
	players := &cast{}
	h := open(t, change{config: func(c *Config) { c.Rehearsals = players }, server: func(s *Server) { players.rooms = s.rooms }})
	b := h.facilitator()

	t.Run("is a session that says so, with as many players as were asked for", func(t *testing.T) {
		b.post("/api/sessions", `{"title":"Oefenen","phones":12}`).is(http.StatusCreated)
		e := h.rooms.Directory().List()[0]
		sum, err := h.rooms.Summary(t.Context(), e.ID)
		if err != nil || !e.Rehearsal || !sum.Rehearsal || !sum.Fictional || len(players.phones) != 1 || players.phones[0] != 12 {
			t.Errorf("%+v, %+v, %v, %v", e, sum, players.phones, err)
		}
	})
	t.Run("has a few players and not too many", func(t *testing.T) {
		for _, phones := range []string{"3", "41", "-1"} {
			b.post("/api/sessions", `{"title":"Oefenen","phones":`+phones+`}`).is(http.StatusBadRequest)
		}
	})
	t.Run("is only for facilitators", func(t *testing.T) {
		h.in(t).browser().post("/api/sessions", `{"title":"Oefenen","phones":12}`).is(http.StatusForbidden)
	})
	t.Run("is refused where nobody plays, and a session of people is not", func(t *testing.T) {
		other := open(t)
		b := other.facilitator()
		b.post("/api/sessions", `{"title":"Oefenen","phones":12}`).is(http.StatusConflict)
		b.post("/api/sessions", `{"title":"Echt"}`).is(http.StatusCreated)
	})
}
