package web

import (
	"context"
	"encoding/json"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
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
	poll    time.Duration // a question for news, when there is none
	linger  time.Duration // the next question, after an answer
	ping    time.Duration // between two looks whether it has said anything
	write   time.Duration // the network, to take one message
	drain   time.Duration // everybody to have left, when the server stops
}

var standardWaits = waits{
	hello: 10 * time.Second, silence: 45 * time.Second, poll: 25 * time.Second, linger: 5 * time.Second, ping: 15 * time.Second,
	write: 10 * time.Second, drain: 8 * time.Second,
}

// paces bound how fast a connection's messages are read; what comes faster waits in the sender's own buffers.
var paces = map[session.Role]struct{ perSecond, burst int }{
	session.Participant: {25, 100},
	session.Screen:      {5, 20},
	session.Preview:     {5, 20},
	session.Host:        {100, 2000},
}

// connection is one socket: a reader (the handler's goroutine) and a writer, which alone writes. There are thousands, so it has no
// timer, logger or buffer of its own.
type connection struct {
	server  *Server
	socket  *websocket.Conn
	member  *live.Member
	session string
	mark    string // what the client has; the writer's
	rev     uint64
	free    chan struct{} // a place per command in flight

	shard uint64      // which of the sweeps looks at it
	heard atomic.Bool // something was heard since the last sweep
	asked atomic.Bool // the sweep wants to know whether anybody is still there

	there   live.Presence // as a host or screen was told last; the writer's
	told    atomic.Int64  // connections to this server, as a host was told last
	recount atomic.Bool   // there are others by now

	mu    sync.Mutex
	local []outgoing    // answers that need no room: pongs, malformed messages
	poked chan struct{} // something was added to local, or asked was set
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
	if c := s.admit(socket, v); c != nil {
		defer c.depart()
		c.converse()
	}
}

// admit hears the hello and brings a connection into its room; nil when it was sent away. It has a frame of its own: what it
// needs would lie on the stack of every connection as long as it lives.
func (s *Server) admit(socket *websocket.Conn, v visit) *connection {
	hello, err := readHello(socket)
	switch {
	case s.sockets.refused():
		s.sendAway(socket, *stopping)
		return nil
	case err != nil:
		s.meter.Limited(NoHello)
		s.farewell(socket, *malformed, wire.CloseMalformed, string(malformed.Code))
		return nil
	}
	viewer, err := s.viewer(hello.Role, hello.Key, v)
	if err != nil {
		p := asProblem(s.logger, err, "hello")
		s.farewell(socket, p, wire.CloseDenied, string(p.Code))
		return nil
	}
	member, err := s.enter(v.session, viewer, hello.Client, live.Seen{Mark: hello.Mark, Rev: hello.Rev})
	if err != nil {
		s.sendAway(socket, asProblem(s.logger, err, "join"))
		return nil
	}
	s.meter.Entered(viewer.Role, BySocket)
	c := &connection{
		server: s, socket: socket, member: member, session: v.session, mark: hello.Mark, rev: hello.Rev,
		free: make(chan struct{}, inFlight), poked: make(chan struct{}, 1),
	}
	s.sockets.greeted(socket, c)
	c.queue(wire.TWelcome, s.welcome(v.session, member))
	return c
}

func (c *connection) depart() {
	c.server.meter.Departed(c.member.Viewer.Role, BySocket)
	c.member.Leave()
}

// enter brings somebody into a room.
func (s *Server) enter(id string, viewer session.Viewer, client string, seen live.Seen) (*live.Member, error) {
	ctx, cancel := waiting()
	defer cancel()
	return s.rooms.Join(ctx, id, viewer, client, seen)
}

// converse reads and writes until either ends, and returns when both have.
func (c *connection) converse() {
	ctx, cancel := context.WithCancel(context.Background())
	written := make(chan struct{})
	defer func() { <-written }() // also when reading panics: nobody may write to a socket that was given back
	defer cancel()
	go func() {
		defer close(written)
		defer func() {
			if p := recover(); p != nil {
				c.logger().Error("socket writer failed", "panic", p, "stack", string(debug.Stack()))
			}
			cancel()
			_ = c.socket.SetReadDeadline(time.Now()) // after cancel, so that the reader cannot miss both
		}()
		c.write(ctx)
	}()
	if c.read(ctx) {
		c.server.meter.Limited(SilentPeer)
		c.close(wire.CloseTooSlow, "")
	}
}

// logger is made when there is something to say, which is seldom.
func (c *connection) logger() *slog.Logger {
	return c.server.logger.With("session", c.session, "role", c.member.Viewer.Role)
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
		c.logger().Error("encode message", "error", err)
		return
	}
	c.mu.Lock()
	c.local = append(c.local, outgoing{kind, encoded})
	c.mu.Unlock()
	c.poke()
}

// poke wakes the writer.
func (c *connection) poke() {
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
