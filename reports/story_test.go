package reports

import (
	"slices"
	"strings"
	"testing"

	"verbindend/session"
)

func TestHowPeopleWrote(t *testing.T) {
	told := func(lang session.Lang, modes []session.Mode, seen int) string {
		sum := rooms()["vote"]
		sum.Activities = slices.Clone(sum.Activities) // the room is everybody's
		sum.Activities[1].Modes, sum.Counts.Seen = modes, seen
		return Outline(sum, options(lang)).String()
	}
	says := func(t *testing.T, text string, want, not []string) {
		t.Helper()
		for _, words := range want {
			if !strings.Contains(text, words) {
				t.Errorf("it does not say %q", words)
			}
		}
		for _, words := range not {
			if strings.Contains(text, words) {
				t.Errorf("it says %q", words)
			}
		}
	}
	t.Run("in silence, as the method has it", func(t *testing.T) {
		says(t, told(session.Dutch, nil, 0), []string{"In stilte schrijven", dutch.methodLines[0]}, []string{"dek", "meelezen"})
	})
	t.Run("with the deck at hand", func(t *testing.T) {
		modes := []session.Mode{session.Silent, session.Inspired}
		says(t, told(session.Dutch, modes, 0), []string{"Schrijven: in stilte, daarna met het waardendek", dutch.writtenInspired}, []string{dutch.methodLines[0]})
	})
	t.Run("in the open, with how many cards were seen", func(t *testing.T) {
		modes := []session.Mode{session.InOpen}
		says(t, told(session.Dutch, modes, 12), []string{"Schrijven: open", "Zo waren 12 kaartjes zichtbaar"}, []string{dutch.methodLines[0], "In stilte"})
		says(t, told(session.English, modes, 1), []string{"Writing: in the open", "1 card could be seen"}, []string{english.methodLines[0]})
	})
	t.Run("as it is planned, before it has begun", func(t *testing.T) {
		sum := rooms()["lobby"]
		sum.Activities = slices.Clone(sum.Activities)
		for i := range sum.Activities {
			if a := &sum.Activities[i]; a.Kind == session.Write {
				a.Opened, a.Closed, a.Mode = sum.EndedAt, sum.EndedAt, session.InOpen
			}
		}
		says(t, Outline(sum, options(session.Dutch)).String(), []string{"Schrijven: open"}, nil)
	})
}
