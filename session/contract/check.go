package contract

import (
	"errors"
	"fmt"

	"verbindend/session"
)

// Errors that every log answers, to be compared with errors.Is.
var (
	// ErrClosed answers a call on a log that was closed.
	ErrClosed = errors.New("log: closed")
	// ErrInvalid answers a call that breaks the contract: a bad id, an impossible range, an empty batch. Nothing was stored.
	ErrInvalid = errors.New("log: invalid call")
)

// MaxID is the longest id in bytes, which are characters too, as ids are plain ASCII.
const MaxID = 64

// CheckID refuses an id that is not 1–64 characters of [a-z0-9-]. Such ids need no escaping in keys, file names and URLs.
func CheckID(id string) error {
	if id == "" || len(id) > MaxID {
		return fmt.Errorf("%w: an id of %d characters", ErrInvalid, len(id))
	}
	for i := range len(id) {
		c := id[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return fmt.Errorf("%w: id %q", ErrInvalid, id)
		}
	}
	return nil
}

// CheckAppend refuses what cannot be an append to a log: a bad id, a mark that contradicts itself, a range that runs
// backwards, no bytes.
func CheckAppend(id string, after session.Mark, last uint64, batch []byte) error {
	if err := CheckID(id); err != nil {
		return err
	}
	if (after.Seq == 0) != (after.Sum == session.Sum{}) {
		return fmt.Errorf("%w: a mark at record %d with the sum %s", ErrInvalid, after.Seq, after.Sum)
	}
	if last <= after.Seq {
		return fmt.Errorf("%w: records %d to %d", ErrInvalid, after.Seq+1, last)
	}
	if len(batch) == 0 {
		return fmt.Errorf("%w: an empty batch", ErrInvalid)
	}
	return nil
}

// CheckReplace refuses what cannot replace a history: besides what CheckAppend refuses, a history of no records.
func CheckReplace(id string, at session.Mark, batch []byte) error {
	if at.Seq == 0 || at.Sum == (session.Sum{}) {
		return fmt.Errorf("%w: to replace what ends at record %d with the sum %s", ErrInvalid, at.Seq, at.Sum)
	}
	return CheckAppend(id, session.Mark{}, at.Seq, batch)
}

// CheckEnd tells a writer who expects the end of a log at a mark whether it is there: nil, or an error that is
// session.ErrConflict or session.ErrLost.
func CheckEnd(id string, end, expected session.Mark) error {
	switch {
	case end.Seq < expected.Seq:
		return fmt.Errorf("log %s ends at %d, before %d: %w", id, end.Seq, expected.Seq, session.ErrLost)
	case end.Seq > expected.Seq:
		return fmt.Errorf("log %s is at %d, after %d: %w", id, end.Seq, expected.Seq, session.ErrConflict)
	case end != expected:
		return fmt.Errorf("log %s has another batch at %d: %w", id, end.Seq, session.ErrConflict)
	}
	return nil
}
