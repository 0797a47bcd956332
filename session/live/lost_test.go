package live_test

import (
	"bytes"
	"testing"
	"testing/synctest"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/session/logtest"
)

func TestLostLog(t *testing.T) {
	t.Run("what was lost is appended again when the log comes back, not only when somebody writes", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.settle()
			mark, rev := anna.mark, anna.rev
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			before := len(h.log.Batches(h.id))
			h.log.Lose(h.id, 2)
			synctest.Wait()
			if got := len(h.log.Batches(h.id)); got != before {
				t.Errorf("the log holds %d batches, want %d", got, before)
			}
			if f := anna.member.Take(mark, rev).Frame; f == nil || f.Since == 0 {
				t.Error("the history is as it was, and a phone that has some of it is sent everything anew")
			}
		})
	})

	t.Run("what others made of the rest holds, and what was acknowledged and lost is done again on top of it", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.serverOver(deaf{Memory: h.log})
			host, anna := h.enter(elsewhere, session.Host, string(session.HostID)), h.enter(elsewhere, session.Participant, "anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			anna.done(session.AddCard{ID: "k2", Text: "Lef"})
			h.log.Lose(h.id, 4) // what is left: started, joined, opened with its timer
			bram := h.phone("bram")
			bram.settle()
			anna.done(session.EditCard{ID: "k2", Text: "Moed"}) // which the log has lost
			s, err := live.Load(h.t.Context(), h.log, h.id)
			if err != nil {
				t.Fatal(err)
			}
			if bram := s.Me("bram"); bram == nil {
				t.Error("who came meanwhile is gone")
			}
			anna.take()
			if want := `{"group":"","chosen":false,"cards":[{"id":"k1","text":"Vertrouwen","cluster":""},{"id":"k2","text":"Moed","cluster":""}],"ballot":null}`; anna.me != want {
				t.Errorf("own part is %s, want %s", anna.me, want)
			}
		})
	})

	t.Run("a room sees that another server has replaced the history it shows", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.server()
			host, _ := h.played(9)
			host.done(session.EndSession{})
			host.settle()
			if before, err := elsewhere.Summary(h.t.Context(), h.id); err != nil || len(before.Clusters[0].Words) == 0 {
				t.Fatalf("before: %+v, %v", before.Clusters, err)
			}
			s, err := live.Load(h.t.Context(), h.log, h.id)
			if err != nil {
				t.Fatal(err)
			}
			record, _ := s.ForgetCards()
			encoded, err := session.EncodeBatch([]session.Record{record})
			if err != nil {
				t.Fatal(err)
			}
			if err := logtest.Replace(h.t.Context(), h.log, h.id, record.Seq, encoded); err != nil {
				t.Fatal(err)
			}
			synctest.Wait()
			after, err := elsewhere.Summary(h.t.Context(), h.id)
			if err != nil {
				t.Fatal(err)
			}
			if !after.Forgot || len(after.Clusters[0].Words) != 0 {
				t.Error("the other server still tells the words on the cards")
			}
		})
	})

	t.Run("a directory that came back with less gets again what this server knows", func(t *testing.T) {
		inHouse(t, func(h *house) {
			second, err := h.rooms.Start(h.t.Context(), session.StartSession{Title: "Tweede", Lang: session.Dutch})
			if err != nil {
				t.Fatal(err)
			}
			elsewhere := h.serverOver(deaf{Memory: h.log})
			h.log.Lose("directory", 1)
			synctest.Wait()
			third, err := elsewhere.Start(h.t.Context(), session.StartSession{Title: "Derde", Lang: session.Dutch})
			if err != nil {
				t.Fatalf("starting a session: %v", err)
			}
			synctest.Wait()
			for name, rooms := range map[string]*live.Rooms{"this": h.rooms, "the deaf": elsewhere, "a new": h.server()} {
				for _, id := range []string{h.id, second.ID, third.ID} {
					if _, known := rooms.Directory().Get(id); !known {
						t.Errorf("%s server does not list %s", name, id)
					}
				}
			}
		})
	})

	t.Run("a server that nobody told writes into a directory that came back with less", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.serverOver(deaf{Memory: h.log})
			if err := h.rooms.Close(h.t.Context()); err != nil {
				t.Fatal(err)
			}
			h.log.Lose("directory", 0)
			if _, err := elsewhere.Start(h.t.Context(), session.StartSession{Title: "Tweede", Lang: session.Dutch}); err != nil {
				t.Fatalf("starting a session: %v", err)
			}
			if got := len(h.server().Directory().List()); got != 2 {
				t.Errorf("%d sessions are listed, want 2", got)
			}
			if bytes.Count(h.log.Batches("directory")[0].Bytes, []byte(`"pin"`)) == 0 {
				t.Error("the pins were forgotten")
			}
		})
	})
}
