package history

import (
	"encoding/json"
	"testing"
	"time"

	"verbindend/session"
)

// said is something that a tab was sent.
func said(format string) func(*Tab) { return func(t *Tab) { t.Watch([]byte(format)) } }

func TestSights(t *testing.T) {
	t.Run("honest messages are found in order", func(t *testing.T) {
		nothing(t, rehearse(t).h.Sights(Rules{}))
	})
	t.Run("an own part may show what has been asked and not yet answered", func(t *testing.T) {
		h := New()
		phone := h.Tab(session.Participant, "phone", 1)
		call := phone.Invoke(session.AddCard{ID: "k1", Text: Text(1, 1)})
		phone.Watch([]byte(`{"t":"me","me":{"group":"","cards":[],"ballot":null}}`))
		phone.Watch([]byte(`{"t":"me","me":{"group":"","cards":[{"id":"k1","text":"` + Text(1, 1) + `"}],"ballot":null}}`))
		phone.Watch([]byte(`{"t":"ack","n":1}`))
		call.OK(time.Now())
		nothing(t, h.Sights(Rules{}))
	})
	frames := func(messages ...string) func(r *rehearsal) {
		return func(r *rehearsal) {
			for _, m := range messages {
				r.phones[0].Watch([]byte(m))
			}
		}
	}
	for _, c := range []struct {
		name  string
		class Class
		wrong func(r *rehearsal)
	}{
		{"a frame that leaves a gap is found", Lost, frames(`{"t":"frame","rev":99,"since":98}`)},
		{"a frame that goes back is found", WentBack, frames(`{"t":"frame","rev":90,"since":0}`, `{"t":"frame","rev":80,"since":70}`)},
		{"fewer people than before are found", WentBack, frames(`{"t":"frame","rev":90,"since":0,"set":{"people":{"joined":2}}}`)},
		{"a session that is in the lobby again is found", WentBack, frames(`{"t":"frame","rev":90,"since":0,"set":{"session":{"status":"lobby"}}}`)},
		{"an own card that is gone again is found", WentBack, frames(`{"t":"me","me":{"group":"","cards":[],"ballot":null}}`)},
		{"own words of before an edit are found", WentBack, func(r *rehearsal) {
			me := r.s.Me(session.PersonID(r.phones[0].Client))
			me.Cards[0].Text = Text(1, 0)
			encoded, _ := json.Marshal(me)
			frames(`{"t":"me","me":` + string(encoded) + `}`)(r)
		}},
		{"the words of somebody else as one's own are found", Disclosed, frames(`{"t":"me","me":{"cards":[{"id":"k1","text":"` + Text(2, 0) + `"}]}}`)},
		{"the words of another session are found", Disclosed, frames(`{"t":"frame","rev":99,"since":1,"set":{"cluster/c1":{"name":"` + Text(77, 0) + `"}}}`)},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := rehearse(t)
			c.wrong(r)
			finds(t, r.h.Sights(Rules{}), c.class)
		})
	}
	t.Run("nobody may be forgotten before the end", func(t *testing.T) {
		h := New()
		said(`{"t":"me","me":null}`)(h.Tab(session.Participant, "phone", 1))
		finds(t, h.Sights(Rules{}), Lost)
	})
	t.Run("words on a screen while people write are found, and on the host's page they are not", func(t *testing.T) {
		h := New()
		h.Tab(session.Participant, "phone", 1)
		frame := said(`{"t":"frame","rev":1,"since":0,"set":{"card/k1":{"text":"` + Text(1, 1) + `"}}}`)
		frame(h.Tab(session.Host, "host", 0))
		nothing(t, h.Sights(Rules{}))
		frame(h.Tab(session.Screen, "screen", 0))
		finds(t, h.Sights(Rules{}), Disclosed)
	})
	t.Run("a result before its time is found, for the host and for everybody else at a time of its own", func(t *testing.T) {
		result := said(`{"t":"frame","rev":1,"since":0,"set":{"result":{}}}`)
		h := New()
		result(h.Tab(session.Host, "host", 0))
		finds(t, h.Sights(Rules{}), Disclosed)
		h = New()
		h.Tell(ResultToHost)
		result(h.Tab(session.Host, "host", 0))
		nothing(t, h.Sights(Rules{}))
		result(h.Tab(session.Screen, "screen", 0))
		finds(t, h.Sights(Rules{}), Disclosed)
	})
	t.Run("results that tell something early are found", func(t *testing.T) {
		h := New()
		h.Read(time.Now(), session.Summary{Clusters: []session.ClusterSummary{{}}})
		finds(t, h.Sights(Rules{}), Disclosed)
		h = New()
		h.Read(time.Now(), session.Summary{Ballots: [][]int{{1}}})
		finds(t, h.Sights(Rules{}), Disclosed)
	})
}
