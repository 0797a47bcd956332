package session

import (
	"strings"
	"testing"
)

// agenda tells the plan as the host sees it: ids, in order.
func (r *room) agenda() string {
	r.t.Helper()
	var ids []string
	for _, a := range must[AgendaItem](r, Host, "agenda").Activities {
		ids = append(ids, a.ID)
	}
	return strings.Join(ids, " ")
}

func TestPlan(t *testing.T) {
	t.Run("the facilitator adds, moves, changes and removes activities, before and during the session", func(t *testing.T) {
		r := lobby(t).with(anna)
		r.do(host, PlanActivity{Activity{ID: "rest", Kind: Pause, Minutes: 10}, 3}).done()
		equal(t, r.agenda(), "a1 a2 a3 rest a4 a5")
		r.opened(Write).do(host, MoveActivity{"rest", 0}).done()
		equal(t, r.agenda(), "rest a1 a2 a3 a4 a5")
		r.do(host, MoveActivity{"a1", 99}).done().do(host, MoveActivity{"a1", 99}).changesNothing()
		equal(t, r.agenda(), "rest a2 a3 a4 a5 a1")
		r.do(host, RemoveActivity{"rest", false}).done()
		equal(t, r.agenda(), "a2 a3 a4 a5 a1")
		r.do(host, EditActivity{Activity{ID: "a2", Kind: Write, Minutes: 9, Limit: 2, Title: " Stil  schrijven ", Prompt: "Waar was je trots op?"}}).done()
		r.wrote(anna, "Lef", "Moed").do(anna, AddCard{ID: "k9", Text: "Rust"}).refused(Invalid, TooMany, 2)
		equal(t, must[AgendaItem](r, Participant, "agenda").Activities[0].Title, "Stil schrijven")
	})
	t.Run("what people gave in an activity that is taken out stays in the record, and that has to be sure", func(t *testing.T) {
		r, crowd := asking(t, 2, Activity{ID: "in", Kind: CheckIn})
		r.filled(crowd[0], "in", map[string]int{"energy": 4}, nil)
		r.do(host, RemoveActivity{"in", true}).refused(Closed, IsCurrent)
		r.opened(Welcome).do(host, RemoveActivity{"in", false}).refused(Taken, HasAnswers)
		r.do(host, RemoveActivity{"in", true}).done()
		equal(t, r.agenda(), "a1 a2 a3 a4 a5")
		equal(t, r.s.Summary().Outcomes[0].Sheets, 1)
		r.do(host, OpenActivity{"in"}).refused(NotFound, Unknown)
		r.do(host, PlanActivity{Activity{ID: "in", Kind: CheckIn}, 0}).refused(Taken, "")
	})
	t.Run("cards stay public when the writing is taken out of the agenda afterwards", func(t *testing.T) {
		r := lobby(t).with(anna).opened(Write).wrote(anna, "Lef").opened(Cluster).do(host, RemoveActivity{"a2", true}).done()
		equal(t, len(r.s.Summary().Clusters), 1)
	})
	t.Run("what cannot be planned is refused with the field that is wrong", func(t *testing.T) {
		r := lobby(t)
		for _, c := range []struct {
			act    Activity
			field  string
			reason Reason
			limit  int
		}{
			{Activity{ID: "x", Kind: "dance"}, "kind", Unknown, 0},
			{Activity{ID: "x y", Kind: Pause}, "id", Malformed, 0},
			{Activity{ID: "x", Kind: Pause, Minutes: -1}, "minutes", OutOfRange, MaxMinutes},
			{Activity{ID: "x", Kind: Pause, Minutes: 241}, "minutes", OutOfRange, MaxMinutes},
			{Activity{ID: "x", Kind: Write, Limit: 0}, "limit", OutOfRange, MaxCardLimit},
			{Activity{ID: "x", Kind: Write, Limit: 21}, "limit", OutOfRange, MaxCardLimit},
			{Activity{ID: "x", Kind: Pause, Title: strings.Repeat("a", 61)}, "title", TooLong, MaxName},
			{Activity{ID: "x", Kind: Pause, Prompt: strings.Repeat("a", 201)}, "prompt", TooLong, MaxPrompt},
			{Activity{ID: "x", Kind: Tensions, Of: "a1"}, "of", Unknown, 0},
			{Activity{ID: "x", Kind: Tensions, Poles: []Poles{{"Snel", " "}}}, "poles", Empty, 0},
			{Activity{ID: "x", Kind: Tensions, Poles: make([]Poles, 9)}, "poles", TooMany, MaxPoles},
		} {
			a := r.do(host, PlanActivity{c.act, 99})
			if p := AsProblem(a.err); p == nil || p.Field != c.field || p.Reason != c.reason || p.Limit != c.limit {
				t.Errorf("%+v: %v", c.act, a.err)
			}
		}
		for _, c := range []Command{
			PlanActivity{Activity{ID: "x", Kind: Pause}, 0}, EditActivity{Activity{ID: "a1", Kind: Welcome}}, MoveActivity{"a1", 2},
			RemoveActivity{"a1", true}, NoteActivity{"a1", "x"},
		} {
			r.do(anna, c).refused(Denied, "")
			r.do(screen, c).refused(Denied, "")
		}
		r.do(host, MoveActivity{"nowhere", 0}).refused(NotFound, Unknown)
		r.do(host, EditActivity{Activity{ID: "a1", Kind: Pause}}).refused(Invalid, Unknown)
	})
	t.Run("there is a limit to it", func(t *testing.T) {
		r := lobby(t)
		for i := range MaxActivities - 5 {
			r.do(host, PlanActivity{Activity{ID: "p" + strings.Repeat("x", i), Kind: Pause}, i}).done()
		}
		r.do(host, PlanActivity{Activity{ID: "more", Kind: Pause}, 0}).refused(Invalid, TooMany, MaxActivities)
	})
	t.Run("notes are for the facilitator alone, and not in the results", func(t *testing.T) {
		r := lobby(t).with(anna).do(host, NoteActivity{"a1", "Vraag Kees niet."}).done()
		equal(t, must[NotesItem](r, Host, "notes").Notes, map[string]string{"a1": "Vraag Kees niet."})
		for _, role := range []Role{Participant, Screen} {
			if strings.Contains(encoded(t, r.s.View(Viewer{Role: role})), "Kees") {
				t.Fatalf("the %s reads it", role)
			}
		}
		r.do(host, NoteActivity{"a1", "Vraag Kees niet."}).changesNothing().do(host, NoteActivity{"a1", ""}).done()
		r.do(host, NoteActivity{"a1", "Vraag Kees niet."}).done().do(host, EndSession{}).done()
		if strings.Contains(encoded(t, r.s.Summary()), "Kees") {
			t.Fatal("the results tell it")
		}
	})
}
