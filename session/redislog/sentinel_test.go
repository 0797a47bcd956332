package redislog

import (
	"errors"
	"fmt"
	"testing"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/session/redislog/redistest"
)

// watched starts a master with a replica in step and a sentinel.
func watched(t *testing.T) (master, replica *redistest.Server, sentinel *redistest.Sentinel) {
	t.Helper()
	_, master = redistest.Start(t)
	replica = master.Replica()
	return master, replica, redistest.StartSentinel(t, master, 1)
}

func TestSentinel(t *testing.T) {
	_, _, sentinel := watched(t)
	log := func(t *testing.T) session.Log { return openURL(t, sentinel.URL()) }
	logtest.Run(t, log, logtest.Beside(func(t *testing.T, _ session.Log) session.Log { return log(t) }))
	t.Run("neighbours", func(t *testing.T) {
		logtest.RunNeighbours(t, func(t *testing.T) (one, other session.Neighbours) {
			return openURL(t, sentinel.URL()), openURL(t, sentinel.URL())
		})
	})
}

func TestFailover(t *testing.T) {
	t.Run("to a replica in step, in the middle of appends: all that both had is there, once, and the same log goes on", func(t *testing.T) {
		master, replica, sentinel := watched(t)
		l, ctx := openURL(t, sentinel.URL()), t.Context()
		notices, err := l.Watch(ctx)
		must(t, err)
		w := &keeper{log: l, id: "a"}
		for range 50 {
			must(t, w.write(t, fmt.Sprint("before ", len(w.held)+1)))
		}
		replica.InStep()
		inStep := w.end()
		killed := make(chan struct{})
		go func() {
			defer close(killed)
			master.Kill()
		}()
		// What is acknowledged between here and the death may be lost: then the answer says so, and the writer still holds it.
		failed, lost := 0, 0
		for n := 0; n < 50 || failed == 0; {
			switch err := w.write(t, fmt.Sprint("during ", len(w.held)+1)); {
			case err == nil:
				n++
			case errors.Is(err, session.ErrLost):
				lost++
				eventually(t, func() error { return w.restore(t, inStep) })
			case errors.Is(err, session.ErrConflict):
				t.Fatalf("there is one writer only: %v", err)
			default:
				failed++
				eventually(t, func() error { return w.reread(t) })
			}
		}
		<-killed
		sentinel.Promoted(replica)
		t.Logf("%d appends failed, %d times something acknowledged had gone", failed, lost)
		if got := contents(t, l, "a"); got != w.text() {
			t.Fatalf("the log holds\n%swant\n%s", got, w.text())
		}
		eventually(t, func() error {
			drainChannel(notices)
			must(t, w.write(t, "after"))
			return arrives(notices)
		})
	})

	t.Run("to a replica that lags: who held more gets lost or conflict, and never goes on over the gap", func(t *testing.T) {
		master, replica, sentinel := watched(t)
		ahead, fresh, ctx := openURL(t, sentinel.URL()), openURL(t, sentinel.URL()), t.Context()
		a := &keeper{log: ahead, id: "a"}
		for range 5 {
			must(t, a.write(t, "both have it"))
		}
		must(t, fresh.Ping(ctx))
		replica.Lag()
		for range 5 {
			must(t, a.write(t, "only the master has it"))
		}
		master.Kill()
		replica.Thaw()
		sentinel.Promoted(replica)
		eventually(t, func() error { return errors.Join(ahead.Ping(ctx), fresh.Ping(ctx)) })

		if got := len(batches(t, ahead, "a")); got != 5 {
			t.Fatalf("the replica has %d batches: it did not lag, and this test would prove nothing", got)
		}
		if err := a.write(t, "x"); !errors.Is(err, session.ErrLost) {
			t.Fatalf("behind the gap: %v", err)
		}
		if err := ahead.Replace(ctx, "a", a.end(), []byte("x")); !errors.Is(err, session.ErrLost) {
			t.Fatalf("replacing behind the gap: %v", err)
		}
		// Another server, which knew nothing of what was lost, goes on until its numbers are those of the first.
		b := &keeper{log: fresh, id: "a"}
		must(t, b.reread(t))
		for b.end().Seq < a.end().Seq {
			if err := a.write(t, "x"); !errors.Is(err, session.ErrLost) {
				t.Fatalf("behind the gap: %v", err)
			}
			must(t, b.write(t, "another history"))
		}
		for range 3 {
			if err := a.write(t, "x"); !errors.Is(err, session.ErrConflict) {
				t.Fatalf("on another history: %v", err)
			}
			if err := ahead.Replace(ctx, "a", a.end(), []byte("x")); !errors.Is(err, session.ErrConflict) {
				t.Fatalf("replacing another history: %v", err)
			}
			must(t, b.write(t, "another history"))
		}
		if got := contents(t, fresh, "a"); got != b.text() {
			t.Fatalf("the log holds\n%swant\n%s", got, b.text())
		}
		must(t, a.reread(t))
		must(t, a.write(t, "on the same history again"))
	})
}

// A keeper writes to a log as a room does: it holds what was acknowledged, reads before it writes again after a failure, and
// appends again what the log has lost.
type keeper struct {
	log  session.Log
	id   string
	held []session.Batch
}

func (k *keeper) end() session.Mark {
	if len(k.held) == 0 {
		return session.Mark{}
	}
	return k.held[len(k.held)-1].Mark()
}

func (k *keeper) write(t *testing.T, text string) error {
	t.Helper()
	after := k.end()
	b := session.Batch{First: after.Seq + 1, Last: after.Seq + 1, Bytes: []byte(text)}
	err := k.log.Append(t.Context(), k.id, after, b.Last, b.Bytes)
	if err == nil {
		k.held = append(k.held, b)
	}
	return err
}

// reread takes in what the log has beyond what is held. What is held and not there is for the next write to find out.
func (k *keeper) reread(t *testing.T) error {
	t.Helper()
	var there []session.Batch
	for b, err := range k.log.Read(t.Context(), k.id, 1) {
		if err != nil {
			return err
		}
		there = append(there, b)
	}
	for i, b := range there {
		if i < len(k.held) && k.held[i].Mark() != b.Mark() {
			k.held = there // another history: what others made of it holds
			return nil
		}
	}
	if len(there) > len(k.held) {
		k.held = there
	}
	return nil
}

// restore appends what is held and not there. All up to a mark must be there.
func (k *keeper) restore(t *testing.T, kept session.Mark) error {
	t.Helper()
	after := session.Mark{}
	for b, err := range k.log.Read(t.Context(), k.id, 1) {
		if err != nil {
			return err
		}
		after = b.Mark()
	}
	if after.Seq < kept.Seq {
		t.Fatalf("the log ends at %d, and %d was in step", after.Seq, kept.Seq)
	}
	for _, b := range k.held {
		if b.Last <= after.Seq {
			continue
		}
		if err := k.log.Append(t.Context(), k.id, after, b.Last, b.Bytes); err != nil {
			return err
		}
		after = b.Mark()
	}
	return nil
}

func (k *keeper) text() (all string) {
	for _, b := range k.held {
		all += fmt.Sprintf("%d-%d %s\n", b.First, b.Last, b.Bytes)
	}
	return all
}

func batches(t *testing.T, l session.Log, id string) (all []session.Batch) {
	t.Helper()
	for b, err := range l.Read(t.Context(), id, 1) {
		must(t, err)
		all = append(all, b)
	}
	return all
}
