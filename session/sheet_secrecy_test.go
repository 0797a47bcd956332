package session

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// otherwise is what a twin answers where somebody answers this: as many questions, each with another number or text.
func (f Form) otherwise(sheet Sheet) Sheet {
	other := Sheet{Numbers: map[string]int{}, Texts: map[string]string{}}
	for key, n := range sheet.Numbers {
		q, _ := f.find(key)
		other.Numbers[key] = q.Min + q.Max - n
		if n == 0 {
			other.Numbers[key] = q.Max
		}
	}
	for key, text := range sheet.Texts {
		other.Texts[key] = text + "x"
	}
	return other
}

func TestAnswersAreBlind(t *testing.T) {
	t.Run("two rooms that differ in nothing but what people answered look the same until the activity is closed", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			w, twin := asked(t), asked(t)
			crowd := w.s.people.order
			ids := []string{"in", "poles", "again"}
			for range rapid.IntRange(1, 40).Draw(t, "steps") {
				id := rapid.SampledFrom(ids).Draw(t, "activity")
				var c, other Command
				who := host
				switch n := rapid.IntRange(0, 9).Draw(t, "move"); {
				case n < 2:
					c = OpenActivity{id}
				case n < 3:
					c = CloseActivity{}
				case n < 4:
					c = ShowTexts{id, rapid.Bool().Draw(t, "shown")}
				default:
					who = rapid.SampledFrom(crowd).Draw(t, "who")
					var sheet Sheet
					id = w.s.agenda.now
					if sh := w.s.sheets[id]; sh != nil {
						sheet = drawnSheet(t, sh.form)
						other = FillSheet{id, sh.form.otherwise(sheet)}
					}
					c = FillSheet{id, sheet}
				}
				if other == nil {
					other = c
				}
				w.do(who, c)
				twin.do(who, other)
				w.answersLookLike(t, twin)
			}
		})
	})
}

// asked is a room in which three activities ask.
func asked(t *rapid.T) *room {
	r := lobby(t)
	r.lawless = true
	r.crowd(4)
	r.planned(Activity{ID: "in", Kind: CheckIn})
	r.planned(Activity{ID: "poles", Kind: Tensions, Poles: []Poles{{"Snel", "Zorgvuldig"}}})
	r.planned(Activity{ID: "again", Kind: Tensions, Of: "poles"})
	return r.at("in")
}

// drawnSheet is a sheet that the form takes.
func drawnSheet(t *rapid.T, form Form) Sheet {
	sheet := Sheet{Numbers: map[string]int{}, Texts: map[string]string{}}
	for _, q := range form.Questions {
		switch {
		case rapid.Bool().Draw(t, "open"):
		case q.Max > 0:
			sheet.Numbers[q.Key] = rapid.IntRange(q.Min, q.Max).Draw(t, "number")
		default:
			sheet.Texts[q.Key] = rapid.SampledFrom([]string{"vrij", "moe", "blij"}).Draw(t, "text")
		}
	}
	return sheet
}

// answersLookLike compares everything but own parts and the outcomes that may be known. In those it looks for words that have
// not been shown.
func (r *room) answersLookLike(t *rapid.T, twin *room) {
	t.Helper()
	told := func(key string) bool {
		id, is := strings.CutPrefix(key, "outcome/")
		return is && r.s.agenda.status[id] == ClosedNow // said once more, and not by asking the session
	}
	for _, role := range roles {
		for _, key := range r.s.Keys() {
			ours, theirs := r.s.Item(role, key), twin.s.Item(role, key)
			if told(key) {
				o := ours.(Outcome)
				for _, q := range o.Questions {
					if role != Host && !o.Shown && len(q.Texts) > 0 {
						t.Fatalf("the %s reads %v, which were not shown", role, q.Texts)
					}
				}
				continue
			}
			if a, b := encoded(t, ours), encoded(t, theirs); a != b {
				t.Fatalf("%s tells the %s what somebody answered:\n%s\n%s", key, role, a, b)
			}
		}
	}
	a, b := r.s.Summary(), twin.s.Summary()
	for i := range a.Outcomes {
		if a.Outcomes[i].Activity != b.Outcomes[i].Activity || !told("outcome/"+a.Outcomes[i].Activity) {
			t.Fatalf("the summary tells of %s", a.Outcomes[i].Activity)
		}
	}
	a.Outcomes, b.Outcomes = nil, nil
	equal(t, a, b)
}
