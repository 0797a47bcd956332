package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/session"
	"verbindend/session/boltlog"
	"verbindend/web/wire"
)

// write and cluster are the activities of the first template that the tests open.
const (
	write   = "a2"
	cluster = "a3"
	vote    = "a4"
	reveal  = "a5"
)

func TestComingIn(t *testing.T) {
	h := open(t)
	s := h.start()
	hello := wire.Hello{T: wire.THello, Role: session.Participant, Client: "tab-12345"}

	sentAway := func(h *house, hello wire.Hello, head http.Header, id string, code int, want session.Problem) {
		h.t.Helper()
		g := h.knock(id, head)
		g.say(hello)
		if got := g.closedWith(); got != code {
			h.t.Errorf("closed with %d, want %d", got, code)
		}
		if len(g.nameless) != 1 || g.nameless[0] != want || len(g.heard) != 1 {
			h.t.Errorf("was told %s, want %+v", g.heard, want)
		}
	}
	t.Run("without a word the socket is closed", func(t *testing.T) {
		h := open(t, change{server: func(s *Server) { s.waits.hello = 50 * time.Millisecond }})
		g := h.knock(h.start().ID, holding(token("anna")))
		if code := g.closedWith(); code != wire.CloseMalformed {
			t.Errorf("closed with %d", code)
		}
	})
	t.Run("with anything but a hello the socket is closed", func(t *testing.T) {
		h := h.in(t)
		for _, first := range []string{
			`no JSON`, `{}`, `{"t":"ping"}`, `{"t":"do","n":1,"type":"add_card","data":{}}`,
			`{"t":"hello","role":"participant","client":"short"}`, `{"t":"hello","role":"participant","client":"` + strings.Repeat("x", 41) + `"}`,
			`{"t":"hello","role":"participant","client":"tab 12345"}`, `{"t":"hello","role":"participant","client":"tab-12345","name":"Anna"}`,
			`{"t":"hello","role":"participant","client":"tab-12345"}}`, `{"t":"hello","role":"participant","client":"tab-12345","rev":-1}`,
		} {
			g := h.knock(s.ID, holding(token("anna")))
			g.say(first)
			if code := g.closedWith(); code != wire.CloseMalformed || len(g.nameless) != 1 || g.nameless[0] != *malformed {
				t.Errorf("after %s closed with %d, told %s", first, code, g.heard)
			}
		}
	})
	t.Run("with a wrong key, or a key of another role or session, is denied", func(t *testing.T) {
		h := h.in(t)
		other := h.start()
		for role, keys := range map[session.Role][]string{
			session.Host:   {"", "wrong", keyOf(s.Screen), keyOf(other.Host), h.server.keys.facilitator},
			session.Screen: {"", "wrong", keyOf(s.Host), keyOf(other.Screen), h.server.keys.facilitator},
			"reader":       {"", keyOf(s.Host)},
			"":             {""},
		} {
			for _, key := range keys {
				hello := hello
				hello.Role, hello.Key = role, key
				sentAway(h, hello, holding(token("anna")), s.ID, wire.CloseDenied, *denied)
			}
		}
	})
	t.Run("as a participant needs a cookie that the server may have given", func(t *testing.T) {
		h := h.in(t)
		for _, head := range []http.Header{nil, holding("a"), holding(strings.Repeat("x", 65)), {"Cookie": {"other=" + token("anna")}}} {
			sentAway(h, hello, head, s.ID, wire.CloseDenied, session.Problem{Code: session.Denied, Reason: session.NeedsCookie})
		}
	})
	t.Run("to a session that there is not is told so", func(t *testing.T) {
		h := h.in(t)
		sentAway(h, hello, holding(token("anna")), "nothere", wire.CloseNotFound,
			session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown})
	})
	t.Run("a signed-in facilitator needs no key", func(t *testing.T) {
		h := h.in(t)
		head := http.Header{"Authorization": {"Bearer " + h.server.keys.facilitator}}
		for _, role := range []session.Role{session.Host, session.Screen} {
			g := h.enter(s.ID, wire.Hello{Role: role, Client: "tab-12345"}, head)
			if g.welcome.Role != role {
				t.Errorf("welcomed as %s", g.welcome.Role)
			}
		}
		cookie := http.Header{"Cookie": {facilitatorCookie + "=" + h.server.keys.facilitatorToken()}}
		h.enter(s.ID, wire.Hello{Role: session.Host, Client: "tab-12346"}, cookie).lives()
	})
	t.Run("each role is told the links it may know, and the server's clock", func(t *testing.T) {
		h := h.in(t)
		site := strings.TrimPrefix(h.url, "http://")
		for _, g := range []*guest{h.host(s), h.screen(s), h.phone(s, "anna")} {
			want := wire.Links{Join: s.Join, Site: site}
			if g.welcome.Role == session.Host {
				want.Screen, want.Host = s.Screen, s.Host
			}
			if g.welcome.Links != want {
				t.Errorf("%s is told %+v", g.welcome.Role, g.welcome.Links)
			}
			if off := time.Since(time.UnixMilli(g.welcome.At)); off < -time.Minute || off > time.Minute {
				t.Errorf("the clock is %v off", off)
			}
		}
	})
	t.Run("welcome comes first, then one's own part, then a whole frame; who was here before is known", func(t *testing.T) {
		h := h.in(t)
		g := h.phone(s, "berta")
		for i, start := range []string{`{"t":"welcome"`, `{"t":"me"`, `{"t":"frame"`} {
			if !strings.HasPrefix(string(g.heard[i]), start) {
				t.Errorf("message %d is %s", i, g.heard[i])
			}
		}
		if g.frames[0].Since != 0 || g.welcome.Known {
			t.Errorf("%+v, %+v", g.frames[0], g.welcome)
		}
		if again := h.phone(s, "berta"); !again.welcome.Known {
			t.Error("was forgotten")
		}
	})
}

func TestWrongMessages(t *testing.T) {
	h := open(t)
	s := h.start()
	host := h.host(s)
	host.do(session.OpenActivity{Activity: write})
	anna := h.phone(s, "anna")
	number := uint64(1000)

	for name, step := range map[string]struct {
		message string
		want    session.Problem
		named   bool // the problem carries the number
	}{
		"no JSON":                  {`{"t":`, *malformed, false},
		"a list":                   {`[1,2]`, *malformed, false},
		"nothing":                  {` `, *malformed, false},
		"two values":               {`{"t":"ping"}{"t":"ping"}`, *malformed, false},
		"a bracket too many":       {`{"t":"ping"}}`, *malformed, false},
		"an unknown field":         {`{"t":"do","n":7,"type":"add_card","data":{},"by":"somebody"}`, *malformed, false},
		"a number that is none":    {`{"t":"do","n":-1,"type":"add_card","data":{}}`, *malformed, false},
		"number 0":                 {`{"t":"do","n":0,"type":"close_activity","data":{}}`, invalid("n", session.Empty), false},
		"an unknown kind":          {`{"t":"shout"}`, invalid("t", session.Unknown), false},
		"a second hello":           {`{"t":"hello","n":N,"type":""}`, invalid("t", session.Unknown), true},
		"an unknown command":       {`{"t":"do","n":N,"type":"fly","data":{}}`, invalid("type", session.Unknown), true},
		"the server's own command": {`{"t":"do","n":N,"type":"join","data":{}}`, invalid("type", session.Unknown), true},
		"a command's unknown field": {
			`{"t":"do","n":N,"type":"add_card","data":{"id":"k1","text":"Moed","by":"x"}}`, invalid("data", session.Malformed), true,
		},
		"a field of another kind": {`{"t":"do","n":N,"type":"add_card","data":{"id":"k1","text":7}}`, invalid("data", session.Malformed), true},
		"no data":                 {`{"t":"do","n":N,"type":"add_card"}`, invalid("id", session.Empty), true},
		"10,000 characters": {
			`{"t":"do","n":N,"type":"add_card","data":{"id":"k1","text":"` + strings.Repeat("é", 10_000) + `"}}`,
			session.Problem{Code: session.Invalid, Field: "text", Reason: session.TooLong, Limit: session.MaxCard}, true,
		},
		"an id of 41 characters": {
			`{"t":"do","n":N,"type":"add_card","data":{"id":"` + strings.Repeat("k", 41) + `","text":"Moed"}}`,
			session.Problem{Code: session.Invalid, Field: "id", Reason: session.TooLong, Limit: session.MaxID}, true,
		},
	} {
		t.Run(name+" is answered, and the connection stays of use", func(t *testing.T) {
			anna.t = t
			number++
			before := len(anna.nameless)
			anna.say(strings.ReplaceAll(step.message, "N,", fmt.Sprint(number, ",")))
			if step.named {
				anna.await("a problem", func() bool { return len(anna.answers[number]) > 0 })
				if got := anna.answers[number][0]; got == nil || *got != step.want {
					t.Errorf("answered with %v, want %v", got, &step.want)
				}
			} else {
				anna.await("a problem", func() bool { return len(anna.nameless) > before })
				if got := anna.nameless[before]; got != step.want {
					t.Errorf("answered with %v, want %v", &got, &step.want)
				}
			}
			anna.lives()
		})
	}
	anna.t = t
	anna.do(session.AddCard{ID: "k1", Text: "Moed"})
	if got := anna.own().Cards; len(got) != 1 || got[0].Text != "Moed" {
		t.Errorf("the cards are %+v", got)
	}

	t.Run("a message over 256 KB ends the connection with 1009", func(t *testing.T) {
		h := h.in(t)
		berta := h.phone(s, "berta")
		berta.say(`{"t":"ping"` + strings.Repeat(" ", messageLimit) + `}`)
		if code := berta.closedWith(); code != websocket.CloseMessageTooBig {
			t.Errorf("closed with %d", code)
		}
	})
}

func TestRolesAndTimes(t *testing.T) {
	h := open(t)
	s := h.start()
	host, screen, anna := h.host(s), h.screen(s), h.phone(s, "anna")
	notOpen := session.Problem{Code: session.Closed, Reason: session.NotOpen}

	t.Run("who sends what is another role's is denied, and stays", func(t *testing.T) {
		for name, c := range session.CommandTypes() {
			hostOnly := true
			switch c.(type) {
			case session.AddCard, session.EditCard, session.RemoveCard, session.CastBallot, session.ChooseGroup, session.FillSheet,
				session.ShareStory, session.ShareIntention, session.WithdrawIntention,
				session.StrengthenCard, session.ObjectToOption, session.DoubtMerge, session.WithdrawProposal, session.ProposeValue,
				session.TakeSeat, session.TakePen, session.LayPen, session.WriteDraft, session.GiveTip, session.SettleTip, session.ChooseDraft, session.SharePhone:
				hostOnly = false
			}
			both := slices.Contains([]string{"write_step", "remove_step", "edit_card", "remove_card"}, name) // the host those on paper
			for _, g := range []*guest{host, screen, anna} {
				if (hostOnly == (g == host) || both) && g != screen {
					continue
				}
				g.t = t
				if p := g.ask(name, c); p == nil || *p != *denied {
					t.Errorf("%s by %s is answered with %v", name, g.welcome.Role, p)
				}
			}
		}
		for _, g := range []*guest{host, screen, anna} {
			g.lives()
		}
	})
	t.Run("what is not open now is closed", func(t *testing.T) {
		anna.t, host.t = t, t
		anna.refused(session.AddCard{ID: "k1", Text: "Moed"}, notOpen)
		anna.refused(session.CastBallot{Round: 1}, notOpen)
		host.refused(session.ShowDeck{Shown: true}, notOpen)
		host.refused(session.UndoClustering{}, notOpen)
		host.refused(session.PauseTimer{}, session.Problem{Code: session.Closed, Reason: session.NoTimer})
		host.refused(session.OpenActivity{Activity: vote}, session.Problem{Code: session.Closed, Field: "activity", Reason: session.NothingToVote})
		host.refused(session.OpenActivity{Activity: "a99"}, session.Problem{Code: session.NotFound, Field: "activity", Reason: session.Unknown})
		anna.lives()
	})
	t.Run("after the end nothing is taken any more", func(t *testing.T) {
		anna.t, host.t = t, t
		host.do(session.EndSession{})
		ended := session.Problem{Code: session.Closed, Reason: session.Ended}
		anna.refused(session.AddCard{ID: "k1", Text: "Moed"}, ended)
		host.refused(session.OpenActivity{Activity: write}, ended)
		anna.await("the own part to be gone", func() bool { return anna.me != nil && string(anna.me.Me) == "null" })
	})
}

func TestOnRealFiles(t *testing.T) {
	t.Run("a restart on the same files finds everybody and everything, once", func(t *testing.T) {
		dir := t.TempDir()
		begin := func() (*house, *boltlog.Log) {
			log, err := boltlog.Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			return open(t, change{log: log}), log
		}
		h, log := begin()
		s := h.start()
		host, anna := h.host(s), h.phone(s, "anna")
		host.do(session.OpenActivity{Activity: write})
		anna.do(session.AddCard{ID: "k1", Text: "Moed"})
		mark, rev := anna.mark, anna.rev
		h.stop()
		if code := anna.closedWith(); code != websocket.CloseServiceRestart {
			t.Errorf("closed with %d", code)
		}
		if err := log.Close(); err != nil {
			t.Fatal(err)
		}

		h, log = begin()
		defer func() {
			h.stop()
			if err := log.Close(); err != nil {
				t.Error(err)
			}
		}()
		again := h.enter(s.ID, wire.Hello{Role: session.Participant, Client: "tab-of-anna", Mark: mark, Rev: rev}, holding(token("anna")))
		again.await("a frame", func() bool { return len(again.frames) > 0 })
		if again.frames[0].Since != 0 || again.frames[0].Mark == mark || !again.welcome.Known || again.welcome.LastN != 1 {
			t.Errorf("%+v, %+v", again.frames[0], again.welcome)
		}
		again.repeat(1, "add_card", session.AddCard{ID: "k1", Text: "Moed"}) // the ack may have been lost
		again.await("an ack", func() bool { return len(again.answers[1]) > 0 })
		if got := again.own().Cards; again.answers[1][0] != nil || len(got) != 1 {
			t.Errorf("%v, %+v", again.answers[1][0], got)
		}
	})
}
