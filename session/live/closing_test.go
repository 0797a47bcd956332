package live

import (
	"context"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
)

// closed puts a room in the place of a session's own that is at the very end of its life: it takes nothing any more, and its
// goroutine has not yet got to saying so.
func closed(rs *Rooms, id string) *room {
	r := rs.newRoom(id)
	close(r.ready)
	close(r.done)
	rs.mu.Lock()
	rs.open[id] = r
	rs.mu.Unlock()
	return r
}

func TestClosingRoom(t *testing.T) {
	within := func(t *testing.T, test func(t *testing.T, rs *Rooms, id string)) {
		t.Helper()
		synctest.Test(t, func(t *testing.T) {
			rs, err := Open(t.Context(), logtest.NewMemory(), Options{Logger: slog.New(slog.DiscardHandler)})
			if err != nil {
				t.Fatal(err)
			}
			defer rs.Close(context.Background()) //nolint:errcheck // nothing hangs in a bubble unseen
			e, err := rs.Start(t.Context(), session.StartSession{Title: "Proef", Lang: session.Dutch})
			if err != nil {
				t.Fatal(err)
			}
			test(t, rs, e.ID)
		})
	}
	viewer := session.Viewer{Role: session.Participant, Person: "anna"}
	host := session.Actor{Role: session.Host, Person: session.HostID}

	t.Run("who comes while a room closes is let into its next life", func(t *testing.T) {
		within(t, func(t *testing.T, rs *Rooms, id string) {
			closed(rs, id)
			if _, err := rs.Join(t.Context(), id, viewer, "tab-of-anna", Seen{}); err != nil {
				t.Errorf("join: %v", err)
			}
			closed(rs, id)
			if err := rs.Do(t.Context(), id, host, session.OpenActivity{Activity: "a2"}); err != nil {
				t.Errorf("do: %v", err)
			}
			closed(rs, id)
			if _, err := rs.Summary(t.Context(), id); err != nil {
				t.Errorf("summary: %v", err)
			}
		})
	})

	t.Run("who was in the inbox of a room that closed is let into its next life", func(t *testing.T) {
		within(t, func(t *testing.T, rs *Rooms, id string) {
			r := rs.newRoom(id)
			close(r.ready)
			rs.mu.Lock()
			rs.open[id] = r
			rs.mu.Unlock()
			joined := make(chan error)
			go func() {
				_, err := rs.Join(t.Context(), id, viewer, "tab-of-anna", Seen{})
				joined <- err
			}()
			synctest.Wait()
			close(r.done)
			r.drainClosed()
			if err := <-joined; err != nil {
				t.Errorf("join: %v", err)
			}
		})
	})

	t.Run("a room that closes waits for nobody, however often somebody asked", func(t *testing.T) {
		within(t, func(t *testing.T, rs *Rooms, id string) {
			for range 50 { // which of two open ways is taken is a matter of chance
				r := closed(rs, id)
				_, _ = rs.Join(t.Context(), id, viewer, "tab-of-anna", Seen{})
				_ = rs.Do(t.Context(), id, host, session.EndSession{})
				drained := make(chan struct{})
				go func() { r.drainClosed(); close(drained) }()
				select {
				case <-drained:
				case <-time.After(time.Minute):
					t.Fatal("the closing room waits for ever")
				}
			}
		})
	})
}
