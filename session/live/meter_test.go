package live_test

import (
	"maps"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
)

// book is a Meter that writes everything down.
type book struct {
	mu    sync.Mutex
	lines map[string]int
}

func (b *book) write(what string, n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.lines == nil {
		b.lines = map[string]int{}
	}
	b.lines[what] += n
}

func (b *book) read() map[string]int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return maps.Clone(b.lines)
}

func (b *book) RoomOpened(time.Duration, int) { b.write("opened", 1) }
func (b *book) RoomClosed()                   { b.write("closed", 1) }
func (b *book) Commanded(command, outcome string, _ time.Duration) {
	b.write(command+" "+outcome, 1)
}
func (b *book) Appended(_, _ int, _ time.Duration, outcome string) { b.write("append "+outcome, 1) }
func (b *book) Published(role session.Role, _ time.Duration, bytes int) {
	b.write("published "+string(role), bytes)
}
func (b *book) Behind(records int)     { b.write("behind", records) }
func (b *book) Recovered(commands int) { b.write("recovered", commands) }

func TestMeter(t *testing.T) {
	t.Run("is told what the rooms do", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			anna.send(session.AddCard{ID: "k2", Text: ""})
			anna.settle()
			elsewhere := h.enter(h.server(), session.Screen, "")
			anna.done(session.AddCard{ID: "k3", Text: "Lef"})
			elsewhere.settle()
			got := h.book.read()
			for what, want := range map[string]int{
				"opened": 2, "closed": 0, "open_activity done": 1, "add_card done": 2, "add_card invalid": 1, "append done": 4, "behind": 1, "recovered": 0,
			} {
				if got[what] != want {
					t.Errorf("%s: %d, want %d", what, got[what], want)
				}
			}
			if got["published host"] == 0 || got["published participant"] == 0 || got["published screen"] == 0 {
				t.Errorf("what was published is not told: %v", got)
			}
		})
	})
	t.Run("is told what was put back into a log that came back with less, though nobody has written since", func(t *testing.T) {
		inHouse(t, func(h *house) {
			host, anna := h.host(), h.phone("anna")
			host.done(session.OpenActivity{Activity: "a2"})
			before := len(h.log.Batches(h.id))
			anna.done(session.AddCard{ID: "k1", Text: "Vertrouwen"})
			anna.done(session.AddCard{ID: "k2", Text: "Lef"})
			held := h.log.Batches(h.id)
			h.log.Lose(h.id, held[before-1].Last)
			synctest.Wait()
			if got := h.book.read()["recovered"]; len(h.log.Batches(h.id)) != len(held) || got != 2 {
				t.Errorf("%d batches of %d are back, and %d commands are told of, want 2", len(h.log.Batches(h.id)), len(held), got)
			}
		})
	})
}
