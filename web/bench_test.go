package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/fasthttp/websocket"
	"github.com/valyala/fasthttp"

	"verbindend/session"
	"verbindend/session/boltlog"
	"verbindend/web/wire"
)

// BenchmarkAck takes the time from a phone's command to its acknowledgement, one after the other, over a real socket and with
// every command durable in a file. Beside it, in the same run, stands what this machine cannot do without: one message
// there and back over a socket of the same library, and one small write that is flushed to the disk. The metric
// "bare" is how many times that a command takes.
func BenchmarkAck(b *testing.B) {
	phone := writingPhone(b)
	echo := echoSocket(b)
	file, err := os.Create(filepath.Join(b.TempDir(), "bare"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	var bare time.Duration
	n := uint64(1)
	for b.Loop() {
		n++
		// Another text each time: a command that changes nothing would not be written.
		phone.say(b, wire.Do{T: wire.TDo, N: n, Type: "edit_card", Data: encodedFields(b, session.EditCard{ID: "k1", Text: fmt.Sprint("waarde ", n)})})
		phone.hear(b, wire.TAck)

		b.StopTimer()
		began := time.Now()
		echo.say(b, wire.Ping{T: wire.TPing})
		echo.hear(b, wire.TPing)
		if _, err := file.WriteString("waarde"); err != nil {
			b.Fatal(err)
		}
		if err := file.Sync(); err != nil {
			b.Fatal(err)
		}
		bare += time.Since(began)
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(bare), "bare")
}

// wireLine is one socket of the benchmark.
type wireLine struct{ *websocket.Conn }

func (l wireLine) say(b *testing.B, message any) {
	b.Helper()
	if err := l.WriteJSON(message); err != nil {
		b.Fatal(err)
	}
}

// hear reads until a message of a kind.
func (l wireLine) hear(b *testing.B, kind string) {
	b.Helper()
	for {
		var message struct {
			T       string          `json:"t"`
			Problem session.Problem `json:"problem"`
		}
		if err := l.ReadJSON(&message); err != nil {
			b.Fatal(err)
		}
		switch message.T {
		case kind:
			return
		case wire.TProblem:
			b.Fatalf("refused: %v", &message.Problem)
		}
	}
}

func encodedFields(b *testing.B, command any) json.RawMessage {
	b.Helper()
	encoded, err := json.Marshal(command)
	if err != nil {
		b.Fatal(err)
	}
	return encoded
}

// writingPhone gives the socket of a phone that has laid down one card, on a server with its sessions in a file.
func writingPhone(b *testing.B) wireLine {
	b.Helper()
	usual := paces[session.Participant]
	unbounded := usual
	unbounded.burst = math.MaxInt // the pace of people is not what is measured
	paces[session.Participant] = unbounded
	b.Cleanup(func() { paces[session.Participant] = usual })
	log, err := boltlog.Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := log.Close(); err != nil {
			b.Error(err)
		}
	})
	running := serving(b, log)
	address, secret, id := running.address, running.secret, running.starts()
	to := "ws://" + address + "/api/sessions/" + id + "/socket"
	host := dialLine(b, to, nil)
	host.say(b, wire.Hello{T: wire.THello, Role: session.Host, Key: derive(secret, "host/"+id), Client: "bench-host"})
	host.say(b, wire.Do{T: wire.TDo, N: 1, Type: "open_activity", Data: encodedFields(b, session.OpenActivity{Activity: "a2"})})
	host.hear(b, wire.TAck)
	phone := dialLine(b, to, http.Header{"Cookie": {personCookie + "=benchbenchbenchbenchbenchbench"}})
	phone.say(b, wire.Hello{T: wire.THello, Role: session.Participant, Client: "bench-phone"})
	phone.say(b, wire.Do{T: wire.TDo, N: 1, Type: "add_card", Data: encodedFields(b, session.AddCard{ID: "k1", Text: "waarde"})})
	phone.hear(b, wire.TAck)
	return phone
}

// echoSocket gives a socket whose server sends back what it gets and does nothing else.
func echoSocket(b *testing.B) wireLine {
	b.Helper()
	upgrader := websocket.FastHTTPUpgrader{}
	server := fasthttp.Server{Handler: func(c *fasthttp.RequestCtx) {
		_ = upgrader.Upgrade(c, func(socket *websocket.Conn) {
			for {
				kind, message, err := socket.ReadMessage()
				if err != nil || socket.WriteMessage(kind, bytes.Clone(message)) != nil {
					return
				}
			}
		})
	}}
	listener := listen(b)
	go func() { _ = server.Serve(listener) }()
	b.Cleanup(func() { _ = server.Shutdown() })
	return dialLine(b, "ws://"+listener.Addr().String(), nil)
}

func listen(b *testing.B) net.Listener {
	b.Helper()
	listener, err := (&net.ListenConfig{}).Listen(b.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	return listener
}

func dialLine(b *testing.B, to string, head http.Header) wireLine {
	b.Helper()
	conn, response, err := websocket.DefaultDialer.DialContext(b.Context(), to, head)
	if err != nil {
		b.Fatal(err)
	}
	if response.Body != nil {
		_ = response.Body.Close()
	}
	b.Cleanup(func() { _ = conn.Close() })
	return wireLine{conn}
}
