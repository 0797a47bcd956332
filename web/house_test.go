package web

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"sync"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/session/logtest"
	"verbindend/web/wire"
)

// patience is when a test gives up on something that should have come at once.
const patience = 20 * time.Second

// A house is a real server on a port of its own.
type house struct {
	t      *testing.T
	log    session.Log
	rooms  *live.Rooms
	server *Server
	url    string // http://127.0.0.1:port
	stop   func() // tells the server to stop and waits until it has
}

// A change is made to a house before it opens.
type change struct {
	log    session.Log        // logtest.NewMemory() when nil
	beside session.Neighbours // of several servers
	config func(*Config)
	server func(*Server)
	listen func(net.Listener) net.Listener
	at     string           // host:port; any free one when empty
	now    func() time.Time // the clock that records go by; nil: the machine's
}

func open(t *testing.T, changes ...change) *house {
	t.Helper()
	var c change
	if len(changes) > 0 {
		c = changes[0]
	}
	h := &house{t: t, log: c.log}
	if h.log == nil {
		h.log = logtest.NewMemory()
	}
	quiet := slog.New(slog.DiscardHandler)
	var err error
	if h.rooms, err = live.Open(t.Context(), h.log, live.Options{Logger: quiet, Neighbours: c.beside, Now: c.now}); err != nil {
		t.Fatal(err)
	}
	if c.at == "" {
		c.at = "127.0.0.1:0"
	}
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", c.at)
	if err != nil {
		t.Fatal(err)
	}
	h.url = "http://" + listener.Addr().String()
	config := Config{Secret: []byte("a secret of the tests"), PublicURL: h.url, Version: "test", Logger: quiet}
	if c.config != nil {
		c.config(&config)
	}
	if h.server, err = New(h.rooms, config); err != nil {
		t.Fatal(err)
	}
	if c.server != nil {
		c.server(h.server)
	}
	if c.listen != nil {
		listener = c.listen(listener)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- h.server.Serve(ctx, listener) }()
	h.stop = sync.OnceFunc(func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("the server ended with %v", err)
			}
		case <-time.After(2 * patience):
			t.Error("the server did not stop")
		}
	})
	t.Cleanup(h.stop)
	return h
}

// in is the same house in another test.
func (h *house) in(t *testing.T) *house {
	inside := *h
	inside.t = t
	return &inside
}

// A browser is somebody with cookies who follows no redirect.
type browser struct {
	*house
	client *http.Client
	head   http.Header // sent with every request
}

func (h *house) browser() *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		h.t.Fatal(err)
	}
	transport := &http.Transport{DisableCompression: true}
	h.t.Cleanup(transport.CloseIdleConnections)
	return &browser{house: h, head: http.Header{}, client: &http.Client{
		Jar: jar, Transport: transport, Timeout: patience,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// facilitator is a browser that holds the key.
func (h *house) facilitator() *browser {
	b := h.browser()
	b.head.Set("Authorization", "Bearer "+h.server.keys.facilitator)
	return b
}

func (b *browser) with(header, value string) *browser {
	b.head.Set(header, value)
	return b
}

// An answer is what came back, read whole.
type answer struct {
	t       *testing.T
	status  int
	header  http.Header
	cookies []*http.Cookie
	body    []byte
}

func (b *browser) send(method, path, body string) *answer {
	b.t.Helper()
	request, err := http.NewRequestWithContext(b.t.Context(), method, b.url+path, strings.NewReader(body))
	if err != nil {
		b.t.Fatal(err)
	}
	request.Header = b.head.Clone()
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	reply, err := b.client.Do(request)
	if err != nil {
		b.t.Fatalf("%s %s: %v", method, path, err)
	}
	defer reply.Body.Close()
	text, err := io.ReadAll(reply.Body)
	if err != nil {
		b.t.Fatalf("%s %s: %v", method, path, err)
	}
	return &answer{b.t, reply.StatusCode, reply.Header, reply.Cookies(), text}
}

// announces sends the head of a request, as somebody with a key, whose body is too large, and nothing of the body: the server answers as soon
// as it knows the size and closes, and who is still sending then may not get to read the answer.
func (h *house) announces(path, key string, size int) *answer {
	h.t.Helper()
	conn, err := (&net.Dialer{}).DialContext(h.t.Context(), "tcp", strings.TrimPrefix(h.url, "http://"))
	if err != nil {
		h.t.Fatal(err)
	}
	defer conn.Close()
	head := "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
	if _, err := fmt.Fprintf(conn, head, path, key, size); err != nil {
		h.t.Fatal(err)
	}
	reply, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		h.t.Fatal(err)
	}
	defer reply.Body.Close()
	text, err := io.ReadAll(reply.Body)
	if err != nil {
		h.t.Fatal(err)
	}
	return &answer{t: h.t, status: reply.StatusCode, body: text}
}

func (b *browser) get(path string) *answer        { b.t.Helper(); return b.send("GET", path, "") }
func (b *browser) post(path, body string) *answer { b.t.Helper(); return b.send("POST", path, body) }

func (a *answer) is(status int) *answer {
	a.t.Helper()
	if a.status != status {
		a.t.Fatalf("answered %d, want %d: %s", a.status, status, a.body)
	}
	return a
}

// refuses expects a problem and nothing else in the body.
func (a *answer) refuses(status int, want session.Problem) {
	a.t.Helper()
	a.is(status)
	var got wire.ProblemReply
	d := json.NewDecoder(bytes.NewReader(a.body))
	d.DisallowUnknownFields()
	if err := d.Decode(&got); err != nil {
		a.t.Fatalf("no problem: %s", a.body)
	}
	if got.Problem != want {
		a.t.Errorf("the problem is %+v, want %+v", got.Problem, want)
	}
}

func (a *answer) into(value any) {
	a.t.Helper()
	d := json.NewDecoder(bytes.NewReader(a.body))
	d.DisallowUnknownFields()
	if err := d.Decode(value); err != nil {
		a.t.Fatalf("%v in %s", err, a.body)
	}
}

func (a *answer) cookie(name string) *http.Cookie {
	for _, c := range a.cookies {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// start begins a session and gives what its facilitator was told.
func (h *house) start() wire.SessionCreated {
	h.t.Helper()
	var created wire.SessionCreated
	h.facilitator().post("/api/sessions", `{"title":"Proef","groups":["Ondernemer","HR"]}`).is(201).into(&created)
	return created
}

// keyOf gives the key behind the # of a link.
func keyOf(link string) string {
	_, key, _ := strings.Cut(link, "#key=")
	return key
}
