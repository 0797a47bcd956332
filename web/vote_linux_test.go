package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"syscall"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/web/wire"
)

// BenchmarkVote has a thousand phones cast five ballots each, evenly over some seconds, and tells what each phone was sent
// meanwhile, and what processor time a thousand votes took, the phones' own included: sockets, rooms and all, but for a store.
func BenchmarkVote(b *testing.B) {
	const people, ballots, span = 1000, 5, 5 * time.Second
	for b.Loop() {
		server := serving(b, logtest.NewMemory())
		id := server.starts(session.OpenActivity{Activity: write})
		server.cards(id, 12)
		crowd := phones(b, server.address, id, people)
		var options []session.Option
		crowd.heard = func(_ *stander, text []byte) {
			var f wire.Frame
			var ballot session.BallotItem
			if options == nil && bytes.Contains(text, []byte(`"ballot":{"round"`)) && json.Unmarshal(text, &f) == nil && json.Unmarshal(f.Set["ballot"], &ballot) == nil {
				options = ballot.Options
			}
		}
		server.host(id, session.OpenActivity{Activity: vote})
		crowd.until("all have the ballot", func() bool { return options != nil })
		before, began := spent(b), time.Now()
		messages, size := crowd.received()
		acked, sent := 0, 0
		crowd.heard = func(_ *stander, text []byte) {
			if bytes.HasPrefix(text, []byte(`{"t":"ack"`)) {
				acked++
			}
		}
		crowd.until("all votes are acknowledged", func() bool {
			for due := int(people * ballots * time.Since(began) / span); sent < min(due, people*ballots); sent++ {
				option := options[(sent+sent/people)%len(options)].ID
				crowd.say(crowd.all[sent%people], fmt.Sprintf(`{"t":"do","n":%d,"type":"cast_ballot","data":{"round":1,"dots":{"%s":1}}}`, sent/people+1, option))
			}
			return acked == people*ballots
		})
		after, afterSize := crowd.received()
		b.ReportMetric(float64(after-messages)/people, "messages/phone")
		b.ReportMetric(float64(afterSize-size)/people, "B/phone")
		b.ReportMetric(float64((spent(b)-before).Milliseconds())/(people*ballots/1000), "CPU-ms/1000-votes")
		crowd.leave()
	}
}

// received counts what the crowd has heard.
func (c *crowd) received() (messages, size int) {
	for _, s := range c.all {
		messages += s.messages
		size += s.bytes
	}
	return messages, size
}

// spent is the processor time of this process.
func spent(tb testing.TB) time.Duration {
	tb.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
