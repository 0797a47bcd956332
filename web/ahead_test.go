package web

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
)

func TestReportsAreMadeAhead(t *testing.T) {
	h := open(t)
	s := h.start()
	h.voting(s).do(session.EndSession{})
	tick, deadline := time.NewTicker(time.Millisecond), time.After(20*time.Second)
	defer tick.Stop()
	for h.server.printer.Made() < 2 {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatal(h.server.printer.Made(), "reports were made when the session had been sealed")
		}
	}
	for _, query := range []string{"", "?lang=nl", "?lang=en"} {
		h.browser().get("/api/sessions/" + s.ID + "/report.pdf" + query).is(200)
	}
	if made := h.server.printer.Made(); made != 2 {
		t.Errorf("%d reports were made; readers asked for others than those made ahead", made)
	}
}

func TestFileThatFails(t *testing.T) {
	var written bytes.Buffer
	h := open(t, change{config: func(config *Config) { config.Logger = slog.New(slog.NewTextHandler(&written, nil)) }})
	app := fiber.New(fiber.Config{ErrorHandler: h.server.refuse})
	app.Get("/sessions/:id/report.pdf", h.server.inWords(func(*fiber.Ctx) error { return errors.New("the ink has dried up") }))
	ask := func(accept string) (status int, kind, body string) {
		t.Helper()
		request := httptest.NewRequest(http.MethodGet, "/sessions/s7/report.pdf?lang=en", nil)
		request.Header.Set("Accept", accept)
		reply, err := app.Test(request)
		if err != nil {
			t.Fatal(err)
		}
		defer reply.Body.Close()
		text, err := io.ReadAll(reply.Body)
		if err != nil {
			t.Fatal(err)
		}
		return reply.StatusCode, reply.Header.Get("Content-Type"), string(text)
	}
	t.Run("is told in words to who opened it in a browser, and logged with its session", func(t *testing.T) {
		status, kind, body := ask("text/html,application/xhtml+xml,*/*;q=0.8")
		if status != 503 || !strings.HasPrefix(kind, "text/html") || !strings.Contains(body, `lang="en"`) || strings.Contains(body, "dried up") {
			t.Error(status, kind, body)
		}
		if said := written.String(); !strings.Contains(said, "session=s7") || !strings.Contains(said, "the ink has dried up") {
			t.Error(said)
		}
	})
	t.Run("is a problem to a program", func(t *testing.T) {
		if status, kind, body := ask("*/*"); status != 503 || !strings.HasPrefix(kind, "application/json") || !strings.Contains(body, "unavailable") {
			t.Error(status, kind, body)
		}
	})
}
