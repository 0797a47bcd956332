package visitor

import (
	"encoding/json"
	"fmt"
	"time"

	"verbindend/session"
	"verbindend/web/wire"
)

// A Message is what the server sent: all kinds in one, told apart by T.
type Message struct {
	T       string                     `json:"t"`
	N       uint64                     `json:"n"`
	Problem session.Problem            `json:"problem"`
	Mark    string                     `json:"mark"`
	Rev     uint64                     `json:"rev"`
	Since   uint64                     `json:"since"`
	At      int64                      `json:"at"`
	Set     map[string]json.RawMessage `json:"set"`
	Drop    []string                   `json:"drop"`
	Me      json.RawMessage            `json:"me"`
	Role    session.Role               `json:"role"`
	LastN   uint64                     `json:"lastN"`
	Links   wire.Links                 `json:"links"`
	Known   bool                       `json:"known"`

	Raw []byte    `json:"-"` // as it came
	Now time.Time `json:"-"` // when it came
}

// receive takes one message into the state and shows it to the watcher.
func (v *Visitor) receive(l *line, raw []byte) error {
	m := Message{Raw: raw, Now: time.Now()}
	if err := json.Unmarshal(raw, &m); err != nil {
		return fmt.Errorf("not the protocol: %w", err)
	}
	if v.o.Watch != nil {
		v.o.Watch(m)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.traffic.Messages++
	v.traffic.Bytes += len(raw)
	switch m.T {
	case wire.TWelcome:
		l.ready = true
		v.traffic.Lines++
		v.view.Welcome = wire.Welcome{T: m.T, Role: m.Role, At: m.At, LastN: m.LastN, Links: m.Links, Known: m.Known}
		v.outbox.done(m.LastN, m.Now)
		v.nudge()
	case wire.TFrame:
		f := wire.Frame{T: m.T, Mark: m.Mark, Rev: m.Rev, Since: m.Since, Set: m.Set, Drop: m.Drop}
		if !v.view.take(f) {
			err := fmt.Errorf("a frame since revision %d came on top of revision %d", f.Since, v.view.Rev)
			v.view.Mark, v.view.Rev = "", 0 // come back and ask for everything
			return err
		}
	case wire.TMe:
		if err := v.view.takeMe(m.Me); err != nil {
			return err
		}
	case wire.TAck:
		if m.Me != nil {
			if err := v.view.takeMe(m.Me); err != nil {
				return err
			}
		}
		v.outbox.done(m.N, m.Now)
		v.nudge()
	case wire.TProblem:
		v.refused(m)
	}
	v.tell()
	return nil
}

// refused takes a no; one that may become a yes is asked again after a moment. v.mu is held.
func (v *Visitor) refused(m Message) {
	if m.N == 0 {
		return // about the connection: what follows is its end
	}
	if !m.Problem.Retry {
		v.outbox.refused(m.N, m.Problem)
		v.nudge()
		return
	}
	l := v.line
	time.AfterFunc(backoff(0), func() {
		v.mu.Lock()
		if v.line == l { // else the new connection repeats it anyway
			v.outbox.underWay = false
		}
		v.mu.Unlock()
		v.nudge()
	})
}
