package live

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"verbindend/session"
)

// Limits of the links to a report.
const (
	MaxLinks     = 50  // of one session, those that were withdrawn too
	MaxLinkLabel = 60  // characters
	MaxLinkDays  = 366 // for which a link can be made
)

// tokenLength is that of 130 random bits in base 32.
const tokenLength = 26

// A Link is a way for readers to the report of a session. It says nothing of the session's id and, unlike every other link, it can be
// withdrawn alone. It is kept in the session's entry, so that it goes when the session goes.
type Link struct {
	Token   string    `json:"token"`
	Label   string    `json:"label,omitempty"` // for whom it is, as the facilitator calls them
	Room    bool      `json:"room,omitempty"`  // the one that the phones of the room and the printed report have
	Made    time.Time `json:"made"`
	Expires time.Time `json:"expires,omitzero"` // zero: with the results
	Revoked time.Time `json:"revoked,omitzero"` // zero: never
}

func newLink(label string, room bool, at, expires time.Time) Link {
	return Link{Token: strings.ToLower(rand.Text()), Label: label, Room: room, Made: at, Expires: expires}
}

// A LinkState says whether a link can be used.
type LinkState string

// The states of a link.
const (
	LinkOpen    LinkState = "open"
	LinkRevoked LinkState = "revoked"
	LinkExpired LinkState = "expired"
)

// LinkUntil is when a link of this session stops working by itself; zero as long as that is not known, because a session is not over.
func (e Entry) LinkUntil(l Link) time.Time {
	until := l.Expires
	if !e.EndedAt.IsZero() {
		if erased := e.EndedAt.Add(EraseAfter); until.IsZero() || erased.Before(until) {
			until = erased
		}
	}
	return until
}

// LinkState says whether a link of this session can be used at a time.
func (e Entry) LinkState(l Link, at time.Time) LinkState {
	until := e.LinkUntil(l)
	switch {
	case !l.Revoked.IsZero():
		return LinkRevoked
	case !until.IsZero() && !at.Before(until):
		return LinkExpired
	}
	return LinkOpen
}

// RoomLink gives the last link that was made for the room, whatever has become of it; false when there never was one.
func (e Entry) RoomLink() (Link, bool) {
	for _, l := range slices.Backward(e.Links) {
		if l.Room {
			return l, true
		}
	}
	return Link{}, false
}

// joinedLinks gives the links of two lists of the same session: one that was withdrawn stays so.
func joinedLinks(list, others []Link) []Link {
	list = slices.Clone(list)
	for _, other := range others {
		at := slices.IndexFunc(list, func(l Link) bool { return l.Token == other.Token })
		switch {
		case at < 0:
			list = append(list, other)
		case list[at].Revoked.IsZero():
			list[at].Revoked = other.Revoked
		}
	}
	return list
}

// linksBehind tells whether the other list has a link, or the withdrawal of one, that this list does not.
func linksBehind(list, others []Link) bool {
	return slices.ContainsFunc(others, func(other Link) bool {
		at := slices.IndexFunc(list, func(l Link) bool { return l.Token == other.Token })
		return at < 0 || list[at].Revoked.IsZero() && !other.Revoked.IsZero()
	})
}

// IsLinkToken tells whether a text can be the token of a link.
func IsLinkToken(text string) bool {
	return len(text) == tokenLength && !strings.ContainsFunc(text, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '2' || r > '7') })
}

// SeekLink is FindLink that looks into the log first: another server may have made the link just now, or withdrawn it. When there is
// none the error is a *session.Problem.
func (d *Directory) SeekLink(ctx context.Context, token string) (Entry, Link, error) {
	if !IsLinkToken(token) {
		return Entry{}, Link{}, noLink()
	}
	if err := d.catchUp(ctx); err != nil {
		return Entry{}, Link{}, fmt.Errorf("look for a link: %w", err)
	}
	e, l, found := d.FindLink(token)
	if !found {
		return Entry{}, Link{}, noLink()
	}
	return e, l, nil
}

// FindLink gives the session that a token leads to, and the link it belongs to; whether it may still be used its state says.
func (d *Directory) FindLink(token string) (Entry, Link, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	e := d.byID[d.byLink[token]]
	at := slices.IndexFunc(e.Links, func(l Link) bool { return l.Token == token })
	if at < 0 {
		return Entry{}, Link{}, false
	}
	return e, e.Links[at], true
}

// Links gives the entry of a session with all its links, those too that another server made a moment ago.
func (rs *Rooms) Links(ctx context.Context, id string) (Entry, error) {
	known, err := rs.directory.listed(ctx, id)
	if err != nil {
		return Entry{}, fmt.Errorf("look for links of session %s: %w", id, err)
	}
	e, _ := rs.directory.Get(id)
	if !known || e.ID == "" {
		return Entry{}, notFound()
	}
	if err := rs.learnEnd(ctx, e); err != nil {
		return Entry{}, err
	}
	e, _ = rs.directory.Get(id)
	return e, nil
}

// learnEnd sees to it that the directory knows of a session's end as soon as its room does: who has just been told that it is over may
// ask for its links a moment before the directory has been told.
func (rs *Rooms) learnEnd(ctx context.Context, e Entry) error {
	if !e.EndedAt.IsZero() {
		return nil
	}
	ended, err := ask(ctx, rs, e.ID, true, (*session.Session).EndedAt)
	if err != nil || ended.IsZero() {
		return err
	}
	return rs.directory.end(ctx, e.ID, ended, nil)
}

// A NewLink says what kind of link is wanted.
type NewLink struct {
	Label string
	Room  bool // in the place of the one that the room has
	Days  int  // how long it works; 0: as long as there are results
}

// AddLink makes a link to the report of a session, which may be running. What cannot be is a *session.Problem.
func (rs *Rooms) AddLink(ctx context.Context, id string, n NewLink) (Entry, Link, error) {
	label := session.Clean(n.Label)
	switch {
	case utf8.RuneCountInString(label) > MaxLinkLabel:
		return Entry{}, Link{}, &session.Problem{Code: session.Invalid, Field: "label", Reason: session.TooLong, Limit: MaxLinkLabel}
	case n.Days < 0 || n.Days > MaxLinkDays:
		return Entry{}, Link{}, &session.Problem{Code: session.Invalid, Field: "days", Reason: session.OutOfRange, Limit: MaxLinkDays}
	}
	now, expires := rs.now(), time.Time{}
	if n.Days > 0 {
		expires = now.AddDate(0, 0, n.Days)
	}
	l := newLink(label, n.Room, now, expires)
	e, err := rs.changeLinks(ctx, id, func(links []Link) ([]Link, error) {
		if len(links) >= MaxLinks {
			return nil, &session.Problem{Code: session.Invalid, Field: "links", Reason: session.TooMany, Limit: MaxLinks}
		}
		return append(links, l), nil
	})
	return e, l, err
}

// RevokeLink withdraws a link for good. To do it twice is no error.
func (rs *Rooms) RevokeLink(ctx context.Context, id, token string) error {
	_, err := rs.changeLinks(ctx, id, func(links []Link) ([]Link, error) {
		at := slices.IndexFunc(links, func(l Link) bool { return l.Token == token })
		switch {
		case at < 0:
			return nil, noLink()
		case !links[at].Revoked.IsZero():
			return nil, nil
		}
		links[at].Revoked = rs.now()
		return links, nil
	})
	return err
}

// RoomLink gives the link that the room of a session has, whatever has become of it. A session that ended without one, before there
// were links, gets one now; a session that is running may have none, which is a *session.Problem.
func (rs *Rooms) RoomLink(ctx context.Context, id string) (Entry, Link, error) {
	if err := rs.Known(ctx, id); err != nil {
		return Entry{}, Link{}, err
	}
	e, _ := rs.directory.Get(id)
	if l, has := e.RoomLink(); has {
		return e, l, nil
	}
	if err := rs.learnEnd(ctx, e); err != nil {
		return Entry{}, Link{}, err
	}
	e, err := rs.changeLinks(ctx, id, func(links []Link) ([]Link, error) {
		e := rs.directory.byID[id]
		if _, has := e.RoomLink(); has {
			return nil, nil
		}
		if e.EndedAt.IsZero() {
			return nil, noLink()
		}
		return append(links, newLink("", true, rs.now(), time.Time{})), nil
	})
	l, _ := e.RoomLink()
	return e, l, err
}

// changeLinks keeps what `to` makes of the links of a session, and gives its entry as it is then; `to` answers nil when they stay as they
// are.
func (rs *Rooms) changeLinks(ctx context.Context, id string, to func([]Link) ([]Link, error)) (Entry, error) {
	if err := rs.Known(ctx, id); err != nil {
		return Entry{}, err
	}
	var e Entry
	err := rs.directory.keep(ctx, func() (entryKept, bool, error) {
		known := false
		if e, known = rs.directory.byID[id]; !known || e.Withdrawn {
			return entryKept{}, false, notFound()
		}
		links, err := to(slices.Clone(e.Links))
		if err != nil || links == nil {
			return entryKept{}, false, err
		}
		e.Links = links
		return entryKept{Entry: e}, true, nil
	})
	return e, err
}

func noLink() *session.Problem {
	return &session.Problem{Code: session.NotFound, Field: "link", Reason: session.Unknown}
}
