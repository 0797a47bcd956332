package session

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestEnd(t *testing.T) {
	t.Run("an open vote is closed and counts, and everybody sees the result", func(t *testing.T) {
		r, crowd := ballotOf(t, 2, "Moed", "Lef")
		r.cast(crowd[0], map[string]int{"Moed": 1}).done()
		r.do(host, EndSession{}).brought("RoundClosed", "ActivityClosed", "SessionEnded")
		for _, role := range roles {
			if got := must[Result](r, role, "result"); got.DotsPlaced != 1 {
				t.Fatalf("%+v", got)
			}
		}
		if sum := r.s.Summary(); !sum.Final || sum.Counts.Voted != 1 || !sum.EndedAt.Equal(r.now) {
			t.Fatalf("%+v", sum)
		}
	})
	t.Run("writing that was open is closed, and the cards are in the results", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed")
		r.do(host, EndSession{}).brought("ActivityClosed", "SessionEnded")
		equal(t, r.s.Summary().Counts, Counts{Joined: 1, Wrote: 1, Cards: 1})
	})
	t.Run("a session can be ended in its lobby, with nobody in it", func(t *testing.T) {
		r := lobby(t).do(host, EndSession{}).brought("SessionEnded")
		record, ok := r.s.Seal()
		if !ok {
			t.Fatal("it cannot be sealed")
		}
		sum := sealedBy(t, record).Summary()
		if !sum.Final || sum.Vote != nil || sum.Counts != (Counts{}) {
			t.Fatalf("%+v", sum)
		}
		if got := encoded(t, sum); strings.Count(got, "null") != 2 || !strings.Contains(got, `"vote":null,"comparison":null`) {
			t.Fatal("empty lists are lists, on the wire too:", got)
		}
	})
	t.Run("a cancelled vote has no result after the end, and the report says that there was one", func(t *testing.T) {
		r, crowd := ballotOf(t, 1, "Moed")
		r.cast(crowd[0], map[string]int{"Moed": 1}).done().opened(Cluster).do(host, EndSession{}).done()
		sum := r.s.Summary()
		if sum.Vote != nil || len(sum.Ballots) != 0 || len(sum.Cancelled) != 1 {
			t.Fatalf("%+v", sum)
		}
	})
	t.Run("after the end everything is refused, and the pin is gone", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed").do(host, EndSession{}).done()
		for name, c := range CommandTypes() {
			for _, who := range []PersonID{host, anna, screen} {
				if p := AsProblem(r.do(who, c).err); p == nil || p.Code != Closed || p.Reason != Ended {
					t.Errorf("%s of %s: %v", name, who, p)
				}
			}
		}
		if pin := must[SessionItem](r, Host, "session").Pin; pin != "" {
			t.Fatal(pin)
		}
	})
	t.Run("an end that is sent twice is acknowledged twice", func(t *testing.T) {
		r := lobby(t)
		by := r.actor(host)
		r.send(by, EndSession{}).done().send(by, EndSession{}).changesNothing()
	})
}

// played is a whole session up to its end, with marks for people and tabs, hidden and removed cards and a cancelled round.
func played(t *testing.T) *room {
	t.Helper()
	r := lobby(t)
	crowd := r.crowd(12)
	for i, who := range crowd {
		if i < 11 {
			r.do(who, ChooseGroup{[]string{"g1", "g2"}[i%2]}).done()
		}
	}
	r.opened(Welcome, Write)
	for i, who := range crowd {
		r.wrote(who, []string{"Vertrouwen", "vertrouwen!", "Lef", "Zorg", "Rust", "Humor", "Eigenaarschap"}[i%7])
		if i%3 == 0 {
			r.wrote(who, []string{"Moed", "Duidelijkheid", "Plezier", "Nieuwsgierig 🎉"}[i/3])
		}
	}
	r.do(host, ShowDeck{true}).done().do(host, PauseTimer{}).done().after(time.Minute).do(host, ResumeTimer{}).done()
	r.do(crowd[1], EditCard{ID: "k3", Text: "Vertrouwen…"}).done()
	r.wrote(crowd[11], "Bruggen bouwen").do(crowd[0], RemoveCard{"k2"}).done().do(host, HideCard{"k9"}).done().opened(Cluster)
	r.do(host, RenameCluster{r.cluster("Lef"), "Lef en moed"}).done().do(host, ParkCluster{r.cluster("Humor"), true}).done()
	r.opened(Vote).cast(crowd[0], map[string]int{"Zorg": 1}).done()
	r.opened(Cluster).do(host, MergeClusters{r.cluster("Zorg"), []string{r.cluster("Rust")}}).done().opened(Vote)
	for i, who := range crowd[:11] {
		r.cast(who, map[string]int{"Vertrouwen": 1 + i%2, []string{"Zorg", "Lef en moed"}[i%2]: 1}).done()
	}
	r.opened(Reveal).do(host, r.s.Calculation()()).done().do(host, ShowBridge{true}).done()
	return r.do(host, EndSession{}).done()
}

func TestSeal(t *testing.T) {
	t.Run("only a session that has ended is sealed, and once", func(t *testing.T) {
		r := lobby(t).opened(Welcome)
		if _, ok := r.s.Seal(); ok {
			t.Fatal("sealed while it runs")
		}
		record, ok := r.do(host, EndSession{}).done().s.Seal()
		if !ok || record.Seq != r.s.Seq() {
			t.Fatal(record)
		}
		if _, ok := sealedBy(t, record).Seal(); ok {
			t.Fatal("sealed twice")
		}
	})
	t.Run("what is still to be calculated is waited for, and recorded after the end", func(t *testing.T) {
		r, crowd := ballotOf(t, 9, "Moed", "Lef")
		for _, who := range crowd {
			r.cast(who, map[string]int{"Moed": 1}).done()
		}
		r.do(host, EndSession{}).done()
		if _, ok := r.s.Seal(); ok {
			t.Fatal("sealed without saying how sure the ranking is")
		}
		calculate := r.s.Calculation()
		r.do(host, calculate()).brought("CertaintyRecorded", "ComparisonRecorded").do(host, calculate()).changesNothing()
		record, ok := r.s.Seal()
		if !ok {
			t.Fatal("it can never be sealed")
		}
		s := sealedBy(t, record)
		if got := s.Summary().Vote.Options[0]; got.TopShare != 1 || got.Band != AlmostCertain {
			t.Fatalf("%+v", got)
		}
		if _, err := s.Decide(calculate(), Actor{Role: Host, Person: HostID}, r.now); AsProblem(err) == nil {
			t.Fatal("the sealed session takes one more record")
		}
	})
	t.Run("the results are the same before and after, for reports and for every role", func(t *testing.T) {
		r := played(t)
		record, _ := r.s.Seal()
		s := sealedBy(t, record)
		equal(t, s.Summary(), r.s.Summary())
		if s.Seq() != r.s.Seq() || s.Status() != Over || !s.Sealed() {
			t.Fatal(s.Seq(), s.Status())
		}
		for _, role := range roles {
			equal(t, s.Item(role, "result"), r.s.Item(role, "result"))
			equal(t, s.Item(role, "agenda"), r.s.Item(role, "agenda"))
			equal(t, s.Item(role, "people"), r.s.Item(role, "people"))
		}
		title := func(s *Session) string { return s.Item(Screen, "session").(SessionItem).Title }
		equal(t, title(s), title(r.s))
	})
	t.Run("nothing of anybody's own remains, and nothing more can be done", func(t *testing.T) {
		r := played(t)
		record, _ := r.s.Seal()
		s := sealedBy(t, record)
		view := s.View(Viewer{Role: Participant, Person: "person-0001"})
		if view.Me != nil {
			t.Fatalf("%+v", view.Me)
		}
		keys := []string{}
		for key := range view.Items {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		equal(t, keys, []string{"agenda", "comparison", "people", "result", "session"})
		for _, c := range CommandTypes() {
			if _, err := s.Decide(c, Actor{Role: Host, Person: HostID, Client: "t", N: 1}, r.now); AsProblem(err) == nil || AsProblem(err).Code != Closed {
				t.Errorf("%T: %v", c, err)
			}
		}
	})
	t.Run("no person, tab, number of a command, card id, pin or time of a vote is in the bytes that remain", func(t *testing.T) {
		r := played(t)
		marks := []string{`"by"`, `"c"`, `"n"`, "person-", "tab-of-", r.s.started.Pin, "host"}
		for id := range r.s.cards.byID {
			marks = append(marks, `"`+id+`"`, "-"+id+`"`)
		}
		record, _ := r.s.Seal()
		stored, err := EncodeBatch([]Record{record})
		if err != nil {
			t.Fatal(err)
		}
		for _, mark := range marks {
			if strings.Contains(string(stored), mark) {
				t.Errorf("%s is in the sealed batch", mark)
			}
		}
	})
	t.Run("ballots remain as bare rows in an order that says nothing about who or when", func(t *testing.T) {
		rows := played(t).s.Summary().Ballots
		if len(rows) != 11 || !slices.IsSortedFunc(rows, slices.Compare) {
			t.Fatal(rows)
		}
	})
	t.Run("cards that were hidden or removed are not in the results, but for the number of the hidden ones", func(t *testing.T) {
		sum := played(t).s.Summary()
		all := encoded(t, sum)
		if strings.Contains(all, `"Moed"`) || strings.Contains(all, "Eigenaarschap") || sum.Counts.Hidden != 1 {
			t.Fatal(all)
		}
	})
}
