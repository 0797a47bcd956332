package web

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/session/live"
	"verbindend/web/wire"
)

// write sends what there is until the socket fails, the room lets go, or ctx ends. It is the only writer.
func (c *connection) write(ctx context.Context) {
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
		news := c.member.Take(c.mark, c.rev)
		if !c.answer(news.Me, news.Replies) {
			return
		}
		if news.Frame != nil {
			if !c.sendFrame(news.Frame) {
				return
			}
			c.mark, c.rev = news.Frame.Mark, news.Frame.Rev
		}
		if !c.tellPresence(news.Presence) {
			return
		}
		if news.Closing != live.StillOpen {
			c.close(c.server.goodbye(news.Closing))
			return
		}
		if c.asked.Swap(false) && c.socket.WriteControl(websocket.PingMessage, nil, c.deadline()) != nil || ended {
			return
		}
		select {
		case <-ctx.Done():
			ended = true // the reader may have ended because the room has: once more, to say so
		case <-c.member.Wake():
		case <-c.poked:
		}
	}
}

// answer sends the replies and frees their places. The own part rides on the first ack, which saves a message per vote; it
// goes alone when there is none.
func (c *connection) answer(me []byte, replies []live.Reply) bool {
	if me != nil && !slices.ContainsFunc(replies, func(r live.Reply) bool { return r.Err == nil }) {
		if !c.sendJSON(wire.TMe, wire.MeMessage{T: wire.TMe, Me: me}) {
			return false
		}
	}
	for _, r := range replies {
		<-c.free
		if r.Err != nil {
			p := asProblem(c.server.logger, r.Err, "command")
			if !c.sendJSON(wire.TProblem, wire.Refused{T: wire.TProblem, N: r.N, Problem: p}) {
				return false
			}
			continue
		}
		if !c.sendAck(r.N, me) {
			return false
		}
		me = nil
	}
	return true
}

// acks are where acks are put together: one goes out for every vote, in the same form as wire.Ack.
var acks = sync.Pool{New: func() any { return new([]byte) }}

func (c *connection) sendAck(n uint64, me []byte) bool {
	buffer := acks.Get().(*[]byte) //nolint:forcetypeassert // nothing else is in there
	defer acks.Put(buffer)
	*buffer = appendAck((*buffer)[:0], n, me)
	return c.send(wire.TAck, *buffer)
}

func appendAck(to []byte, n uint64, me []byte) []byte {
	to = append(to, `{"t":"`+wire.TAck+`","n":`...)
	to = strconv.AppendUint(to, n, 10)
	if me != nil {
		to = append(append(to, `,"me":`...), me...)
	}
	return append(to, '}')
}

// tellPresence says who is there, when that is another number than was said last; to a host also when the server's own is.
func (c *connection) tellPresence(p *live.Presence) bool {
	if p != nil {
		c.there = *p
	} else if !c.recount.Swap(false) {
		return true
	}
	message := c.server.presence(c.member.Viewer.Role, c.there)
	c.told.Store(int64(message.Server))
	return c.sendJSON(wire.TPresence, message)
}

// sendFrame sends a frame that was encoded once for everybody who needs the same.
func (c *connection) sendFrame(f *live.Frame) bool {
	shared, ok := f.Encoded(prepare).(sharedFrame)
	if !ok {
		return false
	}
	_ = c.socket.SetWriteDeadline(c.deadline())
	return c.sent(wire.TFrame, len(shared.text), c.socket.WritePreparedMessage(shared.message))
}

// sharedFrame is a frame as all who need it get it.
type sharedFrame struct {
	message *websocket.PreparedMessage
	text    []byte // the same without the socket's own words around it
}

// sent counts a message that was to go out, and tells whether it did.
func (c *connection) sent(kind string, bytes int, err error) bool {
	if errors.Is(err, os.ErrDeadlineExceeded) {
		c.server.meter.Limited(SlowReader)
	}
	if err == nil {
		c.server.meter.Sent(kind, bytes)
	}
	return err == nil
}

func prepare(f *live.Frame) any {
	encoded, err := json.Marshal(wire.Frame{T: wire.TFrame, Mark: f.Mark, Rev: f.Rev, Since: f.Since, Set: f.Set, Drop: f.Drop})
	if err != nil {
		return err
	}
	prepared, err := websocket.NewPreparedMessage(websocket.TextMessage, encoded)
	if err != nil {
		return err
	}
	return sharedFrame{prepared, encoded}
}

func (c *connection) sendJSON(kind string, message any) bool {
	encoded, err := json.Marshal(message)
	if err != nil {
		c.logger().Error("encode message", "error", err)
		return false
	}
	return c.send(kind, encoded)
}

// send writes one message, with a deadline of its own: one that covered several would punish the last.
func (c *connection) send(kind string, message []byte) bool {
	_ = c.socket.SetWriteDeadline(c.deadline())
	return c.sent(kind, len(message), c.socket.WriteMessage(websocket.TextMessage, message))
}

func (c *connection) close(code int, reason string) {
	_ = c.socket.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, reason), c.deadline())
}

// deadline is when the network must have taken what is written now.
func (c *connection) deadline() time.Time { return time.Now().Add(c.server.waits.write) }
