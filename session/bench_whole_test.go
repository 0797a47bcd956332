//go:build unix

package session

import (
	"encoding/json"
	"fmt"
	"syscall"
	"testing"
	"time"
)

// What a view may take: all of it, and what one change makes of it.
const (
	wholeViewBound = 20 * time.Millisecond
	oneChangeBound = time.Millisecond
)

// crammed is a session of 2,000 people and 3,000 cards that has been through all of it, up to the steps: words and marks answered,
// a vote on 900 options, two hundred tables at work, a step and a personal one of everybody in four.
func crammed(b *testing.B) *room {
	b.Helper()
	r := large(b)
	people := r.s.people.order
	r.planned(Activity{ID: "in", Kind: CheckIn})
	r.at("in")
	for i, who := range people {
		r.filled(who, "in", map[string]int{"energy": 1 + i%5}, map[string]string{"word": fmt.Sprint("woord ", i%300)})
	}
	r.do(host, CloseActivity{}).done().do(host, ShowTexts{Activity: "in", Shown: true}).done()
	r.opened(Vote)
	for i, who := range people {
		r.do(who, CastBallot{Round: 1, Dots: map[string]int{r.s.vote.frozen.Options[i%7].ID: 2}}).done()
	}
	r.opened(Reveal).do(host, r.s.Calculation()()).done()
	r.planned(Activity{ID: "words", Kind: Formulate})
	r.do(host, ArrangeTables{Tables: MaxTables}).done()
	r.at("words").do(host, AssignSeats{}).done()
	for i, who := range people {
		if table := r.s.tables.seats[who]; r.s.tables.pens[table] == "" {
			r.do(who, TakePen{}).done()
			for _, v := range r.s.tables.plan.Values {
				if r.s.tables.plan.takes(v.ID, table) {
					r.do(who, WriteDraft{v.ID, Phrasing{fmt.Sprint("Wij doen wat wij zeggen, ook bij ", i), []string{"Iemand belt terug", "Wij vragen door"}, "Niemand zegt iets"}}).done()
				}
			}
		}
	}
	r.planned(Activity{ID: "steps", Kind: Commit})
	r.at("steps")
	for i, who := range people {
		if i%4 == 0 {
			r.do(who, WriteStep{fmt.Sprint("s", i), Step{What: fmt.Sprint("Elke maand een uur over waarde ", i), Owner: "Teamleider", Date: "2027-02-01"}}).done()
			r.do(who, ShareIntention{Intention{When: "ik binnenkom", Then: fmt.Sprint("groet ik iedereen, ook nummer ", i)}}).done()
		}
	}
	r.do(host, ShowSteps{Shown: true}).done().do(host, CloseActivity{}).done().do(host, ShowIntentions{Shown: true}).done()
	r.s.Touched()
	return r
}

// within reports the time of one round in parts of what it may take, and the processor time, which a busy machine stretches far less:
// that of collecting garbage on other cores is in it. A busy machine is no defect, so it judges nothing.
func within(b *testing.B, bound time.Duration, do func()) {
	b.Helper()
	before := processorTime(b)
	for b.Loop() {
		do()
	}
	parts := float64(b.N) * float64(bound)
	b.ReportMetric(float64(b.Elapsed())/parts, "of-bound")
	b.ReportMetric(float64(processorTime(b)-before)/parts, "cpu-of-bound")
}

func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// Everything that each role sees when all has been done, built anew as for a first frame.
func BenchmarkViewWhole(b *testing.B) {
	r := crammed(b)
	for _, role := range roles {
		b.Run(string(role), func(b *testing.B) {
			within(b, wholeViewBound, func() {
				if len(r.s.View(Viewer{Role: role}).Items) == 0 {
					b.Fatal("nothing")
				}
			})
		})
	}
}

// One thing changes, in a room that has all of it: the command, its record, and what it touched, for each role and for those whose own
// part it is.
func BenchmarkViewOneOf(b *testing.B) {
	r := crammed(b)
	n := 0
	var scribe PersonID
	var value string
	r.at("words")
	for table, holder := range r.s.tables.pens {
		for _, v := range r.s.tables.plan.Values {
			if r.s.tables.plan.takes(v.ID, table) {
				scribe, value = holder, v.ID
			}
		}
	}
	for _, c := range []struct {
		name string
		at   string
		do   func()
	}{
		{"sheet", "in", func() {
			r.filled(r.s.people.order[0], "in", map[string]int{"energy": 1 + n%5}, map[string]string{"word": fmt.Sprint("woord ", n)})
		}},
		{"draft", "words", func() { r.do(scribe, WriteDraft{value, Phrasing{Sentence: fmt.Sprint("Wij doen het ", n)}}).done() }},
		{"step", "steps", func() { r.do(r.s.people.order[0], WriteStep{"s0", Step{What: fmt.Sprint("Elke week ", n)}}).done() }},
		{"intention", "steps", func() {
			r.do(r.s.people.order[0], ShareIntention{Intention{Then: fmt.Sprint("groet ik ", n)}}).done()
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			if r.s.agenda.now != c.at {
				r.at(c.at)
			}
			r.s.Touched()
			within(b, oneChangeBound, func() {
				n++
				c.do()
				r.look(b)
			})
		})
	}
}

// look builds and encodes what was touched, as a room does before it sends it.
func (r *room) look(b *testing.B) {
	b.Helper()
	touched := r.s.Touched()
	if touched.All || touched.Everybody {
		b.Fatal("one change touches everything")
	}
	for _, key := range touched.Keys {
		for _, role := range roles {
			if item := r.s.Item(role, key); item != nil {
				if _, err := json.Marshal(item); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	for _, id := range touched.Me {
		if _, err := json.Marshal(r.s.Me(id)); err != nil {
			b.Fatal(err)
		}
	}
}
