package reports

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"verbindend/session"
)

// lookedBackOn is a session with three values in words that were rated, and what a pulse after so many days came to.
func lookedBackOn() session.Summary {
	sum := inspiration.summary()
	sum.Formulations = nil
	for i, name := range []string{"Vertrouwen", "Lef", "Een waarde met een heel lange naam, die over meer dan één regel gaat"} {
		id := sum.Clusters[i].ID
		sum.Formulations = append(sum.Formulations, session.Formulation{Value: id, Name: name, Phrasing: session.Phrasing{Sentence: "Wij doen het samen."}})
	}
	sum.Outcomes = append(sum.Outcomes, session.Outcome{Kind: session.Rate, Sheets: 38, Joined: 42, Rating: &session.Rating{Values: []session.RatedValue{
		{ID: sum.Clusters[0].ID, Name: "Vertrouwen", N: 36, Importance: 8, Presence: 4.2},
		{ID: sum.Clusters[1].ID, Name: "Lef", N: 33, Importance: 7, Presence: 6},
	}}})
	return sum
}

func pulseAfter(sum session.Summary, day, answered int, means ...float64) session.Summary {
	o := session.Outcome{Kind: session.Pulse, Sheets: answered, Joined: answered, Questions: []session.Answered{}}
	for i, mean := range means {
		o.Questions = append(o.Questions, session.Answered{Question: session.Question{Key: sum.Clusters[i].ID + "/presence", Min: 1, Max: 10}, N: answered, Mean: mean})
	}
	if answered >= session.MinPulse {
		o.Questions = append(o.Questions, session.Answered{Question: session.Question{Key: "step", Min: 1, Max: 3}, N: answered, Counts: []int{2, 3, answered - 5}})
	}
	return session.Summary{
		ID: "pulse", Lang: session.Dutch, Final: true, Pulse: &session.PulseOf{Session: sum.ID, Day: day},
		EndedAt: noon.AddDate(0, 0, day), Outcomes: []session.Outcome{o},
	}
}

func TestLookingBack(t *testing.T) {
	sum := lookedBackOn()
	o := options(session.Dutch)
	o.Pulses = []session.Summary{pulseAfter(sum, 90, 9, 7.25, 6.1, 3), pulseAfter(sum, 30, 12, 5.5, 6)}

	t.Run("the line of each value goes from the session over every look back, in the order of their days", func(t *testing.T) {
		lines := blocksOf[Lines](Outline(sum, o))
		if len(lines) != 1 {
			t.Fatalf("%d blocks", len(lines))
		}
		want := "lines: nauwelijks aanwezig … overal aanwezig [toen · 38 antwoorden] [na 30 dagen · 12 antwoorden] [na 90 dagen · 9 antwoorden]\n" +
			"  Vertrouwen | 4,2 (36) 0.36 | 5,5 (12) 0.50 | 7,3 (9) 0.69\n" +
			"  Lef | 6,0 (33) 0.56 | 6,0 (12) 0.56 | 6,1 (9) 0.57\n" +
			"  Een waarde met een heel lange naam, die over meer dan één regel gaat | – | – | 3,0 (9) 0.22\n" +
			"  Een open rondje: minder dan 5 mensen gaven een cijfer, of er is toen niet naar gevraagd."
		if got := lines[0].String(); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	})
	t.Run("steps are told in counts, and with fewer than five answers nothing but their number", func(t *testing.T) {
		few := o
		few.Pulses = append(few.Pulses, pulseAfter(sum, 180, 4))
		text := Outline(sum, few).String()
		_, told, _ := strings.Cut(text, "== Terugblik")
		for _, want := range []string{
			"na 30 dagen: Stap gezet: 7 ja, 3 deels, 2 nog niet. · 12 antwoorden, gesloten op woensdag 23 december 2026.",
			"na 180 dagen: Bij minder dan 5 antwoorden vertellen we alleen hoeveel het er waren. · 4 antwoorden, gesloten op",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("the report does not say %q:\n%s", want, told)
			}
		}
		if told == "" || strings.Contains(told, "%") {
			t.Error("there are percentages")
		}
	})
	t.Run("one that is still open is not told, and without any the report has nothing of it", func(t *testing.T) {
		open := pulseAfter(sum, 30, 12, 5)
		open.Final = false
		for _, pulses := range [][]session.Summary{nil, {open}} {
			o := o
			o.Pulses = pulses
			if text := Outline(sum, o).String(); strings.Contains(text, "Terugblik") {
				t.Error(text)
			}
		}
	})
	t.Run("the fingerprint of the session stays what it was", func(t *testing.T) {
		before := Outline(sum, options(session.Dutch)).String()
		mark := Fingerprint(sum)
		if after := Outline(sum, o).String(); !strings.Contains(before, mark[:8]) || !strings.Contains(after, mark[:8]) {
			t.Error("the fingerprint is not in both reports, or another one")
		}
	})
	t.Run("a printer that kept the report before a look back prints it anew", func(t *testing.T) {
		p := NewPrinter(1)
		one, err := p.PDF(t.Context(), sum, options(session.Dutch))
		if err != nil {
			t.Fatal(err)
		}
		two, err := p.PDF(t.Context(), sum, o)
		if err != nil || bytes.Equal(one, two) {
			t.Error("it is the old one", err)
		}
	})
	t.Run("the web page has it as a table, each number with how many gave it", func(t *testing.T) {
		var page bytes.Buffer
		if err := HTML(&page, sum, o, Page{Self: "/r/x"}); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"4,2 <span", "n = 36", "n = 12", `d="M33.33 `, "Een streepje: minder dan 5"} {
			if !strings.Contains(page.String(), want) {
				t.Errorf("the page has no %q", want)
			}
		}
	})
	t.Run("it is drawn, in both languages", func(t *testing.T) {
		for _, lang := range []session.Lang{session.Dutch, session.English} {
			o := o
			o.Lang, o.Made = lang, noon.Add(time.Hour)
			var file bytes.Buffer
			if err := PDF(&file, sum, o); err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("LOOK"); dir != "" {
				if err := os.WriteFile(dir+"/pulse-"+string(lang)+".pdf", file.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}
