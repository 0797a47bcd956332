package history

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"verbindend/session"
)

// voted checks every round of voting: the last one, and those that it followed on. A round that was cancelled has no ballots.
func voted(f *findings, all map[string]register, got session.Summary) {
	var ids []string
	for _, o := range got.Ballot {
		ids = append(ids, o.ID)
	}
	held := []round{{1, ids, got.Ballots, got.Vote}}
	if got.Vote != nil {
		held[0].number = max(got.Vote.Round, 1)
	}
	for _, before := range got.Rounds {
		ids = nil
		for _, o := range before.Ballot {
			ids = append(ids, o.ID)
		}
		held = append(held, round{max(before.Vote.Round, 1), ids, before.Ballots, &before.Vote})
	}
	there := map[int]bool{}
	for _, c := range got.Cancelled {
		there[c.Round] = true
	}
	for _, r := range held {
		if there[r.number] {
			f.add(Doubled, "round %d is there twice, or was cancelled too", r.number)
		}
		there[r.number] = true
		r.check(f, all)
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		var number int
		if _, err := fmt.Sscanf(name, "ballot/%d/", &number); err != nil || there[number] {
			continue
		}
		if _, none := all[name].ends("")[""]; !none {
			f.add(Lost, "%s, and the results have no round %d", name, number)
		}
	}
	if got.Counts.Voted != len(got.Ballots) {
		f.add(Inexact, "%d ballots, and the results count %d voters", len(got.Ballots), got.Counts.Voted)
	}
}

// round is one round of voting in the results.
type round struct {
	number  int
	options []string
	ballots [][]int
	result  *session.Result
}

// check compares a round. The results hold ballots without names, so there must be a way to hand each row to one seat or paper that
// may have been cast last, with nobody left who must have one.
func (r round) check(f *findings, all map[string]register) {
	var seats []string
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if strings.HasPrefix(name, fmt.Sprintf("ballot/%d/", r.number)) {
			seats = append(seats, name)
		}
	}
	may := make([]map[string]*Call, len(seats))
	for i, name := range seats {
		may[i] = all[name].ends("")
	}
	rows := make([]string, len(r.ballots))
	for i, row := range r.ballots {
		ballot := map[string]int{}
		for j, id := range r.options {
			if j < len(row) {
				ballot[id] = row[j]
			}
		}
		rows[i] = dots(ballot)
	}
	fits := func(seat, row int) bool { _, fine := may[seat][rows[row]]; return fine }
	for _, row := range unmatched(len(rows), len(seats), func(row, seat int) bool { return fits(seat, row) }) {
		f.add(Doubled, "round %d: a ballot %q that nobody cast last, or once too often", r.number, rows[row])
	}
	var must []int
	for i := range seats {
		if _, none := may[i][""]; !none {
			must = append(must, i)
		}
	}
	for _, i := range unmatched(len(must), len(rows), func(m, row int) bool { return fits(must[m], row) }) {
		f.add(Lost, "%s; %s", seats[must[i]], wanted(may[must[i]]))
	}
	r.sums(f)
}

// sums adds the ballots up and compares the result with them.
func (r round) sums(f *findings) {
	if r.result == nil {
		return
	}
	for _, o := range r.result.Options {
		at := slices.Index(r.options, o.ID)
		people, sum, scores := 0, 0, make([]int, session.BestScore)
		for _, row := range r.ballots {
			if at < 0 || at >= len(row) || row[at] == 0 {
				continue
			}
			people++
			sum += row[at]
			if n := row[at]; n <= len(scores) {
				scores[n-1]++
			}
		}
		if people != o.Voters {
			f.add(Inexact, "round %d: %d ballots have %q, and the result says %d people", r.number, people, o.Name, o.Voters)
		}
		if r.result.Method == "" && sum != o.Dots {
			f.add(Inexact, "round %d: the ballots give %q %d dots, and the result says %d", r.number, o.Name, sum, o.Dots)
		}
		if r.result.Method == session.ByScore && !slices.Equal(scores, o.Counts) {
			f.add(Inexact, "round %d: the ballots give %q the scores %v, and the result says %v", r.number, o.Name, scores, o.Counts)
		}
	}
}
