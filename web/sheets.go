package web

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/reports"
	"verbindend/session"
)

// What is printed or shown around a session: the values as a poster, a slide and cards, the invitation at the door, and ballots to
// fill in with a pen. Each holds no more than the room may know at that moment.

// valuesAs gives a handler for the values of a session in one of their forms.
func (s *Server) valuesAs(mime, name string, form func(c *fiber.Ctx) (key string, make drawing, err error)) fiber.Handler {
	return func(c *fiber.Ctx) error {
		ctx, cancel := waiting()
		defer cancel()
		sum, err := s.rooms.Summary(ctx, sessionOf(c))
		if err != nil {
			return err
		}
		o, err := s.optionsFor(c, sum)
		if err != nil {
			return err
		}
		key, draw, err := form(c)
		if err != nil {
			return err
		}
		file, err := s.twice(sum.ID, func() ([]byte, error) {
			return s.printer.Make(ctx, fmt.Sprint(key, " ", reports.Fingerprint(sum), " ", o.Lang, " ", o.Link), func() ([]byte, error) {
				return draw(sum, o)
			})
		})
		if errors.Is(err, reports.ErrNothingToShow) {
			return &session.Problem{Code: session.NotFound, Field: "value", Reason: session.Unknown}
		}
		if err != nil {
			return fmt.Errorf("%s of session %s: %w", name, sum.ID, err)
		}
		return sendFile(c, mime, fmt.Sprintf("verbindend-%s-%s-%s", key, sum.StartedAt.Format("2006-01-02"), o.Lang), file)
	}
}

// A drawing makes a file of a summary.
type drawing func(session.Summary, reports.Options) ([]byte, error)

func posterForm(c *fiber.Ctx) (string, drawing, error) {
	format, err := formatOf(c)
	return "poster-" + string(format), func(sum session.Summary, o reports.Options) ([]byte, error) {
		return reports.Poster(sum, o, format)
	}, err
}

func slideForm(*fiber.Ctx) (string, drawing, error) { return "slide", reports.Slide, nil }

func cardForm(c *fiber.Ctx) (string, drawing, error) {
	n, err := strconv.Atoi(c.Params("n"))
	if err != nil {
		return "", nil, notFound
	}
	return fmt.Sprint("card-", n), func(sum session.Summary, o reports.Options) ([]byte, error) { return reports.Card(sum, o, n) }, nil
}

func formatOf(c *fiber.Ctx) (reports.Format, error) {
	format := reports.Format(c.Query("format", string(reports.A4)))
	if !format.Valid() {
		return "", &session.Problem{Code: session.Invalid, Field: "format", Reason: session.Unknown}
	}
	return format, nil
}

// optionsFor reads the language that a reader asks for.
func (s *Server) optionsFor(c *fiber.Ctx, sum session.Summary) (reports.Options, error) {
	lang, err := langOf(c, sum.Lang)
	return s.reportOptions(sum, lang, s.pageOf(c), time.Now()), err
}

func langOf(c *fiber.Ctx, otherwise session.Lang) (session.Lang, error) {
	lang := session.Lang(c.Query("lang", string(otherwise)))
	if !lang.Valid() {
		return "", &session.Problem{Code: session.Invalid, Field: "lang", Reason: session.Unknown}
	}
	return lang, nil
}

// invitation is the poster at the door. Who knows the session knows its pin.
func (s *Server) invitation(c *fiber.Ctx) error {
	format, err := formatOf(c)
	if err != nil {
		return err
	}
	e, there := s.rooms.Directory().Get(c.Params("id"))
	if !there || !e.EndedAt.IsZero() {
		return &session.Problem{Code: session.NotFound, Field: "id", Reason: session.Unknown}
	}
	lang, err := langOf(c, e.Lang)
	if err != nil {
		return err
	}
	in := reports.Invitation{Title: e.Title, Pin: e.Pin, Join: s.links(e, session.Participant).Join, Site: s.public.Host, Lang: lang, Fictional: e.Fictional}
	ctx, cancel := waiting()
	defer cancel()
	file, err := s.printer.Make(ctx, fmt.Sprint("invitation ", format, in), func() ([]byte, error) { return reports.Invite(in, format) })
	if err != nil {
		return fmt.Errorf("invitation to session %s: %w", e.ID, err)
	}
	return sendFile(c, "application/pdf", "verbindend-"+e.Pin+"-"+string(format), file)
}

// paperBallots are for who has no phone: what is on them is what phones see.
func (s *Server) paperBallots(c *fiber.Ctx) error {
	copies := c.QueryInt("copies", 2)
	if copies < 1 || copies > reports.MaxCopies {
		return &session.Problem{Code: session.Invalid, Field: "copies", Reason: session.OutOfRange, Limit: reports.MaxCopies}
	}
	ctx, cancel := waiting()
	defer cancel()
	h, err := s.rooms.Handout(ctx, c.Params("id"))
	if err != nil {
		return err
	}
	lang, err := langOf(c, h.Lang)
	if err != nil {
		return err
	}
	file, err := s.printer.Make(ctx, fmt.Sprint("ballots ", copies, lang, h), func() ([]byte, error) { return reports.PaperBallots(h, lang, copies) })
	if err != nil {
		return fmt.Errorf("paper ballots of session %s: %w", h.ID, err)
	}
	return sendFile(c, "application/pdf", fmt.Sprintf("verbindend-ballots-%d-%s", h.Ballot.Round, lang), file)
}

// sendFile answers with a file under a name of plain letters; browsers add the ending of the kind.
func sendFile(c *fiber.Ctx, mime, name string, file []byte) error {
	ending := map[string]string{"application/pdf": "pdf", "image/png": "png"}[mime]
	c.Set(fiber.HeaderContentType, mime)
	c.Set(fiber.HeaderContentDisposition, fmt.Sprintf(`inline; filename="%s.%s"`, name, ending))
	c.Set(fiber.HeaderCacheControl, "no-cache")
	return c.Send(file)
}
