package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A ratingRoom rates one value: per group what its people gave, importance first; 0: "I do not know", -1: left open.
type ratingRoom struct {
	groups   []string
	partners map[string]string
	answers  [][][2]int // per group
	skipped  [][2]int
}

// open gives the room with everything filled in and nothing closed, and the id of its value.
func (g ratingRoom) open(t *testing.T) (r *room, value string) {
	t.Helper()
	r = unstarted(t)
	r.do(host, StartSession{ID: "s1", Title: "x", Lang: Dutch, Groups: g.groups, Partners: g.partners}).done()
	r.with("writer").opened(Write).wrote("writer", "Lef").opened(Vote)
	value = r.option("Lef")
	r.cast("writer", map[string]int{"Lef": 1}).done().opened(Reveal)
	r.planned(Activity{ID: "rate", Kind: Rate})
	r.at("rate")
	for i, rows := range append(slices.Clone(g.answers), g.skipped) {
		for j, row := range rows {
			who := PersonID(fmt.Sprintf("person-%d-%d", i, j))
			r.with(who)
			if i < len(g.answers) {
				r.do(who, ChooseGroup{fmt.Sprintf("g%d", i+1)}).done()
			}
			r.rates(who, value, row)
		}
	}
	return r, value
}

func (r *room) rates(who PersonID, value string, row [2]int) {
	r.t.Helper()
	numbers := map[string]int{}
	for i, key := range []string{"/importance", "/presence"} {
		if row[i] >= 0 {
			numbers[value+key] = row[i]
		}
	}
	r.filled(who, "rate", numbers, nil)
}

func (r *room) apart(role Role) *RatedApart {
	r.t.Helper()
	return must[Outcome](r, role, "outcome/rate").Rating.Values[0].Apart
}

// closed gives how the screen tells the groups after closing.
func (g ratingRoom) closed(t *testing.T) RatedApart {
	t.Helper()
	r, _ := g.open(t)
	return *r.do(host, CloseActivity{}).done().apart(Screen)
}

// told writes the groups of a question in one line.
func told(a AnsweredApart) string {
	if a.Reason != "" {
		return string(a.Reason)
	}
	var list []string
	for _, g := range a.Groups {
		mean := "–"
		if g.Mean != nil {
			mean = fmt.Sprintf("%.1f", *g.Mean)
		}
		list = append(list, fmt.Sprintf("%s %d %s", together(g.Names), g.N, mean))
	}
	return strings.Join(list, ", ")
}

func rows(n, importance, presence int) [][2]int {
	return slices.Repeat([][2]int{{importance, presence}}, n)
}

func TestRatedGroups(t *testing.T) {
	two, three := []string{"Ondernemer", "HR"}, []string{"Ondernemer", "HR", "Advies"}
	t.Run("groups lie beside each other from five people on, each question by its own mean", func(t *testing.T) {
		a := ratingRoom{groups: two, answers: [][][2]int{append(rows(4, 8, 3), [2]int{9, 4}), rows(6, 6, 5)}}.closed(t)
		equal(t, told(a.Importance), "Ondernemer 5 8.2, HR 6 6.0")
		equal(t, told(a.Presence), "Ondernemer 5 3.2, HR 6 5.0")
	})
	t.Run("the threshold counts who gave a number to that very question: not knowing and leaving open do not", func(t *testing.T) {
		a := ratingRoom{groups: two, answers: [][][2]int{append(rows(4, 8, 3), [2]int{9, 0}, [2]int{9, -1}), rows(6, 6, 5)}}.closed(t)
		equal(t, told(a.Importance), "Ondernemer 6 8.3, HR 6 6.0")
		equal(t, told(a.Presence), "small_groups")
	})
	t.Run("under eight answers there is no comparison, whatever the groups", func(t *testing.T) {
		a := ratingRoom{groups: two, answers: [][][2]int{rows(5, 8, 3), rows(2, 6, 5)}}.closed(t)
		equal(t, told(a.Importance), "few_ballots")
	})
	t.Run("a small group goes with its partner", func(t *testing.T) {
		a := ratingRoom{
			groups: three, partners: map[string]string{"Advies": "HR"}, answers: [][][2]int{rows(5, 8, 3), rows(5, 6, 5), rows(1, 9, 2)},
		}.closed(t)
		equal(t, told(a.Importance), "Ondernemer 5 8.0, HR + Advies 6 6.5")
		equal(t, told(a.Presence), "Ondernemer 5 3.0, HR + Advies 6 4.5")
	})
	t.Run("a small group without a partner is hidden with the next smallest", func(t *testing.T) {
		a := ratingRoom{groups: append(three, "Bestuur"), answers: [][][2]int{rows(6, 8, 3), rows(7, 6, 5), rows(5, 7, 7), rows(2, 9, 2)}}.closed(t)
		equal(t, told(a.Importance), "Ondernemer 6 8.0, HR 7 6.0")
	})
	t.Run("a few who skipped the question of the group are a rest like any other", func(t *testing.T) {
		a := ratingRoom{groups: two, answers: [][][2]int{rows(6, 8, 3), rows(7, 6, 5)}, skipped: rows(1, 2, 2)}.closed(t)
		equal(t, told(a.Importance), "small_rest")
		a = ratingRoom{groups: two, answers: [][][2]int{rows(6, 8, 3), rows(7, 6, 5)}, skipped: rows(5, 2, 2)}.closed(t)
		equal(t, told(a.Importance), "Ondernemer 6 8.0, HR 7 6.0")
	})
	t.Run("a group under ten that is of one mind at an end of the scale has no mean", func(t *testing.T) {
		a := ratingRoom{groups: two, answers: [][][2]int{rows(9, 10, 1), rows(10, 10, 1)}}.closed(t)
		equal(t, told(a.Importance), "Ondernemer 9 –, HR 10 10.0")
		equal(t, told(a.Presence), "Ondernemer 9 –, HR 10 1.0")
	})
	t.Run("without groups there is nothing to say of them", func(t *testing.T) {
		r, _ := ratingRoom{groups: []string{}, skipped: rows(12, 8, 3)}.open(t)
		if a := r.do(host, CloseActivity{}).done().apart(Host); a != nil {
			t.Fatalf("%+v", a)
		}
	})

	even := ratingRoom{groups: two, answers: [][][2]int{rows(6, 8, 3), rows(6, 6, 5)}}
	t.Run("nobody is told before the closing, and phones not after it either", func(t *testing.T) {
		r, _ := even.open(t)
		for _, role := range roles {
			for _, key := range r.s.Keys() {
				if item := encoded(t, r.s.Item(role, key)); strings.Contains(item, `"apart"`) {
					t.Fatalf("%s tells the %s: %s", key, role, item)
				}
			}
		}
		if got := encoded(t, r.s.Summary()); strings.Contains(got, `"apart"`) {
			t.Fatal("the summary tells:", got)
		}
		r.do(host, CloseActivity{}).done()
		if r.apart(Host) == nil || r.apart(Screen) == nil || r.apart(Participant) != nil {
			t.Fatal(r.apart(Host), r.apart(Screen), r.apart(Participant))
		}
	})
	t.Run("who changes group after the closing is where they were", func(t *testing.T) {
		r, _ := even.open(t)
		before := encoded(t, r.do(host, CloseActivity{}).done().apart(Screen))
		r.do("person-0-0", ChooseGroup{"g2"}).done()
		equal(t, encoded(t, r.apart(Screen)), before)
		r.at("rate").do(host, CloseActivity{}).done()
		equal(t, encoded(t, r.apart(Screen)), before)
	})
	t.Run("opened again, one changed sheet ends the comparison for good, also when it is changed back", func(t *testing.T) {
		r, value := even.open(t)
		r.do(host, CloseActivity{}).done().at("rate")
		r.rates("person-0-0", value, [2]int{1, 1})
		r.rates("person-0-0", value, [2]int{8, 3})
		a := r.do(host, CloseActivity{}).done().apart(Host)
		equal(t, told(a.Importance)+" "+told(a.Presence), "again again")
		r.at("rate").do(host, CloseActivity{}).done()
		equal(t, told(r.apart(Screen).Importance), "again")
	})
	t.Run("who answers first when it is opened again ends it just as well", func(t *testing.T) {
		r, value := even.open(t)
		r.do(host, CloseActivity{}).done().at("rate").with("late")
		r.rates("late", value, [2]int{1, 1})
		equal(t, told(r.do(host, CloseActivity{}).done().apart(Screen).Presence), "again")
	})
	t.Run("what is hidden cannot be told apart: swapped between two people of it, nobody sees a difference", func(t *testing.T) {
		hidden := func(one, other [2]int) *room {
			r, _ := ratingRoom{groups: append(three, "Bestuur"), answers: [][][2]int{
				rows(6, 8, 3), rows(7, 6, 5), append(rows(4, 7, 7), one), append(rows(1, 9, 2), other),
			}}.open(t)
			return r.do(host, CloseActivity{}).done()
		}
		r, twin := hidden([2]int{2, 10}, [2]int{9, 1}), hidden([2]int{9, 1}, [2]int{2, 10})
		equal(t, told(r.apart(Host).Importance), "Ondernemer 6 8.0, HR 7 6.0")
		for _, role := range roles {
			for _, key := range r.s.Keys() {
				equal(t, encoded(t, r.s.Item(role, key)), encoded(t, twin.s.Item(role, key)))
			}
		}
		equal(t, encoded(t, r.s.Summary()), encoded(t, twin.s.Summary()))
		other := hidden([2]int{2, 10}, [2]int{3, 3})
		equal(t, encoded(t, r.apart(Host)), encoded(t, other.apart(Host)))
	})
	t.Run("a sealed session tells the same, with nobody in it", func(t *testing.T) {
		r, _ := even.open(t)
		before := encoded(t, r.do(host, CloseActivity{}).done().apart(Screen))
		r.do(host, EndSession{}).done()
		if calculate := r.s.Calculation(); calculate != nil {
			r.do(host, calculate()).done()
		}
		record, ok := r.s.Seal()
		if !ok {
			t.Fatal("it cannot be sealed")
		}
		s := sealedBy(t, record)
		if got := encoded(t, s.Summary()); strings.Contains(got, "person-") || !strings.Contains(got, before) {
			t.Fatal(got)
		}
		for _, role := range roles {
			if has := strings.Contains(encoded(t, s.Item(role, "outcome/rate")), `"apart"`); has == (role == Participant) {
				t.Errorf("the %s: %t", role, has)
			}
		}
	})
}
