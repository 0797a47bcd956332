package web

import (
	"net/url"
	"strings"
	"testing"

	"verbindend/session/logtest"
	"verbindend/session/redislog"
	"verbindend/session/redislog/redistest"
)

// What is taken back at one server is gone at the other with the next request: the question, not the news, is what counts. The other has
// everything ready that it could go on serving.
func TestWhatIsTakenBack(t *testing.T) {
	t.Run("on one log in memory", func(t *testing.T) {
		a, b := two(t)
		takeBack(t, a, b)
	})
	t.Run("on one Redis", func(t *testing.T) {
		addr, _ := redistest.Start(t)
		server := func() *house {
			log, err := redislog.Open(t.Context(), "redis://"+addr)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = log.Close() })
			return open(t, change{log: log, beside: logtest.NewNeighbours()})
		}
		takeBack(t, server(), server())
	})
}

func takeBack(t *testing.T, a, b *house) {
	t.Helper()
	s := a.worded()
	t.Run("a link to a report", func(t *testing.T) {
		a, b := a.in(t), b.in(t)
		l := a.link(s, `{}`)
		paths := []string{"", "?lang=en", "/report.pdf", "/results.json", "/preview.png", "/slide.png"}
		tags := map[string]string{}
		for _, path := range paths {
			tags[path] = b.browser().get("/r/" + l.Token + path).is(200).header.Get("ETag")
		}
		a.facilitator().send("DELETE", "/api/sessions/"+s.ID+"/links/"+l.Token, "").is(204)
		for _, path := range paths {
			reader := b.browser().with("If-None-Match", tags[path]) // who has it already is not told that it stayed the same
			if got := reader.get("/r/" + l.Token + path).is(410); strings.Contains(string(got.body), "Bij de klant") {
				t.Errorf("%s tells more than that", path)
			}
		}
	})
	t.Run("a publication", func(t *testing.T) {
		a, b := a.in(t), b.in(t)
		a.facilitator().form("/publish/"+s.ID, url.Values{"do": {"publish"}, "title": {"Een groep in de bouw"}}).is(303)
		_, after, _ := strings.Cut(string(b.browser().get("/kennisbank?q=vertrouwen").is(200).body), `href="/kennisbank/`)
		slug, _, _ := strings.Cut(after, "?")
		b.browser().get("/kennisbank/" + slug).is(200).says("Een groep in de bouw")
		a.facilitator().form("/publish/"+s.ID, url.Values{"do": {"withdraw"}}).is(303)
		b.browser().get("/kennisbank/" + slug).is(404).says("Hier staat niets (meer)")
		b.browser().get("/kennisbank?q=vertrouwen").is(200).says("Hier is nog niets gepubliceerd.")
	})
	t.Run("a look back that was open", func(t *testing.T) {
		a, b := a.in(t), b.in(t)
		a.facilitator().post("/api/sessions/"+s.ID+"/pulses", `{"day":30}`).is(201)
		looker := b.looker(s.ID)
		page := string(looker.get("/pulse/" + s.ID).is(200).body)
		_, after, _ := strings.Cut(page, `type="radio" name="`)
		key, _, _ := strings.Cut(after, `"`)
		looker.form("/pulse/"+s.ID, url.Values{key: {"7"}}).is(303)
		a.facilitator().post("/api/sessions/"+s.ID+"/pulses/close", "").is(200)
		looker.form("/pulse/"+s.ID, url.Values{key: {"8"}}).is(409).says("Nog niet open")
		looker.get("/pulse/" + s.ID).is(200).says("Nog niet open")
	})
	t.Run("a whole session", func(t *testing.T) {
		a, b := a.in(t), b.in(t)
		l := a.link(s, `{}`)
		b.browser().get("/r/" + l.Token).is(200)
		a.facilitator().send("DELETE", "/api/sessions/"+s.ID, "").is(204)
		b.browser().get("/r/" + l.Token).is(404).says("Dit verslag is er niet")
		b.browser().get("/pulse/" + s.ID).is(404)
	})
}
