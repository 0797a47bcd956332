package web

import (
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
)

// After a restart of the server everybody who was there is back at the same moment.
func TestAThousandComeBackAtOnce(t *testing.T) {
	const people = 1000
	log := logtest.NewMemory()
	first := open(t, change{log: log})
	s := first.start()
	first.host(s).do(session.OpenActivity{Activity: write})
	crowd := phones(t, first.url[len("http://"):], s.ID, people)
	crowd.leave()
	first.stop()

	second := open(t, change{log: log})
	began := time.Now()
	back := phones(t, second.url[len("http://"):], s.ID, people)
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("all were back after %v", took)
	}
	second.host(s).await("all of them", func() bool { return second.server.sockets.count() == people+1 })
	seen := second.screen(s)
	seen.await("all of them to be counted, once", func() bool {
		return seen.presence != nil && seen.presence.Connected == people && string(seen.items["people"]) == `{"joined":1000}`
	})
	back.leave()
}
