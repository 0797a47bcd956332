package live

import "verbindend/session"

// present is a participant with live connections to this server.
type present struct {
	members []*Member
	own     *own
}

func (r *room) enter(m *Member) {
	m.room, m.snap = r, r.snaps[m.Viewer.Role.Sees()]
	r.members[m.Viewer.Role.Sees()][m] = struct{}{}
	r.count.Add(1)
	if m.Viewer.Role == session.Host {
		if r.leading[m.Client]++; r.leading[m.Client] == 1 {
			r.crowd.enter(r.crowd.leader(m.Client))
		}
	}
	if m.Viewer.Role != session.Participant {
		return
	}
	p := r.present[m.Viewer.Person]
	if p == nil {
		p = &present{}
		r.present[m.Viewer.Person] = p
		r.crowd.enter(r.crowd.ticket(m.Viewer.Person))
	}
	p.members = append(p.members, m)
	if me := r.state.Me(m.Viewer.Person); p.own == nil || !p.own.me.Same(me) {
		p.own = &own{me: me}
	}
	m.setOwn(p.own)
}

func (r *room) leave(m *Member) {
	if _, here := r.members[m.Viewer.Role.Sees()][m]; !here {
		return
	}
	delete(r.members[m.Viewer.Role.Sees()], m)
	r.count.Add(-1)
	if m.Viewer.Role == session.Host {
		if r.leading[m.Client]--; r.leading[m.Client] == 0 {
			delete(r.leading, m.Client)
			r.crowd.leave(r.crowd.leader(m.Client))
		}
	}
	if m.Viewer.Role != session.Participant {
		return
	}
	p := r.present[m.Viewer.Person]
	for i, other := range p.members {
		if other == m {
			p.members = append(p.members[:i:i], p.members[i+1:]...)
			break
		}
	}
	if len(p.members) == 0 {
		delete(r.present, m.Viewer.Person)
		r.crowd.leave(r.crowd.ticket(m.Viewer.Person))
	}
}

// everyone calls a function for each member.
func (r *room) everyone(do func(*Member)) {
	for _, members := range r.members {
		for m := range members {
			do(m)
		}
	}
}
