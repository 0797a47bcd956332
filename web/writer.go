package web

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/session/live"
	"verbindend/web/wire"
)

// write sends what there is until the socket fails, the room lets go, or ctx ends. It is the only writer.
func (c *connection) write(ctx context.Context, s *Server, hello wire.Hello) {
	mark, rev := hello.Mark, hello.Rev
	ping := time.NewTicker(c.waits.ping)
	defer ping.Stop()
	for ended := false; ; {
		c.mu.Lock()
		local := c.local
		c.local = nil
		c.mu.Unlock()
		for _, message := range local {
			if !c.send(message.kind, message.encoded) {
				return
			}
		}
		news := c.member.Take(mark, rev)
		if !c.answer(s, news.Me, news.Replies) {
			return
		}
		if news.Frame != nil {
			if !c.sendFrame(news.Frame) {
				return
			}
			mark, rev = news.Frame.Run, news.Frame.Rev
		}
		if news.Closing != live.StillOpen {
			c.close(s.goodbye(news.Closing))
			return
		}
		if ended {
			return
		}
		select {
		case <-ctx.Done():
			ended = true // the reader may have ended because the room has: once more, to say so
		case <-c.member.Wake():
		case <-c.poked:
		case <-ping.C:
			if c.socket.WriteControl(websocket.PingMessage, nil, time.Now().Add(c.waits.write)) != nil {
				return
			}
		}
	}
}

// answer sends the replies and frees their places. The own part rides on the first ack, which saves a message per vote; it
// goes alone when there is none.
func (c *connection) answer(s *Server, me []byte, replies []live.Reply) bool {
	if me != nil && !slices.ContainsFunc(replies, func(r live.Reply) bool { return r.Err == nil }) {
		if !c.sendJSON(wire.TMe, wire.MeMessage{T: wire.TMe, Me: me}) {
			return false
		}
	}
	for _, r := range replies {
		<-c.free
		if r.Err == nil {
			if !c.sendJSON(wire.TAck, wire.Ack{T: wire.TAck, N: r.N, Me: me}) {
				return false
			}
			me = nil
			continue
		}
		if !c.sendJSON(wire.TProblem, wire.Refused{T: wire.TProblem, N: r.N, Problem: asProblem(s.logger, r.Err, "command")}) {
			return false
		}
	}
	return true
}

// sendFrame sends a frame that was encoded once for everybody who needs the same.
func (c *connection) sendFrame(f *live.Frame) bool {
	shared, ok := f.Encoded(prepare).(sharedFrame)
	if !ok {
		return false
	}
	_ = c.socket.SetWriteDeadline(time.Now().Add(c.waits.write))
	return c.sent(wire.TFrame, shared.bytes, c.socket.WritePreparedMessage(shared.message))
}

// sharedFrame is a frame as all who need it get it.
type sharedFrame struct {
	message *websocket.PreparedMessage
	bytes   int
}

// sent counts a message that was to go out, and tells whether it did.
func (c *connection) sent(kind string, bytes int, err error) bool {
	if errors.Is(err, os.ErrDeadlineExceeded) {
		c.meter.Limited(SlowReader)
	}
	if err == nil {
		c.meter.Sent(kind, bytes)
	}
	return err == nil
}

func prepare(f *live.Frame) any {
	encoded, err := json.Marshal(wire.Frame{T: wire.TFrame, Mark: f.Run, Rev: f.Rev, Since: f.Since, Set: f.Set, Drop: f.Drop})
	if err != nil {
		return err
	}
	prepared, err := websocket.NewPreparedMessage(websocket.TextMessage, encoded)
	if err != nil {
		return err
	}
	return sharedFrame{prepared, len(encoded)}
}

func (c *connection) sendJSON(kind string, message any) bool {
	encoded, err := json.Marshal(message)
	if err != nil {
		c.logger.Error("encode message", "error", err)
		return false
	}
	return c.send(kind, encoded)
}

// send writes one message, with a deadline of its own: one that covered several would punish the last.
func (c *connection) send(kind string, message []byte) bool {
	_ = c.socket.SetWriteDeadline(time.Now().Add(c.waits.write))
	return c.sent(kind, len(message), c.socket.WriteMessage(websocket.TextMessage, message))
}

func (c *connection) close(code int, reason string) {
	_ = c.socket.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, reason), time.Now().Add(c.waits.write))
}
