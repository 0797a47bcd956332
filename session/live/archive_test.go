package live_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
)

// ended plays a session and gives its results as they were sealed.
func (h *house) ended() session.Summary {
	h.t.Helper()
	h.played(9)
	h.host().done(session.EndSession{})
	synctest.Wait()
	sum, err := h.rooms.Summary(h.t.Context(), h.id)
	if err != nil || !sum.Final {
		h.t.Fatalf("it did not end: %v", err)
	}
	return sum
}

// directoryOnly is a log that has no room for sessions.
type directoryOnly struct{ session.Log }

func (l directoryOnly) Append(ctx context.Context, id string, after session.Mark, last uint64, batch []byte) error {
	if id != "directory" {
		return errors.New("no space left")
	}
	return l.Log.Append(ctx, id, after, last, batch)
}

func TestImport(t *testing.T) {
	t.Run("results of another server become a session here that has ended, the same to the last byte", func(t *testing.T) {
		inHouse(t, func(h *house) {
			sum := h.ended()
			if err := h.rooms.Erase(h.t.Context(), h.id); err != nil {
				t.Fatal(err)
			}
			e, found, err := h.rooms.Import(h.t.Context(), sum)
			if err != nil || len(found) > 0 || e.ID == sum.ID {
				t.Fatalf("%+v, %+v, %v", e, found, err)
			}
			again, err := h.rooms.Summary(h.t.Context(), e.ID)
			if err != nil || again.Fingerprint() != sum.Fingerprint() {
				t.Errorf("its results are others: %v", err)
			}
			listed, _ := h.rooms.Directory().Get(e.ID)
			if !listed.Sealed || listed.Imported.IsZero() || listed.Pin != "" || !listed.EndedAt.Equal(sum.EndedAt) {
				t.Errorf("the directory says %+v", listed)
			}
			h.id = e.ID
			want := fmt.Sprintf(`{"id":%q,"pin":"","title":"Proef","lang":"nl","status":"ended","fictional":false,"groups":[],"startedAt":%d,"imported":%d}`,
				e.ID, sum.StartedAt.UnixMilli(), listed.Imported.UnixMilli())
			h.host().sees("session", want)
		})
	})
	t.Run("the same results are taken in once, also when the session itself is here", func(t *testing.T) {
		inHouse(t, func(h *house) {
			sum := h.ended()
			_, _, err := h.rooms.Import(h.t.Context(), sum)
			if p := session.AsProblem(err); p == nil || p.Reason != session.AlreadyThere {
				t.Errorf("beside the session itself: %v", err)
			}
			if err := h.rooms.Erase(h.t.Context(), h.id); err != nil {
				t.Fatal(err)
			}
			if _, _, err := h.rooms.Import(h.t.Context(), sum); err != nil {
				t.Fatal(err)
			}
			_, _, err = h.rooms.Import(h.t.Context(), sum)
			if p := session.AsProblem(err); p == nil || p.Reason != session.AlreadyThere {
				t.Errorf("twice: %v", err)
			}
		})
	})
	t.Run("what is wrong with them is told, and nothing is kept", func(t *testing.T) {
		inHouse(t, func(h *house) {
			sum := h.ended()
			sum.ID, sum.Counts.Cards = "elsewhere", sum.Counts.Cards+1
			before := len(h.rooms.Directory().List())
			_, found, err := h.rooms.Import(h.t.Context(), sum)
			want := session.Problem{Code: session.Invalid, Field: "counts/cards", Reason: session.DoesNotAddUp}
			if err != nil || !slices.Contains(found, want) || len(h.rooms.Directory().List()) != before {
				t.Errorf("%+v, %v", found, err)
			}
		})
	})
	t.Run("words are kept no longer than people were told, and results a year from the import", func(t *testing.T) {
		inHouse(t, func(h *house) {
			sum := h.ended()
			if err := h.rooms.Erase(h.t.Context(), h.id); err != nil {
				t.Fatal(err)
			}
			time.Sleep(live.ForgetCardAfter + time.Hour)
			e, _, err := h.rooms.Import(h.t.Context(), sum)
			if err != nil {
				t.Fatal(err)
			}
			late, err := h.rooms.Summary(h.t.Context(), e.ID)
			if err != nil || !late.Forgot || len(late.Clusters[0].Words) > 0 || late.Before != sum.Fingerprint() {
				t.Errorf("it still has words, or not the fingerprint of those that had: %v", err)
			}
			if _, _, err := h.rooms.Import(h.t.Context(), sum); session.AsProblem(err) == nil {
				t.Error("the same results were taken in twice, once with words")
			}
			time.Sleep(live.EraseAfter - live.ForgetCardAfter)
			synctest.Wait()
			if _, known := h.rooms.Directory().Get(e.ID); !known {
				t.Error("it went a year after the end and not after the import")
			}
			time.Sleep(live.ForgetCardAfter + 2*time.Hour)
			synctest.Wait()
			if _, known := h.rooms.Directory().Get(e.ID); known {
				t.Error("it is still there after a year")
			}
		})
	})
	t.Run("an import that got no further than its entry is gone within hours", func(t *testing.T) {
		inHouse(t, func(h *house) {
			sum := h.ended()
			if err := h.rooms.Erase(h.t.Context(), h.id); err != nil {
				t.Fatal(err)
			}
			if _, _, err := h.serverOver(directoryOnly{h.log}).Import(h.t.Context(), sum); err == nil {
				t.Fatal("it was kept where there was no room for it")
			}
			synctest.Wait()
			before := len(h.rooms.Directory().List())
			if before != 1 {
				t.Fatalf("%d are listed", before)
			}
			time.Sleep(3 * time.Hour)
			synctest.Wait()
			if left := len(h.rooms.Directory().List()); left != 0 {
				t.Errorf("%d are listed, of %d", left, before)
			}
		})
	})
}

func TestFingerprints(t *testing.T) {
	t.Run("a report is recognised by its fingerprint, also when the words are gone since", func(t *testing.T) {
		inHouse(t, func(h *house) {
			sum := h.ended()
			for range 2 {
				if e, known := h.rooms.Directory().Marked(sum.Fingerprint()); !known || e.ID != h.id {
					t.Errorf("not recognised: %+v", e)
				}
				time.Sleep(live.ForgetCardAfter + 2*time.Hour)
				synctest.Wait()
			}
			now, err := h.rooms.Summary(h.t.Context(), h.id)
			if err != nil || !now.Forgot || now.Before != sum.Fingerprint() {
				t.Fatalf("the words are still there: %v", err)
			}
			if e, known := h.rooms.Directory().Marked(now.Fingerprint()); !known || e.ID != h.id {
				t.Error("the results without words are not recognised")
			}
			if _, known := h.rooms.Directory().Marked(""); known {
				t.Error("nothing is recognised as something")
			}
		})
	})
}
