package web

import (
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/recover"

	"verbindend/reports"
)

// routes lists every address of the server.
func (s *Server) routes() {
	s.app.Use(recover.New(), s.headers)

	api := s.app.Group("/api", s.sameOrigin)
	api.Post("/sign-in", s.guarded(s.wrongKeys, WrongKeys, s.signIn))
	api.Post("/sign-out", s.signOut)
	api.Post("/join", s.guarded(s.wrongPins, WrongPins, s.join))
	api.Get("/sessions", s.facilitator, s.listSessions)
	api.Post("/sessions", s.facilitator, s.createSession)
	api.Post("/sessions/import", s.facilitator, s.importSession)
	api.Delete("/sessions/:id", s.facilitator, s.eraseSession)
	api.Get("/sessions/:id/socket", s.upgrade())
	api.Post("/sessions/:id/poll", s.poll)
	api.Post("/sessions/:id/commands", s.post)
	for _, f := range s.files() { // for who was there, and below by a link
		api.Get("/sessions/:id/"+f.path, s.inWords(f.send))
	}
	api.Get("/sessions/:id/report", s.toReport)
	api.Get("/sessions/:id/links", s.host, s.listLinks)
	api.Post("/sessions/:id/links", s.host, s.addLink)
	api.Delete("/sessions/:id/links/:token", s.host, s.revokeLink)
	api.Get("/sessions/:id/invitation.pdf", s.invitation)
	api.Get("/sessions/:id/ballots.pdf", s.paperBallots)
	api.Get("/schemas/results-1.json", sendSchema(resultsSchema))
	api.Get("/schemas/lookbacks-1.json", sendSchema(lookbacksSchema))
	api.Get("/marks/:mark", s.checkMark)
	api.Get("/sessions/:id/agenda.json", s.facilitator, s.sessionAgenda)
	api.Get("/sessions/:id/pulses", s.facilitator, s.listPulses)
	api.Post("/sessions/:id/pulses", s.facilitator, s.openPulse)
	api.Post("/sessions/:id/pulses/close", s.facilitator, s.closePulse)
	api.Get("/library", s.facilitator, s.searchLibrary)
	api.Get("/agendas", s.facilitator, s.listAgendas)
	api.Post("/agendas", s.facilitator, s.keepAgenda)
	api.Get("/agendas/:id", s.facilitator, s.agendaFile)
	api.Put("/agendas/:id", s.facilitator, s.replaceAgenda)
	api.Delete("/agendas/:id", s.facilitator, s.deleteAgenda)
	api.Use(func(*fiber.Ctx) error { return notFound })

	s.app.Get("/healthz", s.healthz)
	s.app.Get("/readyz", s.readyz)
	s.app.Get("/metrics", s.metrics())

	s.app.Get("/", s.page("index.html"))
	s.app.Get("/host/:id?", s.page("host.html"))
	s.app.Get("/check", s.page("check.html"))
	s.app.Get("/screen/:id", s.page("screen.html"))
	s.app.Get("/preview/:id", s.page("preview.html"))
	s.app.Get("/play/:id", s.play)
	s.app.Get("/faces/:name.ttf", s.face)
	byLink := func(path string, send fiber.Handler) { s.app.Get("/r/:token"+path, tidy("token"), s.byLink, send) }
	byLink("", s.reportPage)
	byLink("/preview.png", s.preview)
	for _, f := range s.files() {
		byLink("/"+f.path, f.send)
	}
	s.app.Get("/r/*", func(c *fiber.Ctx) error { return s.notice(c, reports.LinkUnknown, "") })
	s.app.Get("/compare", s.desk, s.comparePage)
	s.app.Get("/publish/:id", s.desk, s.publishing)
	s.app.Post("/publish/:id", s.sameOrigin, s.desk, s.publish)
	public := func(read fiber.Handler) fiber.Handler {
		return s.paced(s.publicReads, PublicHurry, s.publicBusy, read)
	}
	s.app.Get("/kennisbank", public(s.publicLibrary))
	s.app.Get("/kennisbank/:slug", tidy("slug"), public(s.publicPage))
	s.app.Get("/pulse/:id", tidy("id"), s.pulsePage)
	s.app.Post("/pulse/:id", s.sameOrigin, s.answerPulse)
	s.app.Get("/:pin<regex(^[0-9]{6}$)>", s.pinLink)
	s.app.Get("/*", s.file)
}

// headers sets what every answer carries. What a page may do is told to the page; its scripts, styles and fonts need not
// repeat it, and on a phone's first visit that would be 3 KB.
func (s *Server) headers(c *fiber.Ctx) error {
	c.Set("X-Content-Type-Options", "nosniff")
	if strings.HasPrefix(c.Path(), "/assets/") {
		return c.Next()
	}
	c.Set("Content-Security-Policy", "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "+
		"connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; "+
		"require-trusted-types-for 'script'")
	c.Set("Referrer-Policy", "same-origin")
	c.Set("Cross-Origin-Opener-Policy", "same-origin")
	c.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
	if strings.HasPrefix(c.Path(), "/api/") {
		c.Set(fiber.HeaderCacheControl, "no-store") // lists of sessions hold keys; what may be kept says so itself
	}
	err := c.Next()
	if c.Response().Header.PeekCookie(personCookie) != nil { // a cache on the way would make two phones one person
		c.Set(fiber.HeaderCacheControl, "private, no-cache")
	}
	return err
}

// sameOrigin refuses what a page of another site sends. Programs send no Origin; they hold no cookie of a visitor either.
func (s *Server) sameOrigin(c *fiber.Ctx) error {
	if s.foreign(c.Get(fiber.HeaderOrigin), c.Hostname()) {
		return originProblem
	}
	return c.Next()
}

func (s *Server) foreign(origin, host string) bool {
	if origin == "" {
		return false
	}
	_, from, _ := strings.Cut(origin, "://")
	return !strings.EqualFold(from, host) && !strings.EqualFold(from, s.public.Host)
}

// facilitator lets only facilitators pass.
func (s *Server) facilitator(c *fiber.Ctx) error {
	if !s.leads(c) {
		return denied
	}
	return c.Next()
}
