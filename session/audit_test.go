package session

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// finished gives the results of the fullest session that is kept, as they were sealed.
func finished(t *testing.T) Summary {
	t.Helper()
	records, err := DecodeBatch(read(t, "testdata/logs/v1-whole-sealed.json"))
	if err != nil {
		t.Fatal(err)
	}
	s := New()
	s.Apply(records[0])
	return s.Summary()
}

// counted visits every whole number in results, by its path.
func counted(v reflect.Value, path string, visit func(path string, n reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			counted(v.Elem(), path, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			counted(v.Index(i), fmt.Sprint(path, "/", i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Anonymous {
				counted(v.Field(i), path, visit)
			} else if f.IsExported() {
				name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				counted(v.Field(i), strings.TrimPrefix(path+"/"+name, "/"), visit)
			}
		}
	case reflect.Int:
		visit(path, v)
	}
}

func TestAudit(t *testing.T) {
	t.Run("what any session has sealed is well, also when it has forgotten the words", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			w := newWorld(t)
			for range rapid.IntRange(1, 120).Draw(t, "steps") {
				w.step(t)
			}
			if w.s.Status() != Over {
				w.do(host, EndSession{})
			}
			if calculate := w.s.Calculation(); calculate != nil {
				w.do(host, calculate())
			}
			record, ready := w.s.Seal()
			if !ready {
				t.Fatal("not sealed")
			}
			s := sealedBy(t, record)
			if found := s.Summary().Audit(); len(found) > 0 {
				t.Fatalf("%+v", found)
			}
			if record, ready := s.ForgetCards(); ready {
				if found := sealedBy(t, record).Summary().Audit(); len(found) > 0 {
					t.Fatalf("when it has forgotten: %+v", found)
				}
			}
		})
	})
	t.Run("so is every sealed session that is kept", func(t *testing.T) {
		files, err := filepath.Glob("testdata/logs/v1-*sealed.json")
		if err != nil || len(files) < 3 {
			t.Fatal(files, err)
		}
		for _, file := range files {
			records, err := DecodeBatch(read(t, file))
			if err != nil {
				t.Fatal(err)
			}
			s := New()
			s.Apply(records[0])
			if found := s.Summary().Audit(); len(found) > 0 {
				t.Errorf("%s: %+v", file, found)
			}
		}
	})
	t.Run("so is a run-off by dots in which fewer values got one than there are places: those that tied keep their places", func(t *testing.T) {
		r, crowd := ballotOf(t, 9, "a", "b", "c", "d", "e", "f", "g")
		for i, who := range crowd {
			r.cast(who, map[string]int{"a": 1, []string{"b", "c", "d"}[i%3]: 1}).done()
		}
		r.opened(Reveal).again(Activity{ID: "runoff", Among: AmongTied})
		r.cast(crowd[0], map[string]int{"b": 1}).done()
		r.opened(Reveal)
		equal(t, order(must[Result](r, Screen, "result")), "bc=d")
		r.do(host, EndSession{}).done()
		for calculate := r.s.Calculation(); calculate != nil; calculate = r.s.Calculation() {
			r.do(host, calculate()).done()
		}
		record, ready := r.s.Seal()
		if !ready {
			t.Fatal("not sealed")
		}
		equal(t, sealedBy(t, record).Summary().Audit(), nil)
	})
	t.Run("scores and places are counted again as well: nobody slips in another winner, or a score of nine", func(t *testing.T) {
		record, _ := voted(t, func(*Session) {}).do(host, EndSession{}).done().s.Seal()
		for field, change := range map[string]func(*Summary){
			"vote/options/0/mean":           func(s *Summary) { s.Vote.Options[0].Mean += .1 },
			"vote/options/0/counts":         func(s *Summary) { s.Vote.Options[0].Counts = nil },
			"vote/options/1/rank":           func(s *Summary) { s.Vote.Options[1].Rank = 1 },
			"vote/options/2/inTop":          func(s *Summary) { s.Vote.Options[2].InTop = false },
			"ballots/8":                     func(s *Summary) { s.Ballots[8][0] = 9 },
			"rounds/1/vote/options/1/rank":  func(s *Summary) { s.Rounds[1].Vote.Options[1].Rank = 1 },
			"rounds/1/vote/options/0/beats": func(s *Summary) { s.Rounds[1].Vote.Options[0].Beats[0].For++ },
			"rounds/0/vote/dots":            func(s *Summary) { s.Rounds[0].Vote.Dots = 40 },
		} {
			sum := sealedBy(t, record).Summary()
			change(&sum)
			if found := sum.Audit(); !slices.ContainsFunc(found, func(p Problem) bool { return p.Field == field }) {
				t.Errorf("%s: found %+v", field, found)
			}
		}
	})
	t.Run("every number that others add up to is counted again", func(t *testing.T) {
		sum := finished(t)
		if found := sum.Audit(); len(found) > 0 {
			t.Fatalf("%+v", found)
		}
		// What only the room itself could tell: how long things were planned for, who was there, and what was never counted twice.
		free := []string{
			"minutes", "limit", "counts/joined", "counts/wrote", "counts/hidden", "counts/talked", "counts/stronger", "counts/proposed", "counts/seen", "counts/phones",
			"groups/", "joined", "round", "/top", "resamples", "/perOption", "/dots", "score", "/rank", "comparison/", "sheets", "/min", "/length",
			"dontKnow", "gaps/", "shifts/", "formulations/", "/table", "cancelled/", "/rankHigh", "/of", "rating/", "/questions/",
		}
		tried, missed := 0, []string{}
		counted(reflect.ValueOf(&sum).Elem(), "", func(path string, n reflect.Value) {
			before := n.Int()
			n.SetInt(before + 1)
			tried++
			if len(sum.Audit()) == 0 && !slices.ContainsFunc(free, func(part string) bool { return strings.Contains(path, part) }) {
				missed = append(missed, path)
			}
			n.SetInt(before)
		})
		if len(missed) > 0 || tried < 100 {
			t.Errorf("of %d numbers these can be anything: %v", tried, missed)
		}
	})
	t.Run("it says which field is wrong, and how", func(t *testing.T) {
		for name, c := range map[string]struct {
			change func(*Summary)
			want   Problem
		}{
			"a later format":                      {func(s *Summary) { s.Version = 2 }, Problem{Code: Invalid, Field: "version", Reason: Unknown, Limit: 1}},
			"without an id":                       {func(s *Summary) { s.ID = "" }, Problem{Code: Invalid, Field: "id", Reason: Empty}},
			"provisional":                         {func(s *Summary) { s.Final = false }, Problem{Code: Invalid, Field: "final", Reason: NotFinal}},
			"more cards":                          {func(s *Summary) { s.Counts.Cards++ }, Problem{Code: Invalid, Field: "counts/cards", Reason: DoesNotAddUp}},
			"a card more in a value":              {func(s *Summary) { s.Clusters[0].Cards++; s.Counts.Cards++ }, Problem{Code: Invalid, Field: "clusters/0/cards", Reason: DoesNotAddUp}},
			"a value twice":                       {func(s *Summary) { s.Clusters[1].ID = s.Clusters[0].ID }, Problem{Code: Invalid, Field: "clusters/1/id", Reason: Twice}},
			"a voter more":                        {func(s *Summary) { s.Vote.Options[0].Voters++ }, Problem{Code: Invalid, Field: "vote/options/0/voters", Reason: DoesNotAddUp}},
			"another place":                       {func(s *Summary) { s.Vote.Options[0].Rank++ }, Problem{Code: Invalid, Field: "vote/options/0/rank", Reason: DoesNotAddUp}},
			"a ballot lost":                       {func(s *Summary) { s.Ballots = s.Ballots[1:] }, Problem{Code: Invalid, Field: "vote/ballots", Reason: DoesNotAddUp}},
			"ballots in the order of their names": {func(s *Summary) { slices.Reverse(s.Ballots) }, Problem{Code: Invalid, Field: "ballots/5", Reason: NotSorted}},
			"a negative number":                   {func(s *Summary) { s.Counts.Hidden = -1 }, Problem{Code: Invalid, Field: "counts/hidden", Reason: OutOfRange}},
			"a text for a book":                   {func(s *Summary) { s.Clusters[0].Name = strings.Repeat("a", 4001) }, Problem{Code: Invalid, Field: "clusters/0/name", Reason: TooLong, Limit: 4000}},
			"a text with a control character":     {func(s *Summary) { s.Clusters[0].Words[0].Text = "a\x00b" }, Problem{Code: Invalid, Field: "clusters/0/words/0/text", Reason: Malformed}},
			"a text that is not UTF-8":            {func(s *Summary) { s.Title = "a\xff" }, Problem{Code: Invalid, Field: "title", Reason: Malformed}},
			"a session that ended before it began": {
				func(s *Summary) { s.EndedAt = s.StartedAt.AddDate(0, 0, -1) }, Problem{Code: Invalid, Field: "endedAt", Reason: OutOfRange},
			},
			"a scale with a column for everybody on earth": {func(s *Summary) {
				q := &s.Outcomes[0].Questions[slices.IndexFunc(s.Outcomes[0].Questions, func(q Answered) bool { return q.Max > 0 })]
				q.Min, q.Max = q.Min+8e9, q.Max+8e9
			}, Problem{Code: Invalid, Field: "outcomes/0/questions/1/max", Reason: OutOfRange}},
			"a round that follows on one that was never held": {func(s *Summary) { s.Vote.Of = 7 }, Problem{Code: Invalid, Field: "vote/of", Reason: Unknown}},
			"a round before the first":                        {func(s *Summary) { s.Cancelled = []CancelledRound{{0, 3}} }, Problem{Code: Invalid, Field: "cancelled/0/round", Reason: OutOfRange}},
			"a group of two":                                  {func(s *Summary) { s.Groups = []GroupCount{{"Zorg", 2}} }, Problem{Code: Invalid, Field: "groups/0/joined", Reason: OutOfRange}},
		} {
			t.Run(name, func(t *testing.T) {
				sum := finished(t)
				c.change(&sum)
				found := sum.Audit()
				if !slices.Contains(found, c.want) {
					t.Errorf("found %+v, want %+v", found, c.want)
				}
			})
		}
	})
	t.Run("it does not go on for ever, nor does it count what cannot be counted", func(t *testing.T) {
		sum := finished(t)
		for i := range sum.Ballots {
			sum.Ballots[i] = append(sum.Ballots[i], 1)
		}
		for range 100 {
			sum.Clusters = append(sum.Clusters, ClusterSummary{ID: "k", Cards: 7})
		}
		if found := sum.Audit(); len(found) != MaxFound {
			t.Errorf("%d problems", len(found))
		}
	})
}
