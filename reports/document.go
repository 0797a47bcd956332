package reports

import (
	"fmt"
	"strings"
	"time"

	"verbindend/session"
)

// A Document is what a report says, in order, before anybody has thought of where things stand. All its texts are fit for the medium: see
// clean and whole.
type Document struct {
	Lang     session.Lang
	Title    string
	Subject  string
	Marks    []string // on every page: provisional, fictional
	Link     string   // where the results are online; may be ""
	BoxNote  string   // on every page that has a □; "" where nothing becomes one
	PageOf   string   // how a page is numbered, with two %d
	Made     time.Time
	Mark     string // the fingerprint of the results, for the file's metadata; may be ""
	Sections []Section
}

// A Section begins with its title in the outline. The first is page one and stands alone.
type Section struct {
	Title  string
	Blocks []Block
}

// A Block is one kind of thing on the page. Its text form is what golden outlines hold.
type Block interface {
	fmt.Stringer
	flow(*flow)
}

type (
	// Masthead is the top of page one.
	Masthead struct {
		Kicker, Title string
		Lines         []string
	}
	// Heading opens a section.
	Heading struct{ Text, Intro string }
	// Label is a small heading inside a section.
	Label struct{ Text string }
	// Paragraph is text; a note is set smaller.
	Paragraph struct {
		Text string
		Note bool
	}
	// List is a few short texts under each other.
	List struct{ Items []string }
	// Values are the values on page one.
	Values struct {
		Lead string
		Rows []ValueRow
		More string
	}
	// ValueRow is a value with its place or count, set large.
	ValueRow struct {
		Numeral, Name, Line, Words string
		Marks                      int  // dots or cards, drawn one by one
		Cards                      bool // they are cards
	}
	// Figures are the counts that matter, set large.
	Figures struct{ Items []Figure }
	// Figure is a count and what it counts.
	Figure struct {
		Count  int
		Number string
		Label  string
	}
	// Steps are the activities of the session.
	Steps struct {
		Title string
		Rows  []Step
	}
	// Step is an activity and when it was.
	Step struct{ Name, Plan, Time string }
	// Cluster is a value and the words it came from.
	Cluster struct {
		Name      string
		Cards     int
		Share     float64 // of the largest cluster, 0–1
		Label     string  // the cards, in words
		Words     []string
		Continued string // what stands at its name on a next page
	}
	// Bar is one value of the ranking.
	Bar struct {
		Place        string
		Name         string
		Dots, Voters int
		Share        float64 // of the most dots, 0–1
		Top          bool
		Label        string // dots and voters in words
		Detail       string // place and band in words; may be ""
		Interval     string // between which places it may lie, in words; may be ""
		From, To, Of int    // the same in numbers, and how many places there are; 0 when it is not known
	}
	// Cut is the line under the top.
	Cut struct{ Text string }
	// Facts are named texts.
	Facts struct {
		Column float64 // millimetres for the names
		Small  bool    // short ones that only explain, set beside each other
		Rows   []Fact
	}
	// Fact is a text with a name, and perhaps a note under it, which may be a link.
	Fact struct{ Name, Text, Note, Link string }
	// Code is a web address, also as a QR code.
	Code struct{ Name, Text, Link string }
	// Arcs are the signature of a room that voted: values, and how many people chose two of them.
	Arcs struct {
		Title, Finding, Caption string
		Nodes                   []Node
		Links                   []Together
	}
	// Node is a value on the bridge.
	Node struct {
		Name   string
		People int
		Label  string
	}
	// Together is how many people chose both of two nodes.
	Together struct{ A, B, People int }
	// Crossing is the bridge between groups: they are its piers, and the values hang between them.
	Crossing struct {
		Title string
		Piers []Pier
		Spans []Span // the most connecting first
	}
	// Pier is a group.
	Pier struct{ Name, Label string }
	// Span is a value on the bridge.
	Span struct {
		Name     string
		Connects bool
		Weights  []float64 // how much of each group carries it, 0–1
	}
	// Table is a grid of short texts.
	Table struct {
		Head []Fact // name and note of each column
		Rows []Row
	}
	// Row is one line of a Table.
	Row struct {
		Name, Mark string
		Cells      []string
	}
	// Stones are the signature of a room that has not voted: a bridge of participants.
	Stones struct {
		Joined, Wrote, Each    int
		Number, Label, Caption string // the number stands under the arch
	}
)

func (b Masthead) String() string {
	return "masthead: " + b.Kicker + "\n  # " + b.Title + "\n  " + strings.Join(b.Lines, "\n  ")
}
func (b Heading) String() string { return "heading: " + b.Text + "\n  " + b.Intro }
func (b Label) String() string   { return "label: " + b.Text }
func (b Paragraph) String() string {
	if b.Note {
		return "note: " + b.Text
	}
	return "paragraph: " + b.Text
}
func (b List) String() string { return "list:\n  - " + strings.Join(b.Items, "\n  - ") }
func (b Values) String() string {
	s := "values: " + b.Lead
	for _, r := range b.Rows {
		s += fmt.Sprintf("\n  %s | %s | %s | %s | %d marks", r.Numeral, r.Name, r.Line, r.Words, r.Marks)
	}
	return s + strings.TrimRight("\n  "+b.More, "\n ")
}
func (b Figures) String() string {
	s := "figures:"
	for _, f := range b.Items {
		s += " [" + f.Number + " " + f.Label + "]"
	}
	return s
}
func (b Steps) String() string {
	s := "steps: " + b.Title
	for _, r := range b.Rows {
		s += fmt.Sprintf("\n  %s | %s | %s", r.Name, r.Plan, r.Time)
	}
	return s
}
func (b Cluster) String() string {
	return fmt.Sprintf("cluster: %s | %s | %.2f\n  %s", b.Name, b.Label, b.Share, strings.Join(b.Words, " · "))
}
func (b Bar) String() string {
	mark := "rest"
	if b.Top {
		mark = "top"
	}
	return fmt.Sprintf("bar: %s | %s | %.2f %s | %s | %s | %s: %d–%d of %d", b.Place, b.Name, b.Share, mark, b.Label, b.Detail, b.Interval, b.From, b.To, b.Of)
}
func (b Cut) String() string { return "cut: " + b.Text }
func (b Facts) String() string {
	s := "facts:"
	for _, r := range b.Rows {
		s += "\n  " + r.Name + ": " + join(r.Text, r.Note)
	}
	return s
}
func (b Code) String() string { return "code: " + b.Name + " | " + b.Text + " | " + b.Link }
func (b Arcs) String() string {
	s := "arcs: " + b.Title + " | " + b.Finding + " | " + b.Caption
	for _, n := range b.Nodes {
		s += "\n  " + n.Name + " " + n.Label
	}
	for _, l := range b.Links {
		s += fmt.Sprintf("\n  %d–%d: %d", l.A+1, l.B+1, l.People)
	}
	return s
}
func (b Crossing) String() string {
	s := "crossing: " + b.Title
	for _, p := range b.Piers {
		s += " [" + p.Name + ": " + p.Label + "]"
	}
	for _, span := range b.Spans {
		mark := "rest"
		if span.Connects {
			mark = "connects"
		}
		s += fmt.Sprintf("\n  %s | %s | %.2f", span.Name, mark, span.Weights)
	}
	return s
}
func (b Table) String() string {
	s := "table:"
	for _, h := range b.Head {
		s += " [" + join(h.Name, h.Note) + "]"
	}
	for _, r := range b.Rows {
		s += "\n  " + join(r.Name, r.Mark) + " | " + strings.Join(r.Cells, " | ")
	}
	return s
}
func (b Stones) String() string {
	return fmt.Sprintf("stones: %d, %d wrote, %d each | %s %s | %s", b.Joined, b.Wrote, b.Each, b.Number, b.Label, b.Caption)
}

// String writes the document so that people can compare two of them.
func (d Document) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s | %s | %s\nmarks: %s\nlink: %s\nboxes: %s\n", d.Lang, d.Title, d.Subject, strings.Join(d.Marks, ", "), d.Link, d.BoxNote)
	for _, s := range d.Sections {
		fmt.Fprintf(&b, "\n== %s\n", s.Title)
		for _, block := range s.Blocks {
			fmt.Fprintln(&b, block)
		}
	}
	return b.String()
}
