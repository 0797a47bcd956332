package live_test

import (
	"context"
	"encoding/json"
	"maps"
	"reflect"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/session/logtest"
)

// picture is what host, screen and one phone see, and what a reader gets.
type picture struct {
	host, screen, phone map[string]string
	me                  string
	sum                 session.Summary
}

func (h *house) picture(rooms *live.Rooms) picture {
	h.t.Helper()
	look := func(role session.Role, name string) (map[string]string, string) {
		v := h.enter(rooms, role, name)
		v.settle()
		defer v.member.Leave()
		seen := map[string]string{}
		for key, item := range v.items {
			seen[key] = string(item)
		}
		return seen, v.me
	}
	var p picture
	p.host, _ = look(session.Host, string(session.HostID))
	p.screen, _ = look(session.Screen, "")
	p.phone, p.me = look(session.Participant, "person0")
	var err error
	if p.sum, err = rooms.Summary(h.t.Context(), h.id); err != nil {
		h.t.Fatal(err)
	}
	return p
}

// unseen appends to the log what a server did just before it died: nobody heard of it, and no room went on from it.
func (h *house) unseen(c session.Command) {
	h.t.Helper()
	if err := h.rooms.Close(context.Background()); err != nil {
		h.t.Fatal(err)
	}
	s, err := live.Load(h.t.Context(), h.log, h.id)
	if err != nil {
		h.t.Fatal(err)
	}
	records, err := s.Decide(c, session.Actor{Role: session.Host, Person: session.HostID}, time.Now())
	if err != nil {
		h.t.Fatal(err)
	}
	encoded, err := session.EncodeBatch(records)
	if err != nil {
		h.t.Fatal(err)
	}
	if err := logtest.Append(h.t.Context(), h.log, h.id, records[0].Seq, records[len(records)-1].Seq, encoded); err != nil {
		h.t.Fatal(err)
	}
}

func TestRestart(t *testing.T) {
	states := []struct {
		name string
		come func(h *house)
	}{
		{"the lobby", func(h *house) { h.phone("person0").done(session.ChooseGroup{Group: "g1"}) }},
		{"open writing, with the deck", func(h *house) {
			host, anna := h.host(), h.phone("person0")
			host.done(session.OpenActivity{Activity: "a2"})
			host.done(session.ShowDeck{Shown: true})
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			host.done(session.HideCard{ID: "k1"})
			host.done(session.PauseTimer{})
		}},
		{"clustering, with something to undo", func(h *house) {
			host, _ := h.played(3)
			host.done(session.OpenActivity{Activity: "a3"})
			host.done(session.MoveCards{Cards: []string{"card0", "card1"}, To: "together"})
			host.done(session.RenameCluster{Cluster: "together", Name: "Samen"})
		}},
		{"an open vote", func(h *house) { h.played(9) }},
		{"a closed vote", func(h *house) { host, _ := h.played(9); host.done(session.CloseActivity{}) }},
		{"the reveal", func(h *house) { host, _ := h.played(9); host.done(session.OpenActivity{Activity: "a5"}) }},
		{"a session that has ended", func(h *house) { host, _ := h.played(9); host.done(session.EndSession{}) }},
		{"a session whose cards are forgotten", func(h *house) {
			host, _ := h.played(9)
			host.done(session.EndSession{})
			time.Sleep(live.ForgetCardAfter + 2*time.Hour)
		}},
	}
	for _, state := range states {
		t.Run("after a restart everybody sees what they saw: "+state.name, func(t *testing.T) {
			inHouse(t, func(h *house) {
				state.come(h)
				time.Sleep(time.Second) // what is calculated has been
				before := h.picture(h.rooms)
				if err := h.rooms.Close(context.Background()); err != nil {
					t.Fatal(err)
				}
				after := h.picture(h.server())
				for who, seen := range map[string][2]map[string]string{
					"host": {before.host, after.host}, "screen": {before.screen, after.screen}, "phone": {before.phone, after.phone},
				} {
					if !maps.Equal(seen[0], seen[1]) {
						t.Errorf("the %s saw\n%v\nand sees\n%v", who, seen[0], seen[1])
					}
				}
				if before.me != after.me {
					t.Errorf("the phone's own part was %s and is %s", before.me, after.me)
				}
				if !reflect.DeepEqual(before.sum, after.sum) {
					t.Errorf("the results were\n%+v\nand are\n%+v", before.sum, after.sum)
				}
			})
		})
	}

	t.Run("how sure a ranking is gets calculated by the next server", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.played(9)
			h.unseen(session.CloseActivity{})
			h.rooms = h.server()
			host := h.host()
			host.settle()
			var result session.Result
			if err := json.Unmarshal(host.items["result"], &result); err != nil || result.Certainty == nil {
				t.Errorf("the result is %s", host.items["result"])
			}
		})
	})

	t.Run("a session that ended as its server died is sealed when somebody comes", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.played(9)
			h.unseen(session.EndSession{})
			ended := time.Now()
			time.Sleep(time.Minute)
			h.rooms = h.server()
			h.phone("person0").settle()
			if h.remains(h.id, "person0") {
				t.Error("the history is still there")
			}
			if e, _ := h.rooms.Directory().Get(h.id); !e.Sealed || !e.EndedAt.Equal(ended) {
				t.Errorf("the directory says %+v", e)
			}
		})
	})

	t.Run("… and within a week and an hour when nobody does", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.played(9)
			h.unseen(session.EndSession{})
			h.rooms = h.server()
			time.Sleep(live.EndAfter + 2*time.Hour)
			if h.remains(h.id, "person0") {
				t.Error("the history is still there")
			}
		})
	})
}
