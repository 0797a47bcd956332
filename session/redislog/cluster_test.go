package redislog

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/session/redislog/redistest"
)

func TestCluster(t *testing.T) {
	c := redistest.StartCluster(t, 3)
	log := func(t *testing.T) session.Log { return openURL(t, c.URL()) }
	logtest.Run(t, log,
		logtest.Beside(func(t *testing.T, _ session.Log) session.Log { return log(t) }),
		logtest.Reopen(func(t *testing.T, old session.Log) session.Log {
			must(t, old.Close())
			return log(t)
		}))
	t.Run("neighbours", func(t *testing.T) {
		logtest.RunNeighbours(t, func(t *testing.T) (one, other session.Neighbours) {
			return openURL(t, c.URL()), openURL(t, c.URL())
		})
	})
	t.Run("one node's address is enough", func(t *testing.T) {
		l := openURL(t, "redis://"+c.Nodes[1].Addr()+"?cluster=true")
		for i := range 10 {
			must(t, logtest.Append(t.Context(), l, fmt.Sprint("one-address-", i), 1, 1, []byte("x")))
		}
	})
}

func TestClusterNodeLost(t *testing.T) {
	c := redistest.StartCluster(t, 3, "--appendonly", "yes", "--appendfsync", "always", "--cluster-require-full-coverage", "no")
	l, other := openURL(t, c.URL()), openURL(t, c.URL())
	ctx := t.Context()
	notices, err := l.Watch(ctx)
	must(t, err)
	neighbours, err := l.Hear(ctx)
	must(t, err)
	ids := map[*redistest.Server]string{} // a log on each node
	for i := 0; len(ids) < len(c.Nodes); i++ {
		id := fmt.Sprint("log-", i)
		ids[c.Of(logKey(id))] = id
	}
	end, written := map[string]session.Mark{}, map[string]string{}
	write := func(id string) error {
		next := session.Batch{First: end[id].Seq + 1, Last: end[id].Seq + 1, Bytes: fmt.Append(nil, "record ", end[id].Seq+1)}
		err := l.Append(ctx, id, end[id], next.Last, next.Bytes)
		if err == nil {
			end[id] = next.Mark()
			written[id] += fmt.Sprintf("%d-%d %s\n", next.First, next.Last, next.Bytes)
		}
		return err
	}
	for _, id := range ids {
		for range 3 {
			must(t, write(id))
		}
	}
	for i, node := range c.Nodes {
		t.Run(fmt.Sprintf("node %d killed: its logs answer a failure, the others go on, and all are there when it is back", i+1), func(t *testing.T) {
			node.Kill()
			if err := write(ids[node]); err == nil || errors.Is(err, session.ErrConflict) || errors.Is(err, session.ErrLost) {
				t.Fatalf("a dead node answered %v", err)
			}
			for _, alive := range c.Nodes {
				if alive != node {
					eventually(t, func() error { return write(ids[alive]) })
				}
			}
			node.Restart()
			c.Works()
			for _, id := range ids {
				eventually(t, func() error { return write(id) })
				if got := contents(t, l, id); got != written[id] {
					t.Fatalf("%s holds\n%swant\n%s", id, got, written[id])
				}
			}
			// The node that the ear was at may have been this one.
			eventually(t, func() error {
				drainChannel(notices)
				must(t, write(ids[node]))
				return arrives(notices)
			})
			eventually(t, func() error {
				drainChannel(neighbours)
				must(t, other.Tell(ctx, []byte("hello")))
				return arrives(neighbours)
			})
		})
	}
}

// eventually tries until it succeeds, as a Cluster takes seconds to notice what became of its nodes.
func eventually(t *testing.T, try func() error) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		err := try()
		if err == nil {
			return
		}
		if time.Now().After(end) {
			t.Fatal(err)
		}
	}
}

func drainChannel[T any](ch <-chan T) {
	for len(ch) > 0 {
		<-ch
	}
}

func arrives[T any](ch <-chan T) error {
	select {
	case <-ch:
		return nil
	case <-time.After(300 * time.Millisecond):
		return errors.New("nothing is heard")
	}
}
