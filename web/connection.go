package web

import (
	"context"
	"encoding/json"
	"log/slog"
	"regexp"
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
	inFlight     = 64        // commands of one connection that wait for their answer
)

// waits are how long a socket is waited for.
type waits struct {
	hello   time.Duration // the first message
	silence time.Duration // any sign of life: the client pings every 15 s
	ping    time.Duration // between two pings of ours
	write   time.Duration // the network, to take one message
	drain   time.Duration // everybody to have left, when the server stops
}

var standardWaits = waits{
	hello: 10 * time.Second, silence: 45 * time.Second, ping: 20 * time.Second, write: 10 * time.Second, drain: 8 * time.Second,
}

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
	meter  Meter
	waits  waits
	free   chan struct{} // a place per command in flight

	mu    sync.Mutex
	local []outgoing    // answers that need no room: pongs, malformed messages
	poked chan struct{} // something was added to local
}

// serveSocket is a socket's whole life.
func (s *Server) serveSocket(socket *websocket.Conn, v visit) {
	socket.SetReadLimit(messageLimit)
	if socket.SetReadDeadline(time.Now().Add(s.waits.hello)) != nil {
		return
	}
	if !s.sockets.enter(socket) {
		s.sendAway(socket, *stopping)
		return
	}
	defer s.sockets.leave(socket)
	hello, err := readHello(socket)
	switch {
	case s.sockets.refused():
		s.sendAway(socket, *stopping)
		return
	case err != nil:
		s.meter.Limited(NoHello)
		s.farewell(socket, *malformed, wire.CloseMalformed, string(malformed.Code))
		return
	}
	s.sockets.greeted(socket)
	viewer, err := s.viewer(hello, v)
	if err != nil {
		p := asProblem(s.logger, err, "hello")
		s.farewell(socket, p, wire.CloseDenied, string(p.Code))
		return
	}
	member, err := s.enter(v.session, viewer, hello.Client)
	if err != nil {
		s.sendAway(socket, asProblem(s.logger, err, "join"))
		return
	}
	defer member.Leave()
	s.meter.Entered(viewer.Role, BySocket)
	defer s.meter.Departed(viewer.Role, BySocket)
	c := &connection{
		socket: socket, member: member, logger: s.logger.With("session", v.session, "role", viewer.Role), meter: s.meter, waits: s.waits,
		free: make(chan struct{}, inFlight), poked: make(chan struct{}, 1),
	}
	c.queue(wire.TWelcome, s.welcome(v.session, member))
	s.converse(c, hello)
}

// enter brings a connection into its room.
func (s *Server) enter(id string, viewer session.Viewer, client string) (*live.Member, error) {
	ctx, cancel := waiting()
	defer cancel()
	return s.rooms.Join(ctx, id, viewer, client)
}

// converse reads and writes until either ends, and returns when both have.
func (s *Server) converse(c *connection, hello wire.Hello) {
	ctx, cancel := context.WithCancel(context.Background())
	written := make(chan struct{})
	defer func() { <-written }() // also when reading panics: nobody may write to a socket that was given back
	defer cancel()
	go func() {
		defer close(written)
		defer func() {
			if p := recover(); p != nil {
				c.logger.Error("socket writer failed", "panic", p, "stack", string(debug.Stack()))
			}
			cancel()
			_ = c.socket.SetReadDeadline(time.Now()) // after cancel, so that the reader cannot miss both
		}()
		c.write(ctx, s, hello)
	}()
	if c.read(ctx) {
		c.meter.Limited(SilentPeer)
		c.close(wire.CloseTooSlow, "")
	}
}

// readHello waits for the first message.
func readHello(socket *websocket.Conn) (wire.Hello, error) {
	var hello wire.Hello
	_, message, err := socket.ReadMessage()
	if err != nil {
		return hello, err
	}
	if err := strict(message, &hello); err != nil {
		return hello, err
	}
	if hello.T != wire.THello || !clientName.MatchString(hello.Client) {
		return hello, malformed
	}
	return hello, nil
}

// clientName is what a tab may call itself; the name is kept with each of its records.
var clientName = regexp.MustCompile(`^[A-Za-z0-9_-]{8,40}$`)

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
		if !identifies(v.token) {
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

// outgoing is a message that waits for the writer.
type outgoing struct {
	kind    string
	encoded []byte
}

// queue adds an answer that needs no room.
func (c *connection) queue(kind string, message any) {
	encoded, err := json.Marshal(message)
	if err != nil { // the wire's types always encode
		c.logger.Error("encode message", "error", err)
		return
	}
	c.mu.Lock()
	c.local = append(c.local, outgoing{kind, encoded})
	c.mu.Unlock()
	select {
	case c.poked <- struct{}{}:
	default:
	}
}

// farewell says why and closes, for sockets that never got a writer.
func (s *Server) farewell(socket *websocket.Conn, p session.Problem, code int, reason string) {
	_ = socket.SetWriteDeadline(time.Now().Add(s.waits.write))
	if socket.WriteJSON(wire.Refused{T: wire.TProblem, Problem: p}) == nil {
		_ = socket.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, reason), time.Now().Add(s.waits.write))
	}
}

// sendAway is the farewell of somebody whom the room, or the server, did not let in.
func (s *Server) sendAway(socket *websocket.Conn, p session.Problem) {
	code, reason := s.turnAway(p)
	s.farewell(socket, p, code, reason)
}

// pace gives the limiter of a role's connections.
func pace(role session.Role) *rate.Limiter {
	p := paces[role]
	return rate.NewLimiter(rate.Limit(p.perSecond), p.burst)
}
