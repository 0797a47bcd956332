package web

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/web/wire"
)

var originProblem = &session.Problem{Code: session.Denied, Reason: session.NotEverywhere}

func (s *Server) signIn(c *fiber.Ctx) error {
	var in wire.SignIn
	if err := read(c, &in); err != nil {
		return err
	}
	if !equal(strings.TrimSpace(in.Key), s.keys.facilitator) {
		return &session.Problem{Code: session.Denied, Field: "key"}
	}
	s.setCookie(c, facilitatorCookie, s.keys.facilitatorToken(), facilitatorAge)
	return c.SendStatus(fiber.StatusNoContent)
}

func (s *Server) signOut(c *fiber.Ctx) error {
	s.setCookie(c, facilitatorCookie, "", -time.Second)
	return c.SendStatus(fiber.StatusNoContent)
}

func (s *Server) createSession(c *fiber.Ctx) error {
	var in wire.NewSession
	if err := read(c, &in); err != nil {
		return err
	}
	if in.Lang == "" {
		in.Lang = session.Dutch
	}
	ctx, cancel := waiting()
	defer cancel()
	begin := s.rooms.Start
	if in.Phones != 0 {
		begin = s.rehearsed(in.Phones)
	}
	e, err := begin(ctx, session.StartSession{
		Title: in.Title, Lang: in.Lang, Groups: in.Groups, Template: in.Template, Fictional: in.Fictional,
		Partners: in.Partners, Threshold: in.Threshold, Steps: in.Steps, Minutes: in.Minutes,
	})
	if err != nil {
		return err
	}
	l := s.links(e, session.Host)
	return c.Status(fiber.StatusCreated).JSON(wire.SessionCreated{ID: e.ID, Pin: e.Pin, Host: l.Host, Screen: l.Screen, Join: l.Join})
}

// rehearsed gives what begins a rehearsal with that many simulated participants.
func (s *Server) rehearsed(phones int) func(context.Context, session.StartSession) (live.Entry, error) {
	return func(ctx context.Context, c session.StartSession) (live.Entry, error) {
		switch {
		case s.config.Rehearsals == nil:
			return live.Entry{}, &session.Problem{Code: session.Closed, Field: "phones"}
		case phones < session.LeastRehearsed || phones > session.MostRehearsed:
			return live.Entry{}, &session.Problem{Code: session.Invalid, Field: "phones", Reason: session.OutOfRange, Limit: session.MostRehearsed}
		}
		c.Rehearsal = true
		return s.config.Rehearsals.Rehearse(ctx, c, phones)
	}
}

func (s *Server) listSessions(c *fiber.Ctx) error {
	list := wire.SessionList{Sessions: []wire.ListedSession{}, Templates: session.Templates()}
	for _, e := range s.rooms.Directory().List() {
		l := s.links(e, session.Host)
		listed := wire.ListedSession{
			ID: e.ID, Pin: e.Pin, Title: e.Title, Lang: e.Lang, Status: session.Running, Fictional: e.Fictional, Rehearsal: e.Rehearsal,
			StartedAt: e.StartedAt.UnixMilli(), Host: l.Host, Screen: l.Screen, Join: l.Join,
		}
		if !e.Imported.IsZero() {
			listed.Imported = e.Imported.UnixMilli()
		}
		if !e.EndedAt.IsZero() {
			listed.Status, listed.Pin = session.Over, ""
		}
		list.Sessions = append(list.Sessions, listed)
	}
	return c.JSON(list)
}

func (s *Server) eraseSession(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	if err := s.rooms.Erase(ctx, c.Params("id")); err != nil {
		return err
	}
	return c.SendStatus(fiber.StatusNoContent)
}

func (s *Server) join(c *fiber.Ctx) error {
	var in wire.JoinRequest
	if err := read(c, &in); err != nil {
		return err
	}
	ctx, cancel := waiting()
	defer cancel()
	e, ok, err := s.rooms.Directory().Seek(ctx, digits(in.Pin))
	if err != nil {
		return fmt.Errorf("look for a pin: %w", err)
	}
	if !ok {
		return &session.Problem{Code: session.NotFound, Field: "pin", Reason: session.Unknown}
	}
	s.greet(c)
	return c.JSON(wire.Joined{ID: e.ID, Title: e.Title, Lang: e.Lang})
}

// digits takes what people put between the digits of a pin out of it.
func digits(pin string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' || r == '.' {
			return -1
		}
		return r
	}, pin)
}

// links gives the ways into a session that a role may know. Keys stand behind the #, which browsers send to nobody.
func (s *Server) links(e live.Entry, role session.Role) wire.Links {
	l := wire.Links{Join: s.config.PublicURL + "/" + e.Pin, Site: s.public.Host}
	if !e.EndedAt.IsZero() {
		l.Join = s.config.PublicURL
	}
	if role == session.Host {
		l.Screen = s.config.PublicURL + "/screen/" + e.ID + "#key=" + s.keys.screen(e.ID)
		l.Host = s.config.PublicURL + "/host/" + e.ID + "#key=" + s.keys.host(e.ID)
	}
	return l
}

// waiting bounds what a request waits for. Fiber's own context ends for all requests when the server begins to stop, and
// belongs to the next request as soon as this one is answered.
func waiting() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), requestTimeout)
}
