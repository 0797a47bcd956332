package visitor

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
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

	Raw   []byte      `json:"-"` // as it came; not to be kept, unless it is a frame's
	Now   time.Time   `json:"-"` // when it came
	Frame *Frame      `json:"-"` // of a frame: shared by all who were sent the same bytes
	Own   *session.Me `json:"-"` // of a me
}

// kindOf reads the kind of a message without reading the rest; the server writes it first.
func kindOf(raw []byte) string {
	rest, ok := bytes.CutPrefix(raw, []byte(`{"t":"`))
	if !ok {
		return ""
	}
	for _, kind := range kinds {
		if after, is := bytes.CutPrefix(rest, []byte(kind)); is && len(after) > 0 && after[0] == '"' {
			return kind
		}
	}
	return ""
}

var kinds = []string{wire.TFrame, wire.TAck, wire.TMe, wire.TPong}

// plainAck reads `{"t":"ack","n":17}`, and nothing else: most of what a voting phone hears.
func plainAck(raw []byte) (n uint64, ok bool) {
	digits, ok := bytes.CutPrefix(raw, []byte(`{"t":"ack","n":`))
	if !ok || len(digits) < 2 || digits[len(digits)-1] != '}' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(digits[:len(digits)-1]), 10, 64)
	return n, err == nil
}

// Read reads a message. readFrame reads one that is a frame.
func Read(raw []byte, readFrame func(raw []byte) (*Frame, error)) (Message, error) {
	m := Message{Raw: raw, Now: time.Now()}
	switch m.T = kindOf(raw); m.T {
	case wire.TPong:
		return m, nil
	case wire.TAck:
		if n, ok := plainAck(raw); ok {
			m.N = n
			return m, nil
		}
	case wire.TFrame:
		f, err := readFrame(raw)
		if err != nil {
			return m, err
		}
		m.Raw, m.Frame = f.Raw, f
		m.Mark, m.Rev, m.Since, m.Set, m.Drop = f.Mark, f.Rev, f.Since, f.Set, f.Drop
		return m, nil
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		return m, err
	}
	if m.Me != nil {
		if err := json.Unmarshal(m.Me, &m.Own); err != nil {
			return m, err
		}
	}
	return m, nil
}

// understand reads a message. Thousands of phones are sent the same frames: each is read once and shared.
func (v *Visitor) understand(raw []byte) (Message, error) {
	if v.o.Role == session.Participant {
		return Read(raw, v.o.Site.frames.read)
	}
	return Read(raw, ReadFrame)
}

// receive takes one message into the state and shows it to the watcher.
func (v *Visitor) receive(l *line, raw []byte) error {
	m, err := v.understand(raw)
	if err != nil {
		return fmt.Errorf("not the protocol: %w", err)
	}
	if v.o.Watch != nil {
		v.o.Watch(m)
	}
	v.mu.Lock()
	err = v.take(l, m)
	next := v.next(l)
	v.mu.Unlock()
	if err == nil && next != nil {
		err = l.send(next)
	}
	return err
}

// take brings the state up to date. v.mu is held.
func (v *Visitor) take(l *line, m Message) error {
	v.traffic.Messages++
	v.traffic.Bytes += len(m.Raw)
	if m.Me != nil {
		v.view.Me = m.Own
	}
	switch m.T {
	case wire.TWelcome:
		l.ready = true
		v.traffic.Lines++
		v.view.Welcome = wire.Welcome{T: m.T, Role: m.Role, At: m.At, LastN: m.LastN, Links: m.Links, Known: m.Known}
		v.outbox.done(m.LastN, m.Now)
	case wire.TFrame:
		if !v.view.take(m.Frame) {
			err := fmt.Errorf("a frame since revision %d came on top of revision %d", m.Since, v.view.Rev)
			v.view.Mark, v.view.Rev = "", 0 // come back and ask for everything
			return err
		}
	case wire.TAck:
		v.outbox.done(m.N, m.Now)
	case wire.TProblem:
		v.refused(l, m)
	}
	v.absence.heard(v.o.Role, l, m)
	v.tell()
	return nil
}

// refused takes a no; one that may become a yes is asked again after a moment. v.mu is held.
func (v *Visitor) refused(l *line, m Message) {
	if m.N == 0 {
		return // about the connection: what follows is its end
	}
	if !m.Problem.Retry {
		v.outbox.refused(m.N, m.Problem)
		return
	}
	time.AfterFunc(backoff(0), func() {
		v.mu.Lock()
		if v.line == l { // else the new connection repeats it anyway
			v.outbox.underWay = false
		}
		v.mu.Unlock()
		v.push()
	})
}
