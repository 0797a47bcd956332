package session

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Limits of results that come from a file. What a session makes by itself stays far under them.
const (
	MaxArchivedText = 4000  // characters of any text
	MaxArchivedList = 20000 // entries of any list
	MaxArchivedEnd  = 100   // of any scale: there is a column for each number
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
	a.must(s.ID != "", Empty, "id") // as in a file that a reader got by a link
	a.must(s.ID == "" || checkID("", s.ID) == nil, Malformed, "id")
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
	a.holds(c.Phones <= c.Joined, "counts/phones")
	a.holds(c.Wrote <= cmp.Or(c.Phones, c.Joined), "counts/wrote")
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
		a.must(1 <= q.Min && q.Min <= q.Max && q.Max <= MaxArchivedEnd, OutOfRange, here, "/max")
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
