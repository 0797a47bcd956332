package session

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// rooms of a comparison: per group the ballots of its people, each the options that get a dot.
type grouping struct {
	names    []string
	partners map[string]string
	ballots  [][]string // per group; "ab" has a dot on a and one on b
	skipped  []string
}

// closed gives the room in which that was voted, closed and not revealed, with what was calculated.
func (g grouping) closed(t rapid.TB, options ...string) *room {
	t.Helper()
	r := unstarted(t)
	r.lawless = true
	r.do(host, StartSession{ID: "s1", Title: "x", Lang: Dutch, Groups: g.names, Partners: g.partners}).done()
	r.with("writer").opened(Write)
	for i, name := range options {
		if i%DefaultCardLimit == 0 && i > 0 {
			r.with(PersonID(fmt.Sprint("writer", i)))
		}
		who := PersonID("writer")
		if i >= DefaultCardLimit {
			who = PersonID(fmt.Sprint("writer", i-i%DefaultCardLimit))
		}
		r.write(who, name)
	}
	r.opened(Vote)
	for i, ballots := range append(slices.Clone(g.ballots), g.skipped) {
		for j, ballot := range ballots {
			who := PersonID(fmt.Sprintf("person-%d-%d", i, j))
			r.with(who)
			if i < len(g.ballots) {
				r.do(who, ChooseGroup{fmt.Sprintf("g%d", i+1)}).done()
			}
			dots := map[string]int{}
			for _, name := range ballot {
				dots[string(name)] = 1
			}
			if len(dots) > 0 {
				r.cast(who, dots).done()
			}
		}
	}
	r.do(host, CloseActivity{}).done()
	if calculate := r.s.Calculation(); calculate != nil {
		r.do(host, calculate()).done()
	}
	return r
}

func (g grouping) compared(t rapid.TB, options ...string) Comparison {
	t.Helper()
	return must[Comparison](g.closed(t, options...), Host, "comparison")
}

// of repeats a ballot.
func of(n int, ballot string) []string { return slices.Repeat([]string{ballot}, n) }

func TestComparison(t *testing.T) {
	two := []string{"Ondernemer", "HR"}
	value := func(t *testing.T, r *room, c Comparison, name string) ComparedValue {
		t.Helper()
		id := r.option(name)
		at := slices.IndexFunc(c.Values, func(v ComparedValue) bool { return v.ID == id })
		if at < 0 {
			t.Fatalf("%s is not compared: %+v", name, c)
		}
		return c.Values[at]
	}
	t.Run("a value that both groups carry beats one that one group adores", func(t *testing.T) {
		r := grouping{names: two, ballots: [][]string{append(of(6, "ab"), of(6, "a")...), append(of(5, "bc"), of(7, "c")...)}}.closed(t, "a", "b", "c")
		c := must[Comparison](r, Host, "comparison")
		// a: 12 and 0 of 12, b: 6 and 5 of 12, c: 0 and 12: √(13/14 · 1/14), √(7/14 · 6/14).
		near(t, "score of a", value(t, r, c, "a").Score, math.Sqrt(13.0/14/14), .00006)
		near(t, "score of b", value(t, r, c, "b").Score, math.Sqrt(42.0/196), .00006)
		if b := c.Values[0]; b.ID != r.option("b") || b.Rank != 1 || !b.Connects || c.Values[1].Rank != 2 || c.Values[2].Rank != 2 {
			t.Fatalf("%+v", c.Values)
		}
		if c.Values[1].Connects || c.Values[2].Connects {
			t.Fatal("a value that a group does not carry at all connects nothing")
		}
		equal(t, encoded(t, value(t, r, c, "b").Shares[0]), `{"voters":6,"says":"","percent":50,"weight":0.5}`)
	})
	t.Run("a value that the groups differ firmly on does not connect them, and leaves its place to the next", func(t *testing.T) {
		r := grouping{names: two, ballots: [][]string{
			append(append(of(19, "ad"), of(1, "be")...), of(10, "bce")...), append(append(of(5, "ad"), of(15, "be")...), of(10, "bce")...),
		}}.closed(t, "a", "b", "c", "d", "e")
		c := must[Comparison](r, Host, "comparison")
		var firm, connecting []string
		for _, d := range c.Differences {
			if d.Firm {
				firm = append(firm, d.ID)
			}
		}
		for _, v := range c.Values {
			if v.Connects {
				connecting = append(connecting, v.ID)
				if slices.Contains(firm, v.ID) {
					t.Errorf("%s connects and divides", v.ID)
				}
			}
		}
		if len(firm) == 0 || !slices.Contains(connecting, r.option("c")) {
			t.Fatalf("firm %v, connecting %v of %+v", firm, connecting, c.Values)
		}
	})
	t.Run("differences are pointed out, the clearest first, at most three, and firm when they survive", func(t *testing.T) {
		r := grouping{names: two, ballots: [][]string{append(of(14, "ad"), of(4, "ae")...), append(of(14, "be"), of(4, "bd")...)}}.closed(t, "a", "b", "c", "d", "e")
		c := must[Comparison](r, Host, "comparison")
		if len(c.Differences) != MaxDifferences {
			t.Fatalf("%+v", c.Differences)
		}
		for i, want := range []struct {
			name       string
			more, less int
		}{{"a", 0, 1}, {"b", 1, 0}, {"d", 0, 1}} {
			d := c.Differences[i]
			if d.ID != r.option(want.name) || d.More != want.more || d.Less != want.less || !d.Firm || d.Range == nil || d.Range.Low <= 0 {
				t.Errorf("%s: %+v", want.name, d)
			}
		}
		// 14 of 18 against 4 of 18.
		low, high := Newcombe(14, 18, 4, 18)
		equal(t, *c.Differences[2].Range, Interval{int(math.Round(100 * low)), int(math.Round(100 * high))})
	})
	t.Run("a difference that may be chance is told as one", func(t *testing.T) {
		// 7 of 10 against 2 of 10: Newcombe's interval leaves out 0, Fisher gives .07.
		c := grouping{names: two, ballots: [][]string{append(of(7, "a"), of(3, "b")...), append(of(2, "a"), of(8, "b")...)}}.compared(t, "a", "b", "c")
		if len(c.Differences) != 2 || c.Differences[0].Firm || c.Differences[1].Firm {
			t.Fatalf("%+v", c.Differences)
		}
	})
	t.Run("groups that vote alike differ in nothing", func(t *testing.T) {
		c := grouping{names: two, ballots: [][]string{of(9, "ab"), of(9, "ab")}}.compared(t, "a", "b", "c")
		equal(t, c.Differences, []Difference{})
	})
	t.Run("under ten people there is no percentage, and nobody and everybody are told in words", func(t *testing.T) {
		r := grouping{names: two, ballots: [][]string{append(of(8, "a"), "ac"), append(of(9, "b"), "bc")}}.closed(t, "a", "b", "c")
		c := must[Comparison](r, Host, "comparison")
		equal(t, encoded(t, value(t, r, c, "a").Shares), `[{"voters":null,"says":"nearly_everybody","percent":null,"weight":0.9091},{"voters":0,"says":"","percent":0,"weight":0.0833}]`)
		equal(t, encoded(t, value(t, r, c, "b").Shares[0]), `{"voters":null,"says":"hardly_anybody","percent":null,"weight":0.0909}`)
		equal(t, encoded(t, value(t, r, c, "c").Shares[0]), `{"voters":1,"says":"","percent":null,"weight":0.1818}`)
		for _, d := range c.Differences {
			if d.Range != nil {
				t.Errorf("percentage points for nine people: %+v", d)
			}
		}
	})
	t.Run("the threshold counts who voted, not who is in the group", func(t *testing.T) {
		c := grouping{names: two, ballots: [][]string{append(of(4, "a"), of(20, "")...), of(12, "b")}}.compared(t, "a", "b")
		equal(t, c, noComparison(SmallGroups))
	})
	for _, c := range []struct {
		sentence string
		given    grouping
		want     NoComparison
	}{
		{"without groups nothing is compared", grouping{skipped: of(12, "a")}, NoGroups},
		{"one group is none", grouping{names: two[:1], ballots: [][]string{of(12, "a")}}, NoGroups},
		{"nobody voted", grouping{names: two, ballots: [][]string{of(9, ""), of(9, "")}}, FewBallots},
		{"one participant", grouping{names: two, ballots: [][]string{of(1, "a"), nil}}, FewBallots},
		{"nobody chose a group", grouping{names: two, ballots: [][]string{nil, nil}, skipped: of(30, "a")}, SmallGroups},
		{"one voter who skipped would be the total less the groups", grouping{names: two, ballots: [][]string{of(9, "a"), of(9, "a")}, skipped: of(1, "b")}, SmallRest},
	} {
		t.Run(c.sentence+": one reason, and no numbers", func(t *testing.T) {
			equal(t, c.given.compared(t, "a", "b", "c"), noComparison(c.want))
		})
	}
	t.Run("five voters who skipped are their own crowd", func(t *testing.T) {
		c := grouping{names: two, ballots: [][]string{of(9, "a"), of(9, "a")}, skipped: of(5, "b")}.compared(t, "a", "b")
		equal(t, c.Groups, []ComparedGroup{{[]string{"Ondernemer"}, 9}, {[]string{"HR"}, 9}})
	})
	t.Run("what somebody does after the closing changes nothing: it would tell their ballot", func(t *testing.T) {
		r := grouping{names: two, ballots: [][]string{of(9, "a"), of(9, "b")}}.closed(t, "a", "b", "c")
		r.opened(Reveal)
		comparison, groups := encoded(t, must[Comparison](r, Screen, "comparison")), encoded(t, r.s.Summary().Groups)
		r.do("person-0-0", ChooseGroup{"g2"}).done().do("person-1-0", ChooseGroup{""}).done().with(anna).do(anna, ChooseGroup{"g1"}).done()
		equal(t, encoded(t, must[Comparison](r, Screen, "comparison")), comparison)
		equal(t, encoded(t, r.s.Summary().Groups), groups)
		equal(t, encoded(t, r.replayed(7).Summary().Groups), groups)
	})
	t.Run("who changes group between closing and counting is counted where they were", func(t *testing.T) {
		g := grouping{names: two, ballots: [][]string{of(9, "a"), of(9, "b")}}
		want := g.compared(t, "a", "b")
		r := g.closed(t, "a", "b")
		r.s.vote.comparison = nil
		r.do("person-0-0", ChooseGroup{"g2"}).done()
		r.do(host, r.s.Calculation()()).done()
		equal(t, must[Comparison](r, Host, "comparison"), want)
	})
	t.Run("a cancelled round is compared no more", func(t *testing.T) {
		r := grouping{names: two, ballots: [][]string{of(9, "a"), of(9, "b")}}.closed(t, "a", "b")
		if _, ok := sees[Comparison](r.opened(Reveal, Cluster), Host, "comparison"); ok {
			t.Fatal("told")
		}
	})
}

func TestPartners(t *testing.T) {
	three := []string{"Ondernemer", "HR", "Overheid"}
	with := map[string]string{"HR": "Overheid"}
	names := func(c Comparison) []string {
		list := []string{}
		for _, g := range c.Groups {
			list = append(list, fmt.Sprintf("%s %d", together(g.Names), g.Voters))
		}
		return list
	}
	for _, c := range []struct {
		sentence string
		partners map[string]string
		sizes    []int
		want     []string
	}{
		{"a small group is told with its partner", with, []int{9, 3, 8}, []string{"Ondernemer 9", "HR + Overheid 11"}},
		{"a group that is large enough stands alone", with, []int{9, 5, 8}, []string{"Ondernemer 9", "HR 5", "Overheid 8"}},
		{"the partner of a small group need not be large", with, []int{9, 3, 2}, []string{"Ondernemer 9", "HR + Overheid 5"}},
		{"together still too few: hidden, and the next smallest as well", with, []int{9, 2, 2}, []string{}},
		{"partners go on: a small one with a small one with a third", map[string]string{"HR": "Overheid", "Overheid": "Ondernemer"}, []int{9, 1, 2}, []string{}},
		{"each other's partners are one", map[string]string{"HR": "Overheid", "Overheid": "HR"}, []int{9, 3, 3}, []string{"Ondernemer 9", "HR + Overheid 6"}},
		{"the larger one does not need its partner", map[string]string{"Overheid": "HR"}, []int{9, 6, 8}, []string{"Ondernemer 9", "HR 6", "Overheid 8"}},
		{"without partners a small group hides the next", nil, []int{9, 3, 8}, []string{}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			g := grouping{names: three, partners: c.partners}
			for _, n := range c.sizes {
				g.ballots = append(g.ballots, of(n, "a"))
			}
			equal(t, names(g.compared(t, "a", "b")), c.want)
		})
	}
	start := func(t *testing.T, c StartSession) *answer {
		t.Helper()
		c.ID, c.Title, c.Lang, c.Groups = "s1", "x", Dutch, three
		return unstarted(t).do(host, c)
	}
	t.Run("a partner is another group of the session", func(t *testing.T) {
		start(t, StartSession{Partners: map[string]string{"HR": "Zorg"}}).refused(Invalid, Unknown)
		start(t, StartSession{Partners: map[string]string{"Zorg": "HR"}}).refused(Invalid, Unknown)
		start(t, StartSession{Partners: map[string]string{"HR": "hr!"}}).refused(Invalid, Unknown)
		r := start(t, StartSession{Partners: map[string]string{"hr": " overheid"}}).done()
		equal(t, must[SessionItem](r, Screen, "session").Groups, []Group{{"g1", "Ondernemer", ""}, {"g2", "HR", "g3"}, {"g3", "Overheid", ""}})
	})
	t.Run("the threshold is five, may be another one from the start, and is never below three", func(t *testing.T) {
		start(t, StartSession{Threshold: 2}).refused(Invalid, OutOfRange, MinGroupThreshold)
		start(t, StartSession{Threshold: -1}).refused(Invalid, OutOfRange, MinGroupThreshold)
		start(t, StartSession{Threshold: 21}).refused(Invalid, OutOfRange, MaxGroupThreshold)
		for given, want := range map[int]int{0: 5, 3: 3, 20: 20} {
			if got := start(t, StartSession{Threshold: given}).done().s.threshold(); got != want {
				t.Errorf("%d is %d", given, got)
			}
		}
	})
}

func TestNothingUnderTheThreshold(t *testing.T) {
	t.Run("whoever votes and chooses what: no group under the threshold is told, nor can be worked out, and every number is one", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			g := grouping{names: []string{"A", "B", "C"}, partners: map[string]string{}}
			for _, name := range g.names {
				if to := rapid.SampledFrom([]string{"", "A", "B", "C"}).Draw(t, "partner"); to != "" && to != name {
					g.partners[name] = to
				}
				ballot := rapid.SampledFrom([]string{"a", "b", "ab", "bc", ""})
				g.ballots = append(g.ballots, rapid.SliceOfN(ballot, 0, 14).Draw(t, "ballots"))
			}
			g.skipped = rapid.SliceOfN(rapid.SampledFrom([]string{"a", "c"}), 0, 7).Draw(t, "skipped")
			r := g.closed(t, "a", "b", "c", "d")
			c := must[Comparison](r, Host, "comparison")
			voted := must[Result](r, Host, "result").Ballots
			for i, group := range c.Groups {
				if group.Voters < GroupThreshold {
					t.Fatalf("%+v", c)
				}
				voted -= group.Voters
				for _, v := range c.Values {
					s := v.Shares[i]
					if math.IsNaN(v.Score) || v.Score <= 0 || v.Score >= 1 || s.Weight <= 0 || s.Weight >= 1 || s.Voters == nil && s.Says == "" {
						t.Fatalf("%+v", v)
					}
					if group.Voters < PercentFrom && s.Percent != nil {
						t.Fatalf("a percentage of %d people", group.Voters)
					}
				}
			}
			if len(c.Groups) > 0 && voted > 0 && voted < GroupThreshold {
				t.Fatalf("the total less the groups tells of %d people: %+v", voted, c)
			}
			if (c.Reason == "") != (len(c.Groups) >= 2) || len(c.Differences) > MaxDifferences || len(c.Pairs) > MaxPairs {
				t.Fatalf("%+v", c)
			}
			for _, p := range c.Pairs {
				if p.Both < GroupThreshold || p.Lift <= 1 {
					t.Fatalf("%+v", p)
				}
			}
			if text := encoded(t, c); strings.Contains(text, "null,") && len(c.Groups) == 0 {
				t.Fatal(text)
			}
		})
	})
	t.Run("the host sees it from the closing, the room from the reveal, and phones no number of any group", func(t *testing.T) {
		g := grouping{names: []string{"A", "B"}, ballots: [][]string{of(12, "ab"), of(12, "ac")}}
		r := g.closed(t, "a", "b", "c")
		for _, role := range []Role{Screen, Participant} {
			if _, ok := sees[Comparison](r, role, "comparison"); ok || r.s.Summary().Comparison != nil {
				t.Fatal("told before the reveal")
			}
		}
		r.opened(Reveal)
		equal(t, must[Comparison](r, Screen, "comparison"), must[Comparison](r, Host, "comparison"))
		equal(t, encoded(t, must[Comparison](r, Participant, "comparison")),
			`{"reason":"","groups":[],"values":[{"id":"`+r.option("a")+`","score":0.9286,"rank":1,"connects":true,"shares":[]}],"differences":[],"pairs":[]}`)
	})
	t.Run("while a vote is open there is none, for anybody", func(t *testing.T) {
		r, crowd := ballotOf(t, 12, "a", "b")
		for i, who := range crowd {
			r.do(who, ChooseGroup{[]string{"g1", "g2"}[i%2]}).done().cast(who, map[string]int{"a": 1}).done()
		}
		for _, role := range roles {
			if _, ok := sees[Comparison](r, role, "comparison"); ok {
				t.Fatal(role)
			}
		}
	})
}
