package reports

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbindend/reports/faces"
	"verbindend/session"
)

// look keeps a file in the folder that -print names, for eyes.
func look(t *testing.T, name string, file []byte) {
	t.Helper()
	if *printTo == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*printTo, strings.ReplaceAll(name, " ", "-")), file, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestPoster(t *testing.T) {
	t.Run("says each value and its sentence on one page of its size", func(t *testing.T) {
		for _, c := range []struct {
			format Format
			size   string
		}{{A4, "595.28 x 841.89 pts (A4)"}, {A3, "841.89 x 1190.55 pts (A3)"}} {
			file, err := Poster(rooms()["formulated"], options(session.Dutch), c.format)
			if err != nil {
				t.Fatal(err)
			}
			path := onDisk(t, file)
			text := strings.Join(strings.Fields(tool(t, "pdftotext", "-layout", path, "-")), " ")
			for _, f := range rooms()["formulated"].Formulations {
				for _, part := range []string{f.Name, f.Sentence} {
					for _, word := range strings.Fields(part) {
						if !strings.Contains(text, word) {
							t.Errorf("%q of %q is missing in %s", word, part, text)
						}
					}
				}
			}
			info := tool(t, "pdfinfo", path)
			if !strings.Contains(info, c.size) || !strings.Contains(info, "Pages:           1\n") {
				t.Errorf("not one page of %s:\n%s", c.size, info)
			}
		}
	})
	t.Run("after a run-off it has what won before as well, by the dots it had and not by its name", func(t *testing.T) {
		sum := afterRunoff()
		first := sum.Rounds[0].Vote.Options // Vertrouwen and Moed in the same places as before, under names in another order
		first[0].Name, first[1].Name = "Zorg voor elkaar", "Aandacht"
		through := sum.Vote.Through
		through[0], through[1] = session.Named{ID: first[1].ID, Name: "Aandacht"}, session.Named{ID: first[0].ID, Name: "Zorg voor elkaar"}
		p, err := placardOf(sum, options(session.Dutch))
		if err != nil || len(p.values) != 3 || p.values[0].name != "Zorg voor elkaar" || p.values[1].name != "Aandacht" || p.values[2].name != "Humor" {
			t.Errorf("%+v, %v", p.values, err)
		}
	})
	t.Run("without sentences the values that the vote carried, without a vote those named most", func(t *testing.T) {
		for room, want := range map[string]string{"vote": dutch.carries, "cards": dutch.namedMost, "formulated": dutch.formulated.front} {
			p, err := placardOf(rooms()[room], options(session.Dutch))
			if err != nil || p.lead != want {
				t.Errorf("%s: %q, %v; want %q", room, p.lead, err, want)
			}
		}
	})
	t.Run("while there is no value there is no poster, slide or card", func(t *testing.T) {
		for _, room := range []string{"lobby", "empty", "zero"} {
			_, poster := Poster(rooms()[room], options(session.Dutch), A4)
			_, slide := Slide(rooms()[room], options(session.Dutch))
			_, card := Card(rooms()[room], options(session.Dutch), 1)
			for _, err := range []error{poster, slide, card} {
				if !errors.Is(err, ErrNothingToShow) {
					t.Errorf("%s: %v", room, err)
				}
			}
		}
	})
	t.Run("what is provisional or fictional says so", func(t *testing.T) {
		p, err := placardOf(rooms()["cards"], options(session.English))
		if err != nil || p.marks != english.provisional+" · "+english.fictional {
			t.Errorf("%q, %v", p.marks, err)
		}
	})
}

func TestEveryRoomMakesPostersAndImages(t *testing.T) {
	for name, sum := range roomsToDraw() {
		for _, lang := range []session.Lang{session.Dutch, session.English} {
			poster, err := Poster(sum, options(lang), A4)
			if errors.Is(err, ErrNothingToShow) {
				continue
			}
			if err != nil {
				t.Fatal(name, err)
			}
			again, err := Poster(sum, options(lang), A4)
			if err != nil || !bytes.Equal(poster, again) {
				t.Errorf("%s: the same poster came out different (%v)", name, err)
			}
			look(t, "poster-"+name+"-"+string(lang)+".pdf", poster)
		}
	}
	for _, name := range some([]string{"formulated", "many words", "nasty words", "longname", "title", "cards"}) {
		slide, card := must(Slide(rooms()[name], options(session.Dutch))), must(Card(rooms()[name], options(session.Dutch), 1))
		look(t, "slide-"+name+".png", slide)
		look(t, "card-"+name+".png", card)
		painted(t, name+" slide", slide, 1920, 1080, .004)
		painted(t, name+" card", card, 1200, 630, .001)
	}
}

// painted holds the size of an image, and that letters were drawn on its ground: at least so much of it is nearly white.
func painted(t *testing.T, name string, file []byte, w, h int, least float64) {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(name, err)
	}
	if img.Bounds() != image.Rect(0, 0, w, h) {
		t.Errorf("%s: %v", name, img.Bounds())
	}
	const every = 3 // a sample is enough
	light := 0
	for y := 0; y < h; y += every {
		for x := 0; x < w; x += every {
			if r, g, b, _ := img.At(x, y).RGBA(); r > 0xc000 && g > 0xc000 && b > 0xc000 {
				light++
			}
		}
	}
	if share := float64(light) * every * every / float64(w*h); share < least || share > .5 {
		t.Errorf("%s: %.4f of it is light", name, share)
	}
}

func TestCard(t *testing.T) {
	t.Run("there is one for each value, and none beyond", func(t *testing.T) {
		sum := rooms()["formulated"]
		seen := map[string]bool{}
		for n := range len(sum.Formulations) {
			card, err := Card(sum, options(session.Dutch), n+1)
			if err != nil {
				t.Fatal(err)
			}
			seen[string(card)] = true
		}
		if len(seen) != len(sum.Formulations) {
			t.Errorf("%d different cards for %d values", len(seen), len(sum.Formulations))
		}
		for _, n := range []int{-1, 0, len(sum.Formulations) + 1} {
			if _, err := Card(sum, options(session.Dutch), n); !errors.Is(err, ErrNothingToShow) {
				t.Errorf("card %d: %v", n, err)
			}
		}
	})
}

func TestRaster(t *testing.T) {
	t.Run("a line of text is as wide as it was measured, and stands on its baseline", func(t *testing.T) {
		r := newRaster(900, 200)
		s := sheet{r, 900 / pixel, 200 / pixel}
		s.rect(0, 0, s.w, s.h, white)
		k := style{face: faces.Display, size: 40, leading: 16, colour: black}
		const text = "HEDENH"
		s.text(10, 30, k, text)
		ink := image.Rectangle{}
		for y := range 200 {
			for x := range 900 {
				if g, _, _, _ := r.image.At(x, y).RGBA(); g < 0x8000 {
					ink = ink.Union(image.Rect(x, y, x+1, y+1))
				}
			}
		}
		if want := k.widthOf(text) * pixel; float64(ink.Dx()) < want*.93 || float64(ink.Dx()) > want*1.01 {
			t.Errorf("%d pixels of ink, measured %.1f", ink.Dx(), want)
		}
		if base := int(math.Round(30 * pixel)); ink.Max.Y < base-1 || ink.Max.Y > base+2 {
			t.Errorf("the letters end at %d, the baseline is at %d", ink.Max.Y, base)
		}
	})
	t.Run("what lies outside the image is not drawn, and nothing panics", func(t *testing.T) {
		r := newRaster(40, 40)
		r.rect(-100, -100, 20, 20, coral)
		r.circle(400, 400, 3, coral, coral, .2)
		r.text(-500, 5, titleType, "ver weg")
		r.line(3, 3, 3, 3, coral, 1)
		r.arc(0, 0, 900, 900, 0, 90, coral, 1)
		if r.image.RGBAAt(20, 20).A != 0 {
			t.Error("something was drawn")
		}
	})
}
