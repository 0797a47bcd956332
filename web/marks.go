package web

import (
	"strings"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
	"verbindend/web/wire"
)

// markLength is how many characters a fingerprint has.
const markLength = 64

// checkMark tells whether a fingerprint is one of results that are kept here. Who holds a fingerprint and nothing else learns
// that, and when the session ended: neither what it was called nor how to get to it.
func (s *Server) checkMark(c *fiber.Ctx) error {
	mark := strings.ToLower(c.Params("mark"))
	if len(mark) != markLength || strings.Trim(mark, "0123456789abcdef") != "" {
		return &session.Problem{Code: session.Invalid, Field: "mark", Reason: session.Malformed}
	}
	c.Set(fiber.HeaderCacheControl, "no-store")
	e, known := s.rooms.Directory().Marked(mark)
	if !known {
		return c.JSON(wire.MarkChecked{})
	}
	return c.JSON(wire.MarkChecked{Known: true, EndedAt: e.EndedAt.UnixMilli(), Forgotten: e.Outdated(mark)})
}
