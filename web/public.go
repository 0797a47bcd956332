package web

import (
	"context"
	"html/template"
	"net/url"
	"slices"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
	"verbindend/session/library"
	"verbindend/session/live"
	"verbindend/web/plain"
)

// The public library: what facilitators have published, for everybody, and for search engines when whoever runs the server wants that.

func (s *Server) publicLibrary(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	v := plain.PublicList{Query: publicQuery(c)}
	_, all, err := s.rooms.SearchPublic(ctx, library.Query{}, 0)
	if err != nil {
		return err
	}
	found, total, err := s.rooms.SearchPublic(ctx, library.Query{Text: v.Query}, foundMost)
	if err != nil {
		return err
	}
	v.All, v.Total = all, total
	for _, f := range found {
		named := func(p library.Place) bool { // the names of all values are told anyway
			return slices.ContainsFunc(f.Values, func(v library.PublicValue) bool { return p.Text() == v.Name })
		}
		v.Found = append(v.Found, plain.PublicFound{Slug: f.Slug, Public: f.Public, Places: slices.DeleteFunc(f.Places, named)})
	}
	return s.sendWritten(c, v, s.publicFrame(c))
}

func (s *Server) publicPage(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	what, known, err := s.rooms.PublicBy(ctx, c.Params("slug"))
	switch {
	case err != nil:
		return err
	case !known:
		return s.sendWritten(c.Status(fiber.StatusNotFound), plain.PublicGone{}, s.publicFrame(c))
	}
	return s.sendWritten(c, plain.PublicPage{Public: what}, s.publicFrame(c))
}

// publicBusy is what is read instead when somebody reads too much at once.
func (s *Server) publicBusy(c *fiber.Ctx) error {
	return s.sendWritten(c, plain.PublicBusy{}, s.publicFrame(c))
}

// publishing is the page on which a facilitator sees what would become public, and decides.
func (s *Server) publishing(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	e, known, err := s.entry(ctx, c.Params("id"))
	switch {
	case err != nil:
		return err
	case !known:
		return c.Redirect("/host", fiber.StatusSeeOther)
	}
	v, err := s.publishingView(ctx, e, titleAsked(c))
	if err != nil {
		return err
	}
	v.Just, v.Withdrawn = c.Query("done") == "publish" && v.Path != "", c.Query("done") == "withdraw" && v.Path == ""
	return s.sendWritten(c, v, s.publishingFrame(c, readingLang(c)))
}

// titleAsked is the title that a facilitator wants to see before it counts; "" when they have not typed one.
func titleAsked(c *fiber.Ctx) string {
	title := []rune(c.Query("title"))
	return string(title[:min(len(title), maxQuery)])
}

// publishingFrame is around the one of these pages that has a script: it shows a title while it is typed.
func (s *Server) publishingFrame(c *fiber.Ctx, lang session.Lang) plain.Frame {
	f := s.frame(c, lang, true)
	f.Script = s.readScript()
	return f
}

func (s *Server) publish(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	id, do := c.Params("id"), c.FormValue("do")
	lang := session.Lang(c.FormValue("lang"))
	if !lang.Valid() {
		lang = session.Dutch
	}
	var err error
	if do == "withdraw" {
		_, err = s.rooms.Unpublish(ctx, id)
	} else {
		_, err = s.rooms.Publish(ctx, id, c.FormValue("title"))
	}
	if err == nil {
		return c.Redirect("/publish/"+url.PathEscape(id)+"?lang="+string(lang)+"&done="+url.QueryEscape(do), fiber.StatusSeeOther)
	}
	e, known, lost := s.entry(ctx, id)
	if lost != nil || !known {
		return err
	}
	v, lost := s.publishingView(ctx, e, c.FormValue("title"))
	if lost != nil {
		return lost
	}
	v.Wrong, v.Title = asProblem(s.logger, err, "publish"), c.FormValue("title")
	return s.sendWritten(c.Status(statuses[v.Wrong.Code]), v, s.publishingFrame(c, lang))
}

// publishingView is what a facilitator sees of a publication that there is or could be, under the title that was asked for, or else has.
func (s *Server) publishingView(ctx context.Context, e live.Entry, title string) (plain.Publishing, error) {
	sum, err := s.rooms.Summary(ctx, e.ID)
	if err != nil {
		return plain.Publishing{}, err
	}
	v := plain.Publishing{Session: e.Title, Title: e.Title}
	if e.Public.Slug != "" {
		v.Title, v.Path, v.Since = e.Public.Title, "/kennisbank/"+e.Public.Slug, e.Public.Since.In(time.Local)
	}
	if title = library.CleanTitle(title); title != "" {
		v.Title = title
	}
	v.Preview, v.Ready = library.PublicOf(sum, v.Title)
	return v, nil
}

// entry gives what the directory knows of a session now, on whatever server that happened.
func (s *Server) entry(ctx context.Context, id string) (live.Entry, bool, error) {
	if err := s.rooms.CatchUp(ctx); err != nil {
		return live.Entry{}, false, err
	}
	e, known := s.rooms.Directory().Get(id)
	return e, known && e.Pulse.Of == "", nil
}

// publicFrame is around what the public reads. Search engines are kept out unless whoever runs the server lets them in.
func (s *Server) publicFrame(c *fiber.Ctx) plain.Frame {
	f := s.frame(c, readingLang(c), !s.config.Indexed)
	if query := publicQuery(c); query != "" {
		f.Query = template.URL("&q=" + url.QueryEscape(query)) //nolint:gosec // escaped right here
	}
	return f
}

// publicQuery is what the public looks for; what is too long to be meant is cut.
func publicQuery(c *fiber.Ctx) string {
	query := []rune(c.Query("q"))
	return string(query[:min(len(query), maxQuery)])
}

// written is a page that the server writes.
type written interface {
	Write(plain.Frame) ([]byte, error)
}

func (s *Server) sendWritten(c *fiber.Ctx, v written, f plain.Frame) error {
	body, err := v.Write(f)
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderCacheControl, "no-store") // what is withdrawn is gone at once
	return s.sendPlain(c, body, f.Hidden)
}
