package session

import (
	"slices"
	"testing"
)

func TestTemplates(t *testing.T) {
	t.Run("the minutes of the steps add up exactly, and each template begins with the welcome", func(t *testing.T) {
		keys := map[string]bool{}
		for _, tpl := range templates() {
			if sum := total(tpl.Steps); sum != tpl.Minutes || keys[tpl.Key] || tpl.Steps[0].Kind != Welcome {
				t.Errorf("%s: %d of %d minutes", tpl.Key, sum, tpl.Minutes)
			}
			keys[tpl.Key] = true
			for _, a := range tpl.Steps {
				if a.Kind == Write && a.Limit != DefaultCardLimit {
					t.Errorf("%s: %d cards a person", tpl.Key, a.Limit)
				}
			}
		}
	})
	t.Run("those of 60, 90 and 120 minutes have the rows of the method", func(t *testing.T) {
		rows := []struct {
			kinds   []Kind
			minutes [3]int
		}{
			{[]Kind{Welcome}, [3]int{5, 7, 8}},
			{[]Kind{CheckIn, Tensions}, [3]int{4, 6, 8}},
			{[]Kind{Write}, [3]int{6, 8, 8}},
			{[]Kind{Rounds}, [3]int{6, 12, 14}},
			{[]Kind{Cluster}, [3]int{8, 10, 12}},
			{[]Kind{Clarify}, [3]int{4, 5, 6}},
			{[]Kind{Vote}, [3]int{4, 5, 5}},
			{[]Kind{Reveal}, [3]int{4, 6, 7}},
			{[]Kind{Pause}, [3]int{0, 0, 10}},
			{[]Kind{"formulate"}, [3]int{10, 15, 20}},
			{[]Kind{"consent"}, [3]int{0, 0, 6}},
			{[]Kind{Rate}, [3]int{3, 5, 5}},
			{[]Kind{Commit}, [3]int{4, 8, 8}},
			{[]Kind{CheckOut}, [3]int{2, 3, 3}},
		}
		all := templates()
		for i, tpl := range all[len(all)-3:] {
			steps := tpl.Steps
			for _, row := range rows {
				var of []Activity
				for len(steps) > 0 && slices.Contains(row.kinds, steps[0].Kind) {
					of, steps = append(of, steps[0]), steps[1:]
				}
				if total(of) != row.minutes[i] || row.minutes[i] > 0 && len(of) != len(row.kinds) {
					t.Errorf("%s gives %v %d minutes, want %d", tpl.Key, row.kinds, total(of), row.minutes[i])
				}
			}
			if len(steps) > 0 {
				t.Errorf("%s goes on with %s", tpl.Key, steps[0].Kind)
			}
		}
	})
	t.Run("a template is on offer when all of its activities exist, and never in part", func(t *testing.T) {
		offered := Templates()
		for _, tpl := range templates() {
			whole := !slices.ContainsFunc(tpl.Steps, func(a Activity) bool { return !slices.Contains(Kinds(), a.Kind) })
			found, ok := FindTemplate(tpl.Key)
			if ok != whole || ok && len(found.Steps) != len(tpl.Steps) {
				t.Errorf("%s: on offer is %v", tpl.Key, ok)
			}
		}
		if len(offered) < 2 {
			t.Fatal(offered)
		}
	})
	t.Run("a session can be started from each that is on offer", func(t *testing.T) {
		for _, tpl := range Templates() {
			r := unstarted(t)
			r.do(host, StartSession{ID: "s1", Pin: "482913", Title: "Waarden", Lang: Dutch, Template: tpl.Key}).done()
			item := must[AgendaItem](r, Host, "agenda")
			equal(t, len(item.Activities), len(tpl.Steps))
			equal(t, item.Minutes, tpl.Minutes)
		}
	})
}
