package web

import (
	"runtime"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
)

// BenchmarkIdle takes the memory of a phone that is connected and silent, and beside it, in the same run, that of a bare
// connection of the same libraries: one goroutine that reads, one that waits for something to write. The metric "bare" is
// how many times that ours takes.
func BenchmarkIdle(b *testing.B) {
	const connections = 1000
	for b.Loop() {
		bare := bareServer(b)
		come := func() *crowd {
			c := gather(b, bare.address, "/", connections, func(int) (string, string) { return "", "hello" })
			c.until("all are answered", func() bool { return answered(c) })
			return c
		}
		come().leave() // leaves behind what the server keeps for the next thousand
		before := quiet(b, 0)
		crowd := come()
		bareEach := (quiet(b, connections) - before) / connections
		crowd.leave()

		server := serving(b, logtest.NewMemory())
		id := server.starts(session.OpenActivity{Activity: write})
		phones(b, server.address, id, connections).leave()
		before = quiet(b, 0)
		crowd = phones(b, server.address, id, connections)
		each := (quiet(b, connections) - before) / connections
		crowd.leave()
		b.ReportMetric(float64(bareEach), "bare-B/conn")
		b.ReportMetric(float64(each), "B/conn")
		b.ReportMetric(float64(each)/float64(bareEach), "bare")
	}
}

// quiet gives the memory in use when so many are connected, each with the two goroutines that both servers have for one; those
// who have left are gone by then, and so are the workers that let people in.
func quiet(b *testing.B, connections int) int {
	b.Helper()
	for began := time.Now(); runtime.NumGoroutine() > 2*connections+60; time.Sleep(50 * time.Millisecond) {
		if time.Since(began) > 2*patience {
			b.Fatalf("%d goroutines are still there", runtime.NumGoroutine())
		}
	}
	return memory()
}

func answered(c *crowd) bool {
	for _, s := range c.all {
		if s.messages == 0 {
			return false
		}
	}
	return true
}

// memory gives the bytes of heap and stacks in use when there is nothing left to clean up.
func memory() int {
	var stats runtime.MemStats
	for range 4 { // stacks shrink by half at each
		runtime.GC()
	}
	runtime.ReadMemStats(&stats)
	return int(stats.HeapAlloc + stats.StackInuse) //nolint:gosec // fits
}
