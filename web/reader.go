package web

import (
	"context"
	"errors"
	"os"
	"time"

	"verbindend/session"
	"verbindend/web/wire"
)

// read takes messages until the socket ends or ctx does. A message that is wrong is answered; the connection stays. It tells
// whether the client was silent for too long.
func (c *connection) read(ctx context.Context) (silent bool) {
	limit := pace(c.member.Viewer.Role)
	c.socket.SetPongHandler(func(string) error { return c.alive() })
	for {
		if c.alive() != nil {
			return false
		}
		if ctx.Err() != nil { // the writer has ended while the deadline was being moved
			return false
		}
		_, message, err := c.socket.ReadMessage()
		if err != nil {
			return errors.Is(err, os.ErrDeadlineExceeded) && ctx.Err() == nil
		}
		if !limit.Allow() {
			c.server.meter.Limited(Paced)
			if limit.Wait(ctx) != nil {
				return false
			}
		}
		if !c.take(ctx, message) {
			return false
		}
	}
}

// alive notes a sign of life.
func (c *connection) alive() error {
	c.heard.Store(true)
	return c.socket.SetReadDeadline(time.Now().Add(c.server.waits.silence))
}

// take does one message; false ends the connection.
func (c *connection) take(ctx context.Context, message []byte) bool {
	var do wire.Do
	if strict(message, &do) != nil {
		c.refuse(0, malformed)
		return true
	}
	switch do.T {
	case wire.TPing:
		c.queue(wire.TPong, wire.Pong{T: wire.TPong, At: time.Now().UnixMilli()})
		return true
	case wire.TDo:
	default:
		c.refuse(do.N, &session.Problem{Code: session.Invalid, Field: "t", Reason: session.Unknown})
		return true
	}
	if do.N == 0 {
		c.refuse(0, &session.Problem{Code: session.Invalid, Field: "n", Reason: session.Empty})
		return true
	}
	command, err := session.ParseCommand(do.Type, do.Data)
	if err != nil {
		c.refuse(do.N, session.AsProblem(err))
		return true
	}
	select {
	case c.free <- struct{}{}:
	case <-ctx.Done():
		return false
	}
	return c.member.Submit(ctx, do.N, command) == nil
}

func (c *connection) refuse(n uint64, p *session.Problem) {
	c.queue(wire.TProblem, wire.Refused{T: wire.TProblem, N: n, Problem: *p})
}
