package session

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// intentionsSeen lists what a role reads of the intentions, in the order in which it is told.
func intentionsSeen(r *room, role Role) []string {
	seen := []string{}
	items := r.s.View(Viewer{Role: role}).Items
	for _, key := range slices.Sorted(maps.Keys(items)) {
		if it, ok := items[key].(IntentionItem); ok {
			seen = append(seen, it.Then)
		}
	}
	return seen
}

func TestIntentions(t *testing.T) {
	ask := Intention{"ik maandag binnenkom", "vraag ik eerst hoe het gaat", InAWeek}

	t.Run("what is shared is for nobody while it is open, not even the host; afterwards for the host, then for the wall", func(t *testing.T) {
		r, crowd := committingRoom(t, 2)
		r.do(crowd[0], ShareIntention{ask}).done()
		equal(t, *r.s.Me(crowd[0]).Shared, ask)
		equal(t, r.s.Me(crowd[1]).Shared == nil, true)
		r.do(host, ShowIntentions{true}).done()
		for _, role := range roles {
			equal(t, intentionsSeen(r, role), []string{})
			equal(t, must[ProgressItem](r, role, "progress"), ProgressItem{Done: 1, Of: 2})
		}
		equal(t, len(r.s.Summary().Shared), 0)
		r.do(host, ShowIntentions{false}).done().do(host, CloseActivity{}).done()
		equal(t, intentionsSeen(r, Host), []string{ask.Then})
		equal(t, intentionsSeen(r, Screen), []string{})
		r.do(host, ShowIntentions{true}).done()
		equal(t, must[WallItem](r, Screen, "wall"), WallItem{Shared: true})
		equal(t, intentionsSeen(r, Screen), []string{ask.Then})
		equal(t, intentionsSeen(r, Participant), []string{})
		equal(t, r.s.Summary().Shared, []Intention{ask})
		r.at("steps")
		equal(t, intentionsSeen(r, Host), []string{})
	})
	t.Run("sharing again replaces it, taking it back leaves nothing; both until it is closed", func(t *testing.T) {
		r, crowd := committingRoom(t, 2)
		r.do(crowd[0], WithdrawIntention{}).changesNothing()
		r.do(crowd[0], ShareIntention{Intention{Then: "bel ik vaker"}}).done().do(crowd[0], ShareIntention{ask}).done()
		r.do(crowd[0], ShareIntention{ask}).changesNothing()
		r.do(crowd[1], ShareIntention{Intention{Then: "weg ermee"}}).done().do(crowd[1], WithdrawIntention{}).done()
		equal(t, r.s.Me(crowd[1]).Shared == nil, true)
		r.do(host, CloseActivity{}).done()
		equal(t, intentionsSeen(r, Host), []string{ask.Then})
		r.do(crowd[0], WithdrawIntention{}).refused(Closed, NotOpen)
		r.do(crowd[0], ShareIntention{ask}).refused(Closed, NotOpen)
	})
	t.Run("the order is the same whoever shared first", func(t *testing.T) {
		order := func(people []int) []string {
			r, crowd := committingRoom(t, 9)
			for _, i := range people {
				r.do(crowd[i], ShareIntention{Intention{Then: fmt.Sprintf("stap %d", i)}}).done()
			}
			r.do(host, CloseActivity{}).done().do(host, ShowIntentions{true}).done()
			var list []string
			for _, shared := range r.s.Summary().Shared {
				list = append(list, shared.Then)
			}
			equal(t, list, intentionsSeen(r, Screen))
			return list
		}
		forwards := order([]int{0, 1, 2, 3, 4, 5, 6, 7, 8})
		equal(t, order([]int{8, 7, 6, 5, 4, 3, 2, 1, 0}), forwards)
		if slices.IsSorted(forwards) {
			t.Fatal("the order of sharing shows")
		}
	})
	t.Run("the same words of two people stand once, and stay when one of them takes them back", func(t *testing.T) {
		r, crowd := committingRoom(t, 2)
		r.do(crowd[0], ShareIntention{ask}).done().do(crowd[1], ShareIntention{ask}).done()
		r.do(crowd[0], WithdrawIntention{}).done().do(host, CloseActivity{}).done()
		equal(t, intentionsSeen(r, Host), []string{ask.Then})
	})
	t.Run("the host keeps one from the room, and from the report", func(t *testing.T) {
		r, crowd := committingRoom(t, 2)
		id := ask.id("s1")
		r.do(crowd[0], ShareIntention{ask}).done().do(host, HideIntention{id, true}).refused(NotFound, Unknown)
		r.do(host, CloseActivity{}).done().do(host, ShowIntentions{true}).done().do(host, HideIntention{id, true}).done()
		equal(t, must[IntentionItem](r, Host, "intention/"+id).Hidden, true)
		equal(t, intentionsSeen(r, Screen), []string{})
		equal(t, len(r.s.Summary().Shared), 0)
		r.do(host, HideIntention{id, true}).changesNothing().do(host, HideIntention{id, false}).done()
		equal(t, intentionsSeen(r, Screen), []string{ask.Then})
		r.do(crowd[0], HideIntention{id, true}).refused(Denied, "").do(crowd[0], ShowIntentions{false}).refused(Denied, "")
		r.do(host, EndSession{}).done()
		equal(t, r.s.Summary().Shared, []Intention{ask})
	})
	t.Run("what was shared and never shown leaves with the people, and after thirty days so does what was shown", func(t *testing.T) {
		for _, shown := range []bool{false, true} {
			r, crowd := committingRoom(t, 1)
			r.do(crowd[0], ShareIntention{ask}).done().do(host, CloseActivity{}).done()
			if shown {
				r.do(host, ShowIntentions{true}).done()
			}
			r.do(host, EndSession{}).done()
			record, _ := r.s.Seal()
			equal(t, strings.Contains(encoded(t, record.Event), ask.Then), shown)
			forgotten, _ := sealedBy(t, record).ForgetCards()
			equal(t, strings.Contains(encoded(t, forgotten.Event), ask.Then), false)
		}
	})
	t.Run("what cannot be one is refused, and nobody shares for somebody else", func(t *testing.T) {
		r, crowd := committingRoom(t, 1)
		long := strings.Repeat("a", MaxIntention+1)
		r.do(crowd[0], ShareIntention{Intention{When: "leeg"}}).refused(Invalid, Empty)
		r.do(crowd[0], ShareIntention{Intention{When: long, Then: "a"}}).refused(Invalid, TooLong, MaxIntention)
		r.do(crowd[0], ShareIntention{Intention{Then: long}}).refused(Invalid, TooLong, MaxIntention)
		r.do(crowd[0], ShareIntention{Intention{Then: "a", Horizon: "year"}}).refused(Invalid, Unknown)
		for _, who := range []PersonID{host, screen} {
			r.do(who, ShareIntention{ask}).refused(Denied, "").do(who, WithdrawIntention{}).refused(Denied, "")
		}
		r.do(stranger, ShareIntention{ask}).refused(Denied, NeedsCookie)
	})
}
