package visitor

import (
	"encoding/json"
	"fmt"

	"verbindend/session"
	"verbindend/web/wire"
)

// A View is what a visitor has been sent: the items of its role by key, and its own part.
type View struct {
	Mark    string
	Rev     uint64
	Items   map[string]json.RawMessage
	Me      *session.Me // phones: nil until it came, and when the server does not know them any more
	Welcome wire.Welcome
}

// take brings the view up to date; false when something in between is missing.
func (v *View) take(f wire.Frame) bool {
	if f.Since == 0 {
		v.Items = make(map[string]json.RawMessage, len(f.Set))
	} else if f.Since > v.Rev {
		return false
	}
	for key, item := range f.Set {
		v.Items[key] = item
	}
	for _, key := range f.Drop {
		delete(v.Items, key)
	}
	v.Mark, v.Rev = f.Mark, f.Rev
	return true
}

// takeMe takes over the visitor's own part.
func (v *View) takeMe(me json.RawMessage) error {
	v.Me = nil
	if err := json.Unmarshal(me, &v.Me); err != nil {
		return fmt.Errorf("not the protocol: %w", err)
	}
	return nil
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
