package web

import (
	"runtime/debug"
	"sync"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/websocket/v2"
)

// upgrade makes a socket of a request. This is the only file that knows the socket library; its successor takes its place here.
func (s *Server) upgrade() fiber.Handler {
	accept := websocket.New(func(c *websocket.Conn) {
		// The library takes its wrapper back into a pool when this function returns, so only the inner connection is ever
		// used, and everything that writes to it has ended by then.
		conn := c.Conn
		defer conn.Close() //nolint:errcheck // nothing is left to say
		defer func() {
			if p := recover(); p != nil { // the framework's own recovery does not reach a hijacked connection
				s.logger.Error("socket failed", "panic", p, "stack", string(debug.Stack()))
				broken := websocket.FormatCloseMessage(websocket.CloseInternalServerErr, "")
				_ = conn.WriteControl(websocket.CloseMessage, broken, time.Now().Add(s.waits.write))
			}
		}()
		s.serveSocket(conn, visit{
			session: c.Params("id"), token: c.Cookies(personCookie), leads: c.Locals("leads") == true,
		})
	}, websocket.Config{
		HandshakeTimeout: readTimeout, EnableCompression: false,
		// Thousands of connections are silent most of the time: they share what they write with, and commands are short.
		ReadBufferSize: 512, WriteBufferSize: 4096, WriteBufferPool: &sync.Pool{},
	})

	return func(c *fiber.Ctx) error {
		if s.sockets.refused() {
			s.meter.Limited(NotLetIn)
			return stopping
		}
		if !websocket.IsWebSocketUpgrade(c) {
			return malformed
		}
		c.Locals("leads", s.leads(c))
		return accept(c)
	}
}

// visit is what a request told about who comes, before the socket says a word.
type visit struct {
	session string
	token   string // of the participant's cookie; "" without one
	leads   bool   // a facilitator, by cookie or key
}
