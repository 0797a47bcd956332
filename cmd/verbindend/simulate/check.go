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
	joined  int                 // people; there are fewer phones where tables share one
	phones  int                 // that joined
	cards   map[string][]string // phone's texts by normalised wording
	writers int                 // phones that have a card
	groups  map[string]int      // by name
	votes   []poll              // the rounds, in order
	asked   []asked             // the activities that asked

	seen              int // cards that others saw while people wrote
	paperCards, paper int // typed in by the host: cards, and ballots in the last round

	rooms   map[string]session.RoomChoice // what the room chose between drafts, by value
	groupOf map[int]string                // the group of each phone, by name

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
	checkRooms(want, got, add)
	checkSteps(want, got, add)
	for _, c := range []struct {
		what      string
		want, got int
	}{
		{"people who joined", want.joined, got.Counts.Joined},
		{"phones that joined", want.phones, phonesIn(got.Counts)},
		{"people who wrote", want.writers, got.Counts.Wrote},
		{"cards on paper", want.paperCards, got.Counts.PaperCards},
		{"cards that others saw while people wrote", want.seen, got.Counts.Seen},
		{"ballots on paper", want.paper, got.Counts.Paper},
		{"people who voted", len(want.last().ballots), got.Counts.Voted},
	} {
		add(c.want-c.got, c.got-c.want, "%s: %d, and the results say %d", c.what, c.want, c.got)
	}
	for _, g := range got.Groups { // small groups are hidden on purpose
		n := want.groups[g.Name]
		add(n-g.Joined, g.Joined-n, "group %q: %d chose it, and the results say %d", g.Name, n, g.Joined)
	}
	return found
}

// phonesIn is how many phones joined: it is told where that is another number than people.
func phonesIn(c session.Counts) int {
	if c.Phones > 0 {
		return c.Phones
	}
	return c.Joined
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
