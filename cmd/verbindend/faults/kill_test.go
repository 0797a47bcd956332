package faults

import (
	"math/rand/v2"
	"testing"
	"time"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/faults/workshop"
	"verbindend/cmd/verbindend/history"
	"verbindend/session"
	"verbindend/session/redislog/redistest"
)

// kills is how often a server dies in one test.
const kills = 50

func TestServerKilled(t *testing.T) {
	t.Parallel()
	t.Run("fifty times at random moments, on a directory", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		server := rig.Serve(t, "--data", dir)
		killAgainAndAgain(t, server, inDirectory(dir, server))
	})
	t.Run("fifty times at random moments, on Redis", func(t *testing.T) {
		t.Parallel()
		addr, _ := redistest.Start(t)
		server := rig.Serve(t, "--redis", "redis://"+addr)
		killAgainAndAgain(t, server, inRedis(addr))
	})
}

func killAgainAndAgain(t *testing.T, server *rig.Server, read func(string) ([]session.Record, error)) {
	t.Helper()
	company := workshop.Gather(t, 3, workshop.Options{Sites: sites(t, server.URL()), Phones: 4, Seed: 1, Pace: 20 * time.Millisecond})
	reached := map[int]chan struct{}{}
	for _, n := range []int{12, 20, 28, 34, 40, kills} {
		reached[n] = make(chan struct{})
	}
	dying := make(chan struct{})
	go func() {
		defer close(dying)
		for n := 1; n <= kills && !t.Failed(); n++ {
			time.Sleep(100*time.Millisecond + rand.N(700*time.Millisecond)) // the moment is the point
			server.Kill()
			server.Launch()
			if at := reached[n]; at != nil {
				close(at)
			}
		}
	}()
	// The stages change while the server dies, too.
	company.Write()
	<-reached[12]
	company.Cluster()
	<-reached[20]
	company.Vote()
	<-reached[28]
	company.Reveal()
	company.Again()
	<-reached[34]
	company.Reveal()
	company.Answer()
	<-reached[40]
	company.Commit()
	<-reached[kills]
	<-dying
	company.Settle()
	company.Show()
	company.Judge(history.Rules{}, read)
}
