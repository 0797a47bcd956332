package wire

import (
	"verbindend/session"
	"verbindend/session/library"
)

// LibraryAnswer is GET /api/library: the sessions that were found, the best first.
type LibraryAnswer struct {
	Found  []FoundSession `json:"found"`
	Total  int            `json:"total"`  // found in all; no more than 50 are told
	Groups []string       `json:"groups"` // names of groups that can be asked for
}

// FoundSession is one session that was found, and where.
type FoundSession struct {
	ID        string          `json:"id"`
	Title     string          `json:"title"`
	Lang      session.Lang    `json:"lang"`
	Status    session.Status  `json:"status"` // ended, or running for every other one
	Fictional bool            `json:"fictional"`
	StartedAt int64           `json:"startedAt"` // Unix milliseconds
	Places    []library.Place `json:"places"`    // the weightiest first, at most 5; none when no words were asked for
	More      int             `json:"more"`      // places that are not told
}
