package openloop

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestPerform(t *testing.T) {
	t.Run("deeds happen in the order of their moments, and are told when they were due", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			var due, done []time.Duration
			note := func(at time.Time) {
				due, done = append(due, at.Sub(began)), append(done, time.Since(began))
				time.Sleep(30 * time.Millisecond) // slow: what follows is late, and was due all the same
			}
			err := Perform(t.Context(), began, []Deed{{50 * time.Millisecond, note}, {10 * time.Millisecond, note}, {20 * time.Millisecond, note}})
			if err != nil {
				t.Fatal(err)
			}
			for i, want := range []struct{ due, done time.Duration }{{10, 10}, {20, 40}, {50, 70}} {
				if due[i] != want.due*time.Millisecond || done[i] != want.done*time.Millisecond {
					t.Errorf("deed %d was due at %v and done at %v, not %v", i, due[i], done[i], want)
				}
			}
		})
	})
	t.Run("when it is called off nothing more happens", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		err := Perform(ctx, time.Now(), []Deed{{0, func(time.Time) { n++; cancel() }}, {0, func(time.Time) { n++ }}, {time.Hour, func(time.Time) { n++ }}})
		if !errors.Is(err, context.Canceled) || n != 1 {
			t.Errorf("%v after %d deeds", err, n)
		}
	})
}

func TestSpread(t *testing.T) {
	t.Run("percentiles are by nearest rank", func(t *testing.T) {
		var times []time.Duration
		for i := range 200 {
			times = append(times, time.Duration(200-i)*time.Millisecond)
		}
		if got := SpreadOf(times); got != (Spread{P50: 100, P95: 190, P99: 198, Max: 200}) {
			t.Errorf("%+v", got)
		}
	})
	t.Run("one time is every percentile, and none is zero", func(t *testing.T) {
		if got := SpreadOf([]time.Duration{7 * time.Millisecond}); got != (Spread{7, 7, 7, 7}) {
			t.Errorf("%+v", got)
		}
		if got := SpreadOf(nil); got != (Spread{}) {
			t.Errorf("%+v", got)
		}
	})
}
