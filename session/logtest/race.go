package logtest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"verbindend/session"
)

func (s *suite) race(t *testing.T) {
	t.Run("of many who append at one place exactly one wins, at every place", func(t *testing.T) {
		_, h := s.start(t)
		h.race(h.log)
	})
	t.Run("appenders who read and try again all get in, once, without a gap", func(t *testing.T) {
		_, h := s.start(t)
		h.everybodyGetsIn(h.log)
	})
	t.Run("appends to many logs at once all arrive", func(t *testing.T) {
		ctx, h := s.start(t)
		ids := make([]string, 20)
		var all sync.WaitGroup
		for i := range ids {
			ids[i] = newID()
			all.Go(func() {
				after := session.Mark{}
				for seq := uint64(1); seq <= 20; seq++ {
					text := fmt.Sprint(ids[i], seq)
					if err := h.log.Append(ctx, ids[i], after, seq, []byte(text)); err != nil {
						t.Errorf("log %d, record %d: %v", i, seq, err)
						return
					}
					after = markOf(seq, seq, text)
				}
			})
		}
		all.Wait()
		for _, id := range ids {
			var want []stored
			for seq := uint64(1); seq <= 20; seq++ {
				want = append(want, stored{seq, seq, fmt.Sprint(id, seq)})
			}
			h.id = id
			h.holds(want...)
		}
	})
}

// race lets twelve appenders, spread over the given logs of one store, try to take the same places.
func (h handle) race(logs ...session.Log) {
	h.Helper()
	var want []stored
	after := session.Mark{}
	for place := uint64(1); place <= 30; place += 3 {
		answers := make([]error, 12)
		var all sync.WaitGroup
		for i := range answers {
			all.Go(func() {
				log := logs[i%len(logs)]
				answers[i] = log.Append(h.ctx, h.id, after, place+2, fmt.Append(nil, "writer ", i))
			})
		}
		all.Wait()
		winner := -1
		for i, err := range answers {
			switch {
			case err == nil && winner < 0:
				winner = i
			case err == nil:
				h.Fatalf("place %d: both %d and %d were told that they won", place, winner, i)
			case !errors.Is(err, session.ErrConflict):
				h.Fatalf("place %d: %v", place, err)
			}
		}
		if winner < 0 {
			h.Fatalf("place %d: nobody won", place)
		}
		want = append(want, stored{place, place + 2, fmt.Sprint("writer ", winner)})
		after = markOf(place, place+2, want[len(want)-1].text)
	}
	h.holds(want...)
}

// everybodyGetsIn lets five appenders write ten batches each, reading after each conflict as a server would.
func (h handle) everybodyGetsIn(logs ...session.Log) {
	h.Helper()
	const writers, each = 5, 10
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			log, after := logs[w%len(logs)], session.Mark{}
			for n := 0; n < each; {
				size := uint64(1 + (w+n)%3)
				first, last, text := after.Seq+1, after.Seq+size, fmt.Sprint(w, "/", n)
				err := log.Append(h.ctx, h.id, after, last, []byte(text))
				switch {
				case err == nil:
					after = markOf(first, last, text)
					n++
				case errors.Is(err, session.ErrConflict):
					after = endOf(h.ctx, h.T, log, h.id, after)
				default:
					h.Errorf("writer %d, batch %d: %v", w, n, err)
					return
				}
			}
		})
	}
	all.Wait()
	seen, last := map[string]bool{}, uint64(0)
	for b, err := range h.log.Read(h.ctx, h.id, 1) {
		if err != nil {
			h.Fatal(err)
		}
		if b.First != last+1 {
			h.Fatalf("a batch begins at %d after record %d", b.First, last)
		}
		if seen[string(b.Bytes)] {
			h.Fatalf("batch %s is stored twice", b.Bytes)
		}
		seen[string(b.Bytes)], last = true, b.Last
	}
	if len(seen) != writers*each {
		h.Fatalf("%d batches are stored, want %d", len(seen), writers*each)
	}
}

// endOf reads on from a known mark and gives the last one.
func endOf(ctx context.Context, t *testing.T, log session.Log, id string, after session.Mark) session.Mark {
	for b, err := range log.Read(ctx, id, after.Seq+1) {
		if err != nil {
			t.Error(err)
			return after
		}
		after = b.Mark()
	}
	return after
}
