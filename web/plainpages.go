package web

import (
	"regexp"
	"strings"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
	"verbindend/web/plain"
)

var (
	linkTag       = regexp.MustCompile(`<link[^>]*>`)
	scriptAddress = regexp.MustCompile(`<script[^>]* src="(/assets/[^"]+)"`)
	linkAddress   = regexp.MustCompile(`href="(/assets/[^"]+)"`)
)

// frame is what a page that the server writes has around its contents: read.html, as the front end was built, says where its style
// sheets are. Before the first build there are none, and the page is bare.
func (s *Server) frame(c *fiber.Ctx, lang session.Lang, hidden bool) plain.Frame {
	f := plain.Frame{Lang: lang, Self: c.Path(), Hidden: hidden}
	built := s.assets.byName["read.html"]
	if built == nil {
		return f
	}
	for _, tag := range linkTag.FindAllString(string(built.plain), -1) {
		address := linkAddress.FindStringSubmatch(tag)
		switch {
		case address == nil:
		case strings.Contains(tag, `rel="stylesheet"`):
			f.Styles = append(f.Styles, address[1])
		case strings.Contains(tag, `rel="icon"`):
			f.Icon = address[1]
		}
	}
	return f
}

// readScript is the address of the script of these pages; "" before the first build.
func (s *Server) readScript() string {
	if built := s.assets.byName["read.html"]; built != nil {
		if address := scriptAddress.FindSubmatch(built.plain); address != nil {
			return string(address[1])
		}
	}
	return ""
}

// sendPlain sends such a page.
func (s *Server) sendPlain(c *fiber.Ctx, body []byte, hidden bool) error {
	if hidden {
		c.Set("X-Robots-Tag", "noindex")
	}
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return c.Send(body)
}
