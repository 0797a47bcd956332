package main

import (
	"bytes"
	"fmt"
	"strconv"
	"sync"
	"time"

	"github.com/fasthttp/websocket"
)

// The limits of the server.
const (
	messageLimit  = 256 << 10
	writePatience = 10 * time.Second
	silence       = 45 * time.Second
)

// A conn is one connection: its reader hands over acknowledgements, the room hands over the latest message.
type conn struct {
	wake chan struct{} // room for one

	mu      sync.Mutex
	answers [][]byte
	latest  *websocket.PreparedMessage
}

// serve reads until the socket ends, and returns when its writer has ended too.
func (r *room) serve(socket *websocket.Conn) {
	c := &conn{wake: make(chan struct{}, 1)}
	r.mu.Lock()
	r.conns[c] = struct{}{}
	first, err := frame(r.rev+1, `{"done":0,"of":0}`)
	r.mu.Unlock()
	gone := make(chan struct{})
	written := make(chan struct{})
	go func() { defer close(written); c.write(socket, gone) }()
	defer func() {
		r.mu.Lock()
		delete(r.conns, c)
		r.mu.Unlock()
		close(gone)
		<-written
	}()
	if err != nil {
		return
	}
	socket.SetReadLimit(messageLimit)
	for {
		if socket.SetReadDeadline(time.Now().Add(silence)) != nil {
			return
		}
		_, message, err := socket.ReadMessage()
		if err != nil {
			return
		}
		switch {
		case bytes.HasPrefix(message, []byte(`{"t":"hello"`)):
			c.say([]byte(`{"t":"welcome","role":"participant","at":0,"lastN":0,"links":{"join":"","site":""}}`))
			c.say([]byte(`{"t":"me","me":null}`))
			c.hand(first)
		case bytes.HasPrefix(message, []byte(`{"t":"ping"`)):
			c.say([]byte(`{"t":"pong","at":0}`))
		default:
			c.say(fmt.Appendf(nil, `{"t":"ack","n":%d}`, number(message)))
			r.hears()
		}
	}
}

// number finds the number of a command.
func number(message []byte) uint64 {
	_, after, _ := bytes.Cut(message, []byte(`"n":`))
	end := 0
	for end < len(after) && after[end] >= '0' && after[end] <= '9' {
		end++
	}
	n, _ := strconv.ParseUint(string(after[:end]), 10, 64) // 0 when there is none
	return n
}

func (c *conn) say(answer []byte) {
	c.mu.Lock()
	c.answers = append(c.answers, answer)
	c.mu.Unlock()
	c.poke()
}

func (c *conn) hand(latest *websocket.PreparedMessage) {
	c.mu.Lock()
	c.latest = latest
	c.mu.Unlock()
	c.poke()
}

func (c *conn) poke() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

func (c *conn) write(socket *websocket.Conn, gone <-chan struct{}) {
	defer socket.Close()
	for {
		select {
		case <-gone:
			return
		case <-c.wake:
		}
		c.mu.Lock()
		answers, latest := c.answers, c.latest
		c.answers, c.latest = nil, nil
		c.mu.Unlock()
		for _, answer := range answers {
			_ = socket.SetWriteDeadline(time.Now().Add(writePatience))
			if socket.WriteMessage(websocket.TextMessage, answer) != nil {
				return
			}
		}
		if latest != nil {
			_ = socket.SetWriteDeadline(time.Now().Add(writePatience))
			if socket.WritePreparedMessage(latest) != nil {
				return
			}
		}
	}
}
