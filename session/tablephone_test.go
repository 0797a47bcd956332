package session

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestTablePhone(t *testing.T) {
	// A phone for four people, and anna with her own.
	const table PersonID = "person-table"
	four := func(t *testing.T) *room {
		t.Helper()
		r := lobby(t).with(anna, table)
		return r.do(table, SharePhone{4}).brought("PhoneShared")
	}
	t.Run("a phone says for how many people it writes, from 1 to 12", func(t *testing.T) {
		r := lobby(t).with(anna)
		r.do(anna, SharePhone{1}).changesNothing().do(anna, SharePhone{0}).refused(Invalid, OutOfRange, 12)
		r.do(anna, SharePhone{13}).refused(Invalid, OutOfRange, 12).do(anna, SharePhone{12}).done().do(anna, SharePhone{12}).changesNothing()
		r.do(host, SharePhone{2}).refused(Denied, "").do(stranger, SharePhone{2}).refused(Denied, NeedsCookie)
		equal(t, r.s.Me(anna).People, 12)
		r.do(anna, SharePhone{1}).done()
		equal(t, r.s.Me(anna).People, 0)
	})
	t.Run("people and phones are both told, and neither in place of the other", func(t *testing.T) {
		r := four(t).do(table, ChooseGroup{"g1"}).done()
		equal(t, must[PeopleItem](r, Screen, "people"), PeopleItem{Joined: 5, Phones: 2})
		equal(t, must[PeopleItem](r, Host, "people"), PeopleItem{Joined: 5, Phones: 2, Groups: map[string]int{"g1": 4}})
		r.opened(Write).wrote(table, "Moed")
		equal(t, must[ProgressItem](r, Screen, "progress"), ProgressItem{Done: 1, Of: 2, Cards: 1, Phones: true})
		equal(t, r.opened(Cluster).s.Summary().Counts, Counts{Joined: 5, Phones: 2, Wrote: 1, Cards: 1})
		equal(t, must[PeopleItem](lobby(t).with(anna), Screen, "people"), PeopleItem{Joined: 1})
	})
	t.Run("it lays down as many cards as its people may together", func(t *testing.T) {
		r := four(t).opened(Write)
		for range 4 * DefaultCardLimit {
			r.write(table, "Moed")
		}
		r.do(table, AddCard{ID: "more", Text: "Lef"}).refused(Invalid, TooMany, 4*DefaultCardLimit)
		r.do(table, SharePhone{5}).done().do(table, AddCard{ID: "more", Text: "Lef"}).done()
		r.do(table, SharePhone{1}).done().do(table, AddCard{ID: "most", Text: "Lef"}).refused(Invalid, TooMany, DefaultCardLimit)
		equal(t, len(r.s.Me(table).Cards), 4*DefaultCardLimit+1)
	})
	voting := func(t *testing.T) *room {
		t.Helper()
		return four(t).opened(Write).wrote(anna, "Moed", "Lef", "Zorg").opened(Vote)
	}
	cast := func(r *room, seat int, name string) *answer {
		dots := map[string]int{}
		if name != "" {
			dots[r.option(name)] = 1
		}
		return r.do(table, CastBallot{Round: r.s.vote.round, Dots: dots, Seat: seat})
	}
	t.Run("each of its people has a ballot of their own, which the last word on it replaces", func(t *testing.T) {
		r := voting(t)
		cast(r, 0, "Moed").done()
		cast(r, 1, "Moed").changesNothing()
		cast(r, 2, "Moed").done()
		cast(r, 4, "Lef").done()
		cast(r, 4, "Zorg").done()
		cast(r, 5, "Lef").refused(Invalid, OutOfRange, 4)
		cast(r, -1, "Lef").refused(Invalid, OutOfRange, 4)
		equal(t, must[ProgressItem](r, Host, "progress"), ProgressItem{Done: 3, Of: 5})
		me := r.s.Me(table)
		equal(t, me.Ballot.Dots, map[string]int{r.option("Moed"): 1})
		equal(t, me.Ballots, []OwnBallot{
			{Round: 1, Dots: map[string]int{r.option("Moed"): 1}, Seat: 2}, {Round: 1, Dots: map[string]int{r.option("Zorg"): 1}, Seat: 4},
		})
		cast(r, 2, "").done()
		equal(t, len(r.s.Me(table).Ballots), 1)
		r.do(anna, CastBallot{Round: 1, Dots: map[string]int{r.option("Lef"): 1}, Seat: 2}).refused(Invalid, OutOfRange, 1)
	})
	t.Run("while a round is open it stays the phone of as many people", func(t *testing.T) {
		r := voting(t)
		r.do(table, SharePhone{2}).refused(Closed, VoteOpen).do(host, CloseActivity{}).done().do(table, SharePhone{2}).done()
	})
	t.Run("they count as people, in the result and in their group", func(t *testing.T) {
		r := voting(t).do(table, ChooseGroup{"g1"}).done()
		for n := range 4 {
			cast(r, n+1, []string{"Moed", "Moed", "Lef", "Moed"}[n]).done()
		}
		r.opened(Reveal)
		result := must[Result](r, Screen, "result")
		if result.Ballots != 4 || result.Joined != 5 || result.Options[0].Voters != 3 {
			t.Fatalf("%+v", result)
		}
		groups := slices.Sorted(maps.Values(r.s.vote.groupOf))
		equal(t, groups, []string{"g1", "g1", "g1", "g1"})
	})
	t.Run("closed, the phone shows what its table gave in all, and not what each of them did, whoever it is by then", func(t *testing.T) {
		r := voting(t)
		cast(r, 1, "Moed").done()
		cast(r, 2, "Lef").done()
		cast(r, 3, "Moed").done()
		r.do(host, CloseActivity{}).done()
		together := &OwnBallot{Round: 1, Dots: map[string]int{r.option("Moed"): 2, r.option("Lef"): 1}, People: 3}
		equal(t, r.s.Me(table).Ballot, together)
		equal(t, r.s.Me(table).Ballots, nil)
		r.do(table, SharePhone{1}).done()
		equal(t, r.s.Me(table).Ballot, together)
	})
	t.Run("of one or two ballots it says how many they are and no more: to know the one would be to know the other", func(t *testing.T) {
		for n := range 2 {
			r := voting(t)
			for seat := range n + 1 {
				cast(r, seat+1, "Moed").done()
			}
			r.do(host, CloseActivity{}).done()
			equal(t, r.s.Me(table).Ballot, &OwnBallot{Round: 1, Dots: map[string]int{}, People: n + 1})
			equal(t, r.s.Me(table).Ballots, nil)
		}
		r := voting(t).do(anna, CastBallot{Round: 1, Dots: map[string]int{}}).changesNothing()
		r.do(anna, CastBallot{Round: 1, Dots: map[string]int{r.option("Lef"): 1}}).done().do(host, CloseActivity{}).done()
		equal(t, r.s.Me(anna).Ballot, &OwnBallot{Round: 1, Dots: map[string]int{r.option("Lef"): 1}})
		equal(t, r.s.Me(table).Ballot, nil)
	})
	t.Run("a cancelled round gives all of them back", func(t *testing.T) {
		r := voting(t)
		cast(r, 3, "Moed").done()
		r.opened(Cluster).opened(Vote)
		if me := r.s.Me(table); me.Ballot != nil || me.Ballots != nil {
			t.Fatalf("%+v", me)
		}
	})
	t.Run("a form is answered once for the table, and is told as one sheet of so many phones", func(t *testing.T) {
		r := four(t)
		r.planned(Activity{ID: "in", Kind: CheckIn})
		r.at("in").filled(table, "in", map[string]int{"energy": 4}, nil)
		equal(t, must[ProgressItem](r, Screen, "progress"), ProgressItem{Done: 1, Of: 2, Phones: true})
		r.do(host, CloseActivity{}).done()
		if o := must[Outcome](r, Host, "outcome/in"); o.Sheets != 1 || o.Joined != 2 {
			t.Fatalf("%+v", o)
		}
	})
	t.Run("no page is told which ballots came from one phone", func(t *testing.T) {
		r := voting(t)
		cast(r, 2, "Moed").done()
		for _, role := range roles {
			if text := encoded(t, r.s.View(Viewer{Role: role}).Items); strings.Contains(text, string(table)) || strings.Contains(text, `"seat"`) {
				t.Fatal(text)
			}
		}
		r.do(host, EndSession{}).done()
		if text := encoded(t, r.s.Summary()); strings.Contains(text, string(table)) || strings.Contains(text, `"seat"`) {
			t.Fatal(text)
		}
	})
}
