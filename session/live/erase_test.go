package live_test

import (
	"bytes"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
)

// remains tells whether a log still holds a text.
func (h *house) remains(id, text string) bool {
	for _, b := range h.log.Batches(id) {
		if bytes.Contains(b.Bytes, []byte(text)) {
			return true
		}
	}
	return false
}

func TestErase(t *testing.T) {
	t.Run("a server that has not heard of it does not bring back what was erased", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.serverOver(deaf{Memory: h.log})
			host := h.enter(elsewhere, session.Host, string(session.HostID))
			anna := h.enter(elsewhere, session.Participant, "anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.done(session.AddCard{ID: "k1", Text: "Geheim"})
			if err := h.rooms.Erase(h.t.Context(), h.id); err != nil {
				t.Fatal(err)
			}
			n := anna.send(session.AddCard{ID: "k2", Text: "Geheimer"})
			anna.settle()
			if h.remains(h.id, "Geheim") {
				t.Error("the words are back in the log")
			}
			if err, answered := anna.acked[n]; !answered || err == nil {
				t.Errorf("answered %v, %v", answered, err)
			}
			if anna.closed != live.Vanished {
				t.Errorf("closed with %d, want Vanished", anna.closed)
			}
		})
	})

	t.Run("a room that hears that its log was deleted sends everybody home", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.serverOver(deaf{Memory: h.log, hears: h.id})
			anna := h.enter(elsewhere, session.Participant, "anna")
			if err := h.rooms.Erase(h.t.Context(), h.id); err != nil {
				t.Fatal(err)
			}
			anna.settle()
			if anna.closed != live.Vanished {
				t.Errorf("closed with %d, want Vanished", anna.closed)
			}
			if h.remains(h.id, "anna") {
				t.Error("the history is back in the log")
			}
		})
	})

	t.Run("an erasure that was cut off is hidden at once and completed within the hour", func(t *testing.T) {
		for _, replaces := range []bool{false, true} {
			inHouse(t, func(h *house) {
				log := &halfway{Memory: h.log}
				log.replace.Store(replaces)
				log.remove.Store(!replaces)
				rooms := h.serverOver(log)
				h.rooms = rooms
				h.phone("anna").settle()
				entry, _ := rooms.Directory().Get(h.id)
				if err := rooms.Erase(h.t.Context(), h.id); err == nil {
					t.Fatal("an erasure that failed says that it did not")
				}
				if _, listed := rooms.Directory().Get(h.id); listed {
					t.Error("still listed")
				}
				if _, found := rooms.Directory().Find(entry.Pin); found {
					t.Error("still found by its pin")
				}
				if got := len(rooms.Directory().List()); got != 0 {
					t.Errorf("%d sessions are listed", got)
				}
				log.remove.Store(false)
				log.replace.Store(false)
				time.Sleep(2 * time.Hour)
				synctest.Wait()
				if h.remains(h.id, "anna") {
					t.Error("the history is still in the log")
				}
				if h.remains("directory", "Proef") || h.remains("directory", h.id) {
					t.Error("the directory's log still knows it")
				}
			})
		}
	})

	t.Run("erasing again completes what was cut off", func(t *testing.T) {
		inHouse(t, func(h *house) {
			log := &halfway{Memory: h.log}
			log.remove.Store(true)
			rooms := h.serverOver(log)
			if err := rooms.Erase(h.t.Context(), h.id); err == nil {
				t.Fatal("an erasure that failed says that it did not")
			}
			log.remove.Store(false)
			if err := rooms.Erase(h.t.Context(), h.id); err != nil {
				t.Errorf("erasing again: %v", err)
			}
			if h.remains(h.id, "Proef") || h.remains("directory", "Proef") {
				t.Error("it is still there")
			}
			if err := rooms.Erase(h.t.Context(), h.id); session.AsProblem(err) == nil {
				t.Errorf("erasing what is gone: %v", err)
			}
		})
	})
}
