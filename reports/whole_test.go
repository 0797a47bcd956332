package reports

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"verbindend/session"
)

func TestWhole(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"plain text stays", "Aandacht, óók ’s avonds: € 5 → klaar ✓", "Aandacht, óók ’s avonds: € 5 → klaar ✓"},
		{"letters and accents become one", "e\u0301e\u0301n", "één"},
		{"a family of emoji stays a family", "👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"},
		{"a skin tone and a heart in colour stay", "👍🏽 ❤️", "👍🏽 ❤️"},
		{"the flag of Scotland keeps what says so", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"},
		{"Chinese and Thai stay", "信頼 ความไว้วางใจ", "信頼 ความไว้วางใจ"},
		{"Arabic is set apart", "ثقة en vertrouwen", "\u2068ثقة en vertrouwen\u2069"},
		{"Hebrew too", "אמון", "\u2068אמון\u2069"},
		{"what turns a line around vanishes", "\u202egoed\u202c \u2067en\u2069 \u200f", "goed en"},
		{"control characters vanish", "nul\x00 bel\x07", "nul bel"},
		{"what has no width vanishes", "ver\u200btrou\u00adwen\ufeff", "vertrouwen"},
		{"lines become one", " regel één\r\n\tregel twee \u2028 drie ", "regel één regel twee drie"},
		{"broken bytes are said to be broken", "kapot \xff\xfe", "kapot \ufffd"},
		{"HTML is text", "<b>vet</b> &amp;", "<b>vet</b> &amp;"},
		{"a long text is not cut", strings.Repeat("x", 3000), strings.Repeat("x", 3000)},
		{"only white space is nothing", " \t\u2003\n", ""},
	} {
		t.Run(c.why, func(t *testing.T) {
			got := whole(c.in)
			if got != c.want {
				t.Errorf("%q becomes %q, want %q", c.in, got, c.want)
			}
			if again := whole(got); again != got {
				t.Errorf("a second time %q becomes %q", got, again)
			}
		})
	}
}

func FuzzWhole(f *testing.F) {
	for _, s := range nasty {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := whole(s)
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) || whole(got) != got {
			t.Errorf("%q becomes %q", s, got)
		}
		for _, r := range got {
			if r < ' ' || r >= '\u202a' && r <= '\u202e' {
				t.Errorf("%q keeps %U", s, r)
			}
		}
	})
}

func TestMedium(t *testing.T) {
	t.Run("what becomes a box on paper is whole on the web", func(t *testing.T) {
		sum := nastyRoom("Nare teksten 👩‍👩‍👧‍👦")
		o := options(session.Dutch)
		if d := Outline(sum, o); !strings.ContainsRune(d.String(), box) || d.BoxNote == "" {
			t.Error("the corpus makes no box on paper, and proves nothing")
		}
		o.Medium = Web
		d := Outline(sum, o)
		text := d.String()
		if strings.Count(text, "□") != strings.Count(text, "✓ □ …") || d.BoxNote != "" { // one text has a box of its own
			t.Error("there is a box on the web")
		}
		for _, c := range sum.Clusters {
			for _, w := range c.Words {
				if !strings.Contains(text, whole(w.Text)) {
					t.Errorf("%q is not there whole", w.Text)
				}
			}
		}
	})
	t.Run("the web has room for all that paper says it leaves out", func(t *testing.T) {
		sum := inspiration.summary()
		sum.Clusters[0].Words = nil
		for i := range 3 * maxWordings {
			sum.Clusters[0].Words = append(sum.Clusters[0].Words, session.Wording{Text: "woord " + textOf(i), Count: 1})
		}
		o := options(session.Dutch)
		if got := len(blocksOf[Cluster](Outline(sum, o))[0].Words); got != maxWordings+1 {
			t.Errorf("%d on paper", got)
		}
		o.Medium = Web
		if got := len(blocksOf[Cluster](Outline(sum, o))[0].Words); got != 3*maxWordings {
			t.Errorf("%d on the web", got)
		}
	})
}
