package session

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"strings"
)

// A Sum tells batches apart: the first 96 bits of SHA-256 over first, last (big-endian) and the bytes of a batch. Of two
// batches with the same sum it may be taken for granted that they are the same one.
type Sum [12]byte

// A Mark names the end of a log: its last record and the sum of the batch that holds it. The zero Mark is the empty log.
//
// Numbers alone cannot tell two histories apart: when a store comes back without what it had acknowledged, one server may go
// on from there while another still holds what was lost, and both have a record 7.
type Mark struct {
	Seq uint64
	Sum Sum
}

// Mark is the end of a log whose last batch this is.
func (b Batch) Mark() Mark {
	var place [16]byte
	binary.BigEndian.PutUint64(place[:8], b.First)
	binary.BigEndian.PutUint64(place[8:], b.Last)
	h := sha256.New()
	h.Write(place[:]) // a hash takes everything
	h.Write(b.Bytes)
	m := Mark{Seq: b.Last}
	copy(m.Sum[:], h.Sum(nil))
	return m
}

var sumText = base32.StdEncoding.WithPadding(base32.NoPadding)

// String gives 20 characters of [a-z2-7].
func (s Sum) String() string { return strings.ToLower(sumText.EncodeToString(s[:])) }
