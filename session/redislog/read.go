package redislog

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"

	"verbindend/session"
	"verbindend/session/contract"
)

// A page is about this many bytes, and at most this many batches.
const (
	pageBytes   = 1 << 20
	pageBatches = 256
)

// Read implements session.Log. When the log is replaced or deleted while it is being read, the reading ends in an error that is
// session.ErrConflict: read again.
func (l *Log) Read(ctx context.Context, id string, from uint64) iter.Seq2[session.Batch, error] {
	return func(yield func(session.Batch, error) bool) {
		if err := contract.CheckID(id); err != nil {
			yield(session.Batch{}, err)
			return
		}
		if err := l.read(ctx, id, max(from, 1), func(b session.Batch) bool { return yield(b, nil) }); err != nil {
			yield(session.Batch{}, fmt.Errorf("read log %s: %w", id, err))
		}
	}
}

// read yields batches until there are no more or the receiver has enough, in which case it answers nil too.
func (l *Log) read(ctx context.Context, id string, from uint64, yield func(session.Batch) bool) error {
	// The newest batch that begins at or before the wanted record either holds it or is the end of the log.
	start, err := call(ctx, l, readPatience, func(ctx context.Context) ([]redis.XMessage, error) {
		return l.client.XRevRangeN(ctx, logKey(id), place(from), "-", 1).Result()
	})
	if err != nil || len(start) == 0 {
		return err
	}
	at, err := decode(start[0])
	if err != nil || at.Last < from || !yield(at.Batch) {
		return err
	}
	for count := int64(1); ; {
		count = ahead(count, len(at.Bytes))
		// Each page begins with the batch that we have: if that is no longer the one, this is another history.
		page, err := call(ctx, l, readPatience, func(ctx context.Context) ([]redis.XMessage, error) {
			return l.client.XRangeN(ctx, logKey(id), place(at.First), "+", count+1).Result()
		})
		if err != nil {
			return err
		}
		for i, m := range page {
			next, err := decode(m)
			switch {
			case err != nil:
				return err
			case i == 0 && next.nonce == at.nonce:
				continue
			case i == 0:
				return errReplaced
			case next.First != at.Last+1:
				return fmt.Errorf("the stream has a batch at %d after record %d", next.First, at.Last)
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			if at = next; !yield(at.Batch) {
				return nil
			}
		}
		if len(page) == 0 {
			return errReplaced
		}
		if int64(len(page)) <= count {
			return nil
		}
	}
}

var errReplaced = fmt.Errorf("the log changed while it was read: %w", session.ErrConflict)

// ahead doubles the number of batches per page while they are small enough.
func ahead(count int64, size int) int64 {
	return max(1, min(2*count, pageBatches, pageBytes/int64(size+1)))
}

// entry is a batch as the stream holds it.
type entry struct {
	session.Batch
	nonce string
}

// place is the id of the entry whose batch begins at a record.
func place(first uint64) string { return strconv.FormatUint(first, 10) + "-0" }

func decode(m redis.XMessage) (entry, error) {
	head, tail, _ := strings.Cut(m.ID, "-")
	first, err1 := strconv.ParseUint(head, 10, 64)
	last, err2 := strconv.ParseUint(text(m, "last"), 10, 64)
	bytes := []byte(text(m, "bytes"))
	if err := errors.Join(err1, err2); err != nil || tail != "0" || last < first || len(bytes) == 0 {
		return entry{}, fmt.Errorf("entry %s of the stream is not a batch", m.ID)
	}
	return entry{session.Batch{First: first, Last: last, Bytes: bytes}, text(m, "nonce")}, nil
}

func text(m redis.XMessage, field string) string {
	s, _ := m.Values[field].(string) // a field that is missing is as wrong as an empty one
	return s
}
