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

func (b Agreed) String() string {
	s := "agreed: " + b.Title
	for _, r := range b.Rows {
		s += "\n  " + join(r.Name, r.Text)
	}
	return s
}

// flow keeps each step whole, and begins every page with the head of the table.
func (b Pledges) flow(f *flow) {
	widths := [5]float64{.34, .22, .16, .12, .16}
	cell := noteType.in(ink)
	head := func() {
		x, end := left, f.y
		for i, name := range b.Head {
			w := widths[i] * width
			end = max(end, f.at(x, f.y, labelType, labelType.fit(labelType.wrap(name, w-3), 2, w-3)))
			x += w
		}
		f.y = end + 1.5
	}
	f.need(40)
	head()
	for _, row := range b.Rows {
		var lines [5][]string
		height := 0.0
		for i, text := range row.Cells {
			s := cell
			if i == 0 {
				s = boldType
			}
			lines[i] = s.wrap(text, widths[i]*width-3)
			height = max(height, float64(len(lines[i]))*s.leading)
		}
		var notes []string
		if len(row.Notes) > 0 {
			notes = noteType.wrap(join(row.Notes...), widths[0]*width-3)
		}
		height = max(height, float64(len(lines[0]))*boldType.leading+float64(len(notes))*noteType.leading)
		if f.y+height+4 > f.limit {
			f.newPage()
			head()
		}
		f.line(left, f.y, left+width, f.y, line, .25)
		x, y := left, f.y+1.8
		for i := range lines {
			s := cell
			if i == 0 {
				s = boldType
			}
			end := f.at(x, y, s, lines[i])
			if i == 0 {
				f.at(x, end, noteType, notes)
			}
			x += widths[i] * width
		}
		f.y += height + 4
	}
	if b.More != "" {
		Paragraph{Text: b.More}.flow(f)
	}
}

// height is what page one keeps free for it: it stands above the signature.
func (b Agreed) height() float64 {
	return 9 + float64(len(b.Rows))*(boldType.leading+noteType.leading+.8)
}

func (b Agreed) flow(f *flow) {
	y := f.at(left, f.limit+1, labelType, []string{labelType.shorten(b.Title, width)}) + 1
	for _, r := range b.Rows {
		y = f.at(left, y, boldType, []string{boldType.shorten(r.Name, width)})
		y = f.at(left, y, noteType, []string{noteType.shorten(r.Text, width)}) + .8
	}
}
