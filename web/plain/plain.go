package plain

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"time"

	"verbindend/session"
)

//go:embed *.html
var files embed.FS

var pages = template.Must(template.New("").ParseFS(files, "*.html"))

// A Frame is what every page has around its contents.
type Frame struct {
	Lang   session.Lang
	Styles []string     // addresses of style sheets
	Script string       // that of the script which shows a title while it is typed; "" when there is none
	Icon   string       // "" when there is none
	Self   string       // the path of this page
	Query  template.URL // what follows it but the language, each with an & before it: to read the page in the other language
	Hidden bool         // search engines are asked to leave it alone
}

// A page is what a template sets.
type page struct {
	Frame
	T     *texts
	Other session.Lang
	Title string
	Wide  bool // it has tables
	Shown bool // within another page, which shows how it will be
	View  any
}

func (f Frame) write(name, title string, view any) ([]byte, error) {
	p := page{Frame: f, T: &dutch, Other: session.English, Title: title, Wide: name == "compare", View: view}
	if f.Lang == session.English {
		p.T, p.Other = &english, session.Dutch
	}
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, name, p); err != nil {
		return nil, fmt.Errorf("write page %s: %w", name, err)
	}
	return b.Bytes(), nil
}

// Day writes a day: 23 november 2026, 23 November 2026.
func (p page) Day(at time.Time) string {
	return fmt.Sprintf("%d %s %d", at.Day(), p.T.Months[at.Month()-1], at.Year())
}

// Month writes a month: november 2026.
func (p page) Month(at time.Time) string {
	return fmt.Sprintf("%s %d", p.T.Months[at.Month()-1], at.Year())
}

// Around is the same page around a part of what it tells.
func (p page) Around(view any) page { p.View = view; return p }

// Showing is what another page shows within this one.
func (p page) Showing(view any) page { p.View, p.Shown = view, true; return p }
