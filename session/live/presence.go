package live

import (
	"encoding/json"

	"verbindend/session"
)

func (r *room) enter(m *Member) {
	m.room, m.snap = r, r.snaps[m.Viewer.Role]
	r.members[m] = struct{}{}
	if m.Viewer.Role != session.Participant {
		return
	}
	r.byPerson[m.Viewer.Person] = append(r.byPerson[m.Viewer.Person], m)
	r.touchPresence()
	m.setMe(r.meOf(m.Viewer.Person))
}

func (r *room) leave(m *Member) {
	if _, here := r.members[m]; !here {
		return
	}
	delete(r.members, m)
	if m.Viewer.Role != session.Participant {
		return
	}
	person := m.Viewer.Person
	rest := r.byPerson[person]
	for i, other := range rest {
		if other == m {
			rest = append(rest[:i:i], rest[i+1:]...)
			break
		}
	}
	if len(rest) == 0 {
		delete(r.byPerson, person)
		delete(r.lastMe, person)
	} else {
		r.byPerson[person] = rest
	}
	r.touchPresence()
}

func (r *room) meOf(person session.PersonID) []byte {
	encoded, err := json.Marshal(r.state.Me(person))
	if err != nil { // strings and numbers always encode
		r.logger.Error("encode own part", "error", err)
		return nil
	}
	r.lastMe[person] = string(encoded)
	return encoded
}
