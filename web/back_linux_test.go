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
	began := time.Now()
	crowd := phones(t, first.url[len("http://"):], s.ID, people)
	firstTook := time.Since(began)
	crowd.leave()
	first.stop()

	second := open(t, change{log: log})
	began = time.Now()
	back := phones(t, second.url[len("http://"):], s.ID, people)
	// The machine may have much else to do; what counts here is that it is no more work than the first time.
	took := time.Since(began)
	t.Logf("all came within %v, and were back within %v", firstTook, took)
	if took > 2*firstTook+5*time.Second {
		t.Errorf("all were back after %v, where coming took %v", took, firstTook)
	}
	second.host(s).await("all of them", func() bool { return second.server.sockets.count() == people+1 })
	seen := second.screen(s)
	seen.await("all of them to be counted, once", func() bool {
		return seen.presence != nil && seen.presence.Connected == people && string(seen.items["people"]) == `{"joined":1000}`
	})
	back.leave()
}
