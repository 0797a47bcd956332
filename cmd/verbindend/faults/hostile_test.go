package faults

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/faults/workshop"
	"verbindend/cmd/verbindend/history"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/web/wire"
)

// A stranger is a phone that does not keep to what the app does.
type stranger struct {
	t    *testing.T
	conn *websocket.Conn
	tab  *history.Tab
}

const strangersNumber = 777

// intrude joins a session as a phone of its own and says hello.
func intrude(t *testing.T, server *rig.Server, site *visitor.Site, w *workshop.Workshop) *stranger {
	t.Helper()
	entrance, err := site.Join(t.Context(), w.Created.Pin)
	if err != nil {
		t.Fatal(err)
	}
	dialer := websocket.Dialer{HandshakeTimeout: 10 * time.Second, NetDial: func(network, addr string) (net.Conn, error) {
		conn, err := net.DialTimeout(network, addr, 10*time.Second)
		if tcp, ok := conn.(*net.TCPConn); ok {
			_ = tcp.SetReadBuffer(4096) // what it does not read fills up soon
		}
		return conn, err
	}}
	conn, res, err := dialer.DialContext(t.Context(), "ws://"+server.Addr()+"/api/sessions/"+w.Created.ID+"/socket", http.Header{"Cookie": {entrance.Cookie}})
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	t.Cleanup(func() { _ = conn.Close() })
	s := &stranger{t: t, conn: conn, tab: w.History.Tab(session.Participant, "tab-of-a-stranger", strangersNumber)}
	s.say(wire.Hello{T: wire.THello, Role: session.Participant, Client: s.tab.Client})
	return s
}

func (s *stranger) say(message any) {
	s.t.Helper()
	if err := s.conn.WriteJSON(message); err != nil {
		s.t.Fatal(err)
	}
}

// do sends a command without waiting for anything; false when the line has ended.
func (s *stranger) do(c session.Command) (*history.Call, bool) {
	s.t.Helper()
	encoded, err := json.Marshal(c)
	if err != nil {
		s.t.Fatal(err)
	}
	call := s.tab.Invoke(c)
	_ = s.conn.SetWriteDeadline(time.Now().Add(10 * time.Second))
	return call, s.conn.WriteJSON(wire.Do{T: wire.TDo, N: call.N, Type: session.CommandType(c), Data: encoded}) == nil
}

func TestHostilePhones(t *testing.T) {
	t.Run("one sends a thousand commands a second: the others' answers come as before, and of its own nothing acknowledged is lost", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		server := rig.Serve(t, "--data", dir)
		at := sites(t, server.URL())
		company := workshop.Gather(t, 1, workshop.Options{Sites: at, Phones: 4, Seed: 13})
		w := company.Workshops()[0]
		company.Write()
		s := intrude(t, server, at[0], w)
		done := s.flood(1000, 3*time.Second)
		if done < 50 {
			t.Errorf("only %d of its commands were done", done)
		}
		worst := slowest(w.History.Answered())
		if worst > 5*time.Second {
			t.Errorf("somebody waited %v for an answer", worst)
		}
		company.Cluster()
		company.Vote()
		time.Sleep(300 * time.Millisecond)
		company.Settle()
		company.Reveal()
		company.Judge(history.Rules{}, inDirectory(dir, server))
	})
	t.Run("one never reads what it is sent: the others do not notice", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		server := rig.Serve(t, "--data", dir)
		at := sites(t, server.URL())
		company := workshop.Gather(t, 1, workshop.Options{Sites: at, Phones: 4, Seed: 14})
		w := company.Workshops()[0]
		company.Write()
		s := intrude(t, server, at[0], w)
		_, open := s.do(session.AddCard{ID: "k", Text: history.Text(strangersNumber, 0)})
		for n := 1; open && n < 100; n++ { // each is answered with the whole own part
			_, open = s.do(session.EditCard{ID: "k", Text: history.Text(strangersNumber, n) + strings.Repeat("x", 70)})
		}
		time.Sleep(time.Second)
		company.Cluster()
		time.Sleep(500 * time.Millisecond)
		company.Vote()
		time.Sleep(time.Second)
		company.Settle()
		if worst := slowest(w.History.Answered()); worst > 5*time.Second {
			t.Errorf("somebody waited %v for an answer", worst)
		}
		company.Reveal()
		company.Judge(history.Rules{}, inDirectory(dir, server))
	})
}

// flood edits one card as fast as the line takes it, reads the answers, and breaks off.
func (s *stranger) flood(perSecond int, d time.Duration) (done int) {
	s.t.Helper()
	var mu sync.Mutex
	calls := map[uint64]*history.Call{}
	var reading sync.WaitGroup
	reading.Go(func() {
		for {
			_, message, err := s.conn.ReadMessage()
			if err != nil {
				return
			}
			var m visitor.Message
			if json.Unmarshal(message, &m) != nil {
				return
			}
			s.tab.Watch(message)
			if m.T != wire.TAck && (m.T != wire.TProblem || m.N == 0) {
				continue
			}
			mu.Lock()
			call := calls[m.N]
			mu.Unlock()
			if m.T == wire.TAck {
				call.OK(time.Now())
				done++
			} else {
				call.Refuse(time.Now(), &m.Problem)
			}
		}
	})
	send := func(c session.Command) bool {
		mu.Lock() // the answer cannot come before the call is written down
		defer mu.Unlock()
		call, open := s.do(c)
		calls[call.N] = call
		return open
	}
	open := send(session.AddCard{ID: fmt.Sprint("k", strangersNumber), Text: history.Text(strangersNumber, 0)})
	begun := time.Now()
	for n := 1; open && time.Since(begun) < d; n++ {
		open = send(session.EditCard{ID: fmt.Sprint("k", strangersNumber), Text: history.Text(strangersNumber, n)})
		if ahead := time.Duration(n)*time.Second/time.Duration(perSecond) - time.Since(begun); ahead > 0 {
			time.Sleep(ahead)
		}
	}
	_ = s.conn.Close()
	reading.Wait()
	return done
}

func slowest(waits []time.Duration) time.Duration {
	var worst time.Duration
	for _, w := range waits {
		worst = max(worst, w)
	}
	return worst
}
