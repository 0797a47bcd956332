package web

import (
	"runtime"
	"testing"

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
		before := memory()
		crowd := come()
		bareEach := (memory() - before) / connections
		crowd.leave()

		server := serving(b, logtest.NewMemory())
		id := server.starts(session.OpenActivity{Activity: write})
		phones(b, server.address, id, connections).leave()
		before = memory()
		crowd = phones(b, server.address, id, connections)
		each := (memory() - before) / connections
		crowd.leave()
		b.ReportMetric(float64(bareEach), "bare-B/conn")
		b.ReportMetric(float64(each), "B/conn")
		b.ReportMetric(float64(each)/float64(bareEach), "bare")
	}
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
