package rehearsal

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	mathrand "math/rand/v2"
	"strings"
	"sync"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/session"
	"verbindend/session/live"
)

// Limits of one server.
const (
	MaxAtOnce  = 10  // rehearsals
	MaxPlayers = 200 // simulated participants, in all of them together
)

// A Troupe plays the participants of all rehearsals that were begun on this server.
type Troupe struct {
	rooms  *live.Rooms
	logger *slog.Logger
	pace   float64 // 1 is that of people, 2 twice as fast

	ctx    context.Context // ends every player
	cancel context.CancelFunc
	wg     sync.WaitGroup

	mu         sync.Mutex
	rehearsals int
	players    int
	stopped    bool
}

// New gives a troupe that plays in the rooms of this server. Close must be called, before the rooms are closed.
func New(rooms *live.Rooms, logger *slog.Logger) *Troupe {
	t := &Troupe{rooms: rooms, logger: logger, pace: 1}
	t.ctx, t.cancel = context.WithCancel(context.Background())
	return t
}

// Close ends every player and waits for them.
func (t *Troupe) Close(ctx context.Context) error {
	t.mu.Lock()
	t.stopped = true
	t.mu.Unlock()
	t.cancel()
	gone := make(chan struct{})
	go func() { t.wg.Wait(); close(gone) }()
	select {
	case <-gone:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("close rehearsals: %w", ctx.Err())
	}
}

// Rehearse begins a session and lets that many players come to it. They stay until it is gone, or the troupe is closed. It is refused
// with session.Busy when this server plays as many as it may.
func (t *Troupe) Rehearse(ctx context.Context, c session.StartSession, phones int) (live.Entry, error) {
	if err := t.reserve(phones); err != nil {
		return live.Entry{}, err
	}
	e, err := t.rooms.Start(ctx, c)
	if err != nil {
		t.release(phones)
		return live.Entry{}, err
	}
	t.wg.Go(func() {
		defer t.release(phones)
		t.play(e, phones)
	})
	return e, nil
}

func (t *Troupe) reserve(phones int) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case t.stopped:
		return &session.Problem{Code: session.Unavailable, Reason: session.ServerStopping, Retry: true}
	case t.rehearsals >= MaxAtOnce:
		return &session.Problem{Code: session.Busy, Field: "phones", Reason: session.TooMany, Limit: MaxAtOnce, Retry: true}
	case t.players+phones > MaxPlayers:
		return &session.Problem{Code: session.Busy, Field: "phones", Reason: session.TooMany, Limit: MaxPlayers, Retry: true}
	}
	t.rehearsals++
	t.players += phones
	return nil
}

func (t *Troupe) release(phones int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rehearsals--
	t.players -= phones
}

// play lets the players of one rehearsal take part, and returns when all have left.
func (t *Troupe) play(e live.Entry, phones int) {
	seed := mathrand.Uint64()
	room := crowd.New(e.Lang, seed, 1)
	var all sync.WaitGroup
	for i := range phones {
		p := &player{
			troupe: t, session: e.ID, lang: e.Lang, number: i, crowd: room, chance: crowd.Person(seed, i+1),
			person: session.PersonID("rehearsal-" + strings.ToLower(rand.Text()[:16])), client: fmt.Sprintf("rehearsal-%d", i),
		}
		all.Go(func() { p.attend(t.ctx) })
	}
	all.Wait()
}
