package tables

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// CSVOptions say which program is going to read a file.
type CSVOptions struct {
	Semicolon bool // between cells, and a comma in numbers with decimals: what Excel expects in the Netherlands
	BOM       bool // a byte order mark first, without which Excel takes UTF-8 for something else
}

// CSV writes one table by RFC 4180, in UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it.
func CSV(w io.Writer, t Table, o CSVOptions) error {
	if o.BOM {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if o.Semicolon {
		out.Comma = ';'
	}
	row := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		row[i] = harmless(c.Name)
	}
	if err := out.Write(row); err != nil {
		return err
	}
	for _, cells := range t.Rows {
		for i, cell := range cells {
			row[i] = o.written(cell)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Zip writes all tables as CSV files, named by their keys.
func Zip(w io.Writer, list []Table, o CSVOptions) error {
	archive := zip.NewWriter(w)
	for _, t := range list {
		file, err := archive.Create(t.Key + ".csv")
		if err != nil {
			return err
		}
		if err := CSV(file, t, o); err != nil {
			return fmt.Errorf("write %s.csv: %w", t.Key, err)
		}
	}
	return archive.Close()
}

// ZipBytes is Zip into memory.
func ZipBytes(list []Table, o CSVOptions) ([]byte, error) {
	var b bytes.Buffer
	err := Zip(&b, list, o)
	return b.Bytes(), err
}

func (o CSVOptions) written(cell Cell) string {
	switch v := cell.(type) {
	case string:
		return harmless(v)
	case int:
		return strconv.Itoa(v)
	case float64:
		number := strconv.FormatFloat(v, 'f', -1, 64)
		if o.Semicolon {
			number = strings.Replace(number, ".", ",", 1)
		}
		return number
	case bool:
		return strconv.FormatBool(v)
	case Day:
		return time.Time(v).Format(time.DateOnly)
	case time.Time:
		return v.Format(time.RFC3339)
	}
	return ""
}

// harmless makes sure that a spreadsheet takes a text for a text. It unifies the ends of lines too: within a cell the writer
// would make two of a carriage return.
func harmless(text string) string {
	text = strings.ToValidUTF8(text, "\ufffd")
	if text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		text = "'" + text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}
