package logtest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"verbindend/session"
)

// RunNeighbours tests two servers' ends of the same neighbourhood against each sentence of the contract. open may give the same
// neighbourhood each time, and sees to it that what it gives is closed at the end of the test.
func RunNeighbours(t *testing.T, open func(t *testing.T) (one, other session.Neighbours)) {
	t.Run("each hears what either tells, itself too", func(t *testing.T) {
		one, other := open(t)
		a, b := hear(t, one), hear(t, other)
		told(t, one, "from one")
		told(t, other, "from the other")
		for name, ch := range map[string]<-chan []byte{"one": a, "the other": b} {
			awaitMessage(t, name, ch, "from one")
			awaitMessage(t, name, ch, "from the other")
		}
	})
	t.Run("a message may hold any bytes, or none", func(t *testing.T) {
		one, other := open(t)
		ch := hear(t, other)
		all := make([]byte, 256)
		for i := range all {
			all[i] = byte(i)
		}
		told(t, one, string(all))
		awaitMessage(t, "the other", ch, string(all))
		told(t, one, "")
		awaitMessage(t, "the other", ch, "")
	})
	t.Run("the sender may use its bytes again", func(t *testing.T) {
		one, other := open(t)
		ch := hear(t, other)
		buffer := []byte("before")
		if err := one.Tell(t.Context(), buffer); err != nil {
			t.Fatal(err)
		}
		copy(buffer, "after!")
		awaitMessage(t, "the other", ch, "before")
	})
	t.Run("what one tells is heard once and in order", func(t *testing.T) {
		one, other := open(t)
		ch := hear(t, other)
		for i := range 100 {
			told(t, one, fmt.Sprint(i))
		}
		for i := range 100 {
			if got := nextMessage(t, ch); string(got) != fmt.Sprint(i) {
				t.Fatalf("message %d is %q", i, got)
			}
		}
		told(t, other, "end")
		if got := nextMessage(t, ch); string(got) != "end" {
			t.Fatalf("%q was heard again", got)
		}
	})
	t.Run("one who sleeps holds up nobody, and hears the newest when it wakes", func(t *testing.T) {
		one, other := open(t)
		asleep, awake := hear(t, other), hear(t, other)
		for i := range 2000 {
			told(t, one, fmt.Sprint(i))
			if got := nextMessage(t, awake); string(got) != fmt.Sprint(i) {
				t.Fatalf("message %d is %q", i, got)
			}
		}
		last := ""
		for len(asleep) > 0 {
			last = string(<-asleep)
		}
		if last != "1999" {
			t.Fatalf("the last it heard is %q", last)
		}
	})
	t.Run("the channel is closed when its context ends, and others go on hearing", func(t *testing.T) {
		one, other := open(t)
		ctx, cancel := context.WithCancel(t.Context())
		gone, err := other.Hear(ctx)
		if err != nil {
			t.Fatal(err)
		}
		stays := hear(t, other)
		cancel()
		if got, open := <-gone; open {
			t.Fatalf("%q was heard by one who was gone", got)
		}
		told(t, one, "on")
		awaitMessage(t, "the other", stays, "on")
	})
	t.Run("a call whose context has ended answers so", func(t *testing.T) {
		one, other := open(t)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if one.Tell(ctx, []byte("x")) == nil {
			t.Error("told")
		}
		if _, err := other.Hear(ctx); err == nil {
			t.Error("heard")
		}
	})
}

func hear(t *testing.T, n session.Neighbours) <-chan []byte {
	t.Helper()
	ch, err := n.Hear(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return ch
}

func told(t *testing.T, n session.Neighbours, message string) {
	t.Helper()
	if err := n.Tell(t.Context(), []byte(message)); err != nil {
		t.Fatal(err)
	}
}

func awaitMessage(t *testing.T, who string, ch <-chan []byte, want string) {
	t.Helper()
	if got := nextMessage(t, ch); string(got) != want {
		t.Fatalf("%s heard %q, want %q", who, got, want)
	}
}

func nextMessage(t *testing.T, ch <-chan []byte) []byte {
	t.Helper()
	select {
	case m, open := <-ch:
		if !open {
			t.Fatal("the hearing ended")
		}
		return m
	case <-time.After(patience):
		t.Fatal("nothing was heard")
	}
	return nil
}
