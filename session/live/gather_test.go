package live_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
)

func TestGathering(t *testing.T) {
	t.Run("in a full room commands that come at the same time share appends, and the first after a pause does not wait", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host := h.host()
			phones := make([]*visitor, 500) // 8 ms lie between two appends
			for i := range phones {
				phones[i] = h.phone(fmt.Sprint("phone", i))
			}
			host.done(session.OpenActivity{Activity: "a2"})
			before := batches(t, h)
			phones[0].send(session.AddCard{ID: "first", Text: "Moed"})
			synctest.Wait()
			if phones[0].take(); phones[0].acked[1] != nil || len(phones[0].acked) != 1 {
				t.Fatal("the first command waits")
			}
			for i, p := range phones[1:101] { // one each millisecond
				p.send(session.AddCard{ID: fmt.Sprint("k", i), Text: "Moed"})
				time.Sleep(time.Millisecond)
			}
			time.Sleep(50 * time.Millisecond)
			synctest.Wait()
			for i, p := range phones[:101] {
				if p.take(); len(p.acked) != 1 {
					t.Fatalf("phone %d has no answer", i)
				}
			}
			if n := batches(t, h) - before; n > 15 {
				t.Errorf("101 commands in 100 ms took %d appends", n)
			}
		})
	})
	t.Run("among a thousand phones counts reach them every two seconds, the screen as ever", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, screen, anna := h.host(), h.screen(), h.phone("anna")
			crowd := make([]*visitor, 999)
			for i := range crowd {
				crowd[i] = h.phone(fmt.Sprint("phone", i))
			}
			host.done(session.OpenActivity{Activity: "a2"})
			anna.settle()
			screen.settle()
			anna.frames, screen.frames = 0, 0
			for i := range 60 { // six seconds in which somebody writes every tenth of a second
				crowd[i].send(session.AddCard{ID: fmt.Sprintf("k%d", i), Text: "Lef"})
				time.Sleep(100 * time.Millisecond)
				synctest.Wait()
				anna.take()
				screen.take()
			}
			if anna.frames < 2 || anna.frames > 4 {
				t.Errorf("the phone got %d frames in six seconds, want 2 to 4", anna.frames)
			}
			if screen.frames < 40 {
				t.Errorf("the screen got %d frames in six seconds, want at least 40", screen.frames)
			}
		})
	})
	t.Run("what happens after a quiet moment is shown at once, and what follows within a tick together", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, phone := h.host(), h.phone("anna")
			phone.settle()
			frames := phone.frames
			host.send(session.OpenActivity{Activity: "a1"})
			time.Sleep(time.Millisecond)
			synctest.Wait()
			if phone.take(); phone.frames != frames+1 {
				t.Fatalf("%d frames at once, not 1", phone.frames-frames)
			}
			for _, a := range []string{"a2", "a3", "a4"} {
				host.send(session.OpenActivity{Activity: a})
				time.Sleep(time.Millisecond)
			}
			synctest.Wait()
			if phone.take(); phone.frames != frames+1 {
				t.Fatalf("%d frames within a tick, not 1", phone.frames-frames)
			}
			time.Sleep(100 * time.Millisecond)
			synctest.Wait()
			if phone.take(); phone.frames != frames+2 {
				t.Errorf("%d frames after a tick, not 2", phone.frames-frames)
			}
		})
	})
}

// batches counts what the log holds of the session.
func batches(t *testing.T, h *house) int {
	t.Helper()
	n := 0
	for _, err := range h.log.Read(t.Context(), h.id, 1) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}
