package reports

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"strconv"
	"strings"

	"verbindend/session"
)

// A Page is what a web page has around a report.
type Page struct {
	Styles    []string // addresses of style sheets …
	Scripts   []string // … and of scripts, which nobody needs to read the page
	Icon      string   // address of the icon; "" when there is none
	Image     string   // full address of the picture that stands for the page elsewhere; "" when there is none
	Self      string   // path of this page, without a language
	Address   string   // the full one, to pass on; "" when that is no use
	Downloads []Download
}

// A Download is a file that readers can take with them.
type Download struct {
	Name string // which one: see pageTexts
	Path string
	Lang session.Lang // "" when it is the same in every language
}

//go:embed pages/*.html
var pageFiles embed.FS

// pages are the templates: "page" and "notice", and one for each type of block, of that name.
var pages = template.Must(template.New("").Funcs(template.FuncMap{
	"say": say, "plain": plain, "n": textOf, "x": coordinate, "letter": letter, "drawn": drawn,
	"add":     func(a, b float64) float64 { return a + b },
	"sub":     func(a, b float64) float64 { return a - b },
	"half":    func(a, sign float64) float64 { return sign * a / 2 },
	"mod":     func(a, b int) int { return a % b },
	"percent": func(share float64) float64 { return 100 * share },
	"twice":   func(share float64) float64 { return 200 * share },
	"after":   func(place int) int { return place + 1 },
	"place":   func(n, of int) float64 { return 100 * float64(n-1) / float64(max(1, of)) },
	"inner":   func(pageBlock, string, any) (template.HTML, error) { return "", nil }, // setInner, likewise
	"set":     func(pageBlock) (template.HTML, error) { return "", nil },              // setBlock, which needs the templates that need it
}).ParseFS(pageFiles, "pages/*.html"))

func init() { pages.Funcs(template.FuncMap{"set": setBlock, "inner": setInner}) }

// HTML writes the report on sum to w as a web page, which can be read without any script. The same summary, options and page give the
// same bytes. It does not panic: whatever goes wrong comes back as an error, and then nothing has been written to w.
func HTML(w io.Writer, sum session.Summary, o Options, p Page) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("set report %s: %v", sum.ID, r)
		}
	}()
	o.Medium = Web
	o = o.complete(sum)
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, "page", newPageView(Outline(sum, o), sum.Final, p)); err != nil {
		return fmt.Errorf("set report %s: %w", sum.ID, err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write report %s: %w", sum.ID, err)
	}
	return nil
}

// A pageView is what the template of a page sets.
type pageView struct {
	Document
	Page
	T        *pageTexts
	Other    session.Lang // the language that this page is not in
	OtherT   *pageTexts
	Final    bool
	Front    pageSection
	Rest     []pageSection
	ShareURL shareURLs
}

// A pageSection is a section under an id, with what is said in the page's language.
type pageSection struct {
	ID    string
	Title string
	Runs  []pageRun
}

// A pageRun is blocks of one type that follow each other, so that bars become one list.
type pageRun struct {
	Kind   string
	Blocks []pageBlock
}

// A pageBlock is a block with the words that its template adds.
type pageBlock struct {
	Kind  string
	ID    string // unique on the page
	B     any
	T     *pageTexts
	Marks []string // what the whole document is marked with
}

func newPageView(d Document, final bool, p Page) pageView {
	v := pageView{Document: d, Page: p, T: pageTextsIn(d.Lang), Other: session.English, Final: final}
	if d.Lang == session.English {
		v.Other = session.Dutch
	}
	v.OtherT, v.ShareURL = pageTextsIn(v.Other), share(d, p, v.T)
	for i, s := range d.Sections {
		section := pageSection{ID: "s" + textOf(i), Title: s.Title}
		for j, b := range s.Blocks {
			block := pageBlock{Kind: kindOf(b), ID: section.ID + "-" + textOf(j), B: viewOf(b), T: v.T, Marks: d.Marks}
			if last := len(section.Runs) - 1; last >= 0 && section.Runs[last].Kind == block.Kind {
				section.Runs[last].Blocks = append(section.Runs[last].Blocks, block)
			} else {
				section.Runs = append(section.Runs, pageRun{block.Kind, []pageBlock{block}})
			}
		}
		if i == 0 {
			v.Front = section
		} else {
			v.Rest = append(v.Rest, section)
		}
	}
	return v
}

func kindOf(b Block) string { return reflect.TypeOf(b).Name() }

// setBlock sets a block by the template of its type. A type that has none is set as what its text form says: nothing is lost.
func setBlock(b pageBlock) (template.HTML, error) {
	t := pages.Lookup(b.Kind)
	if t == nil {
		t = pages.Lookup("unknown")
	}
	var out bytes.Buffer
	err := t.Execute(&out, b)
	return template.HTML(out.String()), err //nolint:gosec // a template made it
}

// setInner sets a block that is a part of another, under an id of its own.
func setInner(in pageBlock, part string, b any) (template.HTML, error) {
	v := reflect.ValueOf(b)
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	inner, is := v.Interface().(Block)
	if !is {
		return "", fmt.Errorf("%T is no block", b)
	}
	return setBlock(pageBlock{Kind: kindOf(inner), ID: in.ID + part, B: viewOf(inner), T: in.T, Marks: in.Marks})
}

// say sets a text that may hold words which run from right to left: what isolates them becomes an element.
func say(text string) template.HTML {
	text = template.HTMLEscapeString(text)
	text = strings.ReplaceAll(text, string(isolate), "<bdi>")
	return template.HTML(strings.ReplaceAll(text, string(release), "</bdi>")) //nolint:gosec // escaped above
}

// plain gives a text for where no element can stand and nothing stands beside it: a title, an address.
func plain(text string) string {
	return strings.NewReplacer(string(isolate), "", string(release), "").Replace(text)
}

// letter names the i-th thing of a drawing: A to Z, and then AA.
func letter(i int) string {
	if i >= 26 {
		return letter(i/26-1) + letter(i%26)
	}
	return string(rune('A' + i))
}

// coordinate writes a number of a drawing, to a hundredth.
func coordinate(n float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(n, 'f', 2, 64), "0"), ".")
}
