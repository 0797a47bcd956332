package session

import (
	"reflect"
	"testing"
)

func TestMe(t *testing.T) {
	t.Run("two own parts are the same when every field says the same", func(t *testing.T) {
		full := func() *Me {
			return &Me{
				Group: "g1", Chosen: true, Cards: []OwnCard{{ID: "k1", Text: "Lef", Cluster: "c1"}}, Ballot: &OwnBallot{Round: 1, Dots: map[string]int{"c1": 1}},
				Sheets:     map[string]Sheet{"a1": {Texts: map[string]string{"word": "moe"}}},
				Objections: map[string]Objection{"c1": Unclear}, Proposals: []ProposedCard{{"p1", "Rust", Waiting}}, Story: "Toen",
				Steps: []OwnStep{{"s1", Step{What: "Bellen"}}}, Shared: &Intention{Then: "bel ik"},
				People: 3, Ballots: []OwnBallot{{Round: 1, Seat: 2}},
				Table:  &OwnTable{1, PenYours, []OwnDraft{{"c1", lefWords}}, []Tip{{"s1", "c1", LacksSentence, "Lef is doen"}}},
				Choice: &OwnChoice{1, 2},
			}
		}
		if !full().Same(full()) {
			t.Error("two that say the same are not")
		}
		fields := reflect.TypeFor[Me]()
		for i := range fields.NumField() {
			one, other := full(), full()
			field := reflect.ValueOf(other).Elem().Field(i)
			if field.IsZero() {
				t.Errorf("%s is not in the example", fields.Field(i).Name)
			}
			field.SetZero()
			if one.Same(other) || other.Same(one) {
				t.Errorf("%s is not looked at", fields.Field(i).Name)
			}
		}
		nobody := (*Me)(nil)
		if nobody.Same(full()) || full().Same(nil) || !nobody.Same(nil) {
			t.Error("who is not there is the same as somebody")
		}
	})
	t.Run("the last ballot and the last answers are others than the first", func(t *testing.T) {
		one, other := &Me{Ballot: &OwnBallot{Round: 1, Dots: map[string]int{"c1": 1}}}, &Me{Ballot: &OwnBallot{Round: 1, Dots: map[string]int{"c2": 1}}}
		if one.Same(other) {
			t.Error("two ballots")
		}
		one, other = &Me{Sheets: map[string]Sheet{"a1": {Numbers: map[string]int{"q": 1}}}}, &Me{Sheets: map[string]Sheet{"a1": {Numbers: map[string]int{"q": 2}}}}
		if one.Same(other) {
			t.Error("two sheets")
		}
		one, other = &Me{Table: &OwnTable{Drafts: []OwnDraft{{"c1", Phrasing{When: []string{"a"}}}}}}, &Me{Table: &OwnTable{Drafts: []OwnDraft{{"c1", Phrasing{When: []string{"b"}}}}}}
		if one.Same(other) {
			t.Error("two drafts")
		}
	})
}
