package logtest_test

import (
	"testing"

	"verbindend/session"
	"verbindend/session/logtest"
)

func TestNeighbours(t *testing.T) {
	logtest.RunNeighbours(t, func(*testing.T) (one, other session.Neighbours) {
		n := logtest.NewNeighbours()
		return n, n
	})
	ctx := t.Context()
	open := func(t *testing.T) (*logtest.Neighbours, func(string), func() string) {
		n := logtest.NewNeighbours()
		ch, err := n.Hear(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		tell := func(message string) {
			if err := n.Tell(ctx, []byte(message)); err != nil {
				t.Fatal(err)
			}
		}
		heard := func() (all string) {
			for len(ch) > 0 {
				all += string(<-ch) + " "
			}
			return all
		}
		return n, tell, heard
	}
	t.Run("messages can be lost, for a while", func(t *testing.T) {
		n, tell, heard := open(t)
		n.Lose(true)
		tell("a")
		n.Lose(false)
		tell("b")
		if got := heard(); got != "b " {
			t.Fatal(got)
		}
	})
	t.Run("messages can be held up, and arrive in order", func(t *testing.T) {
		n, tell, heard := open(t)
		release := n.Hold()
		tell("a")
		tell("b")
		if got := heard(); got != "" {
			t.Fatal(got)
		}
		release()
		release()
		tell("c")
		if got := heard(); got != "a b c " {
			t.Fatal(got)
		}
	})
	t.Run("messages can be doubled", func(t *testing.T) {
		n, tell, heard := open(t)
		n.Repeat(true)
		tell("a")
		n.Repeat(false)
		tell("b")
		if got := heard(); got != "a a b " {
			t.Fatal(got)
		}
	})
}
