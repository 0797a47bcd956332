package session

import (
	"fmt"
	"testing"
)

var lefWords = Phrasing{
	Sentence: "Wij zeggen wat gezegd moet worden.",
	When:     []string{"Iemand brengt slecht nieuws zelf", "We vragen om hulp voor het misgaat"},
	Unless:   "We zwijgen in de vergadering en klagen daarna",
}

// phrased lets somebody take the pen and write what their table has to say of a value.
func (r *room) phrased(who PersonID, value string, words Phrasing) *room {
	r.t.Helper()
	r.do(who, TakePen{true})
	return r.do(who, WriteDraft{value, words}).done()
}

// atTables gives a room in which Lef and Zorg are put into words, each person at the table that follows from their place.
func atTables(t *testing.T, people, tables int) (*room, []PersonID) {
	t.Helper()
	r, crowd := ballotOf(t, people, "Lef", "Zorg", "Rust", "Humor", "Moed")
	for _, who := range crowd {
		r.cast(who, map[string]int{"Lef": 1, "Zorg": 1}).done()
	}
	r.planned(Activity{ID: "words", Kind: Formulate})
	r.planned(Activity{ID: "agree", Kind: Consent})
	r.opened(Reveal).at("words")
	r.do(host, ArrangeTables{Tables: tables})
	for i, who := range crowd {
		r.do(who, TakeSeat{1 + i%tables}).done()
	}
	return r, crowd
}

func TestTables(t *testing.T) {
	values := func(r *room) string {
		text := ""
		for _, v := range must[TablesItem](r, Participant, "tables").Values {
			text += fmt.Sprint(v.Name, v.Tables)
		}
		return text
	}
	t.Run("the values of the top go to the tables, which are for five", func(t *testing.T) {
		r, crowd := ballotOf(t, 10, "Lef", "Zorg", "Rust", "Humor", "Moed")
		for _, who := range crowd {
			r.cast(who, map[string]int{"Lef": 1, "Zorg": 1}).done()
		}
		r.planned(Activity{ID: "words", Kind: Formulate})
		r.opened(Reveal).at("words")
		equal(t, values(r), "Lef[1]Zorg[2]")
		r.do(host, ArrangeTables{Tables: 5}).done()
		equal(t, values(r), "Lef[1 3 5]Zorg[2 4]")
		r.do(host, ArrangeTables{Tables: 1}).done()
		equal(t, values(r), "Lef[1]Zorg[1]")
		r.do(host, ArrangeTables{3, []ValueTables{{ID: r.option("Rust"), Tables: []int{3, 1, 3}}}}).done()
		equal(t, values(r), "Rust[1 3]")
	})
	t.Run("without a result that may be known, the largest clusters are taken, and with nothing on the board nothing is", func(t *testing.T) {
		r := lobby(t)
		crowd := r.crowd(3)
		r.planned(Activity{ID: "words", Kind: Formulate})
		r.do(host, OpenActivity{"words"}).refused(Closed, NothingToFormulate)
		r.opened(Write).wrote(crowd[0], "Rust").wrote(crowd[1], "rust").wrote(crowd[2], "Lef")
		r.do(host, ArrangeTables{Tables: 2}).refused(Closed, NothingToFormulate)
		r.do(host, ArrangeTables{2, []ValueTables{{ID: r.s.clusters.order[0].id}}}).refused(NotFound, Unknown)
		r.do(host, CloseActivity{}).done().at("words")
		equal(t, values(r), "Rust[1]Lef[1]")
	})
	t.Run("an arrangement that nobody made follows a new result, as long as nothing is written", func(t *testing.T) {
		r := lobby(t)
		crowd := r.crowd(2)
		r.planned(Activity{ID: "words", Kind: Formulate})
		r.opened(Write).wrote(crowd[0], "Rust").wrote(crowd[1], "Lef").do(host, CloseActivity{}).done().at("words")
		equal(t, values(r), "Lef[1]Rust[1]")
		r.opened(Vote).cast(crowd[0], map[string]int{"Lef": 1}).done()
		r.opened(Reveal).at("words")
		equal(t, values(r), "Lef[1]")
	})
	t.Run("what cannot be arranged is refused", func(t *testing.T) {
		r, _ := atTables(t, 2, 2)
		lef := r.option("Lef")
		r.do(anna, ArrangeTables{Tables: 1}).refused(Denied, "")
		r.do(host, ArrangeTables{Tables: 0}).refused(Invalid, OutOfRange, MaxTables)
		r.do(host, ArrangeTables{Tables: 201}).refused(Invalid, OutOfRange, MaxTables)
		r.do(host, ArrangeTables{2, []ValueTables{{"nowhere", nil}}}).refused(NotFound, Unknown)
		r.do(host, ArrangeTables{2, []ValueTables{{lef, nil}, {lef, nil}}}).refused(NotFound, Unknown)
		r.do(host, ArrangeTables{2, []ValueTables{{lef, []int{3}}}}).refused(Invalid, OutOfRange, 2)
		r.do(host, ArrangeTables{2, make([]ValueTables, 9)}).refused(Invalid, TooMany, MaxFormulated)
	})
	t.Run("a participant sits where they say; the host sees how many sit where", func(t *testing.T) {
		r, crowd := atTables(t, 5, 2)
		equal(t, must[SeatsItem](r, Host, "seats").Taken, []int{3, 2})
		r.do(crowd[0], TakeSeat{2}).done().do(crowd[0], TakeSeat{2}).changesNothing().do(crowd[1], TakeSeat{0}).done()
		item := must[SeatsItem](r, Screen, "seats")
		equal(t, item.Taken, []int{2, 2})
		equal(t, item.Nowhere, 3) // two of them wrote the cards
		equal(t, r.s.Me(crowd[0]).Table.Table, 2)
		r.do(crowd[0], TakeSeat{3}).refused(Invalid, OutOfRange, 2)
		r.do(stranger, TakeSeat{1}).refused(Denied, NeedsCookie)
		r.do(host, CloseActivity{}).done().do(crowd[0], TakeSeat{1}).refused(Closed, NotOpen)
	})
	t.Run("who sits nowhere gets a place at the emptiest table, and nobody is moved", func(t *testing.T) {
		r, crowd := atTables(t, 7, 3)
		for _, who := range crowd[3:] {
			r.do(who, TakeSeat{0}).done()
		}
		r.do(crowd[6], TakeSeat{1}).done().do(host, AssignSeats{}).done().do(host, AssignSeats{}).changesNothing()
		equal(t, must[SeatsItem](r, Host, "seats").Taken, []int{3, 3, 3})
		equal(t, r.s.Me(crowd[6]).Table.Table, 1)
		r.do(anna, AssignSeats{}).refused(Denied, "")
	})
	t.Run("with fewer tables those who lose theirs sit nowhere, and what they wrote stays", func(t *testing.T) {
		r, crowd := atTables(t, 4, 2)
		r.phrased(crowd[1], r.option("Zorg"), lefWords)
		r.do(host, ArrangeTables{Tables: 1}).done()
		if r.s.Me(crowd[1]).Table != nil {
			t.Fatal("sits at a table that is gone")
		}
		equal(t, must[DraftItem](r, Host, "draft/"+r.option("Zorg")+"/2").Sentence, lefWords.Sentence)
	})
	t.Run("a table is in sight while the room is at it", func(t *testing.T) {
		r, crowd := atTables(t, 2, 1)
		r.lawless = true
		r.s.Touched()
		r.opened(Reveal)
		if got := r.s.Me(crowd[0]).Table; got != nil {
			t.Fatalf("%+v", got)
		}
		equal(t, len(r.s.Touched().Me), 2)
		for _, key := range []string{"tables", "seats"} {
			if it := r.s.Item(Host, key); it != nil {
				t.Fatalf("%s is %+v", key, it)
			}
		}
		equal(t, r.at("words").s.Me(crowd[0]).Table.Table, 1)
	})
	t.Run("nobody is there: one table, and nobody at it", func(t *testing.T) {
		r := lobby(t)
		who := r.crowd(1)[0]
		r.planned(Activity{ID: "words", Kind: Formulate})
		r.opened(Write).wrote(who, "Rust").do(host, CloseActivity{}).done().at("words")
		equal(t, must[SeatsItem](r, Screen, "seats"), SeatsItem{Taken: []int{0}, Nowhere: 1, Written: []DeskWritten{}})
	})
}
