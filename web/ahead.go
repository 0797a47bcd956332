package web

import (
	"context"
	"time"

	"verbindend/session"
)

// printAhead makes the reports of a session that has just been sealed, before anybody asks: at that moment everybody in the room
// does. The language of the session comes first.
func (s *Server) printAhead(ctx context.Context, id string) {
	ctx, cancel := context.WithTimeout(ctx, requestTimeout)
	defer cancel()
	sum, err := s.rooms.Summary(ctx, id)
	if err != nil {
		if session.AsProblem(err) == nil {
			s.logger.Error("print ahead", "session", id, "error", err)
		}
		return // it has been erased meanwhile, or the server stops: who asks later gets it then
	}
	if sum.Pulse != nil { // what people look back in is the report of the session itself
		id = sum.Pulse.Session
		if sum, err = s.rooms.Summary(ctx, id); err != nil {
			return
		}
	}
	langs := []session.Lang{sum.Lang, session.Dutch}
	if sum.Lang == session.Dutch {
		langs[1] = session.English
	}
	for _, lang := range langs {
		o := s.reportOptions(sum, lang, s.roomPage(id), time.Now())
		if err := s.lookBack(ctx, id, sum, &o); err != nil {
			s.logger.Error("print ahead", "session", id, "error", err)
			return
		}
		if _, err := s.twice(id, func() ([]byte, error) { return s.printer.PDF(ctx, sum, o) }); err != nil && ctx.Err() == nil {
			s.logger.Error("print ahead", "session", id, "error", err)
		}
	}
}
