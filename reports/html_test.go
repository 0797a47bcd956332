package reports

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"verbindend/session"
)

var aPage = Page{
	Styles: []string{"/assets/report.css"}, Scripts: []string{"/assets/report.js"}, Icon: "/assets/icon.svg", Image: "https://sessie.example.org/r/token/preview.png",
	Self: "/r/token", Address: "https://sessie.example.org/r/token",
	Downloads: []Download{{"report.pdf", "/r/token/report.pdf?lang=nl", session.Dutch}, {"results.json", "/r/token/results.json", ""}},
}

func pageOf(t *testing.T, sum session.Summary, lang session.Lang) (*html.Node, string) {
	t.Helper()
	var b bytes.Buffer
	o := options(lang)
	o.Link = aPage.Address
	if err := HTML(&b, sum, o, aPage); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return root, b.String()
}

// elements gives all elements of a kind in a part of a page, in their order; all of them for "*".
func elements(in *html.Node, kind string) (list []*html.Node) {
	for n := range in.Descendants() {
		if n.Type == html.ElementNode && (n.Data == kind || kind == "*") {
			list = append(list, n)
		}
	}
	return list
}

func one(t *testing.T, in *html.Node, kind string) *html.Node {
	t.Helper()
	list := elements(in, kind)
	if len(list) != 1 {
		t.Fatalf("there are %d of <%s>", len(list), kind)
	}
	return list[0]
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// textIn is what one reads there, on one line.
func textIn(n *html.Node) string {
	var b strings.Builder
	var read func(n *html.Node)
	read = func(n *html.Node) {
		apart := n.Type == html.ElementNode && n.Data != "bdi" && n.Data != "a"
		if apart {
			b.WriteByte('\n')
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := range n.ChildNodes() {
			read(c)
		}
		if apart {
			b.WriteByte('\n')
		}
	}
	read(n)
	return spaces(b.String())
}

// skeleton is what a page is made of, for people to compare.
func skeleton(root *html.Node) string {
	var b strings.Builder
	for _, n := range elements(root, "*") {
		switch n.Data {
		case "h1", "h2", "h3", "h4", "title", "summary", "dt":
			fmt.Fprintf(&b, "%s: %s\n", n.Data, textIn(n))
		case "header", "main", "nav", "section", "footer", "figure", "ol", "ul", "dl", "details":
			children := 0
			for c := range n.ChildNodes() {
				if c.Type == html.ElementNode {
					children++
				}
			}
			fmt.Fprintf(&b, "<%s %s> %d\n", n.Data, attribute(n, "class"), children)
		case "table":
			fmt.Fprintf(&b, "table: %d rows, %d cells\n", len(elements(n, "tr")), len(elements(n, "td"))+len(elements(n, "th")))
		case "svg":
			fmt.Fprintf(&b, "svg: %s%s, %d drawn\n", attribute(n, "class"), attribute(n, "role"), len(elements(n, "*")))
		case "a":
			fmt.Fprintf(&b, "a: %s → %s\n", textIn(n), attribute(n, "href"))
		}
	}
	return b.String()
}

func TestGoldenPages(t *testing.T) {
	for _, name := range []string{"groups", "asked", "committed", "formulated", "cards", "lobby"} {
		for _, lang := range []session.Lang{session.Dutch, session.English} {
			t.Run(name+" "+string(lang), func(t *testing.T) {
				root, source := pageOf(t, rooms()[name], lang)
				if *printTo != "" {
					if err := os.WriteFile(filepath.Join(*printTo, name+"."+string(lang)+".html"), []byte(source), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				file, got := filepath.Join("testdata", "pages", name+"."+string(lang)+".txt"), skeleton(root)
				if *update {
					if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if got != string(want) {
					t.Errorf("the page is not that of %s; look at the difference and run with -update when it is right:\n%s", file, difference(got, string(want)))
				}
			})
		}
	}
}

// blockTypes names all types of block in this package: those that flow.
func blockTypes(t *testing.T) (names []string) {
	t.Helper()
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), source, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, is := d.(*ast.FuncDecl); is && f.Recv != nil && f.Name.Name == "flow" {
				if name, is := f.Recv.List[0].Type.(*ast.Ident); is {
					names = append(names, name.Name)
				}
			}
		}
	}
	return names
}

func TestEveryBlockHasItsHTML(t *testing.T) {
	names := blockTypes(t)
	if len(names) < 20 {
		t.Fatalf("found only %v", names)
	}
	for _, name := range names {
		if pages.Lookup(name) == nil {
			t.Errorf("reports/pages has no template for the block %s", name)
		}
	}
}

// textsOf gives all texts in a value: of a block, or of a whole document.
func textsOf(v reflect.Value) (list []string) {
	switch v.Kind() {
	case reflect.String:
		list = append(list, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			list = append(list, textsOf(v.Field(i))...)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			list = append(list, textsOf(v.Index(i))...)
		}
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		list = append(list, textsOf(v.Elem())...)
	default:
	}
	return list
}

// spaces makes texts comparable: HTML folds spaces, and what isolates words is an element there.
func spaces(text string) string {
	return strings.Join(strings.FieldsFunc(plain(text), func(r rune) bool { return r == ' ' || r == '\n' }), " ")
}

func TestPageSaysAllOfTheDocument(t *testing.T) {
	for name, sum := range rooms() {
		for _, lang := range []session.Lang{session.Dutch, session.English} {
			t.Run(name+" "+string(lang), func(t *testing.T) {
				root, _ := pageOf(t, sum, lang)
				page := textIn(one(t, root, "main"))
				o := options(lang)
				o.Link, o.Medium = aPage.Address, Web
				d := Outline(sum, o)
				for _, s := range d.Sections {
					for _, b := range s.Blocks {
						if c, is := b.(Cluster); is { // which need not go on: a page has no end
							c.Continued = ""
							b = c
						}
						if m, is := b.(Matrix); is && !m.Divided { // then it has no quadrants to name
							m.Corners = [4]string{}
							b = m
						}
						if p, is := b.(Pledges); is { // what no step has is not named
							for i := range p.Head {
								if !slices.ContainsFunc(p.Rows, func(r Pledge) bool { return r.Cells[i] != "" }) {
									p.Head[i] = ""
								}
							}
							b = p
						}
						for _, text := range textsOf(reflect.ValueOf(b)) {
							if !strings.Contains(page, spaces(text)) {
								t.Errorf("%T: the page does not say %q", b, text)
							}
						}
					}
				}
				known := map[string]bool{}
				for _, n := range digits.FindAllString(d.String(), -1) {
					known[n] = true
				}
				for _, s := range d.Sections {
					for _, b := range s.Blocks {
						switch b := b.(type) {
						case Poles: // its table numbers the places between the poles
							for i := range max(len(b.Now), len(b.Wanted)) {
								known[strconv.Itoa(i+1)] = true
							}
						case Check:
							if b.Numbers != nil {
								for i := range b.Numbers.Counts {
									known[strconv.Itoa(b.Numbers.Least+i)] = true
								}
							}
						}
					}
				}
				for _, n := range digits.FindAllString(textIn(one(t, root, "article")), -1) {
					if !known[n] {
						t.Errorf("the page says %s, which the document does not", n)
					}
				}
			})
		}
	}
}

var digits = regexp.MustCompile(`[0-9]+`)

func spreads(d Document) (list []Spread) {
	for _, c := range blocksOf[Check](d) {
		if c.Numbers != nil {
			list = append(list, *c.Numbers)
		}
	}
	return list
}

// Drawings and the tables behind them tell exactly the numbers of the document.
func TestDrawingsCount(t *testing.T) {
	numbers := func(in *html.Node, kind string) (list []int) {
		for _, n := range elements(in, kind) {
			if i, err := strconv.Atoi(textIn(n)); err == nil {
				list = append(list, i)
			}
		}
		return list
	}
	figures := func(root *html.Node, class string) (list []*html.Node) {
		for _, n := range elements(root, "figure") {
			if strings.Contains(attribute(n, "class"), class) {
				list = append(list, n)
			}
		}
		return list
	}
	for name, sum := range rooms() {
		t.Run(name, func(t *testing.T) {
			root, _ := pageOf(t, sum, session.Dutch)
			o := options(session.Dutch)
			o.Link, o.Medium = aPage.Address, Web
			d := Outline(sum, o)
			for i, b := range blocksOf[Poles](d) {
				var want []int // a row for each number
				for n := range b.Now {
					want = append(want, b.Now[n], b.Wanted[n])
				}
				if got := numbers(figures(root, "poles")[i], "td"); !slices.Equal(got, want) {
					t.Errorf("the table behind %s has %v, want %v", b, got, want)
				}
			}
			for i, b := range spreads(d) {
				if got := numbers(figures(root, "spread")[i], "td"); !slices.Equal(got, b.Counts) {
					t.Errorf("the table behind %s has %v", b, got)
				}
			}
			for i, b := range blocksOf[Arcs](d) {
				var want []int
				for _, l := range b.Links {
					want = append(want, l.People)
				}
				if got := numbers(figures(root, "bridge-of")[i], "td"); !slices.Equal(got, want) {
					t.Errorf("the table behind %s has %v", b, got)
				}
			}
			for _, b := range blocksOf[Stones](d) {
				stones := 0
				for _, p := range elements(figures(root, "stones")[0], "path") {
					if strings.Contains(attribute(p, "class"), "joined") {
						stones++
					}
				}
				if want := (b.Joined + b.Each - 1) / b.Each; stones != want {
					t.Errorf("%d stones for %d people, want %d", stones, b.Joined, want)
				}
			}
			for _, b := range blocksOf[Values](d) {
				var marks []*html.Node
				for _, n := range elements(root, "svg") {
					if attribute(n, "class") == "marks" {
						marks = append(marks, n)
					}
				}
				most, drawn := 0, 0
				for _, r := range b.Rows {
					most = max(most, r.Marks)
				}
				for _, r := range b.Rows {
					if r.Marks == 0 {
						continue
					}
					got, want := len(elements(marks[drawn], "*")), r.Marks
					if most > maxMarks {
						want = 1
					}
					if got != want {
						t.Errorf("%s has %d marks, want %d", r.Name, got, want)
					}
					drawn++
				}
			}
		})
	}
}

func TestPage(t *testing.T) {
	t.Run("whatever people type is text, and all of it is there", func(t *testing.T) {
		for _, name := range []string{"nasty", "nasty words"} {
			sum := rooms()[name]
			root, source := pageOf(t, sum, session.Dutch)
			body := one(t, root, "main")
			for _, kind := range []string{"script", "b", "iframe", "style", "img"} {
				if found := elements(body, kind); len(found) > 0 {
					t.Errorf("there is a <%s> in the page", kind)
				}
			}
			if strings.ContainsRune(source, 0) || strings.ContainsRune(source, '\u202e') || strings.ContainsRune(source, isolate) {
				t.Error("a character that steers is left")
			}
			text := textIn(body)
			for _, c := range sum.Clusters {
				for _, w := range c.Words {
					if !strings.Contains(text, spaces(whole(w.Text))) {
						t.Errorf("%q is not there whole", w.Text)
					}
				}
			}
			apart := 0
			for _, n := range elements(body, "bdi") {
				if textIn(n) == "אמון הדדי" {
					apart++
				}
			}
			if apart == 0 {
				t.Error("Hebrew is not set apart from what is beside it")
			}
		}
	})
	t.Run("can be found one's way in by who does not see it", func(t *testing.T) {
		for name, sum := range rooms() {
			root, _ := pageOf(t, sum, session.English)
			ids, level := map[string]bool{}, 0
			for _, n := range elements(root, "*") {
				if id := attribute(n, "id"); id != "" {
					if ids[id] {
						t.Errorf("%s: the id %s stands twice", name, id)
					}
					ids[id] = true
				}
				if attribute(n, "style") != "" {
					t.Errorf("%s: <%s> has a style of its own, which the policy forbids", name, n.Data)
				}
				if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '4' {
					if deep := int(n.Data[1] - '0'); deep > level+1 {
						t.Errorf("%s: a heading of level %d follows one of level %d: %s", name, deep, level, textIn(n))
					} else {
						level = deep
					}
				}
			}
			one(t, root, "h1")
			one(t, root, "main")
			for _, n := range elements(root, "*") {
				for _, names := range []string{"aria-labelledby", "aria-describedby"} {
					for _, id := range strings.Fields(attribute(n, names)) {
						if !ids[id] {
							t.Errorf("%s: %s points to %s, which is not there", name, names, id)
						}
					}
				}
				if to := attribute(n, "href"); strings.HasPrefix(to, "#") && !ids[to[1:]] {
					t.Errorf("%s: a link leads to %s, which is not there", name, to)
				}
				if n.Data == "svg" && attribute(n, "aria-hidden") != "true" && (attribute(n, "role") != "img" || attribute(n, "aria-labelledby")+attribute(n, "aria-label") == "") {
					t.Errorf("%s: a drawing has no name", name)
				}
				if n.Data == "table" && len(elements(n, "th")) == 0 {
					t.Errorf("%s: a table has no head", name)
				}
			}
		}
	})
	t.Run("is kept out of search, and tells others the title alone", func(t *testing.T) {
		_, source := pageOf(t, rooms()["groups"], session.Dutch)
		head, _, _ := strings.Cut(source, "</head>")
		for _, want := range []string{
			`<meta name="robots" content="noindex, nofollow">`, `<meta name="referrer" content="no-referrer">`, `<meta property="og:title" content="Wat verbindend leiderschap van ons vraagt">`,
			`<meta property="og:image" content="https://sessie.example.org/r/token/preview.png">`,
		} {
			if !strings.Contains(head, want) {
				t.Errorf("the head has no %s", want)
			}
		}
		for _, o := range rooms()["groups"].Vote.Options {
			if strings.Contains(head, o.Name) {
				t.Errorf("the head tells the value %s", o.Name)
			}
		}
	})
	t.Run("comes out the same each time", func(t *testing.T) {
		_, one := pageOf(t, rooms()["asked"], session.Dutch)
		_, other := pageOf(t, rooms()["asked"], session.Dutch)
		if one != other {
			t.Error("two pages of one session differ")
		}
	})
	t.Run("has two languages that lead to each other", func(t *testing.T) {
		for lang, other := range map[session.Lang]session.Lang{session.Dutch: session.English, session.English: session.Dutch} {
			root, source := pageOf(t, rooms()["groups"], lang)
			if got := attribute(one(t, root, "html"), "lang"); got != string(lang) {
				t.Errorf("the page is in %s", got)
			}
			if !strings.Contains(source, `href="/r/token?lang=`+string(other)+`" lang="`+string(other)+`"`) {
				t.Errorf("nothing leads from %s to %s", lang, other)
			}
		}
	})
	t.Run("a file without a name is not offered but refused", func(t *testing.T) {
		var b bytes.Buffer
		p := aPage
		p.Downloads = []Download{{"nameless.bin", "/r/token/nameless.bin", ""}}
		if err := HTML(&b, rooms()["vote"], options(session.Dutch), p); err == nil || b.Len() > 0 {
			t.Errorf("%v, and %d bytes written", err, b.Len())
		}
	})
	t.Run("what cannot be written comes back as an error", func(t *testing.T) {
		if err := HTML(broken{}, rooms()["vote"], options(session.Dutch), aPage); !errors.Is(err, errBroken) {
			t.Error(err)
		}
	})
}

var errBroken = errors.New("the line is broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestNotices(t *testing.T) {
	for _, n := range []Notice{LinkUnknown, LinkRevoked, LinkExpired, NotYet, FileUnknown, TooOften, MakingFailed} {
		said := map[string]bool{}
		for _, lang := range []session.Lang{session.Dutch, session.English} {
			var b bytes.Buffer
			if err := WriteNotice(&b, n, lang, aPage); err != nil {
				t.Fatal(err)
			}
			root, err := html.Parse(&b)
			if err != nil {
				t.Fatal(err)
			}
			title := textIn(one(t, root, "h1"))
			if title == "" || said[title] || attribute(one(t, root, "html"), "lang") != string(lang) {
				t.Errorf("%s in %s: %q", n, lang, title)
			}
			said[title] = true
		}
	}
	if err := WriteNotice(&bytes.Buffer{}, "no such notice", session.Dutch, aPage); err == nil {
		t.Error("a notice without words was written")
	}
}

func TestPageTexts(t *testing.T) {
	nl, en := reflect.ValueOf(dutchPage), reflect.ValueOf(englishPage)
	for i := range nl.NumField() {
		if name := nl.Type().Field(i).Name; nl.Field(i).IsZero() || en.Field(i).IsZero() {
			t.Errorf("%s is not said in both languages", name)
		}
	}
	for _, d := range []struct{ from, in map[string]string }{{from: dutchPage.downloads, in: englishPage.downloads}, {from: englishPage.downloads, in: dutchPage.downloads}} {
		for name := range d.from {
			if d.in[name] == "" {
				t.Errorf("%s has a name in one language", name)
			}
		}
	}
}

func TestPreview(t *testing.T) {
	for _, title := range append(some(nasty), "Wat verbindend leiderschap van ons vraagt") {
		file, err := Preview(title, session.Dutch)
		if err != nil || len(file) < 1000 {
			t.Errorf("%q: %d bytes, %v", title, len(file), err)
		}
		if *printTo != "" && strings.HasPrefix(title, "Wat") {
			if err := os.WriteFile(filepath.Join(*printTo, "preview.png"), file, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}
