package wire

import "verbindend/session"

// SignIn is POST /api/sign-in: the facilitator's key, for a cookie.
type SignIn struct {
	Key string `json:"key"`
}

// NewSession is POST /api/sessions.
type NewSession struct {
	Title     string       `json:"title"`
	Lang      session.Lang `json:"lang"`     // nl when empty
	Groups    []string     `json:"groups"`   // names
	Template  string       `json:"template"` // the first when empty
	Fictional bool         `json:"fictional"`
}

// SessionCreated answers NewSession with 201.
type SessionCreated struct {
	ID     string `json:"id"`
	Pin    string `json:"pin"`
	Host   string `json:"host"`   // link; holds the host's key after the #
	Screen string `json:"screen"` // link; holds the screen's key after the #
	Join   string `json:"join"`   // link for phones
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
	StartedAt int64          `json:"startedAt"` // Unix milliseconds
	Host      string         `json:"host"`      // links
	Screen    string         `json:"screen"`
	Join      string         `json:"join"`
}

// ProblemReply is the body of every HTTP answer that refuses: 400, 401, 403, 404, 409, 413, 429 or 503.
type ProblemReply struct {
	Problem session.Problem `json:"problem"`
}
