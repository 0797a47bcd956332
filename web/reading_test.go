package web

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"io"
	"log/slog"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"verbindend/reports"
	"verbindend/session"
	"verbindend/session/live"
	"verbindend/session/logtest"
	"verbindend/web/wire"
)

// link makes a link to the report of a session, as its host does.
func (h *house) link(s wire.SessionCreated, body string) wire.ReportLink {
	h.t.Helper()
	var made wire.ReportLink
	h.browser().with("Authorization", "Bearer "+keyOf(s.Host)).post("/api/sessions/"+s.ID+"/links", body).is(201).into(&made)
	return made
}

func (h *house) links(s wire.SessionCreated) []wire.ReportLink {
	h.t.Helper()
	var list wire.ReportLinks
	h.facilitator().get("/api/sessions/" + s.ID + "/links").is(200).into(&list)
	return list.Links
}

// says expects a page with a text on it.
func (a *answer) says(want string) {
	a.t.Helper()
	if !bytes.Contains(a.body, []byte(want)) || !strings.HasPrefix(a.header.Get("Content-Type"), "text/html") {
		a.t.Errorf("the page does not say %q: %s", want, a.body)
	}
}

func TestReportLinks(t *testing.T) {
	t.Run("are for who leads the session, by its host link or as a facilitator", func(t *testing.T) {
		h := open(t)
		s, other := h.start(), h.start()
		path := "/api/sessions/" + s.ID + "/links"
		for _, key := range []string{"", keyOf(s.Screen), keyOf(other.Host), "wrong"} {
			b := h.browser().with("Authorization", "Bearer "+key)
			b.get(path).refuses(403, session.Problem{Code: session.Denied})
			b.post(path, `{}`).refuses(403, session.Problem{Code: session.Denied})
			b.send("DELETE", path+"/x", "").refuses(403, session.Problem{Code: session.Denied})
		}
		h.browser().with("Authorization", "Bearer "+keyOf(s.Host)).get(path).is(200)
		h.facilitator().get(path).is(200)
	})
	t.Run("are listed, the newest first, with what has become of them", func(t *testing.T) {
		h := open(t)
		s := h.start()
		first := h.link(s, `{"label":"Directie"}`)
		second := h.link(s, `{"label":"Pers","days":7}`)
		if first.URL != h.url+"/r/"+first.Token || first.State != "open" || first.Until != 0 || first.Room || strings.Contains(first.URL, s.ID) {
			t.Errorf("made %+v", first)
		}
		if days := time.UnixMilli(second.Until).Sub(time.UnixMilli(second.Made)).Hours() / 24; days < 6.9 || days > 7.1 {
			t.Errorf("works for %f days", days)
		}
		h.facilitator().send("DELETE", "/api/sessions/"+s.ID+"/links/"+first.Token, "").is(204)
		got := h.links(s)
		if len(got) != 2 || got[0] != second || got[1].Token != first.Token || got[1].State != "revoked" {
			t.Errorf("listed %+v", got)
		}
	})
	t.Run("are refused with the field and the rule", func(t *testing.T) {
		h := open(t)
		s := h.start()
		b := h.facilitator()
		b.post("/api/sessions/"+s.ID+"/links", `{"label":"`+strings.Repeat("x", 61)+`"}`).
			refuses(400, session.Problem{Code: session.Invalid, Field: "label", Reason: session.TooLong, Limit: live.MaxLinkLabel})
		b.post("/api/sessions/"+s.ID+"/links", `{"days":1000}`).
			refuses(400, session.Problem{Code: session.Invalid, Field: "days", Reason: session.OutOfRange, Limit: live.MaxLinkDays})
		b.post("/api/sessions/none/links", `{}`).refuses(404, session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown})
		b.send("DELETE", "/api/sessions/"+s.ID+"/links/none", "").refuses(404, session.Problem{Code: session.NotFound, Field: "link", Reason: session.Unknown})
	})
}

func TestReadingByLink(t *testing.T) {
	t.Run("brings the page and all files, and no session's id", func(t *testing.T) {
		h := open(t)
		s := h.start()
		l := h.link(s, `{}`)
		a := h.browser().get("/r/" + l.Token).is(200)
		a.says("<h1>Proef</h1>")
		a.says("Dit verslag is voorlopig")
		for name, want := range map[string]string{
			"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache", "Vary": "Accept-Encoding",
		} {
			if got := a.header.Get(name); got != want {
				t.Errorf("%s is %q", name, got)
			}
		}
		if policy := a.header.Get("Content-Security-Policy"); !strings.Contains(policy, "style-src 'self'") {
			t.Errorf("the policy is %q", policy)
		}
		if bytes.Contains(a.body, []byte(s.ID)) || bytes.Contains(a.body, []byte(" style=")) || len(a.cookies) > 0 {
			t.Error("the page tells the session's id, has a style of its own, or sets a cookie")
		}
		if pdf := h.browser().get("/r/" + l.Token + "/report.pdf").is(200); !bytes.HasPrefix(pdf.body, []byte("%PDF-")) || pdf.header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("no report: %.20s", pdf.body)
		}
		want := bytes.Replace(h.browser().get("/api/sessions/"+s.ID+"/results.json").is(200).body, []byte(s.ID), nil, 1)
		if got := h.browser().get("/r/" + l.Token + "/results.json").is(200).body; !bytes.Equal(got, want) {
			t.Errorf("%s\nand\n%s", got, want)
		}
		for _, file := range []string{"report.pdf", "results.json", "results.csv", "preview.png"} {
			if a := h.browser().get("/r/" + l.Token + "/" + file).is(200); bytes.Contains(a.body, []byte(s.ID)) || strings.Contains(fmt.Sprint(a.header), s.ID) {
				t.Errorf("%s tells the session's id", file)
			}
		}
	})
	t.Run("in the language that is asked for, or the session's", func(t *testing.T) {
		h := open(t)
		l := h.link(h.start(), `{}`)
		for query, want := range map[string]string{"": `<html lang="nl">`, "?lang=nl": `<html lang="nl">`, "?lang=en": `<html lang="en">`, "?lang=de": `<html lang="nl">`} {
			h.browser().get("/r/" + l.Token + query).is(200).says(want)
		}
	})
	t.Run("is not sent again to who has it, and again when something has happened", func(t *testing.T) {
		h := open(t)
		s := h.start()
		l := h.link(s, `{}`)
		plain := h.browser().get("/r/" + l.Token).is(200).header.Get("ETag")
		zipped := h.browser().with("Accept-Encoding", "gzip").get("/r/" + l.Token).is(200)
		if zipped.header.Get("ETag") == plain || zipped.header.Get("Content-Encoding") != "gzip" || bytes.Contains(zipped.body, []byte("<h1>")) {
			t.Errorf("zipped it is %v", zipped.header)
		}
		h.browser().with("If-None-Match", plain).get("/r/" + l.Token).is(304)
		h.phone(s, "anna")
		h.browser().with("If-None-Match", plain).get("/r/" + l.Token).is(200).says("1 deelnemer")
	})
	t.Run("says which: unknown, withdrawn, run out; for the page and for every file", func(t *testing.T) {
		var now atomic.Int64
		now.Store(time.Now().UnixNano())
		h := open(t, change{now: func() time.Time { return time.Unix(0, now.Load()) }})
		s := h.start()
		gone, short := h.link(s, `{"label":"Directie"}`), h.link(s, `{"days":2}`)
		h.facilitator().send("DELETE", "/api/sessions/"+s.ID+"/links/"+gone.Token, "").is(204)
		h.browser().get("/r/" + short.Token).is(200)
		now.Add(int64(48 * time.Hour))
		for token, want := range map[string]struct {
			status int
			text   string
			nl     string
		}{
			strings.Repeat("a", 26):                {404, "There is no such report", "Dit verslag is er niet"},
			"x":                                    {404, "This link is not whole", "Deze link is niet heel"},
			gone.Token[:25]:                        {404, "This link is not whole", "Deze link is niet heel"},
			gone.Token + "a":                       {404, "This link is not whole", "Deze link is niet heel"},
			gone.Token[:9] + "1" + gone.Token[10:]: {404, "This link is not whole", "Deze link is niet heel"},
			"%3Cb%3E" + gone.Token:                 {404, "This link is not whole", "Deze link is niet heel"},
			gone.Token:                             {410, "This link was withdrawn", "Deze link is ingetrokken"},
			short.Token:                            {410, "This link has expired", "Deze link is verlopen"},
		} {
			for _, path := range []string{"", "/report.pdf", "/results.json", "/preview.png", "/slide.png", "/cards/1.png"} {
				a := h.browser().get("/r/" + token + path).is(want.status)
				a.says(want.nl)
				if strings.Contains(string(a.body), "Proef") || strings.Contains(string(a.body), "Directie") || a.header.Get("X-Robots-Tag") == "" {
					t.Errorf("%s says more than it should: %s", path, a.body)
				}
				h.browser().get("/r/" + token + path + "?lang=en").is(want.status).says(want.text)
			}
		}
		h.browser().with("Accept-Language", "en-GB,en;q=0.9").get("/r/x").is(404).says("This link is not whole")
		h.browser().get("/r/" + strings.Repeat("a", 26) + "/nothing").is(404).says("Dit verslag is er niet")
		h.browser().get("/r/").is(404)
	})
	t.Run("is found again behind what a mail or a hand did to it", func(t *testing.T) {
		h := open(t)
		l := h.link(h.start(), `{}`)
		for _, as := range []string{
			strings.ToUpper(l.Token), l.Token + "%20", l.Token + "%20%20%0D%0A", "%20" + l.Token, l.Token + ".", l.Token + "%3E", "%3C" + l.Token + "%3E",
			l.Token + ")", l.Token + "%E2%80%9D", l.Token[:13] + "%0A" + l.Token[13:], l.Token + "%C2%A0", l.Token + "%E2%80%8B", l.Token + "%00",
		} {
			for rest, want := range map[string]string{"": "", "?lang=en": "?lang=en", "/report.pdf": "/report.pdf"} {
				if to := h.browser().get("/r/" + as + rest).is(303).header.Get("Location"); to != "/r/"+l.Token+want {
					t.Errorf("%s leads to %s", as+rest, to)
				}
			}
		}
	})
	t.Run("is unknown once the session has been erased", func(t *testing.T) {
		h := open(t)
		s := h.start()
		l := h.link(s, `{}`)
		h.facilitator().send("DELETE", "/api/sessions/"+s.ID, "").is(204)
		h.browser().get("/r/" + l.Token).is(404).says("of de resultaten zijn gewist")
	})
	t.Run("a file that cannot be made of a session is none", func(t *testing.T) {
		h := open(t)
		l := h.link(h.start(), `{}`)
		a := h.browser().get("/r/" + l.Token + "/slide.png").is(404)
		a.says("Dit bestand is er niet")
		a.says(`href="/r/` + l.Token + `"`)
	})
	t.Run("who guesses has to wait, and who has a right link has not", func(t *testing.T) {
		h := open(t)
		l := h.link(h.start(), `{}`)
		for i := range linksAMinute {
			h.browser().get("/r/" + strings.Repeat("a", 24) + fmt.Sprintf("%c%c", 'a'+i/26, 'a'+i%26)).is(404)
		}
		a := h.browser().get("/r/" + strings.Repeat("b", 26)).is(429)
		a.says("Even wachten")
		if wait := a.retryAfter(); wait < 1 || wait > 60 {
			t.Errorf("told %v", a.header)
		}
		h.browser().get("/r/" + l.Token).is(200)
		h.browser().get("/r/" + l.Token[:20]).is(404) // nobody guesses with what no link can be
	})
	t.Run("has a preview of the title alone", func(t *testing.T) {
		h := open(t)
		l := h.link(h.start(), `{}`)
		a := h.browser().get("/r/" + l.Token + "/preview.png").is(200)
		image, err := png.DecodeConfig(bytes.NewReader(a.body))
		if err != nil || image.Width != 1200 || image.Height != 630 {
			t.Errorf("%+v, %v", image, err)
		}
		h.browser().get("/r/" + l.Token).is(200).says(`<meta property="og:image" content="` + h.url + "/r/" + l.Token + `/preview.png">`)
	})
	t.Run("has the files of the front end", func(t *testing.T) {
		h := withFrontEnd(t, fstest.MapFS{"report.html": {Data: []byte(`<link rel="icon" href="/assets/icon-1.svg"><script type="module" crossorigin src="/assets/report-1.js"></script><link rel="stylesheet" href="/assets/report-2.css">`)}})
		l := h.link(h.start(), `{}`)
		a := h.browser().get("/r/" + l.Token).is(200)
		a.says(`<link rel="stylesheet" href="/assets/report-2.css">`)
		a.says(`<script type="module" src="/assets/report-1.js"></script>`)
		a.says(`<link rel="icon" type="image/svg+xml" href="/assets/icon-1.svg">`)
	})
}

func TestRoomReport(t *testing.T) {
	h := open(t, change{config: func(c *Config) { c.PublicURL = "https://sessie.example.org" }})
	s := h.start()

	t.Run("is not there before the end", func(t *testing.T) {
		h := h.in(t)
		h.browser().get("/api/sessions/" + s.ID + "/report").is(404).says("Het verslag is er nog niet")
		h.browser().get("/api/sessions/none/report").is(404).says("Dit verslag is er niet")
	})
	t.Run("is at a link of its own from the end on, which the printed report has too", func(t *testing.T) {
		h := h.in(t)
		h.host(s).do(session.EndSession{})
		a := h.browser().get("/api/sessions/" + s.ID + "/report?lang=en").is(303)
		to := a.header.Get("Location")
		h.browser().get(to).is(200).says(`<html lang="en">`)
		path, _, _ := strings.Cut(to, "?")
		if links := h.links(s); len(links) != 1 || !links[0].Room || links[0].URL != "https://sessie.example.org"+path || links[0].Until == 0 {
			t.Errorf("the links are %+v", links)
		}
		if strings.Contains(string(h.browser().get(to).body), "voorlopig") {
			t.Error("a final report is called provisional")
		}
		if pdf := h.browser().get("/api/sessions/" + s.ID + "/report.pdf").is(200); !bytes.Contains(pdf.body, []byte("https://sessie.example.org"+path)) {
			t.Error("the printed report leads elsewhere")
		}
	})
	t.Run("once withdrawn stays so, and the printed report leads nowhere", func(t *testing.T) {
		h := h.in(t)
		token := h.links(s)[0].Token
		h.facilitator().send("DELETE", "/api/sessions/"+s.ID+"/links/"+token, "").is(204)
		to := h.browser().get("/api/sessions/" + s.ID + "/report").is(303).header.Get("Location")
		h.browser().get(to).is(410).says("Deze link is ingetrokken")
		if pdf := h.browser().get("/api/sessions/" + s.ID + "/report.pdf").is(200); bytes.Contains(pdf.body, []byte("sessie.example.org/r/")) {
			t.Error("the printed report leads to a page that is closed")
		}
	})
}

func TestReportThatFails(t *testing.T) {
	for name, c := range map[string]struct {
		fails  int64
		status int
	}{"once is made again": {1, 200}, "is said to have failed": {2, 503}} {
		t.Run(name, func(t *testing.T) {
			var made atomic.Int64
			var written bytes.Buffer
			h := open(t, change{
				config: func(config *Config) { config.Logger = slog.New(slog.NewTextHandler(&written, nil)) },
				server: func(s *Server) {
					s.typeset = func(w io.Writer, sum session.Summary, o reports.Options, p reports.Page) error {
						if made.Add(1) <= c.fails {
							return errors.New("the ink has dried up")
						}
						return reports.HTML(w, sum, o, p)
					}
				},
			})
			s := h.start()
			l := h.link(s, `{}`)
			a := h.browser().get("/r/" + l.Token).is(c.status)
			h.stop()
			if log := written.String(); !strings.Contains(log, "the ink has dried up") || !strings.Contains(log, "session="+s.ID) || strings.Contains(log, l.Token) {
				t.Errorf("the log says %s", log)
			}
			if c.status == 503 {
				a.says("Het verslag lukt nu niet")
				a.says(`<a class="again" href="/r/` + l.Token + `">Probeer het opnieuw</a>`)
				if a.header.Get("Retry-After") == "" || strings.Contains(string(a.body), "dried up") {
					t.Errorf("told %v %s", a.header, a.body)
				}
			}
		})
	}
	t.Run("because the store does not answer is said too", func(t *testing.T) {
		log := logtest.NewMemory()
		h := open(t, change{log: log})
		l := h.link(h.start(), `{}`)
		log.Fail(errors.New("no line"))
		h.browser().get("/r/" + strings.Repeat("a", 26)).is(503).says("Het verslag lukt nu niet")
		log.Fail(nil)
		h.browser().get("/r/" + l.Token).is(200)
	})
}

func TestTwoServersAndALink(t *testing.T) {
	a, b := two(t)
	s := a.start()
	l := a.link(s, `{}`)
	b.browser().get("/r/" + l.Token).is(200)
	b.facilitator().send("DELETE", "/api/sessions/"+s.ID+"/links/"+l.Token, "").is(204)
	for began := time.Now(); a.browser().get("/r/"+l.Token).status != 410; { // it hears of it a moment later
		if time.Since(began) > patience {
			t.Fatal("the other server never hears that the link was withdrawn")
		}
	}
}

func TestSharing(t *testing.T) {
	h := open(t)
	l := h.link(h.start(), `{}`)
	page := string(h.browser().get("/r/" + l.Token).is(200).body)
	for _, want := range []string{
		`value="` + l.URL + `"`,
		`href="https://www.linkedin.com/sharing/share-offsite/?url=` + url.QueryEscape(l.URL) + `"`,
		`href="/r/` + l.Token + `/report.pdf?lang=nl" download`, `href="/r/` + l.Token + `/report.pdf?lang=en" download`,
		`href="/r/` + l.Token + `/results.json" download`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if strings.Contains(page, "<script>") || strings.Contains(page, "poster.pdf") {
		t.Error("the page has a script of its own, or offers a poster of nothing")
	}
}
