package web

import (
	"strings"
	"testing"

	"verbindend/session"
	"verbindend/web/wire"
)

func TestFingerprintIsChecked(t *testing.T) {
	h := open(t)
	sum := kept(t)
	h.facilitator().post("/api/sessions/import", canonical(t, sum)).is(201)
	check := func(t *testing.T, mark string) (m wire.MarkChecked) {
		t.Helper()
		h.in(t).browser().get("/api/marks/" + mark).is(200).into(&m)
		return m
	}
	t.Run("of results that are here: yes, and when the session ended, also in capitals", func(t *testing.T) {
		want := wire.MarkChecked{Known: true, EndedAt: sum.EndedAt.UnixMilli()}
		for _, mark := range []string{sum.Fingerprint(), strings.ToUpper(sum.Fingerprint())} {
			if got := check(t, mark); got != want {
				t.Errorf("answered %+v, want %+v", got, want)
			}
		}
	})
	t.Run("of a file that came by a link, without the id: yes", func(t *testing.T) {
		if got := check(t, sum.Open().Fingerprint()); !got.Known || got.Forgotten {
			t.Errorf("answered %+v", got)
		}
	})
	t.Run("neither the title nor the way there is told", func(t *testing.T) {
		body := string(h.in(t).browser().get("/api/marks/" + sum.Fingerprint()).is(200).body)
		if strings.Contains(body, sum.Title) || strings.Contains(body, sum.ID+`"`) {
			t.Error(body)
		}
	})
	t.Run("of anything else: no", func(t *testing.T) {
		other := sum
		other.Title += "."
		if got := check(t, other.Fingerprint()); got != (wire.MarkChecked{}) {
			t.Errorf("answered %+v", got)
		}
	})
	t.Run("what cannot be one is refused", func(t *testing.T) {
		for _, mark := range []string{"abc", strings.Repeat("g", markLength), sum.Fingerprint() + "0"} {
			h.in(t).browser().get("/api/marks/"+mark).refuses(400, invalid("mark", session.Malformed))
		}
	})
	t.Run("the page is there", func(t *testing.T) { h.in(t).browser().get("/check").is(200) })
}
