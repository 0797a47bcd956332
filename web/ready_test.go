package web

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestReadiness(t *testing.T) {
	t.Run("is asked of the log once a second, however many want to know", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var r readiness
			asked := 0
			full := errors.New("the disk is full")
			ping := func(context.Context) error {
				asked++
				if asked == 2 {
					return full
				}
				return nil
			}
			for i, want := range []error{nil, full, nil} {
				for range 100 {
					if got := r.ask(ping); !errors.Is(got, want) {
						t.Errorf("in second %d it is %v", i, got)
					}
				}
				time.Sleep(readyFor)
			}
			if asked != 3 {
				t.Errorf("asked %d times", asked)
			}
		})
	})
	t.Run("is not waited for longer than two seconds", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var r readiness
			began := time.Now()
			err := r.ask(func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() })
			if took := time.Since(began); !errors.Is(err, context.DeadlineExceeded) || took > readyWait {
				t.Errorf("%v after %v", err, took)
			}
		})
	})
}
