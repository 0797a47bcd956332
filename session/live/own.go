package live

import (
	"encoding/json"
	"sync"

	"verbindend/session"
)

// own is what belongs to one person alone, as it was after some record. The room makes it; whoever sends it first makes its
// JSON, so that a room of thousands does not do that for everybody when the writing is closed.
type own struct {
	me   *session.Me
	once sync.Once
	json []byte
}

// encoded gives the JSON, "null" when the session does not know the person (any more).
func (o *own) encoded() []byte {
	o.once.Do(func() {
		o.json, _ = json.Marshal(o.me) // texts and numbers always encode
	})
	return o.json
}

// refreshOwn tells a person's connections what has become of their own part.
func (r *room) refreshOwn(id session.PersonID) {
	p := r.present[id]
	if p == nil {
		return
	}
	me := r.state.Me(id)
	if p.own != nil && p.own.me.Same(me) {
		return
	}
	p.own = &own{me: me}
	for _, m := range p.members {
		m.setOwn(p.own)
		m.poke()
	}
}

// refreshEverybody does so for everybody, when something has happened that may have changed all own parts.
func (r *room) refreshEverybody() {
	if !r.everybody {
		return
	}
	r.everybody = false
	for id := range r.present {
		r.refreshOwn(id)
	}
}
