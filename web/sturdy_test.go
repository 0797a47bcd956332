package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/web/wire"
)

// panicky is a log that panics when it is told to: a mistake of ours, deep inside a command.
type panicky struct {
	*logtest.Memory
	armed atomic.Bool
}

func (p *panicky) Append(ctx context.Context, id string, after session.Mark, last uint64, batch []byte) error {
	if p.armed.Swap(false) {
		panic("a mistake, with a secret in it")
	}
	return p.Memory.Append(ctx, id, after, last, batch)
}

func TestMistakesOfOurs(t *testing.T) {
	log := &panicky{Memory: logtest.NewMemory()}
	h := open(t, change{log: log})
	s := h.start()
	other := h.start()
	host, bystander := h.host(s), h.host(other)
	host.do(session.OpenActivity{Activity: write})
	anna := h.phone(s, "anna")

	t.Run("a panic in a command sends its room home to come back, and touches nobody else", func(t *testing.T) {
		h := h.in(t)
		log.armed.Store(true)
		anna.repeat(1, "add_card", session.AddCard{ID: "k1", Text: "Moed"})
		for _, g := range []*guest{anna, host} {
			if code := g.closedWith(); code != wire.CloseComeBack {
				t.Errorf("closed with %d", code)
			}
			for _, message := range g.heard {
				if strings.Contains(string(message), "mistake") {
					t.Errorf("was told %s", message)
				}
			}
		}
		bystander.lives()
		again := h.phoneAgain(s, "anna")
		again.repeat(1, "add_card", session.AddCard{ID: "k1", Text: "Moed"})
		again.await("an ack", func() bool { return len(again.answers[1]) > 0 })
		if again.answers[1][0] != nil || len(again.own().Cards) != 1 {
			t.Errorf("%v, %+v", again.answers[1][0], again.own())
		}
	})
	t.Run("a panic in a request is answered without its text", func(t *testing.T) {
		h := h.in(t)
		log.armed.Store(true)
		h.facilitator().post("/api/sessions", `{"title":"Proef"}`).refuses(503, session.Problem{Code: session.Unavailable, Retry: true})
		h.start()
	})
	t.Run("a panic in a socket's own goroutines ends that socket alone", func(t *testing.T) {
		h := open(t, change{config: func(c *Config) { c.Meter = &fallingMeter{} }})
		s := h.start()
		g := h.knock(s.ID, holding(token("anna")))
		g.say(wire.Hello{T: wire.THello, Role: session.Participant, Client: "tab-12345"})
		g.closedWith()
		h.browser().get("/healthz").is(200)
	})
	t.Run("a panic before the conversation closes with 1011", func(t *testing.T) {
		h := open(t, change{server: func(s *Server) { s.public = nil }})
		e, err := h.rooms.Start(t.Context(), session.StartSession{Title: "Proef", Lang: session.Dutch})
		if err != nil {
			t.Fatal(err)
		}
		g := h.knock(e.ID, holding(token("anna")))
		g.say(wire.Hello{T: wire.THello, Role: session.Participant, Client: "tab-12345"})
		if code := g.closedWith(); code != websocket.CloseInternalServerErr {
			t.Errorf("closed with %d", code)
		}
	})
}

// fallingMeter panics in the goroutine that writes.
type fallingMeter struct{ unmetered }

func (*fallingMeter) Sent(string, int) { panic("a mistake") }

func TestAStoreThatFails(t *testing.T) {
	log := logtest.NewMemory()
	h := open(t, change{log: log})
	s := h.start()
	host, anna := h.host(s), h.phone(s, "anna")
	host.do(session.OpenActivity{Activity: write})

	t.Run("refuses the command as unavailable and sends everybody home to come back with patience", func(t *testing.T) {
		log.Fail(errors.New("disk full at /secret/path"))
		anna.repeat(1, "add_card", session.AddCard{ID: "k1", Text: "Moed"})
		if code := anna.closedWith(); code != wire.CloseUnavailable {
			t.Errorf("closed with %d", code)
		}
		if got := anna.answers[1]; len(got) != 1 || got[0] == nil || *got[0] != *unavailable {
			t.Errorf("answered with %v", got)
		}
		if code := host.closedWith(); code != wire.CloseUnavailable {
			t.Errorf("the host's is closed with %d", code)
		}
	})
	t.Run("keeps who comes meanwhile at the door", func(t *testing.T) {
		h := h.in(t)
		g := h.knock(s.ID, holding(token("anna")))
		g.say(wire.Hello{T: wire.THello, Role: session.Participant, Client: "tab-of-anna"})
		if code := g.closedWith(); code != wire.CloseUnavailable || len(g.nameless) != 1 || g.nameless[0] != *unavailable {
			t.Errorf("closed with %d, told %s", code, g.heard)
		}
	})
	t.Run("takes the same command when it is back", func(t *testing.T) {
		h := h.in(t)
		log.Fail(nil)
		again := h.phoneAgain(s, "anna")
		again.repeat(1, "add_card", session.AddCard{ID: "k1", Text: "Moed"})
		again.await("an ack", func() bool { return len(again.answers[1]) > 0 })
		if again.answers[1][0] != nil || len(again.own().Cards) != 1 {
			t.Errorf("%v, %+v", again.answers[1][0], again.own())
		}
	})
}

func TestStopping(t *testing.T) {
	t.Run("finishes what is being stored, then sends everybody home with 1012, also who has not said hello", func(t *testing.T) {
		log := &announcing{Memory: logtest.NewMemory(), begun: make(chan struct{}, 100)}
		h := open(t, change{log: log})
		s := h.start()
		host, anna := h.host(s), h.phone(s, "anna")
		host.do(session.OpenActivity{Activity: write})
		silent := h.knock(s.ID, holding(token("berta")))

		for len(log.begun) > 0 {
			<-log.begun
		}
		release := log.Stall()
		anna.repeat(1, "add_card", session.AddCard{ID: "k1", Text: "Moed"})
		<-log.begun
		stopped := make(chan struct{})
		began := time.Now()
		go func() { defer close(stopped); h.stop() }()
		if code := silent.closedWith(); code != websocket.CloseServiceRestart || !isHint(silent.why) {
			t.Errorf("who was silent is closed with %d, %q", code, silent.why)
		}
		refused := session.Problem{Code: session.Unavailable, Reason: session.ServerStopping, Retry: true}
		a := h.browser().get("/readyz")
		a.refuses(503, refused)
		if after := a.header.Get("Retry-After"); after != "0" && after != "1" {
			t.Errorf("should come back after %q seconds", after)
		}
		if conn, reply, _ := h.dial(s.ID, nil); conn != nil || reply == nil || reply.StatusCode != 503 {
			t.Errorf("a socket is answered with %v", reply)
		}
		release()
		for _, g := range []*guest{anna, host} {
			if code := g.closedWith(); code != websocket.CloseServiceRestart || !isHint(g.why) {
				t.Errorf("%s is closed with %d, %q", g.welcome.Role, code, g.why)
			}
		}
		<-stopped
		if took := time.Since(began); took > standardWaits.drain {
			t.Errorf("stopping took %v", took)
		}
		var stored int
		for _, batch := range log.Batches(s.ID) {
			stored += strings.Count(string(batch.Bytes), "card_added")
		}
		if got := anna.answers[1]; stored != 1 || len(got) != 1 || got[0] != nil {
			t.Errorf("stored %d times, answered with %v", stored, got)
		}
	})
	t.Run("does not wait for who never takes a message", func(t *testing.T) {
		lines := newLines()
		h := open(t, change{server: func(s *Server) { s.waits.drain = 300 * time.Millisecond }, listen: lines.over})
		s := h.start()
		host, deaf := h.host(s), h.screen(s)
		lines.fill(deaf)
		host.do(session.OpenActivity{Activity: write})
		<-lines.stuck
		began := time.Now()
		h.stop()
		if took := time.Since(began); took > standardWaits.write/2 {
			t.Errorf("stopping took %v", took)
		}
	})
}

// announcing is a log that says when an append has begun.
type announcing struct {
	*logtest.Memory
	begun chan struct{}
}

func (a *announcing) Append(ctx context.Context, id string, after session.Mark, last uint64, batch []byte) error {
	a.begun <- struct{}{}
	return a.Memory.Append(ctx, id, after, last, batch)
}

func TestWhoDoesNotRead(t *testing.T) {
	t.Run("is let go, and holds up nobody", func(t *testing.T) {
		lines := newLines()
		h := open(t, change{server: func(s *Server) { s.waits.write = 300 * time.Millisecond }, listen: lines.over})
		s := h.start()
		host, screen, deaf := h.host(s), h.screen(s), h.screen(s)
		lines.fill(deaf)
		host.do(session.OpenActivity{Activity: write})
		<-lines.stuck
		began := time.Now()
		host.do(session.ExtendTimer{Seconds: 60})
		screen.await("the time", func() bool { return strings.Contains(string(screen.items["timer"]), `"total":480000`) })
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("the others waited %v", took)
		}
		host.until("it is let go", func() bool { return h.server.sockets.count() == 2 })
		if code := deaf.closedWith(); code != websocket.CloseAbnormalClosure {
			t.Errorf("was told %d through a line that was full", code)
		}
	})
	t.Run("and says nothing, is sent away with 4002", func(t *testing.T) {
		h := open(t, change{server: func(s *Server) { s.waits.silence, s.waits.ping = 200*time.Millisecond, time.Hour }})
		g := h.phone(h.start(), "anna")
		if code := g.closedWith(); code != wire.CloseTooSlow {
			t.Errorf("closed with %d", code)
		}
	})
	t.Run("but answers pings, may stay", func(t *testing.T) {
		h := open(t, change{server: func(s *Server) { s.waits.silence, s.waits.ping = 400*time.Millisecond, 50*time.Millisecond }})
		g := h.phone(h.start(), "anna")
		for range 16 { // twice the time of silence
			<-g.pings
		}
		g.lives()
	})
}

func TestManyAtOnce(t *testing.T) {
	t.Run("a phone that sends 1,000 commands a second slows only itself, and loses none that was acknowledged", func(t *testing.T) {
		h := open(t)
		s := h.start()
		host := h.host(s)
		host.do(session.OpenActivity{Activity: write})
		greedy, anna := h.phone(s, "greedy"), h.phone(s, "anna")
		greedy.do(session.AddCard{ID: "g1", Text: "1"})
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			every := time.NewTicker(time.Millisecond)
			defer every.Stop()
			for n := uint64(2); ; n++ {
				message := fmt.Sprintf(`{"t":"do","n":%d,"type":"edit_card","data":{"id":"g1","text":"%d"}}`, n, n)
				if greedy.conn.WriteMessage(websocket.TextMessage, []byte(message)) != nil {
					return
				}
				<-every.C
			}
		}()
		began := time.Now()
		greedy.await("its first hundred", func() bool { return len(greedy.answers) >= 90 })
		asked := time.Now()
		for i := range 4 {
			anna.do(session.AddCard{ID: fmt.Sprint("a", i), Text: fmt.Sprint("kaart ", i)})
		}
		if took := time.Since(asked); took > 5*time.Second {
			t.Errorf("somebody else waited %v for four commands", took)
		}
		greedy.await("as many as it may", func() bool { return len(greedy.answers) >= paces[session.Participant].burst+10 })
		done := uint64(len(greedy.answers))
		pace := paces[session.Participant]
		if most := pace.burst + pace.perSecond*int(1+time.Since(began)/time.Second) + inFlight; int(done) > most { //nolint:gosec // small
			t.Errorf("%d of its commands were done, where %d may be", done, most)
		}
		greedy.leave()
		<-ended
		for n := uint64(1); n <= done; n++ {
			if got := greedy.answers[n]; len(got) != 1 || got[0] != nil {
				t.Fatalf("command %d was answered with %v", n, got)
			}
		}
		again := h.phone(s, "greedy")
		if text := again.own().Cards[0].Text; again.welcome.LastN < done || text != fmt.Sprint(again.welcome.LastN) {
			t.Errorf("%d were acknowledged, %d are kept, and the card says %s", done, again.welcome.LastN, text)
		}
	})
	t.Run("a phone that asks and never reads has no more waiting for it than it may send", func(t *testing.T) {
		lines := newLines()
		h := open(t, change{server: func(s *Server) { s.waits.write = 500 * time.Millisecond }, listen: lines.over})
		s := h.start()
		host := h.host(s)
		host.do(session.OpenActivity{Activity: write})
		deaf, anna := h.phone(s, "deaf"), h.phone(s, "anna")
		deaf.do(session.AddCard{ID: "d1", Text: "0"})
		lines.fill(deaf)
		go func() {
			for n := uint64(2); ; n++ {
				message := fmt.Sprintf(`{"t":"do","n":%d,"type":"edit_card","data":{"id":"d1","text":"%d"}}`, n, n)
				if deaf.conn.WriteMessage(websocket.TextMessage, []byte(message)) != nil || deaf.conn.WriteMessage(websocket.TextMessage, []byte(`{"t":"ping"}`)) != nil {
					return
				}
			}
		}()
		<-lines.stuck
		most := 0
		anna.until("it is let go", func() bool {
			waiting, there := h.server.sockets.waitingFor(deaf.conn.LocalAddr().String())
			most = max(most, waiting)
			return !there
		})
		if limit := paces[session.Participant].burst + 2*paces[session.Participant].perSecond; most == 0 || most > limit {
			t.Errorf("%d messages waited for it, where %d may", most, limit)
		}
		anna.do(session.AddCard{ID: "a1", Text: "Moed"})
	})

	// Fiber takes a socket's memory back when its handler returns; a server that still wrote to it then wrote to whoever had
	// got that memory next. Every message here says whom it is for.
	t.Run("messages never reach the wrong person, however fast people come and go", func(t *testing.T) {
		h := open(t)
		s := h.start()
		host := h.host(s)
		host.do(session.OpenActivity{Activity: write})
		const people, times = 24, 12
		var all sync.WaitGroup
		for p := range people {
			all.Go(func() {
				name := fmt.Sprintf("person%02d", p)
				for i := range times {
					comeAndGo(h, s, name, i)
				}
			})
		}
		for i := range 50 { // so that there is always something being written to everybody
			host.do(session.ExtendTimer{Seconds: 1 + i})
		}
		all.Wait()
		host.sees("people", fmt.Sprintf(`{"joined":%d}`, people))
	})
}

// waitingFor counts the local answers that wait for the writer of a connection, and tells whether it is there.
func (s *sockets) waitingFor(peer string) (waiting int, there bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for socket, c := range s.open {
		if socket.RemoteAddr().String() != peer || c == nil {
			continue
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		return len(c.local) + len(c.free), true
	}
	return 0, false
}

// comeAndGo connects, does something that only this person can have done, checks that all it hears is its own, and drops
// the line in the middle of what is being said.
func comeAndGo(h *house, s wire.SessionCreated, name string, visit int) {
	conn, _, err := h.dial(s.ID, holding(token(name)))
	if err != nil {
		h.t.Errorf("dial: %v", err)
		return
	}
	defer conn.Close()
	client := fmt.Sprintf("tab-of-%s", name)
	_ = conn.WriteJSON(wire.Hello{T: wire.THello, Role: session.Participant, Client: client})
	_ = conn.SetReadDeadline(time.Now().Add(patience))
	for {
		_, message, err := conn.ReadMessage()
		if err != nil {
			h.t.Errorf("%s, visit %d: %v", name, visit, err)
			return
		}
		heard := string(message)
		for _, rest := range strings.Split(heard, "mark-of-")[1:] {
			if !strings.HasPrefix(rest, name) {
				h.t.Errorf("%s was told %s", name, heard)
			}
		}
		switch {
		case strings.HasPrefix(heard, `{"t":"welcome"`):
			if !strings.Contains(heard, fmt.Sprintf(`"lastN":%d,`, visit)) {
				h.t.Errorf("%s, visit %d, was welcomed with %s", name, visit, heard)
			}
			do := `{"t":"do","n":%d,"type":"edit_card","data":{"id":"%[2]s","text":"mark-of-%[2]s %[1]d"}}`
			if visit == 0 {
				do = `{"t":"do","n":%d,"type":"add_card","data":{"id":"%[2]s","text":"mark-of-%[2]s"}}`
			}
			_ = conn.WriteMessage(websocket.TextMessage, fmt.Appendf(nil, do, visit+1, name))
		case strings.HasPrefix(heard, `{"t":"ack"`):
			if want := fmt.Sprintf(`{"t":"ack","n":%d`, visit+1); !strings.HasPrefix(heard, want) || !strings.ContainsAny(heard[len(want):len(want)+1], ",}") {
				h.t.Errorf("%s was told %s, want %s", name, heard, want)
			}
			if visit%3 == 0 {
				_ = conn.NetConn().(*net.TCPConn).SetLinger(0) // some vanish, some hang up
			}
			return
		}
	}
}
