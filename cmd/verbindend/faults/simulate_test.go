package faults

import (
	"strings"
	"sync"
	"testing"
	"time"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/simulate"
	"verbindend/session/redislog/redistest"
)

// The program's own simulation has another script and a judge of its own: two who look are less easily deceived.
func TestSimulation(t *testing.T) {
	t.Parallel()
	t.Run("whole sessions on two servers that are killed in turn: nothing lost, nothing twice, nothing told early", func(t *testing.T) {
		t.Parallel()
		redis, _ := redistest.Start(t)
		var servers [2]*rig.Server
		for i := range servers {
			servers[i] = rig.Serve(t, "--redis", "redis://"+redis)
		}
		stages := &listener{at: map[string]func(){}}
		var dying sync.WaitGroup
		die := func(s *rig.Server) func() {
			return func() {
				dying.Go(func() {
					time.Sleep(400 * time.Millisecond)
					s.Kill()
					s.Launch()
				})
			}
		}
		stages.at["writing"], stages.at["voting"], stages.at["formulating"], stages.at["committing"] = die(servers[0]), die(servers[1]), die(servers[0]), die(servers[1])
		outcome, err := simulate.Run(t.Context(), simulate.Options{
			URL: servers[0].URL(), Others: []string{servers[1].URL()}, Key: rig.Key, Participants: 10, Sessions: 1, Cards: 4, Votes: 4, Seed: 5,
			Window: time.Second, Cut: 0.5, Fallback: 0.3, Activities: true, Timeout: 2 * time.Minute, Progress: stages,
		})
		dying.Wait()
		if err != nil || !outcome.Fine() {
			t.Fatalf("%v\n%+v", err, outcome)
		}
		if outcome.Acked < 50 || outcome.Reconnects < 5 {
			t.Errorf("%d commands were acknowledged and %d connections came back: that proves little", outcome.Acked, outcome.Reconnects)
		}
	})
}

// A listener does something the first time that the simulation tells of a stage.
type listener struct{ at map[string]func() }

func (l *listener) Write(said []byte) (int, error) {
	for stage, do := range l.at {
		if strings.Contains(string(said), stage) {
			delete(l.at, stage)
			do()
		}
	}
	return len(said), nil
}
