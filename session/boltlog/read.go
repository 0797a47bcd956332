package boltlog

import (
	"bytes"
	"context"
	"fmt"
	"iter"

	"go.etcd.io/bbolt"

	"verbindend/session"
	"verbindend/session/contract"
)

// pageBytes is how much a reader copies at a time. Between pages it holds no transaction, as one that stays open while its
// caller thinks would keep the file from growing, and a caller that writes would wait for itself.
const pageBytes = 512 << 10

// Read implements session.Log. When the log is replaced or deleted while it is being read, the reading ends in an error that is
// session.ErrConflict: read again.
func (l *Log) Read(ctx context.Context, id string, from uint64) iter.Seq2[session.Batch, error] {
	return func(yield func(session.Batch, error) bool) {
		if err := contract.CheckID(id); err != nil {
			yield(session.Batch{}, err)
			return
		}
		p := page{next: max(from, 1)}
		for {
			err := ctx.Err()
			if err == nil {
				err = l.turn(id, &p)
			}
			if err != nil {
				yield(session.Batch{}, err)
				return
			}
			for i, b := range p.batches {
				if err := ctx.Err(); err != nil && i > 0 {
					yield(session.Batch{}, err)
					return
				}
				if !yield(b, nil) {
					return
				}
			}
			if p.end {
				return
			}
		}
	}
}

// A page is a stretch of a log, read in one transaction.
type page struct {
	next    uint64 // the record that the following page begins at
	life    uint64 // the history it is of; 0 before the first page
	batches []session.Batch
	end     bool // nothing follows
}

// turn reads the page that follows.
func (l *Log) turn(id string, p *page) error {
	p.batches, p.end = nil, true
	return l.view(func(tx *bbolt.Tx) error {
		b := tx.Bucket(logsBucket).Bucket([]byte(id))
		if p.life != 0 && (b == nil || b.Sequence() != p.life) {
			return fmt.Errorf("log %s changed while it was read: %w", id, session.ErrConflict)
		}
		if b == nil {
			return nil
		}
		p.life = b.Sequence()
		c, size := b.Cursor(), 0
		for k, v := seek(c, p.next); k != nil; k, v = c.Next() {
			batch, err := decode(k, v)
			if err != nil {
				return fmt.Errorf("log %s: %w", id, err)
			}
			if batch.Last < p.next {
				continue // the last batch, which ends before what was asked for
			}
			if size > 0 && size+len(v) > pageBytes {
				p.end = false
				return nil
			}
			p.batches = append(p.batches, batch)
			p.next, size = batch.Last+1, size+len(v)
		}
		return nil
	})
}

// seek finds the batch that holds a record, or the last one that begins before it.
func seek(c *bbolt.Cursor, seq uint64) (k, v []byte) {
	want := key(seq)
	k, v = c.Seek(want)
	switch {
	case k == nil:
		return c.Last()
	case bytes.Equal(k, want):
		return k, v
	}
	return c.Prev()
}
