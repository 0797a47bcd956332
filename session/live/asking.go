package live

import (
	"context"

	"verbindend/session"
)

// Join brings a live connection into a room, for somebody who has seen a part of the session already, or nothing. A participant who
// comes for the first time takes part from then on.
func (rs *Rooms) Join(ctx context.Context, id string, v session.Viewer, client string, seen Seen) (*Member, error) {
	m := &Member{Viewer: v, Client: client, wake: make(chan struct{}, 1), told: nobody}
	err := rs.with(ctx, id, func(r *room) error {
		answer := make(chan error, 1)
		if err := r.send(ctx, &arrival{member: m, seen: seen, answer: answer}); err != nil {
			return err
		}
		refused, err := await(ctx, r, answer)
		if err != nil {
			go func() { // it may still be let in: nobody is there any more
				if refused, err := await(context.WithoutCancel(ctx), r, answer); err == nil && refused == nil {
					m.Leave()
				}
			}()
			return err
		}
		return refused
	})
	if err != nil {
		return nil, err
	}
	return m, nil
}

// Do has a command done, and returns when it is kept or refused.
func (rs *Rooms) Do(ctx context.Context, id string, by session.Actor, c session.Command) error {
	return rs.with(ctx, id, func(r *room) error {
		answer := make(chan error, 1)
		if err := r.send(ctx, &submission{command: c, by: by, answer: func(err error) { answer <- err }}); err != nil {
			return err
		}
		refused, err := await(ctx, r, answer)
		if err != nil {
			return err
		}
		return refused
	})
}

// Summary gives what the room of a session may know at this moment, with all that any server has acknowledged: who has just
// been told that the session has ended may ask another server for the report.
func (rs *Rooms) Summary(ctx context.Context, id string) (session.Summary, error) {
	return ask(ctx, rs, id, true, (*session.Session).Summary)
}

// Me gives what belongs to one participant alone, as JSON; "null" when the session does not know them (any more).
func (rs *Rooms) Me(ctx context.Context, id string, person session.PersonID) ([]byte, error) {
	me, err := ask(ctx, rs, id, false, func(s *session.Session) *own { return &own{me: s.Me(person)} })
	if err != nil {
		return nil, err
	}
	return me.encoded(), nil
}

// ask has the room of a session answer a question about what is durable.
func ask[T any](ctx context.Context, rs *Rooms, id string, latest bool, about func(*session.Session) T) (answer T, err error) {
	err = rs.with(ctx, id, func(r *room) error {
		told := make(chan *T, 1)
		if err := r.send(ctx, question{latest: latest, ask: func(s *session.Session) {
			if s == nil {
				told <- nil
				return
			}
			got := about(s)
			told <- &got
		}}); err != nil {
			return err
		}
		got, err := await(ctx, r, told)
		switch {
		case err != nil:
			return err
		case got == nil:
			return unavailable()
		}
		answer = *got
		return nil
	})
	return answer, err
}

// Figures are what the rooms of this server come to.
type Figures struct {
	Rooms   int // open
	Members int // live connections to them
}

// Figures counts the open rooms and who is in them.
func (rs *Rooms) Figures() Figures {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	f := Figures{Rooms: len(rs.open)}
	for _, r := range rs.open {
		f.Members += int(r.count.Load())
	}
	return f
}
