package faces

import (
	"os"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// mustBeBuilt skips a test about the real faces before the front end has been built, but never where changes are judged.
func mustBeBuilt(t *testing.T) {
	t.Helper()
	switch {
	case Built():
	case os.Getenv("CI") != "":
		t.Fatal("the typefaces have not been cut: make front comes before make test-go")
	default:
		t.Skip("the typefaces have not been cut: make front does it")
	}
}

func TestFaces(t *testing.T) {
	t.Run("each is a TrueType file whose outlines a PDF can take", func(t *testing.T) {
		for f := range Face(Count) {
			file := f.File()
			if _, err := sfnt.Parse(file); err != nil || len(file) < 4 || string(file[:4]) != "\x00\x01\x00\x00" {
				t.Errorf("%s: %v", f.Name(), err)
			}
		}
	})
	t.Run("every character of our own words has a glyph in the face that sets it", func(t *testing.T) {
		for _, f := range []Face{Display, Serif, Sans, Bold} {
			for _, r := range "ABCabc0123456789 ëéïöüçñËÉ€“”‘’„…–—·×−→↑•□✓()%&" {
				if !f.Lender(r).Has(r) {
					t.Errorf("%s lacks %q", f.Name(), r)
				}
			}
		}
	})
	t.Run("what one lacks is lent by its own family first", func(t *testing.T) {
		mustBeBuilt(t)
		for r, want := range map[rune]Face{'a': Serif, 'é': Serif, 'ł': serifMore, 'ő': serifMore, '✓': Spare, 'Ж': Spare} {
			if got := Serif.Lender(r); got != want {
				t.Errorf("%q comes from %s", r, got.Name())
			}
		}
	})
	t.Run("a W and an a move together", func(t *testing.T) {
		mustBeBuilt(t)
		for _, f := range []Face{Display, Serif, Sans, Bold} {
			if k := f.Kern('W', 'a'); k > -20 || k < -120 {
				t.Errorf("%s: %d", f.Name(), k)
			}
		}
		if k := Display.Kern(-1, 'a') + Display.Kern('W', '語'); k != 0 {
			t.Error(k)
		}
	})
	t.Run("an unknown character has some width", func(t *testing.T) {
		if w := Sans.Advance('語'); w != 600 {
			t.Error(w)
		}
	})
}
