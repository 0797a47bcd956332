package live

import (
	"context"
	"encoding/json"
	"time"
)

// sighting is what a server tells the others about who is connected to its room of a session.
type sighting struct {
	Version int    `json:"v"`
	Session string `json:"session"`
	From    string `json:"from"`            // the sender's crowd
	Whole   bool   `json:"whole,omitempty"` // In is everybody; otherwise In came and Out went
	In      []byte `json:"in,omitempty"`    // tickets, one after the other
	Out     []byte `json:"out,omitempty"`
	Ask     bool   `json:"ask,omitempty"` // the room has just been opened: say who is with you
}

const sightingVersion = 1

// share tells the other servers who is connected here, and hears it from them, until the server stops.
func (rs *Rooms) share(heard <-chan []byte) {
	every := time.NewTicker(tellEvery)
	defer every.Stop()
	for {
		select {
		case message, open := <-heard:
			if !open {
				return
			}
			rs.hear(message)
		case <-every.C:
			rs.tellCrowds()
		}
	}
}

// hear takes in what another server said, or this one.
func (rs *Rooms) hear(message []byte) {
	var s sighting
	if err := json.Unmarshal(message, &s); err != nil || s.Version != sightingVersion {
		return // of a version to come: who is connected there will not be counted here
	}
	rs.mu.Lock()
	r := rs.open[s.Session]
	rs.mu.Unlock()
	if r != nil && r.crowd.hear(s, time.Now()) {
		r.crowd.stir()
	}
}

// tellCrowds tells what is due of each open room.
func (rs *Rooms) tellCrowds() {
	rs.mu.Lock()
	crowds := make([]*crowd, 0, len(rs.open))
	for _, r := range rs.open {
		crowds = append(crowds, r.crowd)
	}
	rs.mu.Unlock()
	now := time.Now()
	for _, c := range crowds {
		if c.forget(now) {
			c.stir()
		}
	}
	for _, c := range crowds {
		if s, due := c.sighting(now); due && !rs.tell(s) {
			c.repeat()
			return // the others would wait as long for nothing
		}
	}
}

// greet asks the other servers who is connected to the session of a room that has just been opened; farewell says that nobody is
// connected to it any more.
func (rs *Rooms) greet(c *crowd) {
	rs.tell(sighting{Version: sightingVersion, Session: c.id, From: c.sender, Whole: true, Ask: true})
}

func (rs *Rooms) farewell(c *crowd) {
	rs.tell(sighting{Version: sightingVersion, Session: c.id, From: c.sender, Whole: true})
}

// tell sends a message. One that is lost is made good by the next whole one.
func (rs *Rooms) tell(s sighting) bool {
	if rs.neighbours == nil {
		return true
	}
	encoded, err := json.Marshal(s)
	if err != nil { // texts and bytes always encode
		return false
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(rs.ctx), tellEvery)
	defer cancel()
	return rs.neighbours.Tell(ctx, encoded) == nil
}

// sighting gives what the others have to be told now.
func (c *crowd) sighting(now time.Time) (sighting, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := sighting{Version: sightingVersion, Session: c.id, From: c.sender}
	switch {
	case c.due || len(c.here) > 0 && now.Sub(c.wholeTold) >= wholeEvery:
		s.Whole, s.In = true, join(c.here)
		c.due, c.wholeTold = false, now
	case len(c.came)+len(c.went) > 0:
		s.In, s.Out = join(c.came), join(c.went)
	default:
		return sighting{}, false
	}
	clear(c.came)
	clear(c.went)
	return s, true
}

// repeat makes the next message a whole one.
func (c *crowd) repeat() {
	c.mu.Lock()
	c.due = true
	c.mu.Unlock()
}

// hear takes in what was said, and tells whether other people are there now.
func (c *crowd) hear(s sighting, now time.Time) bool {
	if s.From == c.sender {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	before := c.there()
	c.due = c.due || s.Ask
	from := c.others[s.From]
	if from == nil {
		from = &elsewhen{tickets: map[ticket]struct{}{}}
		c.others[s.From] = from
	}
	from.heard = now
	in := split(s.In)
	if s.Whole {
		stay := make(map[ticket]struct{}, len(in))
		for _, t := range in {
			stay[t] = struct{}{}
		}
		for t := range from.tickets {
			if _, stays := stay[t]; !stays {
				c.gone(from, t)
			}
		}
	}
	for _, t := range in {
		if _, known := from.tickets[t]; !known {
			from.tickets[t] = struct{}{}
			c.add(t)
		}
	}
	for _, t := range split(s.Out) {
		c.gone(from, t)
	}
	if len(from.tickets) == 0 && s.Whole {
		delete(c.others, s.From)
	}
	return c.there() != before
}

// forget lets go of those who were connected to servers that are silent, and tells whether other people are there now.
func (c *crowd) forget(now time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	before := c.there()
	for name, from := range c.others {
		if now.Sub(from.heard) < forgetWhom {
			continue
		}
		for t := range from.tickets {
			c.gone(from, t)
		}
		delete(c.others, name)
	}
	return c.there() != before
}

// gone takes somebody out of another crowd. The caller holds the lock.
func (c *crowd) gone(from *elsewhen, t ticket) {
	if _, known := from.tickets[t]; known {
		delete(from.tickets, t)
		c.remove(t)
	}
}

func join(tickets map[ticket]struct{}) []byte {
	all := make([]byte, 0, len(tickets)*len(ticket{}))
	for t := range tickets {
		all = append(all, t[:]...)
	}
	return all
}

func split(all []byte) []ticket {
	list := make([]ticket, 0, len(all)/len(ticket{}))
	for len(all) >= len(ticket{}) {
		list = append(list, ticket(all[:len(ticket{})]))
		all = all[len(ticket{}):]
	}
	return list
}
