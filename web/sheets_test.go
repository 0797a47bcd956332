package web

import (
	"bytes"
	"image/png"
	"testing"

	"verbindend/session"
	"verbindend/web/wire"
)

func TestSheets(t *testing.T) {
	t.Run("a poster, a slide and a card there are once there is a value to show, and not before", func(t *testing.T) {
		h := open(t)
		s := h.start()
		at := "/api/sessions/" + s.ID
		for _, path := range []string{"/poster.pdf", "/slide.png", "/cards/1.png"} {
			h.browser().get(at+path).refuses(404, session.Problem{Code: session.NotFound, Field: "value", Reason: session.Unknown})
		}
		h.voting(s).do(session.EndSession{})
		for _, query := range []string{"", "?format=a3", "?lang=en"} {
			if a := h.browser().get(at + "/poster.pdf" + query).is(200); !bytes.HasPrefix(a.body, []byte("%PDF-")) || a.header.Get("Content-Type") != "application/pdf" {
				t.Errorf("%q gave %v", query, a.header)
			}
		}
		for path, width := range map[string]int{"/slide.png": 1920, "/cards/1.png": 1200} {
			a := h.browser().get(at + path).is(200)
			if c, err := png.DecodeConfig(bytes.NewReader(a.body)); err != nil || c.Width != width {
				t.Errorf("%s is %d wide, %v", path, c.Width, err)
			}
		}
		h.browser().get(at + "/cards/999.png").is(404)
		h.browser().get(at + "/cards/one.png").is(404)
		h.browser().get(at+"/poster.pdf?format=a5").refuses(400, invalid("format", session.Unknown))
		h.browser().get(at+"/poster.pdf?lang=de").refuses(400, invalid("lang", session.Unknown))
	})
	t.Run("the invitation is there until the session has ended", func(t *testing.T) {
		h := open(t)
		s := h.start()
		at := "/api/sessions/" + s.ID + "/invitation.pdf"
		h.browser().get(at + "?format=a3&lang=en").is(200)
		h.browser().get("/api/sessions/none/invitation.pdf").is(404)
		h.voting(s).do(session.EndSession{})
		h.browser().get("/api/sessions/" + s.ID + "/report").is(303) // by then the directory knows of the end
		h.browser().get(at).is(404)
	})
	t.Run("ballots are printed as soon as phones may see them", func(t *testing.T) {
		h := open(t)
		s := h.start()
		at := "/api/sessions/" + s.ID + "/ballots.pdf"
		h.browser().get(at).refuses(404, session.Problem{Code: session.NotFound, Field: "ballot", Reason: session.NothingToVote})
		h.voting(s)
		h.browser().get(at + "?copies=60").is(200)
		for _, copies := range []string{"0", "61", "-1"} {
			h.browser().get(at+"?copies="+copies).refuses(400, session.Problem{Code: session.Invalid, Field: "copies", Reason: session.OutOfRange, Limit: 60})
		}
	})
}

// voting brings a session to its vote, with a value on the ballot, and gives its host.
func (h *house) voting(s wire.SessionCreated) *guest {
	h.t.Helper()
	host, anna := h.host(s), h.phone(s, "anna")
	host.do(session.OpenActivity{Activity: "a2"})
	anna.do(session.AddCard{ID: "c1", Text: "Lef"})
	host.do(session.OpenActivity{Activity: "a3"})
	host.do(session.OpenActivity{Activity: "a4"})
	return host
}
