package session

import (
	"slices"
	"strings"
	"testing"
)

// asking gives a room in which an activity with a form is open, and the people in it.
func asking(t *testing.T, people int, act Activity) (*room, []PersonID) {
	t.Helper()
	r := lobby(t)
	crowd := r.crowd(people)
	r.planned(act)
	return r.at(act.ID), crowd
}

func TestSheets(t *testing.T) {
	checkIn := Activity{ID: "in", Kind: CheckIn}

	t.Run("while people answer, nobody learns more than how many have", func(t *testing.T) {
		r, crowd := asking(t, 3, checkIn)
		r.filled(crowd[0], "in", map[string]int{"energy": 4}, map[string]string{"word": "Benieuwd"})
		for _, role := range roles {
			equal(t, must[ProgressItem](r, role, "progress"), ProgressItem{Done: 1, Of: 3})
			if it, there := r.s.View(Viewer{Role: role}).Items["outcome/in"]; there {
				t.Fatalf("the %s sees %+v", role, it)
			}
		}
		equal(t, len(r.s.Summary().Outcomes), 0)
		equal(t, r.s.Me(crowd[0]).Sheets["in"].Numbers["energy"], 4)
		equal(t, len(r.s.Me(crowd[1]).Sheets), 0)
	})
	t.Run("the last sheet of a person counts; an empty one takes it back", func(t *testing.T) {
		r, crowd := asking(t, 2, checkIn)
		r.filled(crowd[0], "in", map[string]int{"energy": 1}, nil).filled(crowd[0], "in", map[string]int{"energy": 5}, nil)
		r.filled(crowd[1], "in", map[string]int{"energy": 2}, nil).filled(crowd[1], "in", nil, map[string]string{"word": "  "})
		r.do(host, CloseActivity{}).done()
		o := must[Outcome](r, Screen, "outcome/in")
		equal(t, o.Sheets, 1)
		equal(t, o.Joined, 2)
		equal(t, o.Questions[1].Counts, []int{0, 0, 0, 0, 1})
	})
	t.Run("a sheet that is the same changes nothing", func(t *testing.T) {
		r, crowd := asking(t, 1, checkIn)
		r.filled(crowd[0], "in", map[string]int{"energy": 1}, nil)
		r.do(crowd[0], FillSheet{"in", Sheet{Numbers: map[string]int{"energy": 1}}}).changesNothing()
	})
	t.Run("what the form does not ask, or no scale holds, is refused whole", func(t *testing.T) {
		r, crowd := asking(t, 1, checkIn)
		for _, c := range []struct {
			sheet  Sheet
			code   Code
			reason Reason
			limit  int
		}{
			{Sheet{Numbers: map[string]int{"energy": 6}}, Invalid, OutOfRange, 5},
			{Sheet{Numbers: map[string]int{"energy": 0}}, Invalid, OutOfRange, 5},
			{Sheet{Numbers: map[string]int{"word": 3}}, Invalid, OutOfRange, 0},
			{Sheet{Numbers: map[string]int{"mood": 3}}, NotFound, Unknown, 0},
			{Sheet{Texts: map[string]string{"energy": "veel"}}, NotFound, Unknown, 0},
			{Sheet{Texts: map[string]string{"word": string(slices.Repeat([]byte("a"), 41))}}, Invalid, TooLong, 40},
			{Sheet{Numbers: map[string]int{"energy": 1, "a": 1, "b": 2}}, NotFound, Unknown, 0},
		} {
			r.do(crowd[0], FillSheet{"in", c.sheet}).refused(c.code, c.reason, c.limit)
		}
	})
	t.Run("a sheet comes while its activity is open, from somebody who takes part", func(t *testing.T) {
		r, crowd := asking(t, 1, checkIn)
		one := FillSheet{"in", Sheet{Numbers: map[string]int{"energy": 1}}}
		r.do(stranger, one).refused(Denied, NeedsCookie)
		r.do(host, one).refused(Denied, "")
		r.do(crowd[0], FillSheet{"a1", one.Sheet}).refused(Closed, WrongActivity)
		r.do(host, CloseActivity{}).done().do(crowd[0], one).refused(Closed, NotOpen)
		r.opened(Write).do(crowd[0], FillSheet{"a2", one.Sheet}).refused(Closed, NotOpen)
	})
	t.Run("an activity that is opened again keeps its answers, and is blind again", func(t *testing.T) {
		r, crowd := asking(t, 2, checkIn)
		r.filled(crowd[0], "in", map[string]int{"energy": 3}, nil).do(host, CloseActivity{}).done().at("in")
		if it, there := r.s.View(Viewer{Role: Host}).Items["outcome/in"]; there {
			t.Fatalf("%+v", it)
		}
		r.filled(crowd[1], "in", map[string]int{"energy": 5}, nil).do(host, CloseActivity{}).done()
		equal(t, must[Outcome](r, Host, "outcome/in").Questions[1].Mean, 4)
	})
}

func TestTextsOfSheets(t *testing.T) {
	said := func(t *testing.T) *room {
		r, crowd := asking(t, 4, Activity{ID: "in", Kind: CheckIn})
		for i, word := range []string{"Moe", "Blij", "moe!", "Bang voor Kees"} {
			r.filled(crowd[i], "in", nil, map[string]string{"word": word})
		}
		return r.do(host, CloseActivity{}).done()
	}
	texts := func(r *room, role Role) []ReadText { return must[Outcome](r, role, "outcome/in").Questions[0].Texts }

	t.Run("after thirty days nobody reads them any more, shown or not, and how many wrote something stays", func(t *testing.T) {
		r := said(t)
		r.do(host, ShowTexts{"in", true}).done().do(host, EndSession{}).done()
		record, _ := r.s.Seal()
		sealed := sealedBy(t, record)
		equal(t, strings.Contains(encoded(t, record.Event), "Moe"), true)
		forgotten, ready := sealed.ForgetCards()
		equal(t, ready, true)
		equal(t, strings.Contains(encoded(t, forgotten.Event), "Moe"), false)
		kept, was := sealedBy(t, forgotten).Summary(), sealed.Summary()
		equal(t, kept.Outcomes[0].Questions[0].N, was.Outcomes[0].Questions[0].N)
		equal(t, len(was.Outcomes[0].Questions[0].Texts) > 0, true) // what was sealed is not touched
		equal(t, len(kept.Audit()), 0)
		_, again := sealedBy(t, forgotten).ForgetCards()
		equal(t, again, false)
	})
	t.Run("the facilitator reads them first, the room when they are shown", func(t *testing.T) {
		r := said(t)
		equal(t, texts(r, Host), []ReadText{{Text: "Moe", Count: 2}, {Text: "Bang voor Kees", Count: 1}, {Text: "Blij", Count: 1}})
		equal(t, len(texts(r, Screen)), 0)
		equal(t, len(r.s.Summary().Outcomes[0].Questions[0].Texts), 0)
		r.do(host, ShowTexts{"in", true}).done()
		equal(t, texts(r, Participant), texts(r, Host))
		r.do(host, ShowTexts{"in", true}).changesNothing().do(host, ShowTexts{"in", false}).done()
		equal(t, len(texts(r, Screen)), 0)
	})
	t.Run("one that is hidden, in whatever spelling, is for the host alone, also after the end", func(t *testing.T) {
		r := said(t)
		r.do(host, ShowTexts{"in", true}).done().do(host, HideText{"in", "bang voor KEES", true}).done()
		equal(t, texts(r, Host)[1], ReadText{Text: "Bang voor Kees", Count: 1, Hidden: true})
		equal(t, texts(r, Screen), []ReadText{{Text: "Moe", Count: 2}, {Text: "Blij", Count: 1}})
		r.do(host, HideText{"in", "Kees", true}).refused(NotFound, Unknown)
		r.do(anna, HideText{"in", "Moe", true}).refused(Denied, "")
		r.do(host, EndSession{}).done()
		equal(t, len(texts(r, Host)), 2)
		equal(t, len(r.s.Summary().Outcomes[0].Questions[0].Texts), 2)
	})
}

func TestOutcome(t *testing.T) {
	t.Run("the gap is the mean of the differences per person, over those who answered both", func(t *testing.T) {
		r, crowd := asking(t, 4, Activity{ID: "poles", Kind: Tensions, Poles: []Poles{{"Snel", "Zorgvuldig"}}})
		for i, pair := range [][2]int{{1, 7}, {2, 4}, {5, 5}} {
			r.filled(crowd[i], "poles", map[string]int{"p1/now": pair[0], "p1/wanted": pair[1]}, nil)
		}
		r.filled(crowd[3], "poles", map[string]int{"p1/now": 7}, nil).do(host, CloseActivity{}).done()
		o := must[Outcome](r, Screen, "outcome/poles")
		equal(t, o.Gaps, []Gap{{From: "p1/now", To: "p1/wanted", N: 3, Mean: 8.0 / 3}})
		equal(t, o.Questions[0].Counts, []int{1, 1, 0, 0, 1, 0, 1})
		equal(t, [2]float64{o.Questions[0].Mean, o.Questions[0].Median}, [2]float64{15.0 / 4, 3.5})
	})
	t.Run("asked again, the shift is told over those who answered both times", func(t *testing.T) {
		r, crowd := asking(t, 3, Activity{ID: "poles", Kind: Tensions})
		r.filled(crowd[0], "poles", map[string]int{"p2/now": 2}, nil).filled(crowd[1], "poles", map[string]int{"p2/now": 6}, nil)
		r.planned(Activity{ID: "again", Kind: Tensions, Of: "poles"})
		r.at("again").filled(crowd[0], "again", map[string]int{"p2/now": 5}, nil).filled(crowd[2], "again", map[string]int{"p2/now": 1}, nil)
		o := must[Outcome](r.do(host, CloseActivity{}).done(), Host, "outcome/again")
		equal(t, o.Of, "poles")
		i := slices.IndexFunc(o.Shifts, func(g Gap) bool { return g.To == "p2/now" })
		equal(t, o.Shifts[i], Gap{From: "p2/now", To: "p2/now", N: 1, Mean: 3})
	})
	t.Run("nobody answered: zeros, and nothing that is not a number", func(t *testing.T) {
		r, _ := asking(t, 0, Activity{ID: "poles", Kind: Tensions})
		o := must[Outcome](r.do(host, CloseActivity{}).done(), Screen, "outcome/poles")
		equal(t, o.Questions[3], Answered{Question: o.Questions[3].Question, Counts: make([]int, 7)})
		equal(t, o.Gaps[0].Mean, 0)
	})
	t.Run("importance and presence are asked of the values that go on, and not knowing is an answer", func(t *testing.T) {
		r, crowd := ballotOf(t, 3, "Lef", "Zorg", "Rust", "Humor", "Moed")
		r.planned(Activity{ID: "rate", Kind: Rate})
		r.do(host, OpenActivity{"rate"}).refused(Closed, NothingToRate)
		for _, who := range crowd {
			r.cast(who, map[string]int{"Lef": 1, "Zorg": 1}).done()
		}
		r.opened(Reveal).at("rate")
		form := must[FormItem](r, Participant, "form")
		equal(t, len(form.Questions), 4)
		lef := r.option("Lef")
		r.filled(crowd[0], "rate", map[string]int{lef + "/importance": 9, lef + "/presence": 4}, nil)
		r.filled(crowd[1], "rate", map[string]int{lef + "/importance": 8, lef + "/presence": 0}, nil)
		o := must[Outcome](r.do(host, CloseActivity{}).done(), Screen, "outcome/rate")
		i := slices.IndexFunc(o.Questions, func(a Answered) bool { return a.Key == lef+"/presence" })
		equal(t, [2]int{o.Questions[i].N, o.Questions[i].DontKnow}, [2]int{1, 1})
		i = slices.IndexFunc(o.Gaps, func(g Gap) bool { return g.To == lef+"/importance" })
		equal(t, o.Gaps[i], Gap{From: lef + "/presence", To: lef + "/importance", N: 1, Mean: 5})
	})
}

func TestRating(t *testing.T) {
	id := []string{"a", "b", "c", "d"}
	rated := func(rows ...[8]int) *Rating { // importance and presence of a, b, c, d; -1: left open
		sh := &sheets{by: map[PersonID]Sheet{}}
		for _, of := range id {
			sh.form.Questions = append(sh.form.Questions, Question{Key: of + "/importance", Label: of, Min: 1, Max: 10, Unsure: true})
			sh.form.Pairs = append(sh.form.Pairs, KeyPair{From: of + "/presence", To: of + "/importance"})
		}
		for i, row := range rows {
			sheet := Sheet{Numbers: map[string]int{}}
			for j, n := range row {
				if n >= 0 {
					sheet.Numbers[id[j/2]+[]string{"/importance", "/presence"}[j%2]] = n
				}
			}
			sh.by[PersonID(rune('a'+i))] = sheet
		}
		return New().rating(sh)
	}
	t.Run("the largest gap comes first, and the lines are the medians of the values", func(t *testing.T) {
		r := rated([8]int{9, 2, 9, 8, 4, 3, 4, 7}, [8]int{10, 3, 8, 8, 4, 3, 4, 7})
		equal(t, [2]float64{r.Importance, r.Presence}, [2]float64{6.25, 5})
		equal(t, r.Values, []RatedValue{
			{ID: "a", Name: "a", N: 2, Importance: 9.5, Presence: 2.5, Gap: 7, Quadrant: WorkOn},
			{ID: "c", Name: "c", N: 2, Importance: 4, Presence: 3, Gap: 1, Quadrant: Follow},
			{ID: "b", Name: "b", N: 2, Importance: 8.5, Presence: 8, Gap: .5, Quadrant: Keep},
			{ID: "d", Name: "d", N: 2, Importance: 4, Presence: 7, Gap: -3, Quadrant: ToSpare},
		})
	})
	t.Run("a value counts over those who gave both numbers; who does not know is told apart", func(t *testing.T) {
		r := rated([8]int{9, 2, -1, -1, -1, -1, -1, -1}, [8]int{1, -1, -1, -1, -1, -1, -1, -1}, [8]int{8, 0, -1, -1, -1, -1, -1, -1})
		equal(t, r.Values[0], RatedValue{ID: "a", Name: "a", N: 1, DontKnow: 1, Importance: 9, Presence: 2, Gap: 7})
	})
	t.Run("with fewer than three rated values there are no quadrants, and what nobody rated comes last", func(t *testing.T) {
		r := rated([8]int{-1, -1, 2, 9, -1, -1, 8, 4})
		equal(t, []string{r.Values[0].ID, r.Values[1].ID, r.Values[2].ID, r.Values[3].ID}, []string{"d", "b", "a", "c"})
		equal(t, [2]Quadrant{r.Values[0].Quadrant, r.Values[2].Quadrant}, [2]Quadrant{})
		equal(t, *rated(), Rating{Values: []RatedValue{{ID: "a", Name: "a"}, {ID: "b", Name: "b"}, {ID: "c", Name: "c"}, {ID: "d", Name: "d"}}})
	})
}
