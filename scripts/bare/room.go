package main

import (
	"fmt"
	"sync"
	"time"

	"github.com/fasthttp/websocket"
)

type rooms struct {
	coalesce time.Duration
	mu       sync.Mutex
	byName   map[string]*room
}

func newRooms(coalesce time.Duration) *rooms {
	return &rooms{coalesce: coalesce, byName: map[string]*room{}}
}

func (rs *rooms) get(name string) *room {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	r := rs.byName[name]
	if r == nil {
		r = &room{coalesce: rs.coalesce, conns: map[*conn]struct{}{}}
		rs.byName[name] = r
	}
	return r
}

// A room is everybody who is told the same.
type room struct {
	coalesce time.Duration

	mu    sync.Mutex
	conns map[*conn]struct{}
	said  int  // so far
	rev   int  // broadcasts so far
	armed bool // a broadcast will come
}

// hears counts what somebody said; everybody will know within the time of coalescing.
func (r *room) hears() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.said++
	if !r.armed {
		r.armed = true
		time.AfterFunc(r.coalesce, func() {
			r.mu.Lock()
			r.armed = false
			said := r.said
			r.mu.Unlock()
			_, _ = r.tell(fmt.Sprintf(`{"done":%d,"of":%d}`, said, said))
		})
	}
}

// tell sends an item to everybody, prepared once, and says how many that are.
func (r *room) tell(item string) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rev++
	message, err := frame(r.rev, item)
	if err != nil {
		return 0, err
	}
	for c := range r.conns {
		c.hand(message)
	}
	return len(r.conns), nil
}

// frame is a message that the simulated phones understand.
func frame(rev int, item string) (*websocket.PreparedMessage, error) {
	return websocket.NewPreparedMessage(websocket.TextMessage,
		fmt.Appendf(nil, `{"t":"frame","mark":"bare","rev":%d,"since":0,"set":{"progress":%s}}`, rev, item))
}
