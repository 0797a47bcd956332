package web

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/library"
	"verbindend/web/wire"
)

// search asks the library as a facilitator.
func (h *house) search(parameters ...string) wire.LibraryAnswer {
	h.t.Helper()
	values := url.Values{}
	for i := 0; i < len(parameters); i += 2 {
		values.Set(parameters[i], parameters[i+1])
	}
	var got wire.LibraryAnswer
	h.facilitator().get("/api/library?" + values.Encode()).is(200).into(&got)
	return got
}

func TestLibrary(t *testing.T) {
	h := open(t)
	s := h.start()
	t.Run("is for facilitators", func(t *testing.T) {
		h := h.in(t)
		h.browser().get("/api/library?q=proef").refuses(403, session.Problem{Code: session.Denied})
		h.browser().with("Authorization", "Bearer "+keyOf(s.Host)).get("/api/library").refuses(403, session.Problem{Code: session.Denied})
	})
	t.Run("finds by what is open to the room, tells where, and keeps what is hidden", func(t *testing.T) {
		h := h.in(t)
		host, anna := h.host(s), h.phone(s, "anna")
		host.do(session.OpenActivity{Activity: write})
		anna.do(session.AddCard{ID: "k1", Text: "Vuurtoren"})
		host.do(session.HideCard{ID: "k1"})
		anna.do(session.AddCard{ID: "k2", Text: "Kompas"})
		host.do(session.EndSession{})
		if got := h.search("q", "vuurtoren"); got.Total != 0 || len(got.Found) != 0 {
			t.Errorf("by a card that was taken away: %+v", got)
		}
		got := h.search("q", "kompas PROEF")
		if got.Total != 1 || got.Found[0].ID != s.ID || got.Found[0].Status != session.Over || got.Found[0].Places[0].Where != library.Title ||
			got.Found[0].Places[1].Pieces[0] != (library.Piece{Text: "Kompas", Hit: true}) {
			t.Errorf("%+v", got)
		}
	})
	t.Run("is asked for a time, from a moment on and until another", func(t *testing.T) {
		h := h.in(t)
		now := time.Now().UnixMilli()
		for _, c := range []struct {
			from, until int64
			total       int
		}{{now - 3_600_000, now + 3_600_000, 1}, {now + 3_600_000, now + 7_200_000, 0}, {now - 7_200_000, now - 3_600_000, 0}} {
			if got := h.search("from", fmt.Sprint(c.from), "until", fmt.Sprint(c.until)); got.Total != c.total {
				t.Errorf("%+v: %d", c, got.Total)
			}
		}
		if got := h.search("group", "Bestuur"); got.Total != 0 || len(got.Groups) != 0 { // two phones are too few to name their groups
			t.Errorf("%+v", got)
		}
	})
	t.Run("refuses what cannot be looked for", func(t *testing.T) {
		h := h.in(t)
		b := h.facilitator()
		long := session.Problem{Code: session.Invalid, Field: "q", Reason: session.TooLong, Limit: maxQuery}
		b.get("/api/library?q="+strings.Repeat("x", maxQuery+1)).refuses(400, long)
		b.get("/api/library?from=gisteren").refuses(400, invalid("from", session.Malformed))
		b.get("/api/library?q=%00%ff%F0%9F%8C%89").is(200)
	})
	t.Run("forgets what is erased, on another server too", func(t *testing.T) {
		a, b := two(t)
		gone := a.start()
		if got := b.search("q", "proef"); got.Total != 1 {
			t.Fatalf("%+v", got)
		}
		a.facilitator().send("DELETE", "/api/sessions/"+gone.ID, "").is(204)
		for _, server := range []*house{a, b} {
			if got := server.search("q", "proef"); got.Total != 0 {
				t.Errorf("%+v", got)
			}
		}
	})
}
