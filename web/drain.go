package web

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/web/wire"
)

// Those who are sent home come back spread over a millisecond each, so that the server that takes them in need not do so
// all at once; yet nobody waits longer than they would for a room that is slow.
const (
	briefAbsence = 500 * time.Millisecond // for the few: also the next server takes a moment
	longAbsence  = 5 * time.Second
)

// absence draws how long one of many should stay away.
func absence(connections int, atLeast time.Duration) time.Duration {
	most := min(max(time.Duration(connections)*time.Millisecond, atLeast), longAbsence)
	return time.Duration(rand.Int64N(int64(most/time.Millisecond)+1)) * time.Millisecond //nolint:gosec // to spread, not to hide
}

// absence draws it for somebody who is connected here.
func (s *Server) absence(atLeast time.Duration) time.Duration {
	return absence(s.connections(), atLeast)
}

// goodbye gives the close code and reason for a connection whose room lets go: whether the client may come back, and when.
func (s *Server) goodbye(why live.Closing) (code int, reason string) {
	switch {
	case s.sockets.refused():
		return websocket.CloseServiceRestart, retryHint(s.absence(briefAbsence))
	case why == live.StoreDown:
		return wire.CloseUnavailable, retryHint(s.absence(briefAbsence))
	case why == live.Vanished:
		return wire.CloseNotFound, ""
	}
	return wire.CloseComeBack, retryHint(s.absence(0))
}

// turnAway gives the same for somebody who was not let in.
func (s *Server) turnAway(p session.Problem) (code int, reason string) {
	switch {
	case p.Reason == session.ServerStopping:
		return websocket.CloseServiceRestart, retryHint(s.absence(briefAbsence))
	case p.Code == session.NotFound:
		return wire.CloseNotFound, string(p.Code)
	}
	return wire.CloseUnavailable, retryHint(s.absence(briefAbsence))
}

func retryHint(after time.Duration) string { return fmt.Sprintf("retry=%d", after.Milliseconds()) }
