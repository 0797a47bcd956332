package logtest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"verbindend/session"
)

func (s *suite) context(t *testing.T) {
	t.Run("a call whose context has ended answers so and changes nothing", func(t *testing.T) {
		ctx, h := s.start(t)
		h.append(1, 1, "a")
		over, cancel := context.WithCancel(ctx)
		cancel()
		for name, call := range calls(h.log, h.id, markOf(1, 1, "a")) {
			if err := call(over); !errors.Is(err, context.Canceled) {
				t.Errorf("%s answered %v", name, err)
			}
		}
		h.holds(stored{1, 1, "a"})
	})
	t.Run("a reading ends in the error of its context when that ends under way", func(t *testing.T) {
		ctx, h := s.start(t)
		for i := range uint64(10) {
			h.append(i+1, i+1, fmt.Sprint(i))
		}
		short, cancel := context.WithCancel(ctx)
		defer cancel()
		var batches int
		var end error
		for _, err := range h.log.Read(short, h.id, 1) {
			if err != nil {
				end = err
				continue
			}
			batches++
			cancel()
		}
		if batches != 1 || !errors.Is(end, context.Canceled) {
			t.Fatalf("%d batches, then %v", batches, end)
		}
	})
	t.Run("an append whose context ends under way is stored whole or not at all, and the log goes on", func(t *testing.T) {
		ctx, h := s.start(t)
		text, after := strings.Repeat("x", 100_000), session.Mark{}
		for range 30 {
			short, cancel := context.WithCancel(ctx)
			go cancel()
			err := h.log.Append(short, h.id, after, after.Seq+2, []byte(text))
			if err != nil && !errors.Is(err, context.Canceled) && !isConflict(err) {
				t.Fatal(err)
			}
			// One that gave up may still be under way: it takes the place from us, which we read below.
			end := endOf(ctx, t, h.log, h.id, after)
			if err == nil && end.Seq < after.Seq+2 {
				t.Fatal("acknowledged and not there")
			}
			after = end
		}
		for b, err := range h.log.Read(ctx, h.id, 1) {
			if err != nil || b.Last != b.First+1 || string(b.Bytes) != text {
				t.Fatalf("batch %d–%d of %d bytes: %v", b.First, b.Last, len(b.Bytes), err)
			}
		}
		for {
			err := h.log.Append(ctx, h.id, after, after.Seq+2, []byte(text))
			if err == nil {
				return
			}
			if !isConflict(err) {
				t.Fatal(err)
			}
			after = endOf(ctx, t, h.log, h.id, after)
		}
	})
}

// calls are all methods that take a context, ready to be made on a log that ends at a mark.
func calls(log session.Log, id string, end session.Mark) map[string]func(context.Context) error {
	return map[string]func(context.Context) error{
		"Append":  func(ctx context.Context) error { return log.Append(ctx, id, end, end.Seq+1, []byte("x")) },
		"Replace": func(ctx context.Context) error { return log.Replace(ctx, id, end, []byte("x")) },
		"Delete":  func(ctx context.Context) error { return log.Delete(ctx, id) },
		"Ping":    log.Ping,
		"Watch":   func(ctx context.Context) error { _, err := log.Watch(ctx); return err },
		"Read": func(ctx context.Context) (end error) {
			for _, err := range log.Read(ctx, id, 1) {
				end = err
			}
			return end
		},
	}
}
