package session

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// looked is the summary of a session that can be looked back on.
func looked() Summary {
	return Summary{
		ID: "s1", Title: "Teamdag", Lang: Dutch, Fictional: true, Final: true,
		Formulations: []Formulation{
			{Value: "c1", Name: "Vertrouwen", Phrasing: Phrasing{Sentence: "Wij geven elkaar ruimte."}},
			{Value: "c2", Name: "Lef", Phrasing: Phrasing{Sentence: "Wij zeggen het hardop."}},
			{Value: "c3", Name: "Nog zonder zin"},
		},
		Vote: &Result{Options: []OptionResult{{ID: "c1", Name: "Vertrouwen", InTop: true}, {ID: "c4", Name: "Rust", InTop: true}, {ID: "c5", Name: "Plezier"}}},
	}
}

// opened30 is a pulse after thirty days that takes answers.
func opened30(t rapid.TB) *room {
	t.Helper()
	r := unstarted(t)
	r.do(host, StartPulse{ID: "p1", Day: 30, Of: looked()}).done()
	return r
}

// pulse is one that as many people have answered: one more each of the presence of the first value, and steps of every kind.
func pulse(t rapid.TB, people int) *room {
	t.Helper()
	r := opened30(t)
	for i, who := range r.crowd(people) {
		r.do(who, FillSheet{PulseActivity, Sheet{Numbers: map[string]int{"c1/presence": 1 + i%10, "c2/presence": 0, "step": 1 + i%3}}}).done()
	}
	return r
}

func ended(r *room) Summary { return r.do(host, EndSession{}).done().s.Summary() }

func TestPulse(t *testing.T) {
	t.Run("asks of each value in words how present it is, and whether the step was taken", func(t *testing.T) {
		form := opened30(t).s.Item(Participant, "form").(FormItem)
		equal(t, form.Form, Form{Questions: []Question{
			{Key: "c1/presence", Label: "Vertrouwen", Text: "Wij geven elkaar ruimte.", Min: 1, Max: 10, Unsure: true},
			{Key: "c2/presence", Label: "Lef", Text: "Wij zeggen het hardop.", Min: 1, Max: 10, Unsure: true},
			{Key: "step", Min: 1, Max: 3},
		}})
		equal(t, form.Open, true)
	})
	t.Run("asks of the values in the top when none was put into words", func(t *testing.T) {
		sum := looked()
		sum.Formulations = sum.Formulations[2:]
		equal(t, sum.PulseValues(), []PulseValue{{"c1", "Vertrouwen", ""}, {"c4", "Rust", ""}})
	})
	t.Run("is refused", func(t *testing.T) {
		running, empty := looked(), looked()
		running.Final = false
		empty.Formulations, empty.Vote = nil, nil
		for sentence, c := range map[string]struct {
			who  PersonID
			c    StartPulse
			want Problem
		}{
			"to whoever is no host":           {anna, StartPulse{"p1", 30, looked()}, Problem{Code: Denied}},
			"of a session that has not ended": {host, StartPulse{"p1", 30, running}, Problem{Code: Closed, Field: "session"}},
			"of a session that left no value": {host, StartPulse{"p1", 30, empty}, Problem{Code: Closed, Field: "session", Reason: NothingToRate}},
			"on the day of the session":       {host, StartPulse{"p1", 0, looked()}, Problem{Code: Invalid, Field: "day", Reason: OutOfRange, Limit: MaxPulseDay}},
			"more than a year after it":       {host, StartPulse{"p1", 366, looked()}, Problem{Code: Invalid, Field: "day", Reason: OutOfRange, Limit: MaxPulseDay}},
		} {
			t.Run(sentence, func(t *testing.T) { unstarted(t).do(c.who, c.c).refused(c.want.Code, c.want.Reason, c.want.Limit) })
		}
		t.Run("in a log that has begun", func(t *testing.T) {
			opened30(t).do(host, StartPulse{"p2", 30, looked()}).refused(Taken, "")
		})
		t.Run("as a part of an agenda", func(t *testing.T) {
			lobby(t).do(host, PlanActivity{Activity: Activity{ID: "x", Kind: Pulse}}).refused(Invalid, Unknown)
		})
	})
	t.Run("takes each person's last answers, once, until it is closed", func(t *testing.T) {
		r := opened30(t).with(anna)
		give := func(n int) FillSheet {
			return FillSheet{PulseActivity, Sheet{Numbers: map[string]int{"c1/presence": n}}}
		}
		r.do(anna, give(3)).done().do(anna, give(8)).done()
		equal(t, r.with(bert).s.Summary().Counts.Joined, 1)
		equal(t, r.s.Me(anna).Sheets[PulseActivity].Numbers["c1/presence"], 8)
		equal(t, len(r.s.sheets[PulseActivity].by), 1)
		ended(r)
		r.do(anna, give(2)).refused(Closed, Ended)
	})
	t.Run("tells of five answers how they were", func(t *testing.T) {
		l, closed := ended(pulse(t, 5)).Lookback()
		equal(t, closed, true)
		equal(t, l.Answered, 5)
		equal(t, l.Presence, map[string]Presence{"c1": {5, 3}, "c2": {0, 0}})
		equal(t, l.Steps, &StepsTaken{Taken: 1, Partly: 2, NotYet: 2})
	})
	t.Run("tells of four answers that there are four, and nothing else", func(t *testing.T) {
		sum := ended(pulse(t, 4))
		equal(t, sum.Outcomes[0].Sheets, 4)
		equal(t, sum.Outcomes[0].Questions, []Answered{})
		l, _ := sum.Lookback()
		equal(t, l, Lookback{Day: 30, ClosedAt: noon, Answered: 4, Presence: map[string]Presence{}})
	})
	t.Run("tells nothing of a question that fewer than five people answered, among many who answered another", func(t *testing.T) {
		r := pulse(t, 6)
		for i, who := range r.s.people.order[:4] {
			r.do(who, FillSheet{PulseActivity, Sheet{Numbers: map[string]int{"c1/presence": 1 + i, "c2/presence": 9}}}).done()
		}
		sum := ended(r)
		for _, q := range sum.Outcomes[0].Questions[1:] {
			if q.Counts != nil || q.Mean != 0 || q.Median != 0 || q.DontKnow != 0 {
				t.Errorf("%+v", q)
			}
		}
		l, _ := sum.Lookback()
		equal(t, l.Steps, (*StepsTaken)(nil))
		equal(t, l.Presence["c2"], Presence{N: 4})
		if l.Presence["c1"].Mean == 0 {
			t.Error("what six people answered is not told")
		}
	})
	t.Run("keeps nobody when it is sealed, and still says on what it looked back", func(t *testing.T) {
		r := pulse(t, 6)
		ended(r)
		record, ready := r.s.Seal()
		if !ready {
			t.Fatal("not sealed")
		}
		if stored := batch(t, []Record{record}); strings.Contains(stored, "person-") {
			t.Error(stored)
		}
		sealed := New()
		sealed.Apply(record)
		equal(t, sealed.Summary().Pulse, &PulseOf{"s1", 30})
		equal(t, encoded(t, sealed.Summary()), encoded(t, r.s.Summary()))
	})
	t.Run("lookbacks of one session come in the order of their days", func(t *testing.T) {
		late, early := ended(pulse(t, 6)), ended(pulse(t, 5))
		late.Pulse = &PulseOf{"s1", 90}
		list := Lookbacks([]Summary{late, early, looked(), opened30(t).s.Summary()})
		if len(list) != 2 || list[0].Day != 30 || list[1].Day != 90 {
			t.Errorf("%+v", list)
		}
	})
}

func TestPulseIsBlind(t *testing.T) {
	t.Run("two pulses that differ in nothing but what people answered look the same until they are closed", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			w, twin := opened30(t), opened30(t)
			w.lawless, twin.lawless = true, true
			crowd := w.crowd(6)
			twin.crowd(6)
			form := w.s.sheets[PulseActivity].form
			for range rapid.IntRange(1, 20).Draw(t, "answers") {
				who, sheet := rapid.SampledFrom(crowd).Draw(t, "who"), drawnSheet(t, form)
				w.do(who, FillSheet{PulseActivity, sheet})
				twin.do(who, FillSheet{PulseActivity, form.otherwise(sheet)})
				w.answersLookLike(t, twin)
			}
		})
	})
	t.Run("two pulses with four answers look the same after they are closed, too", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			w, twin := opened30(t), opened30(t)
			crowd := w.crowd(4)
			twin.crowd(4)
			form := w.s.sheets[PulseActivity].form
			for _, who := range crowd {
				sheet := drawnSheet(t, form)
				w.do(who, FillSheet{PulseActivity, sheet})
				twin.do(who, FillSheet{PulseActivity, form.otherwise(sheet)})
			}
			equal(t, encoded(t, ended(w)), encoded(t, ended(twin)))
		})
	})
}
