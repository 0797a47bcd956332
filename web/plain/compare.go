package plain

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"verbindend/session"
	"verbindend/session/library"
)

// A Comparison is the page on which a facilitator lays two sessions beside each other.
type Comparison struct {
	Sessions  []Choosable // that have ended, the newest first
	Then, Now string      // ids of what was chosen; "" for nothing yet
	Result    *library.Compared
}

// Choosable is a session that can be chosen.
type Choosable struct {
	ID, Title string
	StartedAt time.Time
}

// Write gives the page.
func (v Comparison) Write(f Frame) ([]byte, error) {
	t := &dutch
	if f.Lang == session.English {
		t = &english
	}
	return f.write("compare", t.Compare, v)
}

// Mean writes a mean with one decimal and how many gave a number; fewer than five are only counted.
func (p page) Mean(m library.Mean) string {
	switch {
	case m.N == 0:
		return "–"
	case !m.Told():
		return fmt.Sprintf("– (n = %d)", m.N)
	}
	text := strconv.FormatFloat(math.Round(m.Mean*10)/10, 'f', 1, 64)
	if p.Lang != session.English {
		text = strings.Replace(text, ".", ",", 1)
	}
	return fmt.Sprintf("%s (n = %d)", text, m.N)
}

// Means writes a mean then and now, and one dash when nobody gave a number at either time.
func (p page) Means(then, now library.Mean) string {
	if then.N == 0 && now.N == 0 {
		return "–"
	}
	return p.Mean(then) + " → " + p.Mean(now)
}

// ImportanceOf writes how important a value was found then and now.
func (p page) ImportanceOf(v library.ComparedValue) string {
	then, now := at(v.Then), at(v.Now)
	return p.Means(then.Importance, now.Importance)
}

// PresenceOf writes how present a value was found then and now.
func (p page) PresenceOf(v library.ComparedValue) string {
	then, now := at(v.Then), at(v.Now)
	return p.Means(then.Presence, now.Presence)
}

// at is a value in one of the sessions; the zero value when it was not there.
func at(v *library.ValueAt) library.ValueAt {
	if v == nil {
		return library.ValueAt{}
	}
	return *v
}

// Place writes the place of a value with its support: no share of fewer than ten people.
func (p page) Place(v *library.ValueAt) string {
	switch {
	case v == nil:
		return "–"
	case v.Rank == 0:
		return p.T.NoPlace
	}
	text := fmt.Sprintf(p.T.PlaceOf, v.Rank, v.Voters, v.Ballots)
	if v.Ballots >= 10 {
		text += fmt.Sprintf(" (%d %%)", int(math.Round(100*float64(v.Voters)/float64(v.Ballots))))
	}
	return text
}

// Band writes how sure a place in the top is; "" when that is not known.
func (p page) Band(v *library.ValueAt) string {
	if v == nil {
		return ""
	}
	return p.T.Bands[v.Band]
}

// Moved writes what became of a value.
func (p page) Moved(v library.ComparedValue) string {
	text := p.T.Moves[v.Move]
	if (v.Move == library.Rose || v.Move == library.Fell) && !v.Sure {
		text += ", " + p.T.MayBeChance
	}
	return text
}

// Matched says why two names are held to be the same; "" when they are written the same.
func (p page) Matched(v library.ComparedValue) string {
	switch v.Match {
	case library.SameDeck:
		return fmt.Sprintf(p.T.ByDeck, v.Then.Name)
	case library.SameStem:
		return fmt.Sprintf(p.T.ByStem, v.Then.Name)
	}
	return ""
}
