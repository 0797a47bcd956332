package web

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/web/wire"
)

// A poller is a client without a socket. What it is told it keeps as a guest does; each request may go to another server.
type poller struct {
	*guest
	servers []*browser
	session string
	who     wire.Poll // role, key and client
	have    wire.Poll // what it has
	polls   int
}

// polling gives a client that asks these servers in turn.
func polling(t *testing.T, s wire.SessionCreated, who wire.Poll, cookie string, servers ...*house) *poller {
	t.Helper()
	p := &poller{
		guest:   &guest{t: t, items: map[string]json.RawMessage{}, answers: map[uint64][]*session.Problem{}},
		session: s.ID, who: who, have: wire.Poll{Fresh: true},
	}
	for _, h := range servers {
		b := h.in(t).browser()
		if cookie != "" {
			b.with("Cookie", personCookie+"="+cookie)
		}
		p.servers = append(p.servers, b)
	}
	return p
}

func (h *house) pollingHost(s wire.SessionCreated) *poller {
	h.t.Helper()
	return polling(h.t, s, wire.Poll{Role: session.Host, Key: keyOf(s.Host), Client: "poll-of-host"}, "", h)
}

func (h *house) pollingScreen(s wire.SessionCreated) *poller {
	h.t.Helper()
	return polling(h.t, s, wire.Poll{Role: session.Screen, Key: keyOf(s.Screen), Client: "poll-of-screen"}, "", h)
}

func (h *house) pollingPhone(s wire.SessionCreated, name string) *poller {
	h.t.Helper()
	return polling(h.t, s, wire.Poll{Role: session.Participant, Client: "poll-of-" + name}, token(name), h)
}

func (p *poller) next() *browser { p.polls++; return p.servers[p.polls%len(p.servers)] }

// ask sends one poll and gives its answer.
func (p *poller) ask() *answer {
	p.t.Helper()
	in := p.have
	in.Role, in.Key, in.Client = p.who.Role, p.who.Key, p.who.Client
	return p.next().post("/api/sessions/"+p.session+"/poll", encoded(p.t, in))
}

// poll asks once and takes over what is new.
func (p *poller) poll() {
	p.t.Helper()
	p.hear(p.ask())
}

func (p *poller) hear(a *answer) {
	p.t.Helper()
	var told wire.Polled
	a.is(http.StatusOK).into(&told)
	for _, message := range told.Messages {
		p.take(message)
	}
	p.have.Fresh = false
	p.have.Mark, p.have.Rev = p.mark, p.rev
	if told.Me != "" {
		p.have.Me = told.Me
	}
	if told.Presence != "" {
		p.have.Presence = told.Presence
	}
}

// until polls until something is so.
func (p *poller) until(what string, so func() bool) {
	p.t.Helper()
	for began := time.Now(); !so(); p.poll() {
		if time.Since(began) > patience {
			p.t.Fatalf("polled in vain until %s; has %s", what, p.items)
		}
	}
}

// posts sends commands under the next numbers and gives the refusals, nil for what was done.
func (p *poller) posts(commands ...session.Command) []*session.Problem {
	p.t.Helper()
	post := wire.CommandPost{Role: p.who.Role, Key: p.who.Key, Client: p.who.Client}
	for _, c := range commands {
		p.n++
		post.Do = append(post.Do, wire.Do{N: p.n, Type: session.CommandType(c), Data: json.RawMessage(encoded(p.t, c))})
	}
	return p.sends(post)
}

func (p *poller) sends(post wire.CommandPost) (refusals []*session.Problem) {
	p.t.Helper()
	for _, do := range post.Do {
		delete(p.answers, do.N)
	}
	p.hear(p.next().post("/api/sessions/"+p.session+"/commands", encoded(p.t, post)))
	for _, do := range post.Do {
		if len(p.answers[do.N]) != 1 {
			p.t.Fatalf("%s %d was answered %d times", do.Type, do.N, len(p.answers[do.N]))
		}
		refusals = append(refusals, p.answers[do.N][0])
	}
	return refusals
}

// does expects commands to be done.
func (p *poller) does(commands ...session.Command) {
	p.t.Helper()
	for i, refusal := range p.posts(commands...) {
		if refusal != nil {
			p.t.Fatalf("%T was refused: %v", commands[i], refusal)
		}
	}
}

func encoded(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
