package session

import (
	"testing"

	"pgregory.net/rapid"
)

// voted plays a session with three rounds of voting, the last two of which follow on the one before, and shows it at each step: dots,
// with a tie for the last place; places, over those that tie; scores, of what was chosen.
func voted(t rapid.TB, show func(*Session)) *room {
	t.Helper()
	r, crowd := tiedAtTheCut(t)
	show(r.s)
	r.again(Activity{ID: "runoff", Ballot: ByRank, Among: AmongTied})
	for i, who := range crowd {
		r.cast(who, map[string]int{"c": 2 - i%2, "d": 1 + i%2}).done()
	}
	r.paper("p1", "g1", map[string]int{"d": 1}).done()
	r.paper("p2", "", map[string]int{"c": 1}).done().do(host, RemovePaper{r.s.vote.round, "p2"}).done()
	show(r.s)
	r.opened(Reveal)
	show(r.s)
	r.do(host, r.s.Calculation()()).done()
	show(r.s)
	r.again(Activity{ID: "second", Ballot: ByScore, Among: AmongTop})
	for i, who := range crowd {
		r.cast(who, map[string]int{"a": 5, "b": 1 + i%5, "d": 3}).done()
	}
	show(r.s)
	r.opened(Reveal).do(host, r.s.Calculation()()).done()
	show(r.s)
	return r
}

// tiedAtTheCut gives a room of nine in which a and b won by dots, c and d tie for the third place, and e has nothing; revealed.
func tiedAtTheCut(t rapid.TB) (*room, []PersonID) {
	t.Helper()
	r, crowd := ballotOf(t, 9, "a", "b", "c", "d", "e")
	for i, who := range crowd {
		r.do(who, ChooseGroup{[]string{"g1", "g2"}[i%2]}).done()
		r.cast(who, map[string]int{"a": 1, "b": min(1, i%4), "c": i % 2, "d": (i + 1) % 2 * min(1, i)}).done()
	}
	r.opened(Reveal).do(host, r.s.Calculation()()).done()
	return r, crowd
}

// again plans one more vote and opens it.
func (r *room) again(act Activity) *room {
	r.t.Helper()
	act.Kind = Vote
	return r.at(r.planned(act))
}

// paper types in a ballot, by the names of options.
func (r *room) paper(id, group string, dots map[string]int) *answer {
	r.t.Helper()
	byID := map[string]int{}
	for name, n := range dots {
		byID[r.option(name)] = n
	}
	return r.do(host, EnterPaper{r.s.vote.round, PaperBallot{id, group, byID}})
}

// order tells a result in one line: names by rank, those that go on before the bar.
func order(r Result) string {
	text, rank, cut := "", 0, false
	for _, o := range r.Options {
		if !o.InTop && !cut {
			text, cut = text+"|", true
		}
		if o.Rank == rank {
			text += "="
		}
		text, rank = text+o.Name, o.Rank
	}
	return text
}

func TestRoundsKept(t *testing.T) {
	t.Run("a round that the room has seen the outcome of stays in the record when another one is held", func(t *testing.T) {
		r, _ := tiedAtTheCut(t)
		first := must[Result](r, Host, "result")
		equal(t, order(first), "abc=d|e")
		r.again(Activity{ID: "v2"}).cast("person-0001", map[string]int{"e": 1}).done()
		sum := r.s.Summary()
		equal(t, sum.Rounds[0].Vote, first)
		if sum.Vote != nil || len(sum.Cancelled) != 0 || sum.Rounds[0].Comparison == nil || len(sum.Rounds[0].Ballots) != 9 {
			t.Fatalf("%+v", sum)
		}
		r.opened(Reveal)
		equal(t, must[Result](r, Screen, "result").Round, 2)
		equal(t, must[EarlierItem](r, Host, "earlier").Rounds[0].Vote, first)
		for _, role := range []Role{Screen, Participant} {
			if _, ok := sees[EarlierItem](r, role, "earlier"); ok {
				t.Fatalf("the %s is sent what it does not show", role)
			}
		}
	})
	t.Run("it is the same round that is opened again, or another vote of the agenda", func(t *testing.T) {
		r, _ := tiedAtTheCut(t)
		r.opened(Vote)
		equal(t, len(r.s.Summary().Rounds), 1)
		equal(t, must[VoteItem](r, Participant, "vote").Cancelled, 0)
	})
	t.Run("a round whose outcome nobody but the host saw is cancelled by the next one, in plain sight", func(t *testing.T) {
		r, crowd := ballotOf(t, 2, "a", "b")
		r.cast(crowd[0], map[string]int{"a": 1}).done().do(host, CloseActivity{}).done()
		r.planned(Activity{ID: "v2", Kind: Vote})
		r.do(host, OpenActivity{"v2"}).brought("RoundCancelled", "BallotFrozen", "ActivityOpened", "TimerSet")
		equal(t, must[VoteItem](r, Participant, "vote").Cancelled, 1)
		r.cast(crowd[0], map[string]int{"b": 1}).done()
		r.planned(Activity{ID: "v3", Kind: Vote})
		r.do(host, OpenActivity{"v3"}).brought("RoundCancelled", "ActivityClosed", "BallotFrozen", "ActivityOpened", "TimerSet")
		equal(t, r.s.Summary().Cancelled, []CancelledRound{{1, 1}, {2, 1}})
		if r.s.Summary().Rounds != nil || r.s.Me(crowd[0]).Ballot != nil {
			t.Fatal("what was cancelled counts")
		}
	})
	t.Run("what shapes the ballot cancels the round that is held, and the ones before it counted then", func(t *testing.T) {
		r, crowd := tiedAtTheCut(t)
		r.again(Activity{ID: "v2"}).cast(crowd[0], map[string]int{"e": 1}).done().opened(Cluster)
		sum := r.s.Summary()
		equal(t, sum.Cancelled, []CancelledRound{{2, 1}})
		if len(sum.Rounds) != 1 || sum.Vote != nil || r.s.Me(crowd[0]).Ballot != nil {
			t.Fatalf("%+v", sum)
		}
		r.planned(Activity{ID: "v3", Kind: Vote, Among: AmongTop})
		r.do(host, OpenActivity{"v3"}).refused(Closed, NoRoundBefore)
	})
	t.Run("dots on an option that has gone by then come back, and the phone is told which round did not count", func(t *testing.T) {
		r, crowd := ballotOf(t, 1, "a", "b", "c")
		r.cast(crowd[0], map[string]int{"a": 1, "b": 1}).done()
		r.opened(Cluster).do(host, ParkCluster{r.cluster("b"), true}).done().opened(Vote)
		equal(t, must[VoteItem](r, Participant, "vote"), VoteItem{Round: 2, Status: RoundIsOpen, Cancelled: 1})
		if r.s.Me(crowd[0]).Ballot != nil {
			t.Fatal("the dots are still out")
		}
		r.cast(crowd[0], map[string]int{"a": 1, "c": 1}).done()
		r.cast(crowd[0], map[string]int{"b": 1}).refused(NotFound, Unknown)
	})
	t.Run("what was still to be calculated of it is calculated", func(t *testing.T) {
		r, crowd := ballotOf(t, 9, "a", "b")
		for _, who := range crowd {
			r.cast(who, map[string]int{"a": 1}).done()
		}
		r.opened(Reveal, Vote).do(host, r.s.Calculation()()).brought("CertaintyRecorded", "ComparisonRecorded")
		equal(t, r.s.Summary().Rounds[0].Vote.Options[0].Band, AlmostCertain)
		if r.s.Calculation() != nil {
			t.Fatal("it is never done")
		}
	})
	t.Run("it is sealed with its ballots and without anybody, and can be counted again", func(t *testing.T) {
		r := voted(t, func(*Session) {})
		record, ok := r.do(host, EndSession{}).done().s.Seal()
		if !ok {
			t.Fatal("not sealed")
		}
		sealed := sealedBy(t, record)
		equal(t, sealed.Summary(), r.s.Summary())
		equal(t, encoded(t, sealed.Item(Host, "earlier")), encoded(t, r.s.Item(Host, "earlier")))
		held := sealed.Summary().Rounds
		for i, k := range []Counting{{ByDots, 3, false}, {ByRank, 1, true}} {
			again := k.Bootstrap(held[i].Ballots, held[i].Vote.Certainty.Seed)
			for j, option := range held[i].Ballot {
				for _, o := range held[i].Vote.Options {
					if o.ID == option.ID && o.TopShare != again.TopShare[j] {
						t.Errorf("round %d, %s: %v and %v", i+1, o.Name, o.TopShare, again.TopShare[j])
					}
				}
			}
		}
	})
}

func TestFollowingRounds(t *testing.T) {
	t.Run("a run-off is about what ties for the last places: the others go on already", func(t *testing.T) {
		r, crowd := tiedAtTheCut(t)
		tied, places := must[Result](r, Host, "result").TiedAtCut()
		if len(tied) != 2 || places != 1 {
			t.Fatal(tied, places)
		}
		r.again(Activity{ID: "runoff", Ballot: ByRank, Among: AmongTied})
		ballot := must[BallotItem](r, Participant, "ballot")
		if ballot.Method != ByRank || ballot.Top != 1 || ballot.Of != 1 || ballot.Dots != 0 {
			t.Fatalf("%+v", ballot)
		}
		names := func(list []Named) (names []string) {
			for _, o := range list {
				names = append(names, o.Name)
			}
			return names
		}
		equal(t, names(named(ballot.Options)), []string{"c", "d"})
		equal(t, names(ballot.Through), []string{"a", "b"})
		r.cast(crowd[0], map[string]int{"d": 1}).done().opened(Reveal)
		result := must[Result](r, Screen, "result")
		equal(t, order(result), "d|c")
		equal(t, names(result.Chosen()), []string{"a", "b", "d"})
	})
	t.Run("what goes on by both rounds is what is put into words and rated, with the support it had by dots", func(t *testing.T) {
		r, crowd := tiedAtTheCut(t)
		r.again(Activity{ID: "runoff", Ballot: ByRank, Among: AmongTied}).cast(crowd[0], map[string]int{"d": 1}).done()
		d := r.option("d")
		r.planned(Activity{ID: "words", Kind: Formulate})
		r.opened(Reveal).at("words")
		var values []string
		for _, v := range must[TablesItem](r, Screen, "tables").Values {
			values = append(values, v.Name)
		}
		equal(t, values, []string{"a", "b", "d"})
		r.do(host, CloseActivity{}).done().do(host, SettleText{d, "", lefWords, 0}).done()
		equal(t, r.s.formulations()[0].Support, &Backing{4, 9})
		r.planned(Activity{ID: "rate", Kind: Rate})
		r.at("rate")
		equal(t, len(must[FormItem](r, Participant, "form").Questions), 6)
	})
	t.Run("a run-off in which nobody votes leaves the tie as it is", func(t *testing.T) {
		r, _ := tiedAtTheCut(t)
		r.again(Activity{ID: "runoff", Ballot: ByRank, Among: AmongTied}).opened(Reveal)
		equal(t, len(must[Result](r, Screen, "result").Chosen()), 4)
	})
	t.Run("a second round in which nobody votes takes no value away from those that were in it", func(t *testing.T) {
		r, _ := tiedAtTheCut(t)
		r.again(Activity{ID: "second", Ballot: ByScore, Among: AmongTop}).opened(Reveal)
		equal(t, len(must[Result](r, Screen, "result").Chosen()), 4)
		record, ready := r.do(host, EndSession{}).done().s.Seal()
		if !ready {
			t.Fatal("not sealed")
		}
		equal(t, len(sealedBy(t, record).Summary().PulseValues()), 4)
	})
	t.Run("what went on before a run-off is looked back on, too", func(t *testing.T) {
		r, crowd := tiedAtTheCut(t)
		r.again(Activity{ID: "runoff", Ballot: ByRank, Among: AmongTied}).cast(crowd[0], map[string]int{"d": 1}).done().opened(Reveal)
		var values []string
		for _, v := range r.s.Summary().PulseValues() {
			values = append(values, v.Name)
		}
		equal(t, values, []string{"a", "b", "d"})
	})
	t.Run("who goes on from a second round without revealing it goes on with what the room knows: the round before", func(t *testing.T) {
		r, crowd := tiedAtTheCut(t)
		r.planned(Activity{ID: "words", Kind: Formulate})
		r.planned(Activity{ID: "rate", Kind: Rate})
		r.again(Activity{ID: "second", Ballot: ByScore, Among: AmongTop}).cast(crowd[0], map[string]int{"d": 5}).done().at("words")
		var values []string
		for _, v := range must[TablesItem](r, Screen, "tables").Values {
			values = append(values, v.Name)
		}
		equal(t, values, []string{"a", "b", "c", "d"})
		r.do(host, CloseActivity{}).done().do(host, SettleText{r.option("a"), "", lefWords, 0}).done()
		equal(t, r.s.formulations()[0].Support, &Backing{9, 9})
		r.at("rate")
		equal(t, len(must[FormItem](r, Participant, "form").Questions), 8)
		if _, ok := sees[Result](r, Screen, "result"); ok {
			t.Fatal("the second round is told before it is revealed")
		}
	})
	t.Run("a run-off without a tie is refused, and one that was held leaves none", func(t *testing.T) {
		r, crowd := tiedAtTheCut(t)
		r.again(Activity{ID: "runoff", Among: AmongTied}).cast(crowd[0], map[string]int{"d": 1}).done().opened(Reveal)
		r.do(host, OpenActivity{"runoff"}).refused(Closed, NoTie)
	})
	t.Run("a run-off that was opened in the wrong way can be opened anew in another", func(t *testing.T) {
		r, _ := tiedAtTheCut(t)
		r.again(Activity{ID: "runoff", Ballot: ByScore, Among: AmongTied}).again(Activity{ID: "better", Ballot: ByRank, Among: AmongTied})
		ballot := must[BallotItem](r, Participant, "ballot")
		if ballot.Round != 3 || ballot.Of != 1 || len(ballot.Through) != 2 {
			t.Fatalf("%+v", ballot)
		}
		equal(t, r.s.Summary().Cancelled, []CancelledRound{{2, 0}})
	})
	t.Run("a round about the top has what went on by all rounds before", func(t *testing.T) {
		r := voted(t, func(*Session) {})
		sum := r.s.Summary()
		equal(t, order(*sum.Vote), "adb")
		equal(t, sum.Vote.Of, 2)
		if len(sum.Rounds) != 2 || sum.Vote.Top != 3 || sum.Vote.Method != ByScore {
			t.Fatalf("%+v", sum.Vote)
		}
	})
	t.Run("without a round that counts there is nothing to follow on", func(t *testing.T) {
		r, _ := ballotOf(t, 1, "a", "b")
		r.planned(Activity{ID: "second", Kind: Vote, Among: AmongTop})
		r.do(host, OpenActivity{"second"}).refused(Closed, NoRoundBefore)
		r.do(host, CloseActivity{}).done().do(host, OpenActivity{"second"}).refused(Closed, NoRoundBefore)
		r.opened(Reveal).do(host, OpenActivity{"second"}).refused(Closed, NothingToVote)
	})
	t.Run("a vote says how and about what: other activities do not, and what does not exist is refused", func(t *testing.T) {
		r := lobby(t)
		r.do(host, PlanActivity{Activity{ID: "v", Kind: Vote, Ballot: "coin"}, 0}).refused(Invalid, Unknown)
		r.do(host, PlanActivity{Activity{ID: "v", Kind: Vote, Among: "some"}, 0}).refused(Invalid, Unknown)
		r.do(host, PlanActivity{Activity{ID: "v", Kind: Vote, Ballot: ByDots}, 0}).done()
		r.do(host, EditActivity{Activity{ID: "v", Kind: Vote}}).changesNothing()
		r.do(host, EditActivity{Activity{ID: "v", Kind: Vote, Ballot: ByScore}}).done()
		r.do(host, PlanActivity{Activity{ID: "p", Kind: Pause, Ballot: ByScore, Among: AmongTop}, 0}).done()
		act, _ := r.s.agenda.find("p")
		equal(t, act, Activity{ID: "p", Kind: Pause})
	})
}
