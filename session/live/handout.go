package live

import (
	"context"

	"verbindend/session"
)

// Handout gives the ballot of a session to print; a *session.Problem while there is none that the room may see.
func (rs *Rooms) Handout(ctx context.Context, id string) (session.Handout, error) {
	type answer struct {
		session.Handout
		err error
	}
	got, err := ask(ctx, rs, id, true, func(s *session.Session) answer {
		h, err := s.Handout()
		return answer{h, err}
	})
	if err != nil {
		return session.Handout{}, err
	}
	return got.Handout, got.err
}
