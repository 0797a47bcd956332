package tables

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"verbindend/session"
)

// backOn is a look back on a session: of each value how many gave a number and its mean, and what became of the steps.
func backOn(sum session.Summary, day, answered int, steps []int, presence ...session.Presence) session.Summary {
	o := session.Outcome{Kind: session.Pulse, Sheets: answered, Questions: []session.Answered{}}
	for i, p := range presence {
		key := sum.PulseValues()[i].ID + "/presence"
		o.Questions = append(o.Questions, session.Answered{Question: session.Question{Key: key, Min: 1, Max: 10}, N: p.N, Mean: p.Mean})
	}
	if steps != nil {
		o.Questions = append(o.Questions, session.Answered{Question: session.Question{Key: "step", Min: 1, Max: 3}, N: answered, Counts: steps})
	}
	return session.Summary{
		ID: fmt.Sprint("pulse", day), Final: true, Pulse: &session.PulseOf{Session: sum.ID, Day: day}, EndedAt: time.Date(2026, 12, 1, 9, day, 0, 0, time.UTC),
		Outcomes: []session.Outcome{o},
	}
}

func TestLookbacks(t *testing.T) {
	sum := full()
	sum.Final = true
	pulses := []session.Summary{
		backOn(sum, 90, 3, nil, session.Presence{N: 3}, session.Presence{N: 2}),
		backOn(sum, 30, 12, []int{2, 3, 7}, session.Presence{N: 11, Mean: 6.5}, session.Presence{N: 4}),
	}
	values := sum.PulseValues()
	t.Run("have a row each, in the order of their days, and too few answers have no more than their number", func(t *testing.T) {
		list := Of(sum, Options{Lang: session.English, Pulses: pulses})
		backs, _ := Find(list, "lookbacks")
		want := [][]Cell{{30, pulses[1].EndedAt, 12, 7, 3, 2}, {90, pulses[0].EndedAt, 3, nil, nil, nil}}
		if !reflect.DeepEqual(backs.Rows, want) {
			t.Errorf("%v, want %v", backs.Rows, want)
		}
		presence, _ := Find(list, "lookback-presence")
		want = [][]Cell{
			{30, values[0].ID, values[0].Name, 11, 6.5}, {30, values[1].ID, values[1].Name, 4, nil},
			{90, values[0].ID, values[0].Name, 3, nil}, {90, values[1].ID, values[1].Name, 2, nil},
		}
		if !reflect.DeepEqual(presence.Rows, want) {
			t.Errorf("%v, want %v", presence.Rows, want)
		}
		compareBook(t, opened(t, sum, Options{Lang: session.English, Pulses: pulses}), list)
	})
	t.Run("are not there when nobody looked back", func(t *testing.T) {
		for _, key := range []string{"lookbacks", "lookback-presence"} {
			if _, found := Find(Of(sum, Options{}), key); found {
				t.Errorf("there is a table %s", key)
			}
		}
	})
	t.Run("every number of theirs that programs are told stands in a table", func(t *testing.T) {
		before := written(Of(sum, Options{Pulses: pulses}), "")
		file := sum.LookbackFile(pulses)
		if len(file.Lookbacks) != 2 || file.Fingerprint != sum.Fingerprint() {
			t.Fatalf("%+v", file)
		}
		for name, change := range map[string]func(l *session.Summary){
			"the day":              func(l *session.Summary) { l.Pulse = &session.PulseOf{Session: sum.ID, Day: 31} },
			"when it was closed":   func(l *session.Summary) { l.EndedAt = l.EndedAt.Add(time.Hour) },
			"how many answered":    func(l *session.Summary) { l.Outcomes[0].Sheets++ },
			"how many gave":        func(l *session.Summary) { l.Outcomes[0].Questions[0].N++ },
			"a mean":               func(l *session.Summary) { l.Outcomes[0].Questions[0].Mean++ },
			"what became of steps": func(l *session.Summary) { l.Outcomes[0].Questions[2].Counts = []int{3, 3, 6} },
		} {
			other := backOn(sum, 30, 12, []int{2, 3, 7}, session.Presence{N: 11, Mean: 6.5}, session.Presence{N: 4})
			change(&other)
			if written(Of(sum, Options{Pulses: []session.Summary{pulses[0], other}}), "") == before {
				t.Errorf("%s can change, and no table changes with it", name)
			}
		}
	})
}
