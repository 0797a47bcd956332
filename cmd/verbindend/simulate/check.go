package simulate

import (
	"fmt"
	"maps"
	"slices"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/session"
)

// A promise is what the server has acknowledged, all phones and the host together.
type promise struct {
	joined  int
	cards   map[string][]string // phone's texts by normalised wording
	writers int                 // phones that have a card
	groups  map[string]int      // by name
	ballots []map[string]int    // the last of each phone that voted, in the last round
	before  []map[string]int    // the same of the round before it, when two were held
	asked   []asked             // the activities that asked

	paperCards, paper int // typed in by the host: cards, and ballots in the last round

	talked, stronger, proposed int // cards from talks, made stronger there, and proposed when the ballot was made clear

	finals []session.SettleText  // with the names that the texts have in the end
	steps  []session.StepSummary // that the room may know
	shared []session.Intention   // personal steps that the room may know
	crowd.Arrangement
}

// A finding is one thing about which the results break the promise.
type finding struct {
	lost    int // acknowledged, and not in the results
	doubled int // in the results, and nobody's or once too often
	what    string
}

// check compares the results with what was promised. It finds nothing in honest results.
func check(want promise, got session.Summary) []finding {
	var found []finding
	add := func(lost, doubled int, what string, args ...any) {
		if lost > 0 || doubled > 0 {
			found = append(found, finding{max(lost, 0), max(doubled, 0), fmt.Sprintf(what, args...)})
		}
	}
	if !got.Final {
		add(1, 0, "the end of the session: the results are still provisional")
	}
	checkCards(want, got, add)
	checkArrangement(want, got, add)
	checkVote(want, got, add)
	checkSheets(want, got, add)
	checkTalks(want, got, add)
	checkFinals(want, got, add)
	checkSteps(want, got, add)
	for _, c := range []struct {
		what      string
		want, got int
	}{
		{"people who joined", want.joined, got.Counts.Joined},
		{"people who wrote", want.writers, got.Counts.Wrote},
		{"cards on paper", want.paperCards, got.Counts.PaperCards},
		{"ballots on paper", want.paper, got.Counts.Paper},
		{"people who voted", len(want.ballots), got.Counts.Voted},
	} {
		add(c.want-c.got, c.got-c.want, "%s: %d, and the results say %d", c.what, c.want, c.got)
	}
	for _, g := range got.Groups { // small groups are hidden on purpose
		n := want.groups[g.Name]
		add(n-g.Joined, g.Joined-n, "group %q: %d chose it, and the results say %d", g.Name, n, g.Joined)
	}
	return found
}

// report takes one comparison: how many were lost, how many are too many, and what they are.
type report func(lost, doubled int, what string, args ...any)

func checkCards(want promise, got session.Summary, add report) {
	counts := map[string]int{}
	for _, c := range got.Clusters {
		for _, w := range c.Words {
			norm := session.Normalise(w.Text)
			counts[norm] += w.Count
			if texts := want.cards[norm]; len(texts) > 0 && !slices.Contains(texts, session.Clean(w.Text)) {
				add(0, 1, "nobody wrote %q like that", w.Text)
			}
		}
	}
	norms := maps.Clone(counts)
	for norm, texts := range want.cards {
		norms[norm] = len(texts)
	}
	for _, norm := range slices.Sorted(maps.Keys(norms)) {
		n, m := len(want.cards[norm]), counts[norm]
		add(n-m, m-n, "cards %q: %d are kept, and the results have %d", norm, n, m)
	}
}

func checkArrangement(want promise, got session.Summary, add report) {
	for _, c := range got.Clusters {
		astray := 0
		for _, w := range c.Words {
			if home, known := want.Homes[session.Normalise(w.Text)]; known && home != c.ID {
				astray++
			}
		}
		add(min(astray, 1), 0, "a merge: %d wordings in cluster %q (%s) belong elsewhere", astray, c.Name, c.ID)
		if name := want.Names[c.ID]; name != "" && name != c.Name {
			add(1, 0, "a name: cluster %s is %q and was called %q", c.ID, c.Name, name)
		}
		if want.Parked[c.ID] != c.Parked {
			add(1, 0, "a decision: cluster %q set aside: %t, and the results say %t", c.Name, want.Parked[c.ID], c.Parked)
		}
	}
}

// checkVote compares the rounds of voting: the last one, and the one before it when there were two.
func checkVote(want promise, got session.Summary, add report) {
	ids := make([]string, len(got.Ballot))
	for i, o := range got.Ballot {
		ids[i] = o.ID
	}
	checkRound(want.ballots, ids, got.Ballots, got.Vote, add)
	rounds := min(len(want.before), 1)
	add(rounds-len(got.Rounds), len(got.Rounds)-rounds, "rounds before the last: %d, and the results have %d", rounds, len(got.Rounds))
	if rounds == 0 || len(got.Rounds) == 0 {
		return
	}
	held := got.Rounds[0]
	ids = nil
	for _, o := range held.Ballot {
		ids = append(ids, o.ID)
	}
	checkRound(want.before, ids, held.Ballots, &held.Vote, add)
}

// checkRound compares the ballots of a round, and its result with them.
func checkRound(want []map[string]int, ids []string, got [][]int, result *session.Result, add report) {
	rows := map[string]int{}
	totals, voters := map[string]int{}, map[string]int{}
	for _, ballot := range want {
		row := make([]int, len(ids))
		placed := 0
		for i, id := range ids {
			row[i] = ballot[id]
			placed += row[i]
		}
		sum := 0
		for id, n := range ballot {
			totals[id] += n
			voters[id]++
			sum += n
		}
		add(min(sum-placed, 1), 0, "a ballot with dots on an option that the results do not have")
		rows[fmt.Sprint(row)]++
	}
	for _, row := range got {
		rows[fmt.Sprint(row)]--
	}
	lost, doubled := 0, 0
	for _, n := range rows {
		lost += max(n, 0)
		doubled += max(-n, 0)
	}
	add(lost, doubled-lost, "ballots: %d that count are not in the results, %d are there that nobody cast last", lost, doubled)
	if result == nil {
		add(min(len(want), 1), 0, "the vote: the results have none")
		return
	}
	sum := 0
	for _, o := range result.Options {
		if result.Method == "" {
			add(totals[o.ID]-o.Dots, o.Dots-totals[o.ID], "dots on %q: %d, and the results say %d", o.Name, totals[o.ID], o.Dots)
		}
		add(voters[o.ID]-o.Voters, o.Voters-voters[o.ID], "people who chose %q: %d, and the results say %d", o.Name, voters[o.ID], o.Voters)
		sum += o.Dots
		delete(totals, o.ID)
	}
	for id, n := range totals {
		add(n, 0, "dots on option %s: %d, and the results do not have it", id, n)
	}
	if sum != result.DotsPlaced {
		add(0, 1, "the dots on all options are %d, and the results say %d", sum, result.DotsPlaced)
	}
}
