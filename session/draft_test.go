package session

import (
	"fmt"
	"strings"
	"testing"
)

func TestDrafts(t *testing.T) {
	t.Run("whoever has the pen writes for the table; everybody there reads it, and nobody elsewhere", func(t *testing.T) {
		r, crowd := atTables(t, 4, 2)
		lef := r.option("Lef")
		r.do(crowd[0], WriteDraft{lef, lefWords}).refused(Denied, NoPen)
		r.do(crowd[0], TakePen{}).done().do(crowd[0], WriteDraft{lef, lefWords}).done()
		own := r.s.Me(crowd[2]).Table
		equal(t, own, &OwnTable{1, PenTheir, []OwnDraft{{lef, lefWords}}, []Tip{}})
		equal(t, r.s.Me(crowd[0]).Table.Pen, PenYours)
		equal(t, r.s.Me(crowd[1]).Table, &OwnTable{2, PenFree, []OwnDraft{}, []Tip{}})
		equal(t, must[DraftItem](r, Host, "draft/"+lef+"/1").Lacks, []Lack{})
		for _, role := range []Role{Participant, Screen} {
			if _, seen := sees[DraftItem](r, role, "draft/"+lef+"/1"); seen {
				t.Errorf("the %s sees what a table writes", role)
			}
		}
	})
	t.Run("only the own parts of that table are touched", func(t *testing.T) {
		r, crowd := atTables(t, 6, 3)
		r.do(crowd[0], TakePen{}).done()
		r.lawless = true
		r.s.Touched()
		r.do(crowd[0], WriteDraft{r.option("Lef"), lefWords}).done()
		equal(t, len(r.s.Touched().Me), 2)
	})
	t.Run("the pen is free, or somebody's; taking it over takes being sure", func(t *testing.T) {
		r, crowd := atTables(t, 4, 2)
		r.do(crowd[0], TakePen{}).done().do(crowd[0], TakePen{}).changesNothing()
		r.do(crowd[2], TakePen{}).refused(Taken, PenHeld).do(crowd[2], TakePen{true}).done()
		equal(t, r.s.Me(crowd[0]).Table.Pen, PenTheir)
		r.do(crowd[0], WriteDraft{r.option("Lef"), lefWords}).refused(Denied, NoPen)
		r.do(crowd[0], LayPen{}).changesNothing().do(crowd[2], LayPen{}).done()
		equal(t, r.s.Me(crowd[0]).Table.Pen, PenFree)
	})
	t.Run("who leaves the table leaves the pen there, and what was written", func(t *testing.T) {
		r, crowd := atTables(t, 4, 2)
		r.phrased(crowd[0], r.option("Lef"), lefWords).do(crowd[0], TakeSeat{2}).done()
		equal(t, r.s.Me(crowd[2]).Table.Pen, PenFree)
		equal(t, len(r.s.Me(crowd[2]).Table.Drafts), 1)
		r.do(crowd[0], TakeSeat{0}).done().do(crowd[0], TakePen{}).refused(Closed, NoSeat)
	})
	t.Run("a draft is sent whole: the last one counts, an empty one takes it back, and empty lines are left out", func(t *testing.T) {
		r, crowd := atTables(t, 1, 1)
		lef := r.option("Lef")
		r.phrased(crowd[0], lef, lefWords)
		r.do(crowd[0], WriteDraft{lef, lefWords}).changesNothing()
		r.do(crowd[0], WriteDraft{lef, Phrasing{Sentence: " Lef \n is doen ", When: []string{"", "We beginnen", " "}}}).done()
		equal(t, r.s.Me(crowd[0]).Table.Drafts[0].Phrasing, Phrasing{Sentence: "Lef is doen", When: []string{"We beginnen"}})
		equal(t, must[SeatsItem](r, Screen, "seats").Written, []DeskWritten{{lef, 1, []Lack{LacksBehaviours, LacksCounter}}})
		r.do(crowd[0], WriteDraft{lef, Phrasing{}}).done()
		equal(t, len(must[SeatsItem](r, Screen, "seats").Written), 0)
	})
	t.Run("what does not fit, or is of another table's value, is refused whole", func(t *testing.T) {
		r, crowd := atTables(t, 2, 2)
		lef, zorg := r.option("Lef"), r.option("Zorg")
		r.do(crowd[0], TakePen{}).done()
		long := func(n int) string { return strings.Repeat("a", n+1) }
		r.do(crowd[0], WriteDraft{zorg, lefWords}).refused(NotFound, Unknown)
		r.do(crowd[0], WriteDraft{lef, Phrasing{Sentence: long(MaxSentence)}}).refused(Invalid, TooLong, MaxSentence)
		r.do(crowd[0], WriteDraft{lef, Phrasing{When: []string{long(MaxBehaviour)}}}).refused(Invalid, TooLong, MaxBehaviour)
		r.do(crowd[0], WriteDraft{lef, Phrasing{Unless: long(MaxBehaviour)}}).refused(Invalid, TooLong, MaxBehaviour)
		r.do(crowd[0], WriteDraft{lef, Phrasing{When: make([]string, 4)}}).refused(Invalid, TooMany, MaxBehaviours)
	})
	t.Run("the host puts the drafts of a value on the screen when the writing is closed", func(t *testing.T) {
		r, crowd := atTables(t, 2, 1)
		lef := r.option("Lef")
		key := "draft/" + lef + "/1"
		r.phrased(crowd[0], lef, lefWords).do(host, ShowDrafts{lef}).refused(Closed, StillWriting)
		r.do(host, CloseActivity{}).done().do(anna, ShowDrafts{lef}).refused(Denied, "")
		r.do(host, ShowDrafts{r.option("Zorg")}).refused(NotFound, Unknown)
		r.s.Touched()
		r.do(host, ShowDrafts{lef}).done().do(host, ShowDrafts{lef}).changesNothing()
		equal(t, must[DraftItem](r, Screen, key).Sentence, lefWords.Sentence)
		equal(t, must[TablesItem](r, Screen, "tables").Shown, lef)
		if _, seen := sees[DraftItem](r, Participant, key); seen {
			t.Error("phones of other tables see it")
		}
		r.at("words")
		if _, seen := sees[DraftItem](r, Screen, key); seen {
			t.Error("the screen shows what is being written again")
		}
		r.do(host, CloseActivity{}).done().do(host, ShowDrafts{lef}).done().do(host, ShowDrafts{}).done()
		if _, seen := sees[DraftItem](r, Screen, key); seen {
			t.Error("the screen still shows it")
		}
	})
}

func TestTips(t *testing.T) {
	t.Run("a tip waits at its own table until whoever has the pen settles it", func(t *testing.T) {
		r, crowd := atTables(t, 4, 2)
		one := Tip{"s1", r.option("Lef"), LacksBehaviours, "Iemand vraagt door"}
		r.do(crowd[2], GiveTip{one}).done()
		equal(t, r.s.Me(crowd[0]).Table.Tips, []Tip{one})
		equal(t, len(r.s.Me(crowd[1]).Table.Tips), 0)
		r.do(crowd[0], SettleTip{"s1"}).refused(Denied, NoPen).do(crowd[0], TakePen{}).done()
		r.do(crowd[0], SettleTip{"s1"}).done().do(crowd[0], SettleTip{"s1"}).changesNothing()
		equal(t, len(r.s.Me(crowd[2]).Table.Tips), 0)
	})
	t.Run("one that says nothing, is too long or fits nowhere is refused, and so is one too many", func(t *testing.T) {
		r, crowd := atTables(t, 2, 2)
		lef := r.option("Lef")
		try := func(id, value string, part Lack, text string) *answer {
			return r.do(crowd[0], GiveTip{Tip{id, value, part, text}})
		}
		try("s1", lef, LacksSentence, " ").refused(Invalid, Empty)
		try("s1", lef, LacksBehaviours, strings.Repeat("a", 141)).refused(Invalid, TooLong, MaxBehaviour)
		try("s1", lef, LacksSentence, strings.Repeat("a", 241)).refused(Invalid, TooLong, MaxSentence)
		try("s1", lef, LacksSupport, "a").refused(Invalid, Unknown)
		try("s1", r.option("Zorg"), LacksSentence, "a").refused(NotFound, Unknown)
		try("s 1", lef, LacksSentence, "a").refused(Invalid, Malformed)
		for i := range MaxTips {
			try(fmt.Sprint("s", i), lef, LacksSentence, "a").done()
		}
		try("s1", lef, LacksSentence, "a").refused(Taken, "")
		try("more", lef, LacksSentence, "a").refused(Busy, TooMany, MaxTips)
	})
}
