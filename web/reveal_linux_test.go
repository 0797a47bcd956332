package web

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
)

// BenchmarkReveal takes the time in which a result reaches thousands of phones, from the first to the last of them, and beside
// it, in the same run, that of the same bytes from a bare server to as many sockets. The metric "bare" is how many times
// that ours takes.
func BenchmarkReveal(b *testing.B) {
	for _, connections := range []int{2000, 4000} {
		b.Run(fmt.Sprint(connections), func(b *testing.B) { benchmarkReveal(b, connections) })
	}
}

func benchmarkReveal(b *testing.B, connections int) {
	server := serving(b, logtest.NewMemory())
	id := server.starts(session.OpenActivity{Activity: write})
	server.cards(id, 12)
	ours := phones(b, server.address, id, connections)
	plain := bareServer(b)
	theirs := gather(b, plain.address, "/", connections, func(int) (string, string) { return "", "hello" })
	theirs.until("all are answered", func() bool { return answered(theirs) })

	var took, bareTook []time.Duration
	for b.Loop() {
		server.host(id, session.OpenActivity{Activity: vote})
		ours.served("the ballot", []byte(`"ballot":{`))
		server.host(id, session.CloseActivity{})
		ours.served("the end of the vote", []byte(`"status":"closed"`))

		began := time.Now()
		server.host(id, session.OpenActivity{Activity: reveal})
		text, spread := ours.served("the result", []byte(`"revealed":true`))
		took = append(took, spread)
		b.ReportMetric(float64(time.Since(began).Milliseconds()), "ms-from-the-command")

		go plain.broadcast(prepared(b, text))
		_, spread = theirs.served("the same bytes", text)
		bareTook = append(bareTook, spread)
		b.ReportMetric(float64(len(text)), "bytes")
	}
	b.ReportMetric(float64(median(took))/float64(median(bareTook)), "bare")
	b.ReportMetric(float64(median(took).Milliseconds()), "ms-first-to-last")
}

// median is not moved by what else the machine does for a moment.
func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

// served waits until each of the crowd has been sent a message with something in it, and gives the last such message and
// the time between the first and the last.
func (c *crowd) served(what string, sign []byte) (message []byte, spread time.Duration) {
	c.tb.Helper()
	done := map[int]bool{}
	var first time.Time
	c.heard = func(s *stander, text []byte) {
		if done[s.number] || !bytes.Contains(text, sign) {
			return
		}
		if len(done) == 0 {
			first = time.Now()
		}
		done[s.number] = true
		if len(done) == len(c.all) {
			message = bytes.Clone(text)
		}
	}
	c.until("all have "+what, func() bool { return len(done) == len(c.all) })
	c.heard = func(*stander, []byte) {}
	return message, time.Since(first)
}
