package web

import (
	"context"
	"runtime/debug"
	"time"

	"verbindend/session"
)

// sweeps are how many looks it takes to have looked at every connection: so pings of thousands do not go out at once.
const sweeps = 15

// sweep asks who has been silent whether they are still there, until ctx ends. It stands for a timer in each connection.
func (s *Server) sweep(ctx context.Context) {
	every := time.NewTicker(s.waits.ping / sweeps)
	defer every.Stop()
	for turn := uint64(0); ; turn++ {
		select {
		case <-ctx.Done():
			return
		case <-every.C:
			s.lookAround(turn)
		}
	}
}

func (s *Server) lookAround(turn uint64) {
	defer func() {
		if p := recover(); p != nil {
			s.logger.Error("looking after the connections failed", "panic", p, "stack", string(debug.Stack()))
		}
	}()
	s.tabs.sweep(time.Now(), s.waits.linger)
	connections := int64(s.connections())
	s.sockets.mu.Lock()
	defer s.sockets.mu.Unlock()
	for _, c := range s.sockets.open {
		if c != nil {
			c.look(turn, connections)
		}
	}
}

// look asks a silent connection whether it is still there, in its turn, and has a host told how full the server is.
func (c *connection) look(turn uint64, connections int64) {
	asks := c.shard == turn%sweeps && !c.heard.Swap(false)
	tells := c.member.Viewer.Role == session.Host && c.server.config.Capacity > 0 && c.told.Load() != connections
	if asks {
		c.asked.Store(true)
	}
	if tells {
		c.recount.Store(true)
	}
	if asks || tells {
		c.poke()
	}
}
