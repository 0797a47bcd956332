package web

import (
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/session"
	"verbindend/web/wire"
)

// A guest is one socket that keeps what it is told, as a client does.
type guest struct {
	t     *testing.T
	conn  *websocket.Conn
	words chan []byte   // messages that were not taken yet; closed when the connection is
	code  int           // the close code; 0 without one
	why   string        // the close reason
	pings chan struct{} // one for each ping that was answered

	heard    [][]byte // every message, as it came
	welcome  *wire.Welcome
	mark     string
	rev      uint64
	frames   []wire.Frame
	items    map[string]json.RawMessage
	me       *wire.MeMessage
	presence *wire.PresenceMessage
	n        uint64
	answers  map[uint64][]*session.Problem // by number, in order; nil for an ack
	nameless []session.Problem             // with n = 0
	pongs    int
}

// dial opens a socket and says nothing.
func (h *house) dial(id string, head http.Header) (*websocket.Conn, *http.Response, error) {
	h.t.Helper()
	dialer := websocket.Dialer{HandshakeTimeout: patience}
	address := "ws" + strings.TrimPrefix(h.url, "http") + "/api/sessions/" + id + "/socket"
	conn, reply, err := dialer.DialContext(h.t.Context(), address, head)
	if conn != nil {
		h.t.Cleanup(func() { _ = conn.Close() })
	}
	return conn, reply, err
}

// knock opens a socket and listens to it.
func (h *house) knock(id string, head http.Header) *guest {
	h.t.Helper()
	conn, reply, err := h.dial(id, head)
	if err != nil {
		h.t.Fatalf("dial: %v (%v)", err, reply)
	}
	g := &guest{
		t: h.t, conn: conn, words: make(chan []byte, 10_000), pings: make(chan struct{}, 1000),
		items: map[string]json.RawMessage{}, answers: map[uint64][]*session.Problem{},
	}
	answer := conn.PingHandler()
	conn.SetPingHandler(func(text string) error {
		g.pings <- struct{}{}
		return answer(text)
	})
	go func() {
		defer close(g.words)
		for {
			_, message, err := conn.ReadMessage()
			if err != nil {
				if closed := (*websocket.CloseError)(nil); errors.As(err, &closed) {
					g.code, g.why = closed.Code, closed.Text
				}
				return
			}
			g.words <- message
		}
	}()
	return g
}

// enter opens a socket, says hello and waits for the welcome and the first frame.
func (h *house) enter(id string, hello wire.Hello, head http.Header) *guest {
	h.t.Helper()
	g := h.knock(id, head)
	hello.T = wire.THello
	g.say(hello)
	g.mark, g.rev = hello.Mark, hello.Rev
	g.await("a welcome", func() bool { return g.welcome != nil })
	g.n = g.welcome.LastN
	if hello.Mark == "" {
		g.await("a frame", func() bool { return len(g.frames) > 0 })
	}
	return g
}

func (h *house) host(s wire.SessionCreated) *guest {
	h.t.Helper()
	return h.enter(s.ID, wire.Hello{Role: session.Host, Client: "tab-of-host", Key: keyOf(s.Host)}, nil)
}

func (h *house) screen(s wire.SessionCreated) *guest {
	h.t.Helper()
	return h.enter(s.ID, wire.Hello{Role: session.Screen, Client: "tab-of-screen", Key: keyOf(s.Screen)}, nil)
}

// phone comes with a token of its own in its cookie.
func (h *house) phone(s wire.SessionCreated, name string) *guest {
	h.t.Helper()
	return h.enter(s.ID, wire.Hello{Role: session.Participant, Client: "tab-of-" + name}, holding(token(name)))
}

// phoneAgain comes back as a client does that was told to: until it is let in.
func (h *house) phoneAgain(s wire.SessionCreated, name string) *guest {
	h.t.Helper()
	for began := time.Now(); time.Since(began) < patience; {
		g := h.knock(s.ID, holding(token(name)))
		g.say(wire.Hello{T: wire.THello, Role: session.Participant, Client: "tab-of-" + name})
		first, open := <-g.words
		if open && strings.HasPrefix(string(first), `{"t":"welcome"`) {
			g.take(first)
			g.n = g.welcome.LastN
			return g
		}
		if code := g.closedWith(); code < 4000 || code > 4499 {
			h.t.Fatalf("told not to come back, with %d", code)
		}
	}
	h.t.Fatal("never let in again")
	return nil
}

// token is a participant's cookie that a test can tell.
func token(name string) string { return name + "-" + strings.Repeat("x", 30-len(name)) }

func holding(token string) http.Header { return http.Header{"Cookie": {personCookie + "=" + token}} }

func (g *guest) say(message any) {
	g.t.Helper()
	text, ok := message.(string)
	if !ok {
		encoded, err := json.Marshal(message)
		if err != nil {
			g.t.Fatal(err)
		}
		text = string(encoded)
	}
	_ = g.conn.SetWriteDeadline(time.Now().Add(patience))
	if err := g.conn.WriteMessage(websocket.TextMessage, []byte(text)); err != nil {
		g.t.Fatalf("say: %v", err)
	}
}

// await takes messages until something is so.
func (g *guest) await(what string, so func() bool) {
	g.t.Helper()
	late := time.After(patience)
	for !so() {
		select {
		case message, open := <-g.words:
			if !open {
				g.t.Fatalf("waiting for %s, the connection was closed with %d", what, g.code)
			}
			g.take(message)
		case <-late:
			g.t.Fatalf("waited for %s in vain; the last message was %s", what, g.heard[max(0, len(g.heard)-1):])
		}
	}
}

func (g *guest) take(message []byte) {
	g.t.Helper()
	g.heard = append(g.heard, message)
	var kind struct{ T string }
	if err := json.Unmarshal(message, &kind); err != nil {
		g.t.Fatalf("the server said %q", message)
	}
	switch kind.T {
	case wire.TWelcome:
		g.welcome = &wire.Welcome{}
		g.read(message, g.welcome)
	case wire.TFrame:
		var f wire.Frame
		g.read(message, &f)
		g.apply(f)
	case wire.TPresence:
		g.presence = &wire.PresenceMessage{}
		g.read(message, g.presence)
	case wire.TMe:
		g.me = &wire.MeMessage{}
		g.read(message, g.me)
	case wire.TAck:
		var ack wire.Ack
		g.read(message, &ack)
		if ack.Me != nil {
			g.me = &wire.MeMessage{T: wire.TMe, Me: ack.Me}
		}
		g.answers[ack.N] = append(g.answers[ack.N], nil)
	case wire.TProblem:
		var refused wire.Refused
		g.read(message, &refused)
		if refused.N == 0 {
			g.nameless = append(g.nameless, refused.Problem)
		} else {
			g.answers[refused.N] = append(g.answers[refused.N], &refused.Problem)
		}
	case wire.TPong:
		g.pongs++
	default:
		g.t.Fatalf("the server said %s", message)
	}
}

func (g *guest) read(message []byte, into any) {
	g.t.Helper()
	if err := strict(message, into); err != nil {
		g.t.Fatalf("%T has fields that the protocol does not: %s", into, message)
	}
}

func (g *guest) apply(f wire.Frame) {
	g.t.Helper()
	g.frames = append(g.frames, f)
	switch {
	case f.Since == 0:
		clear(g.items)
	case f.Since > g.rev:
		g.t.Fatalf("a frame of %s from %d on, for who has %s up to %d", f.Mark, f.Since, g.mark, g.rev)
	}
	for key, item := range f.Set {
		g.items[key] = item
	}
	for _, key := range f.Drop {
		delete(g.items, key)
	}
	g.mark, g.rev = f.Mark, f.Rev
}

// ask sends a command under the next number and gives its refusal, nil when it was done.
func (g *guest) ask(kind string, data any) *session.Problem {
	g.t.Helper()
	g.n++
	g.repeat(g.n, kind, data)
	n := g.n
	g.await("an answer to "+kind, func() bool { return len(g.answers[n]) > 0 })
	return g.answers[n][0]
}

// repeat sends a command under a number and waits for nothing.
func (g *guest) repeat(n uint64, kind string, data any) {
	g.t.Helper()
	encoded, err := json.Marshal(data)
	if err != nil {
		g.t.Fatal(err)
	}
	g.say(wire.Do{T: wire.TDo, N: n, Type: kind, Data: encoded})
}

// do expects a command to be done.
func (g *guest) do(c session.Command) {
	g.t.Helper()
	if p := g.ask(session.CommandType(c), c); p != nil {
		g.t.Fatalf("%T was refused: %v", c, p)
	}
}

// refused expects a command to be refused.
func (g *guest) refused(c session.Command, want session.Problem) {
	g.t.Helper()
	if p := g.ask(session.CommandType(c), c); p == nil || *p != want {
		g.t.Errorf("%T was answered with %v, want %v", c, p, &want)
	}
}

// sees waits until an item is as it should be.
func (g *guest) sees(key, want string) {
	g.t.Helper()
	g.await(key+" to be "+want, func() bool { return string(g.items[key]) == want })
}

// lives expects the connection to be of use.
func (g *guest) lives() {
	g.t.Helper()
	before := g.pongs
	g.say(wire.Ping{T: wire.TPing})
	g.await("a pong", func() bool { return g.pongs > before })
}

// until makes rounds to the server and back until something is so that nobody is told of.
func (g *guest) until(what string, so func() bool) {
	g.t.Helper()
	for began := time.Now(); !so(); {
		if time.Since(began) > patience {
			g.t.Fatalf("waited in vain until %s", what)
		}
		g.lives()
	}
}

// own gives the guest's own part.
func (g *guest) own() session.Me {
	g.t.Helper()
	var me session.Me
	g.await("an own part", func() bool { return g.me != nil })
	g.read(g.me.Me, &me)
	return me
}

// closedWith waits for the end and gives its code.
func (g *guest) closedWith() int {
	g.t.Helper()
	late := time.After(patience)
	for {
		select {
		case message, open := <-g.words:
			if !open {
				return g.code
			}
			g.take(message)
		case <-late:
			g.t.Fatal("the connection was not closed")
		}
	}
}

// leave drops the connection without a word, as a tunnel does.
func (g *guest) leave() {
	_ = g.conn.NetConn().(*net.TCPConn).SetLinger(0)
	_ = g.conn.Close()
}
