package boltlog

import (
	"context"
	"fmt"

	"go.etcd.io/bbolt"

	"verbindend/session"
	"verbindend/session/contract"
)

// Append implements session.Log: without error the batch is on the disk.
func (l *Log) Append(ctx context.Context, id string, after session.Mark, last uint64, batch []byte) error {
	if err := contract.CheckAppend(id, after, last, batch); err != nil {
		return err
	}
	value := encode(session.Batch{First: after.Seq + 1, Last: last, Bytes: batch}) // a copy: when ctx ends, the writer goes on while the caller has its bytes back
	return l.submit(ctx, &job{
		size:   len(value),
		notice: session.Notice{ID: id, Seq: last},
		do: func(tx *bbolt.Tx) error {
			b := tx.Bucket(logsBucket).Bucket([]byte(id))
			if err := at(id, b, after); err != nil {
				return err
			}
			if b == nil {
				var err error
				if b, err = begin(tx, id); err != nil {
					return err
				}
			}
			b.FillPercent = 0.9 // keys only grow, so pages need no room for what comes between
			return b.Put(key(after.Seq+1), value)
		},
	})
}

// Replace implements session.Log. The old bytes leave the file with the next compaction; see the package documentation.
func (l *Log) Replace(ctx context.Context, id string, here session.Mark, batch []byte) error {
	if err := contract.CheckReplace(id, here, batch); err != nil {
		return err
	}
	value := encode(session.Batch{First: 1, Last: here.Seq, Bytes: batch})
	return l.submit(ctx, &job{
		size:   len(value),
		notice: session.Notice{ID: id, Seq: here.Seq},
		do: func(tx *bbolt.Tx) error {
			if err := at(id, tx.Bucket(logsBucket).Bucket([]byte(id)), here); err != nil {
				return err
			}
			if err := erase(tx, id); err != nil {
				return err
			}
			b, err := begin(tx, id)
			if err != nil {
				return err
			}
			return b.Put(key(1), value)
		},
	})
}

// Delete implements session.Log. The old bytes leave the file with the next compaction.
func (l *Log) Delete(ctx context.Context, id string) error {
	if err := contract.CheckID(id); err != nil {
		return err
	}
	return l.submit(ctx, &job{
		notice: session.Notice{ID: id},
		do: func(tx *bbolt.Tx) error {
			if tx.Bucket(logsBucket).Bucket([]byte(id)) == nil {
				return nil
			}
			return erase(tx, id)
		},
	})
}

// Ping implements session.Log: it writes to the disk as an append does.
func (l *Log) Ping(ctx context.Context) error {
	return l.submit(ctx, &job{do: func(tx *bbolt.Tx) error {
		return tx.Bucket(metaBucket).Put([]byte("ping"), []byte{1})
	}})
}

// begin makes the bucket of a log and gives this history a number of its own.
func begin(tx *bbolt.Tx, id string) (*bbolt.Bucket, error) {
	b, err := tx.Bucket(logsBucket).CreateBucket([]byte(id))
	if err != nil {
		return nil, err
	}
	life, err := tx.Bucket(metaBucket).NextSequence()
	if err != nil {
		return nil, err
	}
	return b, b.SetSequence(life)
}

// erase removes a history and marks, in the same transaction, that the file is to be compacted.
func erase(tx *bbolt.Tx, id string) error {
	if err := tx.Bucket(logsBucket).DeleteBucket([]byte(id)); err != nil {
		return err
	}
	return tx.Bucket(metaBucket).Put(dueKey, []byte{1})
}

// at tells whether a log, whose bucket may be nil, ends at a mark.
func at(id string, b *bbolt.Bucket, mark session.Mark) error {
	var end session.Mark
	if b != nil {
		last, err := parse(b.Cursor().Last())
		if err == nil {
			err = last.unspoilt()
		}
		if err != nil {
			return fmt.Errorf("log %s: %w", id, err)
		}
		end = last.Mark()
	}
	return contract.CheckEnd(id, end, mark)
}
