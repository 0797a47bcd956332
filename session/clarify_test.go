package session

import "testing"

// clarified gives a room in which the ballot is made clear, with three options on it.
func clarified(t *testing.T) *room {
	r := lobby(t).with(anna, bert).opened(Write)
	r.wrote(anna, "Lef", "Zorg").wrote(bert, "Rust")
	r.planned(Activity{ID: "clear", Kind: Clarify})
	return r.at("clear")
}

func TestClarify(t *testing.T) {
	names := func(r *room, role Role) []string {
		var list []string
		for _, o := range must[ClarifyItem](r, role, "clarify").Options {
			list = append(list, o.Name)
		}
		return list
	}
	t.Run("everybody sees the ballot as it would be frozen now", func(t *testing.T) {
		r := clarified(t)
		equal(t, names(r, Participant), []string{"Lef", "Rust", "Zorg"})
		r.do(host, ParkCluster{r.cluster("Zorg"), true}).done().do(host, RenameCluster{r.cluster("Lef"), "Durf"}).done()
		equal(t, names(r, Screen), []string{"Durf", "Rust"})
		r.opened(Vote)
		for i, o := range must[BallotItem](r, Participant, "ballot").Options {
			equal(t, o.Name, []string{"Durf", "Rust"}[i])
		}
	})
	t.Run("what people have against an option is counted for the host alone, once for each", func(t *testing.T) {
		r := clarified(t)
		lef := r.cluster("Lef")
		r.do(anna, ObjectToOption{lef, Unclear}).done().do(anna, ObjectToOption{lef, Misplaced}).done()
		r.do(bert, ObjectToOption{lef, Unclear}).done()
		option := must[ClarifyItem](r, Host, "clarify").Options[0]
		equal(t, []int{option.Unclear, option.Misplaced}, []int{1, 1})
		equal(t, must[ClarifyItem](r, Participant, "clarify").Options[0].Unclear, 0)
		equal(t, must[ClarifyItem](r, Screen, "clarify").Options[0].Unclear, 0)
		r.do(bert, ObjectToOption{lef, ""}).done()
		equal(t, must[ClarifyItem](r, Host, "clarify").Options[0].Unclear, 0)
		r.do(anna, ObjectToOption{"nowhere", Unclear}).refused(NotFound, Unknown)
		r.do(anna, ObjectToOption{lef, "no"}).refused(Invalid, Unknown)
	})
	t.Run("a proposal is for the host until it is taken up; then it is a card like any other", func(t *testing.T) {
		r := clarified(t)
		r.do(anna, ProposeValue{"p1", "Plezier"}).done()
		equal(t, must[ClarifyItem](r, Host, "clarify").Proposals, []ProposedCard{{"p1", "Plezier", Waiting}})
		equal(t, len(must[ClarifyItem](r, Participant, "clarify").Proposals)+len(must[ClarifyItem](r, Screen, "clarify").Proposals), 0)
		r.do(anna, SettleProposal{"p1", true}).refused(Denied, "")
		r.do(host, SettleProposal{"p1", false}).done()
		equal(t, r.s.Me(anna).Proposals[0].Status, Declined)
		r.do(host, SettleProposal{"p1", true}).done()
		equal(t, names(r, Participant), []string{"Lef", "Plezier", "Rust", "Zorg"})
		equal(t, r.s.Me(anna).Cards[2].With, Late)
	})
	t.Run("a proposal that says what is there merges by itself", func(t *testing.T) {
		r := clarified(t).do(anna, ProposeValue{"p1", "RUST!"}).done().do(host, SettleProposal{"p1", true}).done()
		equal(t, names(r, Host), []string{"Lef", "Rust", "Zorg"})
	})
	t.Run("three proposals per person; what is taken back makes room", func(t *testing.T) {
		r := clarified(t)
		for _, id := range []string{"p1", "p2", "p3"} {
			r.do(anna, ProposeValue{id, "Waarde " + id}).done()
		}
		r.do(anna, ProposeValue{"p4", "Nog een"}).refused(Invalid, TooMany, 3)
		r.do(bert, WithdrawProposal{"p1"}).refused(Denied, NotYours)
		r.do(anna, WithdrawProposal{"p1"}).done().do(anna, ProposeValue{"p4", "Nog een"}).done()
		r.do(host, SettleProposal{"p1", true}).refused(NotFound, Unknown)
	})
	t.Run("an id is somebody's, and a card's", func(t *testing.T) {
		r := clarified(t).do(anna, ProposeValue{"p1", "Plezier"}).done()
		r.do(bert, ProposeValue{"p1", "Spel"}).refused(Taken, "")
		r.do(bert, ProposeValue{"k1", "Spel"}).refused(Taken, "")
		r.do(bert, ProposeValue{"p2", " "}).refused(Invalid, Empty)
	})
	t.Run("closed, it takes nothing more from phones; the host may still settle", func(t *testing.T) {
		r := clarified(t).do(anna, ProposeValue{"p1", "Plezier"}).done().do(host, CloseActivity{}).done()
		r.do(anna, ProposeValue{"p2", "Spel"}).refused(Closed, NotOpen)
		r.do(anna, ObjectToOption{r.cluster("Lef"), Unclear}).refused(Closed, NotOpen)
		r.do(host, SettleProposal{"p1", true}).done()
		equal(t, len(names(r, Host)), 4)
	})
	t.Run("the clusters are not otherwise arranged while the ballot is made clear", func(t *testing.T) {
		r := clarified(t)
		r.do(host, MergeClusters{r.cluster("Lef"), []string{r.cluster("Zorg")}}).refused(Closed, NotOpen)
	})
}
