package redislog

import (
	"fmt"
	"testing"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/session/redislog/redistest"
)

func TestFollowing(t *testing.T) {
	addr, _ := redistest.Start(t)
	p := newProxy(t, addr)
	l, ctx := mustOpen(t, p.addr()), t.Context()
	for seq := uint64(1); seq <= 10; seq++ {
		must(t, logtest.Append(ctx, l, "a", seq, seq, fmt.Append(nil, seq)))
	}
	read := func(from uint64) (batches int) {
		for _, err := range l.Read(ctx, "a", from) {
			must(t, err)
			batches++
		}
		return batches
	}
	read(1) // the server knows the script now
	t.Run("what is new after a known batch costs one question, and so does that nothing is", func(t *testing.T) {
		for from := uint64(5); from <= 11; from++ {
			before := p.asked.Load()
			if got := read(from); got != int(11-from) {
				t.Errorf("%d batches from %d", got, from)
			}
			if asked := p.asked.Load() - before; asked != 1 {
				t.Errorf("reading from %d asked %d times", from, asked)
			}
		}
	})
	t.Run("an entry that is no batch is an error, and so is a gap", func(t *testing.T) {
		for id, entry := range map[string][]any{
			"no-last":  {"11-0", "bytes", "x"},
			"no-bytes": {"11-0", "last", 11, "nonce", "n"},
			"gap":      {"12-0", "last", 12, "nonce", "n", "bytes", "x"},
			"odd":      {"11-1", "last", 11, "nonce", "n", "bytes", "x"},
		} {
			must(t, logtest.Append(ctx, l, id, 1, 10, []byte("x")))
			must(t, l.client.Do(ctx, append([]any{"XADD", logKey(id)}, entry...)...).Err())
			failed := false
			for b, err := range l.Read(ctx, id, 1) {
				if err == nil && b.Mark() != (session.Batch{First: 1, Last: 10, Bytes: []byte("x")}).Mark() {
					t.Errorf("%s: read %d–%d", id, b.First, b.Last)
				}
				failed = err != nil
			}
			if !failed {
				t.Errorf("%s: no error", id)
			}
		}
	})
}
