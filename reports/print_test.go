package reports

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"verbindend/session"
)

var printTo = flag.String("print", "", "write the reports of the tests to this folder, to look at")

// nasty is what people and their phones send.
var nasty = []string{
	"👩‍👩‍👧‍👦 familie 👍🏽 🇳🇱 1️⃣", "الثقة المتبادلة بين الناس", "אמון הדדי", "ความไว้วางใจ", "信頼と尊敬", "zero\u200bwidth\u200djoin\ufeff",
	"nul\x00teken\x07bel", "<script>alert('x')</script> & <b>vet</b>", "=SUM(A1:A9)", "\xff\xfe kapot \xc3\x28", "%s %d %!v(MISSING) 100%",
	strings.Repeat("lang ", 1000), strings.Repeat("x", 3000), "Z̸̢̛͉̦a̴̧̛͎l̵͙̈́g̴̱̓o̶̡͑", "\u202eomgekeerd\u202c", "regel één\r\nregel twee\ttab", "(haakjes) \\ backslash \\n",
	"Ελευθερία", "Доверие", "Tiếng Việt đầy đủ dấu", "ẞ ĳ ﬁ № ™ ½ → • ✓ □ … ★ ♥ ☺", "", "   ", "\u00a0", "\ufffe\uffff", strings.Repeat("é", 1500), "half \xed\xa0\xbd teken \xed\xb8\x80", strings.Repeat("verbindend ", 20)[:200], strings.Repeat("Verantwoordelijkheid", 10), "https://example.org/" + strings.Repeat("pad/", 60),
}

// nastyRoom has each of these everywhere.
func nastyRoom(title string) session.Summary {
	r := room{people: 26, clusters: len(nasty), voters: 24, title: title, vote: true, seed: 3}
	sum := r.summary()
	for i := range sum.Clusters {
		text := nasty[i%len(nasty)]
		id := sum.Clusters[i].ID
		sum.Clusters[i].Name = text
		sum.Steps = append(sum.Steps, session.StepSummary{Step: session.Step{What: text, First: text, Owner: text, Date: text, Measure: text, Obstacle: text}, Agreed: i%2 == 0})
		sum.Shared = append(sum.Shared, session.Intention{When: text, Then: text})
		for j := range sum.Clusters[i].Words {
			sum.Clusters[i].Words[j].Text = nasty[(i+j)%len(nasty)]
		}
		for j := range sum.Ballot {
			if sum.Ballot[j].ID == id {
				sum.Ballot[j].Name = text
			}
		}
		for j := range sum.Vote.Options {
			if sum.Vote.Options[j].ID == id {
				sum.Vote.Options[j].Name = text
			}
		}
	}
	sum.Groups[0].Name = nasty[0]
	return inGroups(sum, nasty[:2], nasty[7:8], nasty[11:12])
}

// rooms are the reports that are looked at, and that have to be right. Nobody changes them.
var rooms = sync.OnceValue(func() map[string]session.Summary {
	long := inspiration
	long.title = strings.Repeat("Een heel lange titel die maar doorgaat ", 130)
	big := room{people: 300, clusters: 200, voters: 280, title: "Tweehonderd waarden", final: true, vote: true, seed: 5}
	return map[string]session.Summary{
		"vote":      inspiration.summary(),
		"small":     room{people: 6, clusters: 5, voters: 5, title: "Teamdag", final: true, vote: true, seed: 2}.summary(),
		"one":       room{people: 1, clusters: 1, voters: 1, title: "Alleen", final: true, vote: true, seed: 2}.summary(),
		"cards":     room{people: 31, clusters: 17, title: "Wat verbindend leiderschap van ons vraagt", seed: 4}.summary(),
		"lobby":     room{people: 12, title: "Wat verbindend leiderschap van ons vraagt"}.summary(),
		"empty":     room{}.summary(),
		"unvoted":   room{people: 18, clusters: 9, title: "Waarden voor de nieuwe school", final: true, vote: true, seed: 9}.summary(),
		"big":       big.summary(),
		"nasty":     nastyRoom(nasty[0] + nasty[1] + " en hoe het verder gaat"),
		"longname":  longNames(),
		"title":     long.summary(),
		"groups":    inGroups(inspiration.summary(), []string{"Ondernemers"}, []string{"HR en leidinggevenden"}),
		"several":   inGroups(inspiration.summary(), []string{"Ondernemers"}, []string{"HR"}, []string{"Onderwijs", "Zorg en welzijn"}, []string{"Overheid en openbaar bestuur"}),
		"apart":     apart(session.SmallRest),
		"rounds":    afterRounds(),
		"runoff":    afterRunoff(),
		"committed": committed(inspiration.summary(), 24),
		"asked":     inAnswers(inGroups(inspiration.summary(), []string{"Ondernemers"}, []string{"HR en leidinggevenden"}), 38),
		"asked few": inAnswers(room{people: 6, clusters: 5, voters: 5, title: "Teamdag", final: true, vote: true, seed: 2}.summary(), 4),
		"full":      full(),
		"zero":      {},

		"formulated":    inWords(inspiration.summary(), 4),
		"many words":    inWords(committed(inAnswers(inspiration.summary(), 38), 9), 9),
		"nasty words":   nastyWords(),
		"words unvoted": inWords(room{people: 31, clusters: 9, title: "Waarden", seed: 4}.summary(), 3),
	}
})

func longNames() session.Summary {
	sum := inspiration.summary()
	name := "Elkaar laten uitpraten en daarna pas vragen wat iemand nodig heeft, ook als het druk is, ook als we denken dat we het antwoord al weten, en vooral als het gaat over dingen die eerder mis zijn gegaan tussen ons"
	for i := range sum.Vote.Options {
		if i%2 == 0 {
			id := sum.Vote.Options[i].ID
			sum.Vote.Options[i].Name = name
			for j := range sum.Clusters {
				if sum.Clusters[j].ID == id {
					sum.Clusters[j].Name = name
				}
			}
		}
	}
	return sum
}

// TestEveryRoomPrints keeps the reports in the folder that -print names, for eyes.
func TestEveryRoomPrints(t *testing.T) {
	folder := *printTo
	if folder == "" {
		folder = t.TempDir()
	}
	for name, sum := range roomsToDraw() {
		for _, lang := range []session.Lang{session.Dutch, session.English} {
			f, err := os.Create(filepath.Join(folder, name+"-"+string(lang)+".pdf"))
			if err != nil {
				t.Fatal(err)
			}
			if err := PDF(f, sum, options(lang)); err != nil {
				t.Error(name, err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}
