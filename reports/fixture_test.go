package reports

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"verbindend/session"
)

var noon = time.Date(2026, 11, 23, 13, 0, 0, 0, time.UTC)

var amsterdam = func() *time.Location {
	// Fixed, so that no test depends on the zones of the machine.
	return time.FixedZone("CET", 3600)
}()

func options(lang session.Lang) Options {
	return Options{Lang: lang, Link: "https://verbindend.example/s/k7m2p9/resultaten", Check: "https://verbindend.example/check", Made: noon.Add(3 * time.Hour).In(amsterdam)}
}

// A room is fictional: nobody wrote these cards.
type room struct {
	people, clusters, voters int
	title                    string
	final, vote              bool
	seed                     uint64
}

var inspiration = room{people: 42, clusters: 14, voters: 40, title: "Wat verbindend leiderschap van ons vraagt", final: true, vote: true, seed: 7}

// summary makes up a session with the values of the deck: what people wrote are its variants.
func (r room) summary() session.Summary {
	random := rand.New(rand.NewPCG(r.seed, 1))
	deck := session.TheDeck()
	sum := session.Summary{
		Version: session.SummaryVersion, ID: "k7m2p9", Title: r.title, Lang: session.Dutch, Fictional: true, Final: r.final,
		StartedAt: noon, Counts: session.Counts{Joined: r.people}, Groups: []session.GroupCount{},
		Clusters: []session.ClusterSummary{}, Ballots: [][]int{}, Ballot: []session.Option{}, Cancelled: []session.CancelledRound{},
	}
	if r.people >= 20 {
		sum.Groups = []session.GroupCount{{Name: "Ondernemers", Joined: r.people * 20 / 42}, {Name: "HR en leidinggevenden", Joined: r.people - r.people*20/42}}
	}
	sum.Activities = agenda(r)
	if r.final {
		sum.EndedAt = noon.Add(95 * time.Minute)
	}
	for i := range r.clusters {
		v := deck.Values[(i*7+3)%len(deck.Values)]
		name := v.Name.NL
		if i >= len(deck.Values) {
			name = fmt.Sprintf("%s %d", name, i/len(deck.Values)+1)
		}
		c := session.ClusterSummary{ID: fmt.Sprintf("c%d", i), Name: name, Parked: i >= 12 && i%6 == 0}
		texts := append([]string{v.Name.NL}, v.Variants["nl"]...)
		for j, text := range texts[:min(len(texts), 1+random.IntN(8))] {
			n := 1 + random.IntN(max(1, 6-2*j-i/4))
			c.Words = append(c.Words, session.Wording{Text: text, Count: n})
			c.Cards += n
		}
		slices.SortStableFunc(c.Words, func(a, b session.Wording) int { return b.Count - a.Count })
		sum.Counts.Cards += c.Cards
		sum.Clusters = append(sum.Clusters, c)
	}
	slices.SortStableFunc(sum.Clusters, func(a, b session.ClusterSummary) int { return b.Cards - a.Cards })
	if r.clusters > 0 {
		sum.Counts.Wrote = r.people - r.people/12
		sum.Counts.Hidden = r.clusters / 7
	}
	if r.vote {
		r.cast(&sum, random)
	}
	return sum
}

func agenda(r room) []session.ActivitySummary {
	at := noon
	var list []session.ActivitySummary
	for i, kind := range []session.Kind{session.Welcome, session.Write, session.Cluster, session.Vote, session.Reveal} {
		a := session.ActivitySummary{Status: session.Planned}
		a.ID, a.Kind, a.Minutes = fmt.Sprintf("a%d", i), kind, []int{7, 8, 10, 5, 6}[i]
		if r.final || r.vote || i < 2 && r.people > 0 {
			a.Status, a.Opened = session.ClosedNow, at
			at = at.Add(time.Duration(a.Minutes) * time.Minute)
			a.Closed = at
		}
		list = append(list, a)
	}
	return list
}

// cast lets people vote, the first values a little more than the last.
func (r room) cast(sum *session.Summary, random *rand.Rand) {
	for _, c := range sum.Clusters {
		if !c.Parked {
			sum.Ballot = append(sum.Ballot, session.Option{ID: c.ID, Name: c.Name, Words: []string{}})
		}
	}
	n := len(sum.Ballot)
	result := session.Result{Round: 1, Ballots: r.voters, Joined: r.people, Dots: session.DotsFor(n), PerOption: session.PerOptionFor(n), Top: 5}
	dots, voters := make([]int, n), make([]int, n)
	for range r.voters {
		row := make([]int, n)
		for range result.Dots {
			j := min(random.IntN(n), random.IntN(n))
			if row[j] < result.PerOption {
				row[j]++
				dots[j]++
				result.DotsPlaced++
			}
		}
		for j, d := range row {
			if d > 0 {
				voters[j]++
			}
		}
		sum.Ballots = append(sum.Ballots, row)
	}
	slices.SortFunc(sum.Ballots, slices.Compare)
	sure := session.Bootstrap(sum.Ballots, result.Top, 4711)
	if sure != nil {
		result.Certainty = &session.CertaintyNote{Resamples: sure.Resamples, Seed: sure.Seed}
	}
	for j, rank := range session.CompetitionRanks(dots) {
		o := session.OptionResult{ID: sum.Ballot[j].ID, Name: sum.Ballot[j].Name, Rank: rank, Dots: dots[j], Voters: voters[j], InTop: rank <= result.Top && dots[j] > 0}
		if sure != nil {
			o.TopShare, o.Band = sure.TopShare[j], session.BandOf(sure.TopShare[j])
			o.RankLow, o.RankHigh = sure.RankLow[j], sure.RankHigh[j]
		}
		result.Options = append(result.Options, o)
	}
	slices.SortStableFunc(result.Options, func(a, b session.OptionResult) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(b.Voters, a.Voters))
	})
	sum.Vote, sum.Counts.Voted = &result, r.voters
}
