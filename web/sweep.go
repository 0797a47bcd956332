package web

import (
	"context"
	"runtime/debug"
	"time"
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
	s.sockets.mu.Lock()
	defer s.sockets.mu.Unlock()
	for _, c := range s.sockets.open {
		if c == nil || c.shard != turn%sweeps || c.heard.Swap(false) {
			continue
		}
		c.asked.Store(true)
		c.poke()
	}
}
