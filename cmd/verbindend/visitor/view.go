package visitor

import (
	"encoding/json"

	"verbindend/session"
	"verbindend/web/wire"
)

// A View is what a visitor has been sent: the items of its role by key, and its own part.
type View struct {
	Mark    string
	Rev     uint64
	Items   map[string]json.RawMessage // shared with other visitors; not to be changed
	Me      *session.Me                // phones: nil until it came, and when the server does not know them any more
	Welcome wire.Welcome

	shelf *shelf
}

// take brings the view up to date; false when something in between is missing.
func (v *View) take(f *Frame) bool {
	if f.Since > v.Rev { // the server has seen that our mark is of this history
		return false
	}
	v.shelf = f.onTopOf(v.shelf)
	v.Items = v.shelf.items
	v.Mark, v.Rev = f.Mark, f.Rev
	return true
}

// Item reads an item; the zero value and false when it is not there.
func Item[T any](v *View, key string) (T, bool) {
	var item T
	raw, there := v.Items[key]
	if !there || json.Unmarshal(raw, &item) != nil {
		return item, false
	}
	return item, true
}

// Now is the current activity; the zero value in the lobby.
func (v *View) Now() session.NowItem {
	now, _ := Item[session.NowItem](v, "now")
	return now
}
