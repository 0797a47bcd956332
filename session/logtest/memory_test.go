package logtest_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
)

func TestMemory(t *testing.T) {
	logtest.Run(t, func(*testing.T) session.Log { return logtest.NewMemory() },
		// Two names for one memory: what matters here is that the suite's own sentences about two handles hold.
		logtest.Beside(func(_ *testing.T, first session.Log) session.Log { return first }))
}

func TestFaults(t *testing.T) {
	ctx := t.Context()
	boom := errors.New("boom")

	t.Run("a failing log answers the error and changes nothing, until it is well again", func(t *testing.T) {
		m := logtest.NewMemory()
		m.Fail(boom)
		if err := logtest.Append(ctx, m, "a", 1, 1, []byte("x")); !errors.Is(err, boom) {
			t.Fatal(err)
		}
		for _, err := range m.Read(ctx, "a", 1) {
			if !errors.Is(err, boom) {
				t.Fatal(err)
			}
		}
		if len(m.Batches("a")) != 0 {
			t.Fatal("stored")
		}
		m.Fail(nil)
		if err := logtest.Append(ctx, m, "a", 1, 1, []byte("x")); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("an answer that is lost leaves the batch stored, once", func(t *testing.T) {
		m := logtest.NewMemory()
		m.FailAfterAppend(boom)
		if err := logtest.Append(ctx, m, "a", 2, 2, []byte("x")); !errors.Is(err, session.ErrLost) {
			t.Fatalf("a refusal does not use up the fault: %v", err)
		}
		if err := logtest.Append(ctx, m, "a", 1, 1, []byte("x")); !errors.Is(err, boom) {
			t.Fatal(err)
		}
		if got := m.Batches("a"); len(got) != 1 || string(got[0].Bytes) != "x" {
			t.Fatalf("%v", got)
		}
		if err := logtest.Append(ctx, m, "a", 2, 2, []byte("y")); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("a log that lost its end answers lost, and takes again what its writer still holds", func(t *testing.T) {
		m := logtest.NewMemory()
		for seq := uint64(1); seq <= 3; seq++ {
			if err := logtest.Append(ctx, m, "a", seq, seq, []byte("x")); err != nil {
				t.Fatal(err)
			}
		}
		ch, err := m.Watch(ctx)
		if err != nil {
			t.Fatal(err)
		}
		m.Lose("a", 1)
		if n := <-ch; n != (session.Notice{}) {
			t.Fatalf("%+v", n)
		}
		if err := logtest.Append(ctx, m, "a", 4, 4, []byte("x")); !errors.Is(err, session.ErrLost) {
			t.Fatal(err)
		}
		if err := logtest.Append(ctx, m, "a", 2, 3, []byte("again")); err != nil {
			t.Fatal(err)
		}
	})
}

func TestStall(t *testing.T) {
	t.Run("a stalled append goes on when it is released", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			m := logtest.NewMemory()
			release := m.Stall()
			answer := make(chan error, 1)
			go func() { answer <- logtest.Append(t.Context(), m, "a", 1, 1, []byte("x")) }()
			synctest.Wait()
			if len(answer) != 0 || len(m.Batches("a")) != 0 {
				t.Fatal("it did not wait")
			}
			release()
			release()
			if err := <-answer; err != nil || len(m.Batches("a")) != 1 {
				t.Fatal(err)
			}
		})
	})
	t.Run("a stalled append ends with its context, and nothing is stored", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			m := logtest.NewMemory()
			defer m.Stall()()
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			if err := logtest.Append(ctx, m, "a", 1, 1, []byte("x")); !errors.Is(err, context.DeadlineExceeded) {
				t.Fatal(err)
			}
			if len(m.Batches("a")) != 0 {
				t.Fatal("stored")
			}
		})
	})
	t.Run("closing ends those who are stalled", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			m := logtest.NewMemory()
			m.Stall()
			answer := make(chan error, 1)
			go func() { answer <- logtest.Append(t.Context(), m, "a", 1, 1, []byte("x")) }()
			synctest.Wait()
			if err := m.Close(); err != nil {
				t.Fatal(err)
			}
			if <-answer == nil {
				t.Fatal("stored after close")
			}
		})
	})
}
