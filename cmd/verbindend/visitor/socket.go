package visitor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/web/wire"
)

// How a socket is held: the same times as a phone's.
const (
	dialPatience  = 10 * time.Second
	writePatience = 5 * time.Second
	pingEvery     = 15 * time.Second
	deadAfter     = 25 * time.Second
	rearmAfter    = 5 * time.Second // a deadline is not moved at each message
)

var dialer = websocket.Dialer{
	HandshakeTimeout: dialPatience,
	ReadBufferSize:   1024,
	WriteBufferSize:  1024,
	WriteBufferPool:  &sync.Pool{},
}

// openSocket connects and says hello. read stays until the line breaks.
func (v *Visitor) openSocket(ctx context.Context) (l *line, read func() error, err error) {
	header := http.Header{}
	if v.o.Cookie != "" {
		header.Set("Cookie", v.o.Cookie)
	}
	conn, reply, err := dialer.DialContext(ctx, v.site().socketURL(v.o.Session), header)
	if reply != nil {
		_ = reply.Body.Close()
	}
	if err != nil {
		if reply != nil && reply.StatusCode >= 400 && reply.StatusCode < 500 && reply.StatusCode != http.StatusTooManyRequests {
			return nil, nil, fmt.Errorf("%w: the socket answered %s", ErrSentAway, reply.Status)
		}
		return nil, nil, err
	}
	l = &line{cut: func() { _ = conn.NetConn().Close() }, say: func(message []byte) error {
		if err := conn.SetWriteDeadline(time.Now().Add(writePatience)); err != nil {
			return err
		}
		return conn.WriteMessage(websocket.TextMessage, message)
	}}
	hello, err := json.Marshal(v.begins(l))
	if err != nil {
		return nil, nil, errors.Join(err, conn.Close())
	}
	return l, func() error {
		defer conn.Close()
		defer context.AfterFunc(ctx, func() {
			bye := websocket.FormatCloseMessage(websocket.CloseNormalClosure, "")
			_ = conn.WriteControl(websocket.CloseMessage, bye, time.Now().Add(time.Second))
			l.cut()
		})()
		defer l.ping()()
		if err := l.send(hello); err != nil {
			return err
		}
		return parting(v.read(l, conn))
	}, nil
}

// ping shows now and then that somebody is there, until stop is called.
func (l *line) ping() (stop func()) {
	var mu sync.Mutex
	var timer *time.Timer
	mu.Lock()
	defer mu.Unlock()
	timer = time.AfterFunc(pingEvery, func() {
		if l.send([]byte(`{"t":"ping"}`)) == nil {
			mu.Lock()
			defer mu.Unlock()
			timer.Reset(pingEvery)
		}
	})
	return func() { timer.Stop() }
}

// read takes messages until the socket breaks.
func (v *Visitor) read(l *line, conn *websocket.Conn) error {
	var armed time.Time
	for {
		if now := time.Now(); now.Sub(armed) > rearmAfter {
			armed = now
			if err := conn.SetReadDeadline(now.Add(deadAfter)); err != nil {
				return err
			}
		}
		_, message, err := conn.NextReader()
		if err == nil {
			err = v.hear(l, message)
		}
		if err != nil {
			return err
		}
	}
}

// lent lends the bytes of a message for as long as it is being taken in.
var lent = sync.Pool{New: func() any { return new([]byte) }}

func (v *Visitor) hear(l *line, message io.Reader) error {
	room, _ := lent.Get().(*[]byte)
	defer lent.Put(room)
	raw := (*room)[:0]
	for {
		if len(raw) == cap(raw) {
			raw = append(raw, make([]byte, max(512, cap(raw)))...)[:len(raw)]
		}
		n, err := message.Read(raw[len(raw):cap(raw)])
		raw = raw[:len(raw)+n]
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	*room = raw
	return v.receive(l, raw)
}

// parting reads what the server said at the end of a socket: not to come back, or when.
func parting(err error) error {
	var closed *websocket.CloseError
	if !errors.As(err, &closed) {
		return err
	}
	if closed.Code >= wire.CloseMalformed && closed.Code < 5000 {
		return fmt.Errorf("%w: close code %d", ErrSentAway, closed.Code)
	}
	if hint, is := strings.CutPrefix(closed.Text, "retry="); is {
		if ms, e := strconv.Atoi(hint); e == nil && ms >= 0 {
			return &asked{wait: min(time.Duration(ms)*time.Millisecond, longWait), cause: err}
		}
	}
	return err
}
