package reports

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbindend/session"
)

var update = flag.Bool("update", false, "write the golden outlines anew")

func TestGoldenOutlines(t *testing.T) {
	all := rooms()
	for _, name := range []string{"vote", "small", "cards", "lobby", "unvoted", "nasty", "groups", "several", "apart", "asked", "committed", "formulated", "full", "rounds", "runoff"} {
		for _, lang := range []session.Lang{session.Dutch, session.English} {
			t.Run(name+" "+string(lang), func(t *testing.T) {
				file := filepath.Join("testdata", name+"."+string(lang)+".txt")
				got := Outline(all[name], options(lang)).String()
				// The fingerprint is over all of the summary, also what this report does not tell.
				got = strings.ReplaceAll(got, Fingerprint(all[name]), "(fingerprint)")
				if *update {
					if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if got != string(want) {
					t.Errorf("the outline is not that of %s; look at the difference and run with -update when it is right:\n%s", file, difference(got, string(want)))
				}
			})
		}
	}
}

func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			return "line " + strconv.Itoa(i+1) + "\n got: " + strings.Join(g[min(i, len(g)):min(i+2, len(g))], "\n") + "\nwant: " + strings.Join(w[min(i, len(w)):min(i+2, len(w))], "\n")
		}
	}
	return ""
}

// blocksOf gives all blocks of one type.
func blocksOf[B Block](d Document) (list []B) {
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if b, ok := b.(B); ok {
				list = append(list, b)
			}
		}
	}
	return list
}

func TestNumbersAddUp(t *testing.T) {
	for name, sum := range rooms() {
		t.Run(name, func(t *testing.T) {
			d := Outline(sum, options(session.Dutch))
			cards, dots, voters := 0, 0, 0
			for _, c := range blocksOf[Cluster](d) {
				cards += c.Cards
				inWords := 0
				for _, w := range c.Words {
					_, number, _ := strings.Cut(w, "\u00a0")
					if at := strings.LastIndex(w, "\u00a0"); at >= 0 {
						number = w[at+2:]
					}
					n, err := strconv.Atoi(strings.TrimSuffix(number, "×"))
					if err != nil {
						t.Fatalf("%q ends in no count", w)
					}
					inWords += n
				}
				if inWords != c.Cards {
					t.Errorf("%s: %d cards, its words have %d", c.Name, c.Cards, inWords)
				}
			}
			if cards != sum.Counts.Cards {
				t.Errorf("clusters hold %d cards, the summary says %d", cards, sum.Counts.Cards)
			}
			for _, b := range blocksOf[Bar](d) {
				dots += b.Dots
				voters += b.Voters
				if b.Dots > 0 && !strings.HasPrefix(b.Label, strconv.Itoa(b.Dots)+" ") {
					t.Errorf("%s has %d dots and says %q", b.Name, b.Dots, b.Label)
				}
			}
			if sum.Vote != nil && dots != sum.Vote.DotsPlaced {
				t.Errorf("bars hold %d dots, the vote %d", dots, sum.Vote.DotsPlaced)
			}
			marks := 0
			for _, row := range sum.Ballots {
				for _, n := range row {
					marks += n
				}
			}
			if marks != dots && (sum.Vote == nil || sum.Vote.Method == "") {
				t.Errorf("ballots hold %d dots, the bars %d", marks, dots)
			}
			var printed []int
			for _, f := range blocksOf[Figures](d)[0].Items {
				printed = append(printed, f.Count)
				if strings.ReplaceAll(f.Number, ".", "") != strconv.Itoa(f.Count) {
					t.Errorf("%d is written as %s", f.Count, f.Number)
				}
			}
			want := []int{sum.Counts.Joined, sum.Counts.Wrote}
			if len(sum.Clusters) > 0 || sum.Final {
				want = append(want, sum.Counts.Cards, len(sum.Clusters))
			}
			if sum.Vote != nil {
				want = append(want, sum.Counts.Voted)
			}
			if !slices.Equal(printed, want) {
				t.Errorf("figures are %v, want %v", printed, want)
			}
		})
	}
}

func TestOutline(t *testing.T) {
	text := func(sum session.Summary) string { return Outline(sum, options(session.Dutch)).String() }

	t.Run("a session that is not over is marked provisional, and one that is over is not", func(t *testing.T) {
		if d := Outline(room{}.summary(), options(session.Dutch)); !slices.Contains(d.Marks, "Voorlopig") {
			t.Error(d.Marks)
		}
		if d := Outline(inspiration.summary(), options(session.English)); slices.Contains(d.Marks, "Provisional") || !slices.Contains(d.Marks, "Fictional data") {
			t.Error(d.Marks)
		}
	})

	t.Run("without a link nothing points anywhere", func(t *testing.T) {
		for _, link := range []string{"", "javascript:alert(1)", "file:///etc/passwd", "https://", strings.Repeat("https://x.example/", 60)} {
			d := Outline(inspiration.summary(), Options{Link: link, Made: noon})
			if len(blocksOf[Code](d)) != 0 || d.Link != "" {
				t.Errorf("%q became %q", link, d.Link)
			}
		}
	})

	t.Run("under eight ballots there are counts and no bands", func(t *testing.T) {
		got := text(room{people: 7, clusters: 8, voters: 7, final: true, vote: true, seed: 2}.summary())
		for _, band := range dutch.bands {
			if strings.Contains(got, band) {
				t.Error(band)
			}
		}
		if !strings.Contains(got, "minder dan 8 stembiljetten") || strings.Contains(got, "arcs:") {
			t.Error(got)
		}
	})

	t.Run("a tie at the cut is said", func(t *testing.T) {
		sum := inspiration.summary()
		o := sum.Vote.Options
		o[5].Dots, o[5].Rank, o[5].InTop = o[4].Dots, o[4].Rank, true
		if got := text(sum); !strings.Contains(got, "Tot hier: de top 5. Door een gelijke stand zijn het er 6.") || !strings.Contains(got, "gedeelde plaats") {
			t.Error(got)
		}
	})

	t.Run("when nobody voted the report says so and ranks nothing", func(t *testing.T) {
		d := Outline(rooms()["unvoted"], options(session.Dutch))
		if !strings.Contains(d.String(), "Niemand heeft gestemd.") || len(blocksOf[Bar](d)) != 0 {
			t.Error(d)
		}
	})

	t.Run("when the words are forgotten the report says so, and the counts stay", func(t *testing.T) {
		sum := inspiration.summary()
		sum.Forgot = true
		for i := range sum.Clusters {
			sum.Clusters[i].Words = []session.Wording{}
		}
		got := text(sum)
		if !strings.Contains(got, "30 dagen bewaard en daarna gewist") || !strings.Contains(got, "| 13 kaartjes |") || strings.Contains(got, "Ook gezegd") {
			t.Error(got)
		}
	})

	t.Run("cards that are still hidden are not counted", func(t *testing.T) {
		if got := text(rooms()["lobby"]); strings.Contains(got, "0 kaartjes") || strings.Contains(got, "ranglijst") {
			t.Error(got)
		}
	})

	t.Run("an arc counts the people who chose both, and less than three make none", func(t *testing.T) {
		sum := inspiration.summary()
		arcs := blocksOf[Arcs](Outline(sum, options(session.Dutch)))[0]
		column := map[string]int{}
		for i, o := range sum.Ballot {
			column[o.Name] = i
		}
		for _, l := range arcs.Links {
			n := 0
			for _, row := range sum.Ballots {
				if row[column[arcs.Nodes[l.A].Name]] > 0 && row[column[arcs.Nodes[l.B].Name]] > 0 {
					n++
				}
			}
			if n != l.People || n < 3 {
				t.Error(l, n)
			}
		}
	})

	t.Run("the fingerprint is that of the canonical JSON and changes with the data", func(t *testing.T) {
		sum := inspiration.summary()
		before := Fingerprint(sum)
		if len(before) != 64 || !strings.Contains(text(sum), before) {
			t.Error(before)
		}
		sum.Counts.Hidden++
		if Fingerprint(sum) == before {
			t.Error("unchanged")
		}
	})

	t.Run("a text that looks like a format stays as it is", func(t *testing.T) {
		if got := sentence("%s en %s: %s", "100%", "%s", "%d"); got != "100% en %s: %d" {
			t.Error(got)
		}
	})
}

func TestBothLanguagesSayEverything(t *testing.T) {
	for lang, texts := range map[string]*texts{"nl": &dutch, "en": &english} {
		for _, kind := range []session.Kind{session.Welcome, session.Write, session.Cluster, session.Vote, session.Reveal} {
			if texts.kinds[kind] == "" {
				t.Error(lang, kind)
			}
		}
		if missing := emptyFields(texts); len(missing) > 0 {
			t.Error(lang, missing)
		}
	}
	if a, b := verbs(&dutch), verbs(&english); !slices.Equal(a, b) {
		t.Errorf("not the same blanks to fill in:\n%v\n%v", a, b)
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1.000", 12345: "12.345", 1234567: "1.234.567", -1234: "-1.234"} {
		if got := dutch.number(n); got != want {
			t.Errorf("%d is written as %s", n, got)
		}
	}
	if got := english.number(12345); got != "12,345" {
		t.Error(got)
	}
}
