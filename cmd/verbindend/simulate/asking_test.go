package simulate

import (
	"fmt"
	"testing"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/session"
)

// asks lets the six people answer all that asks: some twice, one takes it back. Words of the check-in are shown, except one.
func (r *rehearsal) asks() {
	r.t.Helper()
	room := crowd.New(session.Dutch, 3, 1)
	for place, kind := range forms {
		act := session.Activity{ID: "sim-" + string(kind), Kind: kind}
		if kind == again {
			act = session.Activity{ID: again, Kind: session.Tensions, Of: "sim-tensions"}
		}
		r.host(session.PlanActivity{Activity: act, At: session.MaxActivities})
		r.host(session.OpenActivity{Activity: act.ID})
		a := asked{Activity: act, form: r.s.Item(session.Participant, "form").(session.FormItem).Form, by: map[int]session.Sheet{}}
		for i := range 6 {
			chance := crowd.Person(uint64(place), i+1)
			var last session.Sheet
			for n := range 1 + i%2 {
				last = room.Fill(chance, a.form)
				if kind == session.Consent {
					consented(last)
				}
				sign(last.Texts, a.form, " "+sheetMark(i, place*maxSheets+n))
				r.fill(i, act.ID, last)
			}
			if i == 5 {
				r.fill(i, act.ID, session.Sheet{})
				continue
			}
			a.sheets = append(a.sheets, last)
			a.by[i] = last
		}
		r.host(session.CloseActivity{})
		if showsTexts(act.Kind) {
			for _, text := range a.sheets[0].Texts {
				r.host(session.HideText{Activity: act.ID, Text: text, Hidden: true})
				a.hidden = session.Normalise(text)
			}
			r.host(session.ShowTexts{Activity: act.ID, Shown: true})
			a.shown = true
		}
		r.want.asked = append(r.want.asked, a)
	}
}

func (r *rehearsal) fill(i int, activity string, sheet session.Sheet) {
	r.t.Helper()
	person := session.PersonID(fmt.Sprintf("person-%d", i))
	r.do(session.Participant, person, session.FillSheet{Activity: activity, Sheet: sheet})
}

func TestCheckSheets(t *testing.T) {
	want, honest := rehearse(t)
	of := func(s *session.Summary, kind session.Kind) *session.Outcome {
		for i := range s.Outcomes {
			if s.Outcomes[i].Kind == kind {
				return &s.Outcomes[i]
			}
		}
		t.Fatalf("no outcome of %s", kind)
		return nil
	}
	// question gives a question of an outcome that takes numbers and that somebody answered, or one that takes texts.
	question := func(s *session.Summary, kind session.Kind, texts bool) *session.Answered {
		o := of(s, kind)
		for i := range o.Questions {
			if q := &o.Questions[i]; q.N > 0 && (q.Max == 0) == texts {
				return q
			}
		}
		t.Fatalf("nobody answered %s", kind)
		return nil
	}
	most := func(q *session.Answered) *int {
		best := 0
		for i, n := range q.Counts {
			if n > q.Counts[best] {
				best = i
			}
		}
		return &q.Counts[best]
	}
	if in := question(&honest, session.CheckIn, true); len(in.Texts) < 2 || want.asked[0].hidden == "" {
		t.Fatalf("the rehearsal came to too little: %+v", in.Texts)
	}
	doctoredCases(t, want, honest, []doctoredCase{
		{"a lost sheet is found", func(s *session.Summary) { of(s, session.CheckIn).Sheets-- }, true, false, "sheets"},
		{"a sheet that counts twice is found", func(s *session.Summary) { of(s, session.Tensions).Sheets++ }, false, true, "sheets"},
		{"a lost number is found", func(s *session.Summary) { *most(question(s, session.Tensions, false))-- }, true, false, "gave"},
		{"a number that counts twice is found", func(s *session.Summary) { *most(question(s, session.CheckOut, false))++ }, false, true, "gave"},
		{"an older number in the place of the last is found", func(s *session.Summary) {
			q := question(s, session.Rate, false)
			n := most(q)
			*n--
			q.Counts[(len(q.Counts)-1)-indexOf(q.Counts, n)]++
		}, true, true, "gave"},
		{"somebody who did not know, and is said to have, is found", func(s *session.Summary) { question(s, session.Rate, false).DontKnow++ }, false, true, "did not know"},
		{"a wrong number of answers is found", func(s *session.Summary) { question(s, session.Rate, false).N-- }, true, false, "gave a number"},
		{"a wrong mean is found", func(s *session.Summary) { question(s, session.CheckIn, false).Mean += .25 }, true, false, "mean"},
		{"a wrong difference is found", func(s *session.Summary) { of(s, session.Tensions).Gaps[0].Mean += .25 }, true, false, "difference"},
		{"a lost difference is found", func(s *session.Summary) { of(s, session.Rate).Gaps = nil }, true, false, "difference"},
		{"a wrong shift is found", func(s *session.Summary) { askedAgain(s).Shifts[0].Mean += .25 }, true, false, "not moved"},
		{"somebody who moved twice is found", func(s *session.Summary) { askedAgain(s).Shifts[1].N++ }, true, false, "not moved"},
		{"lost shifts are found", func(s *session.Summary) { askedAgain(s).Shifts = nil }, true, false, "shifts"},
		{"a reason for agreeing, which nobody gave, is found", func(s *session.Summary) { question(s, session.Consent, true).N++ }, false, true, "wrote something"},
		{"a lost word is found", func(s *session.Summary) {
			q := question(s, session.CheckIn, true)
			q.Texts = q.Texts[1:]
		}, true, false, "may read"},
		{"a word that counts twice is found", func(s *session.Summary) { question(s, session.CheckIn, true).Texts[0].Count++ }, false, true, "may read"},
		{"a word in another spelling is found", func(s *session.Summary) { question(s, session.CheckIn, true).Texts[0].Text += "!" }, false, true, "nobody wrote"},
		{"a word that the host has hidden is found", func(s *session.Summary) {
			q := question(s, session.CheckIn, true)
			q.Texts = append(q.Texts, session.ReadText{Text: want.asked[0].hidden, Count: 1})
		}, false, true, "may read"},
		{"words that nobody showed are found", func(s *session.Summary) {
			question(s, session.CheckOut, true).Texts = []session.ReadText{{Text: "blij", Count: 1}}
		}, false, true, "may read"},
		{"words said to be shown are found", func(s *session.Summary) { of(s, session.CheckOut).Shown = true }, true, false, "texts shown"},
		{"an activity that is gone is found", func(s *session.Summary) { s.Outcomes = s.Outcomes[1:] }, true, false, "have none"},
		{"an activity that is there twice is found", func(s *session.Summary) { s.Outcomes = append(s.Outcomes, s.Outcomes[0]) }, false, true, "twice"},
		{"an activity that nobody asked is found", func(s *session.Summary) {
			s.Outcomes = append(s.Outcomes, session.Outcome{Activity: "ghost"})
		}, false, true, "nobody asked"},
		{"a question that is gone is found", func(s *session.Summary) {
			o := of(s, session.Tensions)
			o.Questions = o.Questions[1:]
		}, true, false, "question"},
	})
}

func askedAgain(s *session.Summary) *session.Outcome {
	for i := range s.Outcomes {
		if s.Outcomes[i].Activity == again {
			return &s.Outcomes[i]
		}
	}
	return &session.Outcome{}
}

func indexOf(counts []int, at *int) int {
	for i := range counts {
		if &counts[i] == at {
			return i
		}
	}
	return -1
}
