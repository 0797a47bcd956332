package web

import (
	"net/url"
	"strings"

	"github.com/gofiber/fiber/v2"

	"verbindend/reports"
	"verbindend/session"
	"verbindend/session/live"
)

// What readers can have of a session is served twice: by the session's id, to who was there, and by a link, which says nothing of that
// id and can be withdrawn. A handler asks sessionOf for the session, and needs not know which way a reader came.

// A file is something that readers can have of a session.
type file struct {
	path  string
	send  fiber.Handler
	offer offer // on the page of a report
}

// An offer says when the page of a report offers a file.
type offer int

const (
	never        offer = iota
	once               // it is the same in every language
	inLanguages        // in Dutch and in English
	whenOfValues       // the same, when there are values to show
	lookedBack         // once, when the session was looked back on
)

// files lists what readers can have. One that is offered has its name in reports/text_page.go.
func (s *Server) files() []file {
	return []file{
		{"report.pdf", s.measured(s.sendReport), inLanguages},
		{"poster.pdf", s.valuesAs("application/pdf", "poster", posterForm), whenOfValues},
		{"slide.png", s.valuesAs("image/png", "slide", slideForm), whenOfValues},
		{"cards/:n.png", s.valuesAs("image/png", "card", cardForm), never},
		{"results.xlsx", s.measured(s.ofSession(s.sendWorkbook)), inLanguages},
		{"results.zip", s.measured(s.ofSession(s.sendTables)), inLanguages},
		{"results.csv", s.measured(s.ofSession(s.sendTable)), never},
		{"results.json", s.results, once},
		{"lookbacks.json", s.ofSession(s.sendLookbacks), lookedBack},
	}
}

// downloads are the files that the page of a report offers.
func (s *Server) downloads(sum session.Summary, o reports.Options, path string) (list []reports.Download) {
	lang, other := o.Lang, session.English
	if lang == session.English {
		other = session.Dutch
	}
	values := reports.HasValues(sum)
	for _, f := range s.files() {
		at := path + "/" + f.path
		switch {
		case f.offer == once, f.offer == lookedBack && len(o.Pulses) > 0:
			list = append(list, reports.Download{Name: f.path, Path: at})
		case f.offer == inLanguages, f.offer == whenOfValues && values:
			for _, l := range []session.Lang{lang, other} {
				list = append(list, reports.Download{Name: f.path, Path: at + "?lang=" + string(l), Lang: l})
			}
		}
	}
	return list
}

// What byLink leaves for the handler behind it.
const (
	linkedSession = "session"
	linkedPage    = "page"
)

// sessionOf is the id of the session that a reader has asked for.
func sessionOf(c *fiber.Ctx) string {
	if id, linked := c.Locals(linkedSession).(string); linked {
		return id
	}
	return c.Params("id")
}

// linked tells whether a reader has come by a link.
func linked(c *fiber.Ctx) bool {
	_, linked := c.Locals(linkedSession).(string)
	return linked
}

// pageOf is the path of the web page that a reader's report points to: the one they came by, or else the room's; "" when there is none.
func (s *Server) pageOf(c *fiber.Ctx) string {
	if path, linked := c.Locals(linkedPage).(string); linked {
		return path
	}
	return s.roomPage(c.Params("id"))
}

// roomPage is the path of the web page that the room has the link of; "" when it has none that can be used.
func (s *Server) roomPage(id string) string {
	e, _ := s.rooms.Directory().Get(id)
	if l, has := e.RoomLink(); has && e.LinkState(l, s.rooms.Now()) == live.LinkOpen {
		return reportPath(l)
	}
	return ""
}

// tidy leads who comes by an address that a mail or a hand has touched, in capitals, with a space, a bracket or a full stop at its end,
// to the one that was meant. What is random in an address here is small letters and the digits 2–7.
func tidy(param string) fiber.Handler {
	other := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '2' || r > '7') }
	return func(c *fiber.Ctx) error {
		raw := c.Params(param)
		text, err := url.PathUnescape(raw)
		if err != nil {
			return c.Next()
		}
		meant := strings.TrimFunc(strings.ToLower(strings.Join(strings.Fields(text), "")), other)
		if meant == raw || meant == "" || strings.ContainsFunc(meant, other) {
			return c.Next()
		}
		to := strings.Replace(c.Path(), raw, meant, 1)
		if query := c.Context().QueryArgs().String(); query != "" {
			to += "?" + query
		}
		return c.Redirect(to, fiber.StatusSeeOther)
	}
}

// byLink lets a reader pass whose link can be used, and tells everybody else on a page why not. It asks the store each time, so that a
// link that was withdrawn on another server is closed here with the next request. Only tokens that do not exist count as wrong, and who
// has a right one never waits for somebody else who guesses.
func (s *Server) byLink(c *fiber.Ctx) error {
	c.Set("X-Robots-Tag", "noindex, nofollow")
	c.Set("Referrer-Policy", "no-referrer")
	c.Set(fiber.HeaderCacheControl, "no-cache")
	token := c.Params("token")
	if !live.IsLinkToken(token) {
		return s.notice(c, reports.LinkBroken, "")
	}
	if _, _, found := s.rooms.Directory().FindLink(token); !found && s.heldUp(c, s.wrongLinks, WrongLinks) {
		return s.notice(c, reports.TooOften, "")
	}
	ctx, cancel := waiting()
	defer cancel()
	e, l, err := s.rooms.Directory().SeekLink(ctx, token)
	switch {
	case session.AsProblem(err) != nil:
		s.wrongLinks.add(s.address(c))
		return s.notice(c, reports.LinkUnknown, "")
	case err != nil:
		return s.failedReport(c, "", "", err)
	}
	switch e.LinkState(l, s.rooms.Now()) {
	case live.LinkRevoked:
		return s.notice(c, reports.LinkRevoked, e.Lang)
	case live.LinkExpired:
		return s.notice(c, reports.LinkExpired, e.Lang)
	}
	c.Locals(linkedSession, e.ID)
	c.Locals(linkedPage, reportPath(l))
	err = c.Next()
	if p := session.AsProblem(err); p != nil && p.Code == session.NotFound && p.Field == "session" { // erased a moment ago
		return s.notice(c, reports.LinkUnknown, e.Lang)
	} else if p != nil && p.Code != session.Unavailable {
		return s.notice(c, reports.FileUnknown, e.Lang)
	} else if err != nil {
		return s.failedReport(c, e.ID, e.Lang, err)
	}
	return nil
}

// toReport leads who was in a session to the page of its report.
func (s *Server) toReport(c *fiber.Ctx) error {
	c.Set("X-Robots-Tag", "noindex, nofollow")
	c.Set(fiber.HeaderCacheControl, "no-cache")
	ctx, cancel := waiting()
	defer cancel()
	_, l, err := s.rooms.RoomLink(ctx, c.Params("id"))
	switch p := session.AsProblem(err); {
	case p != nil && p.Field == "link":
		return s.notice(c, reports.NotYet, "")
	case p != nil:
		return s.notice(c, reports.LinkUnknown, "")
	case err != nil:
		return s.failedReport(c, c.Params("id"), "", err)
	}
	to := reportPath(l)
	if lang := session.Lang(c.Query("lang")); lang.Valid() {
		to += "?lang=" + string(lang)
	}
	return c.Redirect(to, fiber.StatusSeeOther)
}
