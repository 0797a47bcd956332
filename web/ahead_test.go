package web

import (
	"testing"
	"time"

	"verbindend/session"
)

func TestReportsAreMadeAhead(t *testing.T) {
	h := open(t)
	s := h.start()
	h.voting(s).do(session.EndSession{})
	tick, deadline := time.NewTicker(time.Millisecond), time.After(20*time.Second)
	defer tick.Stop()
	for h.server.printer.Made() < 2 {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatal(h.server.printer.Made(), "reports were made when the session had been sealed")
		}
	}
	for _, query := range []string{"", "?lang=nl", "?lang=en"} {
		h.browser().get("/api/sessions/" + s.ID + "/report.pdf" + query).is(200)
	}
	if made := h.server.printer.Made(); made != 2 {
		t.Errorf("%d reports were made; readers asked for others than those made ahead", made)
	}
}
