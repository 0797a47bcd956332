package session

import (
	"fmt"
	"strings"
	"testing"
)

func TestPaper(t *testing.T) {
	open := func(t *testing.T) *room {
		t.Helper()
		r, _ := ballotOf(t, 0, "a", "b", "c")
		return r.with(anna)
	}
	t.Run("a ballot on paper counts as one more voter, and is marked everywhere", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 1}).done().paper("p1", "g1", map[string]int{"a": 1, "b": 1}).brought("PaperEntered")
		for _, role := range roles {
			equal(t, must[ProgressItem](r, role, "progress"), ProgressItem{Done: 2, Of: 3, Paper: 1})
		}
		result := must[Result](r.opened(Reveal), Screen, "result")
		if result.Ballots != 2 || result.Joined != 3 || result.Paper != 1 || result.Options[0].Dots != 2 {
			t.Fatalf("%+v", result)
		}
		sum := r.s.Summary()
		if c := sum.Counts; c.Joined != 2 || c.Voted != 2 || c.Paper != 1 || len(sum.Ballots) != 2 {
			t.Fatalf("%+v", c)
		}
	})
	t.Run("it is typed in anew whole, and taken out again, while the round is open", func(t *testing.T) {
		r := open(t)
		r.paper("p1", "", map[string]int{"a": 1}).done().paper("p1", "", map[string]int{"a": 1}).changesNothing()
		r.paper("p2", "", map[string]int{"c": 1}).done().paper("p1", "g2", map[string]int{"b": 1}).done()
		equal(t, must[PaperItem](r, Host, "paper"), PaperItem{1, []PaperBallot{
			{"p1", "g2", map[string]int{r.option("b"): 1}}, {"p2", "", map[string]int{r.option("c"): 1}},
		}})
		r.do(host, RemovePaper{1, "p1"}).brought("PaperRemoved").do(host, RemovePaper{1, "p1"}).refused(NotFound, Unknown)
		equal(t, must[ProgressItem](r, Host, "progress").Paper, 1)
		r.do(host, CloseActivity{}).done()
		r.paper("p3", "", map[string]int{"a": 1}).refused(Closed, NotOpen)
		r.do(host, RemovePaper{1, "p2"}).refused(Closed, NotOpen)
		if _, ok := sees[PaperItem](r, Host, "paper"); ok {
			t.Fatal("it can still be changed")
		}
	})
	t.Run("nobody but the host sees it, and the host alone types it in", func(t *testing.T) {
		r := open(t)
		before := take(t, r.s)
		r.paper("p1", "", map[string]int{"a": 1}).done()
		for what, now := range take(t, r.s) {
			if before[what] != now && !strings.HasSuffix(what, " progress") && what != "host paper" {
				t.Errorf("%s tells of a ballot on paper: %s", what, now)
			}
		}
		for _, who := range []PersonID{anna, screen} {
			r.do(who, EnterPaper{1, PaperBallot{"p2", "", map[string]int{r.option("a"): 1}}}).refused(Denied, "")
			r.do(who, RemovePaper{1, "p1"}).refused(Denied, "")
		}
	})
	t.Run("the rules of the ballot hold for it", func(t *testing.T) {
		r := open(t)
		r.paper("p1", "", map[string]int{"a": 2}).refused(Invalid, OverOption, 1)
		r.paper("p1", "", map[string]int{"z": 1}).refused(NotFound, Unknown)
		r.paper("p1", "", nil).refused(Invalid, Empty)
		r.paper("p1", "g9", map[string]int{"a": 1}).refused(NotFound, Unknown)
		r.paper("", "", map[string]int{"a": 1}).refused(Invalid, Empty)
		r.do(host, EnterPaper{2, PaperBallot{"p1", "", map[string]int{r.option("a"): 1}}}).refused(Closed, OldRound)
		r.again(Activity{ID: "v2", Ballot: ByScore}).paper("p1", "", map[string]int{"a": 6}).refused(Invalid, OutOfRange, 5)
		r.again(Activity{ID: "v3", Ballot: ByRank}).paper("p1", "", map[string]int{"a": 4}).refused(Invalid, OutOfRange, 3)
		r.paper("p1", "", map[string]int{"a": 1, "b": 1}).done()
	})
	t.Run("300 are as many as a round takes", func(t *testing.T) {
		r := open(t)
		r.lawless = true
		for i := range MaxPaper {
			r.paper(fmt.Sprint("p", i), "", map[string]int{"a": 1}).done()
		}
		r.paper("one-more", "", map[string]int{"a": 1}).refused(Invalid, TooMany, MaxPaper)
		r.paper("p7", "", map[string]int{"b": 1}).done()
	})
	t.Run("it goes with a round that is cancelled", func(t *testing.T) {
		r := open(t)
		r.paper("p1", "", map[string]int{"a": 1}).done().opened(Cluster)
		equal(t, r.s.Summary().Cancelled, []CancelledRound{{1, 1}})
		r.opened(Vote)
		equal(t, must[ProgressItem](r, Host, "progress"), ProgressItem{Of: 2})
	})
	t.Run("it counts for how sure the ranking is", func(t *testing.T) {
		r := open(t)
		for i := range 8 {
			r.paper(fmt.Sprint("p", i), "", map[string]int{"a": 1}).done()
		}
		r.opened(Reveal).do(host, r.s.Calculation()()).done()
		equal(t, must[Result](r, Screen, "result").Options[0].Band, AlmostCertain)
	})
	t.Run("it counts in its group, and lifts none over the threshold: to who typed it in the others would be too few", func(t *testing.T) {
		voted := func(phones, paper int) Comparison {
			r, crowd := ballotOf(t, 6+phones, "a", "b")
			for i, who := range crowd {
				r.do(who, ChooseGroup{map[bool]string{true: "g1", false: "g2"}[i < 6]}).done().cast(who, map[string]int{"a": 1}).done()
			}
			for i := range paper {
				r.paper(fmt.Sprint("p", i), "g2", map[string]int{"b": 1}).done()
			}
			r.opened(Reveal).do(host, r.s.Calculation()()).done()
			return must[Comparison](r, Host, "comparison")
		}
		equal(t, voted(4, 3).Reason, SmallGroups)
		equal(t, voted(0, 5).Reason, SmallGroups)
		c := voted(5, 2)
		equal(t, c.Groups, []ComparedGroup{{[]string{"Ondernemer"}, 6}, {[]string{"HR-specialist"}, 7}})
		for _, v := range c.Values {
			if v.Shares[1].Voters == nil || *v.Shares[1].Voters != 5 && *v.Shares[1].Voters != 2 {
				t.Fatalf("%+v", v)
			}
		}
	})
}
