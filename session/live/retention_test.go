package live_test

import (
	"bytes"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
)

func TestRetention(t *testing.T) {
	t.Run("a session that nobody ends is ended after a week, and knows nobody any more", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.played(2)
			time.Sleep(live.EndAfter + 2*time.Hour)
			synctest.Wait()
			if e, _ := h.rooms.Directory().Get(h.id); e.EndedAt.IsZero() || !e.Sealed {
				t.Errorf("the directory says %+v", e)
			}
			if got := h.log.Batches(h.id); len(got) != 1 || bytes.Contains(got[0].Bytes, []byte("person1")) {
				t.Error("the history is still there")
			}
		})
	})

	t.Run("thirty days after the end the cards are forgotten, a year after it everything", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.played(9)
			time.Sleep(live.EndAfter + 2*time.Hour)
			before, err := h.rooms.Summary(h.t.Context(), h.id)
			if err != nil || before.Forgot || len(before.Clusters[0].Words) == 0 {
				t.Fatalf("before: %+v, %v", before, err)
			}
			time.Sleep(live.ForgetCardAfter)
			synctest.Wait()
			after, err := h.rooms.Summary(h.t.Context(), h.id)
			if err != nil {
				t.Fatal(err)
			}
			if !after.Forgot || len(after.Clusters[0].Words) != 0 {
				t.Errorf("the words are still there: %+v", after.Clusters)
			}
			for mark, outdated := range map[string]bool{
				before.Fingerprint(): true, before.Open().Fingerprint(): true, after.Fingerprint(): false, after.Open().Fingerprint(): false,
			} {
				if e, known := h.rooms.Directory().Marked(mark); !known || e.Outdated(mark) != outdated {
					t.Errorf("of files that were kept, with the id and without, before and after: %s is known: %v, %v", mark, known, e.Outdated(mark))
				}
			}
			if after.Counts != before.Counts || after.Vote.DotsPlaced != before.Vote.DotsPlaced || after.Clusters[0].Name != before.Clusters[0].Name {
				t.Error("forgetting the words changed the results")
			}
			time.Sleep(live.EraseAfter)
			synctest.Wait()
			if _, known := h.rooms.Directory().Get(h.id); known {
				t.Error("the session is still listed after a year")
			}
			if got := h.log.Batches(h.id); len(got) != 0 {
				t.Error("the results are still there after a year")
			}
		})
	})

	t.Run("a start that got no further than its pin is gone after a week, and so is the pin", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.log.FailAfterAppend(errHalfway)
			if _, err := h.rooms.Start(h.t.Context(), session.StartSession{Title: "Halverwege", Lang: session.Dutch}); err == nil {
				t.Fatal("a start that failed says that it did not")
			}
			synctest.Wait()
			entry := h.rooms.Directory().List()[0]
			if entry.ID == h.id {
				entry = h.rooms.Directory().List()[1]
			}
			time.Sleep(live.EndAfter + 2*time.Hour)
			synctest.Wait()
			if _, found := h.rooms.Directory().Find(entry.Pin); found {
				t.Error("its pin is still taken")
			}
			if h.remains("directory", "Halverwege") {
				t.Error("its title is still kept")
			}
		})
	})

	t.Run("a session that ended without being sealed is sealed within the hour, though nobody comes", func(t *testing.T) {
		inHouse(t, func(h *house) {
			log := &halfway{Memory: h.log}
			log.replace.Store(true)
			h.rooms = h.serverOver(log)
			host, phones := h.played(9) // enough for a calculation, which the end has to wait for
			host.done(session.EndSession{})
			ended := time.Now()
			for _, v := range append(phones, host) {
				v.member.Leave()
			}
			time.Sleep(10 * time.Minute)
			synctest.Wait()
			if !h.remains(h.id, "person1") {
				t.Fatal("sealed already; the test tests nothing")
			}
			log.replace.Store(false)
			time.Sleep(time.Hour)
			synctest.Wait()
			if h.remains(h.id, "person1") {
				t.Error("the history is still there")
			}
			if e, _ := h.rooms.Directory().Get(h.id); !e.Sealed || e.EndedAt.After(ended) {
				t.Errorf("the directory says %+v, want sealed and ended at %v", e, ended)
			}
		})
	})

	t.Run("looking a session up by its pin changes nothing, however old it is", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.played(2)
			if err := h.rooms.Close(h.t.Context()); err != nil {
				t.Fatal(err)
			}
			time.Sleep(2 * live.EndAfter)
			before, entry := len(h.log.Batches(h.id)), h.rooms.Directory().List()[0]
			if e, found, err := live.Find(h.t.Context(), h.log, entry.Pin); err != nil || !found || e.ID != h.id {
				t.Errorf("found %+v, %v, %v", e, found, err)
			}
			synctest.Wait()
			if got := len(h.log.Batches(h.id)); got != before {
				t.Errorf("the log had %d batches and has %d", before, got)
			}
		})
	})
}
