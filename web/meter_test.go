package web

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/web/wire"
)

// tally is a meter that keeps what it is told, as lines of text.
type tally struct {
	mu    sync.Mutex
	times map[string]int
	more  chan struct{}
}

func newTally() *tally { return &tally{times: map[string]int{}, more: make(chan struct{}, 1)} }

func (m *tally) note(what string, n int) {
	m.mu.Lock()
	m.times[what] += n
	m.mu.Unlock()
	select {
	case m.more <- struct{}{}:
	default:
	}
}

func (m *tally) Entered(role session.Role, by Transport) { m.note(fmt.Sprint("in ", role, " ", by), 1) }
func (m *tally) Departed(role session.Role, by Transport) {
	m.note(fmt.Sprint("in ", role, " ", by), -1)
}
func (m *tally) Limited(what Limit)                       { m.note("limit "+string(what), 1) }
func (m *tally) Reported(_ time.Duration, outcome string) { m.note("report "+outcome, 1) }
func (m *tally) Drained(connections int, _ time.Duration) { m.note("drained", connections) }
func (m *tally) Sent(kind string, bytes int)              { m.note("sent "+kind, 1); m.note("bytes "+kind, bytes) }
func (m *tally) of(what string) int                       { m.mu.Lock(); defer m.mu.Unlock(); return m.times[what] }

// becomes waits until something has been told so many times.
func (m *tally) becomes(t *testing.T, what string, want int) {
	t.Helper()
	for late := time.After(patience); m.of(what) != want; {
		select {
		case <-m.more:
		case <-late:
			t.Fatalf("%s: %d, want %d; told %v", what, m.of(what), want, m.times)
		}
	}
}

// metered is a house whose meter a test can read.
func metered(t *testing.T, changes ...func(*Server)) (*house, *tally) {
	t.Helper()
	m := newTally()
	return open(t, change{config: func(c *Config) { c.Meter = m }, server: func(s *Server) {
		for _, change := range changes {
			change(s)
		}
	}}), m
}

func TestMeter(t *testing.T) {
	t.Run("is told who comes and who goes, by which way", func(t *testing.T) {
		h, m := metered(t, func(s *Server) { s.waits.poll = 50 * time.Millisecond })
		s := h.start()
		host, phone := h.host(s), h.phone(s, "anna")
		m.becomes(t, "in host socket", 1)
		m.becomes(t, "in participant socket", 1)
		_ = phone.conn.Close()
		m.becomes(t, "in participant socket", 0)
		h.pollingPhone(s, "bart").ask().is(200)
		m.becomes(t, "in participant poll", 0)
		if m.of("sent frame") == 0 || m.of("sent welcome") != 3 {
			t.Errorf("told %v", m.times)
		}
		host.leave()
		m.becomes(t, "in host socket", 0)
	})
	t.Run("is told how many bytes went out, as the client counts them", func(t *testing.T) {
		h, m := metered(t)
		s := h.start()
		g := h.knock(s.ID, holding(token("anna")))
		g.say(wire.Hello{T: wire.THello, Role: session.Participant, Client: "tab-of-anna"})
		welcome := <-g.words
		if !strings.HasPrefix(string(welcome), `{"t":"welcome"`) {
			t.Fatalf("%s", welcome)
		}
		m.becomes(t, "bytes welcome", len(welcome))
	})
	t.Run("is told of limits", func(t *testing.T) {
		h, m := metered(t, func(s *Server) { s.waits.hello = 50 * time.Millisecond })
		s := h.start()
		b := h.browser()
		for i := range pinsAMinute + 2 {
			b.post("/api/join", fmt.Sprintf(`{"pin":"0%05d"}`, i))
		}
		m.becomes(t, "limit wrong_pins", 2)
		for range keysAMinute + 3 {
			b.post("/api/sign-in", `{"key":"wrong"}`)
		}
		m.becomes(t, "limit wrong_keys", 3)
		h.knock(s.ID, nil)
		m.becomes(t, "limit no_hello", 1)
	})
	t.Run("is told of somebody who sends faster than people do", func(t *testing.T) {
		h, m := metered(t)
		screen := h.screen(h.start())
		burst := paces[session.Screen].burst
		for range burst + 1 {
			screen.say(wire.Ping{T: wire.TPing})
		}
		screen.await("all pongs", func() bool { return screen.pongs == burst+1 })
		if m.of("limit pace") == 0 {
			t.Errorf("told %v", m.times)
		}
	})
	t.Run("is told of who falls silent, and of who does not read", func(t *testing.T) {
		h, m := metered(t, func(s *Server) { s.waits.silence, s.waits.ping = 200*time.Millisecond, time.Hour })
		h.phone(h.start(), "anna")
		m.becomes(t, "limit silent", 1)

		lines, slow := newLines(), newTally()
		h = open(t, change{
			config: func(c *Config) { c.Meter = slow }, server: func(s *Server) { s.waits.write = 300 * time.Millisecond }, listen: lines.over,
		})
		s := h.start()
		host, deaf := h.host(s), h.screen(s)
		lines.fill(deaf)
		host.do(session.OpenActivity{Activity: write})
		slow.becomes(t, "limit slow_reader", 1)
	})
	t.Run("is told of reports, and of those there are none of", func(t *testing.T) {
		h, m := metered(t)
		s := h.start()
		h.browser().get("/api/sessions/" + s.ID + "/report.pdf").is(200)
		h.browser().get("/api/sessions/none/report.pdf").is(404)
		m.becomes(t, "report done", 1)
		m.becomes(t, "report refused", 1)
	})
	t.Run("is told how many a stopping server sends home", func(t *testing.T) {
		h, m := metered(t)
		s := h.start()
		h.host(s)
		h.phone(s, "anna")
		h.stop()
		m.becomes(t, "drained", 2)
		m.becomes(t, "in participant socket", 0)
	})
}
