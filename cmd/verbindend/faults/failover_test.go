package faults

import (
	"testing"
	"time"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/faults/workshop"
	"verbindend/cmd/verbindend/history"
	"verbindend/session/redislog/redistest"
)

// A pair is a Redis with a replica that can be made to lag, and two servers, each with a line of its own to one of them.
type pair struct {
	t               *testing.T
	master, replica *redistest.Server
	behind          *rig.Proxy // between replica and master
	lines           [2]*rig.Proxy
	servers         [2]*rig.Server
}

func newPair(t *testing.T) *pair {
	t.Helper()
	p := &pair{t: t}
	var addr string
	addr, p.master = redistest.Start(t, "--repl-diskless-sync-delay", "0")
	p.behind = rig.NewProxy(t, addr)
	_, p.replica = redistest.Start(t)
	p.follow()
	for i := range p.servers {
		p.lines[i] = rig.NewProxy(t, addr)
		p.servers[i] = rig.Serve(t, "--redis", "redis://"+p.lines[i].Addr())
	}
	return p
}

// follow makes the replica follow its master, and waits until it does.
func (p *pair) follow() {
	p.t.Helper()
	host, port := split(p.t, p.behind.Addr())
	p.do(p.replica, "REPLICAOF", host, port)
	p.do(p.master, "SET", "in-step", "yes")
	eventually(p.t, "a replica in step", func() bool {
		said, err := p.replica.Do("GET", "in-step")
		return err == nil && said == "yes"
	})
}

func (p *pair) do(s *redistest.Server, command ...any) {
	p.t.Helper()
	if _, err := s.Do(command...); err != nil {
		p.t.Fatalf("%v: %v", command, err)
	}
}

// promote makes the replica a master with what it has.
func (p *pair) promote() {
	p.t.Helper()
	p.behind.HangUp()
	p.do(p.replica, "REPLICAOF", "NO", "ONE")
	p.behind.Heal()
}

func TestFailover(t *testing.T) {
	t.Parallel()
	play := func(t *testing.T, phones int) (*pair, *workshop.Company) {
		t.Helper()
		t.Parallel()
		p := newPair(t)
		return p, workshop.Gather(t, 2, workshop.Options{Sites: sites(t, p.servers[0].URL(), p.servers[1].URL()), Phones: phones, Seed: 11})
	}
	end := func(company *workshop.Company, p *pair) {
		company.Settle()
		company.Reveal()
		company.Judge(history.Rules{TailLost: true}, inRedis(p.replica.Addr()))
	}
	t.Run("to a replica that was behind: the rooms put back what it never got", func(t *testing.T) {
		p, company := play(t, 6)
		company.Write()
		time.Sleep(500 * time.Millisecond)
		company.Cluster()
		company.Vote()
		time.Sleep(300 * time.Millisecond)
		p.behind.Hold(rig.Requests, rig.Replies)
		time.Sleep(700 * time.Millisecond) // only the master has this
		p.master.Kill()
		p.promote()
		for _, line := range p.lines {
			line.To(p.replica.Addr())
			line.HangUp()
		}
		time.Sleep(500 * time.Millisecond)
		end(company, p)
	})
	t.Run("one server goes on with the old master for a while: what it acknowledged is done again on the new one", func(t *testing.T) {
		p, company := play(t, 6)
		company.Write()
		time.Sleep(500 * time.Millisecond)
		p.apart(time.Second)
		time.Sleep(500 * time.Millisecond)
		company.Cluster()
		company.Vote()
		time.Sleep(500 * time.Millisecond)
		end(company, p)
	})
	t.Run("the same while everybody votes", func(t *testing.T) {
		p, company := play(t, 6)
		company.Write()
		time.Sleep(500 * time.Millisecond)
		company.Cluster()
		company.Vote()
		time.Sleep(300 * time.Millisecond)
		p.apart(time.Second)
		time.Sleep(500 * time.Millisecond)
		end(company, p)
	})
}

// apart lets the servers go on with a Redis each, from a common history, until the old master dies.
func (p *pair) apart(d time.Duration) {
	p.t.Helper()
	p.behind.Hold(rig.Requests, rig.Replies)
	time.Sleep(200 * time.Millisecond)
	p.promote()
	p.lines[1].To(p.replica.Addr())
	p.lines[1].HangUp()
	time.Sleep(d)
	p.master.Kill()
	p.lines[0].To(p.replica.Addr())
	p.lines[0].HangUp()
}
