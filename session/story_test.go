package session

import (
	"strings"
	"testing"
)

func TestStory(t *testing.T) {
	shared := func(r *room) []string {
		var texts []string
		if it, ok := r.s.Item(Host, "stories").(StoriesItem); ok {
			for _, one := range it.Stories {
				texts = append(texts, one.Text)
			}
		}
		return texts
	}
	t.Run("a story that is shared is for the host alone, and for its writer", func(t *testing.T) {
		r := lobby(t).with(anna, bert).opened(Write)
		r.do(anna, ShareStory{"Toen we samen bleven."}).done()
		equal(t, shared(r), []string{"Toen we samen bleven."})
		equal(t, r.s.Item(Participant, "stories"), nil)
		equal(t, r.s.Item(Screen, "stories"), nil)
		equal(t, r.s.Me(anna).Story, "Toen we samen bleven.")
		equal(t, r.s.Me(bert).Story, "")
	})
	t.Run("one story per person: the last one counts, and an empty one takes it back", func(t *testing.T) {
		r := lobby(t).with(anna, bert).opened(Write)
		r.do(anna, ShareStory{"Eén"}).done().do(bert, ShareStory{"Van Bert"}).done().do(anna, ShareStory{"Twee"}).done()
		equal(t, shared(r), []string{"Van Bert", "Twee"})
		r.do(anna, ShareStory{" "}).done()
		equal(t, shared(r), []string{"Van Bert"})
		r.do(bert, ShareStory{strings.Repeat("x", 601)}).refused(Invalid, TooLong, 600)
	})
	t.Run("it is shared while people write, and gone when the session ends", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Welcome)
		r.do(anna, ShareStory{"Te vroeg"}).refused(Closed, NotOpen)
		r.opened(Write).do(anna, ShareStory{"Toen."}).done().do(host, EndSession{}).done()
		equal(t, len(shared(r)), 0)
		record, _ := r.s.Seal()
		if strings.Contains(encoded(t, record.Event), "Toen.") {
			t.Error("the sealed record holds a story")
		}
	})
	t.Run("a why goes with its card, to the host and to its writer and to nobody else", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write)
		r.do(anna, AddCard{ID: "k1", Text: "Lef", Why: "Omdat het nodig is"}).done().do(host, CloseActivity{}).done()
		equal(t, must[CardItem](r, Host, "card/k1").Why, "Omdat het nodig is")
		equal(t, must[CardItem](r, Screen, "card/k1").Why, "")
		equal(t, r.s.Me(anna).Cards[0].Why, "Omdat het nodig is")
		r.opened(Write).do(anna, EditCard{ID: "k1", Text: "Lef"}).done()
		equal(t, must[CardItem](r, Host, "card/k1").Why, "")
		r.do(anna, EditCard{ID: "k1", Text: "Lef", Why: strings.Repeat("x", 201)}).refused(Invalid, TooLong, 200)
	})
}
