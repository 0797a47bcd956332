package live

import (
	"context"
	"errors"
	"fmt"

	"verbindend/session"
)

// Load reads a session from the log as it stands now. A session that does not exist is a *session.Problem.
func Load(ctx context.Context, log session.Log, id string) (*session.Session, error) {
	s, _, err := load(ctx, log, id)
	if err == nil && s.Seq() == 0 {
		err = notFound()
	}
	return s, err
}

// load reads a session from its first record, and gives its batches too. A log that is replaced meanwhile is read anew.
func load(ctx context.Context, log session.Log, id string) (s *session.Session, held []session.Batch, err error) {
	for range maxConflicts {
		s = session.New()
		if held, err = catchUp(ctx, log, id, s); !errors.Is(err, session.ErrConflict) {
			break
		}
	}
	return s, held, err
}

// catchUp applies what the log has after s and gives the batches it read.
func catchUp(ctx context.Context, log session.Log, id string, s *session.Session) ([]session.Batch, error) {
	var read []session.Batch
	for batch, err := range log.Read(ctx, id, s.Seq()+1) {
		if err != nil {
			return nil, fmt.Errorf("read session %s: %w", id, err)
		}
		records, err := session.DecodeBatch(batch.Bytes)
		if err != nil {
			return nil, fmt.Errorf("read session %s: %w", id, err)
		}
		for _, r := range records {
			s.Apply(r)
		}
		read = append(read, batch)
	}
	return read, nil
}

func notFound() *session.Problem {
	return &session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown}
}

func unavailable() *session.Problem {
	return &session.Problem{Code: session.Unavailable, Retry: true}
}
