package logtest

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"testing"

	"verbindend/session"
)

// A handle is one log of one subtest, with the sentences that the suite is made of.
type handle struct {
	*testing.T
	ctx context.Context
	log session.Log
	id  string
}

// newID is an id that no other test uses, so that tests may share a store.
func newID() string { return "t-" + strings.ToLower(rand.Text()) }

// stored is a batch as the suite writes it, so that an expectation reads like a log.
type stored struct {
	first, last uint64
	text        string
}

// markOf is the mark of a batch as the suite writes it.
func markOf(first, last uint64, text string) session.Mark {
	return session.Batch{First: first, Last: last, Bytes: []byte(text)}.Mark()
}

func (h handle) markAt(seq uint64) session.Mark { return MarkAt(h.ctx, h.log, h.id, seq) }

func (h handle) append(first, last uint64, text string) {
	h.Helper()
	if err := Append(h.ctx, h.log, h.id, first, last, []byte(text)); err != nil {
		h.Fatalf("append %d–%d: %v", first, last, err)
	}
}

func (h handle) appendFails(first, last uint64, want error) {
	h.Helper()
	if err := Append(h.ctx, h.log, h.id, first, last, []byte("refused")); !errors.Is(err, want) {
		h.Fatalf("append %d–%d answered %v, want %v", first, last, err, want)
	}
}

func (h handle) replace(last uint64, text string) {
	h.Helper()
	if err := Replace(h.ctx, h.log, h.id, last, []byte(text)); err != nil {
		h.Fatalf("replace 1–%d: %v", last, err)
	}
}

func (h handle) delete() {
	h.Helper()
	if err := h.log.Delete(h.ctx, h.id); err != nil {
		h.Fatalf("delete: %v", err)
	}
}

// holds tells that the log holds exactly these batches.
func (h handle) holds(want ...stored) {
	h.Helper()
	h.holdsFrom(1, want...)
}

// holdsFrom tells that reading from a place yields exactly these batches.
func (h handle) holdsFrom(from uint64, want ...stored) {
	h.Helper()
	var got []stored
	for b, err := range h.log.Read(h.ctx, h.id, from) {
		if err != nil {
			h.Fatalf("read from %d: %v", from, err)
		}
		got = append(got, stored{b.First, b.Last, string(b.Bytes)})
	}
	if len(got) != len(want) {
		h.Fatalf("reading from %d yields %s, want %s", from, brief(got), brief(want))
	}
	for i := range got {
		if got[i] != want[i] {
			h.Fatalf("reading from %d yields %s, want %s", from, brief(got), brief(want))
		}
	}
}

// noticed waits until a watcher has been told of something at seq or later, or that it may have missed something.
func (h handle) noticed(ch <-chan session.Notice, seq uint64) {
	h.Helper()
	for {
		select {
		case n, open := <-ch:
			if !open {
				h.Fatalf("the watch ended before record %d was told", seq)
			}
			if n == (session.Notice{}) || n.ID == h.id && n.Seq >= seq {
				return
			}
		case <-h.ctx.Done():
			h.Fatalf("record %d was never told", seq)
		}
	}
}

func brief(batches []stored) string {
	var b bytes.Buffer
	for _, s := range batches {
		text := s.text
		if len(text) > 20 {
			text = fmt.Sprintf("%d bytes", len(text))
		}
		fmt.Fprintf(&b, "[%d–%d %s]", s.first, s.last, text)
	}
	if b.Len() == 0 {
		return "nothing"
	}
	return b.String()
}
