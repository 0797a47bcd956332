package faults

import (
	"testing"
	"time"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/faults/workshop"
	"verbindend/cmd/verbindend/history"
	"verbindend/session/redislog/redistest"
)

// balanced is two servers on one Redis, behind a balancer that gives each connection to the next.
func balanced(t *testing.T) (balancer *rig.Proxy, redis string, servers [2]*rig.Server) {
	t.Helper()
	redis, _ = redistest.Start(t)
	for i := range servers {
		servers[i] = rig.Serve(t, "--redis", "redis://"+redis)
	}
	return rig.NewProxy(t, servers[0].Addr(), servers[1].Addr()), redis, servers
}

func TestTwoServers(t *testing.T) {
	t.Parallel()
	t.Run("a session over both, nothing breaks: everybody is shown the same", func(t *testing.T) {
		t.Parallel()
		balancer, redis, _ := balanced(t)
		company := workshop.Gather(t, 2, workshop.Options{Sites: sites(t, balancer.URL()), Phones: 6, Seed: 6, Pace: 20 * time.Millisecond})
		company.Write()
		time.Sleep(time.Second)
		company.Cluster()
		time.Sleep(500 * time.Millisecond)
		company.Vote()
		time.Sleep(time.Second)
		company.Settle()
		company.Reveal()
		company.Again()
		time.Sleep(500 * time.Millisecond)
		company.Settle()
		company.Reveal()
		company.Answer()
		time.Sleep(500 * time.Millisecond)
		company.Commit()
		time.Sleep(500 * time.Millisecond)
		company.Show()
		company.Judge(history.Rules{}, inRedis(redis))
	})
	t.Run("people wander from one to the other all the time", func(t *testing.T) {
		t.Parallel()
		balancer, redis, _ := balanced(t)
		company := workshop.Gather(t, 2, workshop.Options{Sites: sites(t, balancer.URL()), Phones: 6, Seed: 7})
		wander := func() {
			for range 10 {
				time.Sleep(200 * time.Millisecond)
				balancer.HangUp()
			}
		}
		company.Write()
		wander()
		company.Cluster()
		company.Vote()
		wander()
		company.Settle()
		company.Reveal()
		company.Judge(history.Rules{}, inRedis(redis))
	})
	t.Run("one is killed while people write and the other while they vote", func(t *testing.T) {
		t.Parallel()
		balancer, redis, servers := balanced(t)
		company := workshop.Gather(t, 2, workshop.Options{Sites: sites(t, balancer.URL()), Phones: 6, Seed: 8})
		company.Write()
		time.Sleep(500 * time.Millisecond)
		servers[0].Kill()
		time.Sleep(2 * time.Second)
		servers[0].Start()
		company.Cluster()
		company.Vote()
		time.Sleep(500 * time.Millisecond)
		servers[1].Kill()
		time.Sleep(2 * time.Second)
		company.Settle()
		company.Reveal()
		company.Judge(history.Rules{}, inRedis(redis))
	})
	t.Run("a rolling restart while a vote is open", func(t *testing.T) {
		t.Parallel()
		balancer, redis, servers := balanced(t)
		company := workshop.Gather(t, 2, workshop.Options{Sites: sites(t, balancer.URL()), Phones: 6, Seed: 9})
		company.Write()
		time.Sleep(500 * time.Millisecond)
		company.Cluster()
		company.Vote()
		for range 2 {
			for _, s := range servers {
				time.Sleep(300 * time.Millisecond)
				s.Stop()
				s.Start()
			}
		}
		time.Sleep(300 * time.Millisecond)
		company.Settle()
		company.Reveal()
		company.Judge(history.Rules{}, inRedis(redis))
	})
	t.Run("two hosts at once, each on a server of their own", func(t *testing.T) {
		t.Parallel()
		_, redis, servers := balanced(t)
		company := workshop.Gather(t, 2, workshop.Options{
			Sites: sites(t, servers[0].URL(), servers[1].URL()), Phones: 4, Hosts: 2, Seed: 10, Pace: 20 * time.Millisecond,
		})
		company.Write()
		time.Sleep(500 * time.Millisecond)
		company.Cluster()
		time.Sleep(time.Second)
		company.Vote()
		time.Sleep(500 * time.Millisecond)
		company.Settle()
		company.Reveal()
		company.Judge(history.Rules{}, inRedis(redis))
	})
}
