package wire

import (
	"encoding/json"

	"verbindend/session"
)

// SignIn is POST /api/sign-in: the facilitator's key, for a cookie.
type SignIn struct {
	Key string `json:"key"`
}

// NewSession is POST /api/sessions.
type NewSession struct {
	Title     string            `json:"title"`
	Lang      session.Lang      `json:"lang"`     // nl when empty
	Groups    []string          `json:"groups"`   // names
	Template  string            `json:"template"` // the first when empty
	Fictional bool              `json:"fictional"`
	Partners  map[string]string `json:"partners,omitempty"`  // name of a group → name of the one it is told with when it is too small
	Threshold int               `json:"threshold,omitempty"` // people under which a group is not told alone: 3–20, 5 when 0

	Steps   []session.PlannedStep `json:"steps,omitempty"`   // an agenda of one's own, instead of a template
	Minutes int                   `json:"minutes,omitempty"` // with Steps: how long it may take; 0: as long as they are

	Phones int `json:"phones,omitempty"` // a rehearsal: simulated participants, 4–40; 0: a session of people
}

// SessionCreated answers NewSession with 201.
type SessionCreated struct {
	ID     string `json:"id"`
	Pin    string `json:"pin"`
	Host   string `json:"host"`   // link; holds the host's key after the #
	Screen string `json:"screen"` // link; holds the screen's key after the #
	Join   string `json:"join"`   // link for phones
}

// SessionImported answers POST /api/sessions/import, whose body is a results.json, with 201.
type SessionImported struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Forgot bool   `json:"forgot"` // the words on cards were older than they may be kept, and were not taken in
	Host   string `json:"host"`   // link
}

// MarkChecked is GET /api/marks/:mark: whether a fingerprint is one of results that are kept here.
type MarkChecked struct {
	Known     bool  `json:"known"`
	EndedAt   int64 `json:"endedAt,omitempty"`   // Unix milliseconds
	Forgotten bool  `json:"forgotten,omitempty"` // it is that of the results before the words on cards were erased
}

// JoinRequest is POST /api/join.
type JoinRequest struct {
	Pin string `json:"pin"` // spaces and dashes do not matter
}

// Joined answers JoinRequest; the reply sets the participant's cookie.
type Joined struct {
	ID    string       `json:"id"`
	Title string       `json:"title"`
	Lang  session.Lang `json:"lang"`
}

// SessionList is GET /api/sessions: the sessions of this server, the newest first.
type SessionList struct {
	Sessions  []ListedSession    `json:"sessions"`
	Templates []session.Template `json:"templates"`
}

// ListedSession is one line of the facilitator's list.
type ListedSession struct {
	ID        string         `json:"id"`
	Pin       string         `json:"pin"` // "" once ended
	Title     string         `json:"title"`
	Lang      session.Lang   `json:"lang"`
	Status    session.Status `json:"status"` // ended, or running for every other one
	Fictional bool           `json:"fictional"`
	Rehearsal bool           `json:"rehearsal,omitempty"`
	StartedAt int64          `json:"startedAt"`          // Unix milliseconds
	Imported  int64          `json:"imported,omitempty"` // Unix milliseconds: when its results came from a file
	Host      string         `json:"host"`               // links
	Screen    string         `json:"screen"`
	Join      string         `json:"join"`
}

// Poll is POST /api/sessions/:id/poll, for who cannot have a socket: it waits until there is news for somebody who has this, for
// 25 seconds at most. A new poll of a client ends the one before.
type Poll struct {
	Role     session.Role `json:"role"`
	Key      string       `json:"key,omitempty"`      // as in Hello
	Client   string       `json:"client"`             // as in Hello
	Mark     string       `json:"mark,omitempty"`     // of the last frame received
	Rev      uint64       `json:"rev,omitempty"`      // of the last frame received
	Me       string       `json:"me,omitempty"`       // as the last Polled called it
	Presence string       `json:"presence,omitempty"` // as the last Polled called it
	Fresh    bool         `json:"fresh,omitempty"`    // begin with a Welcome
}

// CommandPost is POST /api/sessions/:id/commands: commands that are done one after the other.
type CommandPost struct {
	Role   session.Role `json:"role"`
	Key    string       `json:"key,omitempty"` // as in Hello
	Client string       `json:"client"`        // as in Hello
	Do     []Do         `json:"do"`
}

// Polled answers Poll and CommandPost: the messages that a socket would have brought, in their order. Me and Presence name the
// last own part and presence sent, for the next Poll; they are left out when the messages hold none.
type Polled struct {
	Messages []json.RawMessage `json:"messages"`
	Me       string            `json:"me,omitempty"`
	Presence string            `json:"presence,omitempty"`
}

// ProblemReply is the body of every HTTP answer that refuses: 400, 401, 403, 404, 409, 413, 429 or 503.
type ProblemReply struct {
	Problem session.Problem   `json:"problem"`
	Also    []session.Problem `json:"also,omitempty"`    // of a file: what else is wrong with it
	RetryIn int64             `json:"retryIn,omitempty"` // milliseconds; as long should be waited before asking again
}
