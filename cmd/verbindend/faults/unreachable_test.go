package faults

import (
	"os"
	"testing"
	"time"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/faults/workshop"
	"verbindend/cmd/verbindend/history"
	"verbindend/session/redislog/redistest"
)

// full lets what takes long last as long as it is meant to: FAULTS=full go test ./cmd/verbindend/faults.
var full = os.Getenv("FAULTS") == "full"

// outage is how long a Redis cannot be reached.
func outage() time.Duration {
	if full {
		return 30 * time.Second
	}
	return 4 * time.Second
}

// Each outage comes twice: while people write, and while they vote.
func TestRedisUnreachable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		fault func(line *rig.Proxy)
	}{
		{"connections are reset, and nobody is let in", (*rig.Proxy).Refuse},
		{"a black hole: nothing passes, and nothing says so", func(p *rig.Proxy) { p.Hold(rig.Requests, rig.Replies) }},
		{"half open: requests pass and replies do not", func(p *rig.Proxy) { p.Hold(rig.Replies) }},
		{"everything takes half a second longer each way", func(p *rig.Proxy) { p.Delay(500 * time.Millisecond) }},
		{"the other side has forgotten the connections and does not say so", (*rig.Proxy).Abandon},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			addr, _ := redistest.Start(t)
			line := rig.NewProxy(t, addr)
			server := rig.Serve(t, "--redis", "redis://"+line.Addr())
			during := func() {
				time.Sleep(300 * time.Millisecond) // in the middle of it
				c.fault(line)
				time.Sleep(outage())
				line.Heal()
				time.Sleep(300 * time.Millisecond)
			}
			company := workshop.Gather(t, 2, workshop.Options{Sites: sites(t, server.URL()), Phones: 3, Seed: 3})
			company.Write()
			during()
			company.Cluster()
			company.Vote()
			during()
			company.Settle()
			company.Reveal()
			company.Judge(history.Rules{}, inRedis(addr))
		})
	}
}

func TestReplyLost(t *testing.T) {
	t.Parallel()
	t.Run("the connection breaks after the append and before its reply, again and again", func(t *testing.T) {
		t.Parallel()
		addr, _ := redistest.Start(t)
		line := rig.NewProxy(t, addr)
		server := rig.Serve(t, "--redis", "redis://"+line.Addr())
		company := workshop.Gather(t, 2, workshop.Options{Sites: sites(t, server.URL()), Phones: 4, Seed: 4})
		again := func() {
			for range 10 {
				line.CutAfter("evalsha", 1)
				eventually(t, "an append whose reply can be lost", func() bool { return line.Cuts() == 0 })
				time.Sleep(50 * time.Millisecond)
			}
		}
		company.Write()
		again()
		company.Cluster()
		company.Vote()
		again()
		company.Settle()
		company.Reveal()
		company.Judge(history.Rules{}, inRedis(addr))
	})
}

// What breaks between phones and server: a tunnel, a lift, a café.
func TestPhonesCutOff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		fault func(line *rig.Proxy)
	}{
		{"lines break in the middle of everything, twenty times", func(p *rig.Proxy) {
			for range 20 {
				p.HangUp()
				time.Sleep(150 * time.Millisecond)
			}
		}},
		{"what phones say arrives and what they are told does not, for two seconds", func(p *rig.Proxy) {
			p.Hold(rig.Replies)
			time.Sleep(2 * time.Second)
			p.HangUp()
			p.Heal()
		}},
		{"everything takes half a second longer each way", func(p *rig.Proxy) {
			p.Delay(500 * time.Millisecond)
			time.Sleep(3 * time.Second)
			p.Heal()
		}},
		{"everybody hangs for three seconds, and then all arrives at once", func(p *rig.Proxy) {
			p.Hold(rig.Requests, rig.Replies)
			time.Sleep(3 * time.Second)
			p.Heal()
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			server := rig.Serve(t, "--data", dir)
			line := rig.NewProxy(t, server.Addr())
			company := workshop.Gather(t, 2, workshop.Options{Sites: sites(t, line.URL()), Phones: 4, Seed: 5})
			company.Write()
			time.Sleep(200 * time.Millisecond)
			c.fault(line)
			company.Cluster()
			company.Vote()
			time.Sleep(200 * time.Millisecond)
			c.fault(line)
			company.Settle()
			company.Reveal()
			company.Judge(history.Rules{}, inDirectory(dir, server))
		})
	}
}
