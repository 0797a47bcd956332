package session

import (
	"strings"
	"testing"
	"time"
)

// drawn is a blueprint in which everything is used that one may hold.
func drawn() Blueprint {
	return Blueprint{Name: "Teamdag", Minutes: 20, Steps: []PlannedStep{
		{Activity{Kind: Welcome, Minutes: 3}, ""},
		{Activity{ID: "poles", Kind: Tensions, Minutes: 4, Poles: []Poles{{"Snel", "Zorgvuldig"}}}, " Begin \n zelf. "},
		{Activity{Kind: Write, Minutes: 8, Limit: 2, Title: " Stil  schrijven", Prompt: "Waar was je trots op?"}, ""},
		{Activity{ID: "again", Kind: Tensions, Minutes: 8, Of: "poles"}, ""},
	}}
}

func TestBlueprint(t *testing.T) {
	start := func(b Blueprint) StartSession {
		return StartSession{ID: "s1", Pin: "482913", Title: b.Name, Lang: Dutch, Steps: b.Steps, Minutes: b.Minutes}
	}
	t.Run("a session is started by an agenda of one's own, notes included, and gives it back", func(t *testing.T) {
		r := unstarted(t)
		r.do(host, start(drawn())).brought("SessionStarted", "ActivityNoted")
		equal(t, r.agenda(), "a1 poles a3 again")
		item := must[AgendaItem](r, Participant, "agenda")
		equal(t, item.Minutes, 20) // and its steps take 23: that is shown, and allowed
		equal(t, item.Activities[2].Title, "Stil schrijven")
		equal(t, must[NotesItem](r, Host, "notes").Notes, map[string]string{"poles": "Begin zelf."})
		want, err := drawn().Checked()
		if err != nil {
			t.Fatal(err)
		}
		equal(t, r.s.Blueprint(), want)
		again := unstarted(t)
		again.do(host, start(r.s.Blueprint())).done()
		equal(t, again.s.Blueprint(), want)
	})
	t.Run("without a length of its own a session takes as long as its steps, whatever is added later", func(t *testing.T) {
		b := drawn()
		b.Minutes = 0
		r := unstarted(t)
		r.do(host, start(b)).done().do(host, PlanActivity{Activity{ID: "rest", Kind: Pause, Minutes: 10}, 1}).done()
		equal(t, must[AgendaItem](r, Host, "agenda").Minutes, 23)
	})
	t.Run("what is wrong is refused with the place of the step and its field", func(t *testing.T) {
		for _, c := range []struct {
			change func(*Blueprint)
			field  string
			code   Code
			reason Reason
			limit  int
		}{
			{func(b *Blueprint) { b.Steps = nil }, "steps", Invalid, Empty, 0},
			{func(b *Blueprint) { b.Steps = make([]PlannedStep, 41) }, "steps", Invalid, TooMany, 40},
			{func(b *Blueprint) { b.Minutes = -1 }, "minutes", Invalid, OutOfRange, MaxLength},
			{func(b *Blueprint) { b.Minutes = MaxLength + 1 }, "minutes", Invalid, OutOfRange, MaxLength},
			{func(b *Blueprint) { b.Name = " " }, "name", Invalid, Empty, 0},
			{func(b *Blueprint) { b.Steps[2].Minutes = 500 }, "steps/2/minutes", Invalid, OutOfRange, MaxMinutes},
			{func(b *Blueprint) { b.Steps[2].Limit = 0 }, "steps/2/limit", Invalid, OutOfRange, MaxCardLimit},
			{func(b *Blueprint) { b.Steps[0].Kind = "dance" }, "steps/0/kind", Invalid, Unknown, 0},
			{func(b *Blueprint) { b.Steps[3].ID = "poles" }, "steps/3/id", Taken, "", 0},
			{func(b *Blueprint) { b.Steps[3].Of = "later" }, "steps/3/of", NotFound, Unknown, 0},
			{func(b *Blueprint) { b.Steps[1].Note = strings.Repeat("n", MaxNote+1) }, "steps/1/note", Invalid, TooLong, MaxNote},
		} {
			b := drawn()
			c.change(&b)
			_, err := b.Checked()
			p := AsProblem(err)
			if p == nil || p.Field != c.field || p.Code != c.code || p.Reason != c.reason || p.Limit != c.limit {
				t.Errorf("%s: %v", c.field, err)
			}
		}
		b := drawn()
		b.Steps[2].Minutes = 500
		unstarted(t).do(host, start(b)).refused(Invalid, OutOfRange, MaxMinutes)
		unstarted(t).do(host, StartSession{ID: "s1", Title: "Waarden", Lang: Dutch, Minutes: 30}).refused(Invalid, OutOfRange)
	})
	t.Run("what it was checked from stays as it was", func(t *testing.T) {
		b := drawn()
		if _, err := b.Checked(); err != nil {
			t.Fatal(err)
		}
		equal(t, b, drawn())
	})
	t.Run("a question that is asked again without its first time is asked as new", func(t *testing.T) {
		r := unstarted(t)
		r.do(host, start(drawn())).done().do(host, MoveActivity{"poles", 9}).done()
		b := r.s.Blueprint()
		equal(t, b.Steps[2].ID+b.Steps[2].Of, "again")
		if _, err := b.Checked(); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("the agenda of a session that is sealed can be used again, without its notes", func(t *testing.T) {
		r := unstarted(t)
		r.do(host, start(drawn())).done().with(anna).do(host, EndSession{}).done()
		record, ok := r.s.Seal()
		if !ok {
			t.Fatal("not sealed")
		}
		b := sealedBy(t, record).Blueprint()
		equal(t, b.Steps[1].Note, "")
		equal(t, len(b.Steps), 4)
		equal(t, b.Minutes, 20)
	})
	t.Run("when activities really began and ended is told to the host alone", func(t *testing.T) {
		r := unstarted(t)
		r.do(host, start(drawn())).done().at("a1").after(4 * time.Minute).at("a3")
		for role, want := range map[Role]int64{Host: r.now.UnixMilli(), Participant: 0, Screen: 0} {
			first := must[AgendaItem](r, role, "agenda").Activities[0]
			equal(t, first.Closed, want)
			equal(t, first.Opened > 0, role == Host)
		}
	})
}
