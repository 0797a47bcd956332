package session

import (
	"encoding/json"
	"fmt"
	"testing"
)

// 500 ballots on 15 options, resampled 2,000 times: what a large room waits for at the reveal.
func BenchmarkBootstrap(b *testing.B) {
	rows := votes(500, 15, 1)
	for b.Loop() {
		if Bootstrap(rows, 5, 1) == nil {
			b.Fatal("nothing")
		}
	}
}

// large is a session of 2,000 people who wrote 3,000 cards, now being clustered.
func large(b *testing.B) *room {
	b.Helper()
	r := lobby(b)
	r.lawless = true
	crowd := r.crowd(2000)
	r.opened(Write)
	for i := range 3000 {
		r.write(crowd[i%2000], fmt.Sprintf("waarde %d", i%900))
	}
	r.opened(Cluster)
	r.s.Touched()
	return r
}

// Everything a screen sees, as for its first frame.
func BenchmarkViewFull(b *testing.B) {
	r := large(b)
	for b.Loop() {
		if _, err := json.Marshal(r.s.View(Viewer{Role: Screen}).Items); err != nil {
			b.Fatal(err)
		}
	}
}

// One card changes: the command, its record, and the items it touched for each role, as for one frame.
func BenchmarkViewOneChange(b *testing.B) {
	r := large(b)
	hidden := false
	for b.Loop() {
		hidden = !hidden
		var c Command = RestoreCard{"k1500"}
		if hidden {
			c = HideCard{"k1500"}
		}
		r.do(host, c).done()
		for _, key := range r.s.Touched().Keys {
			for _, role := range roles {
				if _, err := json.Marshal(r.s.Item(role, key)); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}
