package web

import (
	"net/url"
	"testing"
	"time"

	"verbindend/session"
)

func TestReportOptions(t *testing.T) {
	ended := time.Date(2026, 11, 23, 14, 5, 30, 0, time.UTC)
	now := ended.Add(48*time.Hour + 7*time.Second)
	at := func(address string) *Server {
		public, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		return &Server{config: Config{PublicURL: address}, public: public}
	}
	final := session.Summary{ID: "s1", Final: true, EndedAt: ended}

	t.Run("a final report is dated by the end, also where nobody else can open its link", func(t *testing.T) {
		for _, address := range []string{"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "https://sessie.example.org"} {
			if o := at(address).reportOptions(final, session.Dutch, "/r/token", now); !o.Made.Equal(ended) {
				t.Errorf("at %s it is dated %v, want %v", address, o.Made, ended)
			}
		}
	})
	t.Run("it holds a link that others can open, or none", func(t *testing.T) {
		for address, want := range map[string]string{
			"http://localhost:8080":      "",
			"http://127.0.0.1:8080":      "",
			"http://192.168.1.7:8080":    "http://192.168.1.7:8080/r/token",
			"https://sessie.example.org": "https://sessie.example.org/r/token",
		} {
			if o := at(address).reportOptions(final, session.Dutch, "/r/token", now); o.Link != want {
				t.Errorf("at %s the link is %q, want %q", address, o.Link, want)
			}
		}
	})
	t.Run("without a page of its own it has none either", func(t *testing.T) {
		if o := at("https://sessie.example.org").reportOptions(final, session.Dutch, "", now); o.Link != "" {
			t.Errorf("got %q", o.Link)
		}
	})
	t.Run("a provisional report is dated by the minute", func(t *testing.T) {
		o := at("https://sessie.example.org").reportOptions(session.Summary{ID: "s1"}, session.Dutch, "/r/token", now)
		if !o.Made.Equal(now.Truncate(time.Minute)) || o.Link != "https://sessie.example.org/r/token" {
			t.Errorf("got %+v", o)
		}
	})
}
