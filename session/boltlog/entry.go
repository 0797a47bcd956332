package boltlog

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"verbindend/session"
)

// summed is a bit of the last record's number that no number reaches. It says that a sum follows; entries of the first version
// have none.
const summed = 1 << 63

// entry is a batch as the file holds it. Its bytes are the file's, for as long as the transaction lasts.
type entry struct {
	session.Batch
	sum session.Sum // zero in the first version
}

func key(first uint64) []byte { return binary.BigEndian.AppendUint64(nil, first) }

func encode(b session.Batch) []byte {
	sum := b.Mark().Sum
	value := make([]byte, 0, 8+len(sum)+len(b.Bytes))
	value = binary.BigEndian.AppendUint64(value, b.Last|summed)
	value = append(value, sum[:]...)
	return append(value, b.Bytes...)
}

func parse(k, v []byte) (entry, error) {
	var e entry
	if len(k) != 8 || len(v) < 8 {
		return e, fmt.Errorf("%w: entry %x is not a batch", ErrDamaged, k)
	}
	e.First, e.Last, e.Bytes = binary.BigEndian.Uint64(k), binary.BigEndian.Uint64(v), v[8:]
	if e.Last&summed != 0 {
		if len(e.Bytes) < len(e.sum) {
			return e, fmt.Errorf("%w: entry %x is cut off", ErrDamaged, k)
		}
		e.Last &^= summed
		e.Bytes = e.Bytes[copy(e.sum[:], e.Bytes):]
	}
	return e, nil
}

// decode gives the batch of one entry, as a copy: bbolt's own bytes end with the transaction.
func decode(k, v []byte) (session.Batch, error) {
	e, err := parse(k, v)
	if err == nil {
		err = e.unspoilt()
	}
	e.Bytes = bytes.Clone(e.Bytes)
	return e.Batch, err
}
