package reports

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"verbindend/reports/faces"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"plain text stays", "Aandacht, óók ’s avonds: € 5 → klaar ✓", "Aandacht, óók ’s avonds: € 5 → klaar ✓"},
		{"letters and accents become one", "e\u0301e\u0301n", "één"},
		{"a family of emoji is one box", "👩‍👩‍👧‍👦", "□"},
		{"a skin tone and a heart in colour leave no trace", "👍🏽 ❤️", "□ ❤"},
		{"flags are one box", "🇳🇱🇧🇪", "□"},
		{"a keycap is its digit", "1️⃣", "1"},
		{"boxes collapse over spaces", "信頼 と 尊敬 samen", "□ samen"},
		{"Arabic would come out backwards", "ثقة en vertrouwen", "□ en vertrouwen"},
		{"Hebrew too", "אמון", "□"},
		{"Thai has no glyphs", "ความไว้วางใจ", "□"},
		{"Greek and Cyrillic are set", "Ελευθερία Доверие", "Ελευθερία Доверие"},
		{"what has no width vanishes", "ver\u200btrou\u200dwen\ufeff", "vertrouwen"},
		{"direction marks vanish", "\u202egoed\u202c", "goed"},
		{"a soft hyphen vanishes", "ver\u00adtrouwen", "vertrouwen"},
		{"control characters vanish", "nul\x00 bel\x07", "nul bel"},
		{"lines become one", " regel één\r\n\tregel twee \u2028 drie ", "regel één regel twee drie"},
		{"broken bytes are a box", "kapot \xff\xfe\xc3\x28", "kapot □("},
		{"what is no character is a box", "\ufffe\uffff", "□"},
		{"HTML is text", "<b>vet</b> &amp;", "<b>vet</b> &amp;"},
		{"a tower of accents is two high", "e" + strings.Repeat("\u0335", 40), "e\u0335\u0335"},
		{"only white space is nothing", " \t\u2003\n", ""},
		{"a long text is cut", strings.Repeat("lang ", 1000), "lang lang lang lang lang lang lang lan…"},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := clean(c.in, 40); got != c.want {
				t.Errorf("%q becomes %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestPieces(t *testing.T) {
	t.Run("a character that a face lacks is lent from the spare one", func(t *testing.T) {
		got := bodyType.pieces("klaar ✓ hier")
		if len(got) != 3 || got[1].face != faces.Spare || got[1].text != "✓" || got[0].face != faces.Sans || got[2].text != " hier" {
			t.Error(got)
		}
	})
	t.Run("pieces put together are the text, and end where it ends", func(t *testing.T) {
		for _, text := range append(nasty, "Wat verbindend leiderschap van ons vraagt", "AV Tło, Ɐ") {
			text = clean(text, 200)
			whole, end := "", 0.0
			for _, p := range titleType.pieces(text) {
				one := titleType
				one.face = p.face
				whole, end = whole+p.text, p.at+one.widthOf(p.text)
			}
			if whole != text || math.Abs(end-titleType.widthOf(text)) > .001 {
				t.Errorf("%q becomes %q, %.3f mm becomes %.3f", text, whole, titleType.widthOf(text), end)
			}
		}
	})
	t.Run("titles are kerned, running text is not", func(t *testing.T) {
		if n := len(bodyType.pieces("Wat")); n != 1 {
			t.Error(n, "pieces of body text")
		}
		if faces.Built() && len(titleType.pieces("Wat")) < 2 {
			t.Error("a title stands as it comes")
		}
	})
}

func TestWrap(t *testing.T) {
	for _, text := range nasty {
		text = clean(text, 400)
		for _, w := range []float64{12, 54, 164} {
			lines := bodyType.wrap(text, w)
			for _, l := range lines {
				if utf8.RuneCountInString(l) > 1 && bodyType.widthOf(l) > w+.01 {
					t.Errorf("%.1f mm is wider than %.0f: %q", bodyType.widthOf(l), w, l)
				}
			}
			if strings.ReplaceAll(strings.Join(lines, ""), " ", "") != strings.ReplaceAll(text, " ", "") {
				t.Errorf("wrapping lost something of %q", text)
			}
		}
	}
	t.Run("a title does not end in one short word", func(t *testing.T) {
		lines := titleType.balance("Wat verbindend leiderschap van ons allemaal vraagt nu", 150)
		if len(lines) != 2 || len(lines[1]) < len(lines[0])/2 {
			t.Errorf("%q", lines)
		}
	})
	t.Run("what does not fit ends in …", func(t *testing.T) {
		got := nameType.fit(nameType.wrap(strings.Repeat("woord ", 50), 54), 3, 54)
		if len(got) != 3 || !strings.HasSuffix(got[2], "…") || nameType.widthOf(got[2]) > 54 {
			t.Errorf("%q", got)
		}
	})
}

func FuzzClean(f *testing.F) {
	for _, s := range nasty {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := clean(s, 80)
		if !utf8.ValidString(got) || utf8.RuneCountInString(got) > 80 || !norm.NFC.IsNormalString(got) && !strings.ContainsRune(got, box) {
			t.Errorf("%q becomes %q", s, got)
		}
		for _, r := range got {
			if r >= 0xffff || r < ' ' {
				t.Errorf("%q keeps %U", s, r)
			}
		}
	})
}
