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
	pageBytes    = 1 << 20
	pageBatches  = 256
	firstBatches = 8 // of the first page, before it is known how large they are
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
	start, page, err := l.begin(ctx, id, from)
	if err != nil || len(start) == 0 {
		return err
	}
	at, err := decode(start[0])
	if err != nil || at.Last < from || !yield(at.Batch) {
		return err
	}
	if len(page) > 0 && page[0].ID == start[0].ID {
		page = page[1:]
	}
	for count, full := int64(firstBatches), len(page) >= firstBatches-1; ; {
		for _, m := range page {
			next, err := decode(m)
			if err != nil {
				return err
			}
			if next.First != at.Last+1 {
				return fmt.Errorf("the stream has a batch at %d after record %d", next.First, at.Last)
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			if at = next; !yield(at.Batch) {
				return nil
			}
		}
		if !full {
			return nil
		}
		count = ahead(count, len(at.Bytes))
		if page, err = l.after(ctx, id, at, count); err != nil {
			return err
		}
		full = int64(len(page)) >= count
	}
}

// begin asks in one question for the newest batch that begins at or before a record, which either holds it or is the end of the log,
// and for some that begin at it or later. Whoever follows a log seldom has to ask again.
func (l *Log) begin(ctx context.Context, id string, from uint64) (start, page []redis.XMessage, err error) {
	both, err := call(ctx, l, readPatience, func(ctx context.Context) ([]any, error) {
		return readScript.Run(ctx, l.client, []string{logKey(id)}, place(from), firstBatches).Slice()
	})
	if err != nil {
		return nil, nil, err
	}
	if len(both) != 2 {
		return nil, nil, fmt.Errorf("redis answers %d things instead of two", len(both))
	}
	return messages(both[0]), messages(both[1]), nil
}

// messages reads entries of a stream as a script gives them. What is none of that is left out, and is missed by who reads.
func messages(list any) []redis.XMessage {
	var all []redis.XMessage
	entries, _ := list.([]any)
	for _, e := range entries {
		pair, _ := e.([]any)
		if len(pair) != 2 {
			continue
		}
		id, _ := pair[0].(string)
		fields, _ := pair[1].([]any)
		m := redis.XMessage{ID: id, Values: make(map[string]any, len(fields)/2)}
		for i := 0; i+1 < len(fields); i += 2 {
			name, _ := fields[i].(string)
			m.Values[name] = fields[i+1]
		}
		all = append(all, m)
	}
	return all
}

// after gives the batches that follow one. When that is no longer in its place, this is another history.
func (l *Log) after(ctx context.Context, id string, at entry, count int64) ([]redis.XMessage, error) {
	page, err := call(ctx, l, readPatience, func(ctx context.Context) ([]redis.XMessage, error) {
		return l.client.XRangeN(ctx, logKey(id), place(at.First), "+", count+1).Result()
	})
	if err != nil {
		return nil, err
	}
	if len(page) == 0 {
		return nil, errReplaced
	}
	same, err := decode(page[0])
	if err == nil && same.nonce != at.nonce {
		err = errReplaced
	}
	return page[1:], err
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
