package simulate

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestStage(t *testing.T) {
	t.Run("nobody begins an act before everybody is ready, and the turn comes first", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var mu sync.Mutex
			var order []string
			note := func(what string) { mu.Lock(); defer mu.Unlock(); order = append(order, what) }
			noted := func() []string { mu.Lock(); defer mu.Unlock(); return slices.Clone(order) }
			s := newStage(3, func(act string) { note("turn " + act) })
			for i := range 3 {
				go func() {
					time.Sleep(time.Duration(i) * time.Second)
					if err := s.begin(t.Context(), "vote"); err != nil {
						t.Error(err)
					}
					note("voting")
				}()
			}
			synctest.Wait()
			if len(noted()) > 0 {
				t.Fatalf("too early: %v", noted())
			}
			time.Sleep(5 * time.Second)
			if !slices.Equal(noted(), []string{"turn vote", "voting", "voting", "voting"}) {
				t.Errorf("%v", noted())
			}
		})
	})
	t.Run("who has ended is not waited for", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			s := newStage(2, func(string) {})
			begun := make(chan error, 1)
			go func() { begun <- s.begin(t.Context(), "vote") }()
			synctest.Wait()
			s.leave()
			if err := <-begun; err != nil {
				t.Error(err)
			}
		})
	})
	t.Run("a play that is called off does not wait for ever", func(t *testing.T) {
		s := newStage(2, func(string) {})
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := s.begin(ctx, "vote"); !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	})
}
