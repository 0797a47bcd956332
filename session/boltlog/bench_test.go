package boltlog

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.etcd.io/bbolt"

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

// BenchmarkRead reads a session of 20,000 records as a room does that opens it, beside reading and summing as many bytes of a bare file.
func BenchmarkRead(b *testing.B) {
	for _, each := range []int{1, 40} {
		b.Run(fmt.Sprint("20,000 records in batches of ", each), func(b *testing.B) {
			const records = 20_000
			l := mustOpen(b, b.TempDir())
			defer l.Close()
			batch := bytes.Repeat(record, each)
			var all sync.WaitGroup // one fsync for many
			for n := range records / each {
				all.Go(func() {
					if err := l.submit(b.Context(), &job{size: len(batch), do: func(tx *bbolt.Tx) error {
						bucket, err := tx.Bucket(logsBucket).CreateBucketIfNotExists([]byte("a"))
						if err != nil {
							return err
						}
						stored := session.Batch{First: uint64(n*each + 1), Last: uint64((n + 1) * each), Bytes: batch}
						return bucket.Put(key(stored.First), encode(stored))
					}}); err != nil {
						b.Error(err)
					}
				})
			}
			all.Wait()
			bare := summedFile(b, records*len(record))
			for b.Loop() {
				last := uint64(0)
				for read, err := range l.Read(b.Context(), "a", 1) {
					if err != nil {
						b.Fatal(err)
					}
					last = read.Last
				}
				if last != records {
					b.Fatal(last)
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(bare), "bare-files/op")
		})
	}
}

// summedFile is what it costs to read a file and make one sum of it.
func summedFile(b *testing.B, size int) time.Duration {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bare")
	if err := os.WriteFile(path, make([]byte, size), 0o600); err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	content, err := os.ReadFile(path)
	if err != nil || len(content) != size {
		b.Fatal(err)
	}
	_ = session.Batch{First: 1, Last: 1, Bytes: content}.Mark()
	return time.Since(start)
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
