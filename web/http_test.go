package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/web/wire"
)

func invalid(field string, reason session.Reason) session.Problem {
	return session.Problem{Code: session.Invalid, Field: field, Reason: reason}
}

func TestCreatingASession(t *testing.T) {
	h := open(t)
	const body = `{"title":"Proef","lang":"nl","groups":["HR"],"template":"values-30","fictional":true}`

	t.Run("needs a facilitator", func(t *testing.T) {
		h := h.in(t)
		b := h.browser()
		b.post("/api/sessions", body).refuses(403, session.Problem{Code: session.Denied})
		b.get("/api/sessions").refuses(403, session.Problem{Code: session.Denied})
		b.with("Authorization", "Bearer wrong").post("/api/sessions", body).refuses(403, session.Problem{Code: session.Denied})
	})
	t.Run("with a bearer token gives id, pin and the three links", func(t *testing.T) {
		h := h.in(t)
		a := h.facilitator().post("/api/sessions", body).is(201)
		var s wire.SessionCreated
		a.into(&s)
		for what, fits := range map[string]bool{
			"id":     regexp.MustCompile(`^[a-z2-7]{20}$`).MatchString(s.ID),
			"pin":    regexp.MustCompile(`^[1-9][0-9]{5}$`).MatchString(s.Pin),
			"host":   s.Host == h.url+"/host/"+s.ID+"#key="+h.server.keys.host(s.ID),
			"screen": s.Screen == h.url+"/screen/"+s.ID+"#key="+h.server.keys.screen(s.ID),
			"join":   s.Join == h.url+"/"+s.Pin,
		} {
			if !fits {
				t.Errorf("%s is not of its form in %s", what, a.body)
			}
		}
		if keyOf(s.Host) == keyOf(s.Screen) {
			t.Error("host and screen share a key")
		}
	})
	t.Run("with a cookie does too, and the list has it, the newest first", func(t *testing.T) {
		h := h.in(t)
		b := h.browser()
		b.post("/api/sign-in", `{"key":"`+h.server.keys.facilitator+`"}`).is(204)
		var first, second wire.SessionCreated
		b.post("/api/sessions", `{"title":"Eerste"}`).is(201).into(&first)
		b.post("/api/sessions", `{"title":"Second","lang":"en","template":"values-45"}`).is(201).into(&second)
		var list wire.SessionList
		b.get("/api/sessions").is(200).into(&list)
		if got := list.Sessions[:2]; got[0].ID != second.ID || got[1].ID != first.ID || got[0].Lang != session.English ||
			got[1].Lang != session.Dutch || got[0].Pin != second.Pin || got[0].Host != second.Host || got[0].Status != session.Running {
			t.Errorf("listed %+v", got)
		}
		if len(list.Templates) != len(session.Templates()) {
			t.Errorf("%d templates", len(list.Templates))
		}
	})
	t.Run("is refused with the field and the rule", func(t *testing.T) {
		h := h.in(t)
		long := strings.Repeat("x", session.MaxTitle+1)
		for body, want := range map[string]session.Problem{
			``:                                  invalid("", session.Malformed),
			`[]`:                                invalid("", session.Malformed),
			`{"title":"Proef"`:                  invalid("", session.Malformed),
			`{"title":"Proef"} {}`:              invalid("", session.Malformed),
			`{"title":"Proef"}}`:                invalid("", session.Malformed),
			`{"title":"Proef","tittle":1}`:      invalid("", session.Malformed),
			`{"title":7}`:                       invalid("", session.Malformed),
			`{"title":" "}`:                     invalid("title", session.Empty),
			`{"title":"` + long + `"}`:          {Code: session.Invalid, Field: "title", Reason: session.TooLong, Limit: session.MaxTitle},
			`{"title":"P","lang":"de"}`:         invalid("lang", session.Unknown),
			`{"title":"P","template":"x"}`:      invalid("template", session.Unknown),
			`{"title":"P","groups":["a","A "]}`: {Code: session.Taken, Field: "groups"},
			`{"title":"P","groups":["1","2","3","4","5","6","7","8","9"]}`: {
				Code: session.Invalid, Field: "groups", Reason: session.TooMany, Limit: session.MaxGroups,
			},
		} {
			status := 400
			if want.Code == session.Taken {
				status = 409
			}
			t.Run(body[:min(len(body), 40)], func(t *testing.T) {
				h := h.in(t)
				b := h.facilitator()
				b.post("/api/sessions", body).refuses(status, want)
			})
		}
	})
	t.Run("with a body over 64 KB is refused as too large", func(t *testing.T) {
		h.in(t).announces("/api/sessions", h.server.keys.facilitator, bodyLimit+1).
			refuses(413, session.Problem{Code: session.Invalid, Reason: session.TooLong, Limit: bodyLimit})
	})
	t.Run("when the log does not take it is refused as unavailable, and lists nothing", func(t *testing.T) {
		log := logtest.NewMemory()
		h := open(t, change{log: log})
		log.Fail(errors.New("disk full at /secret/path"))
		a := h.facilitator().post("/api/sessions", body)
		a.refuses(503, session.Problem{Code: session.Unavailable, Retry: true})
		log.Fail(nil)
		var list wire.SessionList
		h.facilitator().get("/api/sessions").is(200).into(&list)
		if len(list.Sessions) != 0 {
			t.Errorf("listed %+v", list.Sessions)
		}
	})
}

func TestNoCacheKeepsKeys(t *testing.T) {
	h := open(t)
	s := h.start()
	for _, path := range []string{"/api/sessions", "/api/sessions/" + s.ID + "/links", "/api/sessions/" + s.ID + "/pulses", "/api/library", "/api/agendas"} {
		if got := h.facilitator().get(path).is(200).header.Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s may be kept: %q", path, got)
		}
	}
	joined := h.browser().post("/api/join", `{"pin":"`+s.Pin+`"}`).is(200)
	if got := joined.header.Get("Cache-Control"); got != "private, no-cache" || len(joined.cookies) != 1 {
		t.Errorf("a cookie may be kept: %q", got)
	}
}

func TestJoining(t *testing.T) {
	h := open(t)
	s := h.start()
	unknown := session.Problem{Code: session.NotFound, Field: "pin", Reason: session.Unknown}
	wrong := "999999"
	if s.Pin == wrong {
		wrong = "999998"
	}

	t.Run("by pin gives the session and a cookie, however the pin is typed", func(t *testing.T) {
		h := h.in(t)
		for _, pin := range []string{s.Pin, s.Pin[:3] + " " + s.Pin[3:], " " + s.Pin[:2] + "-" + s.Pin[2:] + "\u00a0", s.Pin[:3] + "." + s.Pin[3:]} {
			a := h.browser().post("/api/join", `{"pin":"`+pin+`"}`).is(200)
			var joined wire.Joined
			a.into(&joined)
			if joined != (wire.Joined{ID: s.ID, Title: "Proef", Lang: session.Dutch}) {
				t.Errorf("%q joined %+v", pin, joined)
			}
			if a.cookie(personCookie) == nil {
				t.Errorf("%q got no cookie", pin)
			}
		}
	})
	t.Run("again keeps the cookie", func(t *testing.T) {
		h := h.in(t)
		b := h.browser()
		b.post("/api/join", `{"pin":"`+s.Pin+`"}`).is(200)
		if again := b.post("/api/join", `{"pin":"`+s.Pin+`"}`).is(200).cookie(personCookie); again != nil {
			t.Errorf("a second cookie: %v", again)
		}
	})
	t.Run("by a pin that there is not, is refused and sets no cookie", func(t *testing.T) {
		h := h.in(t)
		for _, pin := range []string{wrong, "", "12345", "abc", s.Pin + "1"} {
			a := h.browser().post("/api/join", `{"pin":"`+pin+`"}`)
			a.refuses(404, unknown)
			if len(a.cookies) != 0 {
				t.Errorf("%q got %v", pin, a.cookies)
			}
		}
	})
	t.Run("by QR code goes on to the phone's page, with a cookie", func(t *testing.T) {
		h := h.in(t)
		a := h.browser().get("/" + s.Pin).is(303)
		if to := a.header.Get("Location"); to != "/play/"+s.ID {
			t.Errorf("sent to %s", to)
		}
		if a.cookie(personCookie) == nil {
			t.Error("no cookie")
		}
	})
	t.Run("by an old QR code goes to the page that says so", func(t *testing.T) {
		h := h.in(t)
		a := h.browser().get("/" + wrong).is(303)
		if to := a.header.Get("Location"); to != "/?pin="+wrong+"&gone=1" || len(a.cookies) != 0 {
			t.Errorf("sent to %s with %v", to, a.cookies)
		}
	})
	t.Run("by a pin typed after the address as the screen shows it, with a space, goes where the pin goes", func(t *testing.T) {
		h := h.in(t)
		for _, space := range []string{"%20", "+", "-"} {
			if to := h.browser().get("/" + s.Pin[:3] + space + s.Pin[3:]).is(303).header.Get("Location"); to != "/"+s.Pin {
				t.Errorf("with %s sent to %s", space, to)
			}
		}
	})
	t.Run("the phone's page brings a cookie too", func(t *testing.T) {
		h := h.in(t)
		if h.browser().get("/play/"+s.ID).is(200).cookie(personCookie) == nil {
			t.Error("no cookie")
		}
	})
	t.Run("after the end the pin is gone", func(t *testing.T) {
		h := open(t)
		s := h.start()
		host := h.host(s)
		host.do(session.EndSession{})
		b := h.browser()
		host.until("the pin is free", func() bool { return b.post("/api/join", `{"pin":"`+s.Pin+`"}`).status == 404 })
		b.post("/api/join", `{"pin":"`+s.Pin+`"}`).refuses(404, unknown)
		var list wire.SessionList
		h.facilitator().get("/api/sessions").into(&list)
		if got := list.Sessions[0]; got.Pin != "" || got.Status != session.Over || got.Join != h.url {
			t.Errorf("listed as %+v", got)
		}
	})
}

func TestSigningIn(t *testing.T) {
	h := open(t)
	t.Run("with a wrong key is refused without a cookie", func(t *testing.T) {
		h := h.in(t)
		a := h.browser().post("/api/sign-in", `{"key":"wrong"}`)
		a.refuses(403, session.Problem{Code: session.Denied, Field: "key"})
		if len(a.cookies) != 0 {
			t.Errorf("got %v", a.cookies)
		}
	})
	t.Run("sets a cookie that scripts and other sites do not get, and that is not the key", func(t *testing.T) {
		h := h.in(t)
		c := h.browser().post("/api/sign-in", `{"key":" `+h.server.keys.facilitator+` "}`).is(204).cookie(facilitatorCookie)
		if c == nil || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Secure || c.Path != "/" || c.MaxAge != 90*24*3600 {
			t.Fatalf("the cookie is %+v", c)
		}
		if strings.Contains(c.Value, h.server.keys.facilitator) {
			t.Error("the cookie is the key")
		}
	})
	t.Run("under https the cookies travel over https only", func(t *testing.T) {
		h := open(t, change{config: func(c *Config) { c.PublicURL = "https://verbindend.example/" }})
		if c := h.browser().post("/api/sign-in", `{"key":"`+h.server.keys.facilitator+`"}`).is(204).cookie(facilitatorCookie); !c.Secure {
			t.Errorf("the cookie is %+v", c)
		}
		if c := h.browser().get("/play/x").cookie(personCookie); !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode {
			t.Errorf("the cookie is %+v", c)
		}
		if s := h.start(); !strings.HasPrefix(s.Join, "https://verbindend.example/") || strings.Contains(s.Join, "//"+s.Pin) {
			t.Errorf("the link is %s", s.Join)
		}
	})
	t.Run("out takes the cookie away", func(t *testing.T) {
		h := h.in(t)
		b := h.browser()
		b.post("/api/sign-in", `{"key":"`+h.server.keys.facilitator+`"}`).is(204)
		b.get("/api/sessions").is(200)
		if c := b.post("/api/sign-out", "").is(204).cookie(facilitatorCookie); c == nil || c.MaxAge >= 0 {
			t.Errorf("the cookie is left as %+v", c)
		}
		b.get("/api/sessions").is(403)
	})
	t.Run("with a made-up cookie is nothing", func(t *testing.T) {
		h := h.in(t)
		h.browser().with("Cookie", facilitatorCookie+"=x").get("/api/sessions").is(403)
		h.browser().with("Cookie", facilitatorCookie+"=").get("/api/sessions").is(403)
	})
}

func TestOtherSites(t *testing.T) {
	h := open(t, change{config: func(c *Config) { c.PublicURL = "https://verbindend.example" }})
	foreign := session.Problem{Code: session.Denied, Reason: session.NotEverywhere}
	for _, origin := range []string{"https://evil.example", "null", "https://verbindend.example.evil.example", "https://verbindend.example:444"} {
		t.Run("a page of "+origin+" can do nothing", func(t *testing.T) {
			h := h.in(t)
			b := h.facilitator().with("Origin", origin)
			b.post("/api/sessions", `{"title":"Proef"}`).refuses(403, foreign)
			b.post("/api/join", `{"pin":"1"}`).refuses(403, foreign)
			b.post("/api/sign-out", ``).refuses(403, foreign)
			b.send("DELETE", "/api/sessions/x", "").refuses(403, foreign)
			conn, reply, err := h.dial("x", http.Header{"Origin": {origin}})
			if conn != nil || err == nil || reply == nil || reply.StatusCode != 403 {
				t.Errorf("a socket was opened: %v, %v", reply, err)
			}
		})
	}
	t.Run("our own pages can, under the public address and under the one they used", func(t *testing.T) {
		h := h.in(t)
		for _, origin := range []string{"https://verbindend.example", "HTTPS://Verbindend.Example", h.url} {
			h.facilitator().with("Origin", origin).post("/api/sessions", `{"title":"Proef"}`).is(201)
			if conn, _, err := h.dial("x", http.Header{"Origin": {origin}}); conn == nil {
				t.Errorf("no socket from %s: %v", origin, err)
			}
		}
	})
}

func TestWhatRemains(t *testing.T) {
	t.Run("erasing takes session, pin, results and members away", func(t *testing.T) {
		log := logtest.NewMemory()
		h := open(t, change{log: log})
		s := h.start()
		anna := h.phone(s, "anna")
		h.browser().send("DELETE", "/api/sessions/"+s.ID, "").refuses(403, session.Problem{Code: session.Denied})
		anna.lives()
		h.facilitator().send("DELETE", "/api/sessions/"+s.ID, "").is(204)
		if code := anna.closedWith(); code != wire.CloseNotFound {
			t.Errorf("the phone was sent away with %d", code)
		}
		h.browser().get("/api/sessions/" + s.ID + "/results.json").is(404)
		h.browser().get("/api/sessions/" + s.ID + "/report.pdf").is(404)
		h.browser().post("/api/join", `{"pin":"`+s.Pin+`"}`).is(404)
		h.facilitator().send("DELETE", "/api/sessions/"+s.ID, "").is(404)
		if left := log.Batches(s.ID); len(left) != 0 {
			t.Errorf("the log still holds %d batches", len(left))
		}
	})
	t.Run("a report in Dutch, English or the session's language; in another one it is refused", func(t *testing.T) {
		h := open(t)
		s := h.start()
		for query, name := range map[string]string{"": "-nl.pdf", "?lang=nl": "-nl.pdf", "?lang=en": "-en.pdf"} {
			a := h.browser().get("/api/sessions/" + s.ID + "/report.pdf" + query).is(200)
			if !bytes.HasPrefix(a.body, []byte("%PDF-")) || a.header.Get("Content-Type") != "application/pdf" ||
				!strings.Contains(a.header.Get("Content-Disposition"), name) {
				t.Errorf("%q gave %v", query, a.header)
			}
		}
		h.browser().get("/api/sessions/"+s.ID+"/report.pdf?lang=de").refuses(400, invalid("lang", session.Unknown))
		h.browser().get("/api/sessions/none/report.pdf").is(404)
	})
}

func TestHealth(t *testing.T) {
	log := logtest.NewMemory()
	h := open(t, change{log: log})
	forget := func() { // as time does
		h.server.ready.mu.Lock()
		defer h.server.ready.mu.Unlock()
		h.server.ready.at = time.Time{}
	}
	h.browser().get("/readyz").is(200)
	forget()
	log.Fail(errors.New("the disk is on fire"))
	a := h.browser().get("/readyz")
	a.refuses(503, session.Problem{Code: session.Unavailable, Retry: true})
	if a := h.browser().get("/healthz").is(200); !bytes.Contains(a.body, []byte(`"version":"test"`)) {
		t.Errorf("healthz says %s", a.body)
	}
	log.Fail(nil)
	forget()
	h.browser().get("/readyz").is(200)
}

func TestUnknownAddresses(t *testing.T) {
	h := open(t)
	for _, path := range []string{"/api", "/api/", "/api/nothing", "/nothing", "/assets/none.js", "/..%2f..%2fetc/passwd", "/1234567", "/play"} {
		h.browser().get(path).refuses(404, session.Problem{Code: session.NotFound})
	}
	h.browser().send("PUT", "/api/join", "{}").refuses(404, session.Problem{Code: session.NotFound})
	h.browser().get("/api/sessions/x/socket").refuses(400, invalid("", session.Malformed))
}

func TestMistypedAddress(t *testing.T) {
	h := withFrontEnd(t, built)
	ask := func(path, accept string) *http.Response {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, h.url+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Accept", accept)
		r.Header.Set("If-None-Match", "*")
		r.Header.Set("Accept-Encoding", "identity")
		a, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = a.Body.Close() })
		return a
	}
	for _, path := range []string{"/nothing", "/1234567", "/87857"} {
		a := ask(path, "text/html,application/xhtml+xml,*/*;q=0.8")
		if body, err := io.ReadAll(a.Body); a.StatusCode != 404 || err != nil || len(body) == 0 || !strings.HasPrefix(a.Header.Get("Content-Type"), "text/html") {
			t.Errorf("a person at %s gets %d %s, %d bytes, %v", path, a.StatusCode, a.Header.Get("Content-Type"), len(body), err)
		}
		if a := ask(path, "*/*"); a.StatusCode != 404 || !strings.HasPrefix(a.Header.Get("Content-Type"), "application/json") {
			t.Errorf("a program at %s gets %d %s", path, a.StatusCode, a.Header.Get("Content-Type"))
		}
	}
}

func TestHeaders(t *testing.T) {
	h := open(t)
	for _, path := range []string{"/", "/play/x", "/host", "/screen/x", "/api/nothing", "/healthz"} {
		head := h.browser().get(path).header
		policy := strings.Split(head.Get("Content-Security-Policy"), "; ")
		for _, want := range []string{"default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'", "require-trusted-types-for 'script'"} {
			if !slices.Contains(policy, want) {
				t.Errorf("%s does not say %s", path, want)
			}
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin"} {
			if head.Get(name) != want {
				t.Errorf("%s has %s: %s", path, name, head.Get(name))
			}
		}
	}
	t.Run("what a page asks for repeats none of it, and is not guessed at either", func(t *testing.T) {
		h := withFrontEnd(t, built)
		for _, path := range []string{"/assets/a-1234.js", "/assets/font-1234.woff2", "/assets/_chunk-1234.css"} {
			head := h.browser().get(path).is(200).header
			for name, want := range map[string]string{
				"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "", "Referrer-Policy": "", "Permissions-Policy": "",
			} {
				if head.Get(name) != want {
					t.Errorf("%s has %s: %s", path, name, head.Get(name))
				}
			}
		}
	})
}
