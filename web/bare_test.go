package web

import (
	"net"
	"sync"
	"testing"

	"github.com/fasthttp/websocket"
	"github.com/gofiber/fiber/v2"
	fiberws "github.com/gofiber/websocket/v2" //nolint:depguard // what ours is compared with
)

// A bare is what our server is compared with: the same libraries as they come, one goroutine that reads and one that writes for
// each socket, no state, no store, one prepared message to all.
type bare struct {
	address string

	mu   sync.Mutex
	open map[chan *websocket.PreparedMessage]struct{}
}

func bareServer(tb testing.TB) *bare {
	tb.Helper()
	listener, err := (&net.ListenConfig{}).Listen(tb.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	s := &bare{address: listener.Addr().String(), open: map[chan *websocket.PreparedMessage]struct{}{}}
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Server().KeepHijackedConns = true
	app.Get("/", fiberws.New(func(c *fiberws.Conn) { s.hold(c.Conn) }))
	go func() { _ = app.Listener(listener) }()
	tb.Cleanup(func() { _ = app.Shutdown() })
	return s
}

func (s *bare) hold(socket *websocket.Conn) {
	defer socket.Close() //nolint:errcheck // nothing is left to say
	send, ended := make(chan *websocket.PreparedMessage, 16), make(chan struct{})
	s.mu.Lock()
	s.open[send] = struct{}{}
	s.mu.Unlock()
	go func() {
		defer close(ended)
		for message := range send {
			if socket.WritePreparedMessage(message) != nil {
				return
			}
		}
	}()
	for {
		_, text, err := socket.ReadMessage()
		if err != nil {
			break
		}
		if message, err := websocket.NewPreparedMessage(websocket.TextMessage, text); err == nil {
			send <- message
		}
	}
	s.mu.Lock()
	delete(s.open, send)
	s.mu.Unlock()
	close(send)
	<-ended
}

// prepared encodes a message to all.
func prepared(tb testing.TB, text []byte) *websocket.PreparedMessage {
	tb.Helper()
	message, err := websocket.NewPreparedMessage(websocket.TextMessage, text)
	if err != nil {
		tb.Fatal(err)
	}
	return message
}

func (s *bare) broadcast(message *websocket.PreparedMessage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for send := range s.open {
		send <- message
	}
}
