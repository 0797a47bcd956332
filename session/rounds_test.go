package session

import (
	"testing"
	"time"
)

// talking gives a room in which rounds in twos and in the whole room are open after some writing.
func talking(t *testing.T) *room {
	r := lobby(t).with(anna, bert).opened(Write)
	r.wrote(anna, "Lef")
	r.planned(Activity{ID: "talk", Kind: Rounds, Limit: 2, Turns: []Turn{{InPair, 2}, {InAll, 5}}})
	return r.at("talk")
}

func TestRounds(t *testing.T) {
	t.Run("an activity without rounds of its own has those of its minutes, which they fill exactly", func(t *testing.T) {
		for _, minutes := range []int{1, 6, 7, 8, 12, 14, 30} {
			sum := 0
			for _, turn := range StandardTurns(minutes) {
				sum += turn.Minutes
			}
			equal(t, sum, minutes)
		}
		equal(t, StandardTurns(6), []Turn{{InPair, 6}})
		equal(t, StandardTurns(12), []Turn{{Alone, 1}, {InPair, 2}, {InFour, 4}, {InAll, 5}})
	})
	t.Run("rounds nobody knows, too many and too long ones are refused", func(t *testing.T) {
		r := lobby(t)
		plan := func(turns ...Turn) *answer {
			return r.do(host, PlanActivity{Activity{ID: "x", Kind: Rounds, Turns: turns}, 0})
		}
		plan(Turn{"three", 2}).refused(Invalid, Unknown)
		plan(Turn{Late, 2}).refused(Invalid, Unknown)
		plan(Turn{InPair, 61}).refused(Invalid, OutOfRange, 60)
		plan(make([]Turn, 9)...).refused(Invalid, TooMany, 8)
		plan(Turn{InPair, 60}).done()
	})
	t.Run("each round has its own time, and only the host goes on to another", func(t *testing.T) {
		r := talking(t)
		equal(t, must[TimerItem](r, Screen, "timer").Deadline, r.now.Add(2*time.Minute).UnixMilli())
		r.after(10 * time.Minute)
		equal(t, must[RoundsItem](r, Participant, "rounds").Turn, 0)
		r.do(anna, OpenTurn{"talk", 1}).refused(Denied, "")
		r.do(host, OpenTurn{"talk", 2}).refused(Invalid, OutOfRange, 1)
		r.do(host, OpenTurn{"talk", 1}).done()
		equal(t, must[RoundsItem](r, Participant, "rounds").Turn, 1)
		equal(t, must[TimerItem](r, Screen, "timer").Deadline, r.now.Add(5*time.Minute).UnixMilli())
		r.do(host, CloseActivity{}).done().do(host, OpenTurn{"talk", 0}).refused(Closed, NotOpen)
	})
	t.Run("a card that comes from talking says with whom, and has a limit of its own", func(t *testing.T) {
		r := talking(t).wrote(bert, "Moed", "Rust")
		r.do(bert, AddCard{ID: "more", Text: "Zorg"}).refused(Invalid, TooMany, 2)
		equal(t, r.s.Me(bert).Cards[0].With, InPair)
		equal(t, must[CardItem](r, Host, "card/k2").With, InPair)
		r.opened(Write).wrote(bert, "a", "b", "c", "d")
	})
	t.Run("a card of one's own is made stronger, and only while people talk", func(t *testing.T) {
		r := talking(t)
		r.do(bert, StrengthenCard{"k1", true}).refused(Denied, NotYours)
		r.do(anna, StrengthenCard{"k1", true}).done()
		equal(t, r.s.Me(anna).Cards[0].Stronger, InPair)
		equal(t, must[RoundsItem](r, Screen, "rounds").Stronger, 1)
		r.do(anna, StrengthenCard{"k1", false}).done()
		equal(t, r.s.Me(anna).Cards[0].Stronger, Company(""))
		r.opened(Write).do(anna, StrengthenCard{"k1", true}).refused(Closed, NotOpen)
	})
	t.Run("while people talk the cards stay hidden from the room", func(t *testing.T) {
		r := talking(t)
		if r.s.Item(Screen, "card/k1") != nil {
			t.Error("the screen shows a card")
		}
		r.do(host, CloseActivity{}).done()
		must[CardItem](r, Screen, "card/k1")
	})
	t.Run("fewer rounds than the one that goes on: the last one is it", func(t *testing.T) {
		r := talking(t).do(host, OpenTurn{"talk", 1}).done()
		r.do(host, EditActivity{Activity{ID: "talk", Kind: Rounds, Minutes: 5, Limit: 2, Turns: []Turn{{InFour, 4}}}}).done()
		equal(t, must[RoundsItem](r, Host, "rounds").Turn, 0)
	})
	t.Run("rounds after a vote cancel it: the cards change", func(t *testing.T) {
		r, _ := ballotOf(t, 2, "Lef", "Zorg")
		r.planned(Activity{ID: "talk", Kind: Rounds})
		r.at("talk")
		equal(t, r.s.vote.status, RoundIsCancelled)
	})
}
