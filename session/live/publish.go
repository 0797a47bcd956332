package live

import (
	"strings"
	"time"

	"verbindend/session"
)

// slow tells what phones get once a second, not ten times, when nothing else is new for them: counts, and words of others.
func slow(key string) bool {
	return key == "progress" || key == "people" || strings.HasPrefix(key, "glimpse/")
}

// note takes down what the session says may have changed: keys wait for the next publication, and so do all own parts at once;
// those of the people who did something are told with the answers.
func (r *room) note() {
	t := r.state.Touched()
	if t.All {
		r.touchEverything()
	}
	for _, role := range roles {
		for _, key := range t.Keys {
			r.dirty[role][key] = struct{}{}
		}
	}
	r.everybody = r.everybody || t.Everybody
	for _, person := range t.Me {
		r.refreshOwn(person)
	}
}

func (r *room) touchEverything() {
	for _, role := range roles {
		r.allDirty[role] = true
	}
}

// due tells whether anything waits to be published, and how long it still has to: what comes after a quiet moment goes at once.
func (r *room) due(now time.Time) (time.Duration, bool) {
	soon := max(0, tick-now.Sub(r.published))
	if r.crowd.moved() {
		return soon, true
	}
	some := false
	for _, role := range roles {
		hurry, waits := r.waits(role)
		if hurry {
			return soon, true
		}
		some = some || waits
	}
	return max(soon, r.slowTick()-now.Sub(r.lastSlow)), some
}

// waits tells whether something waits to be published to a role, and whether that is more than counts for phones.
func (r *room) waits(role session.Role) (hurry, some bool) {
	if r.allDirty[role] {
		return true, true
	}
	for key := range r.dirty[role] {
		if role != session.Participant || !slow(key) {
			return true, true
		}
		some = true
	}
	return false, some
}

// publish makes the next snapshot of each role, and wakes its members when it has something new.
func (r *room) publish(now time.Time) error {
	r.published = now
	for _, role := range roles {
		if err := r.publishTo(role, now); err != nil {
			return err
		}
	}
	if r.crowd.told() {
		for _, role := range []session.Role{session.Host, session.Screen} {
			for m := range r.members[role] {
				m.poke()
			}
		}
	}
	return nil
}

// publishTo makes the next snapshot of one role. It is the exact view at the end of what the room holds: when nothing else is
// new for phones, counts that they may wait for keep their whole snapshot back.
func (r *room) publishTo(role session.Role, now time.Time) error {
	begun := time.Now()
	before := r.snaps[role].Load()
	build := func(key string) any { return r.state.Item(role, key) }
	keys, counts := r.take(role)
	if len(counts) > 0 && now.Sub(r.lastSlow) < r.slowTick() {
		after, _, err := before.next(r.marks, keys, build)
		if err != nil {
			return err
		}
		if after.view == before.view {
			for _, key := range counts {
				r.dirty[role][key] = struct{}{}
			}
			r.later[role] = keys // nothing in them has changed, which strangers are told with the counts
			return nil
		}
	}
	after, size, err := before.next(r.marks, append(keys, counts...), build)
	if err != nil {
		return err
	}
	r.snaps[role].Store(after)
	if len(counts) > 0 {
		r.lastSlow = now
	}
	if after.view == before.view && r.awaited <= before.Upto {
		return nil
	}
	for m := range r.members[role] {
		m.poke()
	}
	r.meter.Published(role, time.Since(begun), size)
	return nil
}

// take empties a role's list of dirty keys; counts are those that may wait.
func (r *room) take(role session.Role) (keys, counts []string) {
	dirty := r.dirty[role]
	for key := range dirty {
		if role == session.Participant && slow(key) && !r.allDirty[role] {
			counts = append(counts, key)
		} else {
			keys = append(keys, key)
		}
	}
	clear(dirty)
	keys = append(keys, r.later[role]...)
	r.later[role] = nil
	if r.allDirty[role] {
		r.allDirty[role] = false
		keys = r.snaps[role].Load().keysWith(append(r.state.Keys(), keys...))
	}
	return keys, counts
}

// beginAnew forgets what was published: the room holds another history than before.
func (r *room) beginAnew() error {
	r.life++
	for _, role := range roles {
		r.snaps[role].Store(newSnapshot(r.life, r.state.Seq()))
	}
	r.touchEverything()
	r.everybody = true
	return r.publish(time.Now())
}
