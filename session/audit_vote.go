package session

import (
	"cmp"
	"fmt"
	"slices"
)

func (a *audit) votes(s Summary) {
	held := map[int]bool{}
	for i, r := range s.Rounds {
		a.must(r.Vote.Of == 0 || held[r.Vote.Of] && r.Vote.Of < r.Vote.Round, Unknown, "rounds/", i, "/vote/of")
		held[r.Vote.Round] = true
		at := fmt.Sprint("rounds/", i, "/")
		ids := make([]string, len(r.Ballot))
		for j, o := range r.Ballot {
			ids[j] = o.ID
		}
		a.vote(r.Vote, ids, r.Ballots, at, at+"vote")
		a.comparison(r.Comparison, r.Vote, at+"comparison")
	}
	for i, c := range s.Cancelled {
		a.must(c.Round > 0, OutOfRange, "cancelled/", i, "/round")
	}
	if s.Vote == nil {
		a.holds(s.Counts.Voted == 0, "counts/voted")
		a.holds(len(s.Ballots) == 0, "ballots")
		a.holds(s.Comparison == nil, "comparison")
		return
	}
	a.must(s.Vote.Of == 0 || held[s.Vote.Of] && s.Vote.Of < s.Vote.Round, Unknown, "vote/of")
	a.holds(s.Counts.Voted == s.Vote.Ballots, "counts/voted")
	a.holds(s.Counts.Paper == s.Vote.Paper, "counts/paper")
	a.vote(*s.Vote, idsOf(s.Ballot), s.Ballots, "", "vote")
	a.comparison(s.Comparison, *s.Vote, "comparison")
}

// vote counts a round again from its ballots.
func (a *audit) vote(r Result, ids []string, ballots [][]int, at, vote string) {
	before := len(a.found)
	a.holds(len(ballots) == r.Ballots, vote, "/ballots")
	a.holds(r.Ballots <= r.Joined, vote, "/joined")
	a.holds(r.Paper <= r.Ballots, vote, "/paper")
	a.must(r.method().Valid(), Unknown, vote, "/method")
	most := r.method().options()
	a.must(most == 0 || len(ids) <= most, TooMany, vote, "/options")
	a.holds(len(r.Options) == len(ids), vote, "/options")
	seen := map[string]bool{}
	for j, id := range ids {
		a.must(!seen[id], Twice, at, "ballot/", j, "/id")
		seen[id] = true
	}
	told := map[string]bool{}
	for i, o := range r.Options {
		here := fmt.Sprint(vote, "/options/", i)
		a.must(seen[o.ID], Unknown, here, "/id")
		a.must(!told[o.ID], Twice, here, "/id")
		told[o.ID] = true
		a.certainty(r, o, here)
	}
	for i, row := range ballots {
		a.holds(len(row) == len(ids), at, "ballots/", i)
		a.must(i == 0 || slices.Compare(ballots[i-1], row) <= 0, NotSorted, at, "ballots/", i)
	}
	a.must(r.Certainty == nil || r.Ballots >= MinBallots, OutOfRange, vote, "/certainty")
	if len(a.found) == before && before < MaxFound { // else there is nothing that can be counted
		a.count(r, ids, ballots, at, vote)
	}
}

// count does what the room did when it closed the round, and compares what that comes to.
func (a *audit) count(r Result, ids []string, ballots [][]int, at, vote string) {
	before := len(a.found)
	p := poll{status: RoundIsClosed, frozen: BallotFrozen{Dots: r.Dots, PerOption: r.PerOption, Top: r.Top, Ballot: r.Method, Among: r.Among}}
	for _, id := range ids {
		p.frozen.Options = append(p.frozen.Options, Option{ID: id})
	}
	a.must(r.method() != ByDots || r.Dots <= DotsFor(len(ids)), OutOfRange, vote, "/dots")
	for i, row := range ballots {
		given, total := map[string]int{}, 0
		for j, n := range row {
			a.must(p.frozen.within(n) == nil, OutOfRange, at, "ballots/", i)
			if total += n; n > 0 {
				given[ids[j]] = n
			}
		}
		a.must(r.method() != ByDots || total <= r.Dots, OutOfRange, at, "ballots/", i)
		if len(a.found) > before { // a file that is not of a room may be large
			return
		}
		p.paper = append(p.paper, PaperBallot{Dots: given})
	}
	want, by := p.result(), make(map[string]OptionResult, len(ids))
	for _, w := range want.Options {
		by[w.ID] = w
	}
	a.holds(r.DotsPlaced == want.DotsPlaced, vote, "/dotsPlaced")
	for i, o := range r.Options {
		here := fmt.Sprint(vote, "/options/", i)
		w := by[o.ID]
		a.holds(o.Dots == w.Dots, here, "/dots")
		a.holds(o.Voters == w.Voters, here, "/voters")
		a.holds(o.Rank == w.Rank, here, "/rank")
		a.holds(o.InTop == w.InTop, here, "/inTop")
		a.holds(slices.Equal(o.Counts, w.Counts), here, "/counts")
		a.holds(sameMean(o.Mean, w.Mean), here, "/mean")
		a.holds(slices.Equal(o.Beats, w.Beats), here, "/beats")
	}
	ordered := slices.IsSortedFunc(r.Options, func(x, y OptionResult) int { return cmp.Compare(x.Rank, y.Rank) })
	a.must(ordered, NotSorted, vote, "/options")
}

func (r Result) method() Method { return cmp.Or(r.Method, ByDots) }

// certainty checks how sure a value's place is said to be.
func (a *audit) certainty(r Result, o OptionResult, here string) {
	a.must(o.TopShare >= 0 && o.TopShare <= 1, OutOfRange, here, "/topShare")
	if r.Certainty != nil {
		a.holds(o.Band == BandOf(o.TopShare), here, "/band")
		a.must(1 <= o.RankLow && o.RankLow <= o.RankHigh && o.RankHigh <= len(r.Options), OutOfRange, here, "/rankLow")
	} else {
		a.must(o.Band == "", Unknown, here, "/band")
	}
}

func (a *audit) comparison(c *Comparison, r Result, at string) {
	if c == nil {
		return
	}
	known := map[string]bool{}
	for _, o := range r.Options {
		known[o.ID] = true
	}
	voted := 0
	for i, g := range c.Groups {
		a.must(g.Voters >= MinGroupThreshold, OutOfRange, at, "/groups/", i, "/voters")
		voted += g.Voters
	}
	a.holds(voted <= r.Ballots, at, "/groups")
	for i, v := range c.Values {
		a.must(known[v.ID], Unknown, at, "/values/", i, "/id")
		a.holds(len(v.Shares) == len(c.Groups), at, "/values/", i, "/shares")
		for j, share := range v.Shares[:min(len(v.Shares), len(c.Groups))] {
			a.holds(share.Voters == nil || *share.Voters <= c.Groups[j].Voters, at, "/values/", i, "/shares/", j, "/voters")
		}
	}
	for i, d := range c.Differences {
		a.must(known[d.ID], Unknown, at, "/differences/", i, "/id")
		a.must(d.More < len(c.Groups) && d.Less < len(c.Groups), OutOfRange, at, "/differences/", i)
	}
	for i, p := range c.Pairs {
		a.must(known[p.A] && known[p.B], Unknown, at, "/pairs/", i)
	}
}
