package logtest

import (
	"context"

	"verbindend/session"
)

// MarkAt is the mark of the batch of a log that ends at a record, or, where there is none, a mark that no batch has.
func MarkAt(ctx context.Context, log session.Log, id string, seq uint64) session.Mark {
	if seq == 0 {
		return session.Mark{}
	}
	for b, err := range log.Read(ctx, id, seq) {
		if err == nil && b.Last == seq {
			return b.Mark()
		}
		break
	}
	return session.Mark{Seq: seq, Sum: session.Sum{1}}
}

// Append appends the records first … last behind the batch that ends before them, whoever wrote that.
func Append(ctx context.Context, log session.Log, id string, first, last uint64, batch []byte) error {
	return log.Append(ctx, id, MarkAt(ctx, log, id, first-1), last, batch)
}

// Replace replaces the records 1 … last, whoever wrote them.
func Replace(ctx context.Context, log session.Log, id string, last uint64, batch []byte) error {
	return log.Replace(ctx, id, MarkAt(ctx, log, id, last), batch)
}
