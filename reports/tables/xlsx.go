package tables

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"verbindend/session"
)

// Limits of a workbook.
const (
	maxSheetName = 31
	maxCell      = 32767 // UTF-16 units of a cell; a longer text goes on in the row below
)

// How columns of a kind are set: their width in characters, and how the numbers in them are written.
var (
	widths  = [...]float64{Label: 16, Text: 42, Number: 13, Mean: 13, Share: 13, Moment: 18, DayOnly: 13, YesNo: 13, Any: 42}
	formats = [...]string{Mean: "0.00", Share: "0.0%", Moment: "yyyy-mm-dd hh:mm", DayOnly: "yyyy-mm-dd", YesNo: "", Any: ""}
)

// XLSX writes results as a workbook with a sheet for each table. It does not panic: what goes wrong comes back as an error, and
// then nothing has been written.
func XLSX(w io.Writer, sum session.Summary, o Options) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("write workbook of %s: %v", sum.ID, r)
		}
	}()
	book := newWorkbook()
	defer func() { _ = book.file.Close() }()
	for _, t := range Of(sum, o) {
		if err := book.add(t); err != nil {
			return fmt.Errorf("write workbook of %s, sheet %s: %w", sum.ID, t.Key, err)
		}
	}
	written, err := book.bytes(sum, o)
	if err != nil {
		return fmt.Errorf("write workbook of %s: %w", sum.ID, err)
	}
	_, err = w.Write(written)
	return err
}

// A workbook in the making. It is the only thing that knows the library.
type workbook struct {
	file   *excelize.File
	sheets []string // as they are called, in order
	styles map[string]int
}

func newWorkbook() *workbook {
	// The library would put what is large into a temporary file. People's words go to no disk: without a folder it keeps them in memory.
	file := excelize.NewFile(excelize.Options{TmpDir: "\x00"})
	file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &sortedZip{to: w, files: map[string]*bytes.Buffer{}} })
	return &workbook{file: file, styles: map[string]int{}}
}

// add writes a table as the next sheet: its head stands still, and can be filtered.
func (b *workbook) add(t Table) error {
	name, err := b.sheet(t.Name)
	if err != nil {
		return err
	}
	columns := t.Columns
	to, err := excelize.CoordinatesToCellName(len(columns), len(t.Rows)+1)
	if err != nil {
		return err
	}
	if err := b.file.AutoFilter(name, "A1:"+to, nil); err != nil {
		return err
	}
	sheet, err := b.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, c := range columns {
		width := max(widths[c.Kind], min(42, float64(utf8.RuneCountInString(c.Name)+4)))
		if err := sheet.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(columns))
	for i, c := range columns {
		if head[i], err = b.cell(c.Name, "head", &excelize.Style{
			Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
			Border: []excelize.Border{{Type: "bottom", Color: "0F3D3E", Style: 2}},
		}); err != nil {
			return err
		}
	}
	if err := sheet.SetRow("A1", head); err != nil {
		return err
	}
	at := 2
	for _, row := range t.Rows {
		for _, part := range parts(row) {
			if err := b.row(sheet, at, columns, part); err != nil {
				return err
			}
			at++
		}
	}
	return sheet.Flush()
}

func (b *workbook) row(sheet *excelize.StreamWriter, at int, columns []Column, row []Cell) error {
	cells := make([]any, len(columns))
	for i, c := range columns {
		value := row[i]
		if value == nil {
			continue
		}
		format := formats[c.Kind]
		switch v := value.(type) {
		case Day:
			value, format = time.Time(v), formats[DayOnly]
		case time.Time: // a workbook has no zones: it tells the time of the clock on the wall
			value = time.Date(v.Year(), v.Month(), v.Day(), v.Hour(), v.Minute(), v.Second(), 0, time.UTC)
			format = formats[Moment]
		}
		style := excelize.Style{Alignment: &excelize.Alignment{WrapText: c.Kind == Text || c.Kind == Any, Vertical: "top"}}
		if c.Kind == Any {
			style.Alignment.Horizontal = "left"
		}
		if format != "" {
			style.CustomNumFmt = &format
		}
		var err error
		if cells[i], err = b.cell(value, fmt.Sprint(c.Kind, format), &style); err != nil {
			return err
		}
	}
	return sheet.SetRow(fmt.Sprintf("A%d", at), cells)
}

// cell gives a value with a style, which is made once under its name.
func (b *workbook) cell(value any, name string, style *excelize.Style) (excelize.Cell, error) {
	id, known := b.styles[name]
	if !known {
		var err error
		if id, err = b.file.NewStyle(style); err != nil {
			return excelize.Cell{}, err
		}
		b.styles[name] = id
	}
	return excelize.Cell{Value: value, StyleID: id}, nil
}

// sheet makes a sheet under a name that a workbook can have, and that no other sheet has.
func (b *workbook) sheet(name string) (string, error) {
	base := cleanSheetName(name)
	name = base
	for n := 2; slices.ContainsFunc(b.sheets, func(other string) bool { return strings.EqualFold(other, name) }); n++ {
		name = numbered(base, n, " ")
	}
	if len(b.sheets) == 0 {
		if err := b.file.SetSheetName("Sheet1", name); err != nil {
			return "", err
		}
	} else if _, err := b.file.NewSheet(name); err != nil {
		return "", err
	}
	b.sheets = append(b.sheets, name)
	return name, nil
}

func cleanSheetName(name string) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '-'
		}
		return r
	}, name), "' ")
	for utf8.RuneCountInString(name) > maxSheetName-4 { // room for a number
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	return name
}

func (b *workbook) bytes(sum session.Summary, o Options) ([]byte, error) {
	made := sum.EndedAt
	if made.IsZero() {
		made = sum.StartedAt
	}
	date := made.UTC().Format(time.RFC3339)
	lang := o.Lang
	if !lang.Valid() {
		lang = sum.Lang
	}
	if err := b.file.SetDocProps(&excelize.DocProperties{
		Title: sum.Title, Creator: "Verbindend", LastModifiedBy: "Verbindend", Created: date, Modified: date,
		Identifier: sum.Fingerprint(), Language: string(lang),
	}); err != nil {
		return nil, err
	}
	var buffer bytes.Buffer
	if _, err := b.file.WriteTo(&buffer); err != nil {
		return nil, err
	}
	return buffer.Bytes(), nil
}

// parts divides a row in which a text is too long for a cell: it goes on in the rows below, and says so.
func parts(row []Cell) [][]Cell {
	var list [][]Cell
	for i, cell := range row {
		long, is := cell.(string)
		if !is {
			continue
		}
		pieces := split(long, maxCell)
		for n, piece := range pieces[1:] {
			for len(list) <= n+1 {
				list = append(list, make([]Cell, len(row)))
			}
			list[n+1][i] = piece
		}
		if len(pieces) > 1 {
			list[0][i] = pieces[0]
		}
	}
	if list == nil {
		return [][]Cell{row}
	}
	for i, cell := range row {
		if list[0][i] == nil {
			list[0][i] = cell
		}
	}
	return list
}

// What stands at a text that goes on, and at what it goes on with.
const goesOn = "… [%d/%d]"

// split cuts a text into pieces of at most limit UTF-16 units, each with its number when there are several.
func split(text string, limit int) []string {
	if len(text) <= limit || utf16Length(text) <= limit {
		return []string{text}
	}
	var pieces []string
	var piece strings.Builder
	length, room := 0, limit-32 // for the number
	for _, r := range text {
		size := 1
		if r > 0xffff {
			size = 2
		}
		if length+size > room {
			pieces = append(pieces, piece.String())
			piece.Reset()
			length = 0
		}
		piece.WriteRune(r)
		length += size
	}
	pieces = append(pieces, piece.String())
	for i := range pieces {
		pieces[i] += fmt.Sprintf(goesOn, i+1, len(pieces))
	}
	return pieces
}

func utf16Length(text string) (n int) {
	for _, r := range text {
		if n++; r > 0xffff {
			n++
		}
	}
	return n
}

// A sortedZip writes its files by name: the library hands them over in an order of chance.
type sortedZip struct {
	to    io.Writer
	files map[string]*bytes.Buffer
}

// Create begins a file.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	z.files[name] = &bytes.Buffer{}
	return z.files[name], nil
}

// AddFS is part of what the library asks for, and never uses.
func (z *sortedZip) AddFS(fs.FS) error { return fmt.Errorf("add a file system: %w", fs.ErrInvalid) }

// Close writes it all.
func (z *sortedZip) Close() error {
	w := zip.NewWriter(z.to)
	for _, name := range slices.Sorted(maps.Keys(z.files)) {
		file, err := w.Create(name)
		if err != nil {
			return err
		}
		if _, err := file.Write(z.files[name].Bytes()); err != nil {
			return err
		}
	}
	return w.Close()
}
