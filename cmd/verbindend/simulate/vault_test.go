package simulate

import (
	"encoding/json"
	"testing"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/web/wire"
)

func TestVault(t *testing.T) {
	word := func(activity string, texts ...string) map[string]any {
		o := session.Outcome{Activity: activity, Questions: []session.Answered{{}}}
		for _, text := range texts {
			o.Questions[0].Texts = append(o.Questions[0].Texts, session.ReadText{Text: text, Count: 1})
		}
		return map[string]any{"outcome/" + activity: o}
	}
	counts := word("in")
	mine, other := "Blij "+sheetMark(2, 0), "Moe "+sheetMark(3, maxSheets)
	closed := func(s *sentry) { s.closed("in") }
	shown := func(hidden ...int) func(*sentry) {
		return func(s *sentry) { s.closed("in"); s.shown("in", hidden) }
	}

	for _, c := range []struct {
		name   string
		role   session.Role
		set    map[string]any
		before func(*sentry)
		found  int
	}{
		{"a form and a count of who has answered", session.Participant, map[string]any{
			"form": session.FormItem{Activity: "in", Open: true, Form: session.Form{Questions: []session.Question{{Key: "word", Length: 40}}}}, "progress": session.ProgressItem{Done: 2, Of: 6},
		}, nil, 0},
		{"counts while people answer, for the host too", session.Host, counts, nil, 1},
		{"counts while people answer, on the screen", session.Screen, counts, nil, 1},
		{"counts while people answer, on a phone", session.Participant, counts, nil, 1},
		{"counts of an activity that nobody opened", session.Host, word("ghost"), closed, 1},
		{"counts for the screen when it is closed", session.Screen, counts, closed, 0},
		{"counts smuggled into another item", session.Host, map[string]any{"progress": map[string]any{"done": 2, "counts": []int{1, 1}}}, closed, 1},
		{"words while people answer, for the host: they come with counts", session.Host, word("in", mine), nil, 2},
		{"words in another item, whenever", session.Host, map[string]any{"form": map[string]any{"last": mine}}, shown(), 1},
		{"words for the host when it is closed", session.Host, word("in", mine), closed, 0},
		{"words on the screen before they are shown", session.Screen, word("in", mine), closed, 1},
		{"words on a phone before they are shown", session.Participant, word("in", mine), closed, 1},
		{"words on a phone when they are shown", session.Participant, word("in", mine), shown(), 0},
		{"words of another activity among them", session.Screen, word("in", mine, other), shown(), 1},
		{"words that are hidden, on the screen", session.Screen, word("in", mine), shown(marksIn([]byte(mine), sheetSign)...), 1},
		{"words that are hidden, for the host", session.Host, word("in", mine), shown(marksIn([]byte(mine), sheetSign)...), 0},
		{"a note, for anybody but the host", session.Screen, map[string]any{"notes": session.NotesItem{}}, nil, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &sentry{}
			s.guard("in", 0)
			s.guard("out", 1)
			if c.before != nil {
				c.before(s)
			}
			s.watchRole(c.role, items(t, c.set))
			if n, notes := s.disclosures(); n != c.found {
				t.Errorf("%d disclosures, not %d: %v", n, c.found, notes)
			}
		})
	}

	t.Run("results that anybody may ask for are read the same way", func(t *testing.T) {
		sum := session.Summary{Outcomes: []session.Outcome{word("in", mine)["outcome/in"].(session.Outcome)}}
		s := &sentry{}
		s.guard("in", 0)
		for _, step := range []struct {
			told  func()
			found int
		}{{func() {}, 2}, {func() { s.closed("in") }, 3}, {func() { s.shown("in", nil) }, 3}} {
			step.told()
			s.read(sum)
			if n, notes := s.disclosures(); n != step.found {
				t.Fatalf("%d disclosures, not %d: %v", n, step.found, notes)
			}
		}
	})
	t.Run("a sheet as one's own that was never sent, or is somebody else's", func(t *testing.T) {
		own := session.Sheet{Numbers: map[string]int{"energy": 4}, Texts: map[string]string{"word": mine}}
		s, p := &sentry{}, &phone{number: 2, sheets: map[string][]*visitor.Sent{"in": {{Command: session.FillSheet{Activity: "in", Sheet: own}}}}}
		me := func(sheet session.Sheet) visitor.Message {
			raw, _ := json.Marshal(session.Me{Sheets: map[string]session.Sheet{"in": sheet}})
			return message(t, wire.MeMessage{T: wire.TMe, Me: raw})
		}
		s.watchPhone(p, me(own))
		if n, notes := s.disclosures(); n != 0 {
			t.Fatalf("its own: %v", notes)
		}
		s.watchPhone(p, me(session.Sheet{Numbers: map[string]int{"energy": 5}, Texts: own.Texts}))
		if n, _ := s.disclosures(); n != 1 {
			t.Errorf("%d disclosures for an answer it never gave", n)
		}
		s.watchPhone(p, me(session.Sheet{Texts: map[string]string{"word": other}}))
		if n, _ := s.disclosures(); n != 3 {
			t.Errorf("%d disclosures with somebody else's sheet", n)
		}
	})
	t.Run("the mark of a sheet is no mark of a card, says whose it is, and normalising takes it away", func(t *testing.T) {
		if n := marksIn([]byte(other), sheetSign); len(n) != 1 || phoneOf(n[0]) != 3 || placeOf(n[0]) != 1 || len(marksIn([]byte(other), markSign)) > 0 {
			t.Errorf("%v", n)
		}
		if norm := session.Normalise(mine); norm != "blij" || session.Clean(mine) != mine {
			t.Errorf("%q becomes %q", mine, norm)
		}
	})
}
