package visitor

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/session"
	"verbindend/web/wire"
)

// patience is when a test gives up on something that should have come at once.
const patience = 10 * time.Second

// A peer is the server's end of one connection of a visitor, played by the test.
type peer struct {
	t     *testing.T
	conn  *websocket.Conn
	hello wire.Hello
}

// stage lets a visitor run against the test itself. next gives its connections, one after the other.
func stage(t *testing.T) (v *Visitor, next func() *peer, ended <-chan error) {
	t.Helper()
	arrived := make(chan *websocket.Conn)
	leaving := make(chan struct{})
	upgrader := websocket.Upgrader{}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/api/sessions/s1/socket" {
			http.NotFound(w, r)
			return
		}
		conn, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		select {
		case arrived <- conn:
		case <-leaving:
			conn.Close()
		}
	}))
	site, err := NewSite(srv.URL, "")
	if err != nil {
		t.Fatal(err)
	}
	v = New(Options{Site: site, Session: "s1", Role: session.Participant, Client: "test-phone"})
	ctx, cancel := context.WithCancel(t.Context())
	result := make(chan error, 1)
	done := make(chan struct{})
	go func() { defer close(done); result <- v.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		close(leaving)
		<-done
		srv.Close()
	})
	return v, func() *peer {
		t.Helper()
		select {
		case conn := <-arrived:
			t.Cleanup(func() { conn.Close() })
			p := &peer{t: t, conn: conn}
			p.read(&p.hello)
			return p
		case <-time.After(patience):
			t.Fatal("nobody came")
			return nil
		}
	}, result
}

func (p *peer) read(into any) {
	p.t.Helper()
	_ = p.conn.SetReadDeadline(time.Now().Add(patience))
	_, message, err := p.conn.ReadMessage()
	if err != nil {
		p.t.Fatalf("the visitor said nothing: %v", err)
	}
	if err := json.Unmarshal(message, into); err != nil {
		p.t.Fatal(err)
	}
}

// do reads the next command.
func (p *peer) do() wire.Do {
	p.t.Helper()
	var d wire.Do
	p.read(&d)
	if d.T != wire.TDo {
		p.t.Fatalf("the visitor sent %q", d.T)
	}
	return d
}

func (p *peer) say(message any) {
	p.t.Helper()
	if err := p.conn.WriteJSON(message); err != nil {
		p.t.Fatal(err)
	}
}

func (p *peer) welcome(lastN uint64) {
	p.t.Helper()
	p.say(wire.Welcome{T: wire.TWelcome, Role: session.Participant, LastN: lastN})
}

func (p *peer) ack(n uint64) {
	p.t.Helper()
	p.say(wire.Ack{T: wire.TAck, N: n})
}

// within bounds a wait of the test.
func within(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	return ctx
}
