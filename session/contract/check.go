package contract

import (
	"errors"
	"fmt"
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

// CheckBatch refuses what cannot be one batch of a log: a bad id, records before the first, a range that runs backwards, no bytes.
func CheckBatch(id string, first, last uint64, batch []byte) error {
	if err := CheckID(id); err != nil {
		return err
	}
	if first == 0 || last < first {
		return fmt.Errorf("%w: records %d to %d", ErrInvalid, first, last)
	}
	if len(batch) == 0 {
		return fmt.Errorf("%w: an empty batch", ErrInvalid)
	}
	return nil
}
