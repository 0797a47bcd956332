package live_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
)

// played brings a session to an open vote with n ballots on one value.
func (h *house) played(n int) (host *visitor, phones []*visitor) {
	host = h.host()
	for i := range n {
		phones = append(phones, h.phone(fmt.Sprintf("person%d", i)))
	}
	host.done(session.OpenActivity{Activity: "a2"})
	for i, p := range phones {
		p.done(session.AddCard{ID: fmt.Sprintf("card%d", i), Text: fmt.Sprintf("waarde %d", i%3)})
	}
	host.done(session.OpenActivity{Activity: "a4"})
	var ballot session.BallotItem
	if err := json.Unmarshal(host.items["ballot"], &ballot); err != nil {
		h.t.Fatal(err)
	}
	for _, p := range phones {
		p.done(session.CastBallot{Round: 1, Dots: map[string]int{ballot.Options[0].ID: 1}})
	}
	return host, phones
}

func TestEnd(t *testing.T) {
	t.Run("closing the vote has its certainty calculated and recorded", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, _ := h.played(9)
			host.done(session.CloseActivity{})
			host.settle()
			if !bytes.Contains(host.items["result"], []byte(`"band":"almost_certain"`)) {
				t.Errorf("the result says nothing of how sure it is: %s", host.items["result"])
			}
		})
	})

	t.Run("the end replaces the history by its results, and cuts every link to people", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, phones := h.played(9)
			entry, _ := h.rooms.Directory().Get(h.id)
			host.done(session.EndSession{})
			host.settle()
			batches := h.log.Batches(h.id)
			if len(batches) != 1 {
				t.Fatalf("the log holds %d batches, want the one with the results", len(batches))
			}
			for i := range 9 {
				for _, mark := range []string{fmt.Sprintf("person%d", i), fmt.Sprintf("tab-of-person%d", i)} {
					if bytes.Contains(batches[0].Bytes, []byte(mark)) {
						t.Errorf("the sealed log still knows %s", mark)
					}
				}
			}
			phones[0].settle()
			if phones[0].me != "null" {
				t.Errorf("the server still knows the person: %s", phones[0].me)
			}
			if !bytes.Contains(phones[0].items["result"], []byte(`"ballots":9`)) {
				t.Errorf("the phone does not see the result: %s", phones[0].items["result"])
			}
			if _, found := h.rooms.Directory().Find(entry.Pin); found {
				t.Error("the pin of an ended session still opens it")
			}
			if e, _ := h.rooms.Directory().Get(h.id); e.EndedAt.IsZero() || !e.Sealed {
				t.Errorf("the directory says %+v", e)
			}
		})
	})

	t.Run("a seal that the log refuses is made in the next life of the room", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, _ := h.played(2)
			release := h.log.Stall()
			host.send(session.EndSession{})
			synctest.Wait()
			h.log.FailAfterAppend(fmt.Errorf("the server dies before the seal"))
			release()
			host.settle()
			if got := len(h.log.Batches(h.id)); got == 1 {
				t.Fatal("sealed already; the test tests nothing")
			}
			sum, err := h.rooms.Summary(h.t.Context(), h.id)
			if err != nil || !sum.Final {
				t.Fatalf("summary: %v, final %v", err, sum.Final)
			}
			time.Sleep(time.Second)
			synctest.Wait()
			if got := len(h.log.Batches(h.id)); got != 1 {
				t.Errorf("the log holds %d batches, want 1", got)
			}
		})
	})

	t.Run("erasing takes everything away and sends everybody home", func(t *testing.T) {
		inHouse(t, func(h *house) {
			_, phones := h.played(2)
			if err := h.rooms.Erase(h.t.Context(), h.id); err != nil {
				t.Fatal(err)
			}
			phones[0].settle()
			if phones[0].closed != live.Vanished {
				t.Errorf("closed with %d, want Vanished", phones[0].closed)
			}
			if got := len(h.log.Batches(h.id)); got != 0 {
				t.Errorf("the log still holds %d batches", got)
			}
			for _, b := range h.log.Batches("directory") {
				if bytes.Contains(b.Bytes, []byte("Proef")) {
					t.Error("the title is still in the directory's log")
				}
			}
			if got := len(h.server().Directory().List()); got != 0 {
				t.Errorf("another server lists %d sessions", got)
			}
			if _, err := h.rooms.Summary(h.t.Context(), h.id); session.AsProblem(err) == nil {
				t.Errorf("the erased session answers: %v", err)
			}
		})
	})
}

func TestDirectory(t *testing.T) {
	t.Run("a session started on one server is found on the other, by pin and by id", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.server()
			e, err := h.rooms.Start(h.t.Context(), session.StartSession{Title: "Tweede", Lang: session.English})
			if err != nil {
				t.Fatal(err)
			}
			synctest.Wait()
			if found, ok := elsewhere.Directory().Find(e.Pin); !ok || found.ID != e.ID {
				t.Errorf("found %+v, %v", found, ok)
			}
			if got := len(elsewhere.Directory().List()); got != 2 {
				t.Errorf("the other server lists %d sessions, want 2", got)
			}
		})
	})

	t.Run("two servers that start at once both get a pin of their own", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.server()
			type started struct {
				e   live.Entry
				err error
			}
			results := make(chan started, 20)
			for i := range 20 {
				rooms := []*live.Rooms{h.rooms, elsewhere}[i%2]
				go func() {
					e, err := rooms.Start(h.t.Context(), session.StartSession{Title: "Samen", Lang: session.Dutch})
					results <- started{e, err}
				}()
			}
			pins := map[string]bool{}
			for range 20 {
				r := <-results
				if r.err != nil {
					t.Fatal(r.err)
				}
				pins[r.e.Pin] = true
			}
			if len(pins) != 20 {
				t.Errorf("20 sessions have %d different pins", len(pins))
			}
		})
	})

	t.Run("a title that is refused takes no pin", func(t *testing.T) {
		inHouse(t, func(h *house) {
			before := len(h.rooms.Directory().List())
			_, err := h.rooms.Start(h.t.Context(), session.StartSession{Title: " ", Lang: session.Dutch})
			if p := session.AsProblem(err); p == nil || p.Field != "title" {
				t.Errorf("got %v, want a problem with the title", err)
			}
			if got := len(h.rooms.Directory().List()); got != before {
				t.Errorf("the directory grew from %d to %d", before, got)
			}
		})
	})
}
