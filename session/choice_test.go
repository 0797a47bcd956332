package session

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var lefToo = Phrasing{Sentence: "Wij beginnen, ook als het spannend is.", When: []string{"Iemand probeert iets nieuws", "We maken fouten bespreekbaar"}, Unless: "We wachten af"}

// withDrafts gives a room in which three tables have written about one value, and closed their writing.
func withDrafts(t *testing.T, people int) (*room, []PersonID, string) {
	t.Helper()
	r, crowd := atTables(t, people, 3)
	lef := r.option("Lef")
	r.do(host, ArrangeTables{3, []ValueTables{{ID: lef, Tables: []int{1, 2, 3}}, {ID: r.option("Zorg"), Tables: []int{1}}}}).done()
	r.phrased(crowd[0], lef, lefWords).phrased(crowd[1], lef, lefToo).phrased(crowd[2], lef, Phrasing{Sentence: "Lef is doen."})
	r.phrased(crowd[0], r.option("Zorg"), lefToo)
	return r.do(host, CloseActivity{}).done(), crowd, lef
}

func TestTheRoomChooses(t *testing.T) {
	choice := func(r *room, role Role) ChoiceItem { return must[ChoiceItem](r, role, "choice") }

	t.Run("everybody reads the drafts as they were when it was opened; the screen shows them too", func(t *testing.T) {
		r, _, lef := withDrafts(t, 6)
		r.do(host, OpenChoice{lef}).done().do(host, OpenChoice{lef}).changesNothing()
		want := ChoiceItem{lef, "Lef", 1, true, []TableDraft{{1, lefWords}, {2, lefToo}, {3, Phrasing{"Lef is doen.", []string{}, ""}}}, nil}
		for _, role := range roles {
			equal(t, choice(r, role), want)
		}
		equal(t, must[TablesItem](r, Screen, "tables").Shown, lef)
	})
	t.Run("while it is open nothing but how many have chosen is told, to anybody", func(t *testing.T) {
		r, crowd, lef := withDrafts(t, 6)
		r.do(host, OpenChoice{lef}).done().do(crowd[0], ChooseDraft{1, 2}).done().do(crowd[1], ChooseDraft{1, 0}).done()
		for _, role := range roles {
			equal(t, must[ProgressItem](r, role, "progress"), ProgressItem{Done: 2, Of: 8})
			if choice(r, role).Room != nil {
				t.Errorf("the %s is told what was chosen", role)
			}
		}
		equal(t, r.s.Me(crowd[0]).Choice, &OwnChoice{1, 2})
		equal(t, r.s.Me(crowd[1]).Choice, &OwnChoice{1, 0})
		equal(t, r.s.Me(crowd[2]).Choice, nil)
	})
	t.Run("a choice may be changed until it is closed; then it is told in counts, and no preference is one", func(t *testing.T) {
		r, crowd, lef := withDrafts(t, 6)
		r.do(host, OpenChoice{lef}).done()
		for i, table := range []int{1, 2, 2, 0} {
			r.do(crowd[i], ChooseDraft{1, table}).done()
		}
		r.do(crowd[0], ChooseDraft{1, 2}).done().do(crowd[0], ChooseDraft{1, 2}).changesNothing()
		r.do(host, CloseChoice{}).done().do(host, CloseChoice{}).changesNothing()
		r.do(crowd[4], ChooseDraft{1, 3}).refused(Closed, NotOpen)
		for _, role := range roles {
			equal(t, choice(r, role).Room, &RoomChoice{4, 8, 1, []DraftCount{{1, 0}, {2, 3}, {3, 0}}, []int{2}})
		}
		if _, counted := sees[ProgressItem](r, Host, "progress"); counted {
			t.Error("a closed choice is still counted")
		}
	})
	t.Run("a tie is told as one, and when nobody prefers any text none is best", func(t *testing.T) {
		r, crowd, lef := withDrafts(t, 6)
		r.do(host, OpenChoice{lef}).done().do(crowd[0], ChooseDraft{1, 3}).done().do(crowd[1], ChooseDraft{1, 1}).done()
		r.do(host, CloseChoice{}).done()
		equal(t, choice(r, Host).Room.Best, []int{1, 3})
		r.do(host, OpenChoice{lef}).done()
		equal(t, r.s.Me(crowd[0]).Choice, nil)
		r.do(crowd[0], ChooseDraft{1, 3}).refused(Closed, OldRound).do(crowd[0], ChooseDraft{2, 0}).done()
		r.do(host, CloseChoice{}).done()
		equal(t, choice(r, Host).Room, &RoomChoice{1, 8, 1, []DraftCount{{1, 0}, {2, 0}, {3, 0}}, []int{}})
	})
	t.Run("the facilitator has the last word; what the room chose stands beside it, in the results too", func(t *testing.T) {
		r, crowd, lef := withDrafts(t, 6)
		r.do(host, OpenChoice{lef}).done().do(crowd[0], ChooseDraft{1, 2}).done()
		r.do(host, SettleText{lef, "", lefWords, 1}).done()
		if must[Formulation](r, Screen, "final/"+lef).Room != nil {
			t.Fatal("it is told while the room chooses")
		}
		r.do(host, CloseChoice{}).done()
		want := &RoomChoice{1, 8, 0, []DraftCount{{1, 0}, {2, 1}, {3, 0}}, []int{2}}
		equal(t, must[Formulation](r, Participant, "final/"+lef).Room, want)
		r.do(host, EndSession{}).done()
		sealed, _ := r.s.Seal()
		equal(t, sealedBy(t, sealed).Summary().Formulations[0].Room, want)
	})
	t.Run("the room sees the choice at hand, the host those of all values", func(t *testing.T) {
		r, crowd, lef := withDrafts(t, 6)
		zorg := r.option("Zorg")
		r.do(host, OpenChoice{lef}).done().do(host, OpenChoice{zorg}).refused(Closed, OneDraft)
		r.at("words").do(host, ArrangeTables{3, []ValueTables{{ID: lef, Tables: []int{1, 2, 3}}, {ID: zorg, Tables: []int{1, 2}}}}).done()
		r.phrased(crowd[1], zorg, lefWords).do(host, CloseActivity{}).done()
		r.do(host, OpenChoice{zorg}).done()
		for _, role := range []Role{Participant, Screen} {
			equal(t, choice(r, role).Value, zorg)
			if _, seen := sees[ChoicesItem](r, role, "choices"); seen {
				t.Errorf("the %s sees the choices before", role)
			}
		}
		equal(t, choice(r, Participant).Round, 2)
		equal(t, must[ChoicesItem](r, Host, "choices").Rooms, map[string]*RoomChoice{
			lef: {0, 8, 0, []DraftCount{{1, 0}, {2, 0}, {3, 0}}, []int{}}, zorg: nil,
		})
	})
	t.Run("going on, and the end, close what is open, and it counts", func(t *testing.T) {
		for _, c := range []Command{OpenActivity{"words"}, OpenActivity{"agree"}, EndSession{}} {
			r, crowd, lef := withDrafts(t, 6)
			r.do(host, SettleText{lef, "", lefWords, 1}).done()
			r.do(host, OpenChoice{lef}).done().do(crowd[0], ChooseDraft{1, 3}).done()
			r.do(host, c).done()
			equal(t, r.s.Summary().Formulations[0].Room.Best, []int{3})
			r.do(crowd[0], ChooseDraft{1, 1}).refused(Closed, map[bool]Reason{true: Ended, false: NotOpen}[r.s.Status() == Over])
		}
	})
	t.Run("it is the host who asks, when the tables have written, about two drafts and more", func(t *testing.T) {
		r, crowd, lef := withDrafts(t, 6)
		r.do(crowd[0], OpenChoice{lef}).refused(Denied, "").do(crowd[0], CloseChoice{}).refused(Denied, "")
		r.do(host, OpenChoice{"nowhere"}).refused(NotFound, Unknown).do(host, OpenChoice{r.option("Zorg")}).refused(Closed, OneDraft)
		r.do(crowd[0], ChooseDraft{1, 1}).refused(Closed, NotOpen)
		r.at("words").do(host, OpenChoice{lef}).refused(Closed, StillWriting)
		r.do(host, CloseActivity{}).done().do(host, OpenChoice{lef}).done()
		r.do(crowd[0], ChooseDraft{1, 4}).refused(NotFound, Unknown).do(crowd[0], ChooseDraft{1, -1}).refused(NotFound, Unknown)
		r.do(host, ChooseDraft{1, 1}).refused(Denied, "").do(stranger, ChooseDraft{1, 1}).refused(Denied, NeedsCookie)
		r.opened(Reveal).do(host, OpenChoice{lef}).refused(Closed, NotOpen)
	})
}

func TestChoicesAreBlind(t *testing.T) {
	t.Run("two rooms that differ in nothing but who chose which draft look the same until it is closed", func(t *testing.T) {
		rapid.Check(t, func(rt *rapid.T) {
			r, crowd, lef := withDrafts(t, 6)
			twin, _, _ := withDrafts(t, 6)
			r.lawless, twin.lawless = true, true
			for range rapid.IntRange(1, 30).Draw(rt, "steps") {
				who := rapid.SampledFrom(crowd).Draw(rt, "who")
				table := rapid.IntRange(0, 3).Draw(rt, "table")
				c, other := Command(ChooseDraft{len(r.s.choices), table}), Command(ChooseDraft{len(r.s.choices), 3 - table})
				switch rapid.IntRange(0, 9).Draw(rt, "move") {
				case 0:
					who, c, other = host, OpenChoice{lef}, OpenChoice{lef}
				case 1:
					who, c, other = host, CloseChoice{}, CloseChoice{}
				}
				r.do(who, c)
				twin.do(who, other)
				for _, role := range roles {
					for _, key := range r.s.Keys() {
						if last := r.s.choices.latest(); strings.HasPrefix(key, "choice") && (last == nil || !last.open || key == "choices") {
							continue
						}
						if a, b := encoded(rt, r.s.Item(role, key)), encoded(rt, twin.s.Item(role, key)); a != b {
							rt.Fatalf("%s tells the %s what somebody chose:\n%s\n%s", key, role, a, b)
						}
					}
				}
				equal(rt, r.s.Summary(), twin.s.Summary())
			}
		})
	})
}
