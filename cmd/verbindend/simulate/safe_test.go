package simulate

import (
	"encoding/json"
	"testing"

	"verbindend/session"
	"verbindend/web/wire"
)

func TestSafe(t *testing.T) {
	story, proposal := "Toen het lukte "+paperMark(stories, 2, 0), "Noaberschap "+paperMark(proposals, 2, 0)
	draft := session.Phrasing{Sentence: "Wij doen wat wij zeggen " + paperMark(drafts, 2, 4), When: []string{"Terugbellen " + paperMark(drafts, 2, 5)}}
	intention, step := "groet ik iedereen "+paperMark(intentions, 3, 1), "Elke maand een uur "+paperMark(steps, 3, 0)
	open := func(s *sentry) {
		for _, of := range []sort{stories, proposals, drafts, steps} {
			s.let(of, session.Host)
		}
	}
	after := func(more func(*sentry)) func(*sentry) { return func(s *sentry) { open(s); more(s) } }
	item := func(key string, value any) map[string]any { return map[string]any{key: value} }
	shared := item("intention/x", session.IntentionItem{Intention: session.Intention{Then: intention}})
	shown := item("step/x", session.StepItem{Step: session.Step{What: step}})
	ballot := item("clarify", session.ClarifyItem{Options: []session.ClearOption{{Option: session.Option{Name: proposal}}}})

	for _, c := range []struct {
		name   string
		role   session.Role
		set    map[string]any
		before func(*sentry)
		found  int
	}{
		{"a story, for the host to read aloud", session.Host, item("stories", session.StoriesItem{Stories: []session.SharedStory{{Text: story}}}), open, 0},
		{"a story on the screen: its words, and where they stand", session.Screen, item("stories", session.StoriesItem{Stories: []session.SharedStory{{Text: story}}}), open, 2},
		{"a story on a phone, smuggled into another item", session.Participant, item("session", map[string]any{"said": story}), open, 1},
		{"a proposal, for the host", session.Host, ballot, open, 0},
		{"a proposal on a phone while it waits", session.Participant, ballot, open, 1},
		{"a proposal on a phone when it is taken up", session.Participant, ballot, after(func(s *sentry) { s.hand(proposals, proposal, session.Participant) }), 0},
		{"another one than was taken up", session.Participant, ballot, after(func(s *sentry) {
			s.hand(proposals, paperMark(proposals, 4, 0), session.Participant)
		}), 1},
		{"what people have against an option, for the host", session.Host, item("clarify", session.ClarifyItem{Options: []session.ClearOption{{Unclear: 2}}}), open, 0},
		{"what people have against an option, on the screen", session.Screen, item("clarify", session.ClarifyItem{Options: []session.ClearOption{{Unclear: 2}}}), open, 1},
		{"that people propose, on a phone", session.Participant, item("clarify", session.ClarifyItem{Proposals: []session.ProposedCard{{ID: "v"}}}), open, 1},
		{"a draft, for the host", session.Host, item("draft/c1/1", session.DraftItem{Phrasing: draft}), open, 0},
		{"a draft on the screen before it is shown", session.Screen, item("draft/c1/1", session.DraftItem{Phrasing: draft}), open, 1},
		{"a draft on the screen when it is shown", session.Screen, item("draft/c1/1", session.DraftItem{Phrasing: draft}), after(func(s *sentry) {
			s.hand(drafts, draft.Whole(), session.Screen)
		}), 0},
		{"a draft on the screen of which one line was not in what is shown", session.Screen, item("draft/c1/1", session.DraftItem{Phrasing: draft}), after(func(s *sentry) {
			s.hand(drafts, draft.Sentence, session.Screen)
		}), 1},
		{"a draft on all phones, whenever", session.Participant, item("draft/c1/1", session.DraftItem{}), open, 1},
		{"a final text on a phone before it is settled", session.Participant, item("final/c1", session.Formulation{Phrasing: draft}), open, 1},
		{"a final text on a phone", session.Participant, item("final/c1", session.Formulation{Phrasing: draft}), after(func(s *sentry) {
			s.hand(drafts, draft.Whole(), session.Participant)
		}), 0},
		{"a personal step while people share, for the host too", session.Host, shared, open, 1},
		{"a personal step for the host when sharing is over", session.Host, shared, after(func(s *sentry) { s.let(intentions, session.Host) }), 0},
		{"a personal step on the screen before it is shown", session.Screen, shared, after(func(s *sentry) { s.let(intentions, session.Host) }), 1},
		{"a personal step on the screen", session.Screen, shared, after(func(s *sentry) { s.let(intentions, session.Screen) }), 0},
		{"a personal step that is hidden, on the screen", session.Screen, shared, after(func(s *sentry) {
			s.keep(intentions, intention)
			s.let(intentions, session.Screen)
		}), 1},
		{"a personal step that is hidden, for the host", session.Host, shared, after(func(s *sentry) {
			s.keep(intentions, intention)
			s.let(intentions, session.Host)
		}), 0},
		{"a personal step on a phone: its words, and where they stand", session.Participant, shared, after(func(s *sentry) { s.let(intentions, session.Screen) }), 2},
		{"a step, for the host", session.Host, shown, open, 0},
		{"a step on the screen before it is shown", session.Screen, shown, open, 1},
		{"a step on the screen", session.Screen, shown, after(func(s *sentry) { s.hand(steps, step, session.Screen) }), 0},
		{"a step on a phone that nobody agreed on", session.Participant, shown, after(func(s *sentry) { s.hand(steps, step, session.Screen) }), 1},
		{"words of a talk on the screen while people talk", session.Screen, item("cluster/c1", session.ClusterItem{Name: "Moed " + mark(2, talkMarks)}), func(s *sentry) {
			s.cardsPublic.Store(true)
		}, 1},
		{"words from the writing on the screen while people talk: it has seen them", session.Screen, item("cluster/c1", session.ClusterItem{Name: "Moed " + mark(2, 0)}), func(s *sentry) {
			s.cardsPublic.Store(true)
		}, 0},
		{"words of a talk on the screen afterwards", session.Screen, item("cluster/c1", session.ClusterItem{Name: "Moed " + mark(2, talkMarks)}), func(s *sentry) {
			s.cardsPublic.Store(true)
			s.talkPublic.Store(true)
		}, 0},
		{"who writes where, on a phone", session.Participant, item("seats", session.SeatsItem{}), open, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &sentry{}
			c.before(s)
			s.watchRole(c.role, items(t, c.set))
			if n, notes := s.disclosures(); n != c.found {
				t.Errorf("%d disclosures, not %d: %v", n, c.found, notes)
			}
		})
	}

	t.Run("results that anybody may ask for have no story, and a step only when it is shown", func(t *testing.T) {
		s := &sentry{}
		open(s)
		s.read(session.Summary{Steps: []session.StepSummary{{Step: session.Step{What: step}}}})
		if n, notes := s.disclosures(); n != 1 {
			t.Fatalf("%d disclosures: %v", n, notes)
		}
		s.hand(steps, step, reader)
		s.read(session.Summary{Steps: []session.StepSummary{{Step: session.Step{What: step}}}})
		if n, notes := s.disclosures(); n != 1 {
			t.Fatalf("%d disclosures: %v", n, notes)
		}
		s.read(session.Summary{Title: story})
		if n, notes := s.disclosures(); n != 2 {
			t.Errorf("%d disclosures: %v", n, notes)
		}
	})
	t.Run("what is one's own is one's own, and a draft is one's table's", func(t *testing.T) {
		me := func(own session.Me) wire.MeMessage {
			raw, _ := json.Marshal(own)
			return wire.MeMessage{T: wire.TMe, Me: raw}
		}
		table := session.Me{Table: &session.OwnTable{Drafts: []session.OwnDraft{{Phrasing: draft}}}}
		for _, c := range []struct {
			name  string
			own   session.Me
			with  map[int]bool
			found int
		}{
			{"one's own story", session.Me{Story: story}, nil, 0},
			{"somebody else's step", session.Me{Steps: []session.OwnStep{{Step: session.Step{What: step}}}}, nil, 1},
			{"one's own draft", table, nil, 0},
			{"a draft of one's own table", session.Me{Table: &session.OwnTable{Tips: []session.Tip{{Text: "Kort " + paperMark(drafts, 5, 0)}}}}, map[int]bool{2: true, 5: true}, 0},
			{"a draft of another table", session.Me{Table: &session.OwnTable{Tips: []session.Tip{{Text: "Kort " + paperMark(drafts, 6, 0)}}}}, map[int]bool{2: true, 5: true}, 1},
			{"somebody else's intention, at one's own table too", session.Me{Shared: &session.Intention{Then: intention}}, map[int]bool{3: true}, 1},
		} {
			s, p := &sentry{}, &phone{number: 2, tables: c.with}
			s.watchPhone(p, message(t, me(c.own)))
			if n, notes := s.disclosures(); n != c.found {
				t.Errorf("%s: %d disclosures, not %d: %v", c.name, n, c.found, notes)
			}
		}
	})
}
