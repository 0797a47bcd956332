package reports

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"verbindend/session"
)

// inAnswers gives a fictional room answers to everything that people answer by themselves. Its words come from the deck.
func inAnswers(sum session.Summary, people int) session.Summary {
	random := rand.New(rand.NewPCG(11, uint64(people)))
	around := func(q session.Question, middle float64) session.Answered {
		a := session.Answered{Question: q, Counts: make([]int, q.Max-q.Min+1)}
		total := 0
		for range people {
			n := min(q.Max, max(q.Min, int(math.Round(middle+random.NormFloat64()*1.3))))
			a.Counts[n-q.Min]++
			a.N++
			total += n
		}
		if a.N > 0 {
			a.Mean = float64(total) / float64(a.N)
		}
		return a
	}
	check := func(id string, kind session.Kind, scale string, middle float64, shown bool) session.Outcome {
		o := session.Outcome{Activity: id, Kind: kind, Sheets: people, Joined: people + 2, Shown: shown}
		words := session.Answered{Question: session.Question{Key: "word", Length: 40}, N: people}
		if shown {
			for i, v := range session.TheDeck().Values[:min(people, 30)] {
				words.Texts = append(words.Texts, session.ReadText{Text: v.Name.NL, Count: 1 + (i+3)%4/3})
			}
		}
		o.Questions = []session.Answered{words, around(session.Question{Key: scale, Min: 1, Max: 5}, middle)}
		return o
	}
	tensions := session.Outcome{Activity: "poles", Kind: session.Tensions, Sheets: people, Joined: people + 2}
	for i, p := range session.StandardPoles(session.Dutch) {
		key := string(rune('a' + i))
		now := around(session.Question{Key: key + "/now", Low: p.Left, High: p.Right, Min: 1, Max: 7}, 2.2+float64(i*5%4))
		wanted := around(session.Question{Key: key + "/wanted", Low: p.Left, High: p.Right, Min: 1, Max: 7}, 5.5-float64(i%3))
		tensions.Questions = append(tensions.Questions, now, wanted)
		tensions.Gaps = append(tensions.Gaps, session.Gap{From: now.Key, To: wanted.Key, N: people, Mean: wanted.Mean - now.Mean})
	}
	again := tensions
	again.Activity, again.Title, again.Of = "again", "Nog een keer, aan het eind", "poles"
	again.Shifts = []session.Gap{{From: "a/now", To: "a/now", N: people, Mean: .64}, {From: "a/wanted", To: "a/wanted", N: people, Mean: -.02}}
	rate := session.Outcome{Activity: "rate", Kind: session.Rate, Sheets: people, Joined: people + 2, Rating: &session.Rating{Importance: 7.9, Presence: 5.6}}
	for i, o := range sum.Vote.Options[:min(len(sum.Vote.Options), 6)] {
		v := session.RatedValue{ID: o.ID, Name: o.Name, N: people, DontKnow: i % 2, Importance: 8.8 - .3*float64(i), Presence: 3.1 + .9*float64(i)}
		v.Gap = v.Importance - v.Presence
		v.Quadrant = []session.Quadrant{session.WorkOn, session.WorkOn, session.WorkOn, session.Keep, session.ToSpare, session.ToSpare}[i]
		v.Apart = ratedApart(people, v, i == 3)
		rate.Rating.Values = append(rate.Rating.Values, v)
	}
	sum.Outcomes = []session.Outcome{
		check("in", session.CheckIn, "energy", 3.2, true), tensions, rate, again, check("out", session.CheckOut, "usefulness", 4.2, false),
	}
	return sum
}

// ratedApart is how two groups rated a value; unsure leaves too few of them who know how present it is.
func ratedApart(people int, v session.RatedValue, unsure bool) *session.RatedApart {
	apart := func(mean float64) session.AnsweredApart {
		half := people / 2
		if half < session.GroupThreshold {
			return session.AnsweredApart{Reason: session.FewBallots}
		}
		above, below := mean+.4, mean-.4
		return session.AnsweredApart{Groups: []session.AnsweredGroup{
			{Names: []string{"Ondernemers"}, N: half, Mean: &above}, {Names: []string{"HR", "Leidinggevenden"}, N: people - half, Mean: &below},
		}}
	}
	all := session.RatedApart{Importance: apart(v.Importance), Presence: apart(v.Presence)}
	if unsure {
		all.Presence = session.AnsweredApart{Reason: session.SmallGroups}
	}
	return &all
}

func TestAnswers(t *testing.T) {
	sections := func(sum session.Summary, lang session.Lang) (titles []string) {
		for _, s := range Outline(sum, options(lang)).Sections {
			titles = append(titles, s.Title)
		}
		return titles
	}
	has := func(list []string, title string) bool { return strings.Contains(strings.Join(list, "\n"), title) }

	t.Run("page one names the largest gap, when there is one", func(t *testing.T) {
		got := blocksOf[Widest](Outline(rooms()["asked"], options(session.Dutch)))
		if from := rooms()["asked"].Outcomes[2].Rating.Values[0]; len(got) != 1 || got[0].Name != from.Name || got[0].Text != "Belang 8,8, vandaag aanwezig 3,1. Hier is het meeste te winnen." {
			t.Errorf("it says %q", got)
		}
		sum := inAnswers(inspiration.summary(), 12)
		for i := range sum.Outcomes[2].Rating.Values {
			sum.Outcomes[2].Rating.Values[i].Gap = -.5
		}
		if got := blocksOf[Widest](Outline(sum, options(session.Dutch))); len(got) > 0 {
			t.Errorf("nothing is missing, and it says %q", got)
		}
	})
	t.Run("tensions that were asked twice are told once: as they are now, with where they were", func(t *testing.T) {
		sum := rooms()["asked"]
		got := blocksOf[Poles](Outline(sum, options(session.Dutch)))
		if len(got) != len(sum.Outcomes[1].Gaps) || got[0].Was == nil || got[0].Note != "verschoven: nu +0,6, gewenst 0,0, bij 38 mensen" {
			t.Errorf("%+v", got)
		}
	})
	t.Run("what nobody answered is not in the report", func(t *testing.T) {
		sum := inAnswers(inspiration.summary(), 0)
		for _, title := range []string{dutch.asked.rate, dutch.asked.tensions, dutch.asked.checks} {
			if has(sections(sum, session.Dutch), title) {
				t.Errorf("there is a section %q", title)
			}
		}
		mustPDF(t, sum, options(session.Dutch))
	})
	t.Run("one answer, a value that nobody rated and a question left open make a report without anything that is not a number", func(t *testing.T) {
		sum := inAnswers(inspiration.summary(), 1)
		sum.Outcomes[1].Questions[0] = session.Answered{Question: sum.Outcomes[1].Questions[0].Question, Counts: make([]int, 7)}
		sum.Outcomes[2].Rating.Values[5] = session.RatedValue{ID: "x", Name: "Rust"}
		sum.Outcomes[3].Questions = nil
		if text := Outline(sum, options(session.English)).String(); strings.Contains(text, "NaN") || !strings.Contains(text, english.asked.rateFew) {
			t.Error(text)
		}
		mustPDF(t, sum, options(session.English))
	})
	t.Run("words that were not shown are not told", func(t *testing.T) {
		sum := inAnswers(inspiration.summary(), 12)
		sum.Outcomes[4].Questions[0].Texts = []session.ReadText{{Text: "Kees", Count: 1}}
		if text := Outline(sum, options(session.Dutch)).String(); strings.Contains(text, "Kees") || !strings.Contains(text, dutch.asked.noWords) {
			t.Error("they are")
		}
	})
	t.Run("names in the matrix cover neither one another nor a value", func(t *testing.T) {
		plot := rect{20, 50, 150, 86}
		random := rand.New(rand.NewPCG(3, 4))
		for range 200 {
			n := 1 + random.IntN(15)
			at, sizes := make([][2]float64, n), make([][2]float64, n)
			for i := range n {
				at[i] = [2]float64{plot.x + plot.w*random.Float64(), plot.y + plot.h*random.Float64()*random.Float64()}
				sizes[i] = [2]float64{8 + 38*random.Float64(), 4.2 * float64(1+random.IntN(2))}
			}
			labels := placed(plot, at, sizes)
			for i, a := range labels {
				if a.w == 0 {
					t.Fatalf("no place for name %d of %d", i, n)
				}
				if !plot.holds(a) {
					t.Fatalf("%v lies outside", a)
				}
				for j := range n {
					if j > i && a.meets(labels[j]) || a.meets(rect{at[j][0] - spotRadius, at[j][1] - spotRadius, 2 * spotRadius, 2 * spotRadius}) {
						t.Fatalf("name %d is covered", i)
					}
				}
			}
		}
	})
}
