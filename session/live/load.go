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

// Find gives the entry of a session that has not ended, by pin, from the log as it stands now; false when there is none.
func Find(ctx context.Context, log session.Log, pin string) (Entry, bool, error) {
	directory, err := openDirectory(ctx, log)
	if err != nil {
		return Entry{}, false, err
	}
	e, found := directory.Find(pin)
	return e, found, nil
}

// load reads a session from its first record, and gives its batches too. A log that is replaced meanwhile is read anew.
func load(ctx context.Context, log session.Log, id string) (s *session.Session, held []session.Batch, err error) {
	for range maxConflicts {
		if s, held, err = read(ctx, log, id); !errors.Is(err, session.ErrConflict) {
			break
		}
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read session %s: %w", id, err)
	}
	return s, held, nil
}

func read(ctx context.Context, log session.Log, id string) (*session.Session, []session.Batch, error) {
	s := session.New()
	var held []session.Batch
	for batch, err := range log.Read(ctx, id, 1) {
		if err == nil {
			err = apply(s, batch)
		}
		if err != nil {
			return nil, nil, err
		}
		held = append(held, batch)
	}
	return s, held, nil
}

// replay makes the state that batches stand for.
func replay(held []session.Batch) (*session.Session, error) {
	s := session.New()
	for _, b := range held {
		if err := apply(s, b); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func apply(s *session.Session, b session.Batch) error {
	records, err := session.DecodeBatch(b.Bytes)
	if err != nil {
		return err
	}
	for _, r := range records {
		s.Apply(r)
	}
	return nil
}

func notFound() *session.Problem {
	return &session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown}
}

func unavailable() *session.Problem {
	return &session.Problem{Code: session.Unavailable, Retry: true}
}
