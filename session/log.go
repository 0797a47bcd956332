package session

import (
	"context"
	"errors"
	"iter"
)

// Errors of a Log, to be compared with errors.Is.
var (
	// ErrConflict: the log is further than the writer knows, or has another history. Read what is new, apply it, decide again.
	ErrConflict = errors.New("log: somebody appended first")
	// ErrLost: the log ends before the place where this batch belongs; it came back with less than it acknowledged.
	ErrLost = errors.New("log: the log is behind the writer")
)

// A Batch is what one append stored: the records First … Last of one log, encoded by whoever wrote them.
type Batch struct {
	First, Last uint64 // sequence numbers, both included; 1 is the first record of a log
	Bytes       []byte // never empty; the receiver may keep it
}

// A Notice says that log ID has records up to Seq; after a deletion Seq is 0. It is a hint: it may come late, twice or for
// nothing, but after each append to any log at least one notice with that Seq or a later one follows.
// The empty Notice says "something may have been missed": look at every log you care for.
type Notice struct {
	ID  string
	Seq uint64
}

// A Log keeps the batches of many logs, each in order and without gaps. It moves bytes and knows no domain.
// All methods are safe for concurrent use and honour their context. An ID is 1–64 characters of [a-z0-9-].
type Log interface {
	// Append stores records after.Seq+1 … last as one batch, all or nothing, and returns after they are durable to the
	// degree the store promises. after must be the end of the log: otherwise it answers ErrConflict when the log is
	// further or its last batch is another, or ErrLost when it ends before after.Seq, and stores nothing. When any other error
	// comes back the batch may or may not have been stored; the caller must read the log before it writes again.
	// The same batch sent again by the implementation itself is stored once. A batch that was stored before stores kept sums
	// may be compared by its number only.
	Append(ctx context.Context, id string, after Mark, last uint64, batch []byte) error

	// Read yields, in order, the batches that hold records from seq `from` on; a batch that began earlier is yielded whole.
	// An unknown log is an empty one. An error is yielded last; ErrConflict when the log was replaced or deleted while it was
	// read, in which case it is read again from the start.
	Read(ctx context.Context, id string, from uint64) iter.Seq2[Batch, error]

	// Replace makes the history of a log one batch that stands for records 1 … at.Seq, provided that at is the end of the
	// log (otherwise ErrConflict or ErrLost as in Append, and nothing changes). All or nothing. The next append comes after that batch.
	// What was replaced cannot be read again, nor found in the store's files once Replace (or its next compaction,
	// where the engine's documentation says so) is done.
	Replace(ctx context.Context, id string, at Mark, batch []byte) error

	// Delete removes a log and all that it held. An unknown log is no error. After it the log is empty and begins at 1.
	Delete(ctx context.Context, id string) error

	// Watch reports appends, replacements and deletions, those of other processes too. The channel is closed when ctx ends.
	// It never blocks the store: a slow receiver gets fewer notices, the last ones or the empty Notice.
	Watch(ctx context.Context) (<-chan Notice, error)

	// Ping tells whether the log can be written to now; nil when it can.
	Ping(ctx context.Context) error

	// Close ends what is going on and releases the store. Calls after Close fail;
	// a second Close is harmless.
	Close() error
}
