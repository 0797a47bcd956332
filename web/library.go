package web

import (
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
	"verbindend/session/library"
	"verbindend/web/wire"
)

// Limits of a search.
const (
	maxQuery  = 120 // characters
	foundMost = 50  // sessions that are told
)

// searchLibrary finds the sessions of this server by what was said in them.
func (s *Server) searchLibrary(c *fiber.Ctx) error {
	q, err := queryOf(c)
	if err != nil {
		return err
	}
	ctx, cancel := waiting()
	defer cancel()
	found, total, groups, err := s.rooms.Library().Search(ctx, q, foundMost)
	if err != nil {
		return err
	}
	answer := wire.LibraryAnswer{Found: []wire.FoundSession{}, Total: total, Groups: groups}
	for _, f := range found {
		one := wire.FoundSession{
			ID: f.Entry.ID, Title: f.Title, Lang: f.Lang, Status: session.Running, Fictional: f.Fictional, StartedAt: f.StartedAt.UnixMilli(),
			Places: f.Places, More: f.More,
		}
		if !f.EndedAt.IsZero() {
			one.Status = session.Over
		}
		answer.Found = append(answer.Found, one)
	}
	c.Set(fiber.HeaderCacheControl, "no-store")
	return c.JSON(answer)
}

// queryOf reads what is looked for; moments are Unix milliseconds.
func queryOf(c *fiber.Ctx) (q library.Query, err error) {
	q.Text, q.Group = c.Query("q"), c.Query("group")
	for field, text := range map[string]string{"q": q.Text, "group": q.Group} {
		if utf8.RuneCountInString(text) > maxQuery {
			return q, &session.Problem{Code: session.Invalid, Field: field, Reason: session.TooLong, Limit: maxQuery}
		}
	}
	for field, moment := range map[string]*time.Time{"from": &q.From, "until": &q.Until} {
		text := c.Query(field)
		if text == "" {
			continue
		}
		ms, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return q, &session.Problem{Code: session.Invalid, Field: field, Reason: session.Malformed}
		}
		*moment = time.UnixMilli(ms)
	}
	return q, nil
}
