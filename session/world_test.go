package session

import (
	"fmt"
	"time"

	"pgregory.net/rapid"
)

// A world is a room in which anything may happen: a handful of people, a host and a screen who send whatever comes to
// mind, sensible or not. Texts are unique marks, sometimes written again by somebody else in another spelling.
type world struct {
	*room
	crowd []PersonID
	marks int
}

// emptyWorld has an agenda with everything that moves know of, and nobody in it.
func emptyWorld(t *rapid.T) *world {
	w := &world{room: lobby(t)}
	w.planned(Activity{ID: "steps", Kind: Commit})
	w.planned(Activity{ID: "words", Kind: Formulate})
	w.planned(Activity{ID: "agree", Kind: Consent})
	w.planned(Activity{ID: "scored", Kind: Vote, Ballot: ByScore})
	w.planned(Activity{ID: "ranked", Kind: Vote, Ballot: ByRank})
	return w
}

func newWorld(t *rapid.T) *world {
	w := emptyWorld(t)
	w.crowd = w.room.crowd(rapid.SampledFrom([]int{0, 1, 3, 9}).Draw(t, "people"))
	w.planned(Activity{ID: "talk", Kind: Rounds, Turns: []Turn{{InPair, 2}, {InAll, 3}}})
	w.planned(Activity{ID: "clear", Kind: Clarify})
	w.planned(Activity{ID: "second", Kind: Vote, Ballot: ByScore, Among: AmongTop})
	w.planned(Activity{ID: "runoff", Kind: Vote, Ballot: ByRank, Among: AmongTied})
	return w
}

// somebody is a participant, now and then one who was never let in.
func (w *world) somebody(t *rapid.T) PersonID {
	if len(w.crowd) == 0 || rapid.IntRange(0, 40).Draw(t, "stranger") == 0 {
		return stranger
	}
	return rapid.SampledFrom(w.crowd).Draw(t, "who")
}

func mark(n int) string { return fmt.Sprintf("w%03dx", n) }

// words is a new mark, or one that was used before, in some spelling.
func (w *world) words(t *rapid.T) string {
	n := w.marks + 1
	if w.marks > 0 && rapid.IntRange(0, 2).Draw(t, "again") == 0 {
		n = rapid.IntRange(1, w.marks).Draw(t, "mark")
	}
	w.marks = max(w.marks, n)
	return fmt.Sprintf(rapid.SampledFrom([]string{"%s", "  %s! ", "%s 🎉", "«%s»", "de %s"}).Draw(t, "spelling"), mark(n))
}

// mode changes how people write, now or later, or lets others see a card that waited for it.
func (w *world) mode(t *rapid.T) Command {
	if rapid.IntRange(0, 3).Draw(t, "mode") == 0 {
		return ShowDeck{rapid.Bool().Draw(t, "deck")}
	}
	if id := w.card(t); w.s.cards.byID[id] != nil && rapid.Bool().Draw(t, "let through") {
		return LetThrough{map[string]string{id: w.s.cards.byID[id].text}}
	}
	for _, act := range w.s.agenda.list {
		if act.Kind == Write {
			act.Mode = rapid.SampledFrom([]Mode{Silent, Inspired, InOpen, InOpen, InOpen}).Draw(t, "how people write")
			act.Hold = act.Mode == InOpen && rapid.Bool().Draw(t, "hold")
			return EditActivity{act}
		}
	}
	return ShowDeck{true}
}

// paperCard is what the host does with cards on paper.
func (w *world) paperCard(t *rapid.T) Command {
	switch rapid.IntRange(0, 4).Draw(t, "paper") {
	case 0:
		return EditCard{ID: w.card(t), Text: w.words(t), Sight: w.sight(t)}
	case 1:
		return RemoveCard{w.card(t)}
	}
	return AddPaperCard{ID: w.newCard(), Text: w.words(t)}
}

// sight is what a writer was told of who sees a card, right or wrong.
func (w *world) sight(t *rapid.T) Sight {
	return rapid.SampledFrom([]Sight{Unseen, Held, Seen, Seen, Seen}).Draw(t, "sight")
}

func (w *world) newCard() string {
	w.cards++
	return fmt.Sprintf("k%d", w.cards)
}

// card is the id of a card, mostly one that exists.
func (w *world) card(t *rapid.T) string {
	return fmt.Sprintf("k%d", rapid.IntRange(max(1, w.cards-8), w.cards+1).Draw(t, "card"))
}

// pile is the id of a cluster, mostly one that holds something.
func (w *world) pile(t *rapid.T) string {
	ids := []string{"nowhere"}
	for _, k := range w.s.clusters.order {
		if len(k.cards) > 0 {
			ids = append(ids, k.id, k.id)
		}
	}
	return rapid.SampledFrom(ids).Draw(t, "cluster")
}

func (w *world) arrangement(t *rapid.T) Command {
	switch rapid.IntRange(0, 12).Draw(t, "arrangement") {
	case 0, 1, 2:
		return MergeClusters{Into: w.pile(t), From: []string{w.pile(t), w.pile(t)}}
	case 3, 4:
		to := w.pile(t)
		if rapid.Bool().Draw(t, "apart") {
			to = fmt.Sprintf("new%d", rapid.IntRange(1, 9).Draw(t, "new"))
		}
		return MoveCards{Cards: []string{w.card(t), w.card(t)}, To: to}
	case 5, 6:
		return SplitCluster{w.pile(t)}
	case 7:
		return RenameCluster{w.pile(t), rapid.SampledFrom([]string{"", "Moed", "Lef"}).Draw(t, "name")}
	case 8:
		return ParkCluster{w.pile(t), rapid.Bool().Draw(t, "parked")}
	}
	if list := w.s.suggestions(w.s.shapes()); len(list) > 0 {
		asked := [][]string{list[0].Clusters, list[len(list)-1].Clusters}
		if rapid.Bool().Draw(t, "accepted") {
			return AcceptSuggestions{asked}
		}
		return RefuseSuggestions{asked[:1]}
	}
	return UndoClustering{}
}

// clarifying is what people and host do with a ballot that is not frozen yet.
func (w *world) clarifying(t *rapid.T) (PersonID, Command) {
	id := w.card(t)
	if all := w.s.clarifying.proposals; len(all) > 0 {
		id = rapid.SampledFrom(all).Draw(t, "proposal").id
	}
	switch rapid.IntRange(0, 5).Draw(t, "clarifying") {
	case 0, 1:
		return w.somebody(t), ObjectToOption{w.pile(t), rapid.SampledFrom([]Objection{"", Unclear, Misplaced, "no"}).Draw(t, "objection")}
	case 2:
		return w.somebody(t), ProposeValue{w.newCard(), w.words(t)}
	case 3:
		return w.somebody(t), WithdrawProposal{id}
	case 4:
		return host, rapid.SampledFrom([]Command{RenameCluster{w.pile(t), "Moed"}, ParkCluster{w.pile(t), true}}).Draw(t, "made clear")
	}
	return host, SettleProposal{id, rapid.IntRange(0, 3).Draw(t, "accepted") > 0}
}

// dots is a ballot of two sorts: one that may be cast, or one that may not.
func (w *world) dots(t *rapid.T) map[string]int {
	dots, frozen := map[string]int{}, w.s.vote.frozen
	for _, o := range frozen.Options {
		switch n := rapid.SampledFrom([]int{0, 0, 1, 1, 2, 3, 4, 5}).Draw(t, "dots"); {
		case frozen.method() == ByScore:
			dots[o.ID] = n
		case frozen.method() == ByRank:
			dots[o.ID] = min(n, len(frozen.Options))
		case len(dots) < frozen.Dots/2+1:
			dots[o.ID] = min(n, frozen.PerOption)
		}
	}
	if rapid.IntRange(0, 9).Draw(t, "broken") == 0 {
		dots[rapid.SampledFrom([]string{"nowhere", "new1"}).Draw(t, "option")] = rapid.IntRange(-1, 9).Draw(t, "wrong")
	}
	return dots
}

// onPaper is what the host does with ballots on paper.
func (w *world) onPaper(t *rapid.T) Command {
	id := fmt.Sprintf("paper%d", rapid.IntRange(1, 3).Draw(t, "paper"))
	if rapid.IntRange(0, 4).Draw(t, "removed") == 0 {
		return RemovePaper{w.s.vote.round, id}
	}
	return EnterPaper{w.s.vote.round, PaperBallot{id, rapid.SampledFrom([]string{"", "g1", "g2", "g9"}).Draw(t, "group"), w.dots(t)}}
}

// formulated is the id of a value that is put into words, mostly.
func (w *world) formulated(t *rapid.T) string {
	ids := []string{"nowhere"}
	for _, v := range w.s.tables.plan.Values {
		ids = append(ids, v.ID, v.ID, v.ID)
	}
	return rapid.SampledFrom(ids).Draw(t, "value")
}

func (w *world) phrasing(t *rapid.T) Phrasing {
	return Phrasing{Sentence: w.words(t), When: []string{w.words(t), ""}}
}

// atTable is what somebody does while values are put into words.
func (w *world) atTable(t *rapid.T) (PersonID, Command) {
	switch rapid.IntRange(0, 9).Draw(t, "at a table") {
	case 0, 1:
		return w.somebody(t), TakeSeat{rapid.IntRange(0, 4).Draw(t, "table")}
	case 2:
		return w.somebody(t), TakePen{rapid.Bool().Draw(t, "sure")}
	case 3:
		return w.somebody(t), GiveTip{Tip{w.newCard(), w.formulated(t), LacksBehaviours, w.words(t)}}
	case 4:
		return w.somebody(t), rapid.SampledFrom([]Command{LayPen{}, SettleTip{fmt.Sprintf("k%d", w.cards)}}).Draw(t, "pen")
	case 5:
		return host, AssignSeats{}
	case 6:
		return w.leading(t)
	}
	for table, id := range w.s.tables.pens {
		if table == len(w.s.tables.pens) { // one that does not hang on the order of a map
			return id, WriteDraft{w.formulated(t), w.phrasing(t)}
		}
	}
	return w.somebody(t), WriteDraft{w.formulated(t), w.phrasing(t)}
}

// leading is what the host does around it.
func (w *world) leading(t *rapid.T) (PersonID, Command) {
	switch rapid.IntRange(0, 7).Draw(t, "leading") {
	case 0:
		return host, ArrangeTables{rapid.IntRange(0, 4).Draw(t, "tables"), []ValueTables{{ID: w.pile(t)}}}
	case 1, 2:
		return host, ShowDrafts{w.formulated(t)}
	case 3, 4:
		return host, OpenChoice{w.formulated(t)}
	case 5:
		return host, CloseChoice{}
	case 6:
		return w.somebody(t), ChooseDraft{len(w.s.choices), rapid.IntRange(0, 4).Draw(t, "table")}
	}
	return host, SettleText{w.formulated(t), "", w.phrasing(t), 0}
}

func (w *world) formulating() bool {
	act, _ := w.s.agenda.current()
	return act.Kind == Formulate
}

// consent is an answer to the check that is open.
func (w *world) consent(t *rapid.T) Command {
	c := FillSheet{"agree", Sheet{Numbers: map[string]int{}, Texts: map[string]string{}}}
	for _, q := range w.s.sheets["agree"].form.Questions {
		if q.Max > 0 {
			c.Numbers[q.Key] = rapid.IntRange(Agrees, HasConcerns).Draw(t, "consent")
		} else {
			c.Texts[q.Key] = w.words(t)
		}
	}
	return c
}

// participants' and host's next move, weighed so that sessions get somewhere.
func (w *world) move(t *rapid.T) (PersonID, Command) {
	switch n := rapid.IntRange(0, 99).Draw(t, "move"); {
	case n < 12:
		kind := rapid.SampledFrom([]Kind{Welcome, Write, Write, Rounds, Cluster, Cluster, Clarify, Vote, Vote, Reveal, Formulate, Consent, Commit}).Draw(t, "kind")
		ids := []string{}
		for _, a := range w.s.agenda.list {
			if a.Kind == kind {
				ids = append(ids, a.ID)
			}
		}
		return host, OpenActivity{rapid.SampledFrom(append(ids, ids[0])).Draw(t, "activity")}
	case n < 15:
		return host, CloseActivity{}
	case n < 18:
		return host, rapid.SampledFrom([]Command{
			PauseTimer{}, ResumeTimer{}, ExtendTimer{60}, ExtendTimer{-600}, ExtendTimer{0},
		}).Draw(t, "timer")
	case n < 20:
		return host, w.mode(t)
	case n < 22:
		return host, w.paperCard(t)
	case n < 25:
		if rapid.Bool().Draw(t, "hide") {
			return host, HideCard{w.card(t)}
		}
		return host, RestoreCard{w.card(t)}
	case n < 28 && w.s.isOpen(Cluster):
		return w.somebody(t), DoubtMerge{w.pile(t), rapid.IntRange(0, 3).Draw(t, "doubt") > 0}
	case n < 45 && w.s.isOpen(Cluster):
		return host, w.arrangement(t)
	case n < 50 && w.s.isOpen(Vote):
		return host, w.onPaper(t)
	case n < 70 && w.s.isOpen(Vote):
		return w.somebody(t), CastBallot{Round: w.s.vote.round, Dots: w.dots(t), Seat: rapid.SampledFrom([]int{0, 0, 1, 2, 3}).Draw(t, "seat")}
	case n < 80 && w.s.isOpen(Formulate):
		return w.atTable(t)
	case n < 60 && w.s.isOpen(Consent):
		return w.somebody(t), w.consent(t)
	case n < 70 && w.formulating():
		return w.leading(t)
	case n < 60 && w.s.isOpen(Clarify):
		return w.clarifying(t)
	case n < 50 && w.s.isOpen(Rounds):
		if rapid.Bool().Draw(t, "stronger") {
			return w.somebody(t), StrengthenCard{w.card(t), rapid.Bool().Draw(t, "is stronger")}
		}
		return host, OpenTurn{"talk", rapid.IntRange(-1, 2).Draw(t, "turn")}
	case n < 70 && (w.s.isOpen(Write) || w.s.isOpen(Rounds)):
		return w.somebody(t), AddCard{ID: w.newCard(), Text: w.words(t), Sight: w.sight(t)}
	case n < 70 && w.s.isOpen(Commit), n < 72:
		return w.commitment(t)
	case n < 76:
		return w.somebody(t), EditCard{ID: w.card(t), Text: w.words(t), Sight: w.sight(t)}
	case n < 81:
		return w.somebody(t), RemoveCard{w.card(t)}
	case n < 82:
		return w.somebody(t), SharePhone{rapid.IntRange(0, 4).Draw(t, "people")}
	case n < 85:
		return w.somebody(t), ChooseGroup{rapid.SampledFrom([]string{"", "g1", "g2", "g9"}).Draw(t, "group")}
	case n < 88:
		who := PersonID(fmt.Sprintf("person-late-%d", rapid.IntRange(1, 3).Draw(t, "late")))
		w.crowd = append(w.crowd, who)
		return who, Join{}
	case n < 92:
		if calculate := w.s.Calculation(); calculate != nil {
			return host, calculate()
		}
		return host, UndoClustering{}
	case n < 93 && len(w.log) > 40:
		return host, EndSession{}
	case n < 96: // what nobody may do
		who := rapid.SampledFrom([]PersonID{screen, stranger}).Draw(t, "intruder")
		return who, rapid.SampledFrom([]Command{EndSession{}, CloseActivity{}, AddCard{ID: "zz", Text: "zz"}, HideCard{"k1"}, UndoClustering{}}).Draw(t, "deed")
	}
	return w.somebody(t), AddCard{ID: w.card(t), Text: w.words(t)}
}

// step lets somebody do something, a while later.
func (w *world) step(t *rapid.T) *answer {
	w.after(time.Duration(rapid.IntRange(0, 200).Draw(t, "seconds")) * time.Second)
	who, c := w.move(t)
	return w.do(who, c)
}

// sealedBy gives the session as it is read back after its history has been replaced.
func sealedBy(t rapid.TB, record Record) *Session {
	t.Helper()
	stored, err := EncodeBatch([]Record{record})
	if err != nil {
		t.Fatalf("encode: %v", err)
	}
	records, err := DecodeBatch(stored)
	if err != nil {
		t.Fatalf("decode: %v", err)
	}
	s := New()
	for _, r := range records {
		s.Apply(r)
	}
	return s
}
