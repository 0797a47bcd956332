package web

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/reports"
	"verbindend/session"
)

// The id of a session is what its readers need: it is in the address of every phone that took part, and cannot be guessed.
// What they get is what the room may know at that moment, so nothing leaks before it is revealed.

func (s *Server) results(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	sum, err := s.rooms.Summary(ctx, sessionOf(c))
	if err != nil {
		return err
	}
	id := sum.ID
	if linked(c) {
		sum = sum.Open()
	}
	canonical, err := sum.Canonical() // with the id, exactly the bytes behind the fingerprint in the report; without, behind another that is known too
	if err != nil {
		return fmt.Errorf("results of session %s: %w", id, err)
	}
	c.Set(fiber.HeaderCacheControl, "no-cache")
	c.Set(fiber.HeaderContentType, fiber.MIMEApplicationJSONCharsetUTF8)
	named(c, sum, "")
	return c.Send(canonical)
}

func (s *Server) sendReport(c *fiber.Ctx) error {
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
	if err := s.lookBack(ctx, sessionOf(c), sum, &o); err != nil {
		return err
	}
	pdf, err := s.twice(sum.ID, func() ([]byte, error) { return s.printer.PDF(ctx, sum, o) })
	if err != nil {
		return fmt.Errorf("report of session %s: %w", sum.ID, err)
	}
	return sendFile(c, "application/pdf", fmt.Sprintf("verbindend-%s-%s", sum.StartedAt.Format("2006-01-02"), o.Lang), pdf)
}

// reportOptions dates a final report by the session's end, so that it is the same whenever it is made, and a provisional one by
// the minute. People read the clock on their wall. The path is that of its web page; "" when there is none that all readers may know.
func (s *Server) reportOptions(sum session.Summary, lang session.Lang, path string, now time.Time) reports.Options {
	o := reports.Options{Lang: lang, Made: now.Truncate(time.Minute).In(time.Local)}
	if sum.Final {
		o.Made = sum.EndedAt.In(time.Local)
	}
	if s.onlyHere() {
		return o
	}
	o.Check = s.config.PublicURL + "/check"
	if path != "" {
		o.Link = s.config.PublicURL + path
	}
	return o
}

// twice makes something again that failed, once. Who waits too long, and what cannot be made of this session, is no failure.
func (s *Server) twice(id string, make func() ([]byte, error)) ([]byte, error) {
	file, err := make()
	if err == nil || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, reports.ErrNothingToShow) {
		return file, err
	}
	s.logger.Warn("a report could not be made; it is tried again", "session", id, "error", err)
	return make()
}

// onlyHere tells whether the public address leads nowhere from another device, so that printing it helps nobody.
func (s *Server) onlyHere() bool {
	host := s.public.Hostname()
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}
