package faults

import (
	"testing"
	"time"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/faults/workshop"
	"verbindend/cmd/verbindend/history"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session/redislog/redistest"
)

func TestRedisKilled(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, fsync string }{
		{"and started again with what it kept, appendfsync always", "always"},
		{"and started again with what it kept, appendfsync everysec", "everysec"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			addr, redis := redistest.Start(t, "--appendonly", "yes", "--appendfsync", c.fsync)
			server := rig.Serve(t, "--redis", "redis://"+addr)
			whileRedis(t, sites(t, server.URL()), addr, history.Rules{}, func() {
				redis.Restart()
				time.Sleep(500 * time.Millisecond) // some life in between
				redis.Kill()
				time.Sleep(time.Second) // long enough to be noticed by everybody
				redis.Restart()
			})
		})
	}
}

// whileRedis plays with something happening while people write, and again while they vote.
func whileRedis(t *testing.T, at []*visitor.Site, addr string, rules history.Rules, fault func()) {
	t.Helper()
	company := workshop.Gather(t, 2, workshop.Options{Sites: at, Phones: 4, Seed: 2, Pace: 20 * time.Millisecond})
	company.Write()
	time.Sleep(300 * time.Millisecond) // something is there to be lost
	fault()
	time.Sleep(300 * time.Millisecond) // and something after it
	company.Cluster()
	time.Sleep(300 * time.Millisecond)
	company.Vote()
	time.Sleep(300 * time.Millisecond)
	fault()
	time.Sleep(300 * time.Millisecond)
	company.Settle()
	company.Reveal()
	company.Again()
	time.Sleep(300 * time.Millisecond)
	company.Settle()
	company.Reveal()
	company.Judge(rules, inRedis(addr))
}

func TestRedisEmptied(t *testing.T) {
	t.Parallel()
	t.Run("with rooms open: they put everything back", func(t *testing.T) {
		t.Parallel()
		addr, redis := redistest.Start(t)
		server := rig.Serve(t, "--redis", "redis://"+addr)
		whileRedis(t, sites(t, server.URL()), addr, history.Rules{TailLost: true}, func() {
			if _, err := redis.Do("FLUSHALL"); err != nil {
				t.Fatal(err)
			}
		})
	})
}
