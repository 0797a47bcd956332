package session

import "testing"

func TestPeople(t *testing.T) {
	t.Run("somebody joins once, however often the phone comes back", func(t *testing.T) {
		r := lobby(t).with(anna)
		r.do(anna, Join{}).changesNothing()
		if got := must[PeopleItem](r, Screen, "people"); got.Joined != 1 {
			t.Fatalf("%+v", got)
		}
	})
	t.Run("people join at any time until the end", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed").opened(Vote).with(bert)
		r.cast(bert, map[string]int{"Moed": 1}).done()
		r.do(host, EndSession{}).done()
		r.do(carla, Join{}).refused(Closed, Ended)
	})
	t.Run("host and screen do not join", func(t *testing.T) {
		r := lobby(t)
		r.do(host, Join{}).refused(Denied, "")
		r.do(screen, Join{}).refused(Denied, "")
	})
	t.Run("who has not joined can do nothing", func(t *testing.T) {
		r := lobby(t).opened(Write)
		for _, c := range []Command{ChooseGroup{"g1"}, AddCard{ID: "k1", Text: "Moed"}, EditCard{ID: "k1", Text: "x"}, RemoveCard{"k1"}, CastBallot{}} {
			r.do(stranger, c).refused(Denied, NeedsCookie)
		}
		if me := r.s.Me(stranger); me != nil {
			t.Fatalf("%+v", me)
		}
	})
	t.Run("who comes after the vote was closed is not counted among those who could have voted", func(t *testing.T) {
		r, crowd := ballotOf(t, 2, "Moed")
		r.cast(crowd[0], map[string]int{"Moed": 1}).done()
		r.opened(Reveal).with(carla)
		if got := must[Result](r, Screen, "result").Joined; got != 3 { // two and the writer
			t.Fatal(got)
		}
	})
}

func TestChoosingAGroup(t *testing.T) {
	t.Run("the question can be answered, answered anew and skipped; the last answer holds", func(t *testing.T) {
		r := lobby(t).with(anna)
		equal(t, r.s.Me(anna), &Me{Cards: []OwnCard{}})
		r.do(anna, ChooseGroup{"g1"}).brought("GroupChosen").do(anna, ChooseGroup{"g1"}).changesNothing()
		r.do(anna, ChooseGroup{"g2"}).done()
		equal(t, r.s.Me(anna), &Me{Group: "g2", Chosen: true, Cards: []OwnCard{}})
		r.do(anna, ChooseGroup{""}).done()
		equal(t, r.s.Me(anna), &Me{Chosen: true, Cards: []OwnCard{}})
	})
	t.Run("skipping is an answer, given once", func(t *testing.T) {
		r := lobby(t).with(anna)
		r.do(anna, ChooseGroup{}).done().do(anna, ChooseGroup{}).changesNothing()
	})
	t.Run("a group that does not exist is refused", func(t *testing.T) {
		r := lobby(t).with(anna)
		r.do(anna, ChooseGroup{"g3"}).refused(NotFound, Unknown)
		r.do(anna, ChooseGroup{"Ondernemer"}).refused(NotFound, Unknown)
	})
	t.Run("the host sees how many chose what; screen and phones see how many there are", func(t *testing.T) {
		r := lobby(t).with(anna, bert, carla)
		r.do(anna, ChooseGroup{"g1"}).done().do(bert, ChooseGroup{""}).done()
		equal(t, must[PeopleItem](r, Host, "people"), PeopleItem{Joined: 3, Groups: map[string]int{"g1": 1, "": 1}})
		equal(t, must[PeopleItem](r, Screen, "people"), PeopleItem{Joined: 3})
		equal(t, must[PeopleItem](r, Participant, "people"), PeopleItem{Joined: 3})
	})
}

func TestGroupCounts(t *testing.T) {
	// counts gives the groups of the summary when so many chose the first, second … group, and so many skipped.
	counts := func(t *testing.T, skipped int, sizes ...int) []GroupCount {
		t.Helper()
		r := unstarted(t)
		r.lawless = true
		names := []string{"Ondernemer", "HR", "Overheid", "Zorg"}[:len(sizes)]
		r.do(host, StartSession{ID: "s", Title: "x", Lang: Dutch, Groups: names}).done()
		people := r.crowd(skipped + sum(sizes))
		for i, n := range sizes {
			for range n {
				r.do(people[0], ChooseGroup{"g" + string(rune('1'+i))}).done()
				people = people[1:]
			}
		}
		if early := r.s.Summary().Groups; len(early) != 0 {
			t.Errorf("before anything is revealed the groups are told: %v", early)
		}
		r.do(host, EndSession{}).done()
		return r.s.Summary().Groups
	}
	for _, c := range []struct {
		sentence string
		skipped  int
		sizes    []int
		want     []GroupCount
	}{
		{"groups of five and more are shown", 0, []int{5, 6}, []GroupCount{{"Ondernemer", 5}, {"HR", 6}}},
		{"a group of four is hidden, and the other one alone compares nothing", 0, []int{4, 30}, nil},
		{"a small group hides the next smallest with it", 0, []int{9, 4, 8, 7}, []GroupCount{{"Ondernemer", 9}, {"Overheid", 8}}},
		{"a few who skipped hide the smallest group, or the total would tell how many they are", 2, []int{5, 6, 7},
			[]GroupCount{{"HR", 6}, {"Overheid", 7}}},
		{"many who skipped hide nothing", 5, []int{5, 6}, []GroupCount{{"Ondernemer", 5}, {"HR", 6}}},
		{"two small groups hide each other and the next", 0, []int{1, 2, 8, 9}, nil},
		{"groups that nobody chose hide nobody", 0, []int{5, 0, 6}, []GroupCount{{"Ondernemer", 5}, {"Overheid", 6}}},
		{"one group compares nothing", 0, []int{40}, nil},
		{"without people there is nothing to show", 0, []int{0, 0}, nil},
	} {
		t.Run(c.sentence, func(t *testing.T) { equal(t, counts(t, c.skipped, c.sizes...), orEmpty(c.want)) })
	}
	t.Run("what is hidden can never be worked out from what is shown", func(t *testing.T) {
		for a := range 9 {
			for b := range 9 {
				for c := range 9 {
					for skipped := range 7 {
						shown := map[string]int{}
						left, hidden := skipped+a+b+c, 0
						for _, g := range counts(t, skipped, a, b, c) {
							shown[g.Name] = g.Joined
							left -= g.Joined
						}
						for i, n := range []int{a, b, c, skipped} {
							name := []string{"Ondernemer", "HR", "Overheid", "(skipped)"}[i]
							if got, ok := shown[name]; ok && (got != n || n < GroupThreshold) {
								t.Fatalf("%d/%d/%d/%d shows %s as %d", a, b, c, skipped, name, got)
							} else if !ok && n > 0 {
								hidden++
							}
						}
						if len(shown) > 0 && hidden == 1 && left < GroupThreshold {
							t.Fatalf("%d/%d/%d/%d gives %d people away", a, b, c, skipped, left)
						}
					}
				}
			}
		}
	})
}

func sum(list []int) int {
	total := 0
	for _, n := range list {
		total += n
	}
	return total
}
