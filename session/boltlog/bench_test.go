package boltlog

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"verbindend/session"
)

// record is about what a room appends for one vote.
var record = bytes.Repeat([]byte("v"), 200)

// The benchmarks tell how many times the price of a bare fsync an append costs, as both depend on the disk first of all.

func BenchmarkAppendAlone(b *testing.B) {
	bare := fsyncTime(b)
	l := mustOpen(b, b.TempDir())
	defer l.Close()
	end := session.Mark{}
	for b.Loop() {
		end = appendRecord(b, l, "a", end)
	}
	report(b, bare)
}

func BenchmarkAppendGrouped(b *testing.B) {
	bare := fsyncTime(b)
	l := mustOpen(b, b.TempDir())
	defer l.Close()
	var writers atomic.Int64
	b.ResetTimer()
	b.SetParallelism(64) // times GOMAXPROCS writers, each with its own log, as sessions have
	b.RunParallel(func(pb *testing.PB) {
		id, end := fmt.Sprint("w", writers.Add(1)), session.Mark{}
		for pb.Next() {
			end = appendRecord(b, l, id, end)
		}
	})
	report(b, bare)
}

func appendRecord(b *testing.B, l *Log, id string, end session.Mark) session.Mark {
	next := session.Batch{First: end.Seq + 1, Last: end.Seq + 1, Bytes: record}
	if err := l.Append(b.Context(), id, end, next.Last, record); err != nil {
		b.Error(err)
	}
	return next.Mark()
}

func report(b *testing.B, bare time.Duration) {
	each := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(float64(each)/float64(bare), "fsyncs/append")
	b.ReportMetric(float64(bare.Microseconds()), "µs/bare-fsync")
	b.ReportMetric(float64(time.Second)/float64(each), "appends/s")
}

// fsyncTime is what it costs to write a record at the end of a file and wait for the disk.
func fsyncTime(b *testing.B) time.Duration {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "bare"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	const rounds = 200
	start := time.Now()
	for range rounds {
		if _, err := f.Write(record); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
	}
	return time.Since(start) / rounds
}
