package simulate

import (
	"fmt"
	"slices"
	"testing"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/session"
)

// plan puts an activity at the end of the agenda and opens it.
func (r *rehearsal) plan(act session.Activity) {
	r.t.Helper()
	r.host(session.PlanActivity{Activity: act, At: session.MaxActivities})
	r.host(session.OpenActivity{Activity: act.ID})
}

func (r *rehearsal) phone(i int, c session.Command) {
	r.t.Helper()
	r.do(session.Participant, session.PersonID(fmt.Sprintf("person-%d", i)), c)
}

func (r *rehearsal) card(text string) {
	norm := session.Normalise(text)
	r.want.cards[norm] = append(r.want.cards[norm], session.Clean(text))
}

// opens goes on writing in the open: one says yes and is let through, one says yes and is not, one says no; then one says yes and is
// seen at once.
func (r *rehearsal) opens() {
	write := session.Activity{ID: "a2", Kind: session.Write, Limit: session.DefaultCardLimit, Mode: session.InOpen, Hold: true}
	lay := func(i int, sight session.Sight) string {
		text := fmt.Sprintf("Openheid %d %s", i, mark(i, openMarks))
		r.phone(i, session.AddCard{ID: fmt.Sprintf("o%d", i), Text: text, Sight: sight})
		r.card(text)
		return text
	}
	r.host(session.EditActivity{Activity: write})
	r.host(session.LetThrough{Cards: map[string]string{"o0": lay(0, session.Seen)}})
	lay(1, session.Seen)
	lay(2, session.Unseen)
	write.Hold = false
	r.host(session.EditActivity{Activity: write})
	lay(3, session.Seen)
	r.want.seen = 2
}

// talks lets one make a card stronger and take that back, another make one stronger, and a third bring a card from the talk.
func (r *rehearsal) talks() {
	r.plan(session.Activity{ID: "talk", Kind: session.Rounds, Minutes: 8})
	r.phone(0, session.StrengthenCard{ID: "p0-0", Stronger: true})
	r.phone(0, session.StrengthenCard{ID: "p0-0"})
	r.phone(1, session.StrengthenCard{ID: "p1-1", Stronger: true})
	text := "Zonneschijn " + mark(2, talkMarks)
	r.phone(2, session.AddCard{ID: "t2-0", Text: text})
	r.card(text)
	r.want.talked, r.want.stronger = 1, 1
}

// clarifies lets two people propose; one proposal is taken up.
func (r *rehearsal) clarifies() {
	r.plan(session.Activity{ID: "clear", Kind: session.Clarify})
	for i := range 2 {
		text := fmt.Sprintf("Noaberschap %d%s", i, paperMark(proposals, i, 0))
		r.phone(i, session.ProposeValue{ID: fmt.Sprintf("v%d", i), Text: text})
		r.host(session.SettleProposal{ID: fmt.Sprintf("v%d", i), Accepted: i == 0})
		if i == 0 {
			r.card(text)
			r.want.proposed++
		}
	}
}

// formulates puts all values into words at one table, and one of them at a second: the room chooses between those.
func (r *rehearsal) formulates() {
	r.plan(session.Activity{ID: "words", Kind: session.Formulate})
	tables := r.s.Item(session.Participant, "tables").(session.TablesItem)
	plan := session.ArrangeTables{Tables: 2}
	for i, v := range tables.Values {
		plan.Values = append(plan.Values, session.ValueTables{ID: v.ID, Tables: []int{1, 2}[:1+max(0, 1-i)]})
	}
	r.host(plan)
	for i := range 2 {
		r.phone(i, session.TakeSeat{Table: 1 + i})
		r.phone(i, session.TakePen{})
	}
	texts := make([]session.Phrasing, len(tables.Values))
	for i, v := range tables.Values {
		texts[i] = (&phone{}).phrasing(crowd.Person(7, i+1), 5*i)
		r.phone(0, session.WriteDraft{Value: v.ID, Phrasing: texts[i]})
	}
	r.phone(1, session.WriteDraft{Value: tables.Values[0].ID, Phrasing: (&phone{number: 1}).phrasing(crowd.Person(8, 1), 0)})
	r.host(session.CloseActivity{})
	r.host(session.OpenChoice{Value: tables.Values[0].ID})
	for i, table := range []int{1, 2, 2, 0} {
		r.phone(i, session.ChooseDraft{Round: 1, Table: table})
	}
	r.phone(0, session.ChooseDraft{Round: 1, Table: 2})
	r.host(session.CloseChoice{})
	r.want.rooms = map[string]session.RoomChoice{tables.Values[0].ID: {
		Chosen: 4, Joined: 6, None: 1, Drafts: []session.DraftCount{{Table: 1}, {Table: 2, N: 3}}, Best: []int{2},
	}}
	for i, v := range tables.Values {
		words := texts[i]
		final := session.SettleText{Value: v.ID, Name: v.Name, Phrasing: words, Table: 1}
		r.host(final)
		r.want.finals = append(r.want.finals, final)
	}
}

// commits lets three people write the same step, and three share one of their own, two of them the same.
func (r *rehearsal) commits() {
	r.plan(session.Activity{ID: "steps", Kind: session.Commit})
	for i := range 3 {
		id, step := fmt.Sprintf("s%d", i), session.Step{What: "Elke maand een uur", Owner: "HR"}
		r.phone(i, session.WriteStep{ID: id, Step: step})
		intention := session.Intention{When: "ik binnenkom", Then: fmt.Sprintf("groet ik %d mensen", i), Horizon: session.InAWeek}
		r.phone(i, session.ShareIntention{Intention: intention})
		r.want.shared = append(r.want.shared, intention)
		if i == 0 {
			r.host(session.HideStep{ID: id, Hidden: true})
			continue
		}
		r.host(session.AgreeStep{ID: id, Agreed: i == 1})
		r.want.steps = append(r.want.steps, session.StepSummary{Step: step, Agreed: i == 1})
	}
	r.host(session.ShowSteps{Shown: true})
	r.host(session.CloseActivity{})
	r.host(session.ShowIntentions{Shown: true})
}

func TestCheckPapers(t *testing.T) {
	want, honest := rehearse(t)
	if len(want.finals) < 2 || len(want.steps) != 2 || len(want.shared) != 3 {
		t.Fatalf("the rehearsal came to too little: %+v", want.finals)
	}
	doctoredCases(t, want, honest, []doctoredCase{
		{"a card whose talk is forgotten is found", func(s *session.Summary) { s.Counts.Talked-- }, true, false, "from talks"},
		{"a card made stronger after it was taken back is found", func(s *session.Summary) { s.Counts.Stronger++ }, false, true, "stronger"},
		{"a proposal that counts twice is found", func(s *session.Summary) { s.Counts.Proposed++ }, false, true, "proposed"},
		{"a lost final text is found", func(s *session.Summary) { s.Formulations = s.Formulations[1:] }, true, false, "is not there"},
		{"an older draft as the final text is found", func(s *session.Summary) { s.Formulations[0].Sentence += " ooit" }, true, false, "final text"},
		{"a lost behaviour is found", func(s *session.Summary) { s.Formulations[0].When = s.Formulations[0].When[1:] }, true, false, "final text"},
		{"a final text of another table is found", func(s *session.Summary) { s.Formulations[1].Table = 2 }, true, false, "final text"},
		{"a final text under an older name is found", func(s *session.Summary) { s.Formulations[1].Name = "Anders" }, true, false, "final text"},
		{"a final text that is there twice is found", func(s *session.Summary) {
			s.Formulations = append(s.Formulations, s.Formulations[0])
		}, false, true, "twice"},
		{"a final text that nobody settled on is found", func(s *session.Summary) {
			s.Formulations = append(s.Formulations, session.Formulation{Value: "ghost"})
		}, false, true, "nobody settled"},
		{"support that does not add up is found", func(s *session.Summary) { s.Formulations[0].Support.Voters++ }, true, false, "support"},
		{"a text that is said to lack something is found", func(s *session.Summary) {
			s.Formulations[0].Lacks = []session.Lack{session.LacksCounter}
		}, true, false, "lack"},
		{"a choice of the room that is lost is found", func(s *session.Summary) { s.Formulations[chosen(s)].Room = nil }, true, false, "the room chose"},
		{"a choice that counts twice is found", func(s *session.Summary) {
			room := s.Formulations[chosen(s)].Room
			room.Chosen, room.Drafts[1].N = 5, 4
		}, true, true, "the room chose"},
		{"an older choice in the place of the last is found", func(s *session.Summary) {
			room := s.Formulations[chosen(s)].Room
			room.Drafts[0].N, room.Drafts[1].N = 1, 2
		}, true, false, "the room chose"},
		{"another draft as the one that was chosen most is found", func(s *session.Summary) { s.Formulations[chosen(s)].Room.Best = []int{1} }, true, false, "the room chose"},
		{"a choice about a value that nobody was asked about is found", func(s *session.Summary) {
			for i := range s.Formulations {
				if i != chosen(s) {
					s.Formulations[i].Room = &session.RoomChoice{Chosen: 3}
					return
				}
			}
		}, false, true, "never asked"},
		{"a lost step is found", func(s *session.Summary) { s.Steps = s.Steps[1:] }, true, false, "a step"},
		{"a step that is there twice is found", func(s *session.Summary) { s.Steps = append(s.Steps, s.Steps[0]) }, false, true, "a step"},
		{"a step in older words is found", func(s *session.Summary) { s.Steps[1].Owner = "" }, true, true, "a step"},
		{"a step that was not agreed on is found", func(s *session.Summary) { s.Steps[1].Agreed = true }, true, true, "a step"},
		{"a lost personal step is found", func(s *session.Summary) { s.Shared = s.Shared[1:] }, true, false, "a personal step"},
		{"a personal step that was taken back is found", func(s *session.Summary) {
			s.Shared = append(s.Shared, session.Intention{Then: "toch niet"})
		}, false, true, "a personal step"},
	})
}

// chosen gives the place of the final text of which the room chose the draft.
func chosen(s *session.Summary) int {
	return slices.IndexFunc(s.Formulations, func(f session.Formulation) bool { return f.Room != nil })
}
