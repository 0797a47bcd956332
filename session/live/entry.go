package live

import (
	"slices"
	"time"

	"verbindend/session"
)

// An Entry is one session in the directory.
type Entry struct {
	ID        string       `json:"id"`
	Pin       string       `json:"pin"` // six digits, unique among the sessions that have not ended
	Title     string       `json:"title"`
	Lang      session.Lang `json:"lang"`
	Fictional bool         `json:"fictional,omitempty"`
	Rehearsal bool         `json:"rehearsal,omitempty"` // nothing of it is kept
	StartedAt time.Time    `json:"startedAt"`
	EndedAt   time.Time    `json:"endedAt,omitzero"`
	Sealed    bool         `json:"sealed,omitempty"`    // its history has been replaced by its results
	Forgot    bool         `json:"forgot,omitempty"`    // the words on its cards have been forgotten
	Links     []Link       `json:"links,omitempty"`     // the ways for readers to its report, the oldest first
	Imported  time.Time    `json:"imported,omitzero"`   // when its results came from a file
	Marks     []string     `json:"marks,omitempty"`     // the fingerprints of its results, once it is sealed: see session.Summary.Marks
	Public    PublicEntry  `json:"public,omitzero"`     // what the public may read of it
	Pulse     PulseEntry   `json:"pulse,omitzero"`      // on what it looks back; zero: it is a session of its own
	Withdrawn bool         `json:"withdrawn,omitempty"` // being erased: it has only its ID, and nobody finds it
}

// entryKept is the only event of the directory: an entry as it is from now on, or, when Gone, no more; or the whole list,
// when what was before has been compacted or lost.
type entryKept struct {
	Version int     `json:"v"`
	Entry   Entry   `json:"entry,omitzero"`
	Gone    bool    `json:"gone,omitempty"`
	Whole   bool    `json:"whole,omitempty"`
	List    []Entry `json:"list,omitempty"`
}

// Outdated tells whether one of the fingerprints is that of results which still had the words on their cards. The last two are not:
// they are of the results as they are, with their id and without.
func (e Entry) Outdated(mark string) bool {
	n := len(e.Marks)
	return e.Forgot && slices.Index(e.Marks, mark) < n-min(2, n-1)
}

// joined gives an entry of which two lists tell different things: what happened to a session is not undone.
func (e Entry) joined(other Entry) Entry {
	switch {
	case e.Withdrawn || other.Withdrawn:
		return Entry{ID: e.ID, Withdrawn: true}
	case e.EndedAt.IsZero():
		e.EndedAt = other.EndedAt
	}
	e.Sealed = e.Sealed || other.Sealed
	e.Forgot = e.Forgot || other.Forgot
	e.Public = e.Public.joined(other.Public)
	e.Links = joinedLinks(e.Links, other.Links)
	if len(e.Marks) < len(other.Marks) {
		e.Marks = other.Marks
	}
	return e
}

// behind tells whether something has happened to a session that this entry does not tell, and the other does.
func (e Entry) behind(other Entry) bool {
	if e.Withdrawn {
		return false
	}
	return other.Withdrawn || e.Public != e.Public.joined(other.Public) || e.EndedAt.IsZero() && !other.EndedAt.IsZero() || !e.Sealed && other.Sealed || !e.Forgot && other.Forgot ||
		linksBehind(e.Links, other.Links) || len(e.Marks) < len(other.Marks)
}
