package demo

import (
	"testing"
	"unicode/utf8"

	"verbindend/session"
)

func TestParts(t *testing.T) {
	t.Run("whatever an agenda may hold can be played, and every stage comes of something", func(t *testing.T) {
		played := map[Stage]bool{Ended: true}
		for _, kind := range session.Kinds() {
			if parts[kind].do == nil {
				t.Errorf("nobody knows how to play %s", kind)
			}
			played[parts[kind].stage] = true
		}
		for _, stage := range Stages() {
			if !played[stage] {
				t.Errorf("nothing leads to %q", stage)
			}
		}
		if len(played) != len(Stages()) {
			t.Errorf("%d stages are listed, and %d played", len(Stages()), len(played))
		}
	})
}

func TestSayings(t *testing.T) {
	t.Run("everything that is said fits where it is said, in both languages", func(t *testing.T) {
		fits := func(limit int, all ...session.Words) {
			t.Helper()
			for _, w := range all {
				for _, text := range []string{w.NL, w.EN} {
					if n := utf8.RuneCountInString(text); n == 0 || n > limit || session.Clean(text) != text {
						t.Errorf("%q has %d characters of at most %d", text, n, limit)
					}
				}
			}
		}
		for _, theme := range themes {
			fits(session.MaxCard, append(theme.cards, theme.name)...)
			fits(session.MaxSentence, theme.sentence)
			fits(session.MaxBehaviour, append(theme.when[:], theme.unless)...)
			if len(theme.cards) > 0 {
				fits(session.MaxCard, theme.why)
			}
		}
		fits(session.MaxCheckWord, append(comingWords, leavingWords...)...)
		fits(session.MaxStory, stories...)
		fits(session.MaxComment, append(changes, concerns...)...)
		fits(session.MaxCard, declined)
		for _, p := range plans {
			fits(session.MaxStep, p.what)
			fits(session.MaxOwner, p.owner)
		}
		for _, i := range intents {
			fits(session.MaxIntention, i.when, i.then)
		}
	})
	t.Run("no two themes are called the same, and no card of one is the name of another", func(t *testing.T) {
		home := map[string]string{}
		for _, theme := range themes {
			for _, w := range append(theme.cards, theme.name) {
				for _, text := range []string{w.NL, w.EN} {
					norm := session.Normalise(text)
					if other := home[norm]; other != "" && other != theme.key {
						t.Errorf("%q is of %s and of %s", text, other, theme.key)
					}
					home[norm] = theme.key
				}
			}
		}
	})
}
