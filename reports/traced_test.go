package reports

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"verbindend/session"
)

// blocksOf gives all blocks of a type in a document.
func thoseOf[T Block](d Document) (list []T) {
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if one, is := b.(T); is {
				list = append(list, one)
			}
		}
	}
	return list
}

func TestAddition(t *testing.T) {
	t.Run("whatever was counted, the parts of every line are its total, and none is less than nothing", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			n := func(what string, most int) int { return rapid.IntRange(0, most).Draw(t, what) }
			sum := session.Summary{Version: 1, Lang: session.Dutch, Final: true, StartedAt: noon}
			c := &sum.Counts
			c.Joined = n("joined", 300)
			c.Wrote = n("wrote", c.Joined)
			c.Hidden = n("hidden", 9)
			for i := range n("clusters", 8) {
				k := session.ClusterSummary{ID: string(rune('a' + i)), Name: "Waarde", Cards: 1 + n("cards", 30), Parked: rapid.Bool().Draw(t, "parked")}
				c.Cards += k.Cards
				sum.Clusters = append(sum.Clusters, k)
			}
			if rapid.Bool().Draw(t, "vote") {
				v := &session.Result{Joined: c.Joined, Dots: 3 + n("dots", 4), PerOption: 2, Options: []session.OptionResult{{ID: "a", Name: "Waarde"}}}
				v.Ballots = n("ballots", v.Joined)
				v.Paper = n("paper", v.Ballots)
				v.DotsPlaced = n("placed", v.Ballots*v.Dots)
				sum.Vote, c.Voted = v, v.Ballots
			}
			for _, lang := range []session.Lang{session.Dutch, session.English} {
				for _, block := range thoseOf[Addition](Outline(sum, options(lang))) {
					for _, line := range block.Rows {
						total := 0
						for _, p := range line.Parts {
							total += p.N
							if p.N < 0 || !strings.HasPrefix(p.Text, textsIn(lang).number(p.N)+" ") {
								t.Fatalf("%q is told as %d", p.Text, p.N)
							}
						}
						if total != line.Total.N || !strings.HasPrefix(line.Total.Text, textsIn(lang).number(total)+" ") {
							t.Fatalf("%s %s adds up to %d", line.Total.Text, line.Equals(), total)
						}
					}
				}
			}
		})
	})
	t.Run("where tables shared a phone, phones wrote and phones did not: nobody is told to have written nothing", func(t *testing.T) {
		sum := inspiration.summary()
		sum.Counts.Joined, sum.Counts.Phones, sum.Counts.Wrote = 31, 8, 7
		line := thoseOf[Addition](Outline(sum, options(session.Dutch)))[0].Rows[0]
		if got := line.Total.Text + " " + line.Equals(); got != "8 telefoons = 7 schreven een kaartje + 1 schreef niets" {
			t.Errorf("told as %q", got)
		}
	})
	t.Run("while nothing may be known, nothing is added up", func(t *testing.T) {
		sum := session.Summary{Version: 1, Lang: session.Dutch, StartedAt: noon, Counts: session.Counts{Joined: 9}}
		if got := thoseOf[Addition](Outline(sum, options(session.Dutch))); len(got) > 0 {
			t.Error(got)
		}
	})
}

func TestTrace(t *testing.T) {
	sum := inspiration.summary()
	first := sum.Clusters[0]
	sum.Formulations = []session.Formulation{{Value: first.ID, Name: "In eigen woorden", Phrasing: session.Phrasing{Sentence: "Wij doen wat we zeggen."}}}
	t.Run("leads from a sentence to the value, its cards with their counts, and what it got", func(t *testing.T) {
		for _, lang := range []session.Lang{session.Dutch, session.English} {
			traces := thoseOf[Trace](Outline(sum, options(lang)))
			if len(traces) != 1 || len(traces[0].Rows) != 1 {
				t.Fatal(traces)
			}
			row, words := traces[0].Rows[0], textsIn(lang)
			if row.Name != "In eigen woorden" || !strings.HasPrefix(row.Cards, words.count(first.Cards, words.cards)) || !strings.Contains(row.Cards, first.Name) {
				t.Errorf("%+v", row)
			}
			if !strings.Contains(row.Said(), first.Words[0].Text+"\u00a0"+words.number(first.Words[0].Count)+"×") {
				t.Errorf("the words are %q", row.Said())
			}
			for _, o := range sum.Vote.Options {
				if o.ID == first.ID && (!strings.Contains(row.Vote, words.count(o.Dots, words.dots)) || !strings.Contains(row.Vote, words.number(o.Rank)) ||
					!strings.Contains(row.Vote, " "+words.number(o.Voters)+" ")) {
					t.Errorf("the vote is told as %q of %+v", row.Vote, o)
				}
			}
		}
	})
	t.Run("tells what there is of a value that nobody voted on, and of one whose cards are gone", func(t *testing.T) {
		bare := sum
		bare.Vote, bare.Comparison = nil, nil
		if row := thoseOf[Trace](Outline(bare, options(session.Dutch)))[0].Rows[0]; row.Vote != "" || row.Cards == "" {
			t.Errorf("%+v", row)
		}
		bare.Clusters = nil
		if got := thoseOf[Trace](Outline(bare, options(session.Dutch))); len(got) > 0 {
			t.Errorf("there is nothing to lead to: %+v", got)
		}
	})
}

func TestMinorityIsTold(t *testing.T) {
	sum := inspiration.summary()
	for i := range sum.Vote.Options {
		o := &sum.Vote.Options[i]
		if i == len(sum.Vote.Options)-1 {
			o.Voters, o.Dots, o.InTop = 4, 8, false
		}
	}
	sum.Vote.PerOption = 2
	got := thoseOf[Minority](Outline(sum, options(session.Dutch)))
	last := sum.Vote.Options[len(sum.Vote.Options)-1]
	if len(got) != 1 || !strings.Contains(got[0].String(), last.Name+": 8 stippen van 4 mensen") {
		t.Errorf("%v", got)
	}
}

func TestMarkInPDF(t *testing.T) {
	sum := inspiration.summary()
	var file bytes.Buffer
	if err := PDF(&file, sum, options(session.Dutch)); err != nil {
		t.Fatal(err)
	}
	if got := bytes.Count(file.Bytes(), []byte("sha256:"+sum.Fingerprint())); got != 2 {
		t.Errorf("the fingerprint of the results is %d times in the file's metadata, want it in both kinds", got)
	}
}
