package live_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/session/logtest"
)

// long is a log of a session of 20,000 events in batches as a busy room makes them: 1,600 people, three cards each with a change
// to one of them, and ballots cast again and again.
func long(b *testing.B) (*logtest.Memory, string) {
	b.Helper()
	log := logtest.NewMemory()
	rooms, err := live.Open(b.Context(), log, live.Options{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		b.Fatal(err)
	}
	e, err := rooms.Start(b.Context(), session.StartSession{Title: "Proef", Lang: session.Dutch})
	if err != nil {
		b.Fatal(err)
	}
	if err := rooms.Close(b.Context()); err != nil {
		b.Fatal(err)
	}
	s, err := live.Load(b.Context(), log, e.ID)
	if err != nil {
		b.Fatal(err)
	}
	var batch []session.Record
	numbers := map[session.PersonID]uint64{}
	do := func(person session.PersonID, c session.Command) {
		role := session.Participant
		if person == session.HostID {
			role = session.Host
		}
		numbers[person]++
		records, err := s.Decide(c, session.Actor{Role: role, Person: person, Client: "tab-of-" + string(person), N: numbers[person]}, time.Now())
		if err != nil {
			b.Fatal(err)
		}
		for _, r := range records {
			s.Apply(r)
		}
		if batch = append(batch, records...); len(batch) < 20 && s.Seq() < 20_000 {
			return
		}
		encoded, err := session.EncodeBatch(batch)
		if err != nil {
			b.Fatal(err)
		}
		if err := logtest.Append(b.Context(), log, e.ID, batch[0].Seq, s.Seq(), encoded); err != nil {
			b.Fatal(err)
		}
		batch = nil
	}
	people := make([]session.PersonID, 1600)
	for i := range people {
		people[i] = session.PersonID(fmt.Sprintf("person-of-%06d", i))
		do(people[i], session.Join{})
	}
	do(session.HostID, session.OpenActivity{Activity: "a2"})
	for i, p := range people {
		for k := range 3 {
			do(p, session.AddCard{ID: fmt.Sprintf("%s-%d", p, k), Text: fmt.Sprintf("waarde nummer %d", (i*7+k)%400)})
		}
		do(p, session.EditCard{ID: fmt.Sprintf("%s-0", p), Text: fmt.Sprintf("waarde nummer %d", (i*5)%400)})
	}
	do(session.HostID, session.OpenActivity{Activity: "a4"})
	sum := s.Summary()
	for i := 0; s.Seq() < 20_000; i++ {
		do(people[i%len(people)], session.CastBallot{Round: 1, Dots: map[string]int{
			sum.Clusters[i%13].ID: 1, sum.Clusters[i%11+13].ID: 2, sum.Clusters[i/len(people)+30].ID: 1,
		}})
	}
	return log, e.ID
}

// What who comes first waits for after a restart; x-json is how many times as long that takes as reading the same bytes as JSON
// and forgetting them.
func BenchmarkLoad(b *testing.B) {
	log, id := long(b)
	var loading, reading time.Duration
	b.ReportAllocs()
	for b.Loop() {
		begun := time.Now()
		s, err := live.Load(b.Context(), log, id)
		if err != nil || s.Seq() < 20_000 {
			b.Fatal(s.Seq(), err)
		}
		loading += time.Since(begun)
		b.StopTimer()
		begun = time.Now()
		for _, batch := range log.Batches(id) {
			var into any
			if err := json.Unmarshal(batch.Bytes, &into); err != nil {
				b.Fatal(err)
			}
		}
		reading += time.Since(begun)
		b.StartTimer()
	}
	b.ReportMetric(float64(loading)/float64(reading), "x-json")
}
