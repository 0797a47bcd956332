package web

import (
	"bytes"
	"fmt"
	"maps"
	"strings"
	"testing"

	"verbindend/session"
	"verbindend/web/wire"
)

// A watch looks at every byte that somebody is told for words that must not be in it.
type watch struct {
	name string
	told func() [][]byte
}

// none expects that nobody has been told any of the secrets.
func none(t *testing.T, when string, secrets []string, from ...watch) {
	t.Helper()
	for _, w := range from {
		for _, message := range w.told() {
			for _, secret := range secrets {
				if bytes.Contains(message, []byte(secret)) {
					t.Errorf("%s, %s was told %q: %s", when, w.name, secret, message)
				}
			}
		}
	}
}

// A whole session with ten phones. Every word on a card is a mark that says whose it is; every message that anybody receives
// is kept, and so is all that can be had over HTTP.
func TestNothingIsDisclosed(t *testing.T) {
	const people = 10
	h := open(t)
	s := h.start()
	host, screen := h.host(s), h.screen(s)
	var phones []*guest
	for i := range people {
		phones = append(phones, h.phone(s, phone(i)))
	}

	// The same people also come without a socket: what they are told that way is watched in the same places.
	without := map[session.Role]*poller{
		session.Host: h.pollingHost(s), session.Screen: h.pollingScreen(s), session.Participant: h.pollingPhone(s, phone(0)),
	}
	var fetched [][]byte
	fetch := func() {
		t.Helper()
		for _, p := range without {
			p.have.Fresh = true // which is answered at once, with all that was published
			p.poll()
		}
		fetched = append(fetched, h.browser().get("/api/sessions/"+s.ID+"/results.json").is(200).body)
	}
	hearing := func(gs ...*guest) func() [][]byte {
		return func() (all [][]byte) {
			for _, g := range gs {
				all = append(all, g.heard...)
			}
			return all
		}
	}
	atScreen := watch{"the screen", hearing(screen, without[session.Screen].guest)}
	atHost := watch{"the host", hearing(host, without[session.Host].guest)}
	overHTTP := watch{"anybody over HTTP", func() [][]byte { return fetched }}
	var atPhones []watch
	for i, p := range phones {
		atPhones = append(atPhones, watch{phone(i), hearing(p)})
		if i == 0 {
			atPhones[0].told = hearing(p, without[session.Participant].guest)
		}
	}
	everybody := append([]watch{atHost, atScreen, overHTTP}, atPhones...)

	// caughtUp waits until all have what was published before: counts come with whatever else is new, or later.
	caughtUp := func(key, want string) {
		t.Helper()
		host.sees(key, want)
		screen.sees(key, want)
		for _, p := range phones {
			p.sees(key, want)
			p.lives()
		}
		host.lives()
		screen.lives()
		fetch()
	}

	host.do(session.OpenActivity{Activity: write})
	for i, p := range phones {
		p.do(session.ChooseGroup{Group: []string{"g1", "g2"}[i%2]})
		p.do(session.AddCard{ID: fmt.Sprint("card", i), Text: mark(i)})
	}
	phones[0].do(session.AddCard{ID: "shame", Text: "hiddenmark"})
	host.await("the card to hide", func() bool { return host.items["card/shame"] != nil })
	host.do(session.HideCard{ID: "shame"})
	caughtUp("progress", `{"done":10,"of":10,"cards":11}`)
	none(t, "while people write", []string{"markof", "hiddenmark", `"card/`, `"cluster/`}, atScreen, overHTTP)
	for i, at := range atPhones {
		none(t, "while people write", []string{`"card/`, `"cluster/`}, at)
		for j := range people {
			if i != j {
				none(t, "while people write", []string{mark(j)}, at)
			}
		}
	}

	host.do(session.OpenActivity{Activity: cluster})
	screen.await("the cards", func() bool { return screen.items["card/card9"] != nil })
	none(t, "though it was hidden", []string{"hiddenmark"}, append([]watch{atScreen, overHTTP}, atPhones[1:]...)...)

	counted := []string{`"voters"`, `"dotsPlaced"`, `"topShare"`, `"inTop"`, `"rank"`, `"result"`, `"certainty"`, `"resamples"`}
	host.do(session.OpenActivity{Activity: vote})
	for i, p := range phones {
		p.await("the ballot", func() bool { return p.items["ballot"] != nil })
		var ballot session.BallotItem
		p.read(p.items["ballot"], &ballot)
		dots := map[string]int{ballot.Options[0].ID: 2, ballot.Options[1+i%3].ID: 1}
		p.do(session.CastBallot{Round: 1, Dots: dots})
	}
	caughtUp("progress", `{"done":10,"of":10}`)
	none(t, "while the vote is open", counted, atHost, atScreen)
	none(t, "while the vote is open", counted, atPhones...)
	none(t, "while the vote is open", []string{`"voters"`, `"vote":{`}, overHTTP)
	for i, p := range phones {
		var last []byte
		for _, message := range p.heard {
			if bytes.HasPrefix(message, []byte(`{"t":"frame"`)) && bytes.Contains(message, []byte(`"dots":{`)) {
				last = message
			}
		}
		if last != nil {
			t.Errorf("%s was told of dots in what all are told: %s", phone(i), last)
		}
	}

	host.do(session.CloseActivity{})
	host.await("the result", func() bool { return bytes.Contains(host.items["result"], []byte(`"certainty":{`)) })
	for _, g := range append(phones, screen) {
		g.await("the vote to be closed", func() bool { return strings.Contains(string(g.items["vote"]), `"closed"`) })
		g.lives()
	}
	fetch()
	none(t, "before it is revealed", counted, atScreen)
	none(t, "before it is revealed", counted, atPhones...)
	none(t, "before it is revealed", []string{`"voters"`, `"vote":{`}, overHTTP)

	host.do(session.OpenActivity{Activity: reveal})
	for _, g := range append(phones, screen) {
		g.await("the result", func() bool { return g.items["result"] != nil })
	}
	fetch()
	host.do(session.EndSession{})
	for _, p := range phones {
		p.await("the own part to be gone", func() bool { return p.me != nil && string(p.me.Me) == "null" })
	}
	screen.await("the end", func() bool { return strings.Contains(string(screen.items["session"]), `"ended"`) })
	host.lives()
	fetch()

	for role, p := range without {
		g := map[session.Role]*guest{session.Host: host, session.Screen: screen, session.Participant: phones[0]}[role]
		p.until("it has what a socket has", func() bool {
			p.have.Fresh = true
			g.lives()
			return maps.EqualFunc(p.items, g.items, same)
		})
	}

	// What nobody may ever be told.
	var identities []string
	for i := range people {
		identities = append(identities, token(phone(i)), string(h.server.keys.person(s.ID, token(phone(i)))))
	}
	identities = append(identities, h.server.keys.facilitator, h.server.keys.facilitatorToken(), string(h.server.config.Secret))
	none(t, "ever", identities, everybody...)
	none(t, "ever", []string{keyOf(s.Host), keyOf(s.Screen)}, append(atPhones, atScreen, overHTTP)...)
	none(t, "though it was hidden", []string{"hiddenmark"}, append([]watch{atScreen, overHTTP}, atPhones[1:]...)...)
	none(t, "about who is in which group", []string{`"g1":`}, append(atPhones, atScreen, overHTTP)...)
	none(t, "about the ballots of others", []string{`"ballots":[`}, append(atPhones, atHost, atScreen)...)

	// The watch is awake: what each may be told has come by.
	for _, want := range []struct {
		at     watch
		secret string
	}{
		{atHost, "hiddenmark"}, {atHost, keyOf(s.Host)}, {atHost, `"g1":5`}, {atHost, `"voters"`}, {atScreen, mark(3)}, {atScreen, `"voters"`},
		{atPhones[3], mark(3)}, {atPhones[3], `"dots":{`}, {overHTTP, mark(3)}, {overHTTP, `"voters"`},
	} {
		if !bytes.Contains(bytes.Join(want.at.told(), nil), []byte(want.secret)) {
			t.Errorf("%s was never told %q, so that this test looks for the wrong thing", want.at.name, want.secret)
		}
	}
}

func phone(i int) string { return fmt.Sprintf("phone%d", i) }

// mark is what person i writes; no mark is a part of another.
func mark(i int) string { return fmt.Sprintf("markof%dx", i) }

// A guest who comes late or back must not be told more than those who were there.
func TestNothingIsDisclosedToLatecomers(t *testing.T) {
	h := open(t)
	s := h.start()
	host := h.host(s)
	host.do(session.OpenActivity{Activity: write})
	h.phone(s, "anna").do(session.AddCard{ID: "k1", Text: mark(1)})
	host.await("the card", func() bool { return host.items["card/k1"] != nil })

	late, screen := h.phone(s, "berta"), h.screen(s)
	for _, g := range []*guest{late, screen} {
		// Nor with a revision that the host has: each role counts its own.
		hello := wire.Hello{Role: g.welcome.Role, Client: "tab-12345", Mark: host.mark, Rev: 1}
		if g == screen {
			hello.Key = keyOf(s.Screen)
		}
		back := h.enter(s.ID, hello, holding(token("berta")))
		back.lives()
		for _, who := range []*guest{g, back} {
			none(t, "coming late", []string{mark(1), `"card/`}, watch{string(who.welcome.Role), func() [][]byte { return who.heard }})
		}
	}
}
