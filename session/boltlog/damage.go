package boltlog

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"runtime/debug"

	"go.etcd.io/bbolt"

	"verbindend/session"
)

// ErrDamaged answers when the file is not what this package wrote: cut off, or with other bytes in it. Nothing of what it says
// can be trusted; it is to be replaced by a copy.
var ErrDamaged = errors.New("the log's file is damaged")

// guarded does something with the file. bbolt ends the program where it meets what cannot be, and so does the processor where the
// file is shorter than it was said to be; here both become an error.
func guarded(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, p)
		}
	}()
	return do()
}

// examine looks at every page and every entry of the file, but not at the bytes of batches: they carry a sum, and one that is
// damaged spoils only the log that it is of.
func examine(db *bbolt.DB) error {
	return guarded(func() error {
		return db.View(func(tx *bbolt.Tx) error {
			if err := tx.Bucket(metaBucket).ForEach(func(_, _ []byte) error { return nil }); err != nil {
				return err
			}
			logs := tx.Bucket(logsBucket)
			if err := logs.ForEachBucket(func(id []byte) error { return inOrder(string(id), logs.Bucket(id)) }); err != nil {
				return err
			}
			var all error
			for err := range tx.Check() { // who owns which page; it must be heard to the end
				if all == nil {
					all = fmt.Errorf("%w: %w", ErrDamaged, err)
				}
			}
			return all
		})
	})
}

// inOrder tells whether the batches of a log follow one another without a gap.
func inOrder(id string, b *bbolt.Bucket) error {
	next := uint64(1)
	return b.ForEach(func(k, v []byte) error {
		e, err := parse(k, v)
		if err == nil && (e.First != next || e.Last < e.First) {
			err = fmt.Errorf("%w: records %d to %d come where %d should", ErrDamaged, e.First, e.Last, next)
		}
		if err != nil {
			return fmt.Errorf("log %s: %w", id, err)
		}
		next = e.Last + 1
		return nil
	})
}

// whole tells whether the file has all the pages that it says it has. bbolt itself finds out by touching them, which is too late.
func whole(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() == 0 { // bbolt would make an empty database of it
		return fmt.Errorf("%w: %s is empty", ErrDamaged, path)
	}
	newest := fileHead{}
	for at := int64(0); at < info.Size(); at = max(1024, 2*at) { // the second head is at the second page, whatever its size
		h, err := readHead(f, at)
		if err != nil {
			return err
		}
		if h.transaction >= newest.transaction && h.size > 0 {
			newest = h
		}
	}
	if newest.size > info.Size() {
		return fmt.Errorf("%w: %s has %d bytes of %d", ErrDamaged, path, info.Size(), newest.size)
	}
	return nil // also when there is no head: then bbolt says what it thinks of this file
}

// fileHead is what we need to know of bbolt's meta page, of which a file has two.
type fileHead struct {
	transaction uint64
	size        int64 // bytes of all pages that were ever in use; 0 for what is no head
}

// readHead reads bbolt's format, version 2: a page header of 16 bytes, then magic, version, page size and flags of 4 bytes each, then of 8
// bytes each the root's page and sequence, the page of the free list, the first page that was never in use, the transaction, and
// the FNV-1a sum of all that.
func readHead(f io.ReaderAt, at int64) (fileHead, error) {
	var b [64]byte
	if _, err := f.ReadAt(b[:], at+16); errors.Is(err, io.EOF) {
		return fileHead{}, nil
	} else if err != nil {
		return fileHead{}, err
	}
	sum := fnv.New64a()
	sum.Write(b[:56]) // a hash takes everything
	of := binary.NativeEndian
	if of.Uint32(b[:]) != 0xED0CDAED || of.Uint64(b[56:]) != sum.Sum64() {
		return fileHead{}, nil
	}
	return fileHead{transaction: of.Uint64(b[48:]), size: int64(of.Uint64(b[40:])) * int64(of.Uint32(b[8:]))}, nil
}

// unspoilt tells whether the bytes of a batch are those that were stored.
func (e entry) unspoilt() error {
	if e.sum != (session.Sum{}) && e.Mark().Sum != e.sum {
		return fmt.Errorf("%w: the batch of records %d to %d is not what was stored", ErrDamaged, e.First, e.Last)
	}
	return nil
}
