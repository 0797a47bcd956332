package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"strconv"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
	"verbindend/web/wire"
)

// statuses maps what a refusal means to HTTP.
var statuses = map[session.Code]int{
	session.Invalid:     fiber.StatusBadRequest,
	session.Denied:      fiber.StatusForbidden,
	session.Closed:      fiber.StatusConflict,
	session.NotFound:    fiber.StatusNotFound,
	session.Taken:       fiber.StatusConflict,
	session.Busy:        fiber.StatusTooManyRequests,
	session.Unavailable: fiber.StatusServiceUnavailable,
}

var (
	malformed    = &session.Problem{Code: session.Invalid, Reason: session.Malformed}
	denied       = &session.Problem{Code: session.Denied}
	notFound     = &session.Problem{Code: session.NotFound}
	unavailable  = &session.Problem{Code: session.Unavailable, Retry: true}
	stopping     = &session.Problem{Code: session.Unavailable, Reason: session.ServerStopping, Retry: true}
	tooLarge     = &session.Problem{Code: session.Invalid, Reason: session.TooLong, Limit: bodyLimit} // in bytes
	tooLargeFile = &session.Problem{Code: session.Invalid, Reason: session.TooLong, Limit: importLimit}
	tooMuch      = &session.Problem{Code: session.Busy, Reason: session.TooMuchAtOnce, Retry: true}
)

// asProblem turns any error into what may be told. A failure is logged here, once.
func asProblem(logger *slog.Logger, err error, doing string) session.Problem {
	if p := session.AsProblem(err); p != nil {
		return *p
	}
	logger.Error(doing, "error", err)
	return *unavailable
}

// refuse is the error handler of every route.
func (s *Server) refuse(c *fiber.Ctx, err error) error {
	if fe := (*fiber.Error)(nil); errors.As(err, &fe) {
		switch fe.Code {
		case fiber.StatusNotFound, fiber.StatusMethodNotAllowed:
			err = notFound
		case fiber.StatusRequestEntityTooLarge:
			err = tooLarge
			if c.Path() == importPath {
				err = tooLargeFile
			}
		default:
			if fe.Code < 500 {
				err = malformed
			}
		}
	}
	var reply wire.ProblemReply
	if all := (refusal)(nil); errors.As(err, &all) {
		err, reply.Also = &all[0], all[1:]
	}
	p := asProblem(s.logger, err, c.Method()+" "+c.Route().Path)
	reply.Problem = p
	if p.Reason == session.ServerStopping {
		wait := s.absence(briefAbsence)
		reply.RetryIn = wait.Milliseconds()
		c.Set(fiber.HeaderRetryAfter, strconv.Itoa(int((wait+time.Second-1)/time.Second)))
	}
	status := statuses[p.Code]
	if p == *tooLarge || p == *tooLargeFile {
		status = fiber.StatusRequestEntityTooLarge
	}
	return c.Status(status).JSON(reply)
}

// read reads a JSON body; a field that does not exist is refused, so that a spelling mistake cannot go unnoticed.
func read(c *fiber.Ctx, into any) error {
	return strict(c.Body(), into)
}

// strict reads one JSON value and nothing after it.
func strict(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if d.Decode(into) != nil || len(bytes.TrimSpace(text[d.InputOffset():])) > 0 {
		return malformed
	}
	return nil
}
