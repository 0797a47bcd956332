package faces

import (
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// em is the unit of all measures here: a face is 1000 high.
const em = fixed.Int26_6(1000 << 6)

// kerned is the first character for which there is no kerning; what is wider apart is seldom a pair.
const kerned = 0x180

// A table has the widths of all characters of a face in 1/1000 em, missing where it has none, and how much nearer two
// characters stand to each other than their widths say. PDF text is a matter of two bytes a character, so it ends at U+FFFF.
type table struct {
	advance [0x10000]uint16
	kern    [kerned][kerned]int16
}

const missing = 0xffff

var tables = func() (list [Count]func() *table) {
	for f := range Count {
		list[f] = sync.OnceValue(func() *table { return read(Face(f)) })
	}
	return list
}()

// read parses a face once per process (about 10 ms); what parses in our tests parses everywhere.
func read(f Face) *table {
	file, err := sfnt.Parse(files[f])
	if err != nil {
		panic(fmt.Sprintf("typeface %s is part of the program and does not parse: %v", f.Name(), err))
	}
	var t table
	var buf sfnt.Buffer
	var glyphs [kerned]sfnt.GlyphIndex
	for r := range t.advance {
		t.advance[r] = missing
		glyph, err := file.GlyphIndex(&buf, rune(r))
		if err != nil || glyph == 0 {
			continue
		}
		if advance, err := file.GlyphAdvance(&buf, glyph, em, font.HintingNone); err == nil {
			t.advance[r] = uint16(advance.Round()) //nolint:gosec // a glyph is less than 65 em wide
		}
		if r < kerned {
			glyphs[r] = glyph
		}
	}
	for a, one := range glyphs {
		for b, other := range glyphs {
			if one == 0 || other == 0 {
				continue
			}
			if nearer, err := file.Kern(&buf, one, other, em, font.HintingNone); err == nil {
				t.kern[a][b] = int16(nearer.Round()) //nolint:gosec // less than one em
			}
		}
	}
	return &t
}

// Has tells whether the face itself can set a character.
func (f Face) Has(r rune) bool {
	return r >= 0 && r < 0xffff && tables[f]().advance[r] != missing
}

// Advance is how wide a character is in this face, in 1/1000 em; that of a letter of middling width when it has none.
func (f Face) Advance(r rune) int {
	if !f.Has(r) {
		return 600
	}
	return int(tables[f]().advance[r])
}

// Kern is how much further apart two characters stand than their widths say, in 1/1000 em; mostly 0 or less.
func (f Face) Kern(a, b rune) int {
	if a < 0 || b < 0 || a >= kerned || b >= kerned {
		return 0
	}
	return int(tables[f]().kern[a][b])
}

// Lender is the face that sets a character when a text is set in f: f itself, the rest of its family, or Spare.
func (f Face) Lender(r rune) Face {
	for _, lender := range []Face{f, f.more(), Spare} {
		if lender.Has(r) {
			return lender
		}
	}
	return f
}

// Printable tells whether any face has the character. It is the same before and after the front end has been built, so that
// what a report says does not depend on it.
func Printable(r rune) bool { return Spare.Has(r) }
