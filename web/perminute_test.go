package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/web/wire"
)

func TestGuessing(t *testing.T) {
	slower := session.Problem{Code: session.Busy, Reason: session.TooMuchAtOnce, Retry: true}

	t.Run("pins stops after a minute's worth, for typed pins and for links alike", func(t *testing.T) {
		h := open(t)
		s := h.start()
		b := h.browser()
		for i := range pinsAMinute {
			if i%2 == 0 {
				b.post("/api/join", fmt.Sprintf(`{"pin":"0%05d"}`, i)).is(404)
			} else {
				b.get(fmt.Sprintf("/0%05d", i)).is(303)
			}
		}
		a := b.post("/api/join", `{"pin":"`+s.Pin+`"}`)
		a.refuses(429, slower)
		if wait := a.retryAfter(); wait < 1 || wait > 60 {
			t.Errorf("told to wait %d seconds", wait)
		}
		if to := b.get("/" + s.Pin).is(303).header.Get("Location"); to != "/?pin="+s.Pin {
			t.Errorf("a link is answered with %s", to)
		}
	})
	t.Run("nobody who types the right pin is ever slowed down", func(t *testing.T) {
		h := open(t)
		s := h.start()
		for range pinsAMinute + 20 {
			h.browser().post("/api/join", `{"pin":"`+s.Pin+`"}`).is(200)
		}
	})
	t.Run("is not what somebody does who comes while the store does not answer", func(t *testing.T) {
		log := logtest.NewMemory()
		h := open(t, change{log: log})
		s := h.start()
		b := h.browser()
		log.Fail(errors.New("the store is gone"))
		for range pinsAMinute + 1 {
			b.post("/api/join", `{"pin":"000000"}`).is(503)
		}
		log.Fail(nil)
		b.post("/api/join", `{"pin":"`+s.Pin+`"}`).is(200)
	})
	t.Run("keys stops too, at the door and with bearer tokens", func(t *testing.T) {
		h := open(t)
		b := h.browser()
		for range keysAMinute / 2 {
			b.post("/api/sign-in", `{"key":"wrong"}`).is(403)
		}
		bearer := h.browser().with("Authorization", "Bearer wrong")
		for range keysAMinute / 2 {
			bearer.get("/api/sessions").is(403)
		}
		b.post("/api/sign-in", `{"key":"`+h.server.keys.facilitator+`"}`).refuses(429, slower)
		h.facilitator().get("/api/sessions").is(403)
	})
	t.Run("goes on in the next minute", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := allowing(2)
			f.add("a")
			f.add("a")
			f.add("b")
			if !f.tooMany("a") || f.tooMany("b") {
				t.Error("addresses are not counted one by one")
			}
			time.Sleep(50 * time.Second)
			if left := f.left(); left != 10 {
				t.Errorf("after 50 seconds of a minute %d are left", left)
			}
			time.Sleep(10 * time.Second)
			if f.tooMany("a") || len(f.by) != 0 {
				t.Error("an address is remembered for longer than its minute")
			}
		})
	})
}

// retryAfter is how many seconds somebody is told to wait; 0: nothing is said.
func (a *answer) retryAfter() int {
	seconds, _ := strconv.Atoi(a.header.Get("Retry-After"))
	return seconds
}

func TestAHallBehindOneAddress(t *testing.T) {
	t.Run("looks back together, and nobody is sent away", func(t *testing.T) {
		h := open(t)
		s, key := h.past()
		h.facilitator().post("/api/sessions/"+s.ID+"/pulses", `{"day":30}`).is(201)
		for i := range 60 {
			b := h.looker(s.ID)
			b.form("/pulse/"+s.ID, url.Values{key: {strconv.Itoa(1 + i%10)}}).is(303)
			b.form("/pulse/"+s.ID, url.Values{key: {"7"}}).is(303) // and thinks again
		}
		var list wire.PulseList
		h.facilitator().get("/api/sessions/" + s.ID + "/pulses").is(200).into(&list)
		if list.Pulses[0].Answered != 60 {
			t.Errorf("%d answers are kept", list.Pulses[0].Answered)
		}
	})
	t.Run("that answers faster than people can is told to wait, and keeps what it chose", func(t *testing.T) {
		h := open(t, change{server: func(s *Server) { s.pulseAnswers.limit = 2 }})
		s, key := h.past()
		h.facilitator().post("/api/sessions/"+s.ID+"/pulses", `{"day":30}`).is(201)
		b := h.looker(s.ID)
		for range 2 {
			b.form("/pulse/"+s.ID, url.Values{key: {"3"}}).is(303)
		}
		for lang, want := range map[string]string{"nl": "Die van jou staan er nog", "en": "Yours are still here"} {
			a := b.form("/pulse/"+s.ID, url.Values{key: {"8"}, "lang": {lang}}).is(429)
			a.says(want)
			a.says(`name="` + key + `" value="8" checked`)
			if wait := a.retryAfter(); wait < 1 || wait > 60 {
				t.Errorf("told to wait %d seconds", wait)
			}
		}
		b.get("/pulse/" + s.ID).is(200).says(`name="` + key + `" value="3" checked`)
		if h.server.pulseAnswers.limit = answersAMinute; answersAMinute < 500 {
			t.Error("a hall of 500 does not get through")
		}
	})
	t.Run("reads in the public library, and is told to wait when it reads faster than people do", func(t *testing.T) {
		h := open(t, change{server: func(s *Server) { s.publicReads.limit = 3 }})
		h.browser().get("/kennisbank").is(200)
		h.browser().get("/kennisbank?q=moed").is(200)
		h.browser().get("/kennisbank/nowhere").is(404)
		for path, want := range map[string]string{"/kennisbank?q=moed&lang=nl": "Even rustig aan", "/kennisbank/nowhere?lang=en": "In a minute you can read on"} {
			a := h.browser().get(path).is(429)
			a.says(want)
			if wait := a.retryAfter(); wait < 1 || wait > 60 || a.header.Get("X-Robots-Tag") == "" {
				t.Errorf("told %v", a.header)
			}
		}
		h.browser().get("/kennisbank?q=moed&lang=nl").is(429).says(`href="/kennisbank?lang=nl&amp;q=moed"`)
	})
	t.Run("is not what somebody is who claims another address each time", func(t *testing.T) {
		h := open(t, change{server: func(s *Server) { s.publicReads.limit = 1 }})
		h.browser().with("X-Forwarded-For", "198.51.100.1").get("/kennisbank").is(200)
		h.browser().with("X-Forwarded-For", "198.51.100.2").get("/kennisbank").is(429)
	})
}

func TestWhoASenderIs(t *testing.T) {
	guess := func(h *house, forwarded string) int {
		return h.browser().with("X-Forwarded-For", forwarded).post("/api/join", `{"pin":"1"}`).status
	}
	few := func(proxies ...string) change {
		return change{
			config: func(c *Config) { c.TrustedProxies = proxies },
			server: func(s *Server) { s.wrongPins.limit = 1 },
		}
	}
	t.Run("is not what it claims, when nobody trusts it", func(t *testing.T) {
		h := open(t, few())
		if first, second := guess(h, "198.51.100.1"), guess(h, "198.51.100.2"); first != 404 || second != 429 {
			t.Errorf("answered %d and %d", first, second)
		}
	})
	t.Run("is what a trusted proxy says, and not what it was told", func(t *testing.T) {
		h := open(t, few("127.0.0.0/8", "10.0.0.1"))
		for _, step := range []struct {
			forwarded string
			status    int
		}{
			{"198.51.100.1", 404},
			{"198.51.100.2", 404},
			{"203.0.113.9, 198.51.100.2", 429},           // the first one is the sender's own invention
			{"203.0.113.9, 198.51.100.3, 10.0.0.1", 404}, // two proxies of ours
			{"198.51.100.3", 429},
			{"2001:db8::1", 404},
			{"2001:db8::2", 429}, // one home, many addresses
			{"2001:db8:0:1::2", 404},
			{"::ffff:198.51.100.1", 429},
			{"nonsense", 404}, // counts as the proxy itself
			{"", 429},
		} {
			if got := guess(h, step.forwarded); got != step.status {
				t.Errorf("%q is answered with %d, want %d", step.forwarded, got, step.status)
			}
		}
	})
	t.Run("is what a trusted proxy says in a line of its own, too", func(t *testing.T) {
		h := open(t, few("127.0.0.0/8"))
		b := h.browser()
		for i, want := range []int{404, 429} {
			b.head["X-Forwarded-For"] = []string{fmt.Sprintf("203.0.113.%d", i), "198.51.100.2"} // the first line is the sender's own invention
			if got := b.post("/api/join", `{"pin":"1"}`).status; got != want {
				t.Errorf("guess %d is answered with %d, want %d", i, got, want)
			}
		}
	})
	t.Run("a host or protocol it forwards counts only from a trusted proxy", func(t *testing.T) {
		for _, trusted := range []bool{false, true} {
			h := open(t, change{config: func(c *Config) {
				if trusted {
					c.TrustedProxies = []string{"127.0.0.1"}
				}
			}})
			b := h.facilitator().with("X-Forwarded-Host", "evil.example").with("X-Forwarded-Proto", "https").with("Origin", "https://evil.example")
			want := 403
			if trusted {
				want = 201
			}
			a := b.post("/api/sessions", `{"title":"Proef"}`).is(want)
			if trusted {
				var s wire.SessionCreated
				a.into(&s)
				if s.Join != h.url+"/"+s.Pin {
					t.Errorf("a link was built from a header: %s", s.Join)
				}
			}
			b.head = http.Header{"X-Forwarded-Proto": {"https"}}
			if c := b.get("/play/x").cookie(personCookie); c.Secure != trusted {
				t.Errorf("trusted %v: the cookie is %+v", trusted, c)
			}
		}
	})
	t.Run("a proxy that is no address is refused at the start", func(t *testing.T) {
		if _, err := New(nil, Config{Secret: make([]byte, 16), PublicURL: "http://x", TrustedProxies: []string{"proxy.local"}}); err == nil {
			t.Error("accepted")
		}
	})
}

func TestConfigurations(t *testing.T) {
	good := Config{Secret: make([]byte, 16), PublicURL: "http://x:8080"}
	for name, spoil := range map[string]func(*Config){
		"a short secret":   func(c *Config) { c.Secret = c.Secret[:15] },
		"no public URL":    func(c *Config) { c.PublicURL = "" },
		"no scheme":        func(c *Config) { c.PublicURL = "verbindend.example" },
		"another protocol": func(c *Config) { c.PublicURL = "ftp://verbindend.example" },
	} {
		c := good
		spoil(&c)
		if _, err := New(nil, c); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if _, err := New(nil, good); err != nil {
		t.Errorf("a good one is refused: %v", err)
	}
}
