package history

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"

	"verbindend/session"
	"verbindend/web/wire"
)

// A sight is one message that a tab was sent: what matters of it.
type sight struct {
	at     time.Time
	kind   string
	words  []written // of people
	result bool      // it holds the result of a vote …
	round  int       // … of this round
	room   bool      // it holds what the room chose between drafts

	mark            string // frames
	rev, since      uint64
	people, phase   int         // of frames that have them: people who joined, how far the session is; −1 without
	me              *session.Me // own parts …
	forgotten       bool        // … or that there is none any more
	answered, asked int         // own parts: what the tab had answers to when it came, and what it had asked
}

// message is everything in a message that this package looks at.
type message struct {
	T     string                     `json:"t"`
	N     uint64                     `json:"n"`
	LastN uint64                     `json:"lastN"`
	Mark  string                     `json:"mark"`
	Rev   uint64                     `json:"rev"`
	Since uint64                     `json:"since"`
	Set   map[string]json.RawMessage `json:"set"`
	Me    json.RawMessage            `json:"me"`
}

// Watch writes down a message as it came. It must be called in order, and before anything is done with the message.
func (t *Tab) Watch(raw []byte) {
	var m message
	if json.Unmarshal(raw, &m) != nil {
		return // who reads the protocol says so
	}
	s := sight{at: time.Now(), kind: m.T, mark: m.Mark, rev: m.Rev, since: m.Since, people: -1, phase: -1, words: writtenIn(raw)}
	s.frame(m.Set)
	t.h.mu.Lock()
	defer t.h.mu.Unlock()
	switch m.T {
	case wire.TWelcome:
		t.joined = true
		t.answered = max(t.answered, int(m.LastN))
	case wire.TAck:
		t.answered = max(t.answered, int(m.N))
	}
	if m.Me != nil { // it may travel with an ack, and then shows what was acknowledged
		s.own(m.Me, t.answered, len(t.calls))
	}
	t.sights = append(t.sights, s)
}

func (s *sight) frame(set map[string]json.RawMessage) {
	if raw, there := set["result"]; there {
		var result session.Result
		s.result = true
		if json.Unmarshal(raw, &result) == nil {
			s.round = result.Round
		}
	}
	for _, item := range set {
		s.room = s.room || bytes.Contains(item, []byte(`"best":`))
	}
	if raw, there := set["people"]; there {
		var people session.PeopleItem
		if json.Unmarshal(raw, &people) == nil {
			s.people = people.Joined
		}
	}
	if raw, there := set["session"]; there {
		var item session.SessionItem
		if json.Unmarshal(raw, &item) == nil {
			s.phase = slices.Index([]session.Status{session.Lobby, session.Running, session.Over}, item.Status)
		}
	}
}

func (s *sight) own(raw json.RawMessage, answered, asked int) {
	s.answered, s.asked = answered, asked
	if string(raw) == "null" {
		s.forgotten = true
		return
	}
	s.me = &session.Me{}
	if json.Unmarshal(raw, s.me) != nil {
		s.me = nil
	}
}
