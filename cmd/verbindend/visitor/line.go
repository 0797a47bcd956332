package visitor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/web/wire"
)

// How a line is held: the same times as a phone's.
const (
	dialPatience  = 10 * time.Second
	writePatience = 5 * time.Second
	pingEvery     = 15 * time.Second
	deadAfter     = 25 * time.Second
)

var dialer = websocket.Dialer{
	HandshakeTimeout: dialPatience,
	ReadBufferSize:   4096,
	WriteBufferSize:  1024,
	WriteBufferPool:  &sync.Pool{},
}

// A line is one connection.
type line struct {
	conn  *websocket.Conn
	ready bool // welcomed: commands may go; guarded by the visitor's mu
}

func (l *line) cut() { _ = l.conn.NetConn().Close() }

// visit connects and stays until the line breaks. It tells whether the server said welcome.
func (v *Visitor) visit(ctx context.Context) (welcomed bool, err error) {
	header := http.Header{}
	if v.o.Cookie != "" {
		header.Set("Cookie", v.o.Cookie)
	}
	conn, reply, err := dialer.DialContext(ctx, v.o.Site.socketURL(v.o.Session), header)
	if reply != nil {
		_ = reply.Body.Close()
	}
	if err != nil {
		if reply != nil && reply.StatusCode >= 400 && reply.StatusCode < 500 && reply.StatusCode != http.StatusTooManyRequests {
			return false, fmt.Errorf("%w: the socket answered %s", ErrSentAway, reply.Status)
		}
		return false, err
	}
	l := &line{conn: conn}
	defer conn.Close()
	if err := v.begin(l); err != nil {
		return false, err
	}
	ended := make(chan error, 1)
	go func() { ended <- v.read(l) }()
	err = v.write(ctx, l, ended)
	v.mu.Lock()
	welcomed = l.ready
	v.line, v.outbox.underWay = nil, false
	v.mu.Unlock()
	return welcomed, err
}

// begin says hello and what the visitor still has.
func (v *Visitor) begin(l *line) error {
	v.mu.Lock()
	hello := wire.Hello{T: wire.THello, Role: v.o.Role, Key: v.o.Key, Client: v.o.Client, Mark: v.view.Mark, Rev: v.view.Rev}
	v.line, v.outbox.underWay = l, false
	v.mu.Unlock()
	message, err := json.Marshal(hello)
	if err != nil {
		return err
	}
	return l.send(message)
}

func (l *line) send(message []byte) error {
	if err := l.conn.SetWriteDeadline(time.Now().Add(writePatience)); err != nil {
		return err
	}
	return l.conn.WriteMessage(websocket.TextMessage, message)
}

// write sends what waits until the line breaks, and waits for the reader to end.
func (v *Visitor) write(ctx context.Context, l *line, ended <-chan error) error {
	ping := time.NewTicker(pingEvery)
	defer ping.Stop()
	leave := func(err error) error {
		l.cut()
		return errors.Join(err, <-ended)
	}
	for {
		select {
		case err := <-ended:
			return err
		case <-ctx.Done():
			goodbye := websocket.FormatCloseMessage(websocket.CloseNormalClosure, "")
			_ = l.conn.WriteControl(websocket.CloseMessage, goodbye, time.Now().Add(time.Second))
			return leave(ctx.Err())
		case <-ping.C:
			if err := l.send([]byte(`{"t":"ping"}`)); err != nil {
				return leave(err)
			}
		case <-v.wake:
			if message := v.next(l); message != nil {
				if err := l.send(message); err != nil {
					return leave(err)
				}
			}
		}
	}
}

func (v *Visitor) next(l *line) []byte {
	v.mu.Lock()
	defer v.mu.Unlock()
	if !l.ready {
		return nil
	}
	return v.outbox.next()
}

// read takes messages until the line breaks.
func (v *Visitor) read(l *line) error {
	for {
		if err := l.conn.SetReadDeadline(time.Now().Add(deadAfter)); err != nil {
			return err
		}
		_, message, err := l.conn.ReadMessage()
		if err != nil {
			var closed *websocket.CloseError
			if errors.As(err, &closed) && closed.Code >= wire.CloseMalformed && closed.Code < 5000 {
				return fmt.Errorf("%w: close code %d", ErrSentAway, closed.Code)
			}
			return err
		}
		if err := v.receive(l, message); err != nil {
			return err
		}
	}
}
