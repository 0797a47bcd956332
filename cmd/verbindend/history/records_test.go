package history

import (
	"slices"
	"testing"

	"verbindend/session"
)

// of gives the place of the record of a call.
func (r *rehearsal) of(c *Call) int {
	at := slices.IndexFunc(r.records, func(rec session.Record) bool { return rec.Client == c.tab.Client && rec.N == c.N })
	if at < 0 {
		r.t.Fatalf("no record of %s", c)
	}
	return at
}

// number gives the records numbers 1, 2, 3 … again.
func (r *rehearsal) number() {
	for i := range r.records {
		r.records[i].Seq = uint64(i + 1)
	}
}

func (r *rehearsal) move(from, to int) {
	record := r.records[from]
	r.records = slices.Insert(slices.Delete(r.records, from, from+1), to, record)
	r.number()
}

func TestRecords(t *testing.T) {
	t.Run("an honest log is found in order", func(t *testing.T) {
		r := rehearse(t)
		nothing(t, r.h.Records(r.records, Rules{}))
	})
	t.Run("a call without an answer may be in the log or not", func(t *testing.T) {
		r := rehearse(t)
		r.phones[0].call(9).Outcome = Unknown
		r.phones[1].Invoke(session.AddCard{ID: "k9", Text: Text(2, 9)})
		nothing(t, r.h.Records(r.records, Rules{}))
	})
	t.Run("what was put back late may stand behind what others did after it, when the tail of the log was lost", func(t *testing.T) {
		r := rehearse(t)
		r.move(r.of(r.phones[0].call(9)), r.of(r.phones[1].call(7)))
		nothing(t, r.h.Records(r.records, Rules{TailLost: true}))
		finds(t, r.h.Records(r.records, Rules{}), Disorder)
	})
	for _, c := range []struct {
		name  string
		class Class
		wrong func(r *rehearsal)
	}{
		{"a record that is lost is found", Lost, func(r *rehearsal) {
			at := r.of(r.phones[1].call(3))
			r.records = slices.Delete(r.records, at, at+1)
			r.number()
		}},
		{"a call that was done twice is found", Doubled, func(r *rehearsal) {
			r.records = append(r.records, r.records[r.of(r.phones[1].call(3))])
			r.number()
		}},
		{"two calls of a person in the wrong order are found", Disorder, func(r *rehearsal) {
			at := r.of(r.phones[1].call(3))
			r.move(at, at+1)
		}},
		{"a call before another that was answered before it was made is found", Disorder, func(r *rehearsal) {
			r.move(r.of(r.phones[2].call(1)), r.of(r.phones[0].call(1)))
		}},
		{"a record of a call that was refused is found", Nowhere, func(r *rehearsal) {
			r.records[len(r.records)-1].Client, r.records[len(r.records)-1].N = r.refused.tab.Client, r.refused.N
		}},
		{"a record that nobody asked for is found", Nowhere, func(r *rehearsal) { r.records[len(r.records)-1].N = 99 }},
		{"a gap in the numbers is found", Inexact, func(r *rehearsal) { r.records[3].Seq++ }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := rehearse(t)
			c.wrong(r)
			finds(t, r.h.Records(r.records, Rules{}), c.class)
		})
	}
}
