package reports

import (
	"bytes"
	"crypto/sha256"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"verbindend/session"
)

func mustPDF(t testing.TB, sum session.Summary, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := PDF(&b, sum, o); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(b.Bytes(), []byte("%PDF-")) {
		t.Fatalf("not a PDF: %.20q", b.Bytes())
	}
	return b.Bytes()
}

// tool runs a program that reads PDFs. Where it is not installed the test is skipped, but never where changes are judged.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

func onDisk(t *testing.T, file []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPDFIsSound(t *testing.T) {
	for name, sum := range roomsToDraw() {
		t.Run(name, func(t *testing.T) {
			out := tool(t, "qpdf", "--check", onDisk(t, mustPDF(t, sum, options(session.English))))
			if !strings.Contains(out, "No syntax or stream encoding errors found") || strings.Contains(out, "WARNING") {
				t.Error(out)
			}
		})
	}
}

func TestPDFSaysWhatTheOutlineSays(t *testing.T) {
	squeeze := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == '\u00a0' }), "")
	}
	for _, lang := range []session.Lang{session.Dutch, session.English} {
		sum, o := inspiration.summary(), options(lang)
		path := onDisk(t, mustPDF(t, sum, o))
		text := squeeze(tool(t, "pdftotext", "-raw", path, "-"))
		d := Outline(sum, o)
		for _, bar := range blocksOf[Bar](d) {
			if !strings.Contains(text, squeeze(bar.Label)) || !strings.Contains(text, squeeze(bar.Name)) || !strings.Contains(text, squeeze(bar.Detail)) {
				t.Error("missing in the ranking:", bar)
			}
		}
		for _, c := range blocksOf[Cluster](d) {
			if !strings.Contains(text, squeeze(c.Label)) {
				t.Error("missing count:", c)
			}
			for _, w := range c.Words {
				if !strings.Contains(text, squeeze(w)) {
					t.Error("missing words:", w)
				}
			}
		}
		for _, fact := range blocksOf[Facts](d) {
			for _, row := range fact.Rows {
				if !strings.Contains(text, squeeze(row.Text)) || !strings.Contains(text, squeeze(row.Note)) {
					t.Error("missing fact:", row)
				}
			}
		}
		if strings.Contains(text, "{nb}") {
			t.Error("a page number was not filled in")
		}
	}
}

func TestEveryPageIsMarked(t *testing.T) {
	path := onDisk(t, mustPDF(t, rooms()["nasty"], options(session.Dutch)))
	pages := strings.Split(strings.TrimRight(tool(t, "pdftotext", "-layout", path, "-"), "\f"), "\f")
	if len(pages) < 5 {
		t.Fatal(len(pages), "pages")
	}
	for i, page := range pages {
		for _, want := range []string{"Voorlopig", "Fictieve gegevens", strconv.Itoa(i+1) + " van " + strconv.Itoa(len(pages))} {
			if !strings.Contains(page, want) {
				t.Errorf("page %d does not say %q", i+1, want)
			}
		}
		if strings.ContainsRune(page, box) && !strings.Contains(page, "https://verbindend.example") {
			t.Errorf("page %d has a □ and does not say where the text is", i+1)
		}
	}
}

func TestPDFIsReadByMachines(t *testing.T) {
	file := mustPDF(t, inspiration.summary(), options(session.Dutch))
	path := onDisk(t, file)
	info := tool(t, "pdfinfo", path)
	for _, want := range []string{`Title: +Wat verbindend leiderschap van ons vraagt`, `Author: +Verbindend`, `Subject: +Verslag, maandag 23 november 2026`, `Page size: +595\.\d+ x 841\.\d+ pts \(A4\)`} {
		if !regexp.MustCompile(want).MatchString(info) {
			t.Errorf("no %s in\n%s", want, info)
		}
	}
	plain := tool(t, "qpdf", "--qdf", "--object-streams=disable", path, "-")
	for _, want := range []string{"/Lang (nl)", "/DisplayDocTitle true", "/Outlines", "(https://verbindend.example/s/k7m2p9/resultaten)", "<dc:language><rdf:Bag><rdf:li>nl</rdf:li>"} {
		if !strings.Contains(plain, want) {
			t.Error("missing:", want)
		}
	}
	if fonts := tool(t, "pdffonts", path); strings.Contains(fonts, "Helvetica") {
		t.Error("a face is not embedded:\n", fonts)
	}
}

// Page one has ink, and not too much: neither an empty sheet nor a black one.
func TestPageOneIsDrawn(t *testing.T) {
	for name, bounds := range map[string][2]float64{"vote": {.03, .13}, "cards": {.03, .15}, "lobby": {.015, .10}, "longname": {.03, .15}} {
		t.Run(name, func(t *testing.T) {
			path := onDisk(t, mustPDF(t, rooms()[name], options(session.Dutch)))
			tool(t, "pdftoppm", "-r", "50", "-png", "-singlefile", "-gray", path, strings.TrimSuffix(path, ".pdf"))
			f, err := os.Open(strings.TrimSuffix(path, ".pdf") + ".png")
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			picture, err := png.Decode(f)
			if err != nil {
				t.Fatal(err)
			}
			size := picture.Bounds()
			dark, low := 0, 0
			for y := size.Min.Y; y < size.Max.Y; y++ {
				for x := size.Min.X; x < size.Max.X; x++ {
					if g, _, _, _ := picture.At(x, y).RGBA(); g < 0xc000 {
						dark++
						if y > size.Max.Y*2/3 {
							low++
						}
					}
				}
			}
			share := float64(dark) / float64(size.Dx()*size.Dy())
			if share < bounds[0] || share > bounds[1] {
				t.Errorf("%.3f of the page is ink", share)
			}
			if float64(low)/float64(dark) < .1 {
				t.Errorf("the lower third is all but empty: %d of %d", low, dark)
			}
		})
	}
}

func TestPDFIsDeterministic(t *testing.T) {
	for name, sum := range roomsToDraw() {
		o := options(session.English)
		if name == "zero" {
			o.Made = time.Time{} // not even then does today come in
		}
		if name == "big" {
			continue // it has nothing that the others do not, and takes longest
		}
		if !bytes.Equal(mustPDF(t, sum, o), mustPDF(t, sum, o)) {
			t.Error(name, "comes out different the second time")
		}
	}
}

func TestReportsAtTheSameTime(t *testing.T) {
	sum := inspiration.summary()
	want := mustPDF(t, sum, options(session.Dutch))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			var b bytes.Buffer
			if err := PDF(&b, sum, options(session.Dutch)); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Error("another report than alone:", err)
			}
		})
	}
	all.Wait()
}

func TestPDFNeverPanics(t *testing.T) {
	t.Run("whatever the counts are", func(t *testing.T) {
		for _, n := range []int{-1, 0, 60, 61, 241, 100000} {
			sum := inspiration.summary()
			sum.Counts = session.Counts{Joined: n, Wrote: n * 2, Cards: n, Hidden: n, Voted: n}
			sum.Vote.Options[0].Dots, sum.Vote.Options[0].Voters = n, n
			sum.Clusters[0].Cards = n
			mustPDF(t, sum, options(session.Dutch))
			sum.Vote = nil
			mustPDF(t, sum, options(session.Dutch))
		}
	})
	t.Run("when the ballots do not fit the options", func(t *testing.T) {
		sum := inspiration.summary()
		sum.Ballots = append(sum.Ballots, nil, []int{1}, make([]int, 99))
		mustPDF(t, sum, options(session.Dutch))
		sum.Ballot = nil
		mustPDF(t, sum, options(session.Dutch))
	})
	t.Run("when the writer fails it says so", func(t *testing.T) {
		if err := PDF(failing{}, inspiration.summary(), options(session.Dutch)); err == nil {
			t.Error("no error")
		}
	})
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }

func FuzzPDFText(f *testing.F) {
	for _, s := range some(nasty) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		sum := room{people: 12, clusters: 2, voters: 9, title: s, vote: true, seed: 1}.summary()
		sum.Groups = []session.GroupCount{{Name: s, Joined: 6}}
		sum.Clusters[0].Name, sum.Clusters[0].Words[0].Text = s, s
		sum.Vote.Options[0].Name = s
		sum = inGroups(sum, []string{s}, []string{s, s})
		sum.Activities[0].Kind = session.Kind(s)
		file := mustPDF(t, sum, Options{Lang: session.Dutch, Made: noon, Link: s})
		if len(file) == 0 {
			t.Error("empty")
		}
		sum.Formulations = []session.Formulation{{
			Value: sum.Clusters[0].ID, Name: s, Phrasing: session.Phrasing{Sentence: "Wij " + s, When: []string{s, s}, Unless: s}, Lacks: []session.Lack{session.Lack(s)},
		}}
		mustPDF(t, sum, Options{Lang: session.English, Made: noon})
	})
}

// BenchmarkPDF makes the report of a whole session, with all its charts; "hashes" tells how many SHA-256 of 50 MB that is worth, so
// that figures from different machines can be compared.
func BenchmarkPDF(b *testing.B) {
	sum := full()
	o := options(session.Dutch)
	file := mustPDF(b, sum, o)
	block := make([]byte, 50<<20)
	start := time.Now()
	sha256.Sum256(block)
	hash := time.Since(start)
	b.ResetTimer()
	for b.Loop() {
		mustPDF(b, sum, o)
	}
	perReport := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(float64(perReport)/float64(hash), "hashes")
	b.ReportMetric(float64(bytes.Count(file, []byte("/Type /Page\n"))), "pages")
	b.ReportMetric(float64(len(file))/1000, "KB")
}
