package session

import (
	"strings"
	"testing"
)

func TestStart(t *testing.T) {
	start := func() StartSession {
		return StartSession{ID: "s1", Pin: "482913", Title: "Waarden", Lang: Dutch, Groups: []string{"Ondernemer"}}
	}
	t.Run("a session begins in its lobby, with the plan of its template and nothing open", func(t *testing.T) {
		r := unstarted(t)
		r.do(host, start()).brought("SessionStarted")
		it := must[SessionItem](r, Screen, "session")
		equal(t, it, SessionItem{
			ID: "s1", Pin: "482913", Title: "Waarden", Lang: Dutch, Status: Lobby,
			Groups: []Group{{ID: "g1", Name: "Ondernemer"}}, StartedAt: noon.UnixMilli(),
		})
		if _, ok := sees[NowItem](r, Host, "now"); ok {
			t.Fatal("something is the current activity in the lobby")
		}
		for _, a := range must[AgendaItem](r, Participant, "agenda").Activities {
			if a.Status != Planned || a.ID == "" || a.Minutes < 1 {
				t.Fatalf("%+v", a)
			}
		}
	})
	t.Run("before it has been started there is no session to do anything in, nor to see", func(t *testing.T) {
		r := unstarted(t)
		r.do(anna, Join{}).refused(NotFound, Unknown)
		r.do(host, EndSession{}).refused(NotFound, Unknown)
		if view := r.s.View(Viewer{Role: Host}); len(view.Items) != 0 {
			t.Fatalf("%v", view.Items)
		}
	})
	t.Run("a session is started once", func(t *testing.T) {
		lobby(t).do(host, start()).refused(Taken, "")
	})
	t.Run("only the host starts one", func(t *testing.T) {
		unstarted(t).do(anna, start()).refused(Denied, "")
		unstarted(t).do(screen, start()).refused(Denied, "")
	})
	t.Run("the title is one line of 1 to 120 characters, counted as people count", func(t *testing.T) {
		c := start()
		c.Title = strings.Repeat("é", MaxTitle)
		unstarted(t).do(host, c).done()
		c.Title += "é"
		unstarted(t).do(host, c).refused(Invalid, TooLong, 120)
		c.Title = " \n\t\u200b "
		unstarted(t).do(host, c).refused(Invalid, Empty)
		c.Title = " Waarden \n voor\tmorgen "
		r := unstarted(t)
		r.do(host, c).done()
		if got := must[SessionItem](r, Host, "session").Title; got != "Waarden voor morgen" {
			t.Fatalf("%q", got)
		}
	})
	t.Run("the language is Dutch or English", func(t *testing.T) {
		c := start()
		c.Lang = "fr"
		unstarted(t).do(host, c).refused(Invalid, Unknown)
	})
	t.Run("the template is one on offer, the shortest when none is named", func(t *testing.T) {
		c := start()
		c.Template = "values-5"
		unstarted(t).do(host, c).refused(Invalid, Unknown)
		if first, ok := FindTemplate(""); !ok || first.Key != Templates()[0].Key {
			t.Fatal(first)
		}
	})
	t.Run("groups are few, short and different, whatever their spelling", func(t *testing.T) {
		c := start()
		c.Groups = []string{"Ondernemer", " ONDERNEMER! "}
		unstarted(t).do(host, c).refused(Taken, "")
		c.Groups = []string{"Ondernemer", ""}
		unstarted(t).do(host, c).refused(Invalid, Empty)
		c.Groups = []string{strings.Repeat("x", 41)}
		unstarted(t).do(host, c).refused(Invalid, TooLong, 40)
		c.Groups = strings.Split("a b c d e f g h i", " ")
		unstarted(t).do(host, c).refused(Invalid, TooMany, 8)
		c.Groups = c.Groups[:8]
		unstarted(t).do(host, c).done()
		c.Groups = nil
		r := unstarted(t)
		r.do(host, c).done()
		if got := encoded(t, must[SessionItem](r, Host, "session").Groups); got != "[]" {
			t.Fatal("no groups is an empty list, not", got)
		}
	})
	t.Run("fictional sessions say so wherever they are shown", func(t *testing.T) {
		c := start()
		c.Fictional = true
		r := unstarted(t)
		r.do(host, c).done()
		if !must[SessionItem](r, Screen, "session").Fictional || !r.s.Summary().Fictional {
			t.Fatal("it looks real")
		}
	})
}
