package reports

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// How a text that may run from right to left is set apart from the words around it (Unicode Standard Annex 9, 2.4): whatever it
// holds, what comes after it stays where it is.
const (
	isolate = '\u2068' // FIRST STRONG ISOLATE
	release = '\u2069' // POP DIRECTIONAL ISOLATE
)

// whole makes a text that people typed fit for a web page and leaves nothing of it out: valid UTF-8 in composed form on one line,
// without control characters and what steers the direction of a line. Text that runs from right to left is isolated. To do it
// twice changes nothing.
func whole(text string) string {
	text = norm.NFC.String(strings.ToValidUTF8(text, "\ufffd"))
	var b strings.Builder
	space, rightToLeft := false, false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0':
			space = b.Len() > 0
			continue
		case steers(r):
			continue
		}
		rightToLeft = rightToLeft || runsLeft(r)
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	if rightToLeft {
		return string(isolate) + b.String() + string(release)
	}
	return b.String()
}

// steers tells which characters a text can do without on a screen: control characters, and format characters but for those that join
// letters and emoji into one, or say which flag it is.
func steers(r rune) bool {
	switch {
	case r == '\u200c', r == '\u200d', r >= 0xe0020 && r <= 0xe007f:
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf)
}

// runsLeft tells which letters are written from right to left, by the blocks that Unicode keeps for them.
func runsLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfeff || r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff
}
