package live

import (
	"time"

	"verbindend/session"
)

// presenceKey is the one item that does not come from the session: who is connected is not worth remembering.
const presenceKey = "presence"

// Presence is the view's item "presence", for host and screen.
type Presence struct {
	Connected int `json:"connected"` // participants with at least one live connection
}

// slowKeys are counts; phones get them once a second, not ten times.
var slowKeys = map[string]bool{"progress": true, "people": true}

// refresh notes what the session says may have changed: keys wait for the next publication, own parts go at once.
func (r *room) refresh() {
	t := r.state.Touched()
	if t.All {
		r.touchEverything()
	}
	for _, role := range roles {
		for _, key := range t.Keys {
			r.dirty[role][key] = struct{}{}
		}
	}
	if t.All {
		for person := range r.byPerson {
			r.refreshMe(person)
		}
		return
	}
	for _, person := range t.Me {
		r.refreshMe(person)
	}
}

func (r *room) refreshMe(person session.PersonID) {
	members := r.byPerson[person]
	if len(members) == 0 {
		return
	}
	before := r.lastMe[person]
	me := r.meOf(person)
	if string(me) == before {
		return
	}
	for _, m := range members {
		m.setMe(me)
		m.poke()
	}
}

func (r *room) touchEverything() {
	for _, role := range roles {
		r.allDirty[role] = true
	}
}

func (r *room) touchPresence() {
	r.dirty[session.Host][presenceKey] = struct{}{}
	r.dirty[session.Screen][presenceKey] = struct{}{}
}

// due tells whether anything waits to be published, and how long it may wait.
func (r *room) due(now time.Time) (time.Duration, bool) {
	due := false
	for _, role := range roles {
		if r.allDirty[role] {
			return tick, true
		}
		for key := range r.dirty[role] {
			if role != session.Participant || !slowKeys[key] {
				return tick, true
			}
			due = true
		}
	}
	return max(tick, slowTick-now.Sub(r.lastSlow)), due
}

// publish makes the next snapshot of each role that has something new, and wakes its members.
func (r *room) publish(now time.Time) error {
	r.rev++
	for _, role := range roles {
		keys := r.take(role, now)
		if len(keys) == 0 {
			continue
		}
		before := r.snaps[role].Load()
		after, err := before.next(r.rev, keys, func(key string) any { return r.item(role, key) })
		if err != nil {
			return err
		}
		if after == before {
			continue
		}
		r.snaps[role].Store(after)
		for m := range r.members {
			if m.Viewer.Role == role {
				m.poke()
			}
		}
	}
	return nil
}

// take empties a role's list of dirty keys, but for the counts that phones need not have yet.
func (r *room) take(role session.Role, now time.Time) []string {
	all := r.allDirty[role]
	slow := role == session.Participant && !all && now.Sub(r.lastSlow) < slowTick
	var keys []string
	for key := range r.dirty[role] {
		if slow && slowKeys[key] {
			continue
		}
		keys = append(keys, key)
		delete(r.dirty[role], key)
	}
	if role == session.Participant && !slow {
		r.lastSlow = now
	}
	if all {
		r.allDirty[role] = false
		keys = r.snaps[role].Load().keysWith(append(r.state.Keys(), append(keys, presenceKey)...))
	}
	return keys
}

func (r *room) item(role session.Role, key string) any {
	if key == presenceKey {
		if role == session.Participant {
			return nil
		}
		return Presence{Connected: len(r.byPerson)}
	}
	return r.state.Item(role, key)
}
