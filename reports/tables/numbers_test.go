package tables

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"verbindend/session"
)

// A sheet of a workbook that was opened again: its cells by the key of the column, raw.
type readSheet struct {
	t       *testing.T
	key     string
	columns []string
	rows    [][]string
}

// column gives all cells of a column as numbers; what is empty is -1.
func (s readSheet) column(key string) (list []float64) {
	s.t.Helper()
	at := slices.Index(s.columns, english["column"][key])
	if at < 0 {
		s.t.Fatalf("%s has no column %q: %q", s.key, english["column"][key], s.columns)
	}
	for _, row := range s.rows {
		n := -1.0
		if at < len(row) && row[at] != "" {
			var err error
			if n, err = strconv.ParseFloat(row[at], 64); err != nil {
				s.t.Fatal(s.key, err)
			}
		}
		list = append(list, n)
	}
	return list
}

func (s readSheet) holds(key string, want []float64) {
	s.t.Helper()
	near := func(a, b float64) bool { return math.Abs(a-b) < 1e-12*(1+math.Abs(b)) } // a cell has 15 digits
	if got := s.column(key); !slices.EqualFunc(got, want, near) {
		s.t.Errorf("%s, %s: %v, want %v", s.key, key, got, want)
	}
}

// reread opens a workbook again, with its sheets by the keys of the tables.
func reread(t *testing.T, sum session.Summary) map[string]readSheet {
	t.Helper()
	o := Options{Lang: session.English}
	book, list := opened(t, sum, o), Of(sum, o)
	sheets := map[string]readSheet{}
	for i, name := range book.GetSheetList() {
		rows, err := book.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil || len(rows) == 0 {
			t.Fatal(name, err)
		}
		sheets[list[i].Key] = readSheet{t, list[i].Key, rows[0], rows[1:]}
	}
	return sheets
}

func numbers[T any](list []T, number func(T) float64) (all []float64) {
	for _, one := range list {
		all = append(all, number(one))
	}
	return all
}

// Every number of the workbook is that of the results, of every session that was ever kept.
func TestEveryNumberIsThatOfTheResults(t *testing.T) {
	files, err := filepath.Glob("../../session/testdata/logs/*.summary.json")
	if err != nil || len(files) < 8 {
		t.Fatal(files, err)
	}
	votes, ratings, rounds := 0, 0, 0
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var sum session.Summary
			if err := json.Unmarshal(text, &sum); err != nil {
				t.Fatal(err)
			}
			sheets := reread(t, sum)
			if len(sum.Clusters) > 0 {
				sheets["values"].holds("cards", numbers(sum.Clusters, func(c session.ClusterSummary) float64 { return float64(c.Cards) }))
			}
			if sum.Vote != nil {
				votes++
				counted(t, sheets, "", *sum.Vote, sum.Ballots)
			}
			for _, held := range sum.Rounds {
				rounds++
				counted(t, sheets, fmt.Sprint("-round-", held.Vote.Round), held.Vote, held.Ballots)
			}
			var rated []session.RatedValue
			for _, o := range sum.Outcomes {
				if o.Rating != nil {
					rated = append(rated, o.Rating.Values...)
				}
			}
			if len(rated) > 0 {
				ratings++
				told := func(of func(session.RatedValue) float64) func(session.RatedValue) float64 {
					return func(v session.RatedValue) float64 {
						if v.N == 0 {
							return -1
						}
						return of(v)
					}
				}
				sheets["importance"].holds("answered", numbers(rated, func(v session.RatedValue) float64 { return float64(v.N) }))
				sheets["importance"].holds("importance", numbers(rated, told(func(v session.RatedValue) float64 { return v.Importance })))
				sheets["importance"].holds("presence", numbers(rated, told(func(v session.RatedValue) float64 { return v.Presence })))
			}
		})
	}
	if votes < 4 || ratings < 2 || rounds < 2 {
		t.Errorf("%d votes, %d ratings, %d rounds: it proves less than it says", votes, ratings, rounds)
	}
}

// counted holds the tables of a round to what was counted, and that to the ballots, counted again.
func counted(t *testing.T, sheets map[string]readSheet, round string, v session.Result, ballots [][]int) {
	t.Helper()
	ranking := sheets["ranking"+round]
	ranking.holds("rank", numbers(v.Options, func(o session.OptionResult) float64 { return float64(o.Rank) }))
	if v.Method == "" {
		ranking.holds("dots", numbers(v.Options, func(o session.OptionResult) float64 { return float64(o.Dots) }))
		ranking.holds("voters", numbers(v.Options, func(o session.OptionResult) float64 { return float64(o.Voters) }))
	}
	if len(ballots) == 0 {
		return
	}
	cast := sheets["ballots"+round]
	if len(cast.rows) != len(ballots) || len(ballots) != v.Ballots {
		t.Fatalf("%d rows of ballots for %d that were cast", len(cast.rows), v.Ballots)
	}
	sum := 0
	for _, row := range cast.rows {
		for _, cell := range row[len(cast.columns)-len(ballots[0]):] {
			n, err := strconv.Atoi(cell)
			if err != nil {
				t.Fatal(err)
			}
			sum += n
		}
	}
	if v.Method == "" && sum != v.DotsPlaced {
		t.Errorf("the ballots have %d dots, the result %d", sum, v.DotsPlaced)
	}
}
