package session

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ sentence, text, want string }{
		{"words stay as people wrote them", "Lef, en moed!", "Lef, en moed!"},
		{"white space of any kind is one space, and none at the ends", " a\t\nb\u00a0\u2003c\u2028", "a b c"},
		{"control characters go", "a\x00b\x1b[31m", "ab[31m"},
		{"characters that turn the direction of what follows go", "\u202egoed\u2066", "goed"},
		{"invisible characters inside a word go", "ver\u200btrou\u00adwen\ufeff", "vertrouwen"},
		{"letters with accents have one form", "cafe\u0301", "café"},
		{"also when something invisible stood between them", "cafe\u200b\u0301", "café"},
		{"broken bytes become a sign of it", "a\xff\xfeb", "a\ufffdb"},
		{"an emoji family stays one sign", "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"},
		{"what shows nothing is nothing", "\u200d \ufe0f\u3164\u0301", ""},
		{"other scripts stay", "信頼 ثقة אמון", "信頼 ثقة אמון"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			if got := Clean(c.text); got != c.want {
				t.Fatalf("%q became %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestNormalise(t *testing.T) {
	for _, c := range []struct {
		sentence string
		same     []string
	}{
		{"case", []string{"Vertrouwen", "VERTROUWEN", "vertrouwen"}},
		{"accents", []string{"coöperatie", "Cooperatie", "coo\u0308peratie", "COÖPERATIE"}},
		{"punctuation and spaces", []string{"lef & moed", " Lef,  moed! ", "«lef» (moed)…", "lef/moed"}},
		{"emoji", []string{"Samen", "samen 🎉", "💪🏽 Samen ❤️"}},
		{"letters that are written two ways", []string{"straße", "STRASSE"}},
		{"letters of another width or joined", []string{"ﬁjn", "fijn", "ｆｉｊｎ"}},
		{"an emoji with and without its colour", []string{"❤", "❤\ufe0f"}},
		{"invisible characters", []string{"vertrouwen", "ver\u200dtrouwen", "ver\u00adtrouwen"}},
	} {
		t.Run(c.sentence+" makes no difference", func(t *testing.T) {
			for _, text := range c.same[1:] {
				if Normalise(text) != Normalise(c.same[0]) {
					t.Errorf("%q and %q differ: %q, %q", text, c.same[0], Normalise(text), Normalise(c.same[0]))
				}
			}
		})
	}
	t.Run("other words are other words, and two different emoji too", func(t *testing.T) {
		for _, pair := range [][2]string{{"lef", "leef"}, {"eigenaarschap", "verantwoordelijkheid"}, {"👍", "👎"}, {"1", "2"}, {"?!", "!"}} {
			if Normalise(pair[0]) == Normalise(pair[1]) {
				t.Errorf("%q and %q are the same", pair[0], pair[1])
			}
		}
	})
}

func FuzzClean(f *testing.F) {
	for _, seed := range []string{"", "Moed", "e\u200b\u0301", "\xff", "a\u0000b", "👩\u200d👩\u200d👧", " \u2028\u0301", "\u1160", "\u0f73\u0f74"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clean := Clean(text)
		if !utf8.ValidString(clean) || !norm.NFC.IsNormalString(clean) {
			t.Fatalf("%q became %q, which is not NFC in UTF-8", text, clean)
		}
		if again := Clean(clean); again != clean {
			t.Fatalf("%q became %q, and then %q", text, clean, again)
		}
		for _, r := range clean {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != zeroWidthJoiner || unicode.IsSpace(r) && r != ' ' {
				t.Fatalf("%q kept %U", text, r)
			}
		}
	})
}

func FuzzNormalise(f *testing.F) {
	for _, seed := range []string{"", "Vertrouwen!", "ÉÉN", "👍🏽", "ﬁ", "İ", "ΐ", "\u0345", "straße", "½", "\xff", "Ꭰ", "ꭰ", "ᾳ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		key := Normalise(text)
		if !utf8.ValidString(key) {
			t.Fatalf("%q became %q", text, key)
		}
		if again := Normalise(key); again != key {
			t.Fatalf("%q became %q, and then %q", text, key, again)
		}
		if clean := Clean(text); Normalise(clean) != key {
			t.Fatalf("%q is %q as it is typed and %q as it is kept (%q)", text, key, Normalise(clean), clean)
		}
		for _, r := range key {
			if unicode.IsControl(r) {
				t.Fatalf("%q kept %U", text, r)
			}
		}
	})
}
