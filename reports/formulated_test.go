package reports

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbindend/session"
)

// inWords puts the first values of a room into words; the third lacks a counter-behaviour. The room was asked about all but the last.
func inWords(sum session.Summary, values int) session.Summary {
	consent := session.Outcome{Activity: "agree", Kind: session.Consent, Sheets: 32, Joined: 40}
	for i, c := range sum.Clusters[:min(len(sum.Clusters), values)] {
		f := session.Formulation{Value: c.ID, Name: c.Name, Table: i%3 + 1, Lacks: []session.Lack{}}
		f.Sentence = fmt.Sprintf("Wij kiezen voor %s, ook als het druk is en juist als we het niet met elkaar eens zijn.", c.Name)
		f.When = []string{"we eerst vragen wat de ander nodig heeft", "iemand hardop zegt dat het anders kan, en daarvoor wordt bedankt", "we terugkomen op wat we beloofden"}[:2+i%2]
		f.Unless = "we besluiten terwijl de mensen om wie het gaat er niet bij zijn"
		if i == 2 {
			f.Unless, f.Lacks = "", append(f.Lacks, session.LacksCounter)
		}
		if sum.Vote != nil {
			for _, o := range sum.Vote.Options {
				if o.ID == c.ID {
					f.Support = &session.Backing{Voters: o.Voters, Ballots: sum.Vote.Ballots}
				}
			}
		}
		if f.Support == nil {
			f.Lacks = append(f.Lacks, session.LacksSupport)
		}
		q := session.Question{Key: c.ID + "/consent", Label: f.Name, Text: f.Whole(), Min: session.Agrees, Max: session.HasConcerns}
		if i == 1 {
			q.Text = "Wij zeiden het eerst anders."
		}
		if i < values-1 {
			consent.Questions = append(consent.Questions, session.Answered{Question: q, N: 32, Counts: []int{25 - i, 6 + i, 1}})
		}
		sum.Formulations = append(sum.Formulations, f)
	}
	sum.Outcomes = append(slices.Clone(sum.Outcomes), consent)
	return sum
}

// nastyWords has what people and their phones send in every part of a text.
func nastyWords() session.Summary {
	sum := inWords(nastyRoom("Woorden"), len(nasty))
	for i := range sum.Formulations {
		text := func(n int) string { return nasty[(i+n)%len(nasty)] }
		sum.Formulations[i].Phrasing = session.Phrasing{Sentence: text(0), When: []string{text(1), text(2), text(3)}, Unless: text(4)}
	}
	return sum
}

func TestWhatTheRoomChose(t *testing.T) {
	note := func(t *testing.T, lang session.Lang, table int, room *session.RoomChoice) string {
		t.Helper()
		sum := inWords(inspiration.summary(), 4)
		sum.Formulations[0].Room, sum.Formulations[0].Table = room, table
		for _, n := range blocksOf[Formulated](Outline(sum, options(lang)))[0].Notes {
			if strings.Contains(n, "zaal") || strings.Contains(n, "room") {
				return n
			}
		}
		return ""
	}
	drafts := []session.DraftCount{{Table: 1, N: 2}, {Table: 3, N: 5}}
	for sentence, step := range map[string]struct {
		lang  session.Lang
		table int
		room  *session.RoomChoice
		want  string
	}{
		"nothing when it was not asked": {session.Dutch, 3, nil, ""},
		"the text with the most, in counts": {
			session.Dutch, 3, &session.RoomChoice{Chosen: 8, Joined: 9, None: 1, Drafts: drafts, Best: []int{3}},
			"De zaal koos de tekst van tafel 3. Van 8 mensen: tafel 1: 2, tafel 3: 5 en geen voorkeur: 1.",
		},
		"and that the facilitator settled on another": {
			session.English, 1, &session.RoomChoice{Chosen: 7, Joined: 9, Drafts: drafts, Best: []int{3}},
			"The room chose the text of table 3. Of 7 people: table 1: 2 and table 3: 5. The facilitator chose otherwise.",
		},
		"a tie as one": {
			session.Dutch, 1, &session.RoomChoice{Chosen: 4, Joined: 9, Drafts: []session.DraftCount{{Table: 1, N: 2}, {Table: 3, N: 2}}, Best: []int{1, 3}},
			"De zaal koos de teksten van tafel 1 en 3 even vaak. Van 4 mensen: tafel 1: 2 en tafel 3: 2.",
		},
		"that nobody preferred any": {
			session.English, 1, &session.RoomChoice{Chosen: 2, Joined: 9, None: 2, Drafts: drafts, Best: []int{}},
			"The room could choose; 2 people had no preference.",
		},
		"that nobody chose": {session.Dutch, 1, &session.RoomChoice{Joined: 9, Drafts: drafts, Best: []int{}}, "De zaal mocht kiezen; niemand deed dat."},
	} {
		t.Run("the report tells "+sentence, func(t *testing.T) {
			if got := note(t, step.lang, step.table, step.room); got != step.want {
				t.Errorf("says %q", got)
			}
		})
	}
}

func TestFormulated(t *testing.T) {
	sum := inWords(inspiration.summary(), 4)
	d := Outline(sum, options(session.Dutch))
	blocks := blocksOf[Formulated](d)

	t.Run("each value has its words, its support and what the room said of it", func(t *testing.T) {
		if len(blocks) != 4 {
			t.Fatal(len(blocks), "values")
		}
		f, from := blocks[0], sum.Formulations[0]
		want := fmt.Sprintf("Steun: %d mensen, bij 40 stembiljetten.", from.Support.Voters)
		if f.Sentence != from.Sentence || !slices.Equal(f.When, from.When) || f.Unless != from.Unless || f.Notes[0] != want {
			t.Error(f)
		}
		if f.Notes[1] != "Kunnen we hiermee leven? 25 akkoord, 6 akkoord met een wijziging en 1 met een zorg." || f.Lacking != "" {
			t.Error(f)
		}
	})
	t.Run("a text that was edited after the check says so, and one that was not asked about says nothing of it", func(t *testing.T) {
		if !strings.HasSuffix(blocks[1].Notes[1], "Daarna is de tekst nog gewijzigd.") || strings.Contains(blocks[3].String(), "hiermee leven") {
			t.Error(blocks[1], blocks[3])
		}
	})
	t.Run("what a value lacks is said", func(t *testing.T) {
		if blocks[2].Lacking != "Hier ontbreekt nog: één keer ‘wij zien dit niet wanneer’." || strings.Contains(blocks[2].String(), "−") {
			t.Error(blocks[2])
		}
	})
	t.Run("page one has the sentences, by place, and names the top values that have none", func(t *testing.T) {
		page := blocksOf[Sentences](d)
		if len(page) != 1 || len(page[0].Rows) != 4 || len(blocksOf[Values](d)) != 0 {
			t.Fatal(page)
		}
		if !slices.IsSortedFunc(page[0].Rows, func(a, b SentenceRow) int { return strings.Compare(a.Numeral, b.Numeral) }) {
			t.Error(page[0])
		}
		text := page[0].String()
		for _, o := range sum.Vote.Options {
			if o.InTop && !strings.Contains(text, o.Name) {
				t.Error(o.Name, "is not on page one:", text)
			}
		}
	})
	t.Run("page one holds six, and says how many more there are", func(t *testing.T) {
		page := blocksOf[Sentences](Outline(inWords(inspiration.summary(), 9), options(session.English)))[0]
		if len(page.Rows) != 6 || page.More[0] != "And 3 values more in words, further on." {
			t.Error(page)
		}
	})
	t.Run("a value without a sentence leaves page one as it was", func(t *testing.T) {
		sum := inWords(inspiration.summary(), 1)
		sum.Formulations[0].Sentence = ""
		sum.Formulations[0].Lacks = []session.Lack{session.LacksSentence, session.LacksSupport}
		d := Outline(sum, options(session.Dutch))
		if len(blocksOf[Values](d)) != 1 || blocksOf[Formulated](d)[0].Lacking != "Hier ontbreekt nog: een zin en steun uit de stemming." {
			t.Error(d)
		}
	})
	t.Run("six sentences stand whole on page one, whatever their length and whatever else stands there", func(t *testing.T) {
		answered := inAnswers(inspiration.summary(), 38)
		for _, sum := range []session.Summary{answered, committed(answered, 9), room{people: 31, clusters: 9, title: "Waarden", seed: 4}.summary()} {
			for _, length := range []int{66, 72, 154, 166, session.MaxSentence} {
				sum := inWords(sum, 6)
				for i := range sum.Formulations {
					sum.Formulations[i].Sentence = strings.Repeat("samen ", length/6-1) + fmt.Sprintf("einde%d", i)
				}
				page := tool(t, "pdftotext", "-l", "1", onDisk(t, mustPDF(t, sum, options(session.Dutch))), "-")
				for i := range sum.Formulations {
					if !strings.Contains(page, fmt.Sprintf("einde%d", i)) {
						t.Error("of", length, "characters, sentence", i, "is cut:", page)
					}
				}
			}
		}
	})
	t.Run("a session without texts says nothing of them", func(t *testing.T) {
		if text := Outline(inspiration.summary(), options(session.Dutch)).String(); strings.Contains(text, dutch.formulated.title) {
			t.Error(text)
		}
	})
}
