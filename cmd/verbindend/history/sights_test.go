package history

import (
	"encoding/json"
	"testing"
	"time"

	"verbindend/session"
)

// shown sends a phone an own part.
func (r *rehearsal) shown(phone int, me *session.Me) {
	encoded, _ := json.Marshal(me)
	r.phones[phone].Watch([]byte(`{"t":"me","me":` + string(encoded) + `}`))
}

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
		{"a frame that leaves a gap is found", Lost, frames(`{"t":"frame","rev":999,"since":998}`)},
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
		{"a ballot of before the last round that a phone still shows as its own is found", WentBack, func(r *rehearsal) {
			me := r.s.Me(session.PersonID(r.phones[0].Client))
			me.Ballot.Dots = map[string]int{"c1": 1}
			r.shown(0, me)
		}},
		{"a table's ballots that are shown apart when they are counted are found", WentBack, func(r *rehearsal) {
			me := r.s.Me(session.PersonID(r.phones[2].Client))
			me.Ballot.People--
			r.shown(2, me)
		}},
		{"own answers that are gone again are found", WentBack, func(r *rehearsal) {
			me := r.s.Me(session.PersonID(r.phones[1].Client))
			me.Sheets = nil
			r.shown(1, me)
		}},
		{"an own step that is gone again is found", WentBack, func(r *rehearsal) {
			me := r.s.Me(session.PersonID(r.phones[1].Client))
			me.Steps = nil
			r.shown(1, me)
		}},
		{"a personal step that was taken back and is there again is found", WentBack, func(r *rehearsal) {
			me := r.s.Me(session.PersonID(r.phones[1].Client))
			me.Shared = &session.Intention{Then: Words(OnIntention, 2, 0)}
			r.shown(1, me)
		}},
		{"a choice of before the last one is found", WentBack, func(r *rehearsal) {
			me := r.s.Me(session.PersonID(r.phones[0].Client))
			me.Choice = &session.OwnChoice{Round: 1, Table: 1}
			r.shown(0, me)
		}},
		{"a table that is one person again is found", WentBack, func(r *rehearsal) {
			me := r.s.Me(session.PersonID(r.phones[2].Client))
			me.People = 0
			r.shown(2, me)
		}},
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
	t.Run("words are found where they come too early, each sort at a time of its own", func(t *testing.T) {
		for _, c := range []struct {
			on         Sort
			host, room Secret
		}{{OnSheet, Answers, AnswersToAll}, {OnStep, "", Steps}, {OnIntention, Shared, SharedToAll}} {
			frame := said(`{"t":"frame","rev":1,"since":0,"set":{"x":{"text":"` + Words(c.on, 1, 1) + `"}}}`)
			h := New()
			h.Tab(session.Participant, "phone", 1)
			if c.host != "" {
				frame(h.Tab(session.Host, "host", 0))
				finds(t, h.Sights(Rules{}), Disclosed)
				h = New()
				h.Tab(session.Participant, "phone", 1)
				h.Tell(c.host)
			}
			frame(h.Tab(session.Host, "host", 0))
			nothing(t, h.Sights(Rules{}))
			frame(h.Tab(session.Screen, "screen", 0))
			finds(t, h.Sights(Rules{}), Disclosed)
			h = New()
			h.Tab(session.Participant, "phone", 1)
			h.Tell(c.room)
			frame(h.Tab(session.Screen, "screen", 0))
			nothing(t, h.Sights(Rules{}))
			h = New()
			h.Tab(session.Participant, "phone", 1)
			h.Read(time.Now(), session.Summary{Title: Words(c.on, 1, 1)})
			finds(t, h.Sights(Rules{}), Disclosed)
		}
	})
	t.Run("words on a card in the open are no secret when their writer has said so, and only those", func(t *testing.T) {
		for _, sight := range []session.Sight{session.Seen, session.Unseen} {
			h := New()
			phone := h.Tab(session.Participant, "phone", 1)
			phone.Invoke(session.AddCard{ID: "k", Text: Text(1, 1), Sight: sight})
			said(`{"t":"frame","rev":1,"since":0,"set":{"glimpse/3":{"words":["` + Text(1, 1) + `"]}}}`)(h.Tab(session.Screen, "screen", 0))
			if sight == session.Seen {
				nothing(t, h.Sights(Rules{}))
			} else {
				finds(t, h.Sights(Rules{}), Disclosed)
			}
		}
	})
	t.Run("the result of a later round has a time of its own, and so has what the room chooses between drafts", func(t *testing.T) {
		h := New()
		h.Tell(ResultToAll)
		said(`{"t":"frame","rev":1,"since":0,"set":{"result":{"round":1}}}`)(h.Tab(session.Screen, "screen", 0))
		nothing(t, h.Sights(Rules{}))
		later := said(`{"t":"frame","rev":2,"since":0,"set":{"result":{"round":2}}}`)
		later(h.Tab(session.Screen, "screen2", 0))
		finds(t, h.Sights(Rules{}), Disclosed)
		h = New()
		room := said(`{"t":"frame","rev":1,"since":0,"set":{"choice":{"room":{"best":[1]}}}}`)
		room(h.Tab(session.Host, "host", 0))
		finds(t, h.Sights(Rules{}), Disclosed)
		h = New()
		h.Tell(RoomsChoice)
		room(h.Tab(session.Host, "host", 0))
		nothing(t, h.Sights(Rules{}))
	})
}
