package session

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// planned lets the host put an activity at the end of the agenda, and gives its id.
func (r *room) planned(act Activity) string {
	r.t.Helper()
	act.Minutes = 5
	r.do(host, PlanActivity{act, MaxActivities}).done()
	return act.ID
}

// at opens the activity with an id.
func (r *room) at(id string) *room {
	r.t.Helper()
	return r.do(host, OpenActivity{id}).done()
}

// filled lets somebody answer the form of an activity.
func (r *room) filled(who PersonID, activity string, numbers map[string]int, texts map[string]string) *room {
	r.t.Helper()
	return r.do(who, FillSheet{activity, Sheet{numbers, texts}}).done()
}

// whole plays a session in which every activity of the method happens, to the moment before its end.
func whole(t rapid.TB) *room {
	r := lobby(t)
	crowd := r.crowd(9)
	r.planned(Activity{ID: "in", Kind: CheckIn})
	r.planned(Activity{ID: "poles", Kind: Tensions, Poles: []Poles{{"Snel", "Zorgvuldig"}}})
	r.planned(Activity{ID: "rate", Kind: Rate, Prompt: "Hoe belangrijk, en hoe aanwezig?"})
	r.planned(Activity{ID: "again", Kind: Tensions, Of: "poles", Title: "Nog eens"})
	r.planned(Activity{ID: "talk", Kind: Rounds, Turns: []Turn{{InPair, 2}, {InAll, 5}}})
	r.planned(Activity{ID: "clear", Kind: Clarify})
	r.planned(Activity{ID: "steps", Kind: Commit})
	r.planned(Activity{ID: "rest", Kind: Pause})
	r.planned(Activity{ID: "words", Kind: Formulate})
	r.planned(Activity{ID: "agree", Kind: Consent})
	r.planned(Activity{ID: "out", Kind: CheckOut})
	r.planned(Activity{ID: "never", Kind: Pause})
	r.do(host, NoteActivity{"in", "Begin zelf."}).done().do(host, RemoveActivity{"never", false}).done()
	r.do(host, MoveActivity{"in", 1}).done()
	r.at("in")
	for i, who := range crowd {
		r.filled(who, "in", map[string]int{"energy": 1 + i%5}, map[string]string{"word": []string{"Nieuwsgierig", "moe", "Moe!"}[i%3]})
	}
	r.do(host, CloseActivity{}).done().do(host, HideText{"in", "moe", true}).done().do(host, ShowTexts{"in", true}).done()
	r.at("poles")
	for i, who := range crowd[:7] {
		r.filled(who, "poles", map[string]int{"p1/now": 1 + i%3, "p1/wanted": 5}, nil)
	}
	r.opened(Write).do(crowd[0], ShareStory{"Toen we het samen deden."}).done()
	r.do(crowd[8], AddCard{ID: "why", Text: "Geduld", Why: "Het duurt lang."}).done()
	r.do(crowd[5], SharePhone{2}).done()
	r.do(host, AddPaperCard{ID: "paper", Text: "Zorg"}).done()
	r.in(InOpen).held(true).do(crowd[7], AddCard{ID: "seen", Text: "Rust", Sight: Seen}).done()
	r.do(host, LetThrough{map[string]string{"seen": "Rust"}}).done().in(Silent)
	for i, who := range crowd {
		r.wrote(who, []string{"Lef", "Zorg", "Rust"}[i%3])
	}
	r.wrote(crowd[0], "Eerlijk", "Plezier").wrote(crowd[1], "Eerlijkheid", "Plezeir").opened(Cluster)
	r.do(host, RefuseSuggestions{[][]string{{r.cluster("Plezier"), r.cluster("Plezeir")}}}).done()
	r.do(host, AcceptSuggestions{[][]string{{r.cluster("Eerlijk"), r.cluster("Eerlijkheid")}}}).done()
	r.do(crowd[0], DoubtMerge{r.cluster("Eerlijk"), true}).done()
	r.at("talk").do(host, OpenTurn{"talk", 1}).done()
	r.wrote(crowd[0], "Lef").do(crowd[1], StrengthenCard{"k2", true}).done()
	r.at("clear").do(crowd[2], ObjectToOption{r.cluster("Rust"), Unclear}).done()
	r.do(crowd[3], ProposeValue{"p1", "Plezier"}).done().do(crowd[4], ProposeValue{"p2", "Nog iets"}).done()
	r.do(crowd[4], ProposeValue{"p3", "Toch niet"}).done().do(crowd[4], WithdrawProposal{"p3"}).done()
	r.do(host, SettleProposal{"p1", true}).done().do(host, SettleProposal{"p2", false}).done()
	r.opened(Vote)
	for i, who := range crowd {
		r.cast(who, map[string]int{[]string{"Lef", "Zorg"}[i%2]: 1}).done()
	}
	r.opened(Reveal).do(host, r.s.Calculation()()).done().at("rate")
	for i, who := range crowd {
		lef := r.option("Lef")
		r.filled(who, "rate", map[string]int{lef + "/importance": 9, lef + "/presence": i % 6}, nil)
	}
	r.at("words")
	r.do(host, ArrangeTables{2, []ValueTables{{r.option("Lef"), []int{1, 2}}, {r.option("Zorg"), []int{2}}}}).done()
	r.do(crowd[0], TakeSeat{1}).done().do(crowd[1], TakeSeat{2}).done().do(host, AssignSeats{}).done()
	r.phrased(crowd[0], r.option("Lef"), lefWords).do(crowd[0], LayPen{}).done()
	r.do(crowd[2], TakePen{}).done().do(crowd[0], TakePen{true}).done()
	r.do(crowd[2], GiveTip{Tip{"s1", r.option("Lef"), LacksBehaviours, "Iemand vraagt door"}}).done()
	r.do(crowd[0], SettleTip{"s1"}).done()
	r.phrased(crowd[1], r.option("Lef"), Phrasing{Sentence: "Lef is beginnen", When: []string{"We proberen het uit"}})
	r.do(crowd[1], GiveTip{Tip{"s2", r.option("Zorg"), LacksSentence, "Zorg is vragen hoe het gaat"}}).done()
	r.do(host, CloseActivity{}).done().do(host, ShowDrafts{r.option("Lef")}).done()
	r.do(host, OpenChoice{r.option("Lef")}).done().do(crowd[3], ChooseDraft{1, 1}).done().do(crowd[4], ChooseDraft{1, 0}).done()
	r.do(host, CloseChoice{}).done().do(host, SettleText{r.option("Lef"), "Lef tonen", lefWords, 1}).done()
	r.at("agree")
	for i, who := range crowd {
		lef := r.option("Lef")
		why := map[string]string{}
		if i%3 == 2 {
			why[lef+"/why"] = "Zeg ook wat het kost"
		}
		r.filled(who, "agree", map[string]int{lef + "/consent": 1 + i%3}, why)
	}
	r.at("again")
	for _, who := range crowd[2:] {
		r.filled(who, "again", map[string]int{"p1/now": 4}, nil)
	}
	r.at("steps")
	for i, who := range crowd[:6] {
		r.do(who, ShareIntention{Intention{"ik binnenkom", fmt.Sprintf("groet ik %d mensen", i/2), InAMonth}}).done()
		r.do(who, WriteStep{fmt.Sprintf("step%d", i), Step{What: fmt.Sprintf("Stap %d", i), Date: "2027-01-15", Benefits: ForPeople}}).done()
	}
	r.do(crowd[0], WithdrawIntention{}).done().do(crowd[5], RemoveStep{"step5"}).done()
	r.do(host, WriteStep{"step1", Step{What: "Een stap", First: "Bellen", Owner: "HR", Measure: "Wie meedoet", Obstacle: "Tijd"}}).done()
	r.do(host, HideStep{"step2", true}).done().do(host, AgreeStep{"step1", true}).done().do(host, ShowSteps{true}).done()
	r.do(host, CloseActivity{}).done().do(host, ShowIntentions{true}).done()
	r.do(host, HideIntention{Intention{"ik binnenkom", "groet ik 2 mensen", InAMonth}.id("s1"), true}).done()
	r.at("rest").at("out")
	r.filled(crowd[0], "out", map[string]int{"usefulness": 5}, map[string]string{"word": "Zin in"})
	r.do(host, RemoveActivity{"poles", true}).done()
	return r
}

func TestWhole(t *testing.T) {
	t.Run("every activity of the method can be in one session, and its results survive the seal", func(t *testing.T) {
		r := whole(t).do(host, EndSession{}).done()
		record, ok := r.s.Seal()
		if !ok {
			t.Fatal("it cannot be sealed")
		}
		sealed := sealedBy(t, record)
		equal(t, sealed.Summary(), r.s.Summary())
		for _, role := range roles {
			before := r.s.View(Viewer{Role: role}).Items["outcome/in"]
			equal(t, encoded(t, sealed.View(Viewer{Role: role}).Items["outcome/in"]), encoded(t, before))
			final := "final/" + r.s.formulations()[0].Value
			equal(t, encoded(t, sealed.Item(role, final)), encoded(t, r.s.Item(role, final)))
		}
	})
}
