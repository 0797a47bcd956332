package simulate

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"verbindend/session"
)

// A poll is one round: what could be chosen, and the last ballot of each person who voted, on paper too.
type poll struct {
	method  session.Method
	options []string // ids
	ballots []map[string]int
}

// supporters counts who is for an option, where ballots say so: who only put values in order has not said that.
func (p poll) supporters(option string) (n int, says bool) {
	least := 1
	switch p.method {
	case session.ByRank:
		return 0, false
	case session.ByScore:
		least = session.SupportScore
	}
	for _, ballot := range p.ballots {
		if ballot[option] >= least {
			n++
		}
	}
	return n, slices.Contains(p.options, option)
}

// last gives the last round; one without ballots when nothing was voted on.
func (p promise) last() poll {
	if len(p.votes) == 0 {
		return poll{}
	}
	return p.votes[len(p.votes)-1]
}

// checkVote compares the rounds of voting: those that another one followed, and the last one.
func checkVote(want promise, got session.Summary, add report) {
	ids := make([]string, len(got.Ballot))
	for i, o := range got.Ballot {
		ids[i] = o.ID
	}
	checkRound(want.last().ballots, ids, got.Ballots, got.Vote, add)
	earlier := want.votes[:max(len(want.votes)-1, 0)]
	add(len(earlier)-len(got.Rounds), len(got.Rounds)-len(earlier), "rounds before the last: %d, and the results have %d", len(earlier), len(got.Rounds))
	for i := range min(len(earlier), len(got.Rounds)) {
		held := got.Rounds[i]
		ids := make([]string, len(held.Ballot))
		for j, o := range held.Ballot {
			ids[j] = o.ID
		}
		of := func(lost, doubled int, what string, args ...any) {
			add(lost, doubled, fmt.Sprintf("round %d: ", i+1)+what, args...)
		}
		checkRound(earlier[i].ballots, ids, held.Ballots, &held.Vote, of)
	}
}

// checkRound compares the ballots of a round, and its result with them.
func checkRound(want []map[string]int, ids []string, got [][]int, result *session.Result, add report) {
	rows := map[string]int{}
	for _, ballot := range want {
		row := make([]int, len(ids))
		placed, sum := 0, 0
		for i, id := range ids {
			row[i] = ballot[id]
			placed += row[i]
		}
		for _, n := range ballot {
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
	checkResult(want, *result, add)
}

// checkResult adds up ballots, in the way of their method, and compares each option.
func checkResult(want []map[string]int, result session.Result, add report) {
	sum, voters, sums := 0, map[string]int{}, map[string]int{}
	for _, ballot := range want {
		for id, n := range ballot {
			voters[id]++
			sums[id] += n
		}
	}
	for _, o := range result.Options {
		add(voters[o.ID]-o.Voters, o.Voters-voters[o.ID], "people who chose %q: %d, and the results say %d", o.Name, voters[o.ID], o.Voters)
		switch result.Method {
		case session.ByScore:
			checkScores(want, o, add)
		case session.ByRank:
			checkPlaces(want, o, result.Options, add)
		default:
			add(sums[o.ID]-o.Dots, o.Dots-sums[o.ID], "dots on %q: %d, and the results say %d", o.Name, sums[o.ID], o.Dots)
		}
		sum += o.Dots
		delete(sums, o.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(sums)) {
		add(sums[id], 0, "what people gave option %s: %d, and the results do not have it", id, sums[id])
	}
	if sum != result.DotsPlaced {
		add(0, 1, "the dots on all options are %d, and the results say %d", sum, result.DotsPlaced)
	}
}

// checkScores compares how many people gave an option each score, and their mean.
func checkScores(want []map[string]int, got session.OptionResult, add report) {
	counts, n, sum := make([]int, session.BestScore), 0, 0
	for _, ballot := range want {
		if score := ballot[got.ID]; score > 0 {
			counts[score-1]++
			n++
			sum += score
		}
	}
	for i, c := range counts {
		told := 0
		if i < len(got.Counts) {
			told = got.Counts[i]
		}
		add(c-told, told-c, "score %d for %q: %d people, and the results say %d", i+1, got.Name, c, told)
	}
	if mean := meanOf(n, sum); math.Abs(mean-got.Mean) > 1e-4 { // it is told to four decimals
		add(1, 0, "the scores for %q are %g on average, and the results say %g", got.Name, mean, got.Mean)
	}
}

// checkPlaces compares how many people put an option above another, for each that it wins against. What has no place is below all
// that have one.
func checkPlaces(want []map[string]int, got session.OptionResult, all []session.OptionResult, add report) {
	told := map[string]session.Duel{}
	for _, d := range got.Beats {
		told[d.Over] = d
	}
	for _, other := range all {
		above, below := 0, 0
		for _, ballot := range want {
			switch a, b := ballot[got.ID], ballot[other.ID]; {
			case a > 0 && (b == 0 || a < b):
				above++
			case b > 0 && (a == 0 || b < a):
				below++
			}
		}
		if above <= below {
			above, below = 0, 0
		}
		if d := told[other.ID]; d.For != above || d.Against != below {
			add(1, 0, "%q above %q: %d to %d, and the results say %d to %d", got.Name, other.Name, above, below, d.For, d.Against)
		}
	}
}
