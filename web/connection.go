package web

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"github.com/fasthttp/websocket"
	"golang.org/x/time/rate"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/web/wire"
)

// Limits of a socket.
const (
	messageLimit = 256 << 10 // bytes: a card of 10,000 characters still gets a kind answer
	helloWait    = 10 * time.Second
	silenceWait  = 45 * time.Second // the client pings every 15 s, we every 20
	pingEvery    = 20 * time.Second
	writeWait    = 10 * time.Second
	inFlight     = 64 // commands of one connection that wait for their answer
)

// paces bound how fast a connection's messages are read; what comes faster waits in the sender's own buffers.
var paces = map[session.Role]struct{ perSecond, burst int }{
	session.Participant: {25, 100},
	session.Screen:      {5, 20},
	session.Host:        {100, 2000},
}

// connection is one socket: a reader (the handler's goroutine) and a writer, which alone writes.
type connection struct {
	socket *websocket.Conn
	member *live.Member
	logger *slog.Logger
	free   chan struct{} // a place per command in flight

	mu    sync.Mutex
	local [][]byte      // answers that need no room: pongs, malformed messages
	poked chan struct{} // something was added to local
}

// serveSocket is a socket's whole life.
func (s *Server) serveSocket(socket *websocket.Conn, v visit) {
	socket.SetReadLimit(messageLimit)
	hello, err := readHello(socket)
	if err != nil {
		farewell(socket, wire.CloseMalformed, malformed)
		return
	}
	viewer, err := s.viewer(hello, v)
	if err != nil {
		farewell(socket, wire.CloseDenied, err)
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), requestTimeout)
	member, err := s.rooms.Join(ctx, v.session, viewer, hello.Client)
	cancel()
	if err != nil {
		p := asProblem(s.logger, err, "join")
		code := wire.CloseUnavailable
		if p.Code == session.NotFound {
			code = wire.CloseNotFound
		}
		farewell(socket, code, &p)
		return
	}
	defer member.Leave()
	c := &connection{
		socket: socket, member: member, logger: s.logger.With("session", v.session, "role", viewer.Role),
		free: make(chan struct{}, inFlight), poked: make(chan struct{}, 1),
	}
	c.queue(s.welcome(v.session, member))

	ctx, cancel = context.WithCancel(context.Background())
	written := make(chan struct{})
	go func() {
		defer close(written)
		defer func() {
			if p := recover(); p != nil {
				c.logger.Error("socket writer failed", "panic", p, "stack", string(debug.Stack()))
			}
		}()
		c.write(ctx, s, hello)
		cancel()
		_ = socket.SetReadDeadline(time.Now()) // after cancel, so that the reader cannot miss both
	}()
	c.read(ctx)
	cancel()
	<-written
}

// readHello waits for the first message.
func readHello(socket *websocket.Conn) (wire.Hello, error) {
	var hello wire.Hello
	if err := socket.SetReadDeadline(time.Now().Add(helloWait)); err != nil {
		return hello, err
	}
	_, message, err := socket.ReadMessage()
	if err != nil {
		return hello, err
	}
	if err := json.Unmarshal(message, &hello); err != nil {
		return hello, err
	}
	if hello.T != wire.THello || len(hello.Client) < 8 || len(hello.Client) > session.MaxID {
		return hello, errors.New("not a hello")
	}
	return hello, nil
}

// viewer checks that somebody is who the hello says.
func (s *Server) viewer(hello wire.Hello, v visit) (session.Viewer, error) {
	switch hello.Role {
	case session.Host:
		if v.leads || equal(hello.Key, s.keys.host(v.session)) {
			return session.Viewer{Role: session.Host, Person: session.HostID}, nil
		}
	case session.Screen:
		if v.leads || equal(hello.Key, s.keys.screen(v.session)) {
			return session.Viewer{Role: session.Screen}, nil
		}
	case session.Participant:
		if v.token == "" {
			return session.Viewer{}, &session.Problem{Code: session.Denied, Reason: session.NeedsCookie}
		}
		return session.Viewer{Role: session.Participant, Person: s.keys.person(v.session, v.token)}, nil
	}
	return session.Viewer{}, denied
}

func (s *Server) welcome(id string, m *live.Member) wire.Welcome {
	e, _ := s.rooms.Directory().Get(id)
	return wire.Welcome{
		T: wire.TWelcome, Role: m.Viewer.Role, At: time.Now().UnixMilli(), LastN: m.LastN,
		Links: s.links(e, m.Viewer.Role), Known: m.Known,
	}
}

// queue adds an answer that needs no room.
func (c *connection) queue(message any) {
	encoded, err := json.Marshal(message)
	if err != nil { // the wire's types always encode
		c.logger.Error("encode message", "error", err)
		return
	}
	c.mu.Lock()
	c.local = append(c.local, encoded)
	c.mu.Unlock()
	select {
	case c.poked <- struct{}{}:
	default:
	}
}

// farewell says why and closes, for sockets that never got a writer.
func farewell(socket *websocket.Conn, code int, why error) {
	p := session.AsProblem(why)
	if p == nil {
		p = unavailable
	}
	_ = socket.SetWriteDeadline(time.Now().Add(writeWait))
	if socket.WriteJSON(wire.Refused{T: wire.TProblem, Problem: *p}) == nil {
		_ = socket.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, string(p.Code)), time.Now().Add(writeWait))
	}
}

// pace gives the limiter of a role's connections.
func pace(role session.Role) *rate.Limiter {
	p := paces[role]
	return rate.NewLimiter(rate.Limit(p.perSecond), p.burst)
}
