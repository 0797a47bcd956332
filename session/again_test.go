package session

import (
	"slices"
	"testing"
)

func TestAgain(t *testing.T) {
	// What only hosts and servers do.
	led := []string{
		"session_started", "activity_opened", "activity_closed", "timer_set", "card_hidden", "deck_shown", "clusters_arranged", "suggestions_refused", "ballot_frozen",
		"paper_entered", "paper_removed", "round_closed", "round_cancelled", "certainty_recorded", "comparison_recorded", "bridge_shown", "session_ended", "session_sealed",
		"agenda_changed", "activity_noted", "form_frozen", "texts_shown", "text_hidden", "turn_opened", "proposal_settled", "step_hidden", "step_agreed", "steps_shown", "intention_hidden", "intentions_shown",
		"tables_arranged", "seats_assigned", "drafts_shown", "text_settled", "cards_let_through", "choice_opened", "choice_closed", "paper_card_added",
	}
	t.Run("every event of a participant can be done again, with the command that it came from", func(t *testing.T) {
		for name, e := range eventNames {
			if again := Again(e) != nil; again == slices.Contains(led, name) {
				t.Errorf("%s: can be done again: %v. What participants do belongs in Again, everything else in this test's list", name, again)
			}
		}
	})
	t.Run("what is decided again of lost records makes the same session", func(t *testing.T) {
		r := lobby(t)
		r.with(anna, bert).opened(Write)
		from := len(r.log)
		lost := r.s.Clone()
		r.do(anna, ChooseGroup{"g1"}).done()
		r.write(anna, "Lef")
		r.write(anna, "Moed")
		r.do(anna, EditCard{ID: "k1", Text: "Durf"}).done()
		r.do(anna, RemoveCard{"k2"}).done()
		r.write(bert, "Rust")
		for _, record := range r.log[from:] {
			by := Actor{Role: Participant, Person: record.By, Client: record.Client, N: record.N}
			records, err := lost.Decide(Again(record.Event), by, noon)
			if err != nil {
				t.Fatal(err)
			}
			for _, again := range records {
				lost.Apply(again)
			}
		}
		equal(t, take(t, lost), take(t, r.s))
	})
	t.Run("of two commands with one subject the later stands alone", func(t *testing.T) {
		for _, c := range []Command{CastBallot{}, ChooseDraft{}, ChooseGroup{}, EditCard{ID: "k1"}, DoubtMerge{Cluster: "c1"}, FillSheet{Activity: "a2"}, WriteStep{ID: "s1"}, WithdrawIntention{}} {
			if Subject(c) == "" {
				t.Errorf("%T replaces nothing", c)
			}
		}
		for _, c := range []Command{Join{}, AddCard{ID: "k1"}, RemoveCard{ID: "k1"}, RemoveStep{ID: "s1"}, OpenActivity{}, WriteDraft{Value: "c1"}, TakeSeat{1}} {
			if s := Subject(c); s != "" {
				t.Errorf("%T replaces %s", c, s)
			}
		}
	})
}
