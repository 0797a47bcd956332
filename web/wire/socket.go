package wire

import (
	"encoding/json"

	"verbindend/session"
)

// The kinds of message, in the field "t" of each.
const (
	THello    = "hello"
	TDo       = "do"
	TPing     = "ping"
	TWelcome  = "welcome"
	TFrame    = "frame"
	TMe       = "me"
	TPresence = "presence"
	TAck      = "ack"
	TProblem  = "problem"
	TPong     = "pong"
)

// Hello is the first message of a socket: who comes, and what they still have.
type Hello struct {
	T      string       `json:"t"`
	Role   session.Role `json:"role"`
	Key    string       `json:"key,omitempty"`  // host and screen: the key of their link; a signed-in facilitator needs none
	Client string       `json:"client"`         // names this tab, 8–40 characters of [A-Za-z0-9_-]; it numbers its commands
	Mark   string       `json:"mark,omitempty"` // of the last frame received …
	Rev    uint64       `json:"rev,omitempty"`  // … so that only the difference is sent
}

// Do asks for a command to be done. It may be sent again until it is answered: it is done once.
type Do struct {
	T    string          `json:"t"`    // may be left out in a CommandPost
	N    uint64          `json:"n"`    // 1, 2, 3 … per client, without going back
	Type string          `json:"type"` // add_card, cast_ballot …
	Data json.RawMessage `json:"data"` // the fields of that command
}

// Ping asks for a Pong, to see whether the line is alive.
type Ping struct {
	T string `json:"t"`
}

// Welcome answers Hello.
type Welcome struct {
	T     string       `json:"t"`
	Role  session.Role `json:"role"`
	At    int64        `json:"at"`              // the server's clock, Unix milliseconds
	LastN uint64       `json:"lastN"`           // the last command of this client that was done
	Links Links        `json:"links"`           // those that this role may know
	Known bool         `json:"known,omitempty"` // participant: took part before this connection
}

// Links are the ways into a session.
type Links struct {
	Join   string `json:"join"`             // for phones; what the QR code holds
	Site   string `json:"site"`             // where the pin can be typed, as people would write it
	Screen string `json:"screen,omitempty"` // host only
	Host   string `json:"host,omitempty"`   // host only: for a co-facilitator
}

// Frame brings a role's view from revision Since to Rev: Set replaces items, Drop takes them away. Since = 0 means: forget
// what you have. Mark names the history that Rev counts in: the two together mean the same on every server.
type Frame struct {
	T     string                     `json:"t"`
	Mark  string                     `json:"mark"`
	Rev   uint64                     `json:"rev"`
	Since uint64                     `json:"since"`
	Set   map[string]json.RawMessage `json:"set"`            // by key; see the items
	Drop  []string                   `json:"drop,omitempty"` // keys
}

// MeMessage brings a participant's own part where no Ack does; null when the server does not know them any more (the session is sealed).
type MeMessage struct {
	T  string          `json:"t"`
	Me json.RawMessage `json:"me"`
}

// PresenceMessage tells host and screen how many are connected now. It is no part of the view: nobody keeps it.
type PresenceMessage struct {
	T         string `json:"t"`
	Connected int    `json:"connected"`          // participants with at least one live connection, to whatever server
	Hosts     int    `json:"hosts,omitempty"`    // host only: pages from which the session is led, this one among them
	Server    int    `json:"server,omitempty"`   // host only: connections of all sessions to this server …
	Capacity  int    `json:"capacity,omitempty"` // … and how many it was measured for; both left out when that is not known
}

// Ack says that a command is done and kept. Me is what it made of the participant's own part, left out when that is as it was.
type Ack struct {
	T  string          `json:"t"`
	N  uint64          `json:"n"`
	Me json.RawMessage `json:"me,omitempty"`
}

// Refused says that a command (or, with N = 0, the connection) was refused. With Problem.Retry the same may succeed later.
type Refused struct {
	T       string          `json:"t"`
	N       uint64          `json:"n"`
	Problem session.Problem `json:"problem"`
}

// Pong answers Ping.
type Pong struct {
	T  string `json:"t"`
	At int64  `json:"at"` // the server's clock, Unix milliseconds
}

// Close codes. 4000–4499: come back, 4500–4999: do not.
const (
	CloseComeBack    = 4000 // the session was reloaded; come back at once
	CloseUnavailable = 4001 // the store does not answer; come back with patience
	CloseTooSlow     = 4002 // no sign of life
	CloseMalformed   = 4500 // not the protocol
	CloseDenied      = 4501 // wrong key or no identity
	CloseNotFound    = 4502 // no such session (any more)
)
