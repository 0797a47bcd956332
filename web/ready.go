package web

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/gofiber/fiber/v2"
)

// How often the log is asked whether it can be written to, however many ask us, and how long it may take to say so.
const (
	readyFor  = time.Second
	readyWait = 2 * time.Second
)

// readiness is what the log last answered. Balancers ask often, and each answer costs a write.
type readiness struct {
	mu  sync.Mutex // held while the log is asked, so that others take over its answer
	at  time.Time
	err error
}

// ask gives the answer of at most readyFor ago, or a new one.
func (r *readiness) ask(ping func(context.Context) error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.at.IsZero() && time.Since(r.at) < readyFor {
		return r.err
	}
	ctx, cancel := context.WithTimeout(context.Background(), readyWait)
	defer cancel()
	r.err = ping(ctx)
	r.at = time.Now()
	return r.err
}

func (s *Server) healthz(c *fiber.Ctx) error {
	return c.JSON(map[string]string{"status": "ok", "version": s.config.Version})
}

// Ready tells what /readyz does.
func (s *Server) Ready() bool { return !s.sockets.refused() && s.ready.ask(s.rooms.Ping) == nil }

// readyz answers 200 while sessions can be written to and the server is not on its way out.
func (s *Server) readyz(c *fiber.Ctx) error {
	if s.sockets.refused() {
		return stopping
	}
	if err := s.ready.ask(s.rooms.Ping); err != nil {
		return fmt.Errorf("the log cannot be written: %w", err)
	}
	return c.JSON(map[string]string{"status": "ready"})
}
