package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/gofiber/fiber/v2"

	"verbindend/reports"
	"verbindend/session"
)

// typesetter is reports.HTML.
type typesetter func(io.Writer, session.Summary, reports.Options, reports.Page) error

// A shell is what the front-end build has for the pages that the server writes itself.
type shell struct {
	styles, scripts []string
	icon            string
}

// readShell reads from report.html, as it was built, where the files of a report's page are; before the first build it has none, and the
// page is bare.
func (a *assets) readShell() shell {
	var s shell
	built := a.byName["report.html"]
	if built == nil {
		return s
	}
	for _, tag := range regexp.MustCompile(`<(?:link|script)[^>]*>`).FindAllString(string(built.plain), -1) {
		address := regexp.MustCompile(`(?:href|src)="(/assets/[^"]+)"`).FindStringSubmatch(tag)
		switch {
		case address == nil:
		case strings.Contains(tag, `rel="stylesheet"`):
			s.styles = append(s.styles, address[1])
		case strings.Contains(tag, `rel="icon"`):
			s.icon = address[1]
		case strings.HasPrefix(tag, "<script"):
			s.scripts = append(s.scripts, address[1])
		}
	}
	return s
}

// reportPage is a report as a web page, for who came by a link.
func (s *Server) reportPage(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	sum, err := s.rooms.Summary(ctx, sessionOf(c))
	if err != nil {
		return err
	}
	path, lang := s.pageOf(c), session.Lang(c.Query("lang"))
	if !lang.Valid() { // somebody has changed the address by hand; the page itself offers the two there are
		lang = sum.Lang
	}
	o := s.reportOptions(sum, lang, path, s.rooms.Now())
	if err := s.lookBack(ctx, sessionOf(c), sum, &o); err != nil {
		return err
	}
	page := reports.Page{
		Styles: s.assets.shell.styles, Scripts: s.assets.shell.scripts, Icon: s.assets.shell.icon, Self: path, Address: s.config.PublicURL + path,
		Image: s.config.PublicURL + path + "/preview.png", Downloads: s.downloads(sum, o, path),
	}
	zipped := accepts(c.Get(fiber.HeaderAcceptEncoding), "gzip")
	key := fmt.Sprint("page ", reports.Fingerprint(sum), o.PulseMarks(), " ", lang, " ", path, " ", zipped)
	body, err := s.twice(sum.ID, func() ([]byte, error) {
		return s.printer.Make(ctx, key, func() ([]byte, error) {
			var b bytes.Buffer
			if err := s.typeset(&b, sum, o, page); err != nil || !zipped {
				return b.Bytes(), err
			}
			return gzipped(b.Bytes())
		})
	})
	if err != nil {
		return fmt.Errorf("page of session %s: %w", sum.ID, err)
	}
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	c.Set(fiber.HeaderVary, fiber.HeaderAcceptEncoding)
	if zipped {
		c.Set(fiber.HeaderContentEncoding, "gzip")
	}
	return sendTagged(c, body)
}

func gzipped(text []byte) ([]byte, error) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(text); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// sendTagged answers with a body under its own tag, or says that the reader has it already.
func sendTagged(c *fiber.Ctx, body []byte) error {
	sum := sha256.Sum256(body)
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	c.Set(fiber.HeaderETag, tag)
	if strings.Contains(c.Get(fiber.HeaderIfNoneMatch), tag) {
		return c.SendStatus(fiber.StatusNotModified)
	}
	return c.Send(body)
}

// preview is the picture that others show beside a link: the title, and nothing of what the room said.
func (s *Server) preview(c *fiber.Ctx) error {
	e, there := s.rooms.Directory().Get(sessionOf(c))
	if !there {
		return &session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown}
	}
	ctx, cancel := waiting()
	defer cancel()
	image, err := s.twice(e.ID, func() ([]byte, error) {
		return s.printer.Make(ctx, fmt.Sprintf("preview %q %s", e.Title, e.Lang), func() ([]byte, error) { return reports.Preview(e.Title, e.Lang) })
	})
	if err != nil {
		return fmt.Errorf("preview of session %s: %w", e.ID, err)
	}
	c.Set(fiber.HeaderContentType, "image/png")
	return sendTagged(c, image)
}

// noticeStatuses maps what a reader is told instead of a report to HTTP.
var noticeStatuses = map[reports.Notice]int{
	reports.LinkUnknown: fiber.StatusNotFound, reports.LinkBroken: fiber.StatusNotFound, reports.LinkRevoked: fiber.StatusGone, reports.LinkExpired: fiber.StatusGone,
	reports.NotYet: fiber.StatusNotFound, reports.FileUnknown: fiber.StatusNotFound, reports.TooOften: fiber.StatusTooManyRequests,
	reports.MakingFailed: fiber.StatusServiceUnavailable,
}

// notice tells a reader why there is no report, in the language they ask for, or else the session's, or else their browser's.
func (s *Server) notice(c *fiber.Ctx, n reports.Notice, lang session.Lang) error {
	if asked := session.Lang(c.Query("lang")); asked.Valid() {
		lang = asked
	}
	if !lang.Valid() {
		lang = session.Dutch
		if strings.HasPrefix(strings.ToLower(c.Get(fiber.HeaderAcceptLanguage)), "en") {
			lang = session.English
		}
	}
	if n == reports.MakingFailed {
		c.Set(fiber.HeaderRetryAfter, "10")
	}
	page := reports.Page{Styles: s.assets.shell.styles, Icon: s.assets.shell.icon, Self: c.Path()}
	if path, linked := c.Locals(linkedPage).(string); linked {
		page.Self = path
	}
	var b bytes.Buffer
	if err := reports.WriteNotice(&b, n, lang, page); err != nil {
		return err
	}
	c.Status(noticeStatuses[n]).Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return c.Send(b.Bytes())
}

// failedReport notes what went wrong, once, and tells the reader that it did.
func (s *Server) failedReport(c *fiber.Ctx, id string, lang session.Lang, err error) error {
	if session.AsProblem(err) == nil {
		s.logger.Error("a report was asked for and did not come", "session", id, "error", err)
	}
	return s.notice(c, reports.MakingFailed, lang)
}

// inWords tells who opened a file in a browser in words that it could not be made; a program gets the problem as ever.
func (s *Server) inWords(handle fiber.Handler) fiber.Handler {
	return func(c *fiber.Ctx) error {
		err := handle(c)
		p := session.AsProblem(err)
		if err == nil || p != nil && p.Code != session.Unavailable || !strings.Contains(c.Get(fiber.HeaderAccept), fiber.MIMETextHTML) {
			return err
		}
		return s.failedReport(c, c.Params("id"), session.Lang(c.Query("lang")), err)
	}
}
