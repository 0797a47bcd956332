package reports

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"verbindend/session"
)

// afterRounds is the room of the golden log with three rounds: dots, a run-off over a tie, and scores of what was chosen. Its values get
// names here.
func afterRounds() session.Summary {
	text, err := os.ReadFile("../session/testdata/logs/v1-rounds-sealed.summary.json")
	if err != nil {
		panic(err)
	}
	names := strings.NewReplacer(
		`"name": "a"`, `"name": "Vertrouwen"`, `"name": "b"`, `"name": "Moed"`, `"name": "c"`, `"name": "Rust"`,
		`"name": "d"`, `"name": "Humor"`, `"name": "e"`, `"name": "Zorg"`,
	)
	var sum session.Summary
	if err := json.Unmarshal([]byte(names.Replace(string(text))), &sum); err != nil {
		panic(err)
	}
	sum.Cancelled = []session.CancelledRound{{Round: 4, Ballots: 6}}
	return sum
}

// afterRunoff is the same room before its last round.
func afterRunoff() session.Summary {
	sum := afterRounds()
	last := sum.Rounds[len(sum.Rounds)-1]
	sum.Rounds = sum.Rounds[:len(sum.Rounds)-1]
	sum.Vote, sum.Comparison, sum.Ballots, sum.Cancelled = &last.Vote, last.Comparison, last.Ballots, nil
	sum.Ballot = nil
	for _, o := range last.Ballot {
		sum.Ballot = append(sum.Ballot, session.Option{ID: o.ID, Name: o.Name})
	}
	sum.Counts.Voted, sum.Counts.Paper = last.Vote.Ballots, last.Vote.Paper
	return sum
}

func TestRoundsOfVoting(t *testing.T) {
	lines := func(t *testing.T, sum session.Summary, lang session.Lang) string {
		t.Helper()
		return Outline(sum, options(lang)).String()
	}
	says := func(t *testing.T, text string, all ...string) {
		t.Helper()
		for _, one := range all {
			if !strings.Contains(text, one) {
				t.Errorf("it does not say %q:\n%s", one, text)
			}
		}
	}
	t.Run("each round is told: how it was voted, on what, what went on, what was tied, and which did not count", func(t *testing.T) {
		says(t, lines(t, afterRounds(), session.Dutch), "De stemrondes",
			"Ronde 1, met stippen over alle waarden: 9 stembiljetten. Door gingen Vertrouwen, Moed, Rust en Humor. Bij de grens stonden Rust en Humor gelijk.",
			"Ronde 2, op volgorde over wat gelijk stond: 10 stembiljetten. Door gingen Vertrouwen, Moed en Humor.",
			"Ronde 3, met cijfers van 1 tot 5 over de top: 9 stembiljetten.",
			"Ronde 4 is overgedaan en telt niet mee. Er lagen toen 6 stembiljetten.")
	})
	t.Run("a run-off tells on page one what went on by both rounds, and who wins against whom", func(t *testing.T) {
		text := lines(t, afterRunoff(), session.Dutch)
		front, rest, _ := strings.Cut(text, textsIn(session.Dutch).story)
		says(t, front, "Vertrouwen", "Moed", "Humor", "wint van Rust met")
		if strings.Contains(front, "Zorg") {
			t.Error("a value that lost is on page one")
		}
		says(t, rest, "Van de stembiljetten vulde de begeleider er 1 in vanaf papier.", "Blind stemmen op volgorde", "Schulze", textsIn(session.Dutch).noCompare[session.RankedBallot])
	})
	t.Run("the way back from a sentence leads to the round in which its value won, also before a run-off", func(t *testing.T) {
		sum := afterRunoff()
		won := sum.Rounds[0].Vote.Options[0]
		sum.Formulations = []session.Formulation{{Value: won.ID, Name: won.Name, Phrasing: session.Phrasing{Sentence: "Wij doen wat we zeggen."}}}
		if got := thoseOf[Trace](Outline(sum, options(session.Dutch)))[0].Rows[0].Vote; got != "plaats 1 · 9 stippen van 9 van de 9 mensen · vrijwel zeker in de top" {
			t.Errorf("told as %q", got)
		}
	})
	t.Run("a second round in which nobody voted leaves page one what the first one chose", func(t *testing.T) {
		sum := afterRounds()
		v := *sum.Vote
		v.Ballots, v.Certainty = 0, nil
		v.Options = nil
		for _, o := range sum.Vote.Options {
			v.Options = append(v.Options, session.OptionResult{ID: o.ID, Name: o.Name, Rank: 1, InTop: true, Counts: make([]int, session.BestScore)})
		}
		sum.Vote, sum.Ballots, sum.Counts.Voted = &v, nil, 0
		front, _, _ := strings.Cut(lines(t, sum, session.Dutch), textsIn(session.Dutch).story)
		says(t, front, textsIn(session.Dutch).carries, "Vertrouwen", "Moed", "Humor")
	})
	t.Run("scores are told as means of how many people, in both languages", func(t *testing.T) {
		says(t, lines(t, afterRounds(), session.Dutch), "gemiddeld 5,0 van 9 mensen")
		says(t, lines(t, afterRounds(), session.English), "mean 5.0 of 9 people", "The rounds of voting")
	})
	t.Run("rounds with numbers that no room gave them are told as they are, and the report ends", func(t *testing.T) {
		sum := afterRounds()
		sum.Cancelled = []session.CancelledRound{{Round: 0, Ballots: 1}, {Round: 1 << 62, Ballots: 2}}
		says(t, lines(t, sum, session.Dutch), "Ronde 0 is overgedaan", "Ronde 1, met stippen", "Er lagen toen 2 stembiljetten.")
	})
	t.Run("with one round there is no list of rounds", func(t *testing.T) {
		if strings.Contains(lines(t, inspiration.summary(), session.Dutch), "De stemrondes") {
			t.Error("it lists one round")
		}
	})
	t.Run("the bars of scores and of a ranking are drawn, as long as what they are told to be", func(t *testing.T) {
		for name, sum := range map[string]session.Summary{"scores": afterRounds(), "a ranking": afterRunoff()} {
			first, drawn := 0.0, 0
			for _, section := range Outline(sum, options(session.Dutch)).Sections {
				for _, block := range section.Blocks {
					bar, is := block.(Bar)
					if !is {
						continue
					}
					if drawn == 0 {
						first = bar.long()
					}
					drawn++
					if bar.Share > 0 && bar.long() < 1 || bar.long() > first {
						t.Errorf("%s: the bar of %s, %s, is %g mm long, and the first %g", name, bar.Name, bar.Label, bar.long(), first)
					}
				}
			}
			if drawn < 2 || first < 20 {
				t.Errorf("%s: %d bars, the first of %g mm", name, drawn, first)
			}
		}
	})
	t.Run("when the last round put values in order, the groups are told of the round before", func(t *testing.T) {
		sum := full()
		ranked := *sum.Vote
		ranked.Round, ranked.Method, ranked.Among, ranked.Of = 2, session.ByRank, session.AmongTop, 1
		ranked.Options = slices.Clone(ranked.Options[:3])
		for i := range ranked.Options {
			ranked.Options[i].Dots = 0
		}
		sum.Rounds = []session.HeldRound{{Vote: *sum.Vote, Comparison: sum.Comparison}}
		before := lines(t, full(), session.Dutch)
		sum.Vote, sum.Comparison = &ranked, &session.Comparison{Reason: session.RankedBallot}
		text := lines(t, sum, session.Dutch)
		says(t, text, "gaven een stip? Bovenaan staan de waarden die alle groepen dragen: die verbinden. Dit gaat over ronde 1.")
		_, groups, _ := strings.Cut(before, "crossing: ")
		groups, _, _ = strings.Cut(groups, "\n")
		says(t, text, "crossing: "+groups)
	})
	t.Run("to carry a value by score is to give it a 4 or a 5, and its support says nothing of dots", func(t *testing.T) {
		sum := full()
		sum.Vote.Method = session.ByScore
		says(t, lines(t, sum, session.Dutch), "gaven een 4 of een 5?")
		says(t, lines(t, sum, session.English), "gave a 4 or a 5?")
	})
	t.Run("where tables share a phone, what is answered and written is counted by phone, and ballots by people", func(t *testing.T) {
		sum := full()
		sum.Counts.Phones = sum.Counts.Joined - 6
		text := lines(t, sum, session.Dutch)
		says(t, text, "telefoons antwoordden", fmt.Sprintf("%d telefoons = ", sum.Counts.Phones))
		if strings.Contains(text, "mensen antwoordden") || strings.Contains(text, fmt.Sprintf("%d deelnemers = ", sum.Counts.Joined)) {
			t.Errorf("phones are told of as people:\n%s", text)
		}
		says(t, lines(t, sum, session.English), "phones answered")
	})
}
