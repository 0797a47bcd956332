package redislog

import (
	"bytes"
	"context"
	"fmt"
	"syscall"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/redislog/redistest"
)

// What a batch costs: a vote is about 200 bytes, and a busy room gathers hundreds of them. Beside it runs a bare SET of the same
// bytes over the same client: the price of asking this Redis anything.
func BenchmarkAppend(b *testing.B) {
	for _, size := range []int{200, 20_000} {
		batch := bytes.Repeat([]byte("v"), size)
		b.Run(fmt.Sprint("batch of ", size, " bytes"), func(b *testing.B) {
			addr, _ := redistest.Start(b)
			l, ctx := benchOpen(b, addr), b.Context()
			bare := perCall(b, l, func() error { return l.client.Set(ctx, "bare", batch, 0).Err() }, 500)
			end := session.Mark{}
			once := func() error {
				next := session.Batch{First: end.Seq + 1, Last: end.Seq + 1, Bytes: batch}
				err := l.Append(ctx, "a", end, next.Last, batch)
				end = next.Mark()
				return err
			}
			b.ReportAllocs()
			b.ResetTimer()
			cost := perCall(b, l, once, b.N)
			b.ReportMetric(float64(cost.own.Nanoseconds())/1e3, "own-cpu-µs/op")
			b.ReportMetric(float64(cost.server.Nanoseconds())/1e3, "redis-cpu-µs/op")
			b.ReportMetric(float64(cost.own+cost.server)/float64(bare.own+bare.server), "bare-sets/op")
		})
	}
}

type cost struct{ own, server time.Duration }

// perCall is the processor time that one call costs this process and the server.
func perCall(b *testing.B, l *Log, do func() error, times int) cost {
	b.Helper()
	own, server := ownTime(b), serverTime(b, l)
	for range times {
		if err := do(); err != nil {
			b.Fatal(err)
		}
	}
	n := time.Duration(times)
	return cost{(ownTime(b) - own) / n, (serverTime(b, l) - server) / n}
}

func ownTime(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func serverTime(b *testing.B, l *Log) time.Duration {
	b.Helper()
	said, err := l.client.InfoMap(context.Background(), "cpu").Result()
	if err != nil {
		b.Fatal(err)
	}
	total := time.Duration(0)
	for _, name := range []string{"used_cpu_sys", "used_cpu_user"} {
		used, err := time.ParseDuration(said["CPU"][name] + "s")
		if err != nil {
			b.Fatal(err)
		}
		total += used
	}
	return total
}

// BenchmarkRead reads a session of 20,000 records as a room does that opens it, beside the bytes in one bare GET.
func BenchmarkRead(b *testing.B) {
	for _, each := range []int{1, 40} {
		b.Run(fmt.Sprint("20,000 records in batches of ", each), func(b *testing.B) {
			addr, _ := redistest.Start(b)
			l, ctx, end := benchOpen(b, addr), b.Context(), session.Mark{}
			batch := bytes.Repeat([]byte("v"), 200*each)
			for end.Seq < 20_000 {
				next := session.Batch{First: end.Seq + 1, Last: end.Seq + uint64(each), Bytes: batch}
				if err := l.Append(ctx, "a", end, next.Last, batch); err != nil {
					b.Fatal(err)
				}
				end = next.Mark()
			}
			if err := l.client.Set(ctx, "bare", bytes.Repeat([]byte("v"), 200*20_000), 0).Err(); err != nil {
				b.Fatal(err)
			}
			began := time.Now()
			if err := l.client.Get(ctx, "bare").Err(); err != nil {
				b.Fatal(err)
			}
			bare := time.Since(began)
			for b.Loop() {
				last := uint64(0)
				for read, err := range l.Read(ctx, "a", 1) {
					if err != nil {
						b.Fatal(err)
					}
					last = read.Last
				}
				if last != 20_000 {
					b.Fatal(last)
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(bare), "bare-gets/op")
		})
	}
}

func benchOpen(b *testing.B, addr string) *Log {
	b.Helper()
	client, _, err := connect("redis://" + addr)
	if err != nil {
		b.Fatal(err)
	}
	l := New(client)
	b.Cleanup(func() { l.Close() })
	return l
}
