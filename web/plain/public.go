package plain

import (
	"time"

	"verbindend/session"
	"verbindend/session/library"
)

// A PublicList is the public library.
type PublicList struct {
	Query string
	Found []PublicFound
	Total int // found in all
	All   int // published in all
}

// PublicFound is one publication in the list.
type PublicFound struct {
	Slug string
	library.Public
	Places []library.Place // where it was found
}

// Write gives the page.
func (v PublicList) Write(f Frame) ([]byte, error) {
	return f.write("publiclist", f.words().Library, v)
}

// A PublicPage is one published result.
type PublicPage struct{ library.Public }

// Write gives the page.
func (v PublicPage) Write(f Frame) ([]byte, error) {
	return f.write("publicpage", v.Title+" · "+f.words().Library, v)
}

// PublicGone is the page where there is no publication, or no more.
type PublicGone struct{}

// Write gives the page.
func (v PublicGone) Write(f Frame) ([]byte, error) {
	return f.write("publicgone", f.words().Library, v)
}

// PublicBusy is what somebody reads who reads too much at once.
type PublicBusy struct{}

// Write gives the page.
func (v PublicBusy) Write(f Frame) ([]byte, error) {
	return f.write("publicbusy", f.words().PublicBusy, v)
}

// A Publishing is the page on which a facilitator publishes a session, changes that, or withdraws it; it shows what the public sees or would see.
type Publishing struct {
	Session   string // its title
	Title     string // under which it is or will be published
	Path      string // of the publication; "" when there is none
	Since     time.Time
	Preview   library.Public
	Ready     bool // there is something to publish
	Just      bool // it was changed a moment ago
	Wrong     session.Problem
	Withdrawn bool // a moment ago
}

// Write gives the page.
func (v Publishing) Write(f Frame) ([]byte, error) {
	return f.write("publishing", f.words().Publish, v)
}

func (f Frame) words() *texts {
	if f.Lang == session.English {
		return &english
	}
	return &dutch
}
