package reports

import (
	"fmt"
	"sync"

	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavuserifcondensed"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A face is a typeface in one weight.
type face int

const (
	serif face = iota // for what people said, and numbers
	sans
	bold
	spare // for characters that the other faces lack
)

var faceFiles = [...][]byte{
	serif: dejavuserifcondensed.TTF,
	sans:  liberationsansregular.TTF,
	bold:  liberationsansbold.TTF,
	spare: dejavusanscondensed.TTF,
}

// advances are the widths of all characters of a face in 1/1000 em; missing where it has none. PDF text is a matter of two
// bytes a character here, so the table ends at U+FFFF.
type advances [0x10000]uint16

const missing = 0xffff

var faceAdvances = [...]func() *advances{
	serif: sync.OnceValue(func() *advances { return readAdvances(serif) }),
	sans:  sync.OnceValue(func() *advances { return readAdvances(sans) }),
	bold:  sync.OnceValue(func() *advances { return readAdvances(bold) }),
	spare: sync.OnceValue(func() *advances { return readAdvances(spare) }),
}

// readAdvances parses a face once per process (about 10 ms); what parses in our tests parses everywhere.
func readAdvances(f face) *advances {
	font, err := sfnt.Parse(faceFiles[f])
	if err != nil {
		panic(fmt.Sprintf("typeface %d is part of the program and does not parse: %v", f, err))
	}
	const em = fixed.Int26_6(1000 << 6)
	var table advances
	var buf sfnt.Buffer
	for r := range table {
		table[r] = missing
		glyph, err := font.GlyphIndex(&buf, rune(r))
		if err != nil || glyph == 0 {
			continue
		}
		if advance, err := font.GlyphAdvance(&buf, glyph, em, 0); err == nil {
			table[r] = uint16(advance.Round()) //nolint:gosec // a glyph is less than 65 em wide
		}
	}
	return &table
}

func (f face) has(r rune) bool {
	return r >= 0 && r < 0xffff && faceAdvances[f]()[r] != missing
}

// A run is a stretch of text that one face can set.
type run struct {
	face face
	text string
}

// runs cuts text where the face has to lend a character from the spare one.
func (f face) runs(text string) []run {
	var list []run
	start, now := 0, f
	for i, r := range text {
		next := f
		if !f.has(r) && spare.has(r) {
			next = spare
		}
		if next != now && i > start {
			list = append(list, run{now, text[start:i]})
			start = i
		}
		now = next
	}
	if start < len(text) {
		list = append(list, run{now, text[start:]})
	}
	return list
}

// widthOf is how wide a text is in this style, in millimetres.
func (s style) widthOf(text string) float64 {
	table := faceAdvances[s.face]()
	units, n := 0, 0
	for _, r := range text {
		n++
		if r >= 0xffff {
			r = '□'
		}
		advance := table[r]
		if advance == missing {
			advance = faceAdvances[spare]()[r]
		}
		if advance == missing {
			advance = 600
		}
		units += int(advance)
	}
	return (float64(units)*s.size/1000 + float64(n)*s.tracking) * 25.4 / 72
}
