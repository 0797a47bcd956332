package web

import (
	"context"
	"html/template"
	"net/url"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
	"verbindend/session/library"
	"verbindend/web/plain"
)

// desk lets only facilitators see a page; anybody else is led to where one signs in.
func (s *Server) desk(c *fiber.Ctx) error {
	if !s.leads(c) {
		return c.Redirect("/host", fiber.StatusSeeOther)
	}
	return c.Next()
}

// comparePage lays two sessions that have ended beside each other.
func (s *Server) comparePage(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	v := plain.Comparison{Sessions: []plain.Choosable{}, Then: c.Query("then"), Now: c.Query("now")}
	for _, e := range s.rooms.Directory().List() {
		if e.Sealed {
			v.Sessions = append(v.Sessions, plain.Choosable{ID: e.ID, Title: e.Title, StartedAt: e.StartedAt.In(time.Local)})
		}
	}
	if v.Then != "" && v.Now != "" && v.Then != v.Now {
		result, err := s.compared(ctx, v.Then, v.Now)
		if p := session.AsProblem(err); err != nil && (p == nil || p.Code != session.NotFound) {
			return err // one that was erased meanwhile can no longer be chosen, and the page shows that
		}
		v.Result = result
	}
	f := s.frame(c, readingLang(c), true)
	f.Query = template.URL("&then=" + url.QueryEscape(v.Then) + "&now=" + url.QueryEscape(v.Now)) //nolint:gosec // escaped right here
	body, err := v.Write(f)
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderCacheControl, "no-store")
	return s.sendPlain(c, body, true)
}

func (s *Server) compared(ctx context.Context, before, after string) (*library.Compared, error) {
	then, err := s.rooms.Summary(ctx, before)
	if err != nil {
		return nil, err
	}
	now, err := s.rooms.Summary(ctx, after)
	if err != nil {
		return nil, err
	}
	result := library.Compare(then, now)
	result.Then.StartedAt, result.Now.StartedAt = then.StartedAt.In(time.Local), now.StartedAt.In(time.Local)
	return &result, nil
}

// readingLang is the language that a reader asks for by the address, or else by their browser: Dutch, unless that is English.
func readingLang(c *fiber.Ctx) session.Lang {
	for _, asked := range []string{c.Query("lang"), c.AcceptsLanguages("nl", "en")} {
		if lang := session.Lang(asked); lang.Valid() {
			return lang
		}
	}
	return session.Dutch
}
