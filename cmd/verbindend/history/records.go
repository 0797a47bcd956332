package history

import (
	"fmt"
	"time"

	"verbindend/session"
)

// Records compares the log itself with the calls: each acknowledged call is in it once, in the order of its sender, nothing
// is in it that nobody asked for, and what was answered before something else was asked stands before it. Every call of the
// history must be one that changes something, for what is so already is acknowledged without a record.
func (h *History) Records(records []session.Record, rules Rules) []Finding {
	h.mu.Lock()
	defer h.mu.Unlock()
	var f findings
	calls := map[string]*Call{}
	tabs := map[string]*Tab{}
	for _, t := range h.tabs {
		tabs[t.Client] = t
		for _, c := range t.calls {
			calls[place(t.Client, c.N)] = c
		}
	}
	at := map[*Call]int{} // where its first record stands
	last := map[string]uint64{}
	var before *Call // of the record before
	for i, r := range records {
		if want := uint64(i + 1); r.Seq != want {
			f.add(Inexact, "record %d has number %d", want, r.Seq)
		}
		if r.N == 0 {
			before = nil
			continue // the server's own
		}
		c := calls[place(r.Client, r.N)]
		switch c {
		case nil:
			f.add(Nowhere, "record %d (%T) is call %d of %s, which never made it", r.Seq, r.Event, r.N, r.Client)
			continue
		case before: // one call may make several records
			continue
		}
		if c.Outcome == Refused {
			f.add(Nowhere, "record %d is of a call that was refused: %s", r.Seq, c)
		}
		if _, twice := at[c]; twice {
			f.add(Doubled, "records of %s stand at %d and at %d", c, at[c]+1, r.Seq)
		} else {
			at[c] = i
		}
		if r.N < last[r.Client] {
			f.add(Disorder, "record %d is of call %d of %s, after its call %d", r.Seq, r.N, r.Client, last[r.Client])
		}
		last[r.Client] = max(last[r.Client], r.N)
		before = c
	}
	for _, c := range h.calls {
		if _, there := at[c]; !there && c.Outcome == Done {
			f.add(Lost, "%s, acknowledged at %s, is not in the log", c, c.Answered.Format("05.000"))
		}
	}
	if !rules.TailLost {
		inTime(&f, records, calls)
	}
	return f
}

// inTime checks that no call stands before one that was answered before it was made.
func inTime(f *findings, records []session.Record, calls map[string]*Call) {
	var earliest time.Time // answer of what stands behind
	var of *Call
	for i := len(records) - 1; i >= 0; i-- {
		c := calls[place(records[i].Client, records[i].N)]
		if c == nil {
			continue
		}
		if of != nil && of != c && c.Invoked.After(earliest) {
			f.add(Disorder, "%s stands before %s, which was answered before it was made", c, of)
		}
		if c.Outcome == Done && (of == nil || c.Answered.Before(earliest)) {
			earliest, of = c.Answered, c
		}
	}
}

func place(client string, n uint64) string { return fmt.Sprint(client, " ", n) }
