package web

import (
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"

	"verbindend/session/live"
	"verbindend/web/wire"
)

// The links to a session's report, as those who lead the session deal with them.

func (s *Server) listLinks(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	e, err := s.rooms.Links(ctx, c.Params("id"))
	if err != nil {
		return err
	}
	list := wire.ReportLinks{Links: []wire.ReportLink{}}
	for _, l := range slices.Backward(e.Links) {
		list.Links = append(list.Links, s.reportLink(e, l))
	}
	return c.JSON(list)
}

func (s *Server) addLink(c *fiber.Ctx) error {
	var in wire.NewReportLink
	if err := read(c, &in); err != nil {
		return err
	}
	ctx, cancel := waiting()
	defer cancel()
	e, l, err := s.rooms.AddLink(ctx, c.Params("id"), live.NewLink{Label: in.Label, Room: in.Room, Days: in.Days})
	if err != nil {
		return err
	}
	return c.Status(fiber.StatusCreated).JSON(s.reportLink(e, l))
}

func (s *Server) revokeLink(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	if err := s.rooms.RevokeLink(ctx, c.Params("id"), c.Params("token")); err != nil {
		return err
	}
	return c.SendStatus(fiber.StatusNoContent)
}

func (s *Server) reportLink(e live.Entry, l live.Link) wire.ReportLink {
	link := wire.ReportLink{
		Token: l.Token, URL: s.config.PublicURL + reportPath(l), Label: l.Label, Room: l.Room, State: wire.LinkState(e.LinkState(l, s.rooms.Now())), Made: l.Made.UnixMilli(),
	}
	if until := e.LinkUntil(l); !until.IsZero() {
		link.Until = until.UnixMilli()
	}
	return link
}

func reportPath(l live.Link) string { return "/r/" + l.Token }

// host lets only those pass who lead the session: with the key of its host link as a bearer token, or as a facilitator.
func (s *Server) host(c *fiber.Ctx) error {
	if key, ok := strings.CutPrefix(c.Get(fiber.HeaderAuthorization), "Bearer "); ok && equal(key, s.keys.host(c.Params("id"))) {
		return c.Next()
	}
	return s.facilitator(c)
}
