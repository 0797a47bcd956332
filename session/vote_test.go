package session

import (
	"maps"
	"strings"
	"testing"
)

func TestDots(t *testing.T) {
	t.Run("a third of the options, at least 3 and at most 7; one per option up to six options, two above", func(t *testing.T) {
		for _, c := range []struct{ options, dots, perOption, top int }{
			{1, 3, 1, 3}, {2, 3, 1, 3}, {3, 3, 1, 3}, {6, 3, 1, 3}, {7, 3, 2, 3}, {9, 3, 2, 3}, {10, 3, 2, 3}, {11, 4, 2, 4},
			{12, 4, 2, 4}, {13, 4, 2, 4}, {14, 5, 2, 5}, {15, 5, 2, 5}, {16, 5, 2, 5}, {17, 6, 2, 6}, {19, 6, 2, 6}, {20, 7, 2, 6},
			{21, 7, 2, 6}, {48, 7, 2, 6}, {3000, 7, 2, 6},
		} {
			if d, p, k := DotsFor(c.options), PerOptionFor(c.options), TopFor(c.options); d != c.dots || p != c.perOption || k != c.top {
				t.Errorf("%d options: %d dots, %d per option, top %d; want %+v", c.options, d, p, k, c)
			}
		}
	})
}

func TestBallot(t *testing.T) {
	t.Run("it freezes when the vote opens: the values in alphabetical order, with up to three other wordings", func(t *testing.T) {
		r := clustering(t, "Zorg", "moed", "Lef", "Durf", "Bravoure", "Heldenmoed", "élan")
		r.do(host, MergeClusters{r.cluster("moed"), []string{r.cluster("Lef"), r.cluster("Durf"), r.cluster("Bravoure"), r.cluster("Heldenmoed")}}).done()
		r.do(host, RenameCluster{r.cluster("moed"), "Moed!"}).done()
		r.open(Vote).brought("ActivityClosed", "BallotFrozen", "ActivityOpened", "TimerSet")
		for _, role := range roles {
			ballot := must[BallotItem](r, role, "ballot")
			if !ballot.Open || ballot.Round != 1 || ballot.Dots != 3 || ballot.PerOption != 1 || len(ballot.Options) != 3 {
				t.Fatalf("%+v", ballot)
			}
			equal(t, ballot.Options[0].Name, "élan")
			equal(t, ballot.Options[1].Name, "Moed!")
			equal(t, ballot.Options[1].Words, []string{"Lef", "Durf", "Bravoure"})
			equal(t, ballot.Options[2], Option{ID: r.cluster("Zorg"), Name: "Zorg", Words: []string{}})
		}
	})
	t.Run("it stays as it is when a card is hidden, and the words of that card leave it", func(t *testing.T) {
		r := clustering(t, "Moed", "lomperd", "Lef")
		r.do(host, MergeClusters{r.cluster("Moed"), []string{r.cluster("lomperd")}}).done().opened(Vote)
		equal(t, must[BallotItem](r, Participant, "ballot").Options[1].Words, []string{"lomperd"})
		moed, lef := r.option("Moed"), r.option("Lef")
		r.do(host, HideCard{"k2"}).done().do(host, HideCard{"k3"}).done()
		ballot := must[BallotItem](r, Participant, "ballot")
		equal(t, ballot.Options, []Option{{lef, "Lef", []string{}}, {moed, "Moed", []string{}}})
		r.cast(anna, map[string]int{"Lef": 1}).done().opened(Reveal)
		equal(t, must[Result](r, Screen, "result").Options[0].Name, "Lef")
		if words := encoded(t, r.s.Summary()); strings.Contains(words, "lomperd") {
			t.Fatal(words)
		}
		r.do(host, RestoreCard{"k2"}).done()
		equal(t, must[BallotItem](r, Participant, "ballot").Options[1].Words, []string{"lomperd"})
	})
	t.Run("a vote on one value is a vote", func(t *testing.T) {
		r, crowd := ballotOf(t, 1, "Moed")
		r.cast(crowd[0], map[string]int{"Moed": 2}).refused(Invalid, OverOption, 1)
		r.cast(crowd[0], map[string]int{"Moed": 1}).done().opened(Reveal)
		equal(t, must[Result](r, Screen, "result").Options[0].InTop, true)
	})
	t.Run("a vote without a single ballot has a result, in which nothing made it to the top", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Moed").opened(Vote, Reveal)
		result := must[Result](r, Screen, "result")
		if result.Ballots != 0 || result.DotsPlaced != 0 || result.Options[0].InTop || result.Options[0].Rank != 1 {
			t.Fatalf("%+v", result)
		}
	})
}

func TestVote(t *testing.T) {
	seven := []string{"a", "b", "c", "d", "e", "f", "g"} // 3 dots, 2 per option
	open := func(t *testing.T) *room {
		t.Helper()
		r, _ := ballotOf(t, 0, seven...)
		return r.with(anna, bert)
	}
	mine := func(r *room, who PersonID) map[string]int {
		byName := map[string]int{}
		if b := r.s.Me(who).Ballot; b != nil {
			for _, o := range r.s.vote.frozen.Options {
				if n := b.Dots[o.ID]; n > 0 {
					byName[o.Name] = n
				}
			}
		}
		return byName
	}
	t.Run("a ballot within its rules counts", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 2, "b": 1}).brought("BallotCast")
		equal(t, mine(r, anna), map[string]int{"a": 2, "b": 1})
		equal(t, must[ProgressItem](r, Screen, "progress"), ProgressItem{Done: 1, Of: 4})
	})
	t.Run("a partial ballot is valid", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"g": 1}).done()
	})
	t.Run("the last ballot of a person counts, whole", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 2, "b": 1}).done()
		r.cast(anna, map[string]int{"c": 1}).done()
		equal(t, mine(r, anna), map[string]int{"c": 1})
		r.cast(anna, map[string]int{"c": 1, "d": 0}).changesNothing()
	})
	t.Run("a third dot on one option is refused", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 3}).refused(Invalid, OverOption, 2)
		r6, crowd := ballotOf(t, 1, seven[:6]...)
		r6.cast(crowd[0], map[string]int{"a": 2}).refused(Invalid, OverOption, 1)
	})
	t.Run("a dot too many is refused", func(t *testing.T) {
		open(t).cast(anna, map[string]int{"a": 2, "b": 1, "c": 1}).refused(Invalid, OverBudget, 3)
	})
	t.Run("fewer than no dots are refused, also when the sum would fit", func(t *testing.T) {
		open(t).cast(anna, map[string]int{"a": 2, "b": 2, "c": -1}).refused(Invalid, NegativeDots)
	})
	t.Run("numbers beyond measure are refused", func(t *testing.T) {
		open(t).cast(anna, map[string]int{"a": 1 << 62, "b": 1 << 62}).refused(Invalid, OverOption, 2)
		open(t).cast(anna, map[string]int{"a": -1 << 63}).refused(Invalid, NegativeDots)
	})
	t.Run("an option that is not on the ballot is refused, without dots on it too", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"z": 1}).refused(NotFound, Unknown)
		r.cast(anna, map[string]int{"a": 1, "z": 0}).refused(NotFound, Unknown)
		r.cast(anna, map[string]int{strings.Repeat("z", 1<<16): 1}).refused(NotFound, Unknown)
	})
	t.Run("a refused ballot is refused whole: the one before it counts", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 1}).done()
		r.cast(anna, map[string]int{"b": 2, "c": 2}).refused(Invalid, OverBudget, 3)
		equal(t, mine(r, anna), map[string]int{"a": 1})
	})
	t.Run("a ballot without dots takes the vote back", func(t *testing.T) {
		r := open(t)
		r.cast(anna, nil).changesNothing()
		r.cast(anna, map[string]int{"a": 1}).done()
		r.cast(anna, map[string]int{"a": 0}).brought("BallotCast")
		equal(t, must[ProgressItem](r, Host, "progress").Done, 0)
		if r.s.Me(anna).Ballot != nil {
			t.Fatal("it still counts")
		}
	})
	t.Run("the ballot of another round is refused", func(t *testing.T) {
		r := open(t)
		a := r.option("a")
		r.do(anna, CastBallot{Round: 0, Dots: map[string]int{a: 1}}).refused(Closed, OldRound)
		r.opened(Cluster, Vote)
		r.do(anna, CastBallot{Round: 1, Dots: map[string]int{a: 1}}).refused(Closed, OldRound)
		r.do(anna, CastBallot{Round: 3, Dots: map[string]int{a: 1}}).refused(Closed, OldRound)
		r.do(anna, CastBallot{Round: 2, Dots: map[string]int{a: 1}}).done()
	})
	t.Run("before it opens, after it closes and when it is cancelled, the vote is closed; one's own ballot shows as it counted", func(t *testing.T) {
		r := lobby(t).with(anna)
		r.do(anna, CastBallot{Round: 1, Dots: nil}).refused(Closed, NotOpen)
		r = open(t)
		r.cast(anna, map[string]int{"a": 1}).done().do(host, CloseActivity{}).done()
		r.cast(anna, map[string]int{"b": 1}).refused(Closed, NotOpen)
		r.cast(anna, nil).refused(Closed, NotOpen)
		equal(t, mine(r, anna), map[string]int{"a": 1})
		r.opened(Cluster).do(anna, CastBallot{Round: 1, Dots: nil}).refused(Closed, NotOpen)
		equal(t, mine(r, anna), map[string]int{})
	})
	t.Run("host and screen cast no ballots", func(t *testing.T) {
		r := open(t)
		r.cast(host, map[string]int{"a": 1}).refused(Denied, "")
		r.cast(screen, map[string]int{"a": 1}).refused(Denied, "")
	})
	t.Run("the ballots of a cancelled round count for nothing, and only their number is kept", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 2}).done()
		r.opened(Cluster, Vote)
		r.cast(bert, map[string]int{"b": 1}).done().opened(Reveal)
		result := must[Result](r, Screen, "result")
		if result.Round != 2 || result.Ballots != 1 || result.DotsPlaced != 1 || result.Options[0].Name != "b" {
			t.Fatalf("%+v", result)
		}
		equal(t, r.s.Summary().Cancelled, []CancelledRound{{1, 1}})
	})
	t.Run("a ballot once cast is not changed by the phone's later use of what it sent", func(t *testing.T) {
		r := open(t)
		dots := map[string]int{r.option("a"): 1}
		r.do(anna, CastBallot{Round: 1, Dots: dots}).done()
		maps.Copy(dots, map[string]int{r.option("b"): 2})
		equal(t, mine(r, anna), map[string]int{"a": 1})
	})
	t.Run("while it is open everybody sees how many have voted and nothing else, the host included", func(t *testing.T) {
		r := open(t)
		before := take(t, r.s)
		r.cast(anna, map[string]int{"a": 2}).done()
		for what, now := range take(t, r.s) {
			if before[what] != now && !strings.HasSuffix(what, " progress") && what != "me "+string(anna) {
				t.Errorf("%s tells of a ballot: %s", what, now)
			}
		}
	})
	t.Run("only a phone has ballots and cards of its own, whoever else gives somebody's id", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 2}).done()
		for _, role := range []Role{Host, Screen, "reader"} {
			if view := r.s.View(Viewer{Role: role, Person: anna}); view.Me != nil {
				t.Fatalf("the %s gets %+v", role, view.Me)
			}
		}
	})
	t.Run("closed, the host sees the result; revealed, everybody does", func(t *testing.T) {
		r := open(t)
		r.cast(anna, map[string]int{"a": 2}).done().do(host, CloseActivity{}).done()
		must[Result](r, Host, "result")
		for _, role := range []Role{Participant, Screen} {
			if _, ok := sees[Result](r, role, "result"); ok {
				t.Fatalf("the %s sees it too early", role)
			}
		}
		if sum := r.s.Summary(); sum.Vote != nil || len(sum.Ballots) != 0 || sum.Counts.Voted != 0 {
			t.Fatal("a provisional report shows it too early")
		}
		r.opened(Reveal)
		must[Result](r, Participant, "result")
		if r.s.Summary().Counts.Voted != 1 {
			t.Fatal("a report leaves it out")
		}
	})
}
