package reports

import "strings"

type (
	// Pledges are the steps of the organisation, as a table that goes on over pages under its head.
	Pledges struct {
		Head [5]string
		Rows []Pledge
		More string
	}
	// Pledge is one step: its cells, and what stands under the first.
	Pledge struct {
		Cells [5]string
		Notes []string
	}
	// Widest is the largest gap, on page one.
	Widest struct{ Title, Name, Text string }
	// Agreed are the steps on page one, with who and when.
	Agreed struct {
		Title string
		Rows  []Fact
	}
)

func (b Pledges) String() string {
	s := "pledges: [" + strings.Join(b.Head[:], "] [") + "]"
	for _, r := range b.Rows {
		s += "\n  " + strings.Join(r.Cells[:], " | ") + " | " + join(r.Notes...)
	}
	return s + "\n  " + b.More
}

func (b Widest) String() string { return "widest: " + b.Title + " | " + b.Name + " | " + b.Text }

func (b Agreed) String() string {
	s := "agreed: " + b.Title
	for _, r := range b.Rows {
		s += "\n  " + join(r.Name, r.Text)
	}
	return s
}

// The columns of the steps, as parts of the width. Owner and date share one, under each other.
var pledgeColumns = [4]float64{.33, .21, .25, .21}

// flow keeps each step whole, and begins every page with the head of the table.
func (b Pledges) flow(f *flow) {
	const gap = 5
	cell, what := sized(noteType.in(ink), 8.8, 4.2), sized(boldType, 9.6, 4.6)
	columns := func(cells [5]string, s style, first style) (lines [4][]string) {
		for i, parts := range [4][]string{{cells[0]}, {cells[1]}, {cells[2], cells[3]}, {cells[4]}} {
			for _, text := range parts {
				if text != "" {
					set := s
					if i == 0 {
						set = first
					}
					lines[i] = append(lines[i], set.wrap(text, pledgeColumns[i]*width-gap)...)
				}
			}
		}
		return lines
	}
	row := func(lines [4][]string, s, first style, notes []string) (end float64) {
		x := left
		for i := range lines {
			set := s
			if i == 0 {
				set = first
			}
			y := f.at(x, f.y, set, lines[i])
			if i == 0 {
				y = f.at(x, y, noteType, notes)
			}
			end = max(end, y)
			x += pledgeColumns[i] * width
		}
		return end
	}
	head := func() { f.y = row(columns(b.Head, labelType, labelType), labelType, labelType, nil) + 1.5 }
	f.need(40)
	head()
	for _, r := range b.Rows {
		lines := columns(r.Cells, cell, what)
		var notes []string
		if len(r.Notes) > 0 {
			notes = noteType.wrap(join(r.Notes...), pledgeColumns[0]*width-gap)
		}
		height := float64(len(lines[0]))*what.leading + float64(len(notes))*noteType.leading
		for _, column := range lines[1:] {
			height = max(height, float64(len(column))*cell.leading)
		}
		page := f.page
		if f.need(height + f.white(3.6)); f.page != page {
			head()
		}
		f.line(left, f.y, left+width, f.y, line, .25)
		f.y += f.white(1.6)
		row(lines, cell, what, notes)
		f.y += height + f.white(2)
	}
	if b.More != "" {
		Paragraph{Text: b.More}.flow(f)
	}
}
