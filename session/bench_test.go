//go:build unix

package session

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// 500 ballots on 15 options, resampled 2,000 times: what a large room waits for at the reveal.
func BenchmarkBootstrap(b *testing.B) {
	rows := votes(500, 15, 1)
	for b.Loop() {
		if Bootstrap(rows, 5, 1) == nil {
			b.Fatal("nothing")
		}
	}
}

// The same by each method, on as many options as it takes, in parts of the 300 ms that it may take.
func BenchmarkBootstrapByMethod(b *testing.B) {
	const bound = 300 * time.Millisecond
	for m, options := range map[Method]int{ByDots: 15, ByScore: MaxScored, ByRank: MaxRanked} {
		random := rand.New(rand.NewPCG(1, 2))
		rows := votes(500, options, 1)
		for _, row := range rows {
			for j := range row {
				switch m {
				case ByScore:
					row[j] = random.IntN(6)
				case ByRank:
					row[j] = random.IntN(options + 1)
				}
			}
		}
		b.Run(string(m), func(b *testing.B) {
			within(b, bound, func() {
				if (Counting{Method: m, Top: 3}).Bootstrap(rows, 1) == nil {
					b.Fatal("nothing")
				}
			})
		})
	}
}

// Five groups of 400 people on 30 options: what is laid beside each other, and what was chosen together.
func BenchmarkCompare(b *testing.B) {
	ids := make([]string, 30)
	for i := range ids {
		ids[i] = fmt.Sprint("c", i)
	}
	var groups []ComparedGroup
	var ballots [][][]int
	for g := range 5 {
		groups = append(groups, ComparedGroup{[]string{fmt.Sprint(g)}, 400})
		ballots = append(ballots, votes(400, len(ids), uint64(g)))
	}
	for b.Loop() {
		if len(Compare(groups, ids, ballots).Values) == 0 || ChosenTogether(ids, ballots[0], GroupThreshold) == nil {
			b.Fatal("nothing")
		}
	}
}

// large is a session of 2,000 people who wrote 3,000 cards, now being clustered.
func large(b *testing.B) *room {
	b.Helper()
	r := lobby(b)
	r.lawless = true
	crowd := r.crowd(2000)
	r.opened(Write)
	for i := range 3000 {
		r.write(crowd[i%2000], fmt.Sprintf("waarde %d", i%900))
	}
	r.opened(Cluster)
	r.s.Touched()
	return r
}

// Everything a screen sees, as for its first frame.
func BenchmarkViewFull(b *testing.B) {
	r := large(b)
	for b.Loop() {
		if _, err := json.Marshal(r.s.View(Viewer{Role: Screen}).Items); err != nil {
			b.Fatal(err)
		}
	}
}

// Everything the host sees of a vote of 2,000 people in two groups on 900 options, revealed.
func BenchmarkViewRevealed(b *testing.B) {
	r := large(b)
	r.opened(Vote)
	for i, who := range r.s.people.order {
		option := func(i int) string { return r.s.vote.frozen.Options[i].ID }
		r.do(who, ChooseGroup{[]string{"g1", "g2"}[i%2]}).done()
		r.do(who, CastBallot{Round: 1, Dots: map[string]int{option(i % 7): 1, option(7 + i%800): 1}}).done()
	}
	r.opened(Reveal).do(host, r.s.Calculation()()).done()
	for b.Loop() {
		if _, err := json.Marshal(r.s.View(Viewer{Role: Host}).Items); err != nil {
			b.Fatal(err)
		}
	}
}

// What 2,000 voters leave on the room's goroutine when the work is handed out.
func BenchmarkCalculationHandedOut(b *testing.B) {
	r, crowd := ballotOf(b, 1, "a", "b", "c")
	r.lawless = true
	for i := range 2000 {
		who := PersonID(fmt.Sprint("voter-", i))
		r.with(who).do(who, ChooseGroup{[]string{"g1", "g2"}[i%2]}).cast(who, map[string]int{"a": 1, "b": 1})
	}
	r.cast(crowd[0], map[string]int{"a": 1}).do(host, CloseActivity{}).done()
	for b.Loop() {
		if r.s.Calculation() == nil {
			b.Fatal("nothing is due")
		}
	}
}

// syllables makes words that resemble each other and never are the same.
func syllables(n int) string {
	list := []string{"ver", "trou", "wen", "eer", "lijk", "heid", "open", "zorg", "zaam", "moed", "rust", "kracht", "sa", "men", "werk", "ing"}
	var text strings.Builder
	for n += 16; n > 0; n /= 16 {
		text.WriteString(list[n%16])
	}
	return text.String()
}

// varied is a session whose cards nearly all differ: what suggestions have the most work with.
func varied(b *testing.B, cards int) *room {
	b.Helper()
	r := lobby(b)
	r.lawless = true
	crowd := r.crowd(cards)
	r.opened(Write)
	for i, who := range crowd {
		r.write(who, syllables(i))
	}
	return r.opened(Cluster)
}

// The first look at all wordings, when clustering opens, and the list that is made anew after each arrangement. Their ratio to the bound
// is what counts: 100 cards under a second, 2,000 under three.
func BenchmarkSuggest(b *testing.B) {
	for cards, bound := range map[int]time.Duration{100: time.Second, 2000: 3 * time.Second} {
		r := varied(b, cards)
		var norms []string
		for _, c := range r.s.cards.order {
			norms = append(norms, c.norm)
		}
		run := func(name string, do func()) {
			b.Run(fmt.Sprintf("%s/%d", name, cards), func(b *testing.B) {
				for b.Loop() {
					do()
				}
				b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(bound), "of-bound")
				if b.Elapsed()/time.Duration(b.N) > bound {
					b.Fatal("over the bound")
				}
			})
		}
		run("opening", func() { newLexicon(norms) })
		run("list", func() { r.s.suggestionsItem(Host) })
		b.Log(cards, "cards:", len(r.s.suggestions(r.s.shapes())), "suggestions")
	}
}
