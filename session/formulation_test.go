package session

import "testing"

func TestFinalTexts(t *testing.T) {
	t.Run("a value counts as formulated with a sentence, two behaviours, a counter-behaviour and its support", func(t *testing.T) {
		r, crowd := atTables(t, 2, 1)
		lef := r.option("Lef")
		r.phrased(crowd[0], lef, lefWords)
		r.do(host, SettleText{lef, "", lefWords, 1}).done().do(host, SettleText{lef, "", lefWords, 1}).changesNothing()
		for _, role := range roles {
			equal(t, must[Formulation](r, role, "final/"+lef), Formulation{lef, "Lef", lefWords, 1, &Backing{2, 2}, []Lack{}, nil})
		}
		r.do(host, SettleText{lef, "Lef tonen", Phrasing{When: lefWords.When[:1]}, 0}).done()
		equal(t, must[Formulation](r, Screen, "final/"+lef).Lacks, []Lack{LacksSentence, LacksBehaviours, LacksCounter})
		equal(t, r.s.Summary().Formulations[0].Name, "Lef tonen")
	})
	t.Run("a text without words takes it back", func(t *testing.T) {
		r, _ := atTables(t, 1, 1)
		lef := r.option("Lef")
		r.do(host, SettleText{Value: lef}).changesNothing().do(host, SettleText{lef, "", lefWords, 0}).done()
		r.do(host, SettleText{Value: lef}).done()
		equal(t, len(r.s.Summary().Formulations), 0)
	})
	t.Run("while the support may not be known, it is what is missing", func(t *testing.T) {
		r, crowd := atTables(t, 1, 1)
		lef := r.option("Lef")
		r.do(host, SettleText{lef, "", lefWords, 0}).done().opened(Cluster)
		equal(t, must[Formulation](r, Host, "final/"+lef).Lacks, []Lack{LacksSupport})
		r.opened(Vote).cast(crowd[0], map[string]int{"Lef": 1}).done()
		if f := must[Formulation](r, Host, "final/"+lef); f.Support != nil {
			t.Fatalf("the support is told while people vote: %+v", f.Support)
		}
	})
	t.Run("it is the host who settles, and a text has its limits", func(t *testing.T) {
		r, _ := atTables(t, 1, 1)
		lef := r.option("Lef")
		r.do(anna, SettleText{lef, "", lefWords, 0}).refused(Denied, "")
		r.do(host, SettleText{"nowhere", "", lefWords, 0}).refused(NotFound, Unknown)
		r.do(host, SettleText{lef, "", lefWords, -1}).refused(Invalid, OutOfRange, MaxTables)
		r.do(host, SettleText{lef, string(make([]byte, 61)), Phrasing{}, 0}).changesNothing()
		r.do(host, SettleText{lef, "een naam die veel langer is dan wat er op een scherm nog naast past", lefWords, 0}).refused(Invalid, TooLong, MaxName)
	})
	t.Run("other values on the tables leave what was settled", func(t *testing.T) {
		r, _ := atTables(t, 1, 1)
		lef := r.option("Lef")
		r.do(host, SettleText{lef, "", lefWords, 0}).done()
		r.do(host, ArrangeTables{1, []ValueTables{{ID: r.option("Rust")}}}).done()
		equal(t, r.s.Summary().Formulations[0].Value, lef)
		r.do(host, SettleText{lef, "", Phrasing{Sentence: "Lef is doen."}, 0}).done()
	})
}

func TestConsent(t *testing.T) {
	settled := func(t *testing.T) (*room, []PersonID, string) {
		r, crowd := atTables(t, 4, 1)
		lef := r.option("Lef")
		r.do(host, OpenActivity{"agree"}).refused(Closed, NothingToConsent)
		r.do(host, SettleText{lef, "", lefWords, 0}).done().at("agree")
		return r, crowd, lef
	}
	t.Run("each final text is asked about, in these words", func(t *testing.T) {
		r, _, lef := settled(t)
		form := must[FormItem](r, Participant, "form")
		equal(t, len(form.Questions), 2)
		equal(t, form.Questions[0], Question{Key: lef + "/consent", Label: "Lef", Text: lefWords.Whole(), Min: 1, Max: 3})
	})
	t.Run("the counts are told after closing; the texts are for the host, until they are shown", func(t *testing.T) {
		r, crowd, lef := settled(t)
		r.filled(crowd[0], "agree", map[string]int{lef + "/consent": Agrees}, nil)
		r.filled(crowd[1], "agree", map[string]int{lef + "/consent": AgreesIf}, map[string]string{lef + "/why": "Korter"})
		r.filled(crowd[2], "agree", map[string]int{lef + "/consent": HasConcerns}, map[string]string{lef + "/why": "Te vaag"})
		if it := r.s.Item(Host, "outcome/agree"); it != nil {
			t.Fatalf("told while open: %+v", it)
		}
		r.do(host, CloseActivity{}).done()
		equal(t, must[Outcome](r, Screen, "outcome/agree").Questions[0].Counts, []int{1, 1, 1})
		equal(t, len(must[Outcome](r, Screen, "outcome/agree").Questions[1].Texts), 0)
		equal(t, len(must[Outcome](r, Host, "outcome/agree").Questions[1].Texts), 2)
	})
	t.Run("who simply agrees leaves no text", func(t *testing.T) {
		r, crowd, lef := settled(t)
		r.filled(crowd[0], "agree", map[string]int{lef + "/consent": Agrees}, map[string]string{lef + "/why": "Toch niet"})
		equal(t, len(r.s.Me(crowd[0]).Sheets["agree"].Texts), 0)
	})
	t.Run("a text stays as it is while people say what they think of it; another one is asked about anew", func(t *testing.T) {
		r, crowd, lef := settled(t)
		r.filled(crowd[0], "agree", map[string]int{lef + "/consent": Agrees}, nil)
		r.do(host, SettleText{lef, "", Phrasing{Sentence: "Anders"}, 0}).refused(Closed, ConsentOpen)
		r.do(host, CloseActivity{}).done().do(host, SettleText{lef, "", Phrasing{Sentence: "Anders"}, 0}).done()
		equal(t, must[Outcome](r, Screen, "outcome/agree").Questions[0].Text, lefWords.Whole())
		r.at("agree")
		equal(t, len(r.s.Me(crowd[0]).Sheets), 0)
	})
}
