package web

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/web/wire"
)

func TestASessionWithoutSockets(t *testing.T) {
	h := open(t)
	s := h.start()
	host, screen := h.pollingHost(s), h.pollingScreen(s)
	host.poll()
	screen.poll()
	if host.welcome == nil || host.welcome.Links.Host != s.Host || screen.welcome == nil || screen.welcome.Links.Host != "" {
		t.Fatalf("welcomed with %+v and %+v", host.welcome, screen.welcome)
	}
	const people = 4
	var crowd []*poller
	for i := range people {
		p := h.pollingPhone(s, phone(i))
		p.poll()
		if p.welcome == nil || p.welcome.Known || p.me == nil || len(p.frames) != 1 || p.frames[0].Since != 0 {
			t.Fatalf("phone %d was told %s", i, p.heard)
		}
		crowd = append(crowd, p)
	}
	host.does(session.OpenActivity{Activity: write})
	for i, p := range crowd {
		p.until("writing is open", func() bool { return strings.Contains(string(p.items["now"]), `"write"`) })
		p.does(session.AddCard{ID: fmt.Sprint("a", i), Text: mark(i)}, session.AddCard{ID: fmt.Sprint("b", i), Text: "Vertrouwen"})
		if got := p.own().Cards; len(got) != 2 || got[0].Text != mark(i) {
			t.Errorf("the own part that came with the acks is %+v", got)
		}
	}
	screen.until("all cards are counted", func() bool { return string(screen.items["progress"]) == `{"done":4,"of":4,"cards":8}` })
	host.does(session.OpenActivity{Activity: cluster}, session.OpenActivity{Activity: vote})
	for i, p := range crowd {
		p.until("there is a ballot", func() bool { return p.items["ballot"] != nil })
		var ballot session.BallotItem
		p.read(p.items["ballot"], &ballot)
		p.does(session.CastBallot{Round: 1, Dots: map[string]int{ballot.Options[i].ID: 1}})
	}
	host.does(session.CloseActivity{}, session.OpenActivity{Activity: reveal})
	for _, p := range append(crowd, screen) {
		p.until("the result is there", func() bool { return strings.Contains(string(p.items["result"]), `"ballots":4`) })
	}
	host.does(session.EndSession{})
	for _, p := range crowd {
		p.until("the server knows nothing of them any more", func() bool { return string(p.me.Me) == "null" })
	}
	refusals := crowd[0].posts(session.AddCard{ID: "late", Text: "Te laat"})
	if want := (session.Problem{Code: session.Closed, Reason: session.Ended}); refusals[0] == nil || *refusals[0] != want {
		t.Errorf("after the end a card is answered with %v", refusals[0])
	}
}

func TestPolling(t *testing.T) {
	h := open(t, change{server: func(s *Server) { s.waits.poll = 150 * time.Millisecond }})
	s := h.start()
	host := h.host(s)
	host.do(session.OpenActivity{Activity: write})

	t.Run("is answered with nothing when there is nothing", func(t *testing.T) {
		p := h.in(t).pollingPhone(s, "anna")
		p.poll()
		p.until("nothing is new", func() bool { before := len(p.heard); p.poll(); return len(p.heard) == before })
		began := time.Now()
		if a := p.ask(); string(a.is(200).body) != `{"messages":[]}` {
			t.Errorf("answered with %s", a.body)
		}
		if took := time.Since(began); took < 100*time.Millisecond || took > patience/2 {
			t.Errorf("after %v", took)
		}
	})
	t.Run("brings only what is new, one's own part and who is there too", func(t *testing.T) {
		h := h.in(t)
		p, screen := h.pollingPhone(s, "berta"), h.pollingScreen(s)
		p.poll()
		screen.poll()
		p.does(session.AddCard{ID: "b1", Text: "Moed"})
		p.me = nil
		p.until("the card is counted", func() bool { return strings.Contains(string(p.items["progress"]), `"cards":1`) })
		if p.me != nil {
			t.Errorf("was told again of %s", p.me.Me)
		}
		screen.until("the card is counted", func() bool { return strings.Contains(string(screen.items["progress"]), `"cards":1`) })
		for _, f := range append(p.frames[1:], screen.frames[1:]...) {
			if f.Since == 0 || f.Set["session"] != nil {
				t.Errorf("was sent everything again: %+v", f)
			}
		}
		other := h.phone(s, "berta")
		other.do(session.AddCard{ID: "b2", Text: "Rust"})
		p.until("the own part has the card of the other tab", func() bool { return p.me != nil && len(p.own().Cards) == 2 })
	})
	t.Run("again, by the same tab, ends the one that waits", func(t *testing.T) {
		h := open(t)
		s := h.start()
		p := h.pollingPhone(s, "clara")
		p.until("all is told", func() bool { return p.me != nil && len(p.frames) > 0 })
		first := make(chan *answer, 1)
		waiting := *p
		go func() { first <- waiting.ask() }()
		h.host(s).until("the first one waits", func() bool { return h.server.tabs.waiting() == 1 })
		p.have.Fresh = true
		p.poll()
		select {
		case a := <-first:
			a.is(200)
		case <-time.After(patience):
			t.Error("the older poll waits on")
		}
	})
	t.Run("makes a person count as connected until a while after", func(t *testing.T) {
		h := open(t, change{server: func(s *Server) { s.waits.linger = 300 * time.Millisecond }})
		s := h.start()
		host := h.host(s)
		connected := func(n int) func() bool {
			return func() bool { return host.presence != nil && host.presence.Connected == n }
		}
		host.until("nobody is there", connected(0))
		p := h.pollingPhone(s, "dora")
		p.poll()
		host.until("one is there", connected(1))
		p.poll()
		host.until("nobody is there again", connected(0))
	})
	t.Run("is refused as a socket is", func(t *testing.T) {
		h := h.in(t)
		path := "/api/sessions/" + s.ID + "/"
		anna := func() *browser { return h.browser().with("Cookie", personCookie+"="+token("anna")) }
		for name, step := range map[string]struct {
			by     *browser
			path   string
			body   string
			status int
			want   session.Problem
		}{
			"without a cookie":     {h.browser(), path, `"role":"participant","client":"tab-12345"`, 403, session.Problem{Code: session.Denied, Reason: session.NeedsCookie}},
			"with a wrong key":     {anna(), path, `"role":"host","key":"wrong","client":"tab-12345"`, 403, *denied},
			"with another's key":   {anna(), path, `"role":"host","key":"` + keyOf(s.Screen) + `","client":"tab-12345"`, 403, *denied},
			"of an unknown role":   {anna(), path, `"role":"reader","client":"tab-12345"`, 403, *denied},
			"by a nameless tab":    {anna(), path, `"role":"participant","client":"x"`, 400, *malformed},
			"with another field":   {anna(), path, `"role":"participant","client":"tab-12345","name":"Anna"`, 400, *malformed},
			"from another site":    {anna().with("Origin", "https://evil.example"), path, `"role":"participant","client":"tab-12345"`, 403, *originProblem},
			"to no session at all": {anna(), "/api/sessions/none/", `"role":"participant","client":"tab-12345"`, 404, session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown}},
		} {
			t.Run(name, func(t *testing.T) {
				a := step.by.post(step.path+"poll", "{"+step.body+"}")
				a.t = t
				a.refuses(step.status, step.want)
				a = step.by.post(step.path+"commands", "{"+step.body+`,"do":[{"n":1,"type":"close_activity","data":{}}]}`)
				a.t = t
				a.refuses(step.status, step.want)
			})
		}
	})
	t.Run("for sessions that do not exist leaves nothing behind, and nobody is counted", func(t *testing.T) {
		h := open(t)
		b := h.browser().with("Cookie", personCookie+"="+token("anna"))
		for i := range 5 {
			body := fmt.Sprintf(`{"role":"participant","client":"tab-%05d"`, i)
			b.post("/api/sessions/none/poll", body+"}").is(404)
			b.post("/api/sessions/none/commands", body+`,"do":[{"n":1,"type":"add_card","data":{"id":"k1","text":"Moed"}}]}`).is(404)
		}
		h.server.tabs.sweep(time.Now(), h.server.waits.linger)
		h.server.tabs.mu.Lock()
		defer h.server.tabs.mu.Unlock()
		if kept, present := len(h.server.tabs.open), h.server.tabs.present.Load(); kept != 0 || present != 0 {
			t.Errorf("%d tabs are kept, and %d count as connected", kept, present)
		}
	})
}

// waiting counts the polls that wait.
func (t *tabs) waiting() (n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, one := range t.open {
		if one.newer != nil {
			n++
		}
	}
	return n
}

func TestPosting(t *testing.T) {
	log := logtest.NewMemory()
	h := open(t, change{log: log})
	s := h.start()
	host := h.pollingHost(s)
	host.poll()
	host.does(session.OpenActivity{Activity: write})
	anna := h.pollingPhone(s, "anna")
	anna.poll()

	t.Run("the same number twice is done once and acknowledged twice", func(t *testing.T) {
		anna.t = t
		anna.does(session.AddCard{ID: "k1", Text: "Moed"})
		anna.n--
		anna.does(session.AddCard{ID: "k1", Text: "Lef"})
		if got := anna.own().Cards; len(got) != 1 || got[0].Text != "Moed" {
			t.Errorf("has %+v", got)
		}
	})
	t.Run("a refusal does not keep the next from being done", func(t *testing.T) {
		anna.t = t
		refusals := anna.posts(session.AddCard{ID: "k2", Text: " "}, session.AddCard{ID: "k2", Text: "Rust"})
		if refusals[0] == nil || refusals[0].Reason != session.Empty || refusals[1] != nil || len(anna.own().Cards) != 2 {
			t.Errorf("answered with %v, has %+v", refusals, anna.own())
		}
	})
	t.Run("after one that may be sent again none is tried, so that none is overtaken", func(t *testing.T) {
		anna.t = t
		log.Fail(errors.New("the disk is on fire"))
		post := wire.CommandPost{Role: session.Participant, Client: anna.who.Client}
		for i, text := range []string{"Durf", "Trots"} {
			c := session.EditCard{ID: "k1", Text: text}
			post.Do = append(post.Do, wire.Do{T: wire.TDo, N: anna.n + uint64(i) + 1, Type: "edit_card", Data: []byte(encoded(t, c))})
		}
		for i, p := range anna.sends(post) {
			if p == nil || *p != *unavailable {
				t.Errorf("command %d is answered with %v", i+1, p)
			}
		}
		log.Fail(nil)
		for _, p := range anna.sends(post) {
			if p != nil {
				t.Errorf("refused: %v", p)
			}
		}
		if got := anna.own().Cards[0].Text; got != "Trots" {
			t.Errorf("the card says %q", got)
		}
		anna.n += 2
	})
	t.Run("what is no command is answered by its number", func(t *testing.T) {
		anna.t = t
		for body, want := range map[string]session.Problem{
			`{"t":"hello","n":90,"type":"add_card","data":{}}`: invalid("t", session.Unknown),
			`{"n":0,"type":"add_card","data":{}}`:              invalid("n", session.Empty),
			`{"n":91,"type":"fly","data":{}}`:                  invalid("type", session.Unknown),
			`{"n":92,"type":"add_card","data":{"by":"x"}}`:     invalid("data", session.Malformed),
		} {
			a := anna.next().post("/api/sessions/"+s.ID+"/commands", `{"role":"participant","client":"poll-of-anna","do":[`+body+`]}`)
			if !strings.Contains(string(a.is(200).body), encoded(t, want)) {
				t.Errorf("%s is answered with %s", body, a.body)
			}
		}
	})
	t.Run("none, or more than a socket may have under way, is refused whole", func(t *testing.T) {
		b := anna.next()
		b.t = t
		many := strings.Repeat(`{"n":1,"type":"close_activity","data":{}},`, inFlight) + `{"n":1,"type":"close_activity","data":{}}`
		for list, want := range map[string]session.Problem{
			"": invalid("do", session.Empty), many: {Code: session.Invalid, Field: "do", Reason: session.TooMany, Limit: inFlight},
		} {
			b.post("/api/sessions/"+s.ID+"/commands", `{"role":"participant","client":"poll-of-anna","do":[`+list+`]}`).refuses(400, want)
		}
	})
	t.Run("a tab is no faster than through a socket", func(t *testing.T) {
		h := h.in(t)
		greedy := h.pollingPhone(s, "greedy")
		greedy.poll()
		greedy.does(session.AddCard{ID: "g1", Text: "0"})
		began, done := time.Now(), 1
		for range 3 {
			var edits []session.Command
			for range inFlight {
				edits = append(edits, session.EditCard{ID: "g1", Text: fmt.Sprint(done)})
				done++
			}
			greedy.does(edits...)
		}
		pace := paces[session.Participant]
		if least := time.Duration(done-pace.burst) * time.Second / time.Duration(pace.perSecond); time.Since(began) < least-100*time.Millisecond {
			t.Errorf("%d commands were done in %v", done, time.Since(began))
		}
	})
}

func TestStoppingWithPolls(t *testing.T) {
	t.Run("a poll that waits is answered at once, and told when to come back", func(t *testing.T) {
		h := open(t)
		s := h.start()
		host := h.host(s)
		p := h.pollingPhone(s, "anna")
		p.poll()
		waits := make(chan *answer, 1)
		go func() { waits <- p.ask() }()
		host.until("it waits", func() bool { return h.server.tabs.waiting() == 1 })
		stopped := make(chan struct{})
		go func() { defer close(stopped); h.stop() }()
		a := <-waits
		var reply wire.ProblemReply
		a.is(http.StatusServiceUnavailable).into(&reply)
		if reply.Problem != *stopping || reply.RetryIn < 0 || reply.RetryIn > 500 || a.header.Get("Retry-After") == "" {
			t.Errorf("was told %+v, %v", reply, a.header)
		}
		<-stopped
	})
	t.Run("a store that fails is told as such", func(t *testing.T) {
		log := logtest.NewMemory()
		h := open(t, change{log: log})
		s := h.start()
		host := h.host(s)
		p := h.pollingPhone(s, "anna")
		p.poll()
		waits := make(chan *answer, 1)
		go func() { waits <- p.ask() }()
		host.until("it waits", func() bool { return h.server.tabs.waiting() == 1 })
		log.Fail(errors.New("the disk is on fire"))
		host.repeat(1, "open_activity", session.OpenActivity{Activity: write})
		(<-waits).refuses(503, *unavailable)
	})
}
