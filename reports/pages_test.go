package reports

import (
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"verbindend/reports/faces"
	"verbindend/session"
)

// pagesOf gives the text of each page, line by line as it stands there.
func pagesOf(t *testing.T, path string) []string {
	t.Helper()
	return strings.Split(strings.TrimRight(tool(t, "pdftotext", "-layout", path, "-"), "\f"), "\f")
}

func TestWholeReport(t *testing.T) {
	for _, lang := range []session.Lang{session.Dutch, session.English} {
		sum := full()
		d := Outline(sum, options(lang))
		path := onDisk(t, mustPDF(t, sum, options(lang)))
		pages := pagesOf(t, path)
		t.Run(string(lang)+" of a session in which everything was done takes six to ten pages", func(t *testing.T) {
			if len(pages) < 6 || len(pages) > 10 {
				t.Error(len(pages), "pages")
			}
		})
		t.Run(string(lang)+" has its sections in the order of the method", func(t *testing.T) {
			s, at := textsIn(lang), -1
			for _, title := range []string{d.Title, s.story, s.words, s.ranking, s.compare, s.asked.rate, s.asked.tensions, s.formulated.title, s.commit.steps, s.about} {
				next := -1
				for i, section := range d.Sections {
					if section.Title == title {
						next = i
					}
				}
				if next <= at {
					t.Errorf("%q stands at %d, after %d", title, next, at)
				}
				at = next
			}
		})
		t.Run(string(lang)+" embeds every face, and those of the screens", func(t *testing.T) {
			fonts := tool(t, "pdffonts", path)
			for _, row := range strings.Split(strings.TrimSpace(fonts), "\n")[2:] {
				if f := strings.Fields(row); f[len(f)-5] != "yes" {
					t.Error("not embedded:", row)
				}
			}
			for _, name := range []string{"frauncesdisplay", "fraunces", "inter", "intersemibold"} {
				if faces.Built() && !strings.Contains(strings.ToLower(fonts), name+" ") {
					t.Errorf("%s is not in\n%s", name, fonts)
				}
			}
		})
	}
}

// A probe is a block of some height that remembers where it was set.
type probe struct {
	high float64
	y    *float64
}

func (probe) String() string { return "probe" }
func (b probe) flow(f *flow) {
	f.need(b.high)
	*b.y = f.y
	f.y += b.high
}

func TestNoHeadingStandsAlone(t *testing.T) {
	var first, filler, led float64
	for _, leads := range [][]Block{{Label{"Kop"}}, {Heading{"Kop", "Met een inleiding."}}, {Heading{"Kop", ""}, Label{"Nog een kop"}}} {
		for high := 40.0; high < bottom-top; high++ {
			f := &flow{canvas: &canvas{}, left: left, width: width}
			f.newPage()
			blocks := append([]Block{probe{high, &filler}}, leads...)
			f.blocks(append(blocks, probe{30, &led}))
			g := &flow{canvas: &canvas{}, left: left, width: width}
			g.newPage()
			g.blocks(append(append([]Block{}, leads...), probe{30, &first}))
			if led < first-5 { // on a page of its own it would stand there, under what leads to it
				t.Fatalf("after %.0f mm, %v stays behind: what follows begins at %.0f mm", high, leads, led)
			}
		}
	}
}

// Rows are a block of many short lines, with white between them.
type rowsOf int

func (rowsOf) String() string { return "rows" }
func (b rowsOf) flow(f *flow) {
	for range int(b) {
		f.need(6)
		f.y += 4 + f.white(2)
	}
}

func TestPagesAreShared(t *testing.T) {
	at := func(y float64) *flow {
		return &flow{canvas: &canvas{}, left: left, width: width, y: y, limit: bottom}
	}
	const onePage = rowsOf(39) // of 6 mm
	t.Run("what fits is set airy", func(t *testing.T) {
		if tight := at(top).press([]Block{onePage}); tight != 0 {
			t.Error(tight)
		}
	})
	t.Run("a few lines too many are taken in by the white between rows", func(t *testing.T) {
		list := []Block{onePage + 3}
		f := at(top)
		f.tight = f.press(list)
		if f.blocks(list); f.tight == 0 || f.page != 0 {
			t.Error("set on", f.page+1, "pages,", f.tight, "tight")
		}
	})
	t.Run("what needs a second page anyway is set airy", func(t *testing.T) {
		if tight := at(top).press([]Block{onePage + onePage/2}); tight != 0 {
			t.Error(tight)
		}
	})
	t.Run("a page with hardly anything on it takes the next section, also one that goes on over the page", func(t *testing.T) {
		long := Section{"Lang", []Block{Heading{"Lang", ""}, onePage}}
		if _, here := at(top + .2*pageHigh).startsHere(long); !here {
			t.Error("it goes to a page of its own")
		}
		if _, here := at(top + .6*pageHigh).startsHere(long); here {
			t.Error("it begins far down a page, and is broken")
		}
	})
}

// No report has a page in the middle that is nearly empty.
func TestNoPageIsNearlyEmpty(t *testing.T) {
	for _, name := range []string{"full", "vote", "groups", "several", "asked", "formulated", "many words", "committed", "rounds"} {
		for _, lang := range []session.Lang{session.Dutch, session.English} {
			pages := pagesOf(t, onDisk(t, mustPDF(t, rooms()[name], options(lang))))
			for n, text := range pages[1 : len(pages)-1] {
				if lines := len(strings.Fields(text)); lines < 60 {
					t.Errorf("page %d of %d of %q in %s has %d words on it:\n%s", n+2, len(pages), name, lang, lines, text)
				}
			}
		}
	}
}

func TestColumns(t *testing.T) {
	t.Run("fill one after the other, and end at about the same height", func(t *testing.T) {
		heights := []float64{30, 20, 25, 15, 40, 10}
		if n, used := filled(heights, 90); n != 6 || used != 90 {
			t.Error(n, used)
		}
		if n, _ := filled(heights, 60); n != 4 {
			t.Error(n, "fit in two columns of 60")
		}
		if h := balanced(heights, 200); h < 74 || h > 76 {
			t.Error("balanced at", h)
		}
	})
	t.Run("what is higher than a page is set over the whole width and loses nothing", func(t *testing.T) {
		sum := room{people: 12, clusters: 3, title: "Lang", final: true, seed: 1}.summary()
		for i := range 60 {
			sum.Clusters[1].Words = append(sum.Clusters[1].Words, session.Wording{Text: strings.Repeat("woord ", 38) + "einde" + strconv.Itoa(i), Count: 1})
		}
		text := strings.Join(strings.Fields(tool(t, "pdftotext", onDisk(t, mustPDF(t, sum, options(session.Dutch))), "-")), "")
		for i := range 55 {
			if !strings.Contains(text, "einde"+strconv.Itoa(i)) {
				t.Fatal("wording", i, "is nowhere")
			}
		}
	})
}

// Every page has ink, and not too much, and none runs into its margins.
func TestEveryPageIsDrawn(t *testing.T) {
	for _, name := range some([]string{"full", "many words", "nasty", "small", "longname", "several"}) {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "report.pdf")
			if err := os.WriteFile(path, mustPDF(t, rooms()[name], options(session.Dutch)), 0o600); err != nil {
				t.Fatal(err)
			}
			tool(t, "pdftoppm", "-r", "36", "-png", "-gray", path, filepath.Join(folder, "page"))
			pages, err := filepath.Glob(filepath.Join(folder, "page*.png"))
			if err != nil || len(pages) == 0 {
				t.Fatal(err, "no pages")
			}
			for _, page := range pages {
				ink, margins := inkOf(t, page)
				if ink < .003 || ink > .25 {
					t.Errorf("%.3f of %s is ink", ink, filepath.Base(page))
				}
				if margins > 0 {
					t.Errorf("%d dots in the margins of %s", margins, filepath.Base(page))
				}
			}
		})
	}
}

// inkOf gives the part of a page that is dark, and how many dark dots stand in its outer margins. The mark in the upper right
// corner belongs there.
func inkOf(t *testing.T, file string) (share float64, margins int) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	size := picture.Bounds()
	wide, high := size.Dx(), size.Dy()
	dark := 0
	for y := range high {
		for x := range wide {
			if g, _, _, _ := picture.At(x, y).RGBA(); g >= 0xb000 {
				continue
			}
			dark++
			corner := x > wide/2 && y < high*2/10
			if !corner && (x < wide*6/100 || x > wide*93/100 || y > high*98/100) {
				margins++
			}
		}
	}
	return float64(dark) / float64(wide*high), margins
}
