package web

import (
	"net/netip"
	"slices"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
)

// metrics shows the server's figures to those who run it: programs on this machine or its network, and facilitators from
// anywhere. To everybody else there is no such page.
func (s *Server) metrics() fiber.Handler {
	if s.config.Metrics == nil {
		return func(*fiber.Ctx) error { return notFound }
	}
	show := adaptor.HTTPHandler(s.config.Metrics)
	return func(c *fiber.Ctx) error {
		if !s.near(c) && !s.leads(c) {
			return notFound
		}
		return show(c)
	}
}

// passedOn are the headers by which proxies say that a request is not their own.
var passedOn = []string{fiber.HeaderXForwardedFor, fiber.HeaderForwarded, fiber.HeaderVia, "X-Real-Ip"}

// near tells whether a request comes from this machine or a private network. What a trusted proxy passes on comes from whom it
// names; what another proxy passes on may come from anywhere.
func (s *Server) near(c *fiber.Ctx) bool {
	peer, err := netip.ParseAddr(c.Context().RemoteIP().String())
	if err != nil {
		return false
	}
	if slices.ContainsFunc(passedOn, func(name string) bool { return c.Get(name) != "" }) {
		if forwardedFor(c) == "" || !s.trusts(peer) {
			return false
		}
		if peer, err = s.sender(c); err != nil || s.trusts(peer) {
			return false
		}
	}
	peer = peer.Unmap()
	return peer.IsLoopback() || peer.IsPrivate() || peer.IsLinkLocalUnicast()
}
