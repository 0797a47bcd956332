package tables

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"verbindend/session"
)

// nasty is what people type, and what somebody types who wants to break something.
var nasty = []string{
	"👩‍👩‍👧‍👦 samen 🏳️‍🌈", "الثقة والمسؤولية", "אמון ואחריות", "ความไว้วางใจ", "zero\u200bwidth\u200d \u202eomgekeerd\u202c", strings.Repeat("ww", 1500),
	"=1+1", "+31 6", "-2", "@SUM(A1:A9)", "\t=cmd|' /C calc'!A0", "\r=1", `=HYPERLINK("http://x","y")`, "<b>vet</b> & <script>alert(1)</script>",
	`aan"haling"`, "een;twee,drie", "regel een\nregel twee", "_x0041_ _x005F_", " spatie vooraan", "'al een apostrof", "e\u0301 é", "nul\x00byte", "fout\xffbyte",
}

// nastySummary has these texts wherever there is text.
func nastySummary() session.Summary {
	sum := full()
	n := 0
	leaves(reflect.ValueOf(&sum).Elem(), "", func(_ string, leaf reflect.Value) {
		if leaf.Kind() == reflect.String {
			leaf.SetString(nasty[n%len(nasty)])
			n++
		}
	})
	sum.Lang = session.Dutch
	return sum
}

// printable is what a workbook and a CSV file can hold of a text: valid UTF-8, one kind of line end, and nothing that XML has not.
func printable(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	return strings.ReplaceAll(s, "\x00", "\ufffd")
}

func TestXLSX(t *testing.T) {
	for name, sum := range map[string]session.Summary{"filled": full(), "nasty": nastySummary(), "empty": {}} {
		t.Run("opened again, a workbook holds what its tables hold: "+name, func(t *testing.T) {
			for _, lang := range []session.Lang{session.Dutch, session.English} {
				o := Options{Lang: lang, In: time.FixedZone("CET", 3600)}
				compareBook(t, opened(t, sum, o), Of(sum, o))
			}
		})
	}
	t.Run("the same summary gives the same bytes", func(t *testing.T) {
		first := workbookOf(t, full(), Options{})
		for range 8 {
			if !bytes.Equal(workbookOf(t, full(), Options{}), first) {
				t.Fatal("two differ")
			}
		}
	})
	t.Run("what people wrote is never a formula, and its head stands still", func(t *testing.T) {
		book := opened(t, nastySummary(), Options{})
		for _, sheet := range book.GetSheetList() {
			rows, err := book.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				for j := range row {
					at, _ := excelize.CoordinatesToCellName(j+1, i+1)
					if formula, _ := book.GetCellFormula(sheet, at); formula != "" {
						t.Errorf("%s %s is a formula: %s", sheet, at, formula)
					}
				}
			}
			panes, err := book.GetPanes(sheet)
			if err != nil || !panes.Freeze || panes.YSplit != 1 {
				t.Errorf("%s: %+v, %v", sheet, panes, err)
			}
		}
	})
	t.Run("a text that is too long for a cell goes on below it, whole", func(t *testing.T) {
		long := strings.Repeat("a👩‍👧é", 12000)
		sum := full()
		sum.Formulations = sum.Formulations[:1]
		sum.Formulations[0].Sentence = long
		book := opened(t, sum, Options{Lang: session.Dutch})
		rows, err := book.GetRows("Waarden in woorden")
		if err != nil || len(rows) != 4 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		whole := ""
		for i, row := range rows[1:] {
			mark := fmt.Sprintf(goesOn, i+1, 3)
			if !strings.HasSuffix(row[2], mark) {
				t.Fatalf("row %d ends with %q", i+1, row[2][max(0, len(row[2])-20):])
			}
			if utf16Length(row[2]) > maxCell {
				t.Errorf("row %d is %d long", i+1, utf16Length(row[2]))
			}
			whole += strings.TrimSuffix(row[2], mark)
		}
		if whole != long {
			t.Error("something is lost")
		}
		if rows[1][1] != sum.Formulations[0].Name || rows[2][1] != "" {
			t.Error("the rest of the row is not where the text begins")
		}
	})
	t.Run("two sheets never have the same name, and no name is one that a workbook refuses", func(t *testing.T) {
		book := newWorkbook()
		for _, name := range []string{"Naam", "naam", "a/b:c*[d]?", strings.Repeat("lang ", 12), strings.Repeat("lang ", 12)} {
			if err := book.add(Table{Key: "x", Name: name, Columns: []Column{{"a", Text}}, Rows: [][]Cell{{"b"}}}); err != nil {
				t.Errorf("%q: %v", name, err)
			}
		}
		if len(book.file.GetSheetList()) != 5 {
			t.Error(book.file.GetSheetList())
		}
	})
}

func workbookOf(t *testing.T, sum session.Summary, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := XLSX(&b, sum, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func opened(t *testing.T, sum session.Summary, o Options) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(workbookOf(t, sum, o)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

// compareBook compares a workbook with its tables, each cell by its type.
func compareBook(t *testing.T, book *excelize.File, list []Table) {
	t.Helper()
	sheets := book.GetSheetList()
	if len(sheets) != len(list) {
		t.Fatalf("%d sheets for %d tables: %v", len(sheets), len(list), sheets)
	}
	for n, table := range list {
		for i, c := range table.Columns {
			at, _ := excelize.CoordinatesToCellName(i+1, 1)
			if got, err := book.GetCellValue(sheets[n], at); err != nil || got != printable(c.Name) {
				t.Errorf("%s: the column is called %q, want %q (%v)", table.Key, got, c.Name, err)
			}
		}
		for i, row := range table.Rows {
			for j, want := range row {
				at, _ := excelize.CoordinatesToCellName(j+1, i+2)
				raw, err := book.GetCellValue(sheets[n], at, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatal(err)
				}
				kind, err := book.GetCellType(sheets[n], at)
				if err != nil {
					t.Fatal(err)
				}
				if problem := differs(raw, kind, want); problem != "" {
					t.Errorf("%s %s: %s", table.Key, at, problem)
				}
			}
		}
	}
}

func differs(raw string, kind excelize.CellType, want Cell) string {
	number := func() float64 { n, _ := strconv.ParseFloat(raw, 64); return n }
	as := func(right bool, what string) string {
		if right {
			return ""
		}
		return fmt.Sprintf("%q (type %d), want %s %v", raw, kind, what, want)
	}
	isNumber := kind == excelize.CellTypeNumber || kind == excelize.CellTypeUnset
	date := func(w time.Time) string {
		got, err := excelize.ExcelDateToTime(number(), false)
		return as(err == nil && isNumber && got.Round(time.Second).Format(time.DateTime) == w.Format(time.DateTime), "the moment")
	}
	switch w := want.(type) {
	case nil:
		return as(raw == "", "nothing")
	case string:
		return as(raw == printable(w) && (kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString), "the text")
	case int:
		return as(isNumber && number() == float64(w), "the number")
	case float64:
		return as(isNumber && number() == w, "the number")
	case bool:
		return as(kind == excelize.CellTypeBool && (raw == "1") == w, "whether")
	case Day:
		return date(time.Time(w))
	case time.Time:
		return date(w)
	}
	return "a cell of an unknown type"
}

func TestCSV(t *testing.T) {
	for name, sum := range map[string]session.Summary{"filled": full(), "nasty": nastySummary(), "empty": {}} {
		for _, o := range []CSVOptions{{}, {BOM: true}, {Semicolon: true}, {Semicolon: true, BOM: true}} {
			t.Run(fmt.Sprintf("parsed again, a file holds what its table holds: %s %+v", name, o), func(t *testing.T) {
				for _, table := range Of(sum, Options{In: time.FixedZone("CET", 3600)}) {
					compareCSV(t, table, o)
				}
			})
		}
	}
	t.Run("nothing in a file is a formula", func(t *testing.T) {
		for _, table := range Of(nastySummary(), Options{}) {
			for _, row := range parsedCSV(t, table, CSVOptions{}) {
				for _, cell := range row {
					if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
						continue
					}
					if _, err := strconv.ParseFloat(cell, 64); err != nil {
						t.Errorf("%s: %q", table.Key, cell)
					}
				}
			}
		}
	})
	t.Run("lines end as RFC 4180 says", func(t *testing.T) {
		var b bytes.Buffer
		if err := CSV(&b, Table{Columns: []Column{{"a", Text}, {"b", Text}}, Rows: [][]Cell{{"1\r2\n3", nil}}}, CSVOptions{}); err != nil {
			t.Fatal(err)
		}
		if got, want := b.String(), "a,b\r\n\"1\r\n2\r\n3\",\r\n"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	})
	t.Run("the archive has a file for each table, and the same bytes every time", func(t *testing.T) {
		list := Of(full(), Options{})
		first, err := ZipBytes(list, CSVOptions{})
		if err != nil {
			t.Fatal(err)
		}
		second, err := ZipBytes(Of(full(), Options{}), CSVOptions{})
		if err != nil || !bytes.Equal(first, second) {
			t.Error("two differ", err)
		}
		archive, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
		if err != nil || len(archive.File) != len(list) {
			t.Fatal(err)
		}
		for i, file := range archive.File {
			r, err := file.Open()
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(r)
			var want bytes.Buffer
			if err := CSV(&want, list[i], CSVOptions{}); err != nil {
				t.Fatal(err)
			}
			if file.Name != list[i].Key+".csv" || err != nil || !bytes.Equal(got, want.Bytes()) {
				t.Error(file.Name, err)
			}
		}
	})
}

func parsedCSV(t *testing.T, table Table, o CSVOptions) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := CSV(&b, table, o); err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(b.Bytes()) {
		t.Errorf("%s is not UTF-8", table.Key)
	}
	text, marked := strings.CutPrefix(b.String(), "\ufeff")
	if marked != o.BOM {
		t.Errorf("%s begins with a mark: %t", table.Key, marked)
	}
	r := csv.NewReader(strings.NewReader(text))
	if o.Semicolon {
		r.Comma = ';'
	}
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func compareCSV(t *testing.T, table Table, o CSVOptions) {
	t.Helper()
	rows := parsedCSV(t, table, o)
	if len(rows) != len(table.Rows)+1 {
		t.Fatalf("%s has %d rows, want %d and a head", table.Key, len(rows), len(table.Rows))
	}
	plain := func(s string) string { // without what makes it harmless
		if bare, marked := strings.CutPrefix(s, "'"); marked && bare != "" && strings.ContainsRune("=+-@\t\r\n", rune(bare[0])) {
			return bare
		}
		return s
	}
	lines := func(s string) string {
		return strings.ReplaceAll(strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\r\n", "\n"), "\r", "\n")
	}
	for i, row := range table.Rows {
		for j, want := range row {
			got := rows[i+1][j]
			right := false
			switch w := want.(type) {
			case nil:
				right = got == ""
			case string:
				right = plain(got) == lines(w)
			case int:
				right = got == strconv.Itoa(w)
			case float64:
				if o.Semicolon {
					got = strings.Replace(got, ",", ".", 1)
				}
				n, err := strconv.ParseFloat(got, 64)
				right = err == nil && n == w
			case bool:
				right = got == strconv.FormatBool(w)
			case Day:
				right = got == time.Time(w).Format(time.DateOnly)
			case time.Time:
				at, err := time.Parse(time.RFC3339, got)
				right = err == nil && at.Equal(w.Truncate(time.Second))
			}
			if !right {
				t.Errorf("%s row %d column %d: %q, want %v", table.Key, i, j, rows[i+1][j], want)
			}
		}
	}
}

func TestWords(t *testing.T) {
	t.Run("both languages have the same words, and none is empty", func(t *testing.T) {
		for kind, of := range dutch {
			for key, word := range of {
				if word == "" || english[kind][key] == "" {
					t.Errorf("%s %s: %q, %q", kind, key, word, english[kind][key])
				}
			}
			if len(of) != len(english[kind]) {
				t.Errorf("%s: %d words and %d", kind, len(of), len(english[kind]))
			}
		}
	})
	t.Run("every table, column and line has a name, and no two tables have the same", func(t *testing.T) {
		for _, lang := range []session.Lang{session.Dutch, session.English} {
			seen := map[string]string{}
			for _, table := range Of(full(), Options{Lang: lang}) {
				if other := seen[table.Name]; table.Name == "" || other != "" {
					t.Errorf("%s and %s are both called %q", table.Key, other, table.Name)
				}
				if utf8.RuneCountInString(table.Name) > maxSheetName-4 && !strings.HasPrefix(table.Key, "form-") {
					t.Errorf("%q is too long for a sheet", table.Name)
				}
				seen[table.Name] = table.Key
				for i, c := range table.Columns {
					if c.Name == "" {
						t.Errorf("column %d of %s has no name", i, table.Key)
					}
				}
				for _, row := range table.Rows {
					if len(row) != len(table.Columns) {
						t.Errorf("a row of %s has %d cells for %d columns", table.Key, len(row), len(table.Columns))
					}
					if table.Key == "overview" && row[0] == "" {
						t.Errorf("a line without a name: %v", row)
					}
				}
			}
		}
	})
}
