package session

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Limits of results that come from a file. What a session makes by itself stays far under them.
const (
	MaxArchivedText = 4000  // characters of any text
	MaxArchivedList = 20000 // entries of any list
	MaxFound        = 20    // problems that are told at once
)

// Audit checks results that come from outside: that they are final, that their parts name each other, and that every number that
// can be counted from the others is what it should be. It gives at most MaxFound problems, each with the path of the field, as
// "vote/options/0/dots"; none when all is well. What a session sealed by itself is well.
func (s Summary) Audit() []Problem {
	a := &audit{}
	if s.Version != SummaryVersion {
		a.found = append(a.found, Problem{Code: Invalid, Field: "version", Reason: Unknown, Limit: SummaryVersion})
		return a.found // whatever else it says may mean something else
	}
	a.fits(reflect.ValueOf(s), "")
	if len(a.found) > 0 {
		return a.found
	}
	a.session(s)
	a.cards(s)
	a.votes(s)
	for i, o := range s.Outcomes {
		a.outcome(o, fmt.Sprint("outcomes/", i))
	}
	for i, f := range s.Formulations {
		if f.Support != nil {
			a.holds(f.Support.Voters <= f.Support.Ballots, "formulations/", i, "/support/voters")
		}
	}
	for i, step := range s.Steps {
		_, err := time.Parse(time.DateOnly, step.Date)
		a.must(step.Date == "" || err == nil, Malformed, "steps/", i, "/date")
	}
	return a.found
}

// An audit collects what is wrong.
type audit struct{ found []Problem }

func (a *audit) must(right bool, reason Reason, path ...any) {
	if !right && len(a.found) < MaxFound {
		a.found = append(a.found, Problem{Code: Invalid, Field: fmt.Sprint(path...), Reason: reason})
	}
}

// holds says that a number is not what the others make of it.
func (a *audit) holds(right bool, path ...any) { a.must(right, DoesNotAddUp, path...) }

// fits goes through everything: texts that can be shown, lists that end, and no number of people under none.
func (a *audit) fits(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			a.fits(v.Elem(), path)
		}
	case reflect.Slice:
		if v.Len() > MaxArchivedList {
			a.found = append(a.found, Problem{Code: Invalid, Field: path, Reason: TooMany, Limit: MaxArchivedList})
			return
		}
		for i := 0; i < v.Len() && len(a.found) < MaxFound; i++ {
			a.fits(v.Index(i), fmt.Sprint(path, "/", i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range v.NumField() {
			field := v.Type().Field(i)
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			switch {
			case field.Anonymous:
				a.fits(v.Field(i), path)
			case v.Type() == reflect.TypeFor[Interval](): // a difference may be less than nothing
			case path == "":
				a.fits(v.Field(i), name)
			default:
				a.fits(v.Field(i), path+"/"+name)
			}
		}
	case reflect.Int:
		a.must(v.Int() >= 0, OutOfRange, path)
	case reflect.String:
		text := v.String()
		if utf8.RuneCountInString(text) > MaxArchivedText {
			a.found = append(a.found, Problem{Code: Invalid, Field: path, Reason: TooLong, Limit: MaxArchivedText})
			return
		}
		control := func(r rune) bool { return r != '\n' && r != '\t' && unicode.Is(unicode.Cc, r) }
		a.must(utf8.ValidString(text) && !strings.ContainsFunc(text, control), Malformed, path)
	}
}

func (a *audit) session(s Summary) {
	a.must(s.Final, NotFinal, "final")
	a.must(checkID("", s.ID) == nil, Malformed, "id")
	a.must(s.Title != "", Empty, "title")
	a.must(utf8.RuneCountInString(s.Title) <= MaxTitle, TooLong, "title")
	a.must(s.Lang.Valid(), Unknown, "lang")
	a.must(!s.StartedAt.IsZero(), Empty, "startedAt")
	a.must(!s.EndedAt.Before(s.StartedAt), OutOfRange, "endedAt")
	a.must(len(s.Activities) <= 2*MaxActivities, TooMany, "activities")
	seen := map[string]bool{}
	for i, act := range s.Activities {
		a.must(checkID("", act.ID) == nil, Malformed, "activities/", i, "/id")
		a.must(!seen[act.ID], Twice, "activities/", i, "/id")
		a.must(act.Closed.IsZero() || !act.Closed.Before(act.Opened), OutOfRange, "activities/", i, "/closed")
		seen[act.ID] = true
	}
	for i, g := range s.Groups {
		a.must(g.Joined >= MinGroupThreshold, OutOfRange, "groups/", i, "/joined")
	}
}

// cards checks that the clusters hold what was counted.
func (a *audit) cards(s Summary) {
	c, all, paper := s.Counts, 0, 0
	seen := map[string]bool{}
	for i, k := range s.Clusters {
		a.must(k.ID != "", Empty, "clusters/", i, "/id")
		a.must(!seen[k.ID], Twice, "clusters/", i, "/id")
		seen[k.ID] = true
		words := 0
		for j, w := range k.Words {
			words += w.Count
			paper += w.Paper
			a.holds(w.Paper <= w.Count, "clusters/", i, "/words/", j, "/paper")
		}
		a.holds(words == k.Cards || s.Forgot && len(k.Words) == 0, "clusters/", i, "/cards")
		all += k.Cards
	}
	a.holds(all == c.Cards, "counts/cards")
	a.holds(paper == c.PaperCards || s.Forgot && c.PaperCards <= c.Cards, "counts/paperCards")
	for name, n := range map[string]int{"talked": c.Talked, "stronger": c.Stronger, "proposed": c.Proposed, "seen": c.Seen} {
		a.holds(n <= c.Cards, "counts/", name)
	}
	a.holds(paper == c.PaperCards || s.Forgot && c.PaperCards <= c.Cards, "counts/paperCards")
	a.holds(c.Phones <= c.Joined, "counts/phones")
	a.holds(c.Wrote <= cmp.Or(c.Phones, c.Joined), "counts/wrote")
}

func (a *audit) votes(s Summary) {
	for i, r := range s.Rounds {
		at := fmt.Sprint("rounds/", i, "/")
		ids := make([]string, len(r.Ballot))
		for j, o := range r.Ballot {
			ids[j] = o.ID
		}
		a.vote(r.Vote, ids, r.Ballots, at, at+"vote")
		a.comparison(r.Comparison, r.Vote, at+"comparison")
	}
	if s.Vote == nil {
		a.holds(s.Counts.Voted == 0, "counts/voted")
		a.holds(len(s.Ballots) == 0, "ballots")
		a.holds(s.Comparison == nil, "comparison")
		return
	}
	a.holds(s.Counts.Voted == s.Vote.Ballots, "counts/voted")
	a.holds(s.Counts.Paper == s.Vote.Paper, "counts/paper")
	a.vote(*s.Vote, idsOf(s.Ballot), s.Ballots, "", "vote")
	a.comparison(s.Comparison, *s.Vote, "comparison")
}

// vote counts a round again from its ballots.
func (a *audit) vote(r Result, ids []string, ballots [][]int, at, vote string) {
	a.holds(len(ballots) == r.Ballots, vote, "/ballots")
	a.holds(r.Ballots <= r.Joined, vote, "/joined")
	a.holds(r.Paper <= r.Ballots, vote, "/paper")
	column := map[string]int{}
	for j, id := range ids {
		_, twice := column[id]
		a.must(!twice, Twice, at, "ballot/", j, "/id")
		column[id] = j
	}
	for i, row := range ballots {
		a.holds(len(row) == len(ids), at, "ballots/", i)
		if len(row) != len(ids) {
			return
		}
		a.must(i == 0 || slices.Compare(ballots[i-1], row) <= 0, NotSorted, at, "ballots/", i)
	}
	a.holds(len(r.Options) == len(ids), vote, "/options")
	placed := 0
	seen := map[string]bool{}
	for i, o := range r.Options {
		here := fmt.Sprint(vote, "/options/", i)
		j, known := column[o.ID]
		a.must(known, Unknown, here, "/id")
		a.must(!seen[o.ID], Twice, here, "/id")
		if !known {
			return
		}
		seen[o.ID] = true
		a.option(r, o, columnOf(ballots, j), here)
		placed += o.Dots
	}
	a.holds(placed == r.DotsPlaced, vote, "/dotsPlaced")
	a.ranks(r, vote)
	a.must(r.Certainty == nil || r.Ballots >= MinBallots, OutOfRange, vote, "/certainty")
	if r.method() == ByDots {
		for i, row := range ballots {
			sum := 0
			for _, n := range row {
				a.must(n <= r.PerOption, OutOfRange, at, "ballots/", i)
				sum += n
			}
			a.must(sum <= r.Dots, OutOfRange, at, "ballots/", i)
		}
	}
}

func columnOf(ballots [][]int, j int) []int {
	list := make([]int, len(ballots))
	for i, row := range ballots {
		list[i] = row[j]
	}
	return list
}

func (r Result) method() Method { return cmp.Or(r.Method, ByDots) }

// option counts one value again from what each ballot gave it.
func (a *audit) option(r Result, o OptionResult, given []int, here string) {
	dots, voters, counts := 0, 0, make([]int, len(o.Counts))
	for _, n := range given {
		if n > 0 {
			voters++
		}
		dots += n
		if n > 0 && n <= len(counts) {
			counts[n-1]++
		}
	}
	a.holds(o.Voters == voters, here, "/voters")
	switch r.method() {
	case ByDots:
		a.holds(o.Dots == dots, here, "/dots")
	case ByScore:
		a.holds(slices.Equal(o.Counts, counts), here, "/counts")
		a.holds(voters == 0 || sameMean(o.Mean, rounded(float64(dots)/float64(voters))), here, "/mean")
	}
	a.must(o.TopShare >= 0 && o.TopShare <= 1, OutOfRange, here, "/topShare")
	if r.Certainty != nil {
		a.holds(o.Band == BandOf(o.TopShare), here, "/band")
		a.must(1 <= o.RankLow && o.RankLow <= o.RankHigh && o.RankHigh <= len(r.Options), OutOfRange, here, "/rankLow")
	} else {
		a.must(o.Band == "", Unknown, here, "/band")
	}
}

// ranks checks the places.
func (a *audit) ranks(r Result, vote string) {
	dots := make([]int, len(r.Options))
	for i, o := range r.Options {
		dots[i] = o.Dots
	}
	want := CompetitionRanks(dots)
	for i, o := range r.Options {
		here := fmt.Sprint(vote, "/options/", i)
		if r.method() == ByDots {
			a.holds(o.Rank == want[i], here, "/rank")
			a.holds(o.InTop == (o.Rank <= r.Top && o.Dots > 0), here, "/inTop")
			continue
		}
		a.must(o.Rank >= 1 && o.Rank <= len(r.Options), OutOfRange, here, "/rank")
		a.holds(!o.InTop || o.Rank <= r.Top, here, "/inTop")
	}
	ordered := slices.IsSortedFunc(r.Options, func(x, y OptionResult) int { return cmp.Compare(x.Rank, y.Rank) })
	a.must(ordered, NotSorted, vote, "/options")
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

// outcome counts the answers to a form again.
func (a *audit) outcome(o Outcome, at string) {
	a.holds(o.Sheets <= o.Joined, at, "/sheets")
	for i, q := range o.Questions {
		here := fmt.Sprint(at, "/questions/", i)
		a.holds(q.N+q.DontKnow <= o.Sheets, here, "/n")
		texts := 0
		for j, t := range q.Texts {
			a.must(!t.Hidden, NotShown, here, "/texts/", j)
			texts += t.Count
		}
		a.must(len(q.Texts) == 0 || o.Shown, NotShown, here, "/texts")
		if q.Max == 0 {
			a.holds(texts <= q.N, here, "/texts")
			continue
		}
		if o.Kind == Pulse && q.N < MinPulse && len(q.Counts) == 0 {
			continue // too few for more than their number
		}
		n, sum := 0, 0
		for j, count := range q.Counts {
			n += count
			sum += count * (q.Min + j)
		}
		a.holds(len(q.Counts) == q.Max-q.Min+1 && n == q.N, here, "/counts")
		a.holds(n == 0 || sameMean(q.Mean, float64(sum)/float64(n)), here, "/mean")
		a.holds(n == 0 || sameMean(q.Median, medianOf(q.Counts, q.Min)), here, "/median")
	}
	if o.Rating == nil {
		return
	}
	for i, v := range o.Rating.Values {
		here := fmt.Sprint(at, "/rating/values/", i)
		a.holds(v.N+v.DontKnow <= o.Sheets, here, "/n")
		a.holds(sameMean(v.Gap, v.Importance-v.Presence), here, "/gap")
	}
}

// sameMean compares two means that may have been added up in another order.
func sameMean(a, b float64) bool { return math.Abs(a-b) < 1e-9 }
