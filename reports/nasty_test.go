package reports

import (
	"fmt"
	"strings"
	"testing"

	"verbindend/session"
)

// A ledger is a surface that draws nothing and remembers every text, and the place that it takes.
type ledger struct {
	texts  []string
	places []rect
}

func (l *ledger) text(x, y float64, s style, text string) {
	if text == "" {
		return
	}
	high := s.size * 25.4 / 72
	l.texts = append(l.texts, text)
	l.places = append(l.places, rect{x, y - .68*high, s.widthOf(text), .72 * high})
}
func (*ledger) rect(float64, float64, float64, float64, colour)                           {}
func (*ledger) bar(float64, float64, float64, float64, float64, colour, colour)           {}
func (*ledger) circle(float64, float64, float64, colour, colour, float64)                 {}
func (*ledger) line(float64, float64, float64, float64, colour, float64)                  {}
func (*ledger) dashed(float64, float64, float64, float64, colour, float64)                {}
func (*ledger) arc(float64, float64, float64, float64, float64, float64, colour, float64) {}

// A sheetOf is what is printed or shown around a session, drawn with one text wherever people write.
type sheetOf struct {
	name string
	w, h float64
	draw func(s sheet, p placard)
}

// sheetsOf lists every one.
func sheetsOf() []sheetOf {
	slide := func(s sheet, p placard) { p.slide(s) }
	card := func(s sheet, p placard) { p.card(s, p.values[0]) }
	poster := func(s sheet, p placard) { p.poster(s) }
	return []sheetOf{
		{"poster A4", 210, 297, poster},
		{"poster A3", 297, 420, poster},
		{"slide", 1920 / pixel, 1080 / pixel, slide},
		{"card", 1200 / pixel, 630 / pixel, card},
		{"preview", 1200 / pixel, 630 / pixel, func(s sheet, p placard) { preview(s, p.title, p.t) }},
	}
}

// Whatever people write, it stands on the sheet, and no text stands over another.
func TestNastyTextsOnSheets(t *testing.T) {
	for _, out := range sheetsOf() {
		t.Run(out.name, func(t *testing.T) {
			for i, text := range nasty {
				for _, n := range []int{1, 2, 4, maxPlacard} {
					sum := nastyValues(text, n)
					p, err := placardOf(sum, options(session.Dutch))
					if err != nil {
						t.Fatal(err)
					}
					l := &ledger{}
					out.draw(sheet{l, out.w, out.h}, p)
					if problem := l.wrong(out.w, out.h); problem != "" {
						t.Errorf("text %d, %d values: %s", i, n, problem)
					}
					first := []rune(strings.ReplaceAll(p.values[0].name, " ", ""))
					if out.name != "preview" && !strings.Contains(strings.ReplaceAll(strings.Join(l.texts, ""), " ", ""), string(first[:min(len(first), 12)])) {
						t.Errorf("text %d, %d values: %q is not there", i, n, string(first[:min(len(first), 12)]))
					}
				}
			}
		})
	}
}

// nastyValues is a session in which so many values have this name, and this sentence.
func nastyValues(text string, n int) session.Summary {
	sum := session.Summary{Version: session.SummaryVersion, ID: "k7", Title: text, Lang: session.Dutch, Fictional: true, StartedAt: noon, EndedAt: noon, Final: true}
	sum.Groups = []session.GroupCount{{Name: text, Joined: 5}}
	for i := range n {
		id := fmt.Sprint("c", i)
		sum.Clusters = append(sum.Clusters, session.ClusterSummary{ID: id, Name: text, Cards: 1, Words: []session.Wording{{Text: text, Count: 1}}})
		sum.Formulations = append(sum.Formulations, session.Formulation{Value: id, Name: text, Lacks: []session.Lack{}, Phrasing: session.Phrasing{Sentence: text, When: []string{text}, Unless: text}})
	}
	return sum
}

// wrong tells what does not stand as it should; "" when all is well.
func (l *ledger) wrong(w, h float64) string {
	for i, a := range l.places {
		if a.x < 0 || a.y < 0 || a.x+a.w > w+.01 || a.y+a.h > h {
			return fmt.Sprintf("%.40q runs off the sheet: %.0f–%.0f × %.0f–%.0f", l.texts[i], a.x, a.x+a.w, a.y, a.y+a.h)
		}
		for j, b := range l.places[:i] {
			if a.meets(b) {
				return fmt.Sprintf("%.40q stands over %.40q", l.texts[i], l.texts[j])
			}
		}
	}
	return ""
}

func TestNastyInvitations(t *testing.T) {
	for i, text := range nasty {
		for _, k := range []float64{1, 297. / 210} {
			l := &ledger{}
			in := Invitation{Pin: "482913", Site: "verbindend.example", Join: "https://verbindend.example/482913", Fictional: true}
			in.poster(sheet{l, 210 * k, 297 * k}, clean(text, maxTitle), &dutch)
			if problem := l.wrong(210*k, 297*k); problem != "" {
				t.Errorf("text %d: %s", i, problem)
			}
		}
	}
}
